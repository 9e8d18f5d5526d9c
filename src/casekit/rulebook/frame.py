"""The reading of the clause around one quantity, which rules test and people can look at."""

from __future__ import annotations

from dataclasses import dataclass

from casekit.core import Span
from casekit.core.settled import settled
from casekit.quantities import Quantity


@settled
@dataclass(frozen=True, slots=True)
class Frame:
    """All spans are offsets into `text`, the clean text of the whole page.

    left      from the start of the clause or the end of the quantity before, up to this one;
              the left zone of the quantity before where nothing but 、 or 共 stands between (2938户10211人)
    right     from the end of the quantity to the next one, to 、 or to the end of the clause
    noun      the counted thing: right after the measure word (26个|少数民族), else right before the number
    nouns     the known nouns of that phrase, no noun inside a longer one; the last is its head (少数民族|党员)
    predicate what those counted did or got (85户居民|领到新房), '' where they are only there
    before    the earlier clauses of the sentence
    verbs     where verbs were found that may govern this quantity; `inherited` where they are an earlier clause's
    group     the ethnic group named nearest, '' where none is
    beside    unit and class of the quantity before where no more than a pause stands between (238户、|1067人), else ()
    several   True where two ethnic groups or more are named on its left
    names     the names of places in the sentence, without their class words: no word of a rule is looked for in them
    leaning   the same quantity read with the verbs of the quantity before, tried where nothing else takes it
    """

    text: str
    sentence: Span
    quantity: Quantity
    left: Span
    right: Span
    noun: Span
    before: Span
    verbs: tuple[Span, ...]
    inherited: bool
    group: str
    nouns: tuple[Span, ...]
    predicate: Span
    beside: tuple[str, ...] = ()
    several: bool = False
    names: tuple[Span, ...] = ()
    leaning: Frame | None = None

    def words(self, zone: str) -> str:
        """The characters of a zone by its name, as `explain` prints them; verbs joined by a blank."""
        if zone == "verb":
            return " ".join(span.of(self.text) for span in self.verbs)
        span: Span = getattr(self, zone)
        return span.of(self.text)

    def read_with(
        self,
        left: Span | None = None,
        noun: Span | None = None,
        nouns: tuple[Span, ...] | None = None,
        verbs: tuple[Span, ...] | None = None,
        inherited: bool | None = None,
    ) -> Frame:
        """The same quantity with another left zone, noun or verbs; `leaning` is left open."""
        return Frame(
            self.text,
            self.sentence,
            self.quantity,
            self.left if left is None else left,
            self.right,
            self.noun if noun is None else noun,
            self.before,
            self.verbs if verbs is None else verbs,
            self.inherited if inherited is None else inherited,
            self.group,
            self.nouns if nouns is None else nouns,
            self.predicate,
            self.beside,
            self.several,
            self.names,
        )
