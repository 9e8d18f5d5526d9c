"""Which candidates are names of places at all, judged by the gazetteer, by what stands around them and by the text."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from casekit.cases.attested import COMMITTEES, Attested, Knowledge
from casekit.cases.farms import FARMS, ON_FARMS, ONE_TO_TEN, is_numbered
from casekit.cases.names import CERTAIN, CUT, DOUBLED, EDGE, LOOSE, TOWNS, Name
from casekit.cases.short_names import committee_stem, without_peoples
from casekit.cases.unit import RANKS, STREET
from casekit.text import opens_point

# 为三寨, 占到全嘎查, 全镇村集体, 两个老社区, 百万元村
_SOME = re.compile(
    "[一二三四五六七八九两几][村镇]一?[一二三四五六七八九两几]|[为对给由从向在][两二三四五六七八九几]|[两二三四五六七八九十几][位名].{0,2}|.{0,3}[占到了在对为把从向给达以是][全各本该]"
    "|.{0,6}[两二三四五六七八九十几][位名]|全[镇乡县市区省州旗]|[两二三四五六七八九十几]{1,3}个.{1,3}|[十百千万亿]+元"
)
_PEOPLE = re.compile(r".{1,4}族")
_SEVERAL = "两三四五六七八九几"
_ANY_VILLAGE = "两几多邻外大小新老古山渔农" + ONE_TO_TEN
_OF_PLACE = tuple(f"{word}的" for word in ("街道", "社区", *"村镇乡县市区旗"))
_AFTER_LABEL = ("：", ":", "\n", "　", "】", "—", "")
# The words by which a text comes back to places that are no village by their class word: 寨里, 场里.
_COMES_BACK = ("寨", "屯", *FARMS)
_PLAINLY, _POSSIBLY = 0.8, -0.6
_OFFICE = -1.9
_SAYS_WHO = 6  # characters of two words and the class word: 移民安置小区
_LABEL = -2.5  # the likeness of a name that labels what follows


def _opens_line(name: Name, text: str) -> bool:
    """知合么社区：…: a name that a line begins with and a colon or the end of the line follows."""
    at = name.start - 1
    while at > 0 and text[at] == " ":
        at -= 1
    opens = at < 0 or text[at] in "\n　【·" or opens_point(text, at)
    return opens and text[name.end : name.end + 1] in _AFTER_LABEL


@dataclass(frozen=True, slots=True)
class NameTest:
    """Whether a candidate is a name at all; `counties` are those that the text names for certain."""

    knowledge: Knowledge
    attested: Attested
    counties: tuple[int, ...]
    _generic: dict[tuple[str, str, bool], bool] = field(default_factory=dict)

    def accepts(self, name: Name) -> bool:
        """No kind of community (老旧小区), no common word (城镇), not a verb before one (搭建社区)."""
        official = self._is_official(name)
        if official or self._is_verb(name):
            return official
        return self._reads_like_one(name)

    def _reads_like_one(self, name: Name) -> bool:
        certain = name.trust == CERTAIN
        if self._is_generic(name, certain):
            return self._is_for_the_moved(name)
        if len(name.stem) == 1:
            if name.stem in ONE_TO_TEN and name.unit in ("社区", "村"):  # 街道六社区 are six of them, once at least
                return certain and self.attested.count[name.text] > 1
            return certain and self.knowledge.sense.likeness(name.stem) > 0
        if name.unit in self.knowledge.wording.names.numbered or is_numbered(name.stem, name.unit):
            return is_numbered(name.stem, name.unit)
        return len(name.stem) <= 7 if certain else self._reads_doubtful(name)

    def _reads_doubtful(self, name: Name) -> bool:
        """The same of one that no place before it makes certain."""
        if name.unit in TOWNS and self.knowledge.gazetteer.streets_named(name.text):
            return True
        if name.unit in ("嘎查", "苏木"):  # no other words end so, and Mongolian names look like no others
            return self.attested.trust[name.text] >= CUT and len(name.stem) <= 7
        if name.unit in ("镇", "乡"):
            return False
        if name.unit in ("寨", "屯", "团场") or name.unit.endswith((*FARMS, "苑")):
            often = self.attested.count[name.text] > 1 or self._is_plainly_one(name)
            return often and self._looks_like_one(name)
        return self._looks_like_one(name) or self._is_for_the_moved(name)

    def _is_official(self, name: Name) -> bool:
        """Whether a county of the text has it; what may be a kind or praise (幸福村) must open its clause too."""
        if name.unit not in COMMITTEES or len(name.stem) < 2 or not self.knowledge.has_committee(name, self.counties):
            return False
        if self._is_verb(name):
            villagers = name.trust == CERTAIN and name.unit != "社区"
            return villagers or (self.attested.count[name.text] > 1 and name.trust >= EDGE)
        doubtful = self._is_generic(name, certain=False)
        exact = self.knowledge.wording.names.generic_word.match(name.stem) is not None
        return name.trust == CERTAIN or (name.trust == EDGE and not exact) or not doubtful

    def _is_for_the_moved(self, name: Name) -> bool:
        """凤岭|移民安置|小区, 石佛|回族|村: a good name before the words that tell who lives there."""
        core = self.knowledge.wording.near.names.for_moved.sub("", name.stem)
        if len(name.text) - len(core) < _SAYS_WHO:  # 竹溪|生态|小区 may be any
            core = without_peoples(name.stem)
        good = core != name.stem and 2 <= len(core) <= 4 and name.trust >= CUT
        return good and not self._is_generic(replace(name, stem=core), certain=False) and self._is_likely(core)

    def is_presented(self, name: Name, text: str) -> bool:
        """Whether the words that follow speak for a name that does not look like one: 友好里社区，隶属…"""
        if len(name.stem) == 1 and name.unit == "村" and DOUBLED.match(text, name.end):  # 余村|村集体
            named = name.stem not in _ANY_VILLAGE and self.knowledge.sense.likeness(name.stem) > 0
            return named and name.trust >= CUT
        if self._is_verb(name):
            return name.unit in COMMITTEES and (_opens_line(name, text) or self._is_told_of(name, text))
        if _opens_line(name, text) and 2 <= len(name.stem) <= 5 and not self._is_generic(name, certain=False):
            return name.unit in ("社区", "村") and self.knowledge.sense.likeness(name.stem) > _LABEL
        if name.unit in ("镇", "乡", "苏木"):
            return self._is_pointed_at(name, text)
        if name.unit in ("连", "团"):
            return self._is_of_the_corps(name, text)
        if name.unit.endswith(_COMES_BACK):
            plain = name.trust >= CUT and 2 <= len(name.stem) <= 5 and not self._is_generic(name, certain=False)
            return plain and self._comes_back(name, text)
        if name.unit == "小区":
            edge = name.trust >= EDGE or text.endswith(_OF_PLACE, 0, name.start)
            plain = edge and 2 <= len(name.stem) <= 4 and not self._is_generic(name, certain=False)
            return plain and self.knowledge.wording.near.estates.counted.match(text, name.end) is not None
        if self.knowledge.wording.behind.institution.match(text, name.end) and self._may_have_offices(name):
            return True
        counted = self.knowledge.wording.near.hamlets.brought.peopled.match(text, name.end)
        peopled = counted and name.trust >= EDGE and name.unit in ("社区", "村")  # 高岩脚村|有317户
        return bool(peopled or self._is_told_of(name, text)) and self.could_be(name)

    def _is_of_the_corps(self, name: Name, text: str) -> bool:
        """六连 and 红柳六连 in a text that speaks of 连队; 第一师|十团, 兵团|向阳团."""
        spoken = name.trust >= EDGE and "连队" in text
        if name.unit == "连":
            called = len(name.stem) == 1 or self.knowledge.sense.likeness(name.stem[:-1]) > 0
            return called and name.stem[-1] in ONE_TO_TEN and (spoken or text.endswith(ON_FARMS, 0, name.start))
        if name.stem in ONE_TO_TEN:
            return text.endswith(("师", "市", "兵团"), 0, name.start)
        return spoken and self.knowledge.sense.likeness(name.stem) > 0

    def _is_told_of(self, name: Name, text: str) -> bool:
        wording = self.knowledge.wording
        told = wording.behind.present.match(text, name.end) or wording.near.scene.head_tells.match(text, name.end)
        return told is not None

    def _is_verb(self, name: Name) -> bool:
        """联合社区开展…: a word that else stands before names; behind its town 振兴村 is one all the same."""
        if self.knowledge.wording.names.cut.fullmatch(name.stem) is None:
            return False
        return name.trust < CERTAIN or self.knowledge.sense.likeness(name.stem) < _PLAINLY

    def _comes_back(self, name: Name, text: str) -> bool:
        """上坪寨 or 大岭林场 is a place people live in: its elders are named, or 寨里 and 场里 further on."""
        elders = self.knowledge.wording.near.names.elders
        farm = name.unit[-2:] if name.unit.endswith(FARMS) and self.knowledge.sense.likeness(name.stem) > 0 else ""
        word = rf"(?:场[里上]|{farm})" if farm else f"{name.unit[-1]}[里上子](?![的]?门)"
        inside = f"(?:[，。；：、“\\s]|我们|咱|全|该){word}"
        return re.compile(f"{inside}|(?<={name.unit})的?{elders}").search(text, name.end) is not None

    def _is_pointed_at(self, name: Name, text: str) -> bool:
        """库木乡的巴扎…这个乡11个村: a town that opens a clause, and the text comes back to it without its name."""
        named = name.trust == EDGE and 2 <= len(name.stem) <= 5 and name.stem[-1] not in "全各该本"
        return (
            named
            and not self._is_generic(name, certain=False)
            and re.search(f"(?:这个|该|全|我们|咱){name.unit}(?![村社])|{name.unit}[里上](?![的]?村)", text) is not None
        )

    def _is_plainly_one(self, name: Name) -> bool:
        """上坪寨 between commas: short, and made of characters that names are made of."""
        return name.trust >= CUT and len(name.stem) == 2 and self.knowledge.sense.likeness(name.stem) > _PLAINLY

    def _may_have_offices(self, name: Name) -> bool:
        """军干所|社区居委会: what a committee is named after, unless it looks like a verb or a kind of community."""
        likely = self.knowledge.sense.likeness(name.stem) > _OFFICE
        return name.trust >= CUT and 2 <= len(name.stem) <= 6 and likely and not self._is_generic(name, certain=False)

    def may_be_kin(self, name: Name, good: Collection[str]) -> bool:
        """轧花社区 beside 轧花新村: a name that opens its clause with what a good one begins with."""
        opens = name.trust == EDGE and name.unit == "社区" and 2 <= len(name.stem) <= 4
        return opens and any(known.startswith(name.stem) for known in good) and not self._is_generic(name, False)

    def could_be(self, name: Name) -> bool:
        """Whether this may be a name in a text that has no better one, though it does not look like it."""
        short = 2 <= len(name.stem) <= 4 and not self._is_generic(name, certain=False)
        return short and name.unit in ("社区", "村") and self.knowledge.sense.likeness(name.stem) > -1.6

    def may_stand_bare(self, name: Name) -> bool:
        """Whether this can be a name if the text uses it without its class word too."""
        plain = name.trust >= CUT and 2 <= len(name.stem) <= 5 and not self._is_generic(name, certain=False)
        return (
            plain
            and name.unit in ("社区", "村", "嘎查", "寨", "屯", "林场", "农场", "牧场")
            and not self.knowledge.sense.may_be_a_word(name.stem)
        )

    def may_precede(self, name: Name) -> bool:
        """Whether this can be the street or town of a name that begins where it ends: 施州街道|栀子坪社区."""
        rank = RANKS[self.knowledge.wording.names.levels[name.unit]]
        return rank == STREET and 2 <= len(name.stem) <= 5 and not self._is_generic(name, certain=False)

    def _is_generic(self, name: Name, certain: bool) -> bool:
        """Whether it is a kind of place (老旧小区); asked for the same words by every test and wherever they stand."""
        key = name.stem, name.unit, certain
        known = self._generic.get(key)
        if known is None:
            known = self._generic[key] = self._reads_generic(name, certain)
        return known

    def _reads_generic(self, name: Name, certain: bool) -> bool:
        wording = self.knowledge.wording
        known = len(name.stem) > 1 and name.unit in TOWNS and self.knowledge.gazetteer.streets_named(name.text)
        if _SOME.fullmatch(name.stem) or not (certain or known or not self._is_of_a_people_or_verb(name.stem)):
            return True
        if known:
            return False  # 四把镇, 汶村镇, 东辛庄满族镇
        end = wording.names.generic_end.search(name.stem)
        if end is not None and not (len(end.group()) == 1 and self._may_end_so(name.stem, certain)):
            return True  # 前进 is a name, 活动进 is none
        if wording.names.generic_word.match(name.stem) and not (certain and len(name.stem) > 1 and name.unit != "小区"):
            return True
        if wording.names.praise.match(name.stem) and not certain and self.attested.count[name.text] < 3:
            return True
        if name.text.endswith("城乡") or (name.unit in ("嘎查", "苏木") and name.stem[-1] in "全该各本"):
            return True  # 住房城乡建设局, 今年|全嘎查
        if name.stem[-1] in wording.names.anchored_only.get(name.unit, ()):
            return not (certain and self._is_likely(name.stem))
        if name.unit in ("村", "寨", "屯") and name.stem[-1] in _SEVERAL and not certain and len(name.stem) > 1:
            return not self.knowledge.sense.is_common(name.stem)  # 灯照三寨 tells of three
        if name.stem[-1] in "大小" and len(name.stem) > 2 and not certain and not self._ends_like_one(name.stem):
            return True  # 城边大社区, but 西农大社区
        joint = name.stem[-1] in "和与及" and not certain
        return joint and not self.knowledge.sense.is_common(name.stem) and self.attested.count[name.text] < 2

    def _is_of_a_people_or_verb(self, stem: str) -> bool:
        """几个彝族|村, 联合|社区."""
        return (_PEOPLE.fullmatch(stem) or self.knowledge.wording.names.cut.fullmatch(stem)) is not None

    def _may_end_so(self, stem: str, certain: bool) -> bool:
        """凯化社区 behind its town: two characters that look like a name, the last of which seldom ends one."""
        sense = self.knowledge.sense
        return sense.is_common(stem) or (certain and len(stem) == 2 and sense.likeness(stem) > _POSSIBLY)

    def _is_likely(self, stem: str) -> bool:
        return self.knowledge.sense.is_common(stem) or self.knowledge.sense.likeness(stem) > 0

    def _ends_like_one(self, stem: str) -> bool:
        return self.knowledge.sense.is_common(stem) or self.knowledge.sense.is_common(stem[-2:])

    def _looks_like_one(self, name: Name) -> bool:
        if name.stem.isdigit():
            return self.attested.count[name.text] > 1
        if len(name.stem) > 6 or (name.trust == LOOSE and len(name.stem) > 5):
            return False
        if self._is_likely(name.stem):
            return True
        likeness = self.knowledge.sense.likeness(name.stem)
        count, trust = self.attested.count[name.text], self.attested.trust[name.text]
        if (likeness > -1.6 and count > 2) or (likeness > -1.3 and count > 1 and trust >= EDGE):
            return True
        key = committee_stem(name.text)
        return likeness > -1.6 and any(
            self.knowledge.gazetteer.committees_named(county, key) for county in self.counties
        )
