"""English names of common statistics led to their Chinese ones, so that an English report meets a Chinese plan.

The names are those of the National Bureau of Statistics' English communiqués and of the English outlines of the
national plans; a name that is not here meets only English names.
"""

from __future__ import annotations

import re

_CAPITA = r"(?:per capita (?:annual )?disposable income|disposable income per capita)"
_NAMES = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), name)
    for pattern, name in (
        (r"energy (?:consumption|intensity) (?:per|of) (?:unit of )?GDP|energy intensity", "单位生产总值能耗"),
        (r"(?:carbon dioxide|CO2) (?:emissions|intensity) (?:per|of) (?:unit of )?GDP|carbon (?:emission )?intensity",
         "单位生产总值二氧化碳排放"),
        (r"value[- ]added of (?:the )?core industries of the digital economy.*GDP|"
         r"core industries of the digital economy as a (?:share|percentage|proportion) of GDP",
         "数字经济核心产业增加值占GDP比重"),
        (r"(?:overall|total) labou?r productivity|labou?r productivity", "全员劳动生产率"),
        (r"urbani[sz]ation rate(?: of| by| based on)?(?: the)? (?:permanent|resident)\w*(?: residents| population)?|"
         r"permanent urban residents as a (?:share|percentage).*|urbani[sz]ation rate", "常住人口城镇化率"),
        (r"surveyed (?:urban )?unemployment rate(?: in (?:urban areas|cities))?", "城镇调查失业率"),
        (r"registered (?:urban )?unemployment rate(?: in (?:urban areas|cities))?", "城镇登记失业率"),
        (r"(?:new|newly created|newly added) (?:urban jobs|jobs in (?:urban areas|cities))|newly employed urban people|"
         r"urban jobs created", "城镇就业"),
        (rf"{_CAPITA} of (?:urban residents|urban households)|urban {_CAPITA}", "城镇居民人均可支配收入"),
        (rf"{_CAPITA} of (?:rural residents|rural households)|rural {_CAPITA}", "农村居民人均可支配收入"),
        (rf"{_CAPITA}(?: of (?:all )?(?:residents|households))?|residents' {_CAPITA}", "居民人均可支配收入"),
        (r"(?:average )?life expectancy(?: at birth)?", "预期寿命"),
        (r"(?:average )?years of (?:schooling|education).*working[- ]age.*|"
         r"average (?:length|years) of (?:schooling|education).*", "劳动年龄人口平均受教育年限"),
        (r"(?:basic )?(?:old-age|pension) insurance (?:participation|coverage)(?: rate)?", "基本养老保险参保率"),
        (r"forest cover(?:age)?(?: rate)?", "森林覆盖率"),
        (r"(?:proportion|percentage|ratio|share) of days (?:of|with) (?:good|excellent).*air quality.*|"
         r"good air quality days.*", "空气优良天数比"),
        (r"(?:proportion|percentage|share) of (?:surface|good[- ]quality) water.*", "水质优良比"),
        (r"(?:number of )?high-value (?:invention )?patents per 10,000 (?:people|population)",
         "每万人口高价值发明专利"),
        (r"(?:R&D|research and development) (?:spending|expenditures?|investment)(?= intensity)|R&D intensity",
         "研发经费投入强度"),
        (r"(?:total |nationwide )?(?:R&D|research and development) (?:spending|expenditures?|investment)",
         "研发经费投入"),
        (r"(?:total )?retail sales of (?:social )?consumer goods", "社会消费品零售总额"),
        (r"(?:total )?(?:investment in fixed assets|fixed[- ]assets? investment)", "固定资产投资"),
        (r"general public budget(?:ary)? revenue", "一般公共预算收入"),
        (r"(?:total )?(?:value of )?imports and exports|foreign trade volume", "进出口总额"),
        (r"value[- ]added of industr(?:y|ies|ial enterprises) above (?:the )?designated size", "规模以上工业增加值"),
        (r"(?:total )?grain (?:output|production)(?: capacity)?", "粮食综合生产能力"),
        (r"gross domestic product|GDP", "生产总值"),
    )
)  # fmt: skip


def in_chinese(name: str) -> str:
    """Return the Chinese name of a statistic that is named in English; any other name as it stands.

    The English name has to be all there is to it, but for articles and whose it is (the county's GDP is GDP, the GDP of
    the tourism industry is not).
    """
    if not name.isascii() or not name.strip():
        return name
    bare = re.sub(
        r"^(?:the|our|its|china's|the country's|national|nationwide|annual)\s+", "", name.strip(), flags=re.IGNORECASE
    )
    return next((chinese for pattern, chinese in _NAMES if pattern.fullmatch(bare)), name)
