"""TIM301: a deadline lies before the plan begins or after it ends."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.figures import year_of
from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

# Dates set by the nation beyond any plan's horizon: carbon peak, carbon neutrality, mid-century modernisation.
_NATIONAL = {2030, 2035, 2049, 2050, 2060}


@rule("TIM301", Severity.WARNING, Message("期限不在规划期内", "deadline outside the plan"))
def deadline_outside_plan(review: Review) -> Iterator[Remark]:
    """A commitment or task is due in a year that the plan does not cover.

    What it checks
    --------------
    承诺和任务的期限：早于规划期第一年的，为提醒；晚于规划期末年、又不是远景年或国家既定年份（2030、2035、2050、2060）的，为说明。

    Deadlines of commitments and tasks: those before the plan's first year are warnings; those after its last year are
    notes, unless they are the plan's own horizon or years the nation has set (2030, 2035, 2050, 2060).

    Why it matters
    --------------
    早于规划期的期限多半是从上一个规划抄来的，到期无人考核。

    A deadline before the plan is mostly left over from the last one; nobody will be asked for it.

    Example
    -------
        2026—2030 年的规划写：到 2025 年建成 3 个园区

    How to mend
    -----------
    改正年份；已经完成的，移到发展基础中去。

    Correct the year; what is done belongs among the results.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第八条（规划内容）。
    - National Development Planning Law of China (2026), article 8 (what a plan holds).
    """
    first, last = review.first_year, review.last_year
    if first is None or last is None or first == last:
        return
    dated = [(pledge.subject, pledge.deadline, pledge.source) for pledge in review.plan.pledges]
    dated += [(task.title, task.deadline, task.source) for task in review.plan.tasks]
    for subject, deadline, source in dated:
        year = year_of(deadline)
        if year is None or first <= year <= last or year == review.plan.horizon:
            continue
        if year > last and (year in _NATIONAL or year < (review.plan.horizon or 0)):
            continue
        early = year < first
        yield Remark(
            Message(f"“{subject}”的期限是 {year} 年，{'早于' if early else '晚于'}规划期 {first}—{last} 年。",
                    f"“{subject}” is due in {year}, {'before' if early else 'after'} the plan's {first}–{last}."),
            Message("请核对年份；已完成的，移入发展基础。" if early else "请核对年份，或写明本规划期内要完成的部分。",
                    "Check the year; what is done belongs among the results." if early else
                    "Check the year, or say what part is due within this plan."),
            (source,), severity=Severity.WARNING if early else Severity.NOTE,
        )  # fmt: skip
