"""Web pages as sites and word processors write them, in our own words."""

LABELS_2021 = ("本年制发件数", "本年废止件数", "现行有效件数")

PROSE = {
    "title": "灵溪镇人民政府2025年政府信息公开工作年度报告",
    "preamble": (
        "本报告由灵溪镇人民政府编制。所列数据的统计期限自2025年1月1日起至2025年12月31日止。"
        "如有疑问，请与灵溪镇党政办公室联系（地址：云岭县灵溪镇兴镇路8号；邮编：000100；电话：0000-1234567）。"
    ),
    "overview": "2025年，我镇公开政府信息126条，没有收到公开申请。",
    "other": "2025年没有收取信息处理费。",
}


def proactive_table(cell: str = "td", values: tuple[str, str, str] = ("2", "1", "6"), style: str = "") -> str:
    """Return the table of 主动公开 of the edition of 2021 as HTML."""

    def row(*texts: str, span: int = 1) -> str:
        extra = f' colspan="{span}"' if span > 1 else ""
        first, *rest = texts
        if not rest:
            return f"<tr><{cell} colspan=4{style}>{first}</{cell}></tr>"
        return (
            f"<tr><{cell}{style}>{first}</{cell}>"
            + "".join(f"<{cell}{extra}{style}>{text}</{cell}>" for text in rest)
            + "</tr>"
        )

    rows = [
        row("第二十条第（一）项"),
        row("信息内容", *LABELS_2021),
        row("规章", "0", "0", "0"),
        row("行政规范性文件", *values),
        row("第二十条第（五）项"),
        row("信息内容", "本年处理决定数量", span=3),
        row("行政许可", "46", span=3),
        row("第二十条第（六）项"),
        row("信息内容", "本年处理决定数量", span=3),
        row("行政处罚", "3", span=3),
        row("行政强制", "0", span=3),
        row("第二十条第（八）项"),
        row("信息内容", "本年收费金额（单位：万元）", span=3),
        row("行政事业性收费", "0.038", span=3),
    ]
    return f"<table>{''.join(rows)}</table>"


def article(table: str = "") -> str:
    """Return the report as the inside of a page."""
    return (
        f"<p>{PROSE['preamble']}</p><p><strong>一、总体情况</strong></p><p>{PROSE['overview']}</p>"
        f"<p>二、主动公开政府信息情况</p>{table or proactive_table()}<p>六、其他需要报告的事项</p>"
        f"<p>{PROSE['other']}</p>"
    )


def site(table: str = "", charset: str = "utf-8") -> str:
    """Return a page of a government site: menus, breadcrumbs, a form around it all, scripts, small print."""
    menu = "".join(f'<li><a href="/{n}.html">政府信息公开年报{n}</a></li>' for n in range(40))
    return (
        f'<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">'
        f'<title>{PROSE["title"]}-云岭县人民政府</title><meta name="ArticleTitle" content="{PROSE["title"]}">'
        '<meta name="PubDate" content="2026-01-20 09:30"><link rel="canonical" href="http://www.example.cn/a/1.html">'
        "<script>var a = '<table><tr><td>规章</td></tr></table>';</script><style>p { color: red }</style></head><body>"
        f'<form id="aspnetForm"><div class="header"><ul class="nav">{menu}</ul></div>'
        '<div class="crumb">当前位置：首页 &gt; 政府信息公开年报</div>'
        f'<div class="content"><h1>{PROSE["title"]}</h1>'
        '<div class="info">发布日期：2026-01-20 来源：党政办 字号：大 中 小</div>'
        f'<div id="zoom">{article(table)}<p style="display:none">看不见的统计代码一二三四五六七八九十看不见</p>'
        "</div>"
        '<div class="share">分享到：微信</div><p>上一篇：关于培训的通知</p></div>'
        '<div class="footer">版权所有：云岭县人民政府 电话：0000-7654321</div></form></body></html>'
    )
