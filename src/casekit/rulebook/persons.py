"""One person called by name behind a word for residents: 村民陈大山种了20亩."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casekit.rulebook.lexicon import Lexicon

# In a list of words this stands for any name: 村民某某.
ANYONE = "某某"
_AGED = "岁的"
_LETTER = r"[\u4e00-\u9fff·]"
_YEAR = "[今去前]年(?:[春夏秋冬]天|[年春]?[初底节]后?)?"
_BEGIN = r"(?:^|(?<=[，。；：！？“”、\s—…）]))"


class Persons:
    """Finds persons by the surnames and the words of rules/lists/persons.yaml."""

    def __init__(self, words: Lexicon) -> None:
        named = _named(words)
        self._named = re.compile(named)
        self._described = re.compile(rf"(?:[一-鿿](?![们等])){{0,5}}?{named}")
        self._alone = re.compile(_alone(words))
        self._nobody = re.compile(words.any("人名像词"))

    def is_named(self, text: str, at: int) -> bool:
        """True where the name of one person, of whom something is told, begins at `at`.

        After an age a few words may tell who it is: 58岁的老羊倌王树生.

        >>> persons = Persons(Lexicon({"姓氏": ["陈", "王"], "人名后词": ["种", "养"]}))
        >>> persons.is_named("村民陈大山种了20亩", 2), persons.is_named("村民人均种了2亩", 2)
        (True, False)
        >>> persons.is_named("58岁的老羊倌王树生养了90只羊", 4), persons.is_named("58岁的老羊倌们养了90只羊", 4)
        (True, False)
        """
        named = self._described if text.startswith(_AGED, at - len(_AGED)) else self._named
        return named.match(text, at) is not None and self._nobody.match(text, at) is None

    def named_alone(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Start and end of each name of a person that begins a clause of `text[start:end]` and whose living is told.

        >>> persons = Persons(Lexicon({"姓氏": ["王"], "谋生词": ["挣"], "非名末字": ["社"]}))
        >>> list(persons.named_alone("王桂花今年挣了8000元，东街社区挣了5万元", 0, 22))
        [(0, 6)]

        A crop that begins like a name is nobody:

        >>> persons = Persons(Lexicon({"姓氏": ["黄"], "谋生词": ["种了"], "非名末字": ["社"], "人名像词": ["黄芪"]}))
        >>> list(persons.named_alone("黄芪地种了80亩", 0, 8))
        []
        """
        found = self._alone.finditer(text, start, end)
        return (name.span() for name in found if self._nobody.match(text, name.start()) is None)


def _named(words: Lexicon) -> str:
    """A name and what follows it where the person is who does it; who says something speaks of others."""
    name = rf"(?:[老小]{words.any('姓氏')}|{words.any('姓氏')}(?:(?!{words.any('说话字')}){_LETTER}){{1,3}}?)"
    led = rf"{words.any('带领词')}(?!.{{0,3}}{words.any('众人字')})"
    return rf"{name}(?=(?:{words.any('人名后词')}|{led}|[，,](?!.{{0,2}}说)))"


def _alone(words: Lexicon) -> str:
    """A name that begins a clause and tells of a livelihood, a name left out (韦某某), the house or the shop of one.

    Names of places without their 村 and 镇 look alike, so the last character is none that ends such names; of what a
    village or a town may do as well only a name of three characters is told.
    """
    surname, shop = words.any("姓氏"), rf"的{_LETTER}{{0,2}}?{words.any('小店词')}"
    last = rf"(?!{words.any('非名末字')})[\u4e00-\u9fff]"
    when = f"(?:{_YEAR}|{words.any('何时词')})*"
    tells = f"(?:{words.any('家中词')}|{shop}|{words.any('一家人词')}|一家，|{when}{words.any('谋生词')})"
    goes_on = f"{when}{words.any('个人事词')}"
    return (
        rf"{_BEGIN}(?!{words.any('像姓的东西')})(?={surname})(?:{surname}{_LETTER}{{0,2}}{last}{tells}|{surname}[\u4e00-\u9fff]{last}{goes_on})"
        rf"|{surname}某{{1,2}}|老{surname}家(?!{words.any('村名尾字')})|[老小]{surname}{shop}"
        rf"|{_BEGIN}[老小]{surname}(?:{tells}|{goes_on})"
    )
