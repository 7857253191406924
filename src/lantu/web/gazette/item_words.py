"""What items say, in a few words: values with their comparator and unit, times, kinds."""

from __future__ import annotations

from lantu.plan.message import Message
from lantu.plan.period import Period
from lantu.plan.quantity import Comparator
from lantu.plan.statement import Fact, Pledge
from lantu.web.look.figures import figure, period_words

_BOUND: dict[Comparator, Message] = {
    Comparator.AT_LEAST: Message("≥", "≥"),
    Comparator.AT_MOST: Message("≤", "≤"),
    Comparator.ABOVE: Message("＞", ">"),
    Comparator.BELOW: Message("＜", "<"),
    Comparator.ABOUT: Message("约", "about "),
    Comparator.INCREASE_BY: Message("增", "up by "),
    Comparator.DECREASE_BY: Message("减", "down by "),
}
_KINDS: dict[str, Message] = {
    "action": Message("行动", "action"),
    "activity": Message("活动", "activity"),
    "app": Message("应用", "app"),
    "association": Message("社会组织", "association"),
    "culture_tourism": Message("文化旅游", "culture and tourism"),
    "database": Message("数据库", "database"),
    "department": Message("部门", "department"),
    "digital_mechanism": Message("数字机制", "digital mechanism"),
    "document": Message("文件", "document"),
    "energy": Message("能源", "energy"),
    "enterprise": Message("企业", "enterprise"),
    "environment": Message("生态环境", "environment"),
    "fund": Message("基金", "fund"),
    "government": Message("政府", "government"),
    "group": Message("统称", "group of units"),
    "hospital": Message("医院", "hospital"),
    "index": Message("指数", "index"),
    "industry": Message("产业", "industry"),
    "information_system": Message("信息系统", "information system"),
    "infrastructure": Message("基础设施", "infrastructure"),
    "network": Message("网络", "network"),
    "other": Message("其他", "other"),
    "park": Message("园区", "park"),
    "pilot": Message("试点", "pilot"),
    "plan": Message("规划", "plan"),
    "platform": Message("平台", "platform"),
    "programme": Message("工程", "programme"),
    "public_service": Message("公共服务", "public services"),
    "reform": Message("改革", "reform"),
    "registry": Message("名录台账", "registry"),
    "school": Message("学校", "school"),
    "smart": Message("智慧系统", "smart system"),
    "statistics": Message("统计", "statistics"),
    "strategy": Message("战略", "strategy"),
    "town": Message("乡镇街道", "town"),
    "trade_logistics": Message("商贸物流", "trade and logistics"),
    "transport": Message("交通", "transport"),
    "university": Message("高等院校", "university"),
    "water": Message("水利", "water"),
}


def value_words(statement: Pledge | Fact) -> Message:
    """Say a statement's value with its comparator and unit: `≥1 295个`; empty where it has no number."""
    if statement.value is None:
        return Message("", "")
    number = figure(statement.value)
    high = statement.value_high if isinstance(statement, Pledge) else None
    zh = en = number
    if high is not None:
        zh, en = f"{number}—{figure(high)}", f"{number}–{figure(high)}"
    bound = _BOUND.get(statement.comparator) if statement.comparator else None
    if bound:
        zh, en = bound.zh + zh, bound.en + en
    unit = statement.unit or ""
    return Message(zh + unit, f"{en}{'' if unit[:1] in '%‰' else ' '}{unit}".strip())


def when_words(when: str | None) -> Message:
    """Say a year, a run of years or an ISO 8601 date; what is none of them stays as it stands."""
    if not when:
        return Message("", "")
    try:
        return period_words(Period.parse(when))
    except ValueError:
        return Message(when, when)


def kind_words(kind: str) -> Message:
    """Say a finer sort of project, system, unit or policy; one we do not know stays as it stands."""
    plain = kind.replace("_", " ")
    return _KINDS.get(kind, Message(plain, plain))
