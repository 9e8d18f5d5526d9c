"""Lines that stand in many texts of one source."""

from __future__ import annotations

from casekit.text import find_boilerplate

BODIES = [
    f"{name}社区有居民{count}户，邻里和睦。\n居民们说，日子越过越好。"
    for name, count in zip("甲乙丙丁", range(4), strict=True)
]


def test_lines_at_the_edges_of_many_texts_are_found() -> None:
    texts = [f"用心记录身边事\n{body}\n桂中融媒·每日一读" for body in BODIES]
    assert find_boilerplate(texts) == {"用心记录身边事", "桂中融媒·每日一读", "居民们说，日子越过越好。"}


def test_communities_and_figures_are_never_boilerplate() -> None:
    texts = [f"清溪社区：\n全市共有居民3120户\n走进清溪社区\n{body}" for body in BODIES]
    assert find_boilerplate(texts) == {"居民们说，日子越过越好。"}


def test_few_texts_have_none() -> None:
    assert find_boilerplate([f"用心记录身边事\n{body}" for body in BODIES[:2]]) == frozenset()
