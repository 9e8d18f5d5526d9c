"""Whether a text is about communities at all, and which of its figures are kept as facts."""

from __future__ import annotations

from dataclasses import dataclass

from casekit.cases import Case, CaseReading
from casekit.cases.unit import COMMUNITY, RANKS

# Totals of the country and its provinces say something of a community only in a report on communities.
_WIDE = frozenset({"全国", "省"})
# A sentence given alone need not name its community, a whole report does.
_WHOLE_REPORT = 200


@dataclass(frozen=True, slots=True)
class Subject:
    """Whether a text presents communities at all (`local`), and whether it names one (`named`)."""

    local: bool
    named: bool = False

    def keeps(self, case: Case | None) -> bool:
        """Whether a figure of this case is a fact.

        In news of another kind only that of a place below the province is; in a report that names its communities
        none that is of nobody.
        """
        if case is None:
            return self.local and not self.named
        return self.local or case.level not in _WIDE


def subject_of(text: str, cases: CaseReading) -> Subject:
    """What the text is about; a text shorter than a report may be about a community that it need not name.

    >>> subject_of("全年化解矛盾纠纷86起。", CaseReading((), ()))
    Subject(local=True, named=False)
    >>> subject_of("全国造纸行业大中企业出口总额同比增长4.3%。" * 12, CaseReading((), ()))
    Subject(local=False, named=False)
    """
    if len(text) < _WHOLE_REPORT:
        return Subject(local=True)
    return Subject(cases.local, any(RANKS[case.level] >= COMMUNITY for case in cases.cases))
