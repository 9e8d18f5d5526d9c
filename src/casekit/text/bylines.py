"""One line in, whether it only says who wrote, photographed or edited."""

from __future__ import annotations

import re

from casekit.text.layout import Layout

MAX_BYLINE = 80
_FINAL = re.compile(r"[。！？；“”《》0-9]")
_GAPS = re.compile(r"[\s、，：:/|&]+")
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}$|[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff·]{1,12}$")
# 王 伟: a name of two characters, spread to the width of three.
_SPREAD = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) {1,2}([\u4e00-\u9fff])(?![\u4e00-\u9fff])")


def is_byline(line: str, layout: Layout) -> bool:
    """True for a line of roles and names only, or of the mark □ and names.

    >>> from casekit.text.layout import load_layout
    >>> is_byline("本报记者 陆海宁 通讯员周文泽", load_layout()), is_byline("记者走进社区", load_layout())
    (True, False)
    """
    if len(line) > MAX_BYLINE or _FINAL.search(line) or not (line[0] == "□" or layout.role.search(line)):
        return False
    body = line.strip("—-（）()【】[] ")
    marked = body[:1] in layout.byline_marks
    body = _SPREAD.sub(r"\1\2", body.lstrip(layout.byline_marks + " "))
    roles, names = 0, []
    for chunk in _GAPS.split(body):
        if not chunk:
            continue
        role, name = _role_and_name(chunk, layout)
        if not role and not name:
            return False
        roles += role
        names += [name] if name else []
    return bool(roles) or (marked and line[0] == "□" and bool(names) and names[0][0] in layout.surnames)


def is_person(chunk: str) -> bool:
    """True for what may be a name: two to four hanzi, or parts joined by a middle dot.

    >>> is_person("帕提古丽·买买提"), is_person("江汉邻里网站")
    (True, False)
    """
    return bool(_PERSON.match(chunk))


def _role_and_name(chunk: str, layout: Layout) -> tuple[int, str]:
    """本报记者 is (1, ''), 记者张三 and 张三报道 are (1, 张三), 张三 is (0, 张三), anything else (0, '')."""
    if chunk in layout.roles:
        return 1, ""
    for role in layout.attached_roles:
        if chunk.startswith(role) or chunk.endswith(role):
            name = chunk.removeprefix(role) if chunk.startswith(role) else chunk.removesuffix(role)
            if name[:1] in layout.surnames and is_person(name):
                return 1, name
    return (0, chunk) if is_person(chunk) else (0, "")
