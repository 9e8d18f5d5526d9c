"""What a figure is counted per, by the words of its clause."""

import pytest

from casekit.extract import load_kit
from casekit.workbench.reading import read_text


@pytest.fixture(scope="module")
def kit():
    return load_kit()


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("社区全年开展文艺演出36场。", None),
        ("食堂每天卖出饭菜260份，其中40份送到老人床前。", "日"),
        ("食堂去年卖出饭菜2.6万份，其中40份送到老人床前。", None),
        ("村里的剧团一年要唱70场，看戏的近6000人次。", "年"),
        ("村里的剧团去年唱了70场，看戏的近6000人次。", None),
        ("换一次滤芯30元，跑一趟2元。", "次"),
        ("车间里日工资170元。", "日"),
        ("社区年均开展文艺演出36场。", "年"),
        ("食堂日均就餐150人次。", "日"),
        ("老人每人每餐只交5元。", "餐"),
        ("绣娘户均月收入4500元。", "月"),
        ("在营地当管家，底薪3000元一个月。", "月"),
        ("社区投入3000元一个月办成夜校。", None),
        ("村里的民宿一年迎来住客520余人次。", "年"),
        ("一年下来，民宿迎来住客520余人次，一年间调解纠纷12起。", None),
        ("社区食堂的套餐12元。", "餐"),
        ("村里请牙医每月来看诊3次，去年一年服务居民1840人次。", None),
        ("课堂每天接纳孩子150名，38名大学生排班来陪读。", None),
        ("社区食堂午饭送出60份。", None),
        ("社区食堂天天接待老人300多人次。", "日"),
        ("社区食堂一份套餐12元，每月用餐居民900人次。", "月"),
        ("村民人均可支配收入4380元，到2023年达到1.42万元。", "人"),
        ("近三年均开展文艺演出36场。", None),
        ("去年接待居民1.5万人次。", None),
        ("孩子每人每月自交350元，社区补贴180元。", "月"),
        ("食堂每天供餐300份，节日供餐450份。", "日"),
        ("来听书的每场少则三五十人，多则两三百人。", "次"),
        ("居民户均自付400元，凑出150万元。", None),
        ("食堂每天供餐300份，全年供餐9.7万份。", None),
        ("老人每餐只交5元，街道投入60万元。", None),
        ("每月8日打开棋牌室，接待居民200人次。", None),
    ],
)
def test_rate_of_the_last_figure(kit, text, per):
    read = read_text(text, kit, furniture=True)
    fact = read.fact(read.matches[-1], kit)
    assert fact is not None
    assert fact.per == per
