"""Documents that are extracted side by side come out as they do alone."""

from casekit.documents import Document
from casekit.extract import Kit, extract_document, extract_side_by_side

TEXTS = (
    "荷城社区现有居民3120户，少数民族占12%。",
    "",
    "全国造纸行业大中企业出口总额同比增长4.3%，新建项目130个。" * 12,
    "竹溪社区去年化解矛盾纠纷86起，其中邻里纠纷40起。",
    "民情走访\n社区干部走访１３３０人次，收集意\n▲各族群众联欢\n见建议130条。",
    "来源：桂中日报 点击数：2917\n\n石桥村、柳湾村分别改厕120户、85户。\n\n石桥村还修路3公里。",
)


def test_side_by_side_is_as_alone(kit: Kit) -> None:
    notes = (("b", "second"), ("a", "first"))
    documents = [Document(str(number), text, "", notes=notes) for number, text in enumerate(TEXTS)]
    together = extract_side_by_side(documents, kit)
    assert together == [extract_document(document, kit) for document in documents]
    assert [len(extraction.facts) for extraction in together] == [2, 0, 0, 2, 2, 3]
