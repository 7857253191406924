"""NAM703: a term is used that an official text has replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.listed_words import used
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.parameters import Word
from lantu.plan.citation import Citation
from lantu.plan.message import Message

_MOST = 6


@rule("NAM703", Severity.WARNING, Message("过时的提法", "outdated term"))
def outdated_term(review: Review) -> Iterator[Remark]:
    """A term is used that an official text has replaced before the plan begins.

    What it checks
    --------------
    `parameters/word_lists/outdated_terms.yaml` 所列提法：规划期第一年已经改了的。回顾章节、书名号内，
    以及同一分句写明“原”“脱贫”等的不报。依据相同的合为一条，列出各处。

    Terms of the dated list `parameters/word_lists/outdated_terms.yaml` that were replaced by the plan's first year.
    Chapters that look back, titles in 《》 and clauses that speak of the past are left alone. One finding a source.

    Why it matters
    --------------
    沿用旧提法，多半是从上一个规划抄来的，所指的政策已经不在。

    Old terms are mostly copied from the last plan; the policy they name is gone.

    Example
    -------
        2026—2030 年的规划写：推进新农合全覆盖

    How to mend
    -----------
    按所附依据改用现行提法；确指过去的，写明“原”。

    Use the current term, by the source given; where the past is meant, say so.

    References
    ----------
    - 每个提法的依据和日期见清单。
    - The list gives each term's source and date.
    """
    by_source: dict[Message, list[tuple[Word, tuple[Citation, ...]]]] = defaultdict(list)
    for word, places in used(review, "outdated_terms"):
        by_source[word.source].append((word, places))
    for source, together in by_source.items():
        quoted = list(dict.fromkeys(places[0].quote for _, places in together))
        rights = list(dict.fromkeys(word.right for word, _ in together))
        yield Remark(
            Message(
                f"“{'”“'.join(quoted)}”是过时的提法：{source.zh}。", f"“{'”, “'.join(quoted)}”: outdated. {source.en}."
            ),
            Message(f"请改为：{'；'.join(rights)}。", f"Write: {'; '.join(rights)}."),
            tuple(place for _, places in together for place in places)[:_MOST],
        )
