"""One person called by name behind a word for residents: 村民陈大山种了20亩."""

from __future__ import annotations

import re
from collections.abc import Iterator

# In a list of words this stands for any name: 村民某某.
ANYONE = "某某"

# Surnames and beginnings of names; those that are verbs and common nouns too (管, 高, 文) are left out.
_SURNAME = (
    "(?:欧阳|上官|司马|诸葛|慕容|司徒|尉迟|阿依|古丽|买买提|艾山|吐尔|玉素|迪丽|卓玛|扎西|次仁|央金|达瓦|格桑|巴图|"
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范石廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺郝龚邵严覃武戴莫孔汤康牛樊葛邢乔伍庞颜倪庄聂鲁岳翟殷詹申欧耿兰焦俞柳甘宁尚符舒阮柯纪梅童凌毕季裴霍涂苗谷曲翁冉骆蓝靳柴蒙鲍华喻祁蒲滕屈饶牟艾尤阳穆卓古吉缪芦麦褚娄窦戚岑景卜晏席卫柏宗瞿佟臧闵苟邬边卞姬仇栾隋刁沙巫寇桑郎甄仲虞敖巩佘池麻苑迟邝阿])"
)
# What follows a name where the person is who does it; who says something speaks of others.
_DOES = (
    r"(?:今年|去年|前年|上个?月|如今|现在|原先|以前|每[天月年]|一[年天]|这[些几]?年|家|的|种|养|卖|挣|赚|靠|开|在|把|也|就|拿|领|住|有|是|买|花|借|"
    r"摆|栽|承包|流转|租|搬|喂|做|绣|织|打|摔|跑|攒|存|盖|带着(?!.{0,3}[队村民人])|[，,](?!.{0,2}说))"
)
_NAMED = re.compile(rf"{_SURNAME}(?:(?![说讲算告介])[\u4e00-\u9fff·]){{1,3}}?(?={_DOES})")
_AGED = "岁的"
_DESCRIBED = re.compile(rf"(?:[一-鿿](?![们等])){{0,5}}?{_NAMED.pattern}")
# One whom no word for residents announces must begin a clause and tell of a livelihood: 王桂花今年挣了8000元.
# Names of places without their 村 and 镇 look alike, so the last character is none that ends such names.
_WHEN = (
    r"(?:[今去前]年(?:[春夏秋冬]天|[年春]?[初底节]后?)?|上个?月|如今|现在|眼下|每个?[天月年]|"
    r"一[年天]|一个月|光|就|能|也|已|便|还|可)*"
)
_LIVES = "挣|赚|月入|年入|种了|养了|养着|种着|喂了|承包了?|攒[下了]|贷了|欠下|借了"
# What a village or a town may do as well, so that only a name of three characters is told of it.
_GOES_ON = "考[下取到了]|学[会了]|[拿领]到|开[了起]|办起|进[了厂]|当上|应聘|[返回]乡|跟着|盖起|花了|卖[了出]"
_OWN = "家(?:里|中|有|的|种|养|今年|去年|一年|盖|住|卖|靠|挣|赚|年|收|每|欠|花)"
_SHOP = "的(?:小?店|摊|[面饭菜餐茶酒]馆|铺子?|网店|大棚|果园|民宿|农家乐|养殖场)"
_TELLS = rf"(?:{_OWN}|{_SHOP}|两口子|夫妇|夫妻|一家[人子，]|一个人|{_WHEN}(?:{_LIVES}))"
_LAST = r"(?![们代委])[\u4e00-\u9fff](?<![村社区镇乡县市州街路寨屯院组庄湾坪沟岭坝里家年])"
_ALONE = re.compile(
    rf"(?:^|(?<=[，。；：！？“”、\s—…）]))(?={_SURNAME})"
    rf"(?:{_SURNAME}[\u4e00-\u9fff·]{{0,2}}{_LAST}{_TELLS}|{_SURNAME}[\u4e00-\u9fff]{_LAST}{_WHEN}(?:{_GOES_ON}))"
    rf"|{_SURNAME}某{{1,2}}|老{_SURNAME}家(?![村湾坪沟岭寨屯庄峪坡港])|[老小]{_SURNAME}{_SHOP}"
)
_AT_ALL = re.compile(r"(?:代表|们|家庭|委员|小组|自治|集体|活动|生活|需求|意见|就业|收入|培训|服务|议事|志愿|骨干)")


def is_named(text: str, at: int) -> bool:
    """True where the name of one person, of whom something is told, begins at `at`.

    After an age a few words may tell who it is: 58岁的老羊倌王树生.

    >>> is_named("村民陈大山种了20亩", 2), is_named("村民人均收入2万元", 2), is_named("村民陈大山说", 2)
    (True, False, False)
    >>> is_named("58岁的老羊倌王树生养了90只羊", 4), is_named("58岁的老羊倌们养了90只羊", 4)
    (True, False)
    """
    named = _DESCRIBED if text.startswith(_AGED, at - len(_AGED)) else _NAMED
    return named.match(text, at) is not None and _AT_ALL.match(text, at) is None


def named_alone(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each name of a person that begins a clause of `text[start:end]` and whose living is told.

    >>> list(named_alone("王桂花今年挣了8000元，东街社区挣了5万元", 0, 22))
    [(0, 6)]
    """
    return (found.span() for found in _ALONE.finditer(text, start, end))
