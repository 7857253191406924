"""Proposals as lines for a terminal, and what was done with a table of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lantu.exchange.proposal_table import remark_of
from lantu.exchange.row import cell
from lantu.plan.message import Language, Message
from lantu.plan.proposal import Fit, Proposal

# How much of a sentence is shown around the cited words; the whole stands in the CSV and the JSON.
_AROUND = 24


def proposals_text(proposals: Sequence[Proposal], results: int, language: Language, whose: Message) -> str:
    """Return what a terminal shows: first how many, then each proposal with its sentence and its reasons.

    results: how many figures the report gives as results. whose: of which area and years report and plan are, told
    where nothing matches.
    """
    direct = sum(proposal.fit is Fit.DIRECT for proposal in proposals)
    beside = len(proposals) - direct
    if not proposals:
        said = Message(
            f"报告里读出 {results} 个结果，没有一个对得上这部规划的目标：名称、种类、单位、时期都要相符。",
            f"{results} results were read in the report; none answers a target of this plan: "
            "name, kind of figure, unit and period must all agree.",
        )
        return "\n".join(filter(None, [said.into(language), whose.into(language)]))
    head = Message(
        f"报告里读出 {results} 个结果，为 {direct} 个目标提出建议"
        + (f"，另有 {beside} 个供参考" if beside else "")
        + "。什么都还没有写入。",
        f"{results} results were read in the report; {direct} are proposed for targets"
        + (f", {beside} more to compare with" if beside else "")
        + ". Nothing has been entered.",
    )
    lines = [head.into(language)]
    for proposal in proposals:
        lines += ["", *_lines(proposal, language)]
    return "\n".join(lines)


def _lines(proposal: Proposal, language: Language) -> Iterator[str]:
    asked = proposal.asked.into(language)
    promised = {"zh": f"（要求 {asked}）", "en": f" (asked: {asked})"}[language] if asked else ""
    yield f"{proposal.certainty:.0%}  {proposal.target_name}{promised}  ← {_value(proposal, language)}"
    yield f"     {_place(proposal, language)}"
    if proposal.working:
        yield f"     {proposal.working}"
    yield f"     {proposal.why.into(language)}"
    if remark := remark_of(proposal).into(language):
        yield f"     {Message('注意', 'note').into(language)}: {remark}"
    for other in proposal.alternatives:
        yield f"     {Message('另一处', 'also').into(language)}: {_value(other, language)}  {_place(other, language)}"


def _value(proposal: Proposal, language: Language) -> str:
    observation, unit = proposal.observation, proposal.unit or ""
    figure = (
        f"{cell(observation.value)}{unit}" if unit[:1] in ("%", "％", "‰", "") else f"{cell(observation.value)} {unit}"
    )
    return {"zh": f"{figure}（{observation.period}）", "en": f"{figure} ({observation.period})"}[language]


def _place(proposal: Proposal, language: Language) -> str:
    block = proposal.citation.block
    sentence, quote = proposal.sentence, proposal.citation.quote
    start = max(sentence.find(quote), 0)
    first, last = max(0, start - _AROUND), start + len(quote) + _AROUND // 2
    words = ("…" if first else "") + sentence[first:last] + ("…" if last < len(sentence) else "")
    return {"zh": f"第 {block} 段　“{words}”", "en": f"block {block}  “{words}”"}[language]
