"""Which language a text is written in, guessed from the shares of its scripts."""

from __future__ import annotations

import re

_SAMPLE = 40_000
_SCRIPTS = {
    "zh": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"),
    "kana": re.compile(r"[\u3041-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f]"),
}
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|for|is|by|with|will|be|on|that|as|are)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+")
# A hanzi carries about as much as four Latin letters: names and units must not make a Chinese plan English.
_LETTERS_A_HANZI = 4


def language_of(text: str) -> str:
    """Return an ISO 639-1 code for the script that carries most of the text, or "und".

    Latin text is "en" where common English words are at least a tenth of it; other languages in Latin
    letters are not told apart.
    """
    sample = text[:_SAMPLE]
    shares = {name: float(len(script.findall(sample))) for name, script in _SCRIPTS.items()}
    if shares["kana"] > 0.2 * shares["zh"]:
        shares["ja"] = shares["kana"] + shares["zh"]
        shares["zh"] = 0
    del shares["kana"]
    shares["latin"] /= _LETTERS_A_HANZI
    best = max(shares, key=lambda name: shares[name])
    if not shares[best]:
        return "und"
    if best != "latin":
        return best
    words = _WORD.findall(sample)
    return "en" if len(_ENGLISH.findall(sample)) >= 0.1 * len(words) else "und"
