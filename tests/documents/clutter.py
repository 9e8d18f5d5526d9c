# ruff: noqa: E501  -- the markup is set as sites serve it
"""Twenty saved pages as sites really serve them: the article in a thicket of menus, counters, links and comments."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Page = tuple[str, str, Sequence[str]]

TITLE = "竹园社区：楼门口的“微议事”"
STORY = (
    "　　柳江区竹园社区位于城乡接合部，辖区面积2.3平方公里，有居民4120户1.16万人，其中壮族、瑶族、仫佬族等少数民族居民3650人，占全体居民的31.5%。",
    "　　“楼道灯坏了找谁？以前没人说得清。”72岁的居民黄秀莲说。2021年起，社区在每个楼门口摆上小板凳，请居民说事、干部记事。三年来，“楼门议事”开了286次，收集意见建议1340条，办结1275条。",
    "　　人多事杂，调解是大头。社区挑出19名热心居民组成调解队，累计化解邻里纠纷163起，劝和了其中97.5%。去年，社区投入52.8万元改造路灯和下水道，惠及居民960户。",
    "竹园社区居民在楼门口议事。",
    "　　入冬以来，社区党员走访困难群众147户，送去棉被85床、慰问金3.6万元。“棉被再厚，也不如有人上门说话。”独居老人韦大爷说。",
    "　　社区党委书记覃小玲介绍，明年计划再建2个“议事亭”，请来300名志愿者。",
)
NAV = "".join(
    f'<li><a href="/c{n}/">{name}</a></li>'
    for n, name in enumerate(["首页", "要闻", "时政", "民族", "社区", "图片", "视频", "专题"])
)
HOT = "".join(
    f'<li><a href="/news/{n}.html">{words}</a> <span>{views}次阅读</span></li>'
    for n, (words, views) in enumerate(
        [
            ("全市新增就业3.2万人 完成全年任务的104%", 5821),
            ("12345热线上月受理诉求18640件", 4410),
            ("城区中学运动会1200名学生同台竞技", 3977),
            ("老旧小区改造今年再开工86个", 3120),
        ]
    )
)
COMMENTS = (
    '<div class="comments"><h4>网友评论(38)</h4><div class="comment"><b>游客1024</b> 2024-11-07 08:11 <p>好社区！顶</p>'
    "<span>回复(3)</span></div><div class='comment'><b>山里人</b> 2024-11-07 10:25 <p>我们那儿也该学学</p></div></div>"
)
FOOT = (
    '<div class="footer"><p>关于我们 | 联系我们 | 广告服务 | 网站地图</p><p>版权所有 © 2008-2024 桂中新闻网 桂ICP备00045678号-1'
    "</p><p>互联网新闻信息服务许可证编号：45120170003 举报电话：0772-1234567</p><p>您是第2286417位访客</p></div>"
)
SHARE = '<div class="share">分享到：<a>微信</a><a>微博</a><a>QQ空间</a> 点赞 231 收藏 18</div>'
SCRIPT = '<script>var pv=3482; var tpl="<p>居民9999户</p>"; window.ads=[{n:88}]</script><style>.x{width:300px}</style>'


def _paragraphs(tag: str = "p") -> str:
    return "".join(f"<{tag}>{words}</{tag}>" for words in STORY)


def _page(body: str, head: str = "", site: str = "_社区_桂中新闻网") -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}{site}</title>{head}{SCRIPT}</head>'
        f"<body>{body}</body></html>"
    )


def _plain_site() -> str:
    return _page(
        f'<div class="nav"><ul>{NAV}</ul></div><div class="main"><h1>{TITLE}</h1><div class="info">2024-11-06 09:32:15'
        f' 来源：桂中新闻网 作者：黄小雨 点击数：3482</div><div class="text">{_paragraphs()}</div>{SHARE}</div>'
        f'<div class="side"><h3>热门推荐</h3><ul>{HOT}</ul></div>{COMMENTS}{FOOT}'
    )


def _government() -> str:
    return _page(
        f'<div class="header"><ul>{NAV}</ul></div><div class="position">当前位置：首页 > 新闻中心 > 基层动态</div>'
        f'<div class="article"><h1>{TITLE}</h1><div class="pages-date">发布时间：2024-11-06 15:20 来源：柳江区民族宗教事务局'
        f' 字体：[大 中 小] <a>打印</a></div><div class="TRS_Editor">{_paragraphs()}</div></div><div>扫一扫在手机打开当前页</div>'
        f'<div class="links">友情链接：自治区政府 市政府</div>{FOOT}',
        '<meta name="ArticleTitle" content="' + TITLE + '"><meta name="PubDate" content="2024-11-06 15:20">'
        '<meta name="ContentSource" content="柳江区民族宗教事务局">',
        "",
    )


def _wechat() -> str:
    story = "".join(f'<section style="margin:8px"><span>{words.strip()}</span></section>' for words in STORY)
    return (
        '<!DOCTYPE html><html><head><meta property="og:title" content="' + TITLE + '"><title></title></head><body>'
        f'<div id="js_article"><h2 id="activity-name"> {TITLE} </h2><span id="profileBt">竹园发布</span>'
        f'<em id="publish_time"></em><div id="js_content" style="visibility: hidden; opacity: 0;">{story}</div></div>'
        '<div class="qr">微信扫一扫 关注该公众号</div><div>阅读 1.2万 在看 86 点赞 231</div>'
        '<script>var ct = "1730856735"; var nickname = "竹园发布"; var readnum = 12000;</script></body></html>'
    )


def _epaper() -> str:
    return _page(
        f'<table width="100%"><tr><td>第A03版：社区周刊</td><td>上一版 下一版</td></tr><tr><td><table><tr><td>{HOT}</td></tr>'
        f'</table></td><td><div class="bt1">{TITLE}</div><div>2024年11月06日 星期三 桂中日报</div><div id="ozoom">'
        f"<founder-content>{_paragraphs()}</founder-content></div></td></tr></table><p>上一篇 下一篇</p>{FOOT}",
        "",
        "--桂中日报数字报",
    )


def _breaks() -> str:
    story = "<br><br>".join(STORY)
    return _page(
        f'<div id="nav">{NAV}</div><div id="left"><h1>{TITLE}</h1><div class="meta">来源：桂中新闻网　2024-11-06</div>'
        f'<div id="txt">{story}</div><div class="edit">责任编辑：李敏</div></div><div id="right"><ul>{HOT}</ul></div>{FOOT}'
    )


def _table_layout() -> str:
    story = "<br>".join(STORY)
    return _page(
        f'<table><tr><td colspan="2">{NAV}</td></tr><tr><td width="200"><ul>{HOT}</ul></td><td><table><tr><td align="center">'
        f"<b>{TITLE}</b></td></tr><tr><td>2024-11-6 8:15:00 来源：桂中新闻网 阅读：1024次</td></tr><tr><td>{story}</td></tr>"
        f"</table></td></tr><tr><td colspan='2'>{FOOT}</td></tr></table>"
    )


def _semantic() -> str:
    return _page(
        f'<header><nav><ul>{NAV}</ul></nav></header><main><article><h1>{TITLE}</h1><time datetime="2024-11-06T09:32:00+08:00">'
        f'11月6日</time>{_paragraphs()}<aside class="ad">广告 全场5折 仅售99元</aside></article><aside><ul>{HOT}</ul></aside>'
        f"</main><footer>{FOOT}</footer>"
    )


def _interrupted() -> str:
    half = len(STORY) // 2
    first, second = ("".join(f"<p>{words}</p>" for words in part) for part in (STORY[:half], STORY[half:]))
    return _page(
        f'<ul class="menu">{NAV}</ul><h1>{TITLE}</h1><p class="source">2024年11月06日 来源：桂中新闻网</p><div class="content">'
        f'{first}<div class="recommend"><ul>{HOT}</ul></div>{second}</div>{SHARE}{COMMENTS}{FOOT}'
    )


def _figure() -> str:
    words = list(STORY)
    words[3] = f'<figure><img src="1.jpg"><figcaption>{STORY[3]}</figcaption></figure>'
    story = "".join(one if one.startswith("<") else f"<p>{one}</p>" for one in words)
    return _page(f'<nav>{NAV}</nav><h1>{TITLE}</h1><div class="article-content">{story}</div>{SHARE}{FOOT}')


def _spans() -> str:
    story = "".join(f'<p><span style="font-size:16px"><font>{words}</font></span></p>' for words in STORY)
    return _page(f'<div>{NAV}</div><h1>{TITLE}</h1><div class="c">{story}</div><div><ul>{HOT}</ul></div>{FOOT}')


def _hidden() -> str:
    return _page(
        f'<div>{NAV}</div><h1>{TITLE}</h1><div class="content">{_paragraphs()}<p style="display:none">本站访问量8888人次</p>'
        f"<div hidden>隐藏户数7777户</div></div>{FOOT}"
    )


def _json_ld() -> str:
    data = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-11-06T09:32:00+08:00"}</script>'
    return _page(f'<ul>{NAV}</ul><h1>{TITLE}</h1><div class="body">{_paragraphs()}</div><ul>{HOT}</ul>{FOOT}', data)


def _divs() -> str:
    return _page(
        f'<div>{NAV}</div><div class="h">{TITLE}</div><div class="box">{_paragraphs("div")}</div>{SHARE}{FOOT}'
    )


def _forum() -> str:
    return _page(
        f'<div id="hd">{NAV}</div><table class="post"><tr><td class="author">楼主 山里人<br>积分 3280<br>帖子 412</td><td>'
        f'<h1>{TITLE}</h1><em>发表于 2024-11-6 09:32</em><div class="t_f">{"<br>".join(STORY)}</div></td></tr></table>'
        f'<table class="post"><tr><td>沙发 过路人<br>积分 77</td><td>写得真好</td></tr></table>{FOOT}',
        "",
        " - 桂中论坛",
    )


def _ministry() -> str:
    return _page(
        f'<div class="top">{NAV}</div><div class="path">您的位置：首页 >> 工作动态</div><h1>{TITLE}</h1><div id="UCAP-CONTENT">'
        f"{_paragraphs()}</div><div>[打印] [关闭]</div>{FOOT}",
        '<meta name="firstpublishedtime" content="2024-11-06-09:32:15">',
    )


def _university() -> str:
    return _page(
        f'<div>{NAV}</div><form name="_newscontent_fromname"><h1>{TITLE}</h1><div>2024-11-06 点击：[<span>1024</span>]</div>'
        f'<div id="vsb_content"><div class="v_news_content">{_paragraphs()}</div></div><p>上一条：社区培训班开班 下一条：'
        f"义诊进社区服务居民320人次</p></form>{FOOT}"
    )


def _mobile() -> str:
    return _page(
        f'<div class="bar"><a>打开APP</a></div><div class="art"><h1>{TITLE}</h1><div class="src">桂中新闻网 2024-11-06 09:32</div>'
        f'{_paragraphs()}<p class="editor">（责任编辑：李敏）</p></div><div class="more">打开客户端，查看更多精彩内容</div>'
        f'<div class="list"><ul>{HOT}</ul></div>'
    )


def _unclosed() -> str:
    story = "".join(f"<p>{words}" for words in STORY)
    return f"<html><head><title>{TITLE}</title><body><ul>{NAV}<h1>{TITLE}</h1><div class=content>{story}</div>{FOOT}"


def _old() -> str:
    story = "".join(f"<p>&nbsp;&nbsp;&nbsp;&nbsp;{words.strip()}</p>" for words in STORY)
    return (
        f'<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312"><TITLE>{TITLE}</TITLE></HEAD><BODY>'
        f"<CENTER><H1>{TITLE}</H1></CENTER><HR>{story}<HR>{FOOT}</BODY></HTML>"
    )


def _listed() -> str:
    story = "".join(f"<li>{words.strip()}</li>" for words in STORY)
    return _page(f'<nav>{NAV}</nav><h1>{TITLE}</h1><div class="article-content"><ul>{story}</ul></div>{SHARE}{FOOT}')


_MAKERS: tuple[Callable[[], str], ...] = (
    _plain_site,
    _government,
    _wechat,
    _epaper,
    _breaks,
    _table_layout,
    _semantic,
    _interrupted,
    _figure,
    _spans,
    _hidden,
    _json_ld,
    _divs,
    _forum,
    _ministry,
    _university,
    _mobile,
    _unclosed,
    _old,
    _listed,
)


def cluttered_pages() -> list[Page]:
    """(name, markup, paragraphs of the article) of every page."""
    return [(maker.__name__.strip("_"), maker(), STORY) for maker in _MAKERS]
