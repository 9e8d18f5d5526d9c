"""Streets that a text calls 街 for short, as papers of Guangzhou do: 白云区鹤泉街, 鹤泉街党工委."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casekit.cases.gazetteer import Gazetteer
from casekit.cases.names import CERTAIN, Name
from casekit.cases.near_words import NameWords
from casekit.cases.uppers import Upper

_SHORT = re.compile(r"的?(?P<stem>[一-鿿]{2,4}?)街")


def find_short_streets(text: str, uppers: Sequence[Upper], gazetteer: Gazetteer, words: NameWords) -> Iterator[Name]:
    """Every place where a street is named without its 道 that the text once names so right behind its county.

    It must be one of the county's streets, or have offices and communities in the text as no road has (鹤泉街下辖).
    """
    if "街" not in text:
        return
    stems: dict[str, None] = {}
    for upper in uppers:
        found = _SHORT.match(text, upper.end) if upper.full and upper.level == "区县" else None
        if found is None or words.of_road.match(text, found.end()):
            continue
        stem = found["stem"]
        known = any(stem + "街道" in gazetteer.streets_in(code) for code in gazetteer.named(upper.name))
        if known or _has_offices(text, stem, words):
            stems[stem] = None
    for stem in stems:
        for again in re.finditer(re.escape(stem) + "街", text):
            if not words.of_road.match(text, again.end()):
                yield Name(again.start(), again.end(), stem, "街道", CERTAIN)


def _has_offices(text: str, stem: str, words: NameWords) -> bool:
    """鹤泉街|党工委, 鹤泉街|下辖."""
    short = stem + "街"
    at = text.find(short)
    while at >= 0:
        if words.of_street.match(text, at + len(short)):
            return True
        at = text.find(short, at + 1)
    return False


def called_in_short(text: str, names: Sequence[str]) -> dict[str, str]:
    """鹤泉街 for 鹤泉街道 where the text never names it in full."""
    streets = {name for name in names if name.endswith("街道") and name not in text}
    return {name: name[:-1] for name in streets if name[:-1] in text}
