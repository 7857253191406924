"""ALN904: one indicator has units of different kinds in two plans."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.alignment import title_of
from lantu.checking.finding import Place, Severity
from lantu.checking.review import Review, name_of
from lantu.checking.rule import Remark, rule
from lantu.plan.measure import measure
from lantu.plan.message import Message


@rule("ALN904", Severity.WARNING, Message("与别的规划单位不同", "unit across plans"))
def unit_across_plans(review: Review) -> Iterator[Remark]:
    """An indicator of the same name is measured in units that do not convert in another plan.

    What it checks
    --------------
    给出别的规划时，同名指标的单位不同类、不能换算的（如“%”与“个”）。万元与亿元一类可以换算的不报。

    With another plan given: indicators of one name whose units do not convert into each other (per cent and pieces).
    Units that convert (10,000 yuan and 100 million yuan) are left alone.

    Why it matters
    --------------
    单位不同，数据无法汇总，也无法对比。

    With different units data can be neither added up nor compared.

    Example
    -------
        上级：公办幼儿园（%）        本规划：公办幼儿园（所）

    How to mend
    -----------
    统一单位；确为两项指标的，改掉名称。

    Use one unit; if they are two indicators, give them two names.

    References
    ----------
    - GB/T 3101—1993《有关量、单位和符号的一般原则》。
    - GB/T 3101-1993, on quantities, units and symbols.
    """
    for other in review.others:
        for pair in review.aligned(other):
            one, two = measure(pair.own.unit), measure(pair.theirs.unit)
            if one is None or two is None or one.family == two.family or pair.definition:
                continue
            name = pair.own.name.strip("★ ")
            yield Remark(
                Message(
                    f"“{name}”本规划的单位是“{pair.own.unit}”，《{title_of(other)}》是“{pair.theirs.unit}”（{pair.why.zh}）。",
                    f"“{name}” is in “{pair.own.unit}” here and in “{pair.theirs.unit}” in “{title_of(other)}” "
                    f"({pair.why.en}).",
                ),
                Message(
                    "请统一单位；是两项指标的，请改名称。", "Use one unit; if they are two indicators, name them apart."
                ),
                (pair.own.source,),
                (Place(name_of(other), pair.theirs.source),) if pair.theirs.source else (),
            )
