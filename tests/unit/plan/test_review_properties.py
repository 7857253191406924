"""Whatever people decide: no item is lost silently, undo is the inverse, order on different items does not matter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.plan.review_cases import by, made_up_reading

from lantu.plan.fault import Fault
from lantu.plan.review import deciding
from lantu.plan.review.carrying import carry
from lantu.plan.review.deciding import Wording
from lantu.plan.review.decision import Action, Decision, in_force
from lantu.plan.review.fates import Outcome
from lantu.plan.review.folding import apply
from lantu.plan.review.kind import DIVISIBLE, ItemKind, values_of
from lantu.plan.review.record import from_record, to_record
from lantu.plan.review.reviewed import STANDING, ReviewedReading, State

READING = made_up_reading()
MACHINE = [value.id for _, value in values_of(READING)]
FIRST_FIELD = {
    ItemKind.TASK: "title",
    ItemKind.COMMITMENT: "subject",
    ItemKind.FACT: "subject",
    ItemKind.SECTION: "title",
}


def step(draw: st.DrawFn, now: ReviewedReading, only: list[str] | None = None) -> Decision | None:
    """One decision somebody might make; None where it would be refused."""
    there = only or [item.id for item in now.items.values()]
    id = draw(st.sampled_from(there))
    item = now.items[id]
    name = FIRST_FIELD.get(item.kind, "name")
    action = draw(st.sampled_from(["accept", "reject", "correct", "split", "merge", "add", "undo"]))
    words = draw(st.sampled_from(["甲", "乙", "丙丁"]))
    who = by(draw(st.sampled_from(["甲", "乙"])))
    block = item.source.block if item.source else 1
    text = READING.document.block(block).text  # type: ignore[union-attr]
    pieces = [Wording(block, text[:3], ((name, words),)), Wording(block, text[2:6], ((name, f"{words}二"),))]
    try:
        match action:
            case "accept":
                return deciding.accept(now, draw(st.lists(st.sampled_from(there), min_size=1, max_size=3)), who)
            case "reject":
                return deciding.reject(now, id, who)
            case "correct":
                return deciding.correct(now, id, None, ((name, words),), who)
            case "split" if only is None:
                return deciding.split(now, id, pieces, who)
            case "merge":
                others = [one for one in there if now.items[one].kind is item.kind]
                return deciding.merge(now, id, draw(st.lists(st.sampled_from(others), max_size=2)), (), who)
            case "add" if only is None:
                return deciding.add(now, item.kind if item.kind in DIVISIBLE else ItemKind.UNIT, pieces[0], who)
            case "undo" if now.log and only is None:
                return deciding.undo(now, draw(st.sampled_from([one.id for one in now.log])), who)
    except Fault:
        return None
    return None


@st.composite
def logs(draw: st.DrawFn, only: list[str] | None = None) -> tuple[Decision, ...]:
    log: tuple[Decision, ...] = ()
    for _ in range(draw(st.integers(0, 9))):
        decision = step(draw, apply(READING, log), only)
        log = log if decision is None else (*log, decision)
    return log


@given(logs())
def test_no_item_is_ever_lost_silently(log: tuple[Decision, ...]) -> None:
    now = apply(READING, log)
    added = {part.id for one in log if one.action in (Action.ADD, Action.SPLIT) for part in one.parts}
    assert set(now.items) == {*MACHINE, *added}
    standing = {id for id, item in now.items.items() if item.state in STANDING}
    assert sorted(value.id for _, value in values_of(now.result)) == sorted(standing)
    for id, item in now.items.items():
        assert (item.value is not None) is (id in standing)
        if id not in standing:
            # Whatever left the plan says by whose decision, or that its own adding was taken back.
            assert item.decision is not None
            assert item.state is State.WITHDRAWN or item.decision in in_force(log)
        if item.state is State.ABSORBED:
            end = item
            while end.state is State.ABSORBED:
                end = now.items[end.into]
            assert end.state in STANDING
    assert now.unplaced == ()
    assert now.log == log


@given(st.data(), logs())
def test_undo_is_the_inverse_of_a_step(data: st.DataObject, log: tuple[Decision, ...]) -> None:
    before = apply(READING, log)
    decision = step(data.draw, before)
    if decision is None or decision.action is Action.UNDO:
        return
    after = apply(READING, (*log, decision))
    undone = apply(READING, (*after.log, deciding.undo(after, decision.id, by())))
    assert undone.result == before.result
    assert {id: item.state for id, item in undone.items.items() if id in before.items} == {
        id: item.state for id, item in before.items.items()
    }
    redone = apply(READING, (*undone.log, Decision("redo", Action.UNDO, "甲", by().at, undoes=undone.log[-1].id)))
    assert redone.result == after.result


@given(st.data())
def test_the_order_of_two_peoples_decisions_on_different_items_does_not_matter(data: st.DataObject) -> None:
    half = len(MACHINE) // 2
    mixed = data.draw(st.permutations(MACHINE))
    one, other = data.draw(logs(only=mixed[:half])), data.draw(logs(only=mixed[half:]))
    woven: list[Decision] = []
    left, right = list(one), list(other)
    while left or right:
        woven.append(left.pop(0) if left and (not right or data.draw(st.booleans())) else right.pop(0))
    result = apply(READING, tuple(woven))
    assert result.result == apply(READING, (*one, *other)).result == apply(READING, (*other, *one)).result


@given(logs())
def test_a_log_written_down_and_read_again_folds_to_the_same(log: tuple[Decision, ...]) -> None:
    again = tuple(from_record(to_record(decision)) for decision in log)
    assert again == log
    assert apply(READING, again) == apply(READING, log)


@given(logs())
def test_reading_the_same_document_again_keeps_every_decision_that_counts(log: tuple[Decision, ...]) -> None:
    before = apply(READING, log)
    carried = carry(before, READING)
    after = apply(READING, carried.decisions)
    told = {fate.item for fate in carried.fates}
    for id, item in before.items.items():
        if item.is_decided and item.state is not State.WITHDRAWN and item.machine is not None:
            assert id in told
    # An addition in the very words of an item that the reader finds is not needed; what rests on it goes with it.
    if not any(fate.outcome is Outcome.NEEDLESS for fate in carried.fates):
        assert {fate.outcome for fate in carried.fates} <= {Outcome.KEPT}
        assert after.result == before.result
