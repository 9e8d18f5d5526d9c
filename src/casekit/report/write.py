"""An outputs folder in, one HTML file out."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from casekit.compare.catalogue import load_catalogue, read_derived
from casekit.compare.policy import load_policy
from casekit.core import CasekitError
from casekit.core.rules_folder import rule_file
from casekit.core.yamlfile import read_yaml
from casekit.report.documents import document_blocks
from casekit.report.html import page_parts
from casekit.report.index import coverage, list_communities, list_conflicts, list_documents, list_measures
from casekit.report.ranking import rank_measures
from casekit.report.selection import select_documents

LIMIT = 5000


@dataclass(frozen=True, slots=True)
class Written:
    """What a report holds: documents with their texts, how many did not go in, and the bytes of the file."""

    documents: int
    left_out: int
    bytes: int


def write_report(folder: Path, file: Path, rules: Path | None = None, limit: int = LIMIT) -> Written:
    """Writes the report of a folder of tables, with the texts of at most `limit` documents.

    The same tables and rules give the same bytes. Raises CasekitError where the tables cannot be read or the file
    cannot be written; a file that stood there before is then kept.
    """
    catalogue, policy = load_catalogue(rules), load_policy(rules)
    chosen = select_documents(folder, limit)
    communities, number = list_communities(folder, chosen)
    ranked = rank_measures(folder, catalogue, policy, chosen, number)
    index = {
        "documents": list_documents(chosen),
        "left_out": chosen.left_out,
        "communities": communities,
        "measures": list_measures(catalogue, _english(rules), ranked),
        "families": list(policy.families),
        "levels": list(policy.levels),
        "conflicts": list_conflicts(folder, catalogue, policy, chosen, number),
        "coverage": coverage(folder),
    }
    ranking = {
        name: {"rows": of.rows, "notes": [asdict(note) for note in of.notes]} for name, of in ranked.items() if of.rows
    }
    _write(file, page_parts(index, ranking, document_blocks(chosen, number)))
    return Written(len(chosen.documents), chosen.left_out, file.stat().st_size)


def _write(file: Path, parts: Iterable[str]) -> None:
    part = file.with_name(f".{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(parts)
        part.replace(file)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise CasekitError(f"{file}: cannot be written ({error.strerror or error})") from None


def _english(rules: Path | None) -> dict[str, str]:
    """The English definitions of all measures that have one."""
    from casekit.rulebook.load import load_metrics

    metrics = load_metrics(rules)
    derived = read_yaml(rule_file("derived.yaml", rules), "derived.yaml")
    content = derived.content or {}
    computed = {name: content[name].get("english_definition", "") for name in read_derived(derived, metrics)}
    return computed | {metric.id: metric.english_definition for metric in metrics.values() if metric.english_definition}
