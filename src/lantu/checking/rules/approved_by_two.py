"""STR808: the covering notice and the text name different bodies that approve the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_NOTICE = re.compile(
    r"经[^，。,;；]{0,12}?(?:政府|党委|市委|县委|区委|管委会)[^，。,;；]{0,10}?(?:同意|批准|审定|研究)"
)
_CONGRESS = re.compile(r"(?:规划|纲要)[^。；;]{0,12}经[^。；;]{0,10}?人民代表大会[^。；;]{0,10}?(?:批准|通过)")
_OUTLINE = re.compile(r"国民经济和社会发展")
_FRONT = 12


@rule("STR808", Severity.NOTE, Message("批准机关前后不一", "approved by two"))
def approved_by_two(review: Review) -> Iterator[Remark]:
    """The notice says that the government agreed, the text that the people's congress approves.

    What it checks
    --------------
    国民经济和社会发展规划：文前印发通知写“经政府（党委）同意”而没有提到人民代表大会，正文又写规划经人民代表大会批准的。

    Plans of economic and social development whose covering notice names the government (or Party committee) and not
    the people's congress, while the text says that the congress approves the plan.

    Why it matters
    --------------
    纲要须经本级人民代表大会批准；修订也要走同样的程序，否则没有法律效力。

    An outline needs the approval of the people's congress, and so does its amendment; else it has no legal force.

    Example
    -------
        通知：经县政府同意，现将修订后的规划印发        正文：规划经县人民代表大会审议批准

    How to mend
    -----------
    写明批准的机关、日期；修订的，写明修订由谁批准。

    Name the body and the date; for an amendment, say who approved it.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十条、第二十一条（调整须先评估、报批、公布）；
    纲要由本级人民代表大会审查批准（通行做法）。
    - National Development Planning Law of China (2026), articles 20 and 21 (no change outside the procedure); that the
      people's congress approves an outline is general practice.
    """
    front = review.blocks[:_FRONT]
    if any("人民代表大会" in block.text or "人大" in block.text for block in front):
        return
    notice = next(((b, m) for b in front if _OUTLINE.search(b.text) and (m := _NOTICE.search(b.text))), None)
    if notice is None:
        return
    for block in review.blocks[_FRONT:]:
        if match := _CONGRESS.search(block.text):
            first, words = notice
            yield Remark(
                Message(
                    f"通知写“{words[0]}”，正文写“{match[0]}”。",
                    f"The notice says “{words[0]}”, the text “{match[0]}”.",
                ),
                Message(
                    "请写明由谁批准、何时批准；修订的，写明修订由谁批准。",
                    "Say who approved it and when; for an amendment, who approved that.",
                ),
                (first.cite(words.start(), words.end()), block.cite(match.start(), match.end())),
            )
            return
