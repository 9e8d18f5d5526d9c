"""rules/headlines.yaml in, the patterns out by which the first lines of a text are told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from casekit.core.alternation import any_of
from casekit.core.wordfile import read_word_lists

FILE = "headlines.yaml"
_KEYS = ("days", "time_words", "sources", "source_kinds", "no_titles")


@dataclass(frozen=True, slots=True)
class HeadlineWords:
    """Patterns tried on one line: of the date, of a label before it, of the publisher, of what is no title.

    A line holds a label only with one of the words in `days`, a publisher only with one of those in `sources`.
    """

    dated: re.Pattern[str]
    labelled_day: re.Pattern[str]
    source: re.Pattern[str]
    no_title: re.Pattern[str]
    days: tuple[str, ...]
    sources: tuple[str, ...]


@lru_cache(maxsize=8)
def load_headline_words(rules: Path | None = None) -> HeadlineWords:
    """The words of the user's headlines.yaml, or of the shipped one; raises RuleError where it is malformed."""
    lists = read_word_lists(FILE, _KEYS, rules)
    day, time, source = any_of(lists["days"]), any_of(lists["time_words"]), any_of(lists["sources"])
    return HeadlineWords(
        dated=re.compile(
            rf"^\W*(?:(?:{day})?{time}[:：]?|{source}[:：]\S+\s)?\s*"
            r"(?:(?:19|20)\d\d\s*[-/.年]|[一二][〇○零一二三四五六七八九]{3}年|(?:１９|２０)[０-９]{2})"
        ),
        labelled_day=re.compile(rf"{day}(?:{time})?[:：]?\s*(?=(?:19|20)\d\d)"),
        source=re.compile(rf"(?:{any_of(lists['source_kinds'])})?{source}[:：]\s*([^\s|｜,，。（()）]{{2,30}})"),
        no_title=re.compile(rf"\W*(?:{any_of(lists['no_titles'])}|□|▲|https?:)|\W*\d+\W*$|[\[(（].*[\])）]$"),
        days=tuple(lists["days"]),
        sources=tuple(lists["sources"]),
    )
