"""ALN906: two plans measure one thing by different definitions."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.alignment import title_of
from lantu.checking.finding import Place, Severity
from lantu.checking.review import Review, name_of
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message


@rule("ALN906", Severity.WARNING, Message("与别的规划口径不同", "definition across plans"))
def definition_across_plans(review: Review) -> Iterator[Remark]:
    """An indicator is defined in another way than in the plan above or beside it.

    What it checks
    --------------
    给出别的规划时，除口径用词（登记与调查、户籍与常住、增加值与产值）或括号里的口径（2015 年价与 2020 年价）
    外名称相同的指标，
    而对方没有与本规划同口径的那一项的。

    With another plan given: indicators whose names differ only in a word of definition (registered and surveyed,
    household registration and residence, value added and output) or in the definition in brackets (prices of 2015, of
    2020), where the other plan has none of the own definition.

    Why it matters
    --------------
    登记失业率与调查失业率能差一倍；口径不同的目标放在一起没有意义。

    Registered and surveyed unemployment can differ by half; targets of two definitions do not compare.

    Example
    -------
        上级：城镇调查失业率        本规划：城镇登记失业率

    How to mend
    -----------
    改用上级的口径；没有数据的，写明用的是哪个口径。

    Use the definition of the plan above; where data are missing, say which one is used.

    References
    ----------
    - 《中华人民共和国统计法》关于统计指标含义、口径一致的要求。
    - Statistics Law of China, on uniform definitions.
    """
    for other in review.others:
        for pair in review.aligned(other):
            if pair.definition is None:
                continue
            mine, theirs = pair.own.name.strip("★ "), pair.theirs.name.strip("★ ")
            yield Remark(
                Message(
                    f"本规划用“{mine}”，《{title_of(other)}》用“{theirs}”，口径不同（{pair.why.zh}）。",
                    f"This plan has “{mine}”, “{title_of(other)}” has “{theirs}”: two definitions ({pair.why.en}).",
                ),
                Message(
                    "请改用上级的口径，或写明所用口径。",
                    "Use the definition of the plan above, or say which one is used.",
                ),
                (pair.own.source,),
                (Place(name_of(other), pair.theirs.source),) if pair.theirs.source else (),
            )
