"""`lantu read FILE --explain ITEM`: why the reader took words for an item, and why it is not surer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lantu.exchange.reading_json import citation_to_json
from lantu.plan.citation import Citation
from lantu.plan.document import Document
from lantu.plan.fault import Fault
from lantu.plan.ground import Ground, Step
from lantu.plan.message import Language, Message
from lantu.plan.reading import Doubt, Reading
from lantu.plan.review.kind import ItemKind, values_of
from lantu.plan.section import Section
from lantu.plan.statement import Fact, Pledge
from lantu.plan.task import Task
from lantu.reading.grammar.names import idle_numerals
from lantu.reading.grammar.quantity import slogan_counts
from lantu.reading.grounds import factor_of
from lantu.reading.normalised import normalise
from lantu.reading.phenomena import about

_CHOICES = 6
_SENTENCE_END = re.compile(r"[。！？；\n]|[.!?;](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Explained:
    """An item, what it rests on and what is doubted of it.

    sentence: the words around its own, which are set off.
    """

    id: str
    kind: ItemKind
    name: str
    source: Citation | None
    sentence: str
    ground: Ground | None
    doubts: tuple[Doubt, ...]

    @property
    def lowered(self) -> tuple[tuple[str, float], ...]:
        """The phenomena that make the reader less sure, each with its factor, the weightiest first."""
        rules = dict.fromkeys(step.rule for step in self.ground.steps) if self.ground else ()
        factors = ((rule, factor_of(self.kind, rule)) for rule in rules)
        return tuple(sorted(((rule, factor) for rule, factor in factors if factor < 1), key=lambda pair: pair[1]))


def explain(reading: Reading, wanted: str) -> Explained:
    """Return the one item that `wanted` names: its id, its whole name, or a part of its name or quote.

    Raises Fault where none or several fit.
    """
    items = tuple(_items(reading))
    for fits in (
        [item for item in items if item[0] == wanted],
        [item for item in items if item[2] == wanted],
        [item for item in items if wanted and wanted in item[2]],
        [item for item in items if wanted and item[3] and wanted in item[3].quote],
    ):
        if len(fits) == 1:
            id, kind, name, source = fits[0]
            doubts = tuple(doubt for doubt in reading.doubts if doubt.about == id)
            sentence = _sentence(reading.document, source)
            return Explained(id, kind, name, source, sentence, reading.grounds.get(id), doubts)
        if fits:
            raise _several(wanted, fits)
    why = _set_aside(reading.document, wanted)
    raise Fault(
        f"没有读出名称或原文里有“{wanted}”的条目。{why.zh}请换几个字，或用 lantu read 文件 --json 查编号。",
        f"No item was read whose name or words hold “{wanted}”. {why.en}Try other words, or look up the id with: "
        "lantu read FILE --json.",
    )


def _set_aside(document: Document | None, wanted: str) -> Message:
    """Say where the words hold a numeral that counts nothing, and why it does not; nothing where they hold none."""
    for block in document.blocks if document and wanted else ():
        place = block.text.find(wanted)
        if place >= 0:
            even = normalise(block)
            for idle in (*idle_numerals(even.text), *slogan_counts(even.text)):
                cited = even.cite(idle.start, idle.end)
                if cited.start < place + len(wanted) and cited.end > place:
                    told = about(idle.phenomenon).title
                    return Message(
                        f"“{cited.quote}”（{_place(cited).zh}）按“{told.zh}”读，不是数量。",
                        f"“{cited.quote}” ({_place(cited).en}) counts nothing: {told.en[:1].lower()}{told.en[1:]}. ",
                    )
    return Message("", "")


_Item = tuple[str, ItemKind, str, Citation | None]
_KINDS = {
    ItemKind.INDICATOR: Message("指标", "indicator"),
    ItemKind.COMMITMENT: Message("承诺", "commitment"),
    ItemKind.FACT: Message("事实", "fact"),
    ItemKind.TASK: Message("任务", "task"),
    ItemKind.SECTION: Message("章节", "heading"),
    ItemKind.PROJECT: Message("项目", "project"),
    ItemKind.SYSTEM: Message("系统", "system"),
    ItemKind.UNIT: Message("单位", "unit"),
    ItemKind.POLICY: Message("政策", "policy"),
}


def _items(reading: Reading) -> Iterator[_Item]:
    """Every item as (id, kind, name, where it stands)."""
    for kind, value in values_of(reading):
        if isinstance(value, Section | Task):
            name = value.title
        else:
            name = value.subject if isinstance(value, Pledge | Fact) else value.name
        yield value.id, kind, name, value.source


def _several(wanted: str, fits: list[_Item]) -> Fault:
    shown = fits[:_CHOICES]
    zh = "；".join(f"{id}（{_KINDS[kind].zh} {name[:16]}，{_place(source).zh}）" for id, kind, name, source in shown)
    en = "; ".join(f"{id} ({_KINDS[kind].en} {name[:24]}, {_place(source).en})" for id, kind, name, source in shown)
    more = Message("等", " …") if len(fits) > len(shown) else Message("", "")
    return Fault(
        f"“{wanted}”对得上 {len(fits)} 个条目，请写其中一个的编号：{zh}{more.zh}。",
        f"“{wanted}” fits {len(fits)} items; write the id of one: {en}{more.en}.",
    )


def _place(source: Citation | None) -> Message:
    if source is None:
        return Message("无出处", "no source")
    return Message(f"第 {source.block} 段", f"block {source.block}")


def _sentence(document: Document | None, source: Citation | None) -> str:
    """The sentence that an item's words stand in, they set off with ⟦ ⟧; "" where the document is not at hand."""
    block = document.block(source.block) if document and source else None
    if block is None or source is None:
        return f"⟦{source.quote}⟧" if source else ""
    start = max((end.end() for end in _SENTENCE_END.finditer(block.text, 0, source.start)), default=0)
    stop = _SENTENCE_END.search(block.text, source.end)
    end = stop.end() if stop else len(block.text)
    return (
        f"{block.text[start : source.start].lstrip()}⟦{source.quote}⟧{block.text[source.end : end].rstrip()}"
    )  # fmt: skip


def explained_text(item: Explained) -> Message:
    """Tell an item, its sentence, what it rests on, and why the reader is not surer."""
    place = _place(item.source)
    zh = [f"{_KINDS[item.kind].zh}　{item.name}　[{item.id}]", f"{place.zh}：{item.sentence}"]
    en = [f"{_KINDS[item.kind].en}  {item.name}  [{item.id}]", f"{place.en}: {item.sentence}"]
    if item.ground is None:
        zh.append("没有依据：这一条是人定的，或数据包没有保存依据。")
        en.append("Nothing is kept of why: a person has set this item, or the package holds no grounds.")
    else:
        zh += [f"把握 {item.ground.certainty:.2f}", "依据"]
        en += [f"certainty {item.ground.certainty:.2f}", "rests on"]
        for step in item.ground.steps:
            zh.append(f"  {about(step.rule).title.zh}{_words(step, '：“', '”')}")
            en.append(f"  {about(step.rule).title.en}{_words(step, ': “', '”')}")
        zh += ["为什么不是 1", f"  这一类条目，没有别的疑点时也会读错（×{factor_of(item.kind, ''):g}）"]
        en += [
            "why it is not 1",
            f"  items of this kind are misread at times without any sign (×{factor_of(item.kind, ''):g})",
        ]
        for rule, factor in item.lowered:
            told = about(rule)
            zh.append(f"  {told.title.zh}（×{factor:g}）：{told.says.zh}")
            en.append(f"  {told.title.en} (×{factor:g}): {told.says.en}")
    zh += [f"存疑：{doubt.message.zh}" for doubt in item.doubts]
    en += [f"doubt: {doubt.message.en}" for doubt in item.doubts]
    return Message("\n".join(zh), "\n".join(en))


def _words(step: Step, before: str, after: str) -> str:
    return f"{before}{step.words.quote}{after}" if step.words else ""


def explained_json(item: Explained, language: Language) -> dict[str, Any]:
    """Return the same as one JSON object."""
    steps = item.ground.steps if item.ground else ()
    return {
        "id": item.id,
        "kind": item.kind,
        "name": item.name,
        "sentence": item.sentence,
        "source": citation_to_json(item.source),
        "certainty": item.ground.certainty if item.ground else None,
        "steps": [
            {"rule": str(step.rule), "title": about(step.rule).title.into(language),
             "source": citation_to_json(step.words)}
            for step in steps
        ],
        "lowered_by": [
            {"rule": str(rule), "factor": factor, "says": about(rule).says.into(language)}
            for rule, factor in (("", factor_of(item.kind, "")), *item.lowered)
        ],
        "doubts": [doubt.message.into(language) for doubt in item.doubts],
    }  # fmt: skip
