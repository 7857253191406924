"""Numerals that count nothing: names, slogans, ordinals, ages of groups; they are covered before figures are sought."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lantu.reading.grammar.unit import LATIN
from lantu.reading.phenomenon import Fired, Phenomenon

NAME_SIGN = "\x01"
TIME_SIGN = "\x02"

# A number is tried only from its first digit and only so long: a page of digits costs no more than one of words.
_N = r"(?<![0-9])\d{1,12}"
_D = rf"{_N}(?:\.\d{{1,6}})?"
# Each group is named for its phenomenon.
_NAMES = re.compile(
    r"(?P<quoted_words>《[^》]{0,80}》|[“\"][^”\"]{0,24}[”\"])"
    rf"|(?P<document_number>[〔\[]\d{{4}}[〕\]]\s?{_N}号|{_N}\s?号(?=[^\u4e00-\u9fff]|$|[楼线院文令]))"
    # services within minutes of the door, round the clock
    rf"|(?P<service_circle>{_D}(?:分钟|小时|公里|天|日)[\u4e00-\u9fff]{{0,12}}?圈|24小时|7[*×x]24小时|[一二两三四五六七八九十]刻钟)"
    # ordinals and places in a ranking
    rf"|(?P<ordinal>(?<![底年月日末之])前(?:{_N}|[一二三四五六七八九十]{{1,3}})(?:[位名强]|(?=[,;。、]|$))"
    rf"|第\s?(?:{_N}|[一二三四五六七八九十百]{{1,5}})(?:[个次届条批期季轮届代]|位|名)?)"
    # 5G, B2B, PM2.5, 5A级
    rf"|(?P<code_with_number>{_D}(?!(?:{LATIN})(?![A-Za-z]))[A-Za-z]{{1,12}}(?:级|网络|技术|基站)?"
    rf"|(?<![A-Za-z])(?!(?<=[\d万亿])k?m[23])[A-Za-z]{{1,12}}-?\d{{1,12}}(?:\.\d{{1,6}})?)"
    # groups by age; two units of 350 MW each
    rf"|(?P<age_group>{_N}(?:[-~—至]\d{{1,3}})?周?岁(?:及?以[上下](?=[\u4e00-\u9fff])(?!左右)|(?=儿|幼|老|婴|人|组|女|学|-|至|户籍|适龄|劳动|青)))|(?P<size_of_each>{_N}[×*](?=\d)|{_N}千伏(?=[及以\u4e00-\u9fff]{{0,6}}(?:输变?电|变电|线路|电网|开关站)))"
    # how long something has gone on; so many for each of so many
    rf"|(?P<span_or_rate>连续{_N}个?(?:年|月|季度|周)|每{_N}[-~—至到]\d{{1,3}}[万千百]?|{_N}个多?月(?:时间|内))"
    rf"|(?P<figure_of_speech>{_N}[条项](?=(?:配套)?规定|要求|纪律)|[一二三四]元(?=[\u4e00-\u9fff])|(?<=为)100(?=[,，]男))"
    r"|(?P<telephone_number>(?<![0-9])\d{3,5}(?=热线|急救|报警|便民服务平台|民生平台|政务服务))"
    rf"|(?P<formula>{_N}(?:\+(?:\d{{1,6}}|N|X))+)"
    # dates and spans of time that are no figures
    r"|(?P<date_or_span>(?<=[年月日])\d{1,2}(?=时|点)|(?<![0-9])(?:\d{4}年(?:版|度)?|\d{1,2}月\d{1,2}日|\d{1,2}月份?|\d{1,3}个?年(?![均增])|\d{1,3}周年|\d{1,2}日))"
)
# Years that are a figure: a length of schooling or of life, and a term that is bound (不超过5年).
_YEARS_COUNTED = re.compile(
    r"(?<![0-9])\d{1,3}\.\d{1,3}年|(?:(?<=超过)|(?<=[少低高多]于)|(?<=[短长][至到]))\d{1,3}年(?![来前后底度末初])"
)


def idle_numerals(text: str) -> Iterator[Fired]:
    """Yield the names and slogans of a uniform text whose numerals count nothing, in their order."""
    keep = [match.span() for match in _YEARS_COUNTED.finditer(text)]
    for match in _NAMES.finditer(text):
        if not any(start <= match.start() < end for start, end in keep):
            yield Fired(Phenomenon(match.lastgroup or ""), *match.span())


def cover(text: str, times: Iterable[tuple[int, int]]) -> str:
    """Return the text with numerals of names and slogans, and the given times, each letter covered by one sign."""
    text = _blanked(text, times, TIME_SIGN)
    return _blanked(text, ((idle.start, idle.end) for idle in idle_numerals(text)), NAME_SIGN)


def _blanked(text: str, runs: Iterable[tuple[int, int]], sign: str) -> str:
    pieces: list[str] = []
    place = 0
    for start, end in runs:
        pieces.append(text[place:start])
        pieces.append(re.sub(f"[^{TIME_SIGN}]", sign, text[start:end]))
        place = end
    pieces.append(text[place:])
    return "".join(pieces)
