"""What run.json says of a run; no clock and no machine in it, so that the same input gives the same bytes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import casekit
from casekit.documents import ReadOptions
from casekit.extract import Kit
from casekit.run.summary import Counts


def manifest(kit: Kit, counts: Counts, options: ReadOptions) -> dict[str, Any]:
    """The manifest of a finished run."""
    return {
        "casekit": casekit.__version__,
        "digests": {"rules": kit.digest},
        "settings": {key: value for key, value in asdict(options).items() if value is not None},
        "counts": {
            "documents": counts.documents,
            "chars": counts.chars,
            "facts": counts.facts,
            "cases": counts.cases,
            "leftovers": dict(sorted(counts.leftovers.items())),
            "problems": dict(sorted(counts.problems.items())),
            "unread": counts.failed,
        },
    }
