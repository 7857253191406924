"""What is said of waivers themselves, with pages like those of rules; `waivers.waive` finds it, no plan holds it."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, Rule, rule
from lantu.plan.message import Message


@rule("WAI001", Severity.WARNING, Message("豁免已到期", "waiver expired"))
def waiver_expired(_: Review) -> Iterator[Remark]:
    """A waiver beside the plan has passed its last day.

    What it checks
    --------------
    豁免清单（规划旁的 `规划文件名.waivers.yaml` 或 `.csv`，数据包里的 `waivers.yaml`）中写了期限、期限已过的项。
    最后一天仍有效。所涉的发现重新列出。

    Entries of the list of waivers (`PLAN.waivers.yaml` or `.csv` beside a document, `waivers.yaml` in a package) whose
    last day has passed; on that day they still hold. The findings they were about are told again.

    Why it matters
    --------------
    豁免是“先放一放”，不是“算了”；不设期限、过期不管，问题就留到了表决那天。

    To waive is to put off, not to drop; if nobody looks when the day comes, the fault is still there at the vote.

    Example
    -------
        - {rule: IND102, quote: 能耗降低, reason: 待省里下达, by: 李工, until: 2026-06-30}

    How to mend
    -----------
    改正所涉的问题，删去这一项；仍须保留的，重新审定，写新的理由和期限。

    Mend what it is about and strike the entry; if it must stay, look at it anew and write why and until when.

    References
    ----------
    - 通行做法：例外须有人、有理由、有期限。
    - General practice: an exception has an author, a reason and an end.
    """
    return iter(())


@rule("WAI002", Severity.NOTE, Message("豁免对不上发现", "waiver without finding"))
def waiver_without_finding(_: Review) -> Iterator[Remark]:
    """A waiver beside the plan fits no finding.

    What it checks
    --------------
    豁免清单中，按规则、对象（item）和原文（quote）都对不上任何一条发现的项。

    Entries of the list of waivers that fit no finding by rule, item and quoted words.

    Why it matters
    --------------
    问题改了而豁免还在，下次同样的错会被悄悄放过；原文写错的，等于没有豁免。

    If the fault is mended and the waiver stays, the same fault passes unseen next time; if its words are wrong, nothing
    is waived.

    Example
    -------
        - {rule: TXT601, quote: 森林覆盖率, reason: 口径不同, by: 王工}        两处已经改成同一个数

    How to mend
    -----------
    问题已改的，删去这一项；没改的，核对所写的规则代码和原文。

    If the matter is mended, strike the entry; if not, check the code and the words it quotes.

    References
    ----------
    - 通行做法：代码检查工具对多余的豁免也要报告。
    - General practice: linters report exceptions that are no longer needed.
    """
    return iter(())


ABOUT_WAIVERS: tuple[Rule, ...] = (waiver_expired, waiver_without_finding)
