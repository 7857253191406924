"""The pages of this room, the same in the public face and at the desk."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from lantu.checking import all_rules
from lantu.plan.message import Message
from lantu.reports.finding_words import subject_words
from lantu.web.evaluations.selectors import Monitored, monitored
from lantu.web.gazette.addresses import LIST_NAMES, ROWS_A_PAGE, Addresses
from lantu.web.gazette.contents import contents, elsewhere
from lantu.web.gazette.document_page import article
from lantu.web.gazette.findings import Settled
from lantu.web.gazette.item_csv import as_csv
from lantu.web.gazette.item_list import item_list
from lantu.web.gazette.item_words import kind_words
from lantu.web.gazette.items import KIND_WORDS, Kind
from lantu.web.gazette.list_lede import list_lede
from lantu.web.gazette.plan_text import PlanText, Same, plan_text
from lantu.web.gazette.rule_page import rule_sections
from lantu.web.look.figures import figure
from lantu.web.look.language import page_language
from lantu.web.look.navigation import PLAN_INDICATORS, face_of
from lantu.web.registry.selectors import plans


def document(request: HttpRequest, slug: str, page: int = 1, settled: Settled = ()) -> HttpResponse:
    """Show the plan's text, or say that it came without one. Raises Http404 where there is no such plan or page.

    settled: findings that need nobody's attention now.
    """
    shown, text, addresses, context = _opened(request, slug)
    if text.reading.document is None:
        return render(request, "gazette/no_document.html", context)
    if not 1 <= page <= max(1, len(text.pages)):
        raise Http404
    if page == 1 and request.resolver_match and "page" in request.resolver_match.kwargs:
        return redirect(addresses.document())
    same = Same(text.reading)
    context |= {
        "article": article(shown, slug, addresses.face, page_language(), page, settled) if text.pages else "",
        "language": text.reading.document.language,
        "contents": contents(same, slug, addresses.face, page_language()),
        "lede": _lede(text),
        "elsewhere": elsewhere(same, slug, addresses.face, page_language()) if page == 1 else "",
        "page": page,
        "pages": text.pages,
        "turns": [(n, addresses.document(n), text.pages[n - 1]) for n in (page - 1, page + 1)
                  if 1 <= n <= len(text.pages)],
        "kinds": _kinds(text, addresses),
        "doubts": [
            (doubt, f"{addresses.document(text.page_of(doubt.source.block))}#doubt-{number}" if doubt.source else "")
            for number, doubt in enumerate(text.doubts, 1)
        ],
        "addresses": addresses,
    }  # fmt: skip
    return render(request, "gazette/document.html", context)


def passage(request: HttpRequest, slug: str, block: int) -> HttpResponse:
    """Lead to the page of the document that shows a block. Raises Http404 where there is none."""
    _, text, addresses, _ = _opened(request, slug)
    if text.reading.document is None or text.reading.document.block(block) is None:
        raise Http404
    return redirect(addresses.words(block))


def items(request: HttpRequest, slug: str, kind: Kind) -> HttpResponse:
    """Show the items of a kind, those asked for. Raises Http404 where there is no such plan."""
    _, text, addresses, context = _opened(request, slug)
    found = item_list(text, kind, addresses, request.GET.dict(), request.path)
    first = (found.page - 1) * ROWS_A_PAGE + 1
    context |= {
        "list": found,
        "words": KIND_WORDS[kind],
        "lede": list_lede(found, has_document=text.reading.document is not None),
        "siblings": [entry for kind in LIST_NAMES for entry in _kinds(text, addresses) if entry[0] is kind],
        "sorts": [(sort, kind_words(sort)) for sort in found.asked.sorts],
        "csv": addresses.of(f"{LIST_NAMES[kind]}-csv"),
        "first": first,
        "last": first + len(found.rows) - 1,
    }
    return render(request, "gazette/items.html", context)


def items_csv(request: HttpRequest, slug: str, kind: Kind) -> HttpResponse:
    """Give the items asked for as CSV, all pages of them. Raises Http404 where there is no such plan."""
    _, text, addresses, _ = _opened(request, slug)
    found = item_list(text, kind, addresses, request.GET.dict(), request.path)
    return as_csv(found.found, kind, page_language(), f"{slug}-{kind.value}")


def rules(request: HttpRequest) -> HttpResponse:
    """List the rules by subject."""
    every = all_rules()
    groups = [
        (subject, subject_words(subject), list(members))
        for subject, members in groupby(every, key=lambda rule: rule.code[:3])
    ]
    return render(request, "gazette/rules.html", {"groups": groups, "count": len(every)})


def rule(request: HttpRequest, code: str) -> HttpResponse:
    """Show a rule's page. Raises Http404 where there is no such rule."""
    found = next((one for one in all_rules() if one.code == code), None)
    if found is None:
        raise Http404
    return render(request, "gazette/rule.html", {"rule": found, "sections": rule_sections(found, page_language())})


def _lede(text: PlanText) -> Message:
    """Say how long the text is, how much was recognised and how much of it is in doubt."""
    assert text.reading.document is not None
    blocks = sum(1 for block in text.reading.document.blocks if block.text.strip())
    chapters, items, doubts = len(text.chapters), len(text.items), len(text.doubts)
    if not blocks:
        return Message("文件里没有可读的文字。", "There is no text in the file.")
    size, found = figure(blocks), figure(items)
    zh = f"全书{f'{chapters}章、' if chapters else ''}{size}段。已识别{found}项，"
    en = f"{f'{chapters} chapters, ' if chapters else ''}{size} blocks of text. {found} items recognised, "
    return Message(
        zh + (f"{doubts}处存疑，等人来定。" if doubts else "没有存疑。"),
        en + (f"{doubts} in doubt, for people to decide." if doubts else "none in doubt."),
    )


def _kinds(text: PlanText, addresses: Addresses) -> list[tuple[Kind, Any, int, str]]:
    """Every kind that was found, with its word, its count and where its list is."""
    counts = {kind: len(text.of_kind(kind)) for kind in Kind}
    names = {Kind.INDICATOR: PLAN_INDICATORS, **LIST_NAMES}
    return [(kind, KIND_WORDS[kind], n, addresses.of(names[kind])) for kind, n in counts.items() if n]


def _opened(request: HttpRequest, slug: str) -> tuple[Monitored, PlanText, Addresses, dict[str, Any]]:
    plan = get_object_or_404(plans(), slug=slug)
    shown = monitored(plan)
    text = plan_text(shown.package.reading)
    return shown, text, Addresses(face_of(request), slug, text), {"slug": slug, "plan_title": plan.title}
