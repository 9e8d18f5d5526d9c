"""The rules as they travel to other machines: the files themselves, loaded once in each process."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from casekit.core import CasekitError
from casekit.extract import Kit, load_kit


@dataclass(frozen=True, slots=True)
class RuleBag:
    """A user's rule files and gazetteer by name and content; empty where the shipped rules are used.

    `digest` is that of the kit they make: a machine on which they make another kit refuses to work.
    """

    digest: str
    rules: tuple[tuple[str, bytes], ...] = ()
    gazetteer: tuple[str, bytes] | None = None
    boilerplate: frozenset[str] = frozenset()


def pack_rules(rules: Path | None, gazetteer: Path | None, boilerplate: frozenset[str] = frozenset()) -> RuleBag:
    """The bag of a rules folder, a gazetteer and lines that repeat; raises RuleError where a rule file is wrong."""
    kit = load_kit(rules, gazetteer)
    files = sorted(rules.rglob("*.yaml")) if rules else []
    return RuleBag(
        kit.digest,
        tuple((path.relative_to(rules).as_posix(), path.read_bytes()) for path in files) if rules else (),
        (gazetteer.name, gazetteer.read_bytes()) if gazetteer else None,
        boilerplate,
    )


_kits: dict[RuleBag, Kit] = {}


def kit_of(bag: RuleBag) -> Kit:
    """The kit of a bag, made once in each process; raises CasekitError where this machine makes another of it."""
    if bag not in _kits:
        kit = _unpack(bag)
        if kit.digest != bag.digest:
            raise CasekitError("the rules here are not those of the machine that sent the work: is casekit the same?")
        _kits[bag] = replace(kit, boilerplate=bag.boilerplate)
    return _kits[bag]


def _unpack(bag: RuleBag) -> Kit:
    with tempfile.TemporaryDirectory(prefix="casekit-") as name:
        folder = Path(name)
        for inside, content in bag.rules:
            path = folder / "rules" / inside
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        gazetteer = None
        if bag.gazetteer:
            gazetteer = folder / bag.gazetteer[0]
            gazetteer.write_bytes(bag.gazetteer[1])
        return load_kit(folder / "rules" if bag.rules else None, gazetteer)
