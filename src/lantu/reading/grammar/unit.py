"""Units as running text prints them behind a number: 亿元, 万亩, 个百分点, 微克/立方米."""

from __future__ import annotations

SCALE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?!米|瓦|克|伏|卡)|百"
"""The larger numbers that a unit is counted in."""

LATIN = (
    "km2|m2|m3|km|MWh|GWh|kWh|KWh|MW|GW|TW|kW|KW|kV|KV|TEU|TB|PB|EB|Gbps|Mbps|Tbps|PFLOPS|EFLOPS|PFlops|EFlops|ha|kg"
)
"""Units in Latin letters; other letters behind a number make it a name (5G)."""

_MEASURES = (
    "平方公里|平方千米|平方米|平米|平(?=[米方]|[\u4e00-\u9fff]{2})|立方米|立方|公顷|公里|千米|海里|厘米|毫米|米|亩次|亩|吨标准煤|吨标煤|标准煤|"
    "吨公里|吨级|吨|千克|公斤|毫克|微克|克|斤|千瓦时|千瓦|兆瓦|千伏安|千伏|伏安|人公里|车公里|标准箱|标箱|升|"
    f"㎡|㎥|m²|m³|km²|{LATIN}|℃|摄氏度"
)
_MONEY = "元人民币|人民币|美元|欧元|港元|日元|元"
_TIMES = "个工作日|个自然日|工作日|个月|天|小时|分钟|岁"
_COUNTS = (
    "人次|人日|人年|人|家次|家|户次|户|个|架次|班次|场次|件次|项次|台套|台次|门次|册次|次|张床位|张|床位|床|例|起|件|项|条|座|处|所|辆|台|套|艘|架|列|班|趟|"
    "场|部|款|种|类|批|支|只|头|羽|株|棵|颗|名|位|对|间|栋|幢|层|枚|块|盏|口|眼|孔|篇|册|本|宗|笔|组|片|门|盘|尾|箱|瓶|盒|枝|根|"
    "圈|站|点(?![\u4e00-\u9fff])|期|大类|大(?=集团|企业|国企|银行|公司|水库|园区|产业园|市场(?!主体|体系))|国|村|镇(?=[\\(、,;。])|县(?=[\\(、,;。])|盏|段|道|面|标台|套次|学分|学时|课时|份|分(?![布别类级批期区层])"
)
RATES = "个百分点|百分点|个基点|基点|%|‰"
_PER = (
    "(?:[/每](?:万|百|千)?(?:立方米|平方公里|平方米|千瓦时|公里|标准煤|公顷|万元|亿元|千克|公斤|元|吨|人|户|亩|"
    "年|月|日|天|次|升|件|个|头|米|kWh|m3|m³|L|㎡))"
)

_WHOLE = rf"(?:{SCALE})?(?:{_MONEY}|{_MEASURES}|{_TIMES}|{_COUNTS}){_PER}?"
UNIT = rf"(?:{RATES}|{_WHOLE}|倍|/(?:10|十)?万|(?<=\d\.\d)年|(?<=\d)年(?=[,;。、以左\)]|$)|{SCALE})"
"""A unit right behind a number in digits; the larger number in front of it is part of it, as gold tables print it."""

# Words that count concrete things, safe behind a numeral in hanzi (三座), where 三级, 四大, 两类 only speak in numbers.
CONCRETE = "座|家|所|条|处|台|辆|户|栋|幢|张|套|艘|亩|公里|平方米|平方公里|公顷|吨|元|名|人次|人|架|列|间|株|棵"


def is_counted(unit: str | None) -> bool:
    """Whether the unit counts single things (家, 万个) and does not measure (亿元, %, 公里)."""
    return unit is not None and unit.lstrip("十百千万亿") in _COUNT_WORDS


_COUNT_WORDS = frozenset(word.split("(")[0] for word in _COUNTS.split("|"))
