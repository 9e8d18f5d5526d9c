"""Made reports by the megabyte, the same for the same seed; or real texts, where a file of them is at hand."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

SHARED = Path(__file__).parents[3] / "shared" / "bulk" / "news.jsonl.gz"

_OPENINGS = (
    "{place}{name}社区位于城区东部，辖区面积{area}平方公里，现有居民{homes}户、{people}人。",
    "走进{place}{name}社区，广场上正排练节目，社区工作人员说，这里常住居民约{people}人。",
    "{name}社区是{place}较早建成的居住区之一，居住着汉、壮、苗、瑶等{groups}个民族的居民{people}多人。",
)
_MIDDLES = (
    "去年以来，社区收集意见建议{small}条，办结{less}条，办结率{share}%。",
    "网格员每周入户走访，累计走访{homes}户次，化解邻里矛盾纠纷{small}件。",
    "社区投入{money}万元改造老旧管网，新增停车位{less}个、路灯{tiny}盏。",
    "志愿服务队由{tiny}名退休教师和{less}名青年组成，全年开展活动近{small}场次。",
    "少数民族居民{some}余人，占总人口的{share}%，其中外来务工人员{less}名。",
    "石榴籽服务站提供政策咨询、就业介绍等{tiny}项服务，帮助{less}人找到工作。",
    "居民李某说，楼下修了路，晚上也亮堂了，出门买菜、送孩子上学都方便许多。",
    "大家商量着定下了轮流值守的办法，遇到事情先坐下来谈，谈不拢再请人评理。",
    "每到节日，各家把自己的拿手菜端到长桌上，孩子们穿着各式衣裳跑来跑去。",
    "从{year}年起，社区每年评选和睦家庭，至今已评出{less}户，{tiny}人获得区级表彰。",
)
_CLOSINGS = (
    "社区书记表示，下一步将继续听取居民的想法，把小事办实，把好事办好。",
    "如今，{name}社区的居民见面都打招呼，谁家有事，邻居先到。",
)
_PLACES = ("贵港市港北区", "安宁市", "巴彦淖尔市临河区", "南宁市西乡塘区", "贵阳市南明区", "长阳县")
_SYLLABLES = "荷金宁光富南江中华和平兴安福康新民友谊长青明珠"

_WORDS = (
    *(
        "居民",
        "邻里",
        "楼道",
        "广场",
        "书屋",
        "窗口",
        "老人",
        "孩子",
        "歌舞",
        "节日",
        "饭菜",
        "花草",
        "雨天",
        "早晨",
        "傍晚",
    ),
    *(
        "商量",
        "帮忙",
        "清扫",
        "修补",
        "练习",
        "接送",
        "看望",
        "劝说",
        "打听",
        "学会",
        "记下",
        "种上",
        "挂起",
        "聊起",
        "赶来",
    ),
    *(
        "热闹",
        "干净",
        "宽敞",
        "耐心",
        "熟悉",
        "踏实",
        "方便",
        "和气",
        "仔细",
        "高兴",
        "安静",
        "整齐",
        "亲近",
        "顺手",
        "暖和",
    ),
    *(
        "后来",
        "常常",
        "一起",
        "渐渐",
        "随后",
        "平时",
        "从此",
        "如今",
        "还是",
        "也就",
        "都说",
        "便是",
        "总有",
        "正好",
        "依旧",
    ),
)


def made_reports(megabytes: float, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Names and texts of invented reports, about 2 kB each, up to `megabytes` of UTF-8 in all."""
    chance = random.Random(seed)
    size, number = 0, 0
    while size < megabytes * 1e6:
        text = _report(chance)
        size += len(text.encode())
        yield f"{number // 1000:04}/{number:07}.txt", text
        number += 1


def plain_reports(megabytes: float, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Names and texts of long reports that hold few figures, about 8 kB each, no two the same."""
    chance = random.Random(seed)
    size, number = 0, 0
    while size < megabytes * 1e6:
        paragraphs = [chance.choice(_OPENINGS).format(**_figures(chance), **_numbers(chance))]
        paragraphs += ["".join(_plain_sentence(chance) for _ in range(6)) for _ in range(10)]
        text = "\n".join(paragraphs) + "\n"
        size += len(text.encode())
        yield f"{number // 1000:04}/{number:07}.txt", text
        number += 1


def real_reports() -> Iterator[tuple[str, str]]:
    """Names and texts of the real news that may lie beside the project."""
    with gzip.open(SHARED, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield f"{row['id']}.txt", row["text"]


def reports(megabytes: float) -> tuple[str, list[tuple[str, str]]]:
    """What they are, and names and texts up to `megabytes`: real ones where they are at hand, else made ones."""
    found, size = [], 0
    for name, text in real_reports() if SHARED.is_file() else made_reports(megabytes):
        found.append((name, text))
        size += len(text.encode())
        if size >= megabytes * 1e6:
            break
    return "real news" if SHARED.is_file() else "made reports", found


def write_reports(folder: Path, texts: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> int:
    """Writes one file a report; returns the bytes written."""
    size = 0
    for name, text in texts:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode()
        path.write_bytes(data)
        size += len(data)
    return size


def _report(chance: random.Random) -> str:
    figures = _figures(chance)
    sentences = [chance.choice(_OPENINGS), *(chance.choice(_MIDDLES) for _ in range(16)), chance.choice(_CLOSINGS)]
    paragraphs = []
    for start in range(0, len(sentences), 3):
        paragraphs.append("".join(s.format(**figures, **_numbers(chance)) for s in sentences[start : start + 3]))
    return "\n".join(paragraphs) + "\n"


def _plain_sentence(chance: random.Random) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(14, 24))]
    return f"{''.join(words[:10])}，{''.join(words[10:])}。"


def _figures(chance: random.Random) -> dict[str, object]:
    """What stays the same throughout a report."""
    return {
        "place": chance.choice(_PLACES),
        "name": "".join(chance.sample(_SYLLABLES, 2)),
        "area": round(chance.uniform(0.3, 9), 2),
        "year": chance.randint(2008, 2024),
        "groups": chance.randint(5, 30),
    }


def _numbers(chance: random.Random) -> dict[str, object]:
    return {
        "people": chance.choice([chance.randint(900, 60000), f"{chance.uniform(0.5, 6):.2f}万"]),
        "homes": chance.randint(300, 9000),
        "some": chance.randint(10, 90) * 100,
        "small": chance.randint(20, 400),
        "less": chance.randint(10, 90),
        "tiny": chance.randint(2, 12),
        "share": round(chance.uniform(3, 99), 1),
        "money": chance.randint(10, 900),
    }
