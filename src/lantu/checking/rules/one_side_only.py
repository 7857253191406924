"""ALN909: a project or a task that two plans should share stands in one of them only."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.alignment import is_above, same_area, title_of
from lantu.checking.finding import Place, Severity
from lantu.checking.project_name import NamedProject, bare_project, listed_projects, told_projects
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.citation import Citation
from lantu.plan.message import Message

_FEWEST, _MOST = 4, 8
# Two lists that share less than this are lists of two sorts of projects.
_SHARED = 0.3


@rule("ALN909", Severity.NOTE, Message("只有一方写到", "one side only"))
def one_side_only(review: Review) -> Iterator[Remark]:
    """A plan above orders something for this area that is not here, or two lists of one area hold different projects.

    What it checks
    --------------
    上级规划：名称、所在行或任务单位点到本地区的项目和任务，本规划没有同名的。同一地区的两个规划：都有项目清单（四行以上）、
    三成以上相同的，列出只在一方的。名称去掉地名和“建设、工程、项目”后相同，或一个包含另一个的，算同名。每个规划合为一条。

    With a plan above: its projects and tasks that name this area (in the name, the row or among the units) and that
    this plan does not have. With another plan of the same area: where both have project lists (four rows and more) that
    share three projects in ten, those in one list only. Names are the same when, without areas and words such as
    “project”, one holds the other. One note for each plan.

    Why it matters
    --------------
    上级安排在本地的项目，本地不接，就落了空；两张清单不一样，不知道以哪张为准。

    What the level above plans here comes to nothing if nobody here takes it up; of two lists nobody knows which holds.

    Example
    -------
        市规划：澜川县城至云台快速路        澜川县规划：没有

    How to mend
    -----------
    补入本规划，或与对方商定删去；清单以一方为准的，写明。

    Take it in, or agree to strike it there; say which list holds.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十四条（规划衔接：任务、政策、项目）。
    - National Development Planning Law of China (2026), article 24 (agreement on tasks, policies and projects).
    """
    own = [*listed_projects(review), *told_projects(review)]
    known = "\n".join((*(one.bare for one in own), *(block.text for block in review.blocks)))
    for other in review.beside:
        if same_area(review.reading, other.reading):
            yield from _lists(review, other)
        elif is_above(other.reading, review.reading):
            yield from _from_above(review, other, own, known)


def _from_above(review: Review, other: Review, own: list[NamedProject], known: str) -> Iterator[Remark]:
    area = review.plan.region.name
    short = area[:-1] if len(area) > 2 else area
    if not short:
        return
    bares = {one.bare for one in own}
    found: list[tuple[str, Citation]] = []
    for one in (*listed_projects(other), *told_projects(other)):
        bare = bare_project(one.bare, area)
        if short in (one.name if one.row is None else one.citation.quote) and not _held(bare, bares, known):
            found.append((one.name, one.citation))
    for task in other.plan.tasks:
        units = (*task.lead, *task.supporting)
        title = bare_project(task.title, area)
        if any(short in unit for unit in units) and len(title) > 3 and title not in known:
            found.append((task.title, task.source))
    found = list({name: (name, place) for name, place in found}.values())
    if not found:
        return
    first = next((b.cite() for b in review.blocks if b.text.strip()), None)
    yield Remark(
        Message(f"《{title_of(other.reading)}》有 {len(found)} 项点到{area}，本规划没有同名的：{_names(found)}。",
                f"“{title_of(other.reading)}” names {area} in what this plan does not have ({len(found)}): "
                f"{', '.join(name for name, _ in found[:_MOST])}."),
        Message("请补入本规划，或与对方商定；名称不同的，请统一。",
                "Take them in, or settle it with the other side; where the name differs, use one."),
        (first,), tuple(Place(other.document_name, place) for _, place in found[:_MOST]),
    )  # fmt: skip


def _lists(review: Review, other: Review) -> Iterator[Remark]:
    mine, yours = list(listed_projects(review)), list(listed_projects(other))
    if min(len(mine), len(yours)) < _FEWEST:
        return
    here, there = {one.bare for one in mine}, {one.bare for one in yours}
    ours = [one for one in mine if not _held(one.bare, there, "")]
    theirs = [one for one in yours if not _held(one.bare, here, "")]
    if len(mine) - len(ours) < _SHARED * min(len(mine), len(yours)) or not (ours or theirs):
        return
    mine_only, yours_only = [(o.name, o.citation) for o in ours], [(o.name, o.citation) for o in theirs]
    zh, en = [], []
    if yours_only:
        zh.append(f"只在那边的 {len(yours_only)} 个（{_names(yours_only)}）")
        en.append(f"{len(yours_only)} only there ({', '.join(name for name, _ in yours_only[:_MOST])})")
    if mine_only:
        zh.append(f"只在本规划的 {len(mine_only)} 个（{_names(mine_only)}）")
        en.append(f"{len(mine_only)} only here ({', '.join(name for name, _ in mine_only[:_MOST])})")
    first = next((b.cite() for b in review.blocks if b.text.strip()), None)
    yield Remark(
        Message(f"与《{title_of(other.reading)}》的项目清单不一致，按名称相同的有 {len(mine) - len(ours)} 个："
                f"{'；'.join(zh)}。",
                f"The project lists here and in “{title_of(other.reading)}” differ; {len(mine) - len(ours)} names "
                f"agree: "
                f"{'; '.join(en)}."),
        Message("请统一两张清单，或写明以哪张为准。", "Make the lists agree, or say which one holds."),
        tuple(place for _, place in mine_only[:_MOST]) or (first,),
        tuple(Place(other.document_name, place) for _, place in yours_only[:_MOST]),
    )  # fmt: skip


def _held(bare: str, names: set[str], text: str) -> bool:
    return bare in names or bare in text or any(len(name) > 3 and (name in bare or bare in name) for name in names)


def _names(found: list[tuple[str, Citation]]) -> str:
    return "、".join(name for name, _ in found[:_MOST]) + ("等" if len(found) > _MOST else "")
