"""Which encoding a file's bytes are in, told by hand: signature, strict UTF-8, then the most plausible reading."""

from __future__ import annotations

import codecs
import re
from functools import cache

_SIGNATURES = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose signature it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# What people write in a page's head, and the larger set that browsers read it as.
_DECLARED = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}  # western ones are left out: editors write them into Chinese pages unasked
_SAMPLE = 64_000
# Share of characters that may be damaged before a text is called unreadable.
_DAMAGE = 0.01
_LEAST_PLAUSIBLE = 0.25

# Frequent characters of official Chinese, simplified and traditional: what a right decoding shows at once.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平"
    "形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党"
    "程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干"
    "做必战先回则任取据处府研治规划城市县镇乡村项目标推完善保障服务环境创新增育教率率增值约束预达万亿元亩"
    "個這為國時來們對說會發動學過產種後還點從業開應長於與現實體當關機進經給間東車見問無電氣總員論題類農區強領導務計劃規設縣鄉鎮項"
    "標術濟財環境護衛責監督險檢審職權園廳聯轉環質療養價億萬約專寫"
)
_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》〈〉【】—…·「」『』﹝﹞〔〕％①②③④⑤⑥⑦⑧⑨⑩★　–―•·°±×÷£€㎡≥≤\xa0")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_LONE_HIGH_BYTE = re.compile(rb"(?<![\x80-\xff])[\xc0-\xff](?![\x80-\xff])|[\x91-\x97](?=[\x00-\x7f])")


def decoded(data: bytes, declared: str = "") -> str | None:
    """Return the bytes as text without its signature, or None where no known encoding makes text of them.

    declared: the encoding the file names itself; believed only where the bytes agree.
    """
    for signature, encoding in _SIGNATURES:
        if data.startswith(signature):
            return _tolerant(data[len(signature) :], encoding)
    if b"\0" in data:  # no text has a zero byte except the wide encodings, where every ASCII character has one
        wide = _most_plausible(data, ("utf-16-le", "utf-16-be"))
        return _tolerant(data, wide) if wide else None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    named = _DECLARED.get(declared.strip().lower())
    if named and _damage(data, named) <= _DAMAGE:
        return _tolerant(data, named)
    best = _most_plausible(data, ("utf-8", "gb18030", "big5hkscs", "cp1252", "utf-16-le", "utf-16-be"))
    return _tolerant(data, best) if best else None


def _tolerant(data: bytes, encoding: str) -> str | None:
    """Decode with damaged bytes shown as U+FFFD; None where too many are damaged."""
    text = data.decode(encoding, "replace")
    return text if text.count("\ufffd") <= max(1, len(text) * _DAMAGE) else None


def _damage(data: bytes, encoding: str) -> float:
    text = _sample(data, encoding)
    return text.count("\ufffd") / max(1, len(text))


def _sample(data: bytes, encoding: str) -> str:
    decoder = codecs.getincrementaldecoder(encoding)("replace")  # a character cut off at the end is no damage
    return decoder.decode(data[:_SAMPLE], final=len(data) <= _SAMPLE)


def _most_plausible(data: bytes, encodings: tuple[str, ...]) -> str | None:
    """Return the encoding whose reading looks most like text, or None where none does."""
    best, best_score = None, _LEAST_PLAUSIBLE
    for encoding in encodings:
        if encoding.startswith("utf-16") and len(data) % 2:
            continue
        if encoding == "cp1252":
            score = _latin_plausibility(data)
        else:
            score = _plausibility(_sample(data, encoding), wide=encoding.startswith("utf-16"))
        if score > best_score:
            best, best_score = encoding, score
    return best


def _plausibility(text: str, wide: bool = False) -> float:
    """Return from below 0 (rubbish) to 1 how much the characters beyond ASCII look like a text of the field.

    wide: the encoding spells ASCII differently too, so that ASCII speaks for it.
    """
    controls = sum(text.count(chr(code)) for code in range(32) if code not in (9, 10, 12, 13))
    characters = _BEYOND_ASCII.findall(text)
    plain = len(text) - len(characters) if wide else 0
    if not characters and not plain:
        return 1.0 - 20 * controls / len(text) if text else 0.0
    usual = _usual()
    score = float(plain)
    for character in characters:
        if character in _FREQUENT or character in _PUNCTUATION:
            score += 1.0
        elif character in usual:
            score += 0.4
        elif character == "\ufffd" or "\ue000" <= character <= "\uf8ff" or "\x80" <= character <= "\x9f":
            score -= 3.0
        elif wide and character.isalpha() and character < "\u2000":
            score += 0.4
        elif not ("\u4e00" <= character <= "\u9fff" or character.isalpha()):
            score -= 0.2
    return score / (len(characters) + plain) - 20 * controls / len(text)


def _latin_plausibility(data: bytes) -> float:
    """Return 0.9 where bytes beyond ASCII stand alone among letters, as accents do in western languages."""
    sample = data[:_SAMPLE]
    high = len(sample.translate(None, bytes(range(128))))
    controls = len(sample) - len(sample.translate(None, bytes(set(range(32)) - {9, 10, 12, 13})))
    alone = len(_LONE_HIGH_BYTE.findall(sample))
    return 0.9 if not controls and high < 0.15 * len(sample) and alone >= 0.8 * high else 0.0


@cache
def _usual() -> frozenset[str]:
    """Level 1 of GB 2312 and of Big5: the hanzi in daily use, as the two standards themselves chose them."""
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    simplified = b"".join(bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    traditional = b"".join(bytes((lead, trail)) for lead in range(0xA4, 0xC7) for trail in trails)
    return frozenset(simplified.decode("gb2312", "ignore") + traditional.decode("big5", "ignore"))
