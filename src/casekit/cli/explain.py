"""`casekit explain`: every number of a text, the rule that took it, or what stood in the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casekit.core.errors import CasekitError

if TYPE_CHECKING:
    from casekit.documents import Document

_EPILOG = "casekit explain '两年来，荷城社区化解矛盾纠纷86起'"


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("explain", epilog=_EPILOG)(explain)


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT|FILE", help="A text, a file with one, or - for stdin.")],
    at: Annotated[int | None, typer.Option("--at", metavar="OFFSET", help="Only the number at this character.")] = None,
    rules: Annotated[Path | None, typer.Option(metavar="DIR", help="Your rules; they win over the shipped.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Each number with its frame, and the rule that took it with each condition ticked.

    Where no rule took it: the nearest rules, the condition that failed and the word that caused it. Where it is no
    quantity: the reason. Offsets count characters of the text from 0.
    """
    from casekit.extract import load_kit
    from casekit.workbench.explain import at_offset, explain_document
    from casekit.workbench.telling import as_data, told

    kit = load_kit(rules)
    found = [e for document in _documents(text) for e in explain_document(document, kit)]
    chosen = found if at is None else at_offset(found, at)
    if as_json:
        import json

        typer.echo(json.dumps([as_data(e, kit) for e in chosen], ensure_ascii=False, indent=2))
        return
    for explanation in chosen:
        for line in told(explanation, kit):
            typer.echo(line)
    if not chosen:
        typer.echo("no number here 没有数字", err=True)


def _documents(text: str) -> list[Document]:
    from casekit.documents import Document, read_documents

    if text == "-" or _stands(text, Path.is_file):
        return list(read_documents([Path(text)]))
    if _stands(text, Path.is_dir):
        raise CasekitError(f"{text}: a folder; explain takes one text. For a folder: casekit leftovers {text}")
    if Path(text).suffix in (".txt", ".html", ".docx", ".pdf", ".md"):
        raise CasekitError(f"{text}: no such file")
    return [Document(doc="", text=text, sha256="")]


def _stands(text: str, test: Callable[[Path], bool]) -> bool:
    """The test on the text as a path; a sentence is too long or too odd for a name, which is no error."""
    try:
        return test(Path(text))
    except (OSError, ValueError):
        return False
