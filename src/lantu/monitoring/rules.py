"""The rules of verdicts, each in one sentence with its numbers filled in from the parameters."""

from __future__ import annotations

from collections.abc import Mapping

from lantu.monitoring.printed import shown
from lantu.monitoring.standing import Rule
from lantu.parameters import Parameter
from lantu.plan.message import Message

_CONVENTION = Message("通行做法；官方文件未规定公式", "common practice; official texts give no formula")


def on_the_way(verdicts: Mapping[str, Parameter]) -> Rule:
    """The rule of values to reach."""
    ahead, lagging = verdicts["ahead_band"], verdicts["lagging_band"]
    return Rule(
        "on_the_way",
        Message(
            f"达到目标即为提前实现；完成度比时序快{shown(ahead.value)}个百分点以上为快于预期，"
            f"慢{shown(lagging.value)}个百分点以上、且差额大于印出末位的一半为滞后，其余为基本符合预期。",
            f"Achieved once the target is reached; ahead when progress runs more than {shown(ahead.value)} points "
            f"before the schedule; lagging when it is more than {shown(lagging.value)} points behind and short by "
            "more than half a printed digit; else on track.",
        ),
        ahead.source,
    )


def total_on_schedule(verdicts: Mapping[str, Parameter]) -> Rule:
    """The rule of totals over the period."""
    ahead, lagging = verdicts["ahead_band"], verdicts["lagging_band"]
    return Rule(
        "total_on_schedule",
        Message(
            f"累计数与时序应完成数相比：全部完成为提前实现，快{shown(ahead.value)}个百分点以上为快于预期，"
            f"慢{shown(lagging.value)}个百分点以上为滞后，其余为基本符合预期；官方公布的累计数不由各年数重算。",
            f"The total against the share of the period that has passed: achieved when complete, ahead by more than "
            f"{shown(ahead.value)} points, lagging by more than {shown(lagging.value)}, else on track; an official "
            "total is never recomputed from yearly figures.",
        ),
        ahead.source,
    )


def average_rate(verdicts: Mapping[str, Parameter]) -> Rule:
    """The rule of average yearly rates."""
    ahead, lagging = verdicts["ahead_band"], verdicts["lagging_band"]
    return Rule(
        "average_rate",
        Message(
            f"已知各年的平均增速与目标相比：高出目标的{shown(ahead.value)}%以上为快于预期，"
            f"低{shown(lagging.value)}%以上为滞后，其余为基本符合预期；期满达到为实现。",
            f"The average rate so far against the target: ahead when above it by more than {shown(ahead.value)}% of "
            f"it, lagging when below by more than {shown(lagging.value)}%, else on track; achieved when met over the "
            "period.",
        ),
        ahead.source,
    )


HOLD = Rule(
    "hold",
    Message(
        "基期已守住的界线要一直守住：各年平均守住为基本符合预期，没有守住为滞后，守到期满为实现；单独一年越线会写明。",
        "A bound that the base already holds is to be held: on track while the average of the years holds it, lagging "
        "when not, achieved when held to the end; a single year beyond it is told.",
    ),
    _CONVENTION,
)

HOLD_LEVEL = Rule(
    "hold_level",
    Message(
        "基期已达到的水平要保持住：最新值保持为基本符合预期，跌破为滞后，保持到期满为实现。",
        "A level that the base already has is to be kept: on track while the latest value keeps it, lagging when it "
        "does not, achieved when kept to the end.",
    ),
    _CONVENTION,
)

RELATIVE = Rule(
    "relative",
    Message(
        "与参照系列同年相比：各年平均符合规划所说的关系为基本符合预期，不符合为滞后，期满符合为实现。",
        "Against the comparator in the same years: on track while the averages stand as the plan says, lagging when "
        "they do not, achieved when they do at the end.",
    ),
    _CONVENTION,
)

WORDS = Rule(
    "words",
    Message("文字目标由人评价，蓝图不代评。", "A target in words is judged by people; Lantu does not judge it."),
    Message("规划原文", "the plan's own words"),
)
