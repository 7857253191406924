"""The rules of verdicts, each in one sentence with its numbers filled in from the parameters."""

from __future__ import annotations

from collections.abc import Mapping

from lantu.monitoring.printed import exact
from lantu.monitoring.standing import Rule
from lantu.parameters import Parameter
from lantu.plan.message import Message

_CONVENTION = Message("通行做法；官方文件未规定公式", "common practice; official texts give no formula")


def on_the_way(verdicts: Mapping[str, Parameter]) -> Rule:
    """The rule of values to reach."""
    ahead, lagging, limit = verdicts["ahead_band"], verdicts["lagging_band"], verdicts["rounding_limit"]
    part = exact(100 * limit.value)
    return Rule(
        "on_the_way",
        Message(
            f"达到目标即为提前实现（期末达到为已实现）；完成进度比时序快{exact(ahead.value)}个百分点以上为快于预期；"
            f"慢{exact(lagging.value)}个百分点以上、且差额超过规划印出末位的半个单位（最多计全程的{part}%）为滞后；"
            "其余为基本符合预期；期末没有达到为滞后。",
            "Achieved once the target is reached; ahead when progress runs more than "
            f"{exact(ahead.value)} points before the schedule; lagging when it is more than {exact(lagging.value)} "
            f"points behind and short by more than half of the plan's last printed digit (counted up to {part}% of "
            "the way); else on track; lagging when the period ends short of the target.",
        ),
        ahead.source,
    )


def total_on_schedule(verdicts: Mapping[str, Parameter]) -> Rule:
    """The rule of totals over the period."""
    ahead, lagging, limit = verdicts["ahead_band"], verdicts["lagging_band"], verdicts["rounding_limit"]
    part = exact(100 * limit.value)
    return Rule(
        "total_on_schedule",
        Message(
            f"累计数与时序应完成数相比：全部完成为提前实现，快{exact(ahead.value)}个百分点以上为快于预期；"
            f"慢{exact(lagging.value)}个百分点以上、且差额超过规划印出末位的半个单位（最多计目标的{part}%）为滞后；"
            "其余为基本符合预期；官方公布的累计数不由各年数重算。",
            "The total against the share of the period that has passed: achieved when complete; ahead by more than "
            f"{exact(ahead.value)} points; lagging when more than {exact(lagging.value)} points behind and short by "
            f"more than half of the plan's last printed digit (counted up to {part}% of the target); else on track; "
            "an official total is never recomputed from yearly figures.",
        ),
        ahead.source,
    )


def total_under_ceiling(verdicts: Mapping[str, Parameter]) -> Rule:
    """The rule of totals that must not be exceeded."""
    ahead, lagging = verdicts["ahead_band"], verdicts["lagging_band"]
    return Rule(
        "total_under_ceiling",
        Message(
            f"累计数是上限：已用份额比时序少{exact(ahead.value)}个百分点以上为快于预期，"
            f"多{exact(lagging.value)}个百分点以上或已突破为滞后，其余为基本符合预期；期末未突破为已实现。",
            "The total is a ceiling: ahead when the share used is more than "
            f"{exact(ahead.value)} points below the schedule, lagging when more than {exact(lagging.value)} points "
            "above it or when the ceiling is broken, else on track; achieved when kept to the end.",
        ),
        ahead.source,
    )


def average_rate(verdicts: Mapping[str, Parameter]) -> Rule:
    """The rule of average yearly rates."""
    ahead, lagging = verdicts["ahead_band"], verdicts["lagging_band"]
    return Rule(
        "average_rate",
        Message(
            f"已有各年的平均增速（连乘开方）与目标相比：比目标好{exact(ahead.value)}%以上为快于预期，"
            f"差{exact(lagging.value)}%以上为滞后，其余为基本符合预期；期末达到为已实现，没有达到为滞后。",
            "The average rate so far (compounded) against the target: ahead when better than it by more than "
            f"{exact(ahead.value)}% of it, lagging when worse by more than {exact(lagging.value)}%, else on track; at "
            "the end achieved when met, else lagging.",
        ),
        ahead.source,
    )


HOLD = Rule(
    "hold",
    Message(
        "基期已守住的上限或下限要一直守住：各年平均守住为基本符合预期，没有守住为滞后，守到期末为已实现；"
        "个别年份越线会写明。",
        "A ceiling or floor that the base already holds is to be held: on track while the average of the years holds "
        "it, lagging when not, achieved when held to the end; single years beyond it are told.",
    ),
    _CONVENTION,
)

HOLD_LEVEL = Rule(
    "hold_level",
    Message(
        "基期已达到的水平要保持住：最新值保持为基本符合预期，没有保持为滞后，保持到期末为已实现。",
        "A level that the base already has is to be kept: on track while the latest value keeps it, lagging when it "
        "does not, achieved when kept to the end.",
    ),
    _CONVENTION,
)

RELATIVE = Rule(
    "relative",
    Message(
        "与参照指标的同年数相比：各年平均符合规划所说的关系为基本符合预期，不符合为滞后，期末符合为已实现。",
        "Against the comparator in the same years: on track while the averages stand as the plan says, lagging when "
        "they do not, achieved when they do at the end.",
    ),
    _CONVENTION,
)

WORDS = Rule(
    "words",
    Message(
        "目标没有可比的数值或期限，由人评价，蓝图不代评。",
        "Without a number or a time to compare with, people judge the target; Lantu does not.",
    ),
    Message("规划原文", "the plan's own words"),
)


def all_rules(verdicts: Mapping[str, Parameter]) -> tuple[Rule, ...]:
    """Return every rule with the numbers filled in, for the page that lists them."""
    return (
        on_the_way(verdicts),
        HOLD_LEVEL,
        average_rate(verdicts),
        total_on_schedule(verdicts),
        total_under_ceiling(verdicts),
        HOLD,
        RELATIVE,
        WORDS,
    )
