"""What stands on a page without being the document: buttons, page numbers, imprints."""

from __future__ import annotations

import re

# Words of web pages that stand alone on a line around an official text.
_BUTTONS = (
    "下载|打印|打印本页|打印此页|全屏|收藏|关闭|关闭窗口|加大|还原|减小|大|中|小|分享|分享到|上一篇|下一篇|返回顶部|返回首页|首页|"
    "字体|字号|扫一扫|扫一扫在手机打开当前页|微信|微博|相关报道|相关附件|相关链接|相关解读|附件下载|】|【|视力保护色"
)
FURNITURE = re.compile(
    rf"(?:{_BUTTONS})[：:]?"
    r"|【?\s*(?:字号|字体|打印|浏览|分享)[^。]{0,20}"
    r"|(?:来源|信息来源|文章来源|发布时间|发布日期|时间|日期|作者|责任编辑|编辑|审核|浏览次数|点击数|访问量|索引号|发文机关"
    r"|发布机构|公开方式|主题分类|主题词|有效性)\s*[：:].{0,60}"
    r"|[-—–·\s]*(?:第\s*)?\d{1,4}\s*(?:页)?\s*(?:[,，/]?\s*共\s*\d{1,4}\s*页)?[-—–·\s]*"
    r"|(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[ivxlc]{1,6}",
    re.IGNORECASE,
)

CONTENTS_TITLE = re.compile(r"目\s*[录次]|(?:table of )?contents", re.IGNORECASE)

# A line of contents that ends in a page number: dot leaders, a tab or a wide gap, then the number.
PAGE_REFERENCE = re.compile(
    r"(?:\s*(?:[.．·…‥─_]\s*){3,}|\t\s*|\s{3,}|\s*…+\s*)[(（\-—–]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[)）\-—–]?\s*$"
)
