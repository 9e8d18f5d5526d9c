"""`casekit doctor`: what is installed here, what is missing, and how to get it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated, NamedTuple

import typer

import casekit
from casekit.cli.output import choose_output, print_table, say, table_of

_EPILOG = "casekit doctor"

# What each extra is for, as one would ask for it.
_USES = {
    "html": "web pages",
    "office": "Word and PDF",
    "zh-hant": "traditional Chinese",
    "charts": "charts as PNG",
    "fast": "speed",
    "spark": "clusters",
}

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


class Finding(NamedTuple):
    """One line of the examination; `state` is ok, missing (an extra not installed) or broken."""

    what: str
    state: str
    found: str
    advice: str = ""


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("doctor", epilog=_EPILOG)(doctor)


def doctor(as_json: Json = False) -> None:
    """Versions, rules, extras, fonts and Java: what works here, and how to get what does not.

    Exit codes: 0 all that is needed is there (extras may be missing), 1 something needed is missing or broken.
    """
    findings = [*_program(), *_packages(), _font(), _java(), _encoding()]
    if as_json:
        print_table(table_of(finding._asdict() for finding in findings), choose_output("", True))
    else:
        for finding in findings:
            advice = f"   {finding.advice}" if finding.advice else ""
            typer.echo(f"{finding.state:8}{finding.what:28}{finding.found}{advice}".rstrip())
    broken = [finding.what for finding in findings if finding.state == "broken"]
    if broken:
        say(f"broken: {', '.join(broken)}")
        raise typer.Exit(1)
    say("casekit works here; what is missing is needed only for what its line says")


def _program() -> Iterator[Finding]:
    import platform

    yield Finding("casekit", "ok", casekit.__version__)
    yield Finding("python", "ok", f"{platform.python_version()} ({sys.executable})")
    from casekit.core.rules_folder import shipped_rules

    try:
        from casekit.rulebook import load_rule_files

        files = load_rule_files(None)
    except Exception as error:  # whatever it is, the examination goes on
        yield Finding("rules", "broken", str(error).splitlines()[0], "install casekit again")
    else:
        yield Finding("rules", "ok", f"{len(files.rules)} rules, {len(files.metrics)} metrics ({shipped_rules()})")


def _packages() -> Iterator[Finding]:
    """Every package that casekit asks for, those of extras with the extra's name."""
    from importlib.metadata import PackageNotFoundError, requires, version

    try:
        wanted = requires("casekit") or []
    except PackageNotFoundError:
        yield Finding("installation", "broken", "casekit is not installed", "pip install casekit")
        return
    for line in wanted:
        need, _, extra = line.partition("; extra == ")
        name = need.split(">")[0].split("=")[0].split("<")[0].split("[")[0].strip()
        extra = extra.strip("\"' ")
        label = f"{name} [{extra}]" if extra else name
        try:
            yield Finding(label, "ok", version(name))
        except PackageNotFoundError:
            advice = f'{_use(extra)}pip install "casekit[{extra}]"' if extra else f'pip install "{need.strip()}"'
            yield Finding(label, "missing" if extra else "broken", "", advice)


def _use(extra: str) -> str:
    return f"for {_USES[extra]}: " if extra in _USES else ""


def _font() -> Finding:
    """Only pictures in PNG need a Chinese font on this machine; SVG and the report use the reader's."""
    from casekit.compare.picture import has_chinese_font

    if has_chinese_font():
        return Finding("Chinese font", "ok", "found")
    return Finding("Chinese font", "missing", "", "needed for chart.png only: apt-get install fonts-wqy-microhei")


def _java() -> Finding:
    import shutil
    import subprocess

    java = shutil.which("java")
    if java is None:
        return Finding("java", "missing", "", "needed for --engine spark only: Java 17 or newer")
    try:
        told = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        return Finding("java", "missing", str(error).splitlines()[0], "needed for --engine spark only")
    return Finding("java", "ok", (told.stderr or told.stdout).splitlines()[0])


def _encoding() -> Finding:
    encoding = (sys.stdout.encoding or "unknown").lower()
    if encoding.replace("-", "").replace("_", "") in ("utf8", "utf8sig", "gbk", "gb18030", "cp936"):
        return Finding("terminal", "ok", encoding)
    return Finding("terminal", "missing", encoding, "Chinese may not print: set PYTHONUTF8=1")
