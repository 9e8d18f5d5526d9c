"""The words beside names, from rules/places-words.yaml, compiled for searching."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from casekit.core.alternation import any_of
from casekit.core.wordfile import Lists, read_word_sections

FILE = "places-words.yaml"
Pattern = re.Pattern[str]
_SECTIONS = {
    "bare": (
        *("after", "part", "not_part", "kinds", "subject", "looking", "scenes", "not_scenes", "all_over"),
        *("deeds", "somebody", "not_somebody", "events", "common"),
    ),
}
# What stands before a name that opens its clause.
_OPENING = r"^，。；：！？、,;:!?\s“”‘’「」（）()《》|—的"


@dataclass(frozen=True, slots=True)
class BareWords:
    """What stands before and behind a name without its class word; every pattern is matched at one place."""

    before: Pattern
    alone: Pattern
    kind: Pattern
    subject: Pattern
    looking: Pattern
    may_open: Pattern
    scene: Pattern
    deed: Pattern
    of_somebody: Pattern
    common: frozenset[str]

    @classmethod
    def of(cls, words: Lists) -> BareWords:
        """The patterns made of the section `bare`."""
        part, somebody = any_of(words["part"], words["not_part"]), any_of(words["somebody"], words["not_somebody"])
        looking = "".join(word[-1] for word in words["looking"])
        return cls(
            before=re.compile(rf"(?<![{_OPENING}在给为以向到把从对和与而])|{_behind(words['after'])}"),
            alone=re.compile(rf"(?![、和与及]|{part})"),
            kind=re.compile(f"{any_of(words['kinds'])}$"),
            subject=re.compile(
                rf"{any_of(words['subject'])}|20\d\d年|[自从有]\d|的[^，。；]{{1,12}}\d"
                r"|[，,](?=[^，。；]{0,12}[共有达]|这样的|像这样)"
            ),
            looking=re.compile(_behind(words["looking"])),
            may_open=re.compile(rf"(?<![{_OPENING}{looking}在])"),
            scene=re.compile(
                f"(?:[一-鿿]{{1,6}}{any_of(words['scenes'])}{_not_behind(words['not_scenes'])})?[，,]"
                f"|{any_of(words['all_over'])}"
            ),
            deed=re.compile(rf"(?:{any_of(words['deeds'])}|20\d\d年)(?!经在)"),
            of_somebody=re.compile(f"{somebody}|[一-鿿]{{0,2}}{any_of(words['events'])}的|[、和与及]"),
            common=frozenset(words["common"]),
        )


@dataclass(frozen=True, slots=True)
class NearWords:
    """All sections of the file."""

    bare: BareWords


def load_near_words(rules: Path | None = None) -> NearWords:
    """The words of the user's places-words.yaml where `rules` has one, else of the shipped one; raises RuleError."""
    sections = read_word_sections(FILE, _SECTIONS, rules)
    return NearWords(BareWords.of(sections["bare"]))


def _behind(words: Iterable[str]) -> str:
    """Holds right behind any of the words."""
    return _looks("(?<=", words, "|") or "(?!)"


def _not_behind(words: Iterable[str]) -> str:
    """Holds where none of the words stands right before."""
    return _looks("(?<!", words, "")


def _looks(kind: str, words: Iterable[str], joint: str) -> str:
    """A look back at the words of each length; the engine looks back by fixed lengths only."""
    lengths: dict[int, list[str]] = {}
    for word in words:
        lengths.setdefault(len(word), []).append(word)
    looks = [f"{kind}{any_of(lengths[length])})" for length in sorted(lengths)]
    return f"(?:{joint.join(looks)})" if len(looks) > 1 else "".join(looks)
