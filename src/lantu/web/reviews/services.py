"""Open reviews, add decisions, adopt: nothing here changes or deletes what is there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from lantu.plan.fault import Fault
from lantu.plan.reading import Reading
from lantu.plan.review.carrying import Carried, carry
from lantu.plan.review.deciding import Signature
from lantu.plan.review.decision import Action, Decision, in_force
from lantu.plan.review.reviewed import ReviewedItem
from lantu.web.accounts.models import User
from lantu.web.registry.document_reading import read_document
from lantu.web.registry.models import Plan, PlanVersion
from lantu.web.registry.selectors import package_of
from lantu.web.registry.selectors import reading_of as version_reading
from lantu.web.registry.services import add_version
from lantu.web.reviews.bridge import to_content, to_decision_row, to_fates
from lantu.web.reviews.counts import counts_of
from lantu.web.reviews.models import DecisionRow, Review
from lantu.web.reviews.selectors import Reviewed, reading_of, reviewed

MAY_REVIEW = "reviews.add_decisionrow"
MAY_ADOPT = "registry.add_planversion"
READING_SECONDS = 90.0
_SLUG = re.compile(r"[\w-]{1,100}")

Make = Callable[[Reviewed, Signature], Decision]


class Clash(Exception):
    """Somebody else decided on the same item meanwhile; nothing was written.

    item: as it stands now. theirs: the decision of the other.
    """

    def __init__(self, item: ReviewedItem, theirs: Decision) -> None:
        super().__init__(item.id)
        self.item, self.theirs = item, theirs


@dataclass(frozen=True, slots=True)
class Made:
    """A decision that was made; is_new: False where somebody had decided the very same, so that nothing was added."""

    decision: Decision
    is_new: bool


def open_upload(name: str, data: bytes, user: User) -> Review:
    """Read a document that a user gives and open a review of it.

    Raises PermissionDenied when the user may not review, Fault when the document cannot be read.
    """
    _may(user, MAY_REVIEW)
    row = _open(read_document(name, data, READING_SECONDS), user)
    keep_counts(row)
    return row


def open_plan(plan: Plan, user: User) -> Review:
    """Return the open review of a plan; a new one of its latest version where there is none.

    A version that came out of a review goes on from that review's reading and decisions, so that nothing is decided
    twice and both readings stay.
    Raises PermissionDenied when the user may not review.
    """
    _may(user, MAY_REVIEW)
    row = _open_plan(plan, user)
    keep_counts(row)
    return row


@transaction.atomic
def _open_plan(plan: Plan, user: User) -> Review:
    Plan.objects.select_for_update().get(pk=plan.pk)
    current = Review.objects.filter(plan=plan, version=None, closed_by=None).first()
    if current is not None:
        return current
    latest = plan.versions.order_by("-pk").first()
    before = Review.objects.filter(version=latest).first() if latest else None
    if before is None:
        reading = version_reading(latest) if latest else package_of(plan).reading
        return _open(reading, user, plan=plan, base=latest)
    review = _open(reading_of(before), user, plan=plan, previous=before, base=latest)
    rows = {row.record["id"]: row for row in before.decision_rows.all()}
    for number, decision in enumerate(in_force(reviewed(before).review.log), 1):
        to_decision_row(review, number, rows[decision.id].by, decision, is_carried=True).save()
    return review


def reread(review: Review, name: str, data: bytes, user: User) -> Review:
    """Read a new draft of the document and open its review, with the decisions of the old one that still apply.

    The old review is closed by it. Where the draft was the wrong file, the old review can be read again as long as
    nobody has decided anything in the new one, which is then closed too.
    Raises PermissionDenied when the user may not review, Fault when the document cannot be read or people have gone on
    in a newer review.
    """
    _may(user, MAY_REVIEW)
    _going_on(review)
    fresh = read_document(name, data, READING_SECONDS)
    row = None
    while row is None:
        # Carrying takes its time: nobody else waits for it, and it is done anew where somebody decided meanwhile.
        before = reviewed(review)
        row = _open_carried(review, fresh, user, before, carry(before.review, fresh))
    keep_counts(row)
    return row


@transaction.atomic
def _open_carried(review: Review, fresh: Reading, user: User, before: Reviewed, carried: Carried) -> Review | None:
    """Open the review of a new draft and close the old one; None where somebody decided in it since `before`."""
    old = Review.objects.select_for_update().only("pk", "plan", "base", "version", "closed_by").get(pk=review.pk)
    if reviewed(old).number != before.number:
        return None
    overtaken = _going_on(old)
    row = _open(
        fresh, user, plan=old.plan, previous=old, base=old.version or old.base,
        carried=to_fates(before.review, carried.fates),
    )  # fmt: skip
    for ending in (*overtaken, *(() if old.version_id else (old,))):
        ending.closed_by = row
        ending.save(update_fields=["closed_by"])
    authors = {author.pk: author for author in User.objects.filter(pk__in=set(before.by.values()))}
    for number, decision in enumerate(carried.decisions, 1):
        to_decision_row(row, number, authors[before.by[decision.id]], decision, is_carried=True).save()
    return row


def may_reread(review: Review, user: User) -> bool:
    """Return whether a user may read a new draft here: not where it was adopted, or people have gone on elsewhere."""
    try:
        _going_on(review)
    except Fault:
        return False
    return review.version_id is None and user.has_perm(MAY_REVIEW)


def _going_on(review: Review) -> tuple[Review, ...]:
    """The open reviews that go on from one, with no decision of their own yet. Raises Fault where one has some."""
    if review.closed_by_id is None:
        return ()
    later = tuple(Review.objects.filter(previous=review, version=None, closed_by=None).only("pk", "version"))
    is_idle = later and not DecisionRow.objects.filter(review__in=later, is_carried=False).exists()
    if not is_idle:
        raise Fault(
            "这次审读已由新一稿的审读接续，那边已有人作过决定。请在那边读新的一稿。",
            "The review of a newer draft goes on from this one, and people have decided there. "
            "Read the new draft there.",
        )
    return later


def keep_counts(review: Review) -> None:
    """Keep how far a review is, for the list of reviews; once what it counts is written for good."""
    now = reviewed(review)
    counts = counts_of(now)
    Review.objects.filter(pk=review.pk).update(counts=[now.number, counts.total, counts.left, counts.doubted])


def decide(review: Review, user: User, make: Make, *, seen: int | None) -> Made:
    """Add a decision to the log.

    make: makes the decision from the review as it stands once nobody else can write. seen: number of the last decision
    that the user saw; what others decided since on the same items is not overwritten. None where `make` itself looks at
    the items as they are.
    Raises PermissionDenied when the user may not review, Fault when the decision does not hold or the review is closed,
    Clash when somebody else decided on one of the items meanwhile.
    """
    _may(user, MAY_REVIEW)
    made = _decide(review, user, make, seen)
    keep_counts(review)
    return made


@transaction.atomic
def _decide(review: Review, user: User, make: Make, seen: int | None) -> Made:
    row = Review.objects.select_for_update().only("pk", "version", "closed_by").get(pk=review.pk)
    if row.version_id is not None:
        raise Fault(
            "这次审读已经采纳，不能再改。要改请重新开始审读。",
            "This review is adopted and closed. To change it, open a new one.",
        )
    if row.closed_by_id is not None:
        raise _closed()
    now = reviewed(review)
    decision = make(now, Signature(uuid4().hex, user.display_name, timezone.now()))
    from_here = now.number if seen is None else seen
    for target in decision.targets:
        item = now.review.items[target.id]
        theirs = [d for d in item.history if now.numbers[d.id] > from_here and now.by[d.id] != user.pk]
        if theirs:
            if item.decision is theirs[-1] and _same(item.decision, decision):
                return Made(item.decision, is_new=False)
            raise Clash(item, theirs[-1])
    to_decision_row(review, now.number + 1, user, decision, is_carried=False).save()
    return Made(decision, is_new=True)


def _same(one: Decision, other: Decision) -> bool:
    """Whether two decisions say the same of the same item."""
    if (one.action, one.parts) != (other.action, other.parts):
        return False
    return one.action in (Action.ACCEPT, Action.REJECT, Action.CORRECT) and {t.id for t in other.targets} <= {
        t.id for t in one.targets
    }


@transaction.atomic
def adopt(review: Review, slug: str, user: User, *, seen: int, over: int | None = None) -> PlanVersion:
    """Make the reviewed plan an immutable version and show it; the review and its log are closed and kept with it.

    slug: the name in addresses, used where the review belongs to no plan yet. seen: number of the last decision that
    the user saw: nobody adopts what they have not seen. over: row of the version that came after the one the review
    started from, where the user says that this one shall take its place all the same.
    Raises PermissionDenied when the user may not adopt, Fault when it was adopted already, a newer draft is under
    review, decisions or another version were added meanwhile, or the name cannot be used.
    """
    _may(user, MAY_ADOPT)
    row = Review.objects.select_for_update(of=("self",)).select_related("plan").get(pk=review.pk)
    if row.version_id is not None:
        raise Fault("这次审读已经采纳过了。", "This review was adopted already.")
    if row.closed_by_id is not None:
        raise _closed()
    newer = newer_version(row)
    if newer is not None and newer.pk != over:
        raise Fault(
            f"审读开始以后，这部规划有了新版本（{_day(newer)}）；采纳这一份会盖过它。确要盖过，请勾选再采纳。",
            f"Since this review began the plan has a newer version ({_day(newer)}), which adopting this one would "
            "replace. If you mean to, tick the box and adopt.",
        )
    if reviewed(row).number != seen:
        raise Fault(
            "您看这一页以后，又有人作了决定。请再看一遍，再采纳。",
            "Somebody decided more since you opened this page. Look at it again, then adopt.",
        )
    if row.plan is None and not _SLUG.fullmatch(slug):
        raise Fault(
            "地址只能用文字、数字和连字符“-”，最多一百个。请改一下。",
            "An address may hold letters, digits and hyphens only, at most 100. Please change it.",
        )
    if row.plan is None and Plan.objects.filter(slug=slug).exists():
        raise Fault(
            f"地址“{slug}”已有规划在用。请换一个。", f"The address “{slug}” is taken by another plan. Choose another."
        )
    version = add_version(reviewed(row).review.result, row.plan.slug if row.plan else slug, adopted_by=user)
    row.plan, row.version, row.adopted_by, row.adopted_at = version.plan, version, user, timezone.now()
    row.save(update_fields=["plan", "version", "adopted_by", "adopted_at"])
    return version


def newer_version(review: Review) -> PlanVersion | None:
    """Return the latest version of the plan where it is not the one that the review started from."""
    latest = review.plan.versions.order_by("-pk").first() if review.plan else None
    return latest if latest is not None and latest.pk != review.base_id else None


def _day(version: PlanVersion) -> str:
    return f"{timezone.localtime(version.added_at):%Y-%m-%d %H:%M}"


def _closed() -> Fault:
    return Fault(
        "这次审读已由新一稿的审读接续，不再改，也不再采纳。请到新一稿那边继续。",
        "The review of a newer draft goes on from this one, which is closed. Go on there.",
    )


def proposed_slug(review: Review) -> str:
    """Return a name for addresses that is free: the plan's own, else of its area's code and years.

    Where the code is not known, the Latin words of the title serve, then the document's name.
    """
    if review.plan is not None:
        return review.plan.slug
    plan = reading_of(review).plan
    years = str(plan.period) if plan.period else ""
    latin = re.findall(r"[a-z][a-z0-9]+", plan.title.lower())
    words = [plan.region.code, years] if plan.region.code else latin or [Path(review.document_name).stem.lower()]
    stem = re.sub(r"[^\w]+", "-", "-".join(filter(None, words))).strip("-")[:90].strip("-") or "plan"
    count, slug = 1, stem
    while Plan.objects.filter(slug=slug).exists():
        count += 1
        slug = f"{stem}-{count}"
    return slug


def _open(
    reading: Reading, user: User, *, plan: Plan | None = None, previous: Review | None = None,
    base: PlanVersion | None = None, carried: list[dict[str, str]] | None = None,
) -> Review:  # fmt: skip
    content, grounds = to_content(reading)
    document = reading.document
    name = document.name if document else ""
    return Review.objects.create(
        title=(reading.plan.title or name)[:500],
        plan=plan,
        document_name=name[:500],
        document_sha256=document.sha256 if document else "",
        content=content,
        grounds=grounds,
        opened_by=user,
        previous=previous,
        base=base,
        carried=carried or [],
    )


def _may(user: User, permission: str) -> None:
    if not user.has_perm(permission):
        raise PermissionDenied
