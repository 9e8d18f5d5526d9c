"""A text in, its facts out: extraction for those who have a string and no folder."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from casekit.documents import Document
from casekit.documents.headline_words import load_headline_words
from casekit.documents.headlines import read_headline
from casekit.extract.document import extract_document
from casekit.extract.kit import Kit, load_kit
from casekit.facts import Fact


def extract_text(
    text: str,
    *,
    title: str | None = None,
    published: date | None = None,
    doc: str = "text",
    rules: str | Path | None = None,
) -> list[Fact]:
    """The facts of a text, in its order, as `casekit extract` finds them in a file; `casekit.extract` is this function.

    Title and day of publication are read from the text unless given. `rules` is a folder of your own rules.
    Raises RuleError where a rule file is wrong.

    >>> for fact in extract_text("荷城社区位于贵港市港北区，常住居民5.9万人，其中少数民族群众6500多人。"):
    ...     fact.case, fact.metric, fact.value, fact.high, fact.quote
    ('荷城社区', 'population', 59000.0, 59000.0, '5.9万人')
    ('荷城社区', 'minority_population', 6500.0, 6600.0, '6500多人')
    """
    headline = read_headline(text, words=load_headline_words(None if rules is None else Path(rules)))
    document = Document(
        doc,
        text,
        sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=title or headline.title,
        source=headline.source,
        published=published or headline.published,
    )
    return list(extract_document(document, _kit(None if rules is None else Path(rules))).facts)


@lru_cache(maxsize=4)
def _kit(rules: Path | None) -> Kit:
    return load_kit(rules)
