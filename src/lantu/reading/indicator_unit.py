"""Units as indicator tables print them: 亿元, %, ㎡/万元, 张, years."""

from __future__ import annotations

import re

_SCALE = r"(?:万亿|百万|千万|十万|[十百千万亿])*"
_KIND = (
    r"(?:人民币|美元|欧元|港元|日元|元|吨标准煤|吨标煤|标准煤|标煤|吨粮|吨|千克|公斤|毫克|微克|克|斤|"
    r"人次|人年|人日|人天|人|户次|户|家次|家|"
    r"个百分点|百分点|个|件|张|岁|年|个月|月|天|日|小时|分钟|秒|平方公里|平方千米|平方米|平米|公里|"
    r"千米|海里|米|厘米|毫米|亩次|亩|公顷|"
    r"立方米|立方|方|千瓦时|千瓦|兆瓦|吉瓦|瓦|度|升|标准箱|标箱|箱|TEU|万吨级|艘|例次|例|项|所|处|座|"
    r"条|对|辆|标台|台套|台|套|名|位|"
    r"头|只|羽|尾|株|棵|分贝|分|倍|级|次|起|件次|篇|部|册|种|类|期|场|宗|笔|门|间|栋|幢|床位|床|平台|"
    r"班|MB|GB|TB|PB|EB|Mbps|Gbps|Tbps|兆|"
    r"PFLOPS|EFLOPS|P|以上年为100|上年=100|盒|袋|瓶|包|滴|孔|端|点|路|站|口|眼|圈|片|块|杆|根|枚|kg|"
    r"km|cm|mm|mg|ml|kW|MW|GW|kWh|hm2|hm²|m3|m2|"
    r"m³|m²|㎡|㎥|㎢|km²|km2|ha|t|L|℃|°|:\s*1|1|[%‰])"
)
_ONE = rf"{_SCALE}{_KIND}"
_RATIO = (
    rf"{_ONE}(?:\s*[/每·・•、∕⁄]\s*(?:\d+|每)?(?:{_ONE}|GDP|地区生产总值|国内生产总值|[百千万亿]+|"
    rf"[\u4e00-\u9fff]{{1,4}})){{0,3}}"
)
UNIT_WORD = re.compile(_RATIO)
"""The longest unit that begins at a place."""

_EVEN = str.maketrans({"％": "%", "﹪": "%", "／": "/", "（": "(", "）": ")", "：": ":", "∶": ":"})
_QUALIFIED = re.compile(rf"(?:{_RATIO})(?:[,，、;；]\s*.{{1,12}})?")
_INDEX = re.compile(r".{0,10}=\s*100|.{0,8}为100|无量纲|指数")
_ENGLISH = re.compile(
    r"%|percent|per cent|years?|yuan|dollars?|US\$|RMB|CNY|people|persons?|households?|units?|"
    r"hectares?|tons?|tonnes?|km|kg|billion|million|"
    r"thousand|hundred|per\b|number|index|days|beds|\bm[23²³]?\b|kWh|GW|MW",
    re.IGNORECASE,
)


def is_unit(words: str) -> bool:
    """Whether the words in a bracket or a cell are a unit and not, say, an abbreviation or an explanation."""
    even = words.translate(_EVEN).strip()
    if not even or len(even) > 60:
        return False
    if _QUALIFIED.fullmatch(even) or _INDEX.fullmatch(even):
        return True
    if re.search(r"[\u4e00-\u9fff]", even):
        return False
    return bool(_ENGLISH.search(even))
