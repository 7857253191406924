"""Hanzi that fonts name by their radical: the print shows 长, the text layer says the sign of the radical."""

from __future__ import annotations

import unicodedata

# Kangxi radicals are compatibility characters of the hanzi; those of the supplement the standard leaves without one.
_SUPPLEMENT = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⻤⺎⺝⻙⻧⻫⻪",
        "母民虎西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐齿龙龟鬼兀月韦卤齐黾",
        strict=True,
    )
)
HANZI_OF = {
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    **_SUPPLEMENT,
}
