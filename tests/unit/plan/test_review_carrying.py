"""A new version of the document: decisions that still apply are kept, the others are told with the reason."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.plan.review_cases import TEXTS, by, document_of, made_up_reading

from lantu.plan.named_item import Unit
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading
from lantu.plan.review import carrying, deciding
from lantu.plan.review.carrying import Carried, carry
from lantu.plan.review.deciding import Wording
from lantu.plan.review.decision import Action, Decision
from lantu.plan.review.fates import Outcome
from lantu.plan.review.folding import apply
from lantu.plan.review.kind import ItemKind
from lantu.plan.review.reviewed import State

READING = made_up_reading()


def carried(make: Any, texts: tuple[str, ...] = TEXTS, *, without: tuple[str, ...] = (), then: Any = None) -> Carried:
    """Carry what was made on the reading to that of other texts."""
    log: tuple[Decision, ...] = (make(apply(READING, ())),)
    if then is not None:
        log = (*log, then(apply(READING, log)))
    return carry(apply(READING, log), made_up_reading(texts, without=without))


def correct_pledge(now: Any) -> Decision:
    return deciding.correct(now, "pledge-1", None, (("value", "32"),), by())


def outcomes(found: Carried) -> list[tuple[str, Outcome]]:
    return [(fate.item, fate.outcome) for fate in found.fates]


def test_a_correction_is_kept_where_its_words_still_stand() -> None:
    found = carried(correct_pledge)
    assert outcomes(found) == [("pledge-1", Outcome.KEPT)]
    assert apply(READING, found.decisions).result.plan.pledges[0].value == 32


def test_a_correction_moves_with_its_words() -> None:
    texts = (TEXTS[0], "这一段是新写的。", *TEXTS[1:])
    found = carried(correct_pledge, texts)
    assert outcomes(found) == [("pledge-1", Outcome.MOVED)]
    assert found.fates[0].reason.en == "The same words, moved from block 2 to 3."
    pledge = apply(made_up_reading(texts), found.decisions).result.plan.pledges[0]
    assert (pledge.value, pledge.source.block) == (32, 3)


def test_a_correction_of_words_that_are_gone_is_told() -> None:
    texts = (TEXTS[0], "由镇路灯所、镇财政所共同点亮暗巷。", *TEXTS[2:])
    found = carried(correct_pledge, texts)
    assert found.decisions == ()
    assert outcomes(found) == [("pledge-1", Outcome.GONE)]


def test_a_correction_of_words_that_are_read_otherwise_is_told_with_both() -> None:
    now = apply(READING, ())
    decision = deciding.correct(now, "unit-1", None, (("name", "路灯所"),), by())
    fresh = made_up_reading()
    (target,) = decision.targets
    saw = tuple((name, "team" if name == "kind" else text) for name, text in target.saw)
    other = Decision(decision.id, decision.action, decision.by, decision.at,
                     (type(target)(target.id, target.kind, target.anchor, saw),), decision.parts)  # fmt: skip
    found = carry(apply(READING, (other,)), fresh)
    assert outcomes(found) == [("unit-1", Outcome.CHANGED)]
    assert "sort was “team”, now “department”" in found.fates[0].reason.en
    assert found.fates[0].candidate == "unit-1"


def test_words_that_were_changed_lead_to_the_item_they_are_now() -> None:
    texts = (*TEXTS[:4], "落实慢行五年行动，镇路灯所每年检修一次。")
    now = apply(READING, ())
    log = (deciding.accept(now, ["policy-1"], by()),)
    fresh = made_up_reading(texts)
    changed = made_up_reading((*TEXTS[:4], "落实慢行三年行动，镇路灯所每年检修一次。")).plan.policies[0]
    document = fresh.document
    assert document is not None
    words = document.blocks[4].cite(2, 8)
    policy = type(changed)("policy-9", words.quote, "action", "sec-2", words)
    plan = type(fresh.plan)(title=fresh.plan.title, sections=fresh.plan.sections, policies=(policy,))
    found = carry(apply(READING, log), type(fresh)(plan, document))
    assert outcomes(found) == [("policy-1", Outcome.CHANGED)]
    assert found.fates[0].candidate == "policy-9"
    assert "慢行五年行动" in found.fates[0].reason.zh


def test_a_unit_is_told_from_the_same_words_elsewhere_by_what_stands_around_them() -> None:
    texts = ("镇路灯所的人先来了。", *TEXTS)
    fresh = made_up_reading(texts)
    document = fresh.document
    assert document is not None
    twin = type(fresh.plan.units[0])("unit-1-2", "镇路灯所", "department", None, document.blocks[2].cite(1, 5))
    first = type(twin)("unit-1", "镇路灯所", "department", None, document.blocks[0].cite(0, 4))
    plan = type(fresh.plan)(title=fresh.plan.title, units=(first, twin))
    log = (deciding.reject(apply(READING, ()), "unit-1", by()),)
    found = carry(apply(READING, log), type(fresh)(plan, document))
    assert found.decisions[0].targets[0].id == "unit-1-2"


def test_a_correction_stays_where_the_reader_no_longer_finds_the_item() -> None:
    found = carried(correct_pledge, without=("pledge-1",))
    assert outcomes(found) == [("pledge-1", Outcome.KEPT)]
    assert found.decisions[0].action is Action.ADD
    pledges = apply(made_up_reading(without=["pledge-1"]), found.decisions).result.plan.pledges
    assert [(pledge.subject, pledge.value, pledge.section) for pledge in pledges] == [("亮灯巷子", 32, "sec-1")]


@pytest.mark.parametrize(
    ("make", "without", "outcome"),
    [
        (lambda now: deciding.reject(now, "unit-2", by()), ("unit-2",), Outcome.NEEDLESS),
        (lambda now: deciding.accept(now, ["system-1"], by()), ("system-1",), Outcome.CHANGED),
        (lambda now: deciding.merge(now, "unit-1", ["unit-2"], (), by()), ("unit-2",), Outcome.CHANGED),
    ],
)
def test_what_the_reader_no_longer_finds_is_told(make: Any, without: tuple[str, ...], outcome: Outcome) -> None:
    found = carried(make, without=without)
    assert found.decisions == ()
    assert outcome in {fate.outcome for fate in found.fates}


def test_an_addition_stays_and_is_not_needed_once_the_reader_finds_it() -> None:
    add = lambda now: deciding.add(now, ItemKind.PROJECT, Wording(3, "河心亭", (("name", "河心亭"),)), by())  # noqa: E731
    assert outcomes(carried(add))[0][1] is Outcome.KEPT
    log = (add(apply(READING, ())),)
    fresh = made_up_reading()
    document = fresh.document
    assert document is not None
    words = log[0].parts[0].anchor.words
    there = type(fresh.plan.projects[0])("project-7", "河心亭", "", "sec-1", words)
    plan = type(fresh.plan)(title=fresh.plan.title, projects=(there,))
    found = carry(apply(READING, log), type(fresh)(plan, document))
    assert [fate.outcome for fate in found.fates] == [Outcome.NEEDLESS]
    assert found.fates[0].candidate == "project-7"


def test_a_split_and_what_was_decided_on_its_parts_move_together() -> None:
    pieces = [Wording(3, "晚河步行桥", (("name", "桥"),)), Wording(3, "河心亭", (("name", "亭"),))]
    texts = (TEXTS[0], "新的一段。", *TEXTS[1:])
    found = carried(
        lambda now: deciding.split(now, "project-1", pieces, by()), texts,
        then=lambda now: deciding.correct(
            now, next(i.id for i in now.items.values() if i.name == "亭"), None, (("name", "小亭"),), by()
        ),
    )  # fmt: skip
    projects = apply(made_up_reading(texts), found.decisions).result.plan.projects
    assert [(p.name, p.source.quote, p.source.block) for p in projects] == [
        ("桥", "晚河步行桥", 4),
        ("小亭", "河心亭", 4),
    ]
    lost = carried(lambda now: deciding.split(now, "project-1", pieces, by()),
                   (*TEXTS[:2], "2020年亮灯巷子为12条。建设晚河步行桥，依托渡口信息平台。", *TEXTS[3:]))  # fmt: skip
    assert lost.decisions == ()


def test_decisions_keep_their_author_and_time_and_those_decided_over_are_left_behind() -> None:
    first = deciding.accept(apply(READING, ()), ["unit-1", "unit-2"], by("甲"))
    second = deciding.reject(apply(READING, (first,)), "unit-1", by("乙"))
    found = carry(apply(READING, (first, second)), READING)
    assert [(d.by, d.at, [t.id for t in d.targets]) for d in found.decisions] == [
        ("甲", first.at, ["unit-2"]),
        ("乙", second.at, ["unit-1"]),
    ]
    assert apply(READING, found.decisions).items["unit-1"].state is State.REJECTED


def many_units(count: int, ending: str) -> Reading:
    """The reading of a text whose every block names a unit."""
    texts = [f"镇第{n}路灯维护所{ending}每年检修{n * 7}次" for n in range(count)]
    document = document_of(texts)
    units = tuple(Unit(f"{ending}{b.number}", b.text, "department", None, b.cite(0, len(b.text)))
                  for b in document.blocks)  # fmt: skip
    return Reading(Plan(units=units), document)


def test_each_of_many_changed_items_is_told_its_like_after_few_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    matched = carrying.SequenceMatcher.ratio
    monkeypatch.setattr(carrying.SequenceMatcher, "ratio", lambda self: compared.append(1) or matched(self))
    old, count = many_units(400, "甲"), 100
    log: list[Decision] = []
    now = apply(old, ())
    for n in range(count):
        log.append(deciding.accept(now, [f"甲{n * 3 + 1}"], by()))
    found = carry(apply(old, log), many_units(400, "乙"))
    assert [fate.outcome for fate in found.fates] == [Outcome.CHANGED] * count
    assert sum(fate.candidate == f"乙{n * 3 + 1}" for n, fate in enumerate(found.fates)) > 0.9 * count
    assert len(compared) < 30 * count


def test_words_are_searched_once_for_each_quote() -> None:
    text = carrying._Text(READING.document)
    assert text.places("镇路灯所") is text.places("镇路灯所")
    assert len(text.places("镇路灯所")) == 2
