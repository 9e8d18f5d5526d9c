"""What the first and last lines of a text say of it."""

from __future__ import annotations

from datetime import date

import pytest

from casekit.documents.headlines import read_headline

BODY = "社区有居民3120户8465人，近年来化解邻里矛盾57起。"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"小院里的大家庭\n\n{BODY}", "小院里的大家庭"),
        (f"# 小院里的大家庭\n{BODY}", "小院里的大家庭"),
        (f"首页 >> 资讯 >> 正文\n[ 大 中 小 ] [ 打印 ]\n小院里的大家庭\n{BODY}", "小院里的大家庭"),
        (f"2024年社区工作总结\n（2024年12月20日）\n{BODY}", "2024年社区工作总结"),
        (f"\n\n清溪社区：\n\n小院里的大家庭\n{BODY}", None),
        (f"{BODY}\n小院里的大家庭", None),
        ("", None),
    ],
)
def test_the_title_is_the_first_line_that_can_be_one(text: str, title: str | None) -> None:
    assert read_headline(text).title == title


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"小院里的大家庭\n2024-11-06 09:32:15　来源：中原社区网\n{BODY}", date(2024, 11, 6)),
        (f"小院里的大家庭\n来源：中原社区网　发布时间：2024年11月6日\n{BODY}", date(2024, 11, 6)),
        (f"总结\n（2024年12月20日）\n{BODY}", date(2024, 12, 20)),
        (f"总结\n{BODY}\n　　　　清溪社区居委会\n2024年12月20日", date(2024, 12, 20)),
        (f"小院里的大家庭\n2021年5月18日，社区的平台上线，{BODY}", None),
        (f"小院里的大家庭\n{BODY}", None),
    ],
)
def test_the_date_stands_in_a_line_of_its_own(text: str, day: date | None) -> None:
    found = read_headline(text)
    assert (found.published, found.published_from) == (day, "dateline" if day else None)


def test_the_name_of_the_file_helps_where_the_text_is_silent() -> None:
    found = read_headline(BODY, "20241106-清溪社区.txt")
    assert (found.published, found.published_from) == (date(2024, 11, 6), "file-name")


def test_front_matter_of_markdown_is_read() -> None:
    found = read_headline(f'---\ntitle: "小院里的大家庭"\ndate: 2024-11-06\nsource: 中原社区网\n---\n{BODY}')
    assert (found.title, found.source, found.published) == ("小院里的大家庭", "中原社区网", date(2024, 11, 6))


def test_the_publisher_is_named_by_its_label() -> None:
    assert read_headline(f"小院里的大家庭\n稿源：桂中日报 编辑：李敏\n{BODY}").source == "桂中日报"
