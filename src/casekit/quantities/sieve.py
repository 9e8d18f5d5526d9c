"""What the one pass runs over where only figures are wanted: dates, spans of time, links and listed words.

Every third number of the news stands in one of these. The reader would look at each and set it aside; here the engine
runs over them by itself. It never runs over anything that the reader takes for a figure: each expression below is one
that the reader sets aside wherever it stands, and none is run over where the next character might make it longer.
"""

from __future__ import annotations

import re

from casekit.core.alternation import any_of
from casekit.quantities.careful import SINGLE
from casekit.quantities.doubts import DOUBTFUL
from casekit.quantities.grammar import BLANK, HAN, NO_DAY, NO_HOUR, after_pattern, unit_pattern
from casekit.quantities.known import LETTERS, ODD_LEFT, ODD_RIGHT, goes_on
from casekit.quantities.site import STOPS
from casekit.quantities.tables import Tables, Unit
from casekit.quantities.trie import trie_pattern, unless

_NUMERALS = frozenset(HAN)
# With these a date may go on, or a number be joined to another.
_ON = f"(?![0-9{HAN}{re.escape(''.join(sorted(ODD_RIGHT)))}、和.·:：号时点年月日半])"
# A number with a unit of one of these reasons, or of the calendar, is set aside whatever stands around it.
_TIMELY = frozenset({"duration", "age", "anniversary", "grade"})
_CALENDAR = frozenset({"年", "月", "日"})
# Longer words are so rare that looking for them costs more than they save.
_LONGEST = 3
# A link goes on behind a slash or a dot, as `labels.linked_code` has it.
_LINK = r"(?<=[0-9A-Za-z][/._=].)[0-9A-Za-z_]*+(?:[-./#&=?%@:][0-9A-Za-z_]++)*+"
# After an ordinal: nothing so near that it may be joined with a second number.
_ALONE = f"(?=[^0-9{HAN}\\-~—–－至到、 \u3000\xa0.,，点个多余几来]{{6}})"
_CLAUSE_ENDS = "，。；！？：、,;!?\n“”（）()"
_ODD = re.escape("".join(sorted(ODD_LEFT | {"%"})))
_STOPS = re.escape("".join(sorted(STOPS)))


def passed_pattern(tables: Tables, scan: re.Pattern[str]) -> str:
    """Any expression to run over, from its first numeral on; `scan` is the pattern of the one pass."""
    timely = _timely(tables)
    on_left = f"(?<=[第/._={_STOPS}].)(?:{_LINK}|(?<=第.)[0-9]*+{_ALONE}|{_year(tables)})"
    in_front = r"[0-9]*+(?:[年月][0-9]++){0,3}+(?:\.[0-9]++)?+"
    figures = f"[0-9](?:{in_front}(?:[多余几]?+{timely}|{_clock(tables)})|{on_left})"
    han = f"[{HAN}](?:[{HAN}]*+(?:[年月][{HAN}]++){{0,3}}+[多余几]?+{timely}|(?<=第.)[{HAN}]*+{_ALONE})"
    return f"{figures}|(?![0-9])(?:{han}|{_words(tables, scan)})"


def _timely(tables: Tables) -> str:
    """A unit of time, or the number of a house, where nothing follows that may make it longer, and no hedge."""
    units = [u for u in tables.units if u.reason and u.word not in DOUBTFUL]
    guards = {u.word: _ends(tables, u) for u in units if u.reason in _TIMELY or u.word in _CALENDAR}
    on = any_of({word[0] for word in tables.cues.after_number_of})
    guards |= {u.word: f"(?![A-Z]|{on}){_ends(tables, u)}" for u in units if u.word == "号"}
    return f"{trie_pattern(guards, guards, searched=True)}(?!{BLANK}{after_pattern(tables)})"


def _ends(tables: Tables, unit: Unit) -> str:
    return unless([*unit.not_before, *_longer(tables, unit.word)]) + _ON


def _longer(tables: Tables, word: str) -> list[str]:
    """How longer units go on that begin with the word."""
    return [u.word[len(word) :] for u in tables.units if u.word.startswith(word) and u.word != word]


def _clock(tables: Tables) -> str:
    """What else may follow the figures: hours, 500强, 5G, days in 4日报道 and months in 1—4月."""
    calendar = {u.word for u in tables.units if u.word in _CALENDAR and u.reason}
    hour, month = _between("[1-9]", "1[0-9]", "2[0-4]"), _between("[1-9]", "1[0-2]")
    timed = [f"时{hour}(?!{NO_HOUR})(?:[0-5]?+[0-9]分)?+", f"[:：]{hour}[0-5][0-9]"]
    if "日" in calendar:
        timed.append(f"日{_between('[1-9]', '[12][0-9]', '3[01]')}{unless([*NO_DAY, *_longer(tables, '日')])}")
    if "月" in calendar:
        timed.append(f"(?:[-~～至到]{month}|[—–]{month}[—–]?+)(?:1[0-2]|[1-9])月")
    letters = "".join(sorted(set(LETTERS) - set("wWkK") - {u.word for u in tables.units}))
    return f"强(?<=[0-9].)|[{letters}](?<=[0-9].)(?![0-9A-Za-z_\\-./#&=?%@:+])|(?:{'|'.join(timed)}){_ON}"


def _between(*figures: str) -> str:
    """One character back stand these figures, and nothing before them that they may be part of."""
    return f"(?:{'|'.join(f'(?<=[^{_ODD}月]{one}.)' for one in figures)})"


def _year(tables: Tables) -> str:
    """A year at the head of a clause; no unit, no hedge and no code begins behind it."""
    heads = {u.word[0] for u in tables.units} | {h.word[0] for h in tables.hedges if h.side == "after"}
    more = re.escape("".join(sorted(heads | set(",，%_#&=?@多余几来比∶"))))
    return f"(?:(?<=2)0[0-4]|(?<=1)9[4-9])[0-9](?<=[{_STOPS}]....){_ON}(?![A-Za-z{more}])"


def _words(tables: Tables, scan: re.Pattern[str]) -> str:
    """The listed words from their first numeral on, where they cover the whole number."""
    going_on = _going_on(tables)
    befores: dict[str, set[str]] = {}
    for word, _ in tables.words:
        for at, c in enumerate(word):
            if c in _NUMERALS and (at == 0 or word[at - 1] not in _NUMERALS) and len(word) - at <= _LONGEST:
                befores.setdefault(word[at:], set()).add(word[:at])
    for numeral in SINGLE:
        befores.setdefault(numeral, set()).update(_CLAUSE_ENDS)
    # A single numeral at the head of a clause, where no hedge reaches, is part of a word unless one of these follows.
    on = re.escape("".join(sorted(goes_on(tables.cues) | ODD_RIGHT)))
    on_its_own = f"(?![0-9A-Za-z{on}∶和号])"
    closed: dict[str, str] = {}
    numbers: dict[str, str] = {}
    for rest in befores:
        more = {c for at in range(1, len(rest)) for c in going_on.get(rest[at:], ())}
        guard = _after(rest, befores[rest]) + (f"(?![{re.escape(''.join(sorted(more)))}])" if more else "")
        guard += on_its_own if rest in SINGLE else ""
        found = scan.match(rest + "\n")
        (numbers if found is None or found.end() == len(rest) else closed)[rest] = guard
    alone = rf"(?![0-9{HAN}点个多余几来]|[.,，\xa0](?=[0-9])|{BLANK}(?:{unit_pattern(tables)}|{after_pattern(tables)}))"
    return f"{trie_pattern(closed, closed, searched=True)}|{trie_pattern(numbers, numbers, searched=True)}{alone}"


def _going_on(tables: Tables) -> dict[str, set[str]]:
    """The beginnings of units and of hedges after them, with the characters that go on with each."""
    found: dict[str, set[str]] = {}
    for word in (*(u.word for u in tables.units), *(h.word for h in tables.hedges if h.side == "after")):
        for at in range(1, len(word)):
            found.setdefault(word[:at], set()).add(word[at])
    return found


def _after(rest: str, befores: set[str]) -> str:
    """Holds right after `rest` where one of the beginnings stands before it."""
    if "" in befores:
        return ""
    widths: dict[int, list[str]] = {}
    for before in sorted(befores):
        widths.setdefault(len(before), []).append(before)
    any_char = "." * len(rest)
    looks = [f"(?<={_any_of(words)}{any_char})" for _, words in sorted(widths.items())]
    return looks[0] if len(looks) == 1 else f"(?:{'|'.join(looks)})"


def _any_of(words: list[str]) -> str:
    return f"[{re.escape(''.join(words))}]" if len(words[0]) == 1 else trie_pattern(words)
