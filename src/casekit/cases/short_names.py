"""The other names a division goes by: without its class word, without the peoples in its name."""

from __future__ import annotations

import re

_CLASS = re.compile(
    r"(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|自治县|自治旗|地区|林区|特区|矿区|新区|省|市|区|县|旗|盟|州)$"
)
# Peoples that a name can stand for without 族 (蒙古自治县, 锡伯自治县), and those that it cannot (回族, 白族).
_BARE = "蒙古|维吾尔|朝鲜|哈萨克|柯尔克孜|锡伯|塔吉克|鄂伦春"
_ALL = (
    f"{_BARE}|布依|土家|哈尼|傈僳|拉祜|东乡|纳西|景颇|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|阿昌|普米|鄂温克|德昂|保安|裕固|独龙|赫哲"
    "|门巴|珞巴|基诺|高山|[汉回藏苗彝壮满侗瑶白傣黎佤畲水土羌京怒]"
)
_PEOPLE = re.compile(f"(?:{_ALL})族$")
_PEOPLES = re.compile(f"(?:各民?族|(?:{_ALL})族|{_BARE})+$")
_STREET_CLASS = re.compile(r"(?:街道办事处|街道|民族乡|民族苏木|苏木|地区办事处|镇|乡)$")
# Longer ones first. There are hundreds of such names in a county: cutting ends off takes a tenth of what patterns take.
_COMMITTEE = (
    *("居民委员会", "村民委员会", "居民委会", "村民委会"),
    *("居委会", "居民委", "村委会", "村民委", "牧委会", "渔委会", "家委会", "管委会", "委员会"),
    *("居委", "村委", "委会"),
)
_CLASS_OF_COMMITTEE = ("社区", "嘎查", "村", "屯")


def division_stem(name: str) -> str:
    """The name without class word and peoples; the name itself where less than two characters would be left.

    >>> [division_stem(name) for name in ("南宁市", "长阳土家族自治县", "内蒙古自治区", "广西壮族自治区", "郊区")]
    ['南宁', '长阳', '内蒙古', '广西', '郊区']
    """
    stem = _CLASS.sub("", name)
    bare = _PEOPLES.sub("", stem) if stem != "内蒙古" else stem
    for short in (bare, stem):
        if len(short) >= 2:
            return short
    return name


def division_forms(name: str) -> list[str]:
    """The class word kept, the peoples left out: 长阳县, 长阳自治县, 恩施州, 管城区; empty where that is no other name.

    >>> division_forms("长阳土家族自治县"), division_forms("管城回族区"), division_forms("南宁市")
    (['长阳县', '长阳自治县'], ['管城区'], [])
    >>> division_forms("东乡族自治县")
    ['东乡县', '东乡自治县']
    """
    stem = division_stem(name)
    if stem == name or (_PEOPLES.search(_CLASS.sub("", name)) is None and not name.endswith("自治区")):
        return []
    ends = {"自治县": "县", "自治旗": "旗", "自治州": "州", "区": "区"}
    stem = stem.removesuffix("族")  # 东乡县 for 东乡族自治县
    if name.endswith("自治区"):
        return []
    return [stem + form for end, short in ends.items() if name.endswith(end) for form in dict.fromkeys((short, end))]


def without_peoples(stem: str) -> str:
    """The stem of a name without the people that live there; as it is where nothing else is in it.

    >>> [without_peoples(stem) for stem in ("石佛回族", "松岭鄂伦春族", "回族", "竹溪")]
    ['石佛', '松岭', '回族', '竹溪']
    """
    return _PEOPLE.sub("", stem) or stem


def is_people(word: str) -> bool:
    """Whether a word is the name of one people of the country and nothing else.

    >>> [is_people(word) for word in ("回族", "鄂温克族", "少数民族")]
    [True, True, False]
    """
    return _PEOPLE.fullmatch(word) is not None


def street_stem(name: str) -> str:
    """The name of a street, town or township without its class word.

    >>> street_stem("衡阳街道办事处"), street_stem("草铺街道"), street_stem("乡")
    ('衡阳', '草铺', '乡')
    """
    return _STREET_CLASS.sub("", name) or name


def committee_stem(name: str) -> str:
    """The name of a village or residents' community without class word and committee.

    >>> [committee_stem(name) for name in ("光明社区居委会", "中山社区居民委员会", "南开居委会", "乐堂村民委员会")]
    ['光明', '中山', '南开', '乐堂']
    >>> committee_stem("乌兰嘎查村民委员会"), committee_stem("村委会")
    ('乌兰', '村委会')
    """
    return _without(_without(name, _COMMITTEE), _CLASS_OF_COMMITTEE) or name


def _without(name: str, ends: tuple[str, ...]) -> str:
    """The name without the first of the ends that it has."""
    if name.endswith(ends):
        for end in ends:
            if name.endswith(end):
                return name[: -len(end)]
    return name


def is_residential(name: str) -> bool:
    """Whether an official committee name is one of residents (社区, 居委会), not of villagers.

    >>> is_residential("光明社区居委会"), is_residential("乐堂村委会")
    (True, False)
    """
    return "社区" in name or "居" in name[-5:]
