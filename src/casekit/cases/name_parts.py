"""What names end with and where they can begin, from rules/places.yaml, compiled for searching."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from casekit.core.alternation import any_of

Pattern = re.Pattern[str]
_REGIMENTS = {"团": ("(?<=兵团[一-鿿]{2}团)", "(?<=兵团[一-鿿]{3}团)")}  # those that have a name and no number


@dataclass(frozen=True, slots=True)
class NameParts:
    """The class words (`hit` finds them, `levels` tells of what level they are) and what can stand before them.

    `numbered` are class words behind numbers only. `generic_word` and `generic_end` make a kind of place (老旧小区),
    `praise` does unless the text often has it, and so do the characters in `anchored_only` away from an upper name.
    A name begins behind `cut` and `joints`, and behind what tells to whom a town `belongs`.
    """

    levels: Mapping[str, str]
    hit: Pattern
    numbered: frozenset[str]
    generic_word: Pattern
    generic_end: Pattern
    praise: Pattern
    anchored_only: Mapping[str, frozenset[str]]
    cut: Pattern
    joints: frozenset[str]
    belongs: frozenset[str]

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> NameParts:
        """The patterns made of the lists of the file."""
        generic = content["generic"]
        partners = (word for word in content["partner_before"] if len(word) > 1)
        return cls(
            levels=content["units"],
            hit=_class_words(content["units"], content["not_before"], content["numbered"]),
            numbered=frozenset(content["numbered"]),
            generic_word=re.compile(f"{any_of(generic['exact'])}$"),
            generic_end=re.compile(f"{any_of(generic['ends'], searched=True)}$"),
            praise=re.compile(f"{any_of(generic['praise'])}$"),
            anchored_only={unit: frozenset(words) for unit, words in content["anchored_only"].items()},
            cut=re.compile(any_of([*content["before_names"], *partners], searched=True)),
            joints=frozenset(content["joints"]),
            belongs=frozenset(content["belongs"]),
        )


def _class_words(units: Mapping[str, str], not_before: Mapping[str, Any], numbered: Iterable[str]) -> Pattern:
    parts = []
    for unit in sorted(units, key=lambda u: (-len(u), u)):
        rule = not_before.get(unit, {})
        refused = f"(?!{any_of(rule['words'])})" if rule.get("words") else ""
        allowed = f"(?={any_of(rule['unless'])})|" if rule.get("unless") else ""
        # The look back comes last: a pattern whose branches all begin with a literal is searched for faster.
        behind = [rf"(?<=[\d〇零一二三四五六七八九十百]{re.escape(unit)})", *_REGIMENTS.get(unit, ())]
        begin = f"(?:{'|'.join(behind)})" if unit in numbered else ""
        parts.append(re.escape(unit) + begin + (f"(?:{allowed}{refused})" if refused else ""))
    return re.compile("|".join(parts))
