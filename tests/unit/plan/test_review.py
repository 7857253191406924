"""Decisions on a reading: the fold, both readings of an item, and what cannot be decided."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.plan.review_cases import TEXTS, by, made_up_reading

from lantu.plan.fault import Fault
from lantu.plan.indicator import Indicator
from lantu.plan.review import deciding
from lantu.plan.review.deciding import Wording
from lantu.plan.review.decision import Decision
from lantu.plan.review.field import FIELDS, changed, fields_of
from lantu.plan.review.folding import apply
from lantu.plan.review.kind import ItemKind, blank, values_of
from lantu.plan.review.record import from_record, to_record
from lantu.plan.review.reviewed import ReviewedReading, State
from lantu.plan.review.urgency import Urgency, by_urgency, surer_than, urgency_of


class Desk:
    """A review one can decide on step by step."""

    def __init__(self) -> None:
        self.reading = made_up_reading()
        self.log: tuple[Decision, ...] = ()

    @property
    def now(self) -> ReviewedReading:
        return apply(self.reading, self.log)

    def do(self, what: Any, *arguments: Any, name: str = "甲") -> Decision:
        decision: Decision = what(self.now, *arguments, by(name))
        self.log = (*self.log, decision)
        return decision


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_without_decisions_the_result_is_the_reading(desk: Desk) -> None:
    assert desk.now.result == desk.reading
    assert len(desk.now.undecided) == len(list(values_of(desk.reading)))


def test_an_accepted_item_stands_as_read_and_its_doubt_is_settled(desk: Desk) -> None:
    desk.do(deciding.accept, ["pledge-1"])
    assert desk.now.items["pledge-1"].state is State.ACCEPTED
    assert desk.now.result.plan.pledges == desk.reading.plan.pledges
    assert [doubt.about for doubt in desk.now.result.doubts] == ["heading"]


def test_a_corrected_item_keeps_both_readings(desk: Desk) -> None:
    desk.do(deciding.correct, "pledge-1", None, (("value", "３２"), ("deadline", "2025年6月")))
    item = desk.now.items["pledge-1"]
    assert item.state is State.CORRECTED
    assert item.machine == desk.reading.plan.pledges[0]
    assert dict(fields_of(item.kind, item.value))["value"] == "32"  # type: ignore[arg-type]
    assert desk.now.result.plan.pledges[0].deadline == "2025-06"
    assert desk.now.result.plan.pledges[0].subject == "亮灯巷子"


def test_a_rejected_item_leaves_the_plan_and_not_the_review(desk: Desk) -> None:
    desk.do(deciding.reject, "unit-2")
    assert [unit.id for unit in desk.now.result.plan.units] == ["unit-1"]
    assert desk.now.items["unit-2"].state is State.REJECTED
    assert desk.now.items["unit-2"].machine is not None


def test_a_rejected_heading_leaves_its_matter_to_the_heading_above(desk: Desk) -> None:
    desk.do(deciding.reject, "sec-1")
    plan = desk.now.result.plan
    assert [section.id for section in plan.sections] == ["sec-2"]
    assert plan.sections[0].parent is None
    assert {unit.section for unit in plan.units} == {None}


def test_a_split_item_gives_its_place_to_its_parts(desk: Desk) -> None:
    pieces = [Wording(3, "晚河步行桥", (("name", "晚河步行桥"),)), Wording(3, "河心亭", (("name", "河心亭"),))]
    decision = desk.do(deciding.split, "project-1", pieces)
    projects = desk.now.result.plan.projects
    assert [(project.name, project.source.quote) for project in projects] == [("晚河步行桥",) * 2, ("河心亭",) * 2]
    assert {project.section for project in projects} == {"sec-1"}
    assert desk.now.items[decision.parts[0].id].parent == "project-1"
    desk.do(deciding.correct, decision.parts[1].id, None, (("name", "河心小亭"),))
    assert desk.now.result.plan.projects[1].name == "河心小亭"
    desk.do(deciding.accept, ["project-1"])
    assert [project.id for project in desk.now.result.plan.projects] == ["project-1"]
    assert desk.now.items[decision.parts[1].id].state is State.WITHDRAWN


def test_merged_items_are_one_and_come_back_when_it_is_taken_back(desk: Desk) -> None:
    decision = desk.do(deciding.merge, "unit-1", ["unit-2"], (("name", "镇路灯所和财政所"),))
    assert [unit.name for unit in desk.now.result.plan.units] == ["镇路灯所和财政所"]
    assert (desk.now.items["unit-2"].state, desk.now.items["unit-2"].into) == (State.ABSORBED, "unit-1")
    desk.do(deciding.undo, decision.id)
    assert desk.now.result.plan.units == desk.reading.plan.units


def test_an_absorbed_item_is_open_again_when_the_other_is_rejected(desk: Desk) -> None:
    desk.do(deciding.merge, "unit-1", ["unit-2"], ())
    desk.do(deciding.reject, "unit-1")
    assert desk.now.items["unit-2"].state is State.UNDECIDED


def test_an_added_item_stands_in_the_order_of_the_text(desk: Desk) -> None:
    added = desk.do(deciding.add, ItemKind.UNIT, Wording(2, "镇路灯所、镇财政所", (("name", "两所"),)))
    assert [unit.name for unit in desk.now.result.plan.units] == ["镇路灯所", "两所", "镇财政所"]
    assert desk.now.result.plan.units[1].section == "sec-1"
    assert desk.now.items[added.parts[0].id].machine is None
    desk.do(deciding.undo, added.id)
    assert desk.now.result == desk.reading
    assert desk.now.items[added.parts[0].id].state is State.WITHDRAWN


def test_an_undo_can_be_undone_and_an_earlier_step_taken_back(desk: Desk) -> None:
    first = desk.do(deciding.reject, "unit-1")
    desk.do(deciding.reject, "unit-2")
    desk.do(deciding.undo, first.id)
    assert [unit.id for unit in desk.now.result.plan.units] == ["unit-1"]
    with pytest.raises(Fault, match="taken back already"):
        deciding.undo(desk.now, first.id, by())


def test_many_are_accepted_in_one_step_and_one_of_them_decided_anew_later(desk: Desk) -> None:
    many = desk.do(deciding.accept, [item.id for item in surer_than(desk.now, 0.6)])
    assert {target.id for target in many.targets} == {"unit-1", "task-1"}
    desk.do(deciding.reject, "unit-1")
    desk.do(deciding.undo, many.id)
    assert desk.now.items["task-1"].state is State.UNDECIDED
    assert desk.now.items["unit-1"].state is State.REJECTED


@pytest.mark.parametrize(
    ("id", "fields", "line"),
    [
        ("pledge-1", (("value", "三十"),), "“Value” cannot be “三十”: write one number"),
        ("pledge-1", (("subject", " "),), "“Subject” cannot be empty."),
        ("pledge-1", (("deadline", "2025-13"),), "“Deadline” cannot be “2025-13”"),
        ("pledge-1", (("value_high", "20"),), "“Upper end” 20 is below the lower end 30."),
        ("pledge-1", (("comparator", "about"),), "“Bound” cannot be “about”: choose one of those listed"),
        ("lamps", (("target_period", "soon"),), "“Target year” cannot be “soon”"),
        ("lamps", (("target", ""), ("target_high", "31")), "“Upper end” is given, so the lower end"),
        ("unit-1", (("height", "3"),), "“height” is no field of this kind."),
        ("unit-1", (("name", "镇路灯所"),), "Nothing was changed."),
        ("nothing", (), "There is no such item"),
    ],
)
def test_a_bad_value_is_told_in_one_line(desk: Desk, id: str, fields: Any, line: str) -> None:
    with pytest.raises(Fault) as fault:
        deciding.correct(desk.now, id, None, fields, by())
    assert line in fault.value.message.en
    assert "\n" not in fault.value.message.zh


@pytest.mark.parametrize(
    ("make", "line"),
    [
        (lambda now: deciding.split(now, "lamps", [], by()), "cannot be split"),
        (lambda now: deciding.split(now, "project-1", [Wording(3, "河心亭", (("name", "亭"),))], by()), "at least two"),
        (lambda now: deciding.split(now, "project-1", [Wording(3, "河心亭", (("name", "亭"),))] * 2, by()), "the same"),
        (
            lambda now: deciding.split(now, "project-1", [Wording(3, "石桥", (("name", "桥"),))] * 2, by()),
            "hold “石桥”",
        ),
        (lambda now: deciding.merge(now, "unit-1", ["unit-1"], (), by()), "No item to merge"),
        (lambda now: deciding.merge(now, "unit-1", ["task-1"], (), by()), "of another kind"),
        (lambda now: deciding.add(now, ItemKind.UNIT, Wording(9, "镇", ()), by()), "no block 9"),
        (lambda now: deciding.add(now, ItemKind.UNIT, Wording(2, "镇路灯所", ()), by()), "“Name” cannot be empty"),
        (
            lambda now: deciding.add(now, ItemKind.UNIT, Wording(2, "镇路灯所", (("name", "镇路灯所"),)), by()),
            "already",
        ),
        (lambda now: deciding.accept(now, [], by()), "nothing to accept"),
        (lambda now: deciding.undo(now, "no", by()), "no such step"),
    ],
)
def test_what_cannot_be_is_told_before_it_enters_the_log(desk: Desk, make: Any, line: str) -> None:
    with pytest.raises(Fault) as fault:
        make(desk.now)
    assert line in fault.value.message.en


def test_the_words_of_an_item_can_be_chosen_anew(desk: Desk) -> None:
    desk.do(deciding.correct, "project-1", Wording(3, "晚河步行桥", ()), (("name", "晚河步行桥"),))
    assert desk.now.result.plan.projects[0].source.quote == "晚河步行桥"
    assert desk.now.items["project-1"].machine.source.quote == "晚河步行桥和河心亭"  # type: ignore[union-attr]


def test_decisions_on_items_that_are_not_there_are_told(desk: Desk) -> None:
    decision = desk.do(deciding.reject, "unit-2")
    other = apply(made_up_reading(without=["unit-2"]), (decision,))
    assert other.unplaced == (decision,)


def test_doubts_come_first_then_what_the_reader_is_least_sure_of(desk: Desk) -> None:
    order = [(urgency_of(desk.now, item), item.id) for item in by_urgency(desk.now)]
    assert order[0] == (Urgency.DOUBTED, "pledge-1")
    assert order[1] == (Urgency.LOW, "unit-2")
    assert order[2] == (Urgency.FAIR, "task-1")
    assert order[-1] == (Urgency.HIGH, "unit-1")
    assert len(order) == len(desk.now.items)


@pytest.mark.parametrize("kind", list(ItemKind))
def test_what_the_fields_of_an_item_say_makes_the_same_item_again(kind: ItemKind) -> None:
    (*_, value) = (value for one, value in values_of(made_up_reading()) if one is kind)
    assert value.source is not None
    section = getattr(value, "section", getattr(value, "parent", None))
    made = changed(kind, blank(kind, value.id, value.source, section), fields_of(kind, value))
    if isinstance(value, Indicator):  # how the base value is printed is no field
        assert isinstance(made, Indicator)
        assert (made.name, made.unit, made.target, made.baseline.value) == (
            value.name, value.unit, value.target, value.baseline.value,
        )  # fmt: skip
    else:
        assert made == value


def test_every_field_has_a_label_in_both_languages() -> None:
    assert all(field.label.zh and field.label.en for fields in FIELDS.values() for field in fields)


def test_a_decision_is_the_same_after_it_was_written_down(desk: Desk) -> None:
    desk.do(
        deciding.split,
        "project-1",
        [Wording(3, "晚河步行桥", (("name", "桥"),)), Wording(3, "河心亭", (("name", "亭"),))],
    )
    desk.do(deciding.merge, "unit-1", ["unit-2"], (("name", "所"),))
    desk.do(deciding.accept, ["lamps"])
    desk.do(deciding.undo, desk.log[0].id)
    assert tuple(from_record(to_record(decision)) for decision in desk.log) == desk.log
    assert len(TEXTS) == len(desk.reading.document.blocks)  # type: ignore[union-attr]
