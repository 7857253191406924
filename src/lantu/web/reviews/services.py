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

from lantu.documents.content import Content
from lantu.plan.fault import Fault
from lantu.plan.reading import Reading
from lantu.plan.review.carrying import carry
from lantu.plan.review.deciding import Signature
from lantu.plan.review.decision import Action, Decision, in_force
from lantu.plan.review.reviewed import ReviewedItem
from lantu.web.accounts.models import User
from lantu.web.registry.models import Plan, PlanVersion
from lantu.web.registry.selectors import package_of
from lantu.web.registry.services import add_version
from lantu.web.reviews.bridge import to_content, to_decision_row, to_fates
from lantu.web.reviews.models import Review
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
    return _open(_read(name, data), user)


@transaction.atomic
def open_plan(plan: Plan, user: User) -> Review:
    """Return the open review of a plan; a new one of its latest version where there is none.

    A version that came out of a review goes on from that review's reading and decisions, so that nothing is decided
    twice and both readings stay.
    Raises PermissionDenied when the user may not review.
    """
    _may(user, MAY_REVIEW)
    Plan.objects.select_for_update().get(pk=plan.pk)
    current = Review.objects.filter(plan=plan, version=None).first()
    if current is not None:
        return current
    latest = plan.versions.order_by("-pk").first()
    before = Review.objects.filter(version=latest).first() if latest else None
    if before is None:
        return _open(package_of(plan).reading, user, plan=plan)
    review = _open(reading_of(before), user, plan=plan, previous=before)
    rows = {row.record["id"]: row for row in before.decision_rows.all()}
    for number, decision in enumerate(in_force(reviewed(before).review.log), 1):
        to_decision_row(review, number, rows[decision.id].by, decision, is_carried=True).save()
    return review


def reread(review: Review, name: str, data: bytes, user: User) -> Review:
    """Read a new version of the document and open its review, with the decisions of the old one that still apply.

    Raises PermissionDenied when the user may not review, Fault when the document cannot be read.
    """
    _may(user, MAY_REVIEW)
    fresh = _read(name, data)
    with transaction.atomic():
        before = reviewed(review)
        carried = carry(before.review, fresh)
        row = _open(fresh, user, plan=review.plan, previous=review, carried=to_fates(before.review, carried.fates))
        authors = {author.pk: author for author in User.objects.filter(pk__in=set(before.by.values()))}
        for number, decision in enumerate(carried.decisions, 1):
            to_decision_row(row, number, authors[before.by[decision.id]], decision, is_carried=True).save()
        return row


@transaction.atomic
def decide(review: Review, user: User, make: Make, *, seen: int | None) -> Made:
    """Add a decision to the log.

    make: makes the decision from the review as it stands once nobody else can write. seen: number of the last decision
    that the user saw; what others decided since on the same items is not overwritten. None where `make` itself looks at
    the items as they are.
    Raises PermissionDenied when the user may not review, Fault when the decision does not hold or the review is closed,
    Clash when somebody else decided on one of the items meanwhile.
    """
    _may(user, MAY_REVIEW)
    row = Review.objects.select_for_update().only("pk", "version").get(pk=review.pk)
    if row.version_id is not None:
        raise Fault(
            "这次审读已经采纳，不能再改。要改请重新开始审读。",
            "This review is adopted and closed. To change it, open a new one.",
        )
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
def adopt(review: Review, slug: str, user: User, *, seen: int) -> PlanVersion:
    """Make the reviewed plan an immutable version and show it; the review and its log are closed and kept with it.

    slug: the name in addresses, used where the review belongs to no plan yet. seen: number of the last decision that
    the user saw: nobody adopts what they have not seen.
    Raises PermissionDenied when the user may not adopt, Fault when it was adopted already, decisions were added
    meanwhile, or the name cannot be used.
    """
    _may(user, MAY_ADOPT)
    row = Review.objects.select_for_update(of=("self",)).select_related("plan").get(pk=review.pk)
    if row.version_id is not None:
        raise Fault("这次审读已经采纳过了。", "This review was adopted already.")
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


def proposed_slug(review: Review) -> str:
    """Return a name for addresses that is free: made from the document's, or the plan's own."""
    if review.plan is not None:
        return review.plan.slug
    stem = re.sub(r"[^\w]+", "-", Path(review.document_name).stem.lower()).strip("-")[:90] or "plan"
    count, slug = 1, stem
    while Plan.objects.filter(slug=slug).exists():
        count += 1
        slug = f"{stem}-{count}"
    return slug


def _open(
    reading: Reading, user: User, *, plan: Plan | None = None, previous: Review | None = None,
    carried: list[dict[str, str]] | None = None,
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
        carried=carried or [],
    )


def _read(name: str, data: bytes) -> Reading:
    # Imported here, so that no other page waits for the reader.
    from lantu.reading.apart import read_content_apart

    return read_content_apart(Content(name, data), READING_SECONDS)


def _may(user: User, permission: str) -> None:
    if not user.has_perm(permission):
        raise PermissionDenied
