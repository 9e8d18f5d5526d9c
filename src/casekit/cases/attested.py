"""Names held against each other and the gazetteer: shortened where a better one is inside, made longer where cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from casekit.cases.gazetteer import Gazetteer
from casekit.cases.names import CERTAIN, CUT, EDGE, LONGEST, TOWNS, Name
from casekit.cases.near_words import NameWords
from casekit.cases.plausible import NameSense
from casekit.cases.short_names import committee_stem, is_residential
from casekit.cases.unit import RANKS, STREET
from casekit.cases.uppers import Upper
from casekit.cases.wording import Wording

COMMITTEES = ("社区", "村", "嘎查")
_CUT_OFF = 4  # as many characters of a name may have been taken for other words


@dataclass(frozen=True, slots=True)
class Attested:
    """How well each name of a text is attested: by its best left edge and by how often it stands there.

    `certain` tells whether one of them is for certain.
    """

    trust: Mapping[str, int]
    count: Mapping[str, int]
    certain: bool

    @classmethod
    def of(cls, names: Iterable[Name]) -> Attested:
        """What the names of one text attest together."""
        trust: dict[str, int] = {}
        count: Counter[str] = Counter()
        for name in names:
            said = name.text
            trust[said] = max(trust.get(said, 0), name.trust)
            count[said] += 1
        return cls(trust, count, CERTAIN in trust.values())

    def lengthen(self, name: Name, text: str) -> Name:
        """The name, or the certain one of the text that stands here and ends with it: cut too short after 为."""
        if name.trust == CERTAIN or not text.startswith(name.text, name.start):
            return name
        longer = text[max(name.start - 1, 0) : name.end]
        if name.trust == CUT and self.trust.get(longer) == EDGE and longer != name.text:
            return replace(name, start=name.start - 1, stem=longer.removesuffix(name.unit), trust=EDGE)
        if not self.certain:
            return name
        for start in range(name.start - 1, max(name.end - LONGEST - len(name.unit), 0) - 1, -1):
            stem = text[start : name.end].removesuffix(name.unit)
            if self.trust.get(stem + name.unit) == CERTAIN or self.trust.get(stem + _without_office(name)) == CERTAIN:
                return replace(name, start=start, stem=stem, trust=CERTAIN)
        return name

    def shorten(self, name: Name, words: NameWords) -> Name:
        """The name, or the better attested one that it ends with: 走遍荷城社区 is 荷城社区."""
        whole = name.text
        if name.trust == CERTAIN or len(self.trust) == 1 or whole not in self.trust:
            return name  # a name that the text never reads so is the county's own, taken whole
        for skip in range(1, len(name.stem) - 1):
            short = whole[skip:]
            if short not in self.trust or (skip == 1 and name.stem[0] in words.twins):
                continue
            better = self.trust[short] > self.trust[whole] or self.count[short] > self.count[whole]
            if better or (skip == 1 and name.stem[0] in words.only):
                return _after(name, skip, self.trust[short])
        return name


def _without_office(name: Name) -> str:
    """柳岸街道办事处 is 柳岸街道."""
    return "街道" if name.unit.startswith("街道") else name.unit


def _after(name: Name, skip: int, trust: int) -> Name:
    return replace(name, start=name.start + skip, stem=name.stem[skip:], trust=trust)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What names are judged by."""

    wording: Wording
    gazetteer: Gazetteer
    sense: NameSense

    def has_committee(self, name: Name, counties: Iterable[int]) -> bool:
        """Whether one of the counties has a committee of that name and kind: 荷城社区 is none of villagers."""
        key, residential = committee_stem(name.text), name.unit == "社区"
        return any(
            is_residential(official) == residential
            for county in counties
            for _, official in self.gazetteer.committees_named(county, key)
        )


def split_short_upper(name: Name, upper: Upper, attested: Attested, knowledge: Knowledge) -> Name:
    """安宁金方社区 is 金方社区 in 安宁, but 南京路社区 is no 路社区 in 南京, 和平里社区 no place in 和平区."""
    skip = len(upper.name)
    rest = name.stem[skip:]
    if len(rest) < 2:
        return name
    if attested.trust.get(rest + name.unit, -1) >= EDGE or _lies_in(rest, name.unit, upper, knowledge.gazetteer):
        return _after(name, skip, CERTAIN)
    sense = knowledge.sense
    plain = (
        not knowledge.wording.road.match(rest) and not sense.is_common(upper.name) and not sense.is_common(name.stem)
    )
    return _after(name, skip, CUT) if plain and (sense.is_common(rest) or sense.likeness(rest) > 0) else name


def _lies_in(stem: str, unit: str, upper: Upper, gazetteer: Gazetteer) -> bool:
    counties = [code for code in gazetteer.named(upper.name) if len(str(code)) == 6]
    if unit in TOWNS:
        return any(stem + unit in gazetteer.streets_in(county) for county in counties)
    key = committee_stem(stem + unit)
    return any(gazetteer.committees_named(county, key) for county in counties)


def whole_committee(name: Name, text: str, counties: Collection[int], knowledge: Knowledge) -> Name:
    """华辰|嘉园社区, 县|西社区: the name with what was cut off, where a county of the text has such a committee."""
    if name.trust == CERTAIN or name.unit not in COMMITTEES or not counties or name.text != text[name.start : name.end]:
        return name
    if knowledge.has_committee(name, counties):
        return name
    for start in range(name.start - 1, max(name.start - _CUT_OFF, 0) - 1, -1):
        if not "一" <= text[start] <= "鿿":
            break
        longer = replace(name, start=start, stem=text[start : name.start] + name.stem)
        if knowledge.has_committee(longer, counties):
            return longer
    return name


def cut_town(name: Name, counties: Collection[int], knowledge: Knowledge) -> Name:
    """归|柳溪镇, 城外|柳溪镇: the town without the word before it, known from a county of the text or by the verb."""
    if RANKS[knowledge.wording.names.levels[name.unit]] != STREET or len(name.stem) < 3:
        return name
    if name.trust == CERTAIN or knowledge.gazetteer.streets_named(name.text):
        return name
    for skip in range(1, len(name.stem) - 1):
        rest = name.stem[skip:] + name.unit
        if any(rest in knowledge.gazetteer.streets_in(county) for county in counties):
            return _after(name, skip, CUT)
    return _after(name, 1, CUT) if name.stem[0] in knowledge.wording.names.belongs else name
