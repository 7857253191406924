# ruff: noqa: E501 - the pages stand here as sites write them
"""Pages as the sites of governments build them: the plan is read, and nothing of what stands around it."""

from __future__ import annotations

import pytest

from .opened import opened

TITLE = "青河县关于印发县域经济发展三年行动方案的通知"
SENTENCE = "各乡镇、各部门要压实责任、细化措施，把行动方案确定的各项任务落到实处，让群众得到看得见的好处。"
BODY = (
    "<p style='text-align:center'><b>一、总体要求</b></p>"
    f"<p>　　{SENTENCE}</p><p>　　到2028年，新建园区3个，培育企业120家。</p>"
    "<table border=1><tr><td>指标</td><td>2028年</td></tr><tr><td>新建园区（个）</td><td>3</td></tr></table>"
    f"<p>　　{SENTENCE * 2}</p><p align=right>青河县人民政府</p><p align=right>2026年1月5日</p>"
)
TOLD = [
    "一、总体要求", SENTENCE, "到2028年，新建园区3个，培育企业120家。", "指标 | 2028年", "新建园区（个） | 3", SENTENCE * 2,
    "青河县人民政府", "2026年1月5日",
]  # fmt: skip
LINKS = "".join(f"<li><a href='/{n}.html' target=_blank>关于某项工作的公告之{n}</a></li>" for n in range(6))
MENU = "".join(
    f"<td><a href='/{n}/'>{word}</a></td>" for n, word in enumerate(("网站首页", "走进青河", "政务公开", "办事服务"))
)
FOOT = "<p>主办：青河县人民政府办公室　承办：青河县数据局</p><p>网站标识码：0000000000　某ICP备00000000号　公网安备0000号</p>"

PORTALS = {
    "tables within tables": f"""<table width=1000 align=center><tr>{MENU}</tr></table>
<table width=1000 align=center><tr><td width=200><ul>{LINKS}</ul></td><td><table width=100%><tr><td>
当前位置：<a href=/>首页</a>&gt;<a href=/gk>政务公开</a>&gt;规划计划</td></tr><tr><td class=title>{TITLE}</td></tr>
<tr><td>【字体：<a>大</a> <a>中</a> <a>小</a>】 【<a>打印</a>】 【<a>关闭</a>】</td></tr><tr><td>{BODY}</td></tr></table></td></tr></table>
<table width=1000><tr><td>{FOOT}</td></tr></table>""",
    "div#zoom": f"""<div class="head"><ul>{LINKS}</ul></div><div class="dqwz">当前位置：<a>首页</a> / <a>规划</a></div>
<div class="main"><h1>{TITLE}</h1><div class="ly">来源：县政府办　发布时间：2026-01-06 10:20　浏览次数：<span id="hits">321</span></div>
<div id="zoom">{BODY}</div><div class="fj">扫一扫在手机打开当前页</div></div><div class="foot">{FOOT}</div>""",
    "TRS_Editor": f"""<div id="top"><a>登录</a><a>注册</a></div><div class="wz_bt">{TITLE}</div>
<div class="view TRS_UEDITOR trs_paper_default"><div class="TRS_Editor"><style>.TRS_Editor P{{margin:0}}</style>{BODY}</div></div>
<div class="xgwj"><h3>相关文件</h3><ul>{LINKS}</ul></div><div class="copyright">{FOOT}</div>""",
    "UCAPCONTENT": f"""<div class="pagehead">{TITLE}</div><table class="bd1"><tr><td>索 引 号：</td><td>000-2026</td><td>主题分类：</td>
<td>综合政务</td></tr><tr><td>发文机关：</td><td>县政府</td><td>成文日期：</td><td>2026年01月05日</td></tr></table>
<div class="pages_content" id="UCAP-CONTENT"><UCAPCONTENT>{BODY}</UCAPCONTENT></div>
<div class="share"><a>微信</a><a>微博</a></div><div class="footer">{FOOT}</div>""",
    "one font for each paragraph": f"""<center><font size=5>{TITLE}</font></center><div id=content>
<!--ZJEG_RSS.content.begin-->{BODY.replace("<p>", "<p><font face=仿宋_GB2312 size=4><span lang=EN-US></span>").replace("</p>", "</font></p>")}
<!--ZJEG_RSS.content.end--></div><p>责任编辑：办公室</p><p>上一篇：关于开展检查的通知</p><p>下一篇：没有了</p>{FOOT}""",
}  # fmt: skip
HEAD = f"<head><meta http-equiv='Content-Type' content='text/html; charset=gb2312'><title>{TITLE}-青河县人民政府</title></head>"


@pytest.mark.parametrize("name", PORTALS)
@pytest.mark.parametrize("code", ["gb18030", "utf-8"])
def test_the_plan_is_read_and_nothing_around_it(name: str, code: str) -> None:
    head = HEAD if code == "gb18030" else HEAD.replace("gb2312", "utf-8")
    document = opened(f"<html>{head}<body>{PORTALS[name]}</body></html>".encode(code))
    told = [block.text for block in document.blocks]
    start = told.index(TOLD[0])
    assert told[start : start + len(TOLD)] == TOLD
    assert told[start + len(TOLD) :] == []
    about = {
        TITLE,
        "索 引 号： | 000-2026 | 主题分类： | 综合政务",
        "发文机关： | 县政府 | 成文日期： | 2026年01月05日",
    }
    assert set(told[:start]) <= about
    assert document.title == TITLE
