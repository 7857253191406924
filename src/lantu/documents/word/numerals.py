"""Numbers in the formats that Word counts in (ECMA-376 part 1, 17.18.59), Chinese ones first."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"
_FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CHINESE = frozenset({
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
    "taiwaneseCountingThousand",
})  # fmt: skip
_DIGIT_BY_DIGIT = frozenset({"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"})
_FORMAL = frozenset({"chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"})
# First character of a run of enclosed numbers, and how many there are.
_ENCLOSED = {
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
    "ideographEnclosedCircle": ("㊀", 10),
}
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def written(count: int, style: str) -> str:
    """Return a count from 0 as Word would print it; formats not known here are printed in Arabic digits."""
    if style in _CHINESE:
        return chinese(count, _DIGITS, "十百千")
    if style in _DIGIT_BY_DIGIT:
        return "".join(_DIGITS[int(digit)] for digit in str(max(count, 0)))
    if style in _FORMAL:
        return chinese(count, _FORMAL_DIGITS, "拾佰仟")
    if style in _ENCLOSED:
        first, run = _ENCLOSED[style]
        return chr(ord(first) + count - 1) if 1 <= count <= run else str(count)
    match style:
        case "none":
            return ""
        case "ideographTraditional" if 1 <= count <= 10:
            return _STEMS[count - 1]
        case "ideographZodiac" if 1 <= count <= 12:
            return _BRANCHES[count - 1]
        case "decimalZero":
            return f"{count:02d}"
        case "decimalFullWidth" | "decimalFullWidth2":
            return str(count).translate({ord("0") + i: 0xFF10 + i for i in range(10)})
        case "numberInDash":
            return f"- {count} -"
        case "upperRoman":
            return _roman(count)
        case "lowerRoman":
            return _roman(count).lower()
        case "upperLetter":
            return _letters(count)
        case "lowerLetter":
            return _letters(count).lower()
        case _:
            return str(count)


def chinese(count: int, digits: str, powers: str) -> str:
    """Return a count below ten thousand in hanzi, 一 to 九千九百九十九, as headings count: 十 not 一十."""
    if not 0 < count < 10_000:
        return digits[0] if count == 0 else str(count)
    text, skipped = "", False
    for power in (3, 2, 1, 0):
        digit = count // 10**power % 10
        if not digit:
            skipped = bool(text)
            continue
        text += ("零" if skipped else "") + digits[digit] + (powers[power - 1] if power else "")
        skipped = False
    return text[1:] if 10 <= count < 20 else text


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    text = ""
    for size, sign in _ROMAN:
        text += sign * (count // size)
        count %= size
    return text


def _letters(count: int) -> str:
    """Word repeats the letter past Z: AA, BB, CC."""
    return chr(ord("A") + (count - 1) % 26) * min((count - 1) // 26 + 1, 20) if count > 0 else str(count)
