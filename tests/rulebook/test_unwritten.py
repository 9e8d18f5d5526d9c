"""A verb without its 了 and an amount without its 元 are read as if they had them, where nothing else takes them."""

from __future__ import annotations

import pytest

from casekit.extract import extract_text

_HEAD = "柳滩社区位于白鹤镇东头。"


def _facts(text: str) -> list[tuple[str, str, float, str]]:
    return [(f.quote, f.metric, f.value, f.unit) for f in extract_text(f"柳滩社区的账本\n\n{_HEAD}{text}")]


@pytest.mark.parametrize(
    ("text", "quote", "metric"),
    [
        ("修渠的事议了一冬，花47万元，水总算通了。", "47万元", "investment"),
        ("后院的活动室今年春天添26套桌椅。", "26套", "facilities"),
        ("楼下的绣坊，做枕套的、做围裙的，招93人。", "93人", "jobs_placed"),
        ("入夏以来派4200张防溺水明白卡。", "4200张", "materials_distributed"),
    ],
)
def test_a_verb_before_its_number_needs_no_particle(text: str, quote: str, metric: str) -> None:
    assert (quote, metric) in [(fact[0], fact[1]) for fact in _facts(text)]
    number = text.index(quote)
    verb = next(at for at in range(number - 1, -1, -1) if text[at] in "花添招派")
    said = text[: verb + 1] + "了" + text[verb + 1 :]
    assert [fact[:2] for fact in _facts(said)] == [fact[:2] for fact in _facts(text)]


@pytest.mark.parametrize("text", ["特等奖5个没人领。", "老槐树上挂的书画36。"])
def test_a_character_inside_a_word_is_no_verb(text: str) -> None:
    assert "goods_given" not in [fact[1] for fact in _facts(text)]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("装电梯的钱，居民自筹38万。", ("38万", "funds_raised", 380_000, "元")),
        ("合作社给社员返利21.6万。", ("21.6万", "other_money", 216_000, "元")),
        ("去年村集体收入做到了52万。", ("52万", "income", 520_000, "元")),
        ("上级拨付260万，修旧楼。", ("260万", "investment", 2_600_000, "元")),
    ],
)
def test_a_large_sum_needs_no_yuan(text: str, fact: tuple[str, str, float, str]) -> None:
    assert fact in _facts(text)


def test_what_is_no_money_stays_what_it_is() -> None:
    assert _facts("全社区常住人口2.3万，其中外来人口0.9万。") == [
        ("2.3万", "population", 23_000, "人"),
        ("0.9万", "floating_population", 9_000, "人"),
    ]


@pytest.mark.parametrize("joint", ["、", "和", "以及", "及", "，"])
def test_households_and_people_are_joined_by_any_and(joint: str) -> None:
    assert _facts(f"全社区318户{joint}1046人。") == [
        ("318户", "households", 318, "户"),
        ("1046人", "population", 1_046, "人"),
    ]
