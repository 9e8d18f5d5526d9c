"""Places without their class word where the text has the full name elsewhere: 竹溪238户, 云城共改造小区42个."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from casekit.cases.unit import COMMUNITY, Unit
from casekit.cases.uppers import Upper

# A bare name opens its clause or stands in a row of such names, and a number or what is said of it follows.
_OPENS = re.compile(r"(?<![^，。；：！？、,;:!?\s“”‘’「」（）()《》|—的])")
_COUNTED = re.compile(
    r"(?:[ 　]*\d|[一二三四五六七八九十两百千]{1,5}[余多来]?[户人名口个件起场户]|[也则还只更]|[有共是]\d|达到?\d|为\d"
    r"|分别|依次|各[得有]|呢[，,]|(?:的|[今去]年)[^，。；！？]{1,14}\d)"
)
# What may stand before a name that means nothing else; what right behind it would make another name of it.
_AFTER_WORD = re.compile(
    r"(?<![^，。；：！？、,;:!?\s“”‘’「」（）()《》|—的在给为以向到把从对和与而])|(?<=如今|眼下|目前|去年|今年|明年|同期|其中)"
)
_ALONE = re.compile(
    r"(?![、和与及路街巷道河江湖山桥镇乡村寨屯站区县市园苑院中集族人话]|小(?!学)|大(?![一点些了得])|社区|居委|一[中小])"
)
_KIND = re.compile("(?:新村|花园|家园|新城|新苑|小区|嘉园|佳园|公寓)$")  # 西园 for 西园新村社区
_ROW = tuple("、和与及")
_AFTER_ROW = re.compile(r"[^一-鿿]|等|[两二三四五六七八九十]|各|分|依|都|也|的|合|共")
_SUBJECT = re.compile(
    r"[共已将累先也还则各拟]|全[市县区州旗]|现有|计划|力争|争取|打算|准备|[今去明]年|20\d\d年|[自从有]\d|的[^，。；]{1,12}\d"
    r"|眼下|目前|如今|现在|像这样|这样的|[，,](?=[^，。；]{0,12}[共有达]|这样的|像这样)"
)
_LOOKING = re.compile(r"(?<=放眼)|(?<=放到)|(?<=纵观)|(?<=综观)|(?<=环顾)")
# The last characters before all of the openings above and below.
_MAY_OPEN = re.compile(r"(?<![^，。；：！？、,;:!?\s“”‘’「」（）()《》|—的眼到观顾在])")
_WIDE = ("省", "市")
_WITHIN = re.compile(r"(?<=[，。；：！？、,\s]在)|(?<=而在)|(?<=^在)")
_SCENE = re.compile(
    "(?:[一-鿿]{1,6}(?:(?<!公)园|馆|寺|湖|港|滩|岛|广场|基地|景区|街区|古镇|古城|商圈|机场))?[，,]|各地|全[省区市]|境内"
)
_DEED = re.compile(
    r"(?:[已正共将先也还则]|累计|全[省区市]|出台|现有|计划|[今去明]年|20\d\d年"
    r"|推出|组织|启动|实施|投入|安排|建成|打造|培育|持续|大力|加快|深入|全面|积极|依托|聚焦|围绕|立足|把|因地制宜"
    r"|坚持|注重|针对|优化|调整|健全|创新|探索|构建|建立|推行|推进|推动|强化|统筹|通过|紧盯|锚定|抢抓|利用|发挥|采取|出动|受"
    r"|部署|选派|投资|完成|实现|制定|设立|成立|建设|开展|举办|发展|新增|改造)(?!经在)"
)
# What makes a person, a firm or a row of 河南濮阳, so that it is not the scene.
_OF_SOMEBODY = re.compile(
    r"人(?![民均口])|籍|[一-鿿]{0,2}(?:举办|召开|举行|开幕)的|[、和与及]|等地|等[市县]|至|到|客|商人|老板|企业|公司|姑娘|小伙|学生|一[家名位]|某|[东西南北]?[路街]|大学|学院|日报"
)
_WORDS = ("公安", "通道", "平安", "安宁", "文化", "东方", "城口")  # counties whose short name is another word too
_BOUND, _FREE = (_OPENS, _COUNTED), (_AFTER_WORD, _ALONE)
_OFTEN = 3


def stands_bare(text: str, stem: str, often_enough: bool) -> bool:
    """Whether the text uses this name without its class word: 麦翁174户 speaks for 麦翁村.

    Naming it three times does too where that is `often_enough`: of 松岚, not of 结合.
    """
    return (often_enough and text.count(stem) >= _OFTEN) or bool(_standing(text, (stem,), ()))


def find_bare_communities(text: str, units: Sequence[Unit], free: Callable[[str], bool]) -> Iterator[Unit]:
    """Communities and villages of the text by their stem alone, outside the places already found.

    Where a stem may be an ordinary word (幸福) a number must follow; one that is `free` of other meanings may
    open a clause, or follow what speaks of a place, whatever follows.
    """
    named = {unit.stem: unit for unit in units if unit.rank >= COMMUNITY and len(unit.stem) > 1}
    if not named:
        return
    named = {short: named[stem] for stem in named if (short := _KIND.sub("", stem)) != stem and len(short) > 1} | named
    outer = {name[:-1] for name in _levels(units)} | {unit.stem for unit in units if unit.rank == 3}
    sure = {stem for stem in named if stem not in outer and free(stem)}
    taken = {at for unit in units for at in range(unit.chain_start, unit.end)}
    streets = {unit.end: unit for unit in units if unit.rank == 3}
    last = 0
    for start, stem in sorted(_standing(text, named, sure).items()):
        if start >= last:
            last, unit = start + len(stem), named[stem]
            if start not in taken:
                street = streets.get(start - 1) if text[start - 1] == "的" else None
                uppers = (*street.uppers, (street.name, street.level)) if street else ()
                yield Unit(start, start, last, unit.name, unit.stem, unit.level, uppers)


def _standing(text: str, stems: Collection[str], sure: Collection[str]) -> dict[int, str]:
    """Where the longest of the stems stands with the right words around it."""
    found: dict[int, str] = {}
    for stem in sorted(stems, key=len):
        before, behind = _FREE if stem in sure else _BOUND
        at = text.find(stem)
        while at >= 0:
            end = at + len(stem)
            opens = before.match(text, at) and (behind.match(text, end) or _heads_a_row(text, end, stems))
            if opens or (_ends_a_row(text, at, stems) and _AFTER_ROW.match(text, end)):
                found[at] = stem
            at = text.find(stem, at + 1)
    return found


def _heads_a_row(text: str, end: int, stems: Collection[str]) -> bool:
    """竹溪和|松岚: another of the names follows."""
    return text.startswith(_ROW, end) and any(text.startswith(stem, end + 1) for stem in stems)


def _ends_a_row(text: str, start: int, stems: Collection[str]) -> bool:
    """竹溪和|松岚: another of the names stands before."""
    return text.startswith(_ROW, start - 1) and any(text.endswith(stem, 0, start - 1) for stem in stems)


def find_bare_uppers(
    text: str, uppers: Sequence[Upper], units: Sequence[Unit], full_name: Callable[[str], str | None]
) -> Iterator[Unit]:
    """Cities and counties by their short name, as the subject of a clause, where the text has the full name too.

    Provinces and cities need no full name elsewhere: 宁夏已培养, 在四川，.
    """
    levels = _levels(units)
    taken = {at for unit in units for at in range(unit.chain_start, unit.end)}
    begin = last = 0
    for upper in uppers:
        begin, last = (begin if upper.start == last else upper.start), upper.end
        if upper.whole or upper.start in taken or not _may_open(text, begin, upper.start):
            continue
        name = full_name(upper.name)
        if name in levels and _is_subject(text, upper.start, upper.end):
            yield Unit(upper.start, upper.start, upper.end, str(name), "", levels[str(name)])
        elif name is not None and _is_scene_of(text, begin, upper):
            yield Unit(begin, upper.start, upper.end, name, "", upper.level)


def _may_open(text: str, begin: int, start: int) -> bool:
    """What a name at `start`, the last of those from `begin` on, needs to be a subject or a scene; few have it."""
    return _MAY_OPEN.match(text, start) is not None or (begin < start and _MAY_OPEN.match(text, begin) is not None)


def _is_subject(text: str, start: int, end: int) -> bool:
    looking = _LOOKING.match(text, start)
    if _WITHIN.match(text, start) and text[end : end + 1].isdigit():
        return True  # 在云和|168个行政村当中
    return looking is not None or (_OPENS.match(text, start) is not None and _SUBJECT.match(text, end) is not None)


def _is_scene_of(text: str, begin: int, upper: Upper) -> bool:
    """Whether 成都 is what its clause tells of; 四川成都, 贵州榕江 with less around it than a name alone."""
    if begin < upper.start and upper.full and upper.level != "省" and upper.name not in _WORDS:
        return _opens(text, begin) and _OF_SOMEBODY.match(text, upper.end) is None
    return upper.level in _WIDE and _is_scene(text, begin, upper.end)


def _opens(text: str, start: int) -> bool:
    return _WITHIN.match(text, start) is not None or _OPENS.match(text, start) is not None


def _is_scene(text: str, start: int, end: int) -> bool:
    """Whether a province or city opens its clause and is what the rest of it tells of."""
    if _WITHIN.match(text, start):
        return _SCENE.match(text, end) is not None
    return _OPENS.match(text, start) is not None and _DEED.match(text, end) is not None


def _levels(units: Sequence[Unit]) -> Mapping[str, str]:
    """The levels of the provinces, cities and counties that a text names in full."""
    parts = [(unit.name, unit.level) for unit in units if unit.rank < 3]
    return dict([*parts, *((name, level) for unit in units for name, level in unit.uppers if level not in "街道镇")])
