"""Sentences that lean on the one before are read with it."""

import pytest

from casekit.text import read_page


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("柳园社区已就业2731人。其中，跨省务工1480人。", 1),
        ("柳园社区调解纠纷86起。这其中，邻里纠纷51起。", 1),
        ("柳园社区走访居民300户；收集意见60条。", 1),
        ("柳园社区帮着23户困难学生家庭。另有15户领到米面。", 1),
        ("柳园社区已就业2731人。社区还办起夜校。", 2),
        ("柳园社区已就业2731人。\n\n其中一位是张大姐，她开了小店。", 2),
    ],
)
def test_passages(text: str, passages: int) -> None:
    assert len(read_page(text).passages()) == passages
