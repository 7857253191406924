"""Which way is better, told from an indicator's name."""

from __future__ import annotations

import re

from lantu.plan.indicator import Direction

# What a name ends in decides first: treating waste is good although waste is bad.
_GOOD_END = re.compile(
    r"(?:处理率|处置率|治理率|治理面积|达标率|利用率|覆盖率|修复率|恢复率|回收率|收集率|控制率|"
    r"管控率|完成率|整治率|救治率|检出率|"
    r"破案率|化解率|办结率|再就业(?:率|人数)?|脱贫(?:人口|人数)?|处理能力|减排量|削减量|去除率|"
    r"保障率|参保率|完善率|合格率|满意度|"
    r"优良率|清零率|coverage|treatment rate|recovery rate)$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?:降低|下降|减少|削减|减排|压减|降幅|缩小|reduction|decrease|decline)(?:率|幅度|比例|量|额|"
    r"程度|目标)?|reduction|decrease",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"失业|能耗|能源消[耗费]|电耗|煤耗|水耗|耗水|物耗|煤炭消费|消耗|排放|浓度|死亡|伤亡|事故|用水量|取水|用水总量|"
    r"倍差|收入[之]?比|差距|赤字|负债|债务|杠杆|不良(?:贷款)?率|发生率|发案|犯罪|案件数|发病|患病|"
    r"近视|吸烟|肥胖|感染率|流失|"
    r"劣[ⅤV五5]|贫困|返贫|恩格尔|基尼|超标|污染天数|重污染|黑臭|投诉|逾期|抚养比|碳强度|能源强度|成本|药占比|辍学|空置|"
    r"涨幅|价格指数|消费价格|CPI|漏损|损失|开发强度|(?:单位|万元|亿元|每|人均)[^,，]{0,14}(?:用地|耗|"
    r"用水|使用面积)|新增建设用地|"
    r"个人卫生支出|PM2\.?5|PM10|细颗粒物|化学需氧量|氨氮|二氧化硫|氮氧化物|挥发性有机物|温室气体|"
    r"chemical oxygen|ammonia|sulfur|sulphur|nitrogen oxide|unemployment|mortality|death|poverty|"
    r"emissions?|pollut|intensity|consumption|water use|energy use|deficit|debt|"
    r"worse than|disparity|gini|newly designated for construction|inflation",
    re.IGNORECASE,
)
_NEUTRAL = re.compile(r"居民消费(?!价格)|消费品|最终消费|文化消费|体育消费|旅游消费|信息消费")
_GOOD_SUBJECT = re.compile(r"非化石|可再生|清洁能源|新能源|non-fossil|renewable|lifted out of", re.IGNORECASE)
_SHARE = re.compile(r"占.{2,}")


def direction_of(name: str) -> Direction:
    """Return which way is better; a cut (能耗降低) is named by what it lowers, so its direction is down.

    A share is judged by what has the share (非化石能源占能源消费比重 is about non-fossil energy).
    """
    share = _SHARE.search(name)
    subject = name[: share.start()] if share and share.start() >= 2 else name
    if is_cut(name):
        return Direction.DECREASE
    if _GOOD_SUBJECT.search(subject):
        return Direction.INCREASE
    if subject == name and _GOOD_END.search(name) and not re.search(r"劣[ⅤV五5]|收入比|死亡率|不良|超标|worse", name):
        return Direction.INCREASE
    return Direction.DECREASE if _BAD.search(_NEUTRAL.sub("", subject)) else Direction.INCREASE


def is_cut(name: str) -> bool:
    """Whether the name names a cut (…降低, …下降率, reduction of …), so that its figure is the size of the cut."""
    match = _CUT.search(name)
    return match is not None and (
        match.end() >= len(name) - 3 or name.isascii() or bool(re.search(r"(?:减少|降低|下降|削减)[(（:：]", name))
    )
