"""The manual of the commands, written from the commands themselves.

`python -m casekit.manual > src/casekit/cli/README.md` renews it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from typer.main import get_command

from casekit.cli.app import app

_HEAD = """# 命令 · The commands

每条命令的用法，由程序自己写出；`casekit 命令 --help` 显示同样的内容。
Every command and option, written by the program itself; `casekit COMMAND --help` says the same.

* 结果写到标准输出，其余写到标准错误；终端上是表格，管道里是 CSV。
  Data go to stdout, all else to stderr: a table on a terminal, CSV in a pipe.
* 退出码 exit codes: 0 正常 fine, 1 有发现或失败 findings, 2 用法有误 wrong use,
  3 有文件读不出 something could not be read, 130 Ctrl-C.
* 命令补全 completion: `casekit --install-completion`.
"""


def manual_text() -> str:
    """The whole page."""
    return _HEAD + "".join(_pages(get_command(app), "casekit"))


def commands(command: Any, name: str = "casekit") -> Iterator[tuple[str, Any]]:
    """Every command that does something, with its full name, in the order of the help page."""
    below = getattr(command, "commands", None)
    if below is None:
        yield name, command
        return
    for each, one in below.items():
        yield from commands(one, f"{name} {each}")


def _pages(command: Any, name: str) -> Iterator[str]:
    for full, one in commands(command, name):
        words = [" ".join(part.split()) for part in (one.help or "").split("\n\n")]
        yield f"\n## {full}\n\n" + "\n\n".join(words) + f"\n\n    {one.epilog}\n\n"
        yield "| 选项 option | 意思 meaning |\n| --- | --- |\n"
        for parameter in one.params:
            if parameter.name != "help":
                yield f"| {_call(parameter)} | {_cell(parameter.help or '')} |\n"


def _call(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{_cell(parameter.metavar or parameter.name.upper())}`"
    return ", ".join(f"`{call}`" for call in (*parameter.opts, *parameter.secondary_opts))


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    print(manual_text(), end="")
