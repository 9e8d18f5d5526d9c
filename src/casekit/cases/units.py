"""All named places of a text, each with the places named right before it: 西乡塘区衡阳街道中华中路社区."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from casekit.cases.attested import Attested, Knowledge, cut_town, split_short_upper, whole_committee
from casekit.cases.bare_names import find_bare_communities, find_bare_uppers, stands_bare
from casekit.cases.classless import find_classless
from casekit.cases.estates import under_street
from casekit.cases.farms import FARMS, owned_by
from casekit.cases.full_names import under_full_names
from casekit.cases.gazetteer import Gazetteer
from casekit.cases.hamlets import find_hamlets
from casekit.cases.kin import as_communities, as_kin, find_listed, find_look_alikes
from casekit.cases.listed_estates import with_estates
from casekit.cases.name_test import NameTest
from casekit.cases.names import CERTAIN, CUT, EDGE, Name, find_candidates
from casekit.cases.near_words import NameWords
from casekit.cases.short_streets import find_short_streets
from casekit.cases.sites import find_sites
from casekit.cases.towns import find_towns, with_edges
from casekit.cases.unit import COMMUNITY, RANKS, STREET, Unit
from casekit.cases.uppers import Upper, UpperFinder
from casekit.cases.wording import Wording

_LISTED = re.compile(r"(?:[一-鿿]{1,8}[、和与及])+$")
_NEAR = 6
_LIKE_A_NAME, _WORD = 1.5, 2  # the likeness of a name to others, and the length of most words
_HEADLINE, _OFTEN, _LIKELY = 60, 3, 0.5
_RESIDENTS_GROUP = re.compile(r"(?:居民|村民)小组")  # 柳林新村居民小组 is no village
_HAN = re.compile(r"[一-鿿]*")
_LIST_OF_NAMES = re.compile(r"(?:(?<![一-鿿])|、)[一-鿿·]{2,4}、[一-鿿·]{2,4}、$")
_PLACE = re.compile(r"[一-鿿]+(?:街道|苏木|[镇乡县市区旗州])(?=[一-鿿]{2,5}$)")
_OPENS_LIST = re.compile("(?<!自)[由将把含]")
_SEPARATOR = re.compile(r"[、和与及]")
_SHORT = "short"
# Start, end, name, stem and level of what may be a place alone or with the one before it; uppers have the stem "",
# short ones _SHORT. Most are short and come to nothing, so that no object is made of them.
_Link = tuple[int, int, str, str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """The places of a text in order, and the provinces, cities and counties it was looked through for."""

    units: list[Unit]
    uppers: list[Upper]
    gazetteer: Gazetteer

    @property
    def hints(self) -> dict[str, int]:
        """The codes of all upper names in the text that mean one place only."""
        inside = {at for unit in self.units if unit.stem for at in range(unit.start, unit.end)}  # the 东风 of 东风社区
        codes = {u.name: self.gazetteer.named(u.name) for u in self.uppers if u.whole or u.start not in inside}
        return {name: found[0] for name, found in codes.items() if len(found) == 1}


@dataclass(frozen=True, slots=True)
class UnitFinder:
    """What it takes to find the places of a text."""

    uppers: UpperFinder
    knowledge: Knowledge

    def find(self, text: str) -> Found:
        """The places in text order, none inside another."""
        (found,) = self.find_all((text,))
        return found

    def find_all(self, texts: Sequence[str]) -> list[Found]:
        """What `find` gives for each, step by step: a processor goes faster that does the same to many."""
        uppers = [self.uppers.find(text) for text in texts]
        candidates = [self._candidates(*one) for one in zip(texts, uppers, strict=True)]
        names = [self._names(*one) for one in zip(texts, uppers, candidates, strict=True)]
        chains = [self._chains(*one) for one in zip(texts, uppers, names, strict=True)]
        wider = [self._with_hamlets(*one) for one in zip(texts, uppers, chains, strict=True)]
        return [self._with_bare_names(*one) for one in zip(texts, uppers, wider, strict=True)]

    def _candidates(self, text: str, uppers: Sequence[Upper]) -> tuple[list[Name], list[Name]]:
        """What may be a name, and the towns that are known to be one."""
        known = self.knowledge
        towns = find_towns(text, uppers, known.gazetteer)
        towns += find_short_streets(text, uppers, known.gazetteer, known.wording.near.names)
        edges = with_edges(uppers, towns)
        return list(find_candidates(text, edges, known.wording, known.sense, known.gazetteer.streets_named)), towns

    def _chains(self, text: str, uppers: Sequence[Upper], names: Sequence[Name]) -> list[Unit]:
        """The places that are named with their class word, each with those named right before it."""
        known = {name.text for name in names}
        listed = [short for name in names for short in _listed_before(text, name, known, self)]
        named = sorted([*names, *listed], key=lambda name: name.start)
        return list(_chained(text, uppers, named, self.knowledge.wording))

    def _with_hamlets(self, text: str, uppers: Sequence[Upper], units: list[Unit]) -> list[Unit]:
        """These places, and the hamlets, estates and lanes that no class word tells."""
        units += find_hamlets(text, units, self.knowledge.wording, self.knowledge.sense)
        units = with_estates(text, units, self.knowledge.wording)
        sites = find_sites(text, units, uppers, self.knowledge.wording, self.knowledge.sense)
        units = list(under_street(units, sites))
        classless = find_classless(text, units, uppers, self.knowledge.wording, self.knowledge.sense)
        return list(as_communities(under_street(units, classless)))

    def _with_bare_names(self, text: str, uppers: list[Upper], units: list[Unit]) -> Found:
        """These places, and once more those that the text names without class word."""
        words, full_name = self.knowledge.wording.near.bare, self.knowledge.gazetteer.full_name
        units += find_bare_communities(text, units, self._is_free, words)
        units += find_bare_uppers(text, uppers, units, full_name, words)
        units = under_full_names(sorted(units, key=lambda unit: unit.start), full_name, text)
        return Found(units, uppers, self.knowledge.gazetteer)

    def _names(self, text: str, uppers: Sequence[Upper], found: tuple[Sequence[Name], Sequence[Name]]) -> list[Name]:
        """Those of the candidates that are names, each from where it really begins."""
        candidates, towns = found
        if not candidates:
            return list(towns)
        attested, words = Attested.of([*candidates, *towns]), self.knowledge.wording.near.names
        short = {upper.start: upper for upper in uppers if not upper.full}
        names, counties = [], self._counties(uppers)
        for name in candidates:
            name = whole_committee(name, text, counties, self.knowledge)
            name = cut_town(attested.shorten(attested.lengthen(name, text), words), counties, self.knowledge)
            if name.start in short and name.trust < CERTAIN:
                name = split_short_upper(name, short[name.start], attested, self.knowledge)
            names.append(name)
        names = sorted([*names, *towns], key=lambda name: name.start)
        test = NameTest(self.knowledge, Attested.of(names), counties)
        ends = {name.end for name in names}
        good = {town.text for town in towns}
        good |= {name.text for name in names if test.accepts(name) and not _is_person(text, name, ends)}
        good |= {name.text for name in names if test.is_presented(name, text)}
        good |= {name.text for name in names if test.may_stand_bare(name) and self._bare(text, name.stem)}
        begins = {name.start for name in names if name.text in good}
        good |= {name.text for name in names if name.end in begins and test.may_precede(name)}
        if _is_dense(text) and not any(
            RANKS[self.knowledge.wording.names.levels[name.unit]] >= COMMUNITY for name in names if name.text in good
        ):
            places = sorted({*ends, *(upper.end for upper in uppers if upper.whole)})
            likely = [name for name in names if test.could_be(name)]
            near = {name.text for name in likely if _near_a_place(text, name, places)}
            good |= near or _only_one(likely)
        good |= _several(names, good, test)
        good |= {name.text for name in names if test.may_be_kin(name, good)}
        good |= set(find_listed(text, names, good))
        good -= set(_kinds(text, names, words))
        good -= set(find_look_alikes(text, names, good, self.knowledge))
        return [as_kin(name, good, words) for name in names if name.text in good]

    def _bare(self, text: str, stem: str) -> bool:
        return stands_bare(text, stem, self.knowledge.sense.likeness(stem) > _LIKELY, self.knowledge.wording.near.bare)

    def _is_free(self, stem: str, text: str) -> bool:
        """Whether a bare name can mean nothing but the place: no name of many, no city or county, no kind of place.

        The name of many may where it looks like one and is long (扎西林), or stands above the text and often in it.
        """
        known = self.knowledge
        if known.gazetteer.named(stem):
            return False
        if known.sense.may_be_a_word(stem):
            often = 0 <= text.find(stem) < _HEADLINE and text.count(stem) > _OFTEN
            if known.sense.likeness(stem) < _LIKE_A_NAME or not (len(stem) > _WORD or often):
                return False
        return not (known.wording.names.generic_word.match(stem) or known.wording.names.generic_end.search(stem))

    def stem_of(self, item: str) -> str:
        """The name at the end of an item of a list, '' where it looks like none: 辖松湖, 由松湖 -> 松湖."""
        item = item[max((found.end() for found in _OPENS_LIST.finditer(item)), default=0) :]
        item = item[max((found.end() for found in self.knowledge.wording.names.cut.finditer(item)), default=0) :]
        item = item[self.knowledge.sense.begin(item, anchored=False) :]
        if (
            not 2 <= len(item) <= 5
            or self.knowledge.wording.names.generic_word.match(item)
            or self.knowledge.wording.names.generic_end.search(item)
        ):
            return ""
        return item if self.knowledge.sense.likeness(item) > 0 else ""

    def _counties(self, uppers: Sequence[Upper]) -> tuple[int, ...]:
        codes = {self.knowledge.gazetteer.named(upper.name) for upper in uppers if upper.full and upper.level == "区县"}
        return tuple(sorted(found[0] for found in codes if len(found) == 1))


def _is_person(text: str, name: Name, ends: Set[int]) -> bool:
    """张建国、李卫东、扎西江村、王小兰: a name of three or four characters among others that are no places."""
    around = _LIST_OF_NAMES.search(text, max(0, name.start - 12), name.start)
    return around is not None and text[name.end : name.end + 1] == "、" and ends.isdisjoint(range(*around.span()))


def _kinds(text: str, names: Sequence[Name], words: NameWords) -> set[str]:
    """像这样的巷子社区, 全市第一个建在园区的公寓社区: what is never named but as one of a kind is no name."""
    kinds = [
        name
        for name in names
        if name.trust < CERTAIN and words.kind_of.search(text, max(0, name.start - 18), name.start)
    ]
    if not kinds:
        return set()
    starts = {name.start for name in kinds}
    return {name.text for name in kinds} - {name.text for name in names if name.start not in starts}


def _several(names: Sequence[Name], good: Set[str], test: NameTest) -> set[str]:
    """锅炉社区 and 铸铁社区, which open clauses of a text that else names but streets: two bear each other out."""
    levels = test.knowledge.wording.names.levels
    ranks = {RANKS[levels[name.unit]] for name in names if name.text in good}
    if ranks != {STREET}:
        return set()
    open_ = {name.text for name in names if name.unit == "社区" and name.trust == EDGE and test.could_be(name)} - good
    return open_ if len(open_) > 1 else set()


def _only_one(names: Sequence[Name]) -> set[str]:
    """那就是息陬村。…全村…: in a text that speaks of one village all along, the only name that may be its name."""
    clear = {name.text for name in names if name.trust >= CUT}
    return clear if len(clear) == 1 else set()


def _is_dense(text: str) -> bool:
    return text.count("社区") + text.count("村") >= max(3, len(text) / 250)


def _near_a_place(text: str, name: Name, ends: Sequence[int]) -> bool:
    """在伊宁市瑞雪街道打听|福年社区: a place is named right before, in the same clause."""
    near = ends[bisect_left(ends, name.start - _NEAR) : bisect_right(ends, name.start)]
    return any(_HAN.fullmatch(text, end, name.start) for end in near)


def _listed_before(text: str, name: Name, known: set[str], finder: UnitFinder) -> Iterator[Name]:
    """The names that share the class word of a later one: 桂语、麦翁、磨石坡社区.

    Each must be known from elsewhere in the text, or look like a name where none of the later ones looks otherwise.
    """
    run = _LISTED.search(text, max(0, name.start - 40), name.start)
    if run is None or text[name.end - len(name.unit) : name.end] != name.unit:
        return
    counted = name.end - name.start > len(name.text)
    end = name.start - 1
    for item in reversed(_SEPARATOR.split(run.group())[:-1]):
        if item.endswith(tuple(finder.knowledge.wording.names.levels)):
            return
        if place := _PLACE.match(item):
            item = item[place.end() :]  # 西江镇|金竹、岩巴、老屋三个寨
        stem = next((item[i:] for i in range(len(item)) if item[i:] + name.unit in known), None)
        stem = stem or (finder.stem_of(item) if counted or name.trust == CERTAIN else "")
        if not stem:
            return
        yield Name(end - len(stem), end, stem, name.unit, CERTAIN)
        end -= len(item) + 1


def _chained(text: str, uppers: Sequence[Upper], names: Sequence[Name], wording: Wording) -> Iterator[Unit]:
    """Units that touch become one with its uppers; a short upper name alone (安宁) is no place."""
    chain: list[_Link] = []
    links = [*_upper_links(uppers, names), *_name_links(text, names, wording)]
    links.sort(key=lambda link: (link[0], -link[1]))
    for link in links:
        if chain and not _belongs(text, chain[-1], link):
            yield from _joined(chain)
            chain = []
        chain.append(link)
    yield from _joined(chain)


def _belongs(text: str, outer: _Link, inner: _Link) -> bool:
    """成安县|槐树营村, and 成安县的|槐树营村; 柳泉农场|六连. But 河东的|槐树营村 lies on the east bank."""
    gap = inner[0] - outer[1]
    if gap == 0 and RANKS[inner[4]] == COMMUNITY and outer[2].endswith(FARMS):
        return True
    if inner[2].endswith((*FARMS, "团")) and outer[3] in ("", _SHORT) and owned_by(text, outer[1], inner[0]):
        return True
    if gap > 1 or RANKS[inner[4]] <= RANKS[outer[4]]:
        return False
    return gap <= 0 or (text[outer[1]] == "的" and RANKS[inner[4]] >= COMMUNITY and outer[3] != _SHORT)


def _joined(chain: list[_Link]) -> Iterator[Unit]:
    if not chain:
        return
    start, end, name, stem, level = chain[-1]
    if stem != _SHORT:
        yield Unit(chain[0][0], start, end, name, stem, level, tuple((link[2], link[4]) for link in chain[:-1]))


def _upper_links(uppers: Sequence[Upper], names: Sequence[Name]) -> Iterator[_Link]:
    taken = {at for name in names for at in range(name.start, name.end)}
    for upper in uppers:
        if upper.start not in taken and upper.end - 1 not in taken:
            yield upper.start, upper.end, upper.name, "" if upper.whole else _SHORT, upper.level


def _name_links(text: str, names: Sequence[Name], wording: Wording) -> Iterator[_Link]:
    for name in names:
        level = "其他" if _RESIDENTS_GROUP.match(text, name.end) else wording.names.levels[name.unit]
        full = name.stem + level if level == "街道" else name.text  # 柳岸街道办事处 is 柳岸街道
        yield name.start, name.end, full, name.stem, level
