"""NAM704: one sign of a fixed term is mistaken."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.listed_words import used
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_MOST = 5


@rule("NAM704", Severity.WARNING, Message("固定用语写错", "miswritten term"))
def miswritten_term(review: Review) -> Iterator[Remark]:
    """One sign of a fixed term is mistaken.

    What it checks
    --------------
    `parameters/word_lists/miswritten_terms.yaml` 所列常错的写法，全文都查，书名号内除外。

    Common slips from the list `parameters/word_lists/miswritten_terms.yaml`, anywhere but in titles in 《》.

    Why it matters
    --------------
    申报“综合实验区”，查不到这个政策；错字也让人怀疑数字。

    Nobody finds a policy under a wrong name, and a misprint makes readers doubt the figures.

    Example
    -------
        申报跨境电子商务综合实验区        应为：综合试验区

    How to mend
    -----------
    改为正确的写法。

    Write the right form.

    References
    ----------
    - 每种写法的依据见清单。
    - The list gives the source of each form.
    """
    for word, places in used(review, "miswritten_terms", past=True):
        yield Remark(
            Message(f"“{places[0].quote}”疑为误写（依据：{word.source.zh}）。",
                    f"“{places[0].quote}” seems a slip (source: {word.source.en})."),
            Message(f"请改为“{word.right}”。", f"Write “{word.right}”."),
            places[:_MOST],
        )  # fmt: skip
