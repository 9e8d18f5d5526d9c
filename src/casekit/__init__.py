"""Figures on communities, read from Chinese news reports.

`casekit.extract(text)` gives the facts of a text, `casekit.read("outputs")` the tables of a folder.

>>> import casekit
>>> [(fact.metric, fact.low, fact.high, fact.quote) for fact in casekit.extract("社区居民4100余人，党员近百名。")]
[('population', 4100.0, 4200.0, '4100余人'), ('party_members', 90.0, 100.0, '近百名')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Fact", "Outputs", "__version__", "extract", "read"]

if TYPE_CHECKING:
    from casekit.extract.text import extract_text as extract
    from casekit.facts import Fact
    from casekit.notebook import Outputs, read

# Loaded when first asked for, so that the command line comes up at once.
_HOMES = {"Fact": "casekit.facts", "Outputs": "casekit.notebook", "read": "casekit.notebook"}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name == "extract":
        return import_module("casekit.extract")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'casekit' has no attribute '{name}'")


def __dir__() -> list[str]:
    return __all__
