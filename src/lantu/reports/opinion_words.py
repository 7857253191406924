"""A review opinion in words: the sentences and tables of the paper, in Chinese or in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from lantu.checking import Severity
from lantu.plan.message import Language, Message
from lantu.reports.finding_words import SEVERITY_WORDS, subject_words
from lantu.reports.manuscript import Annex, Heading, Manuscript, Paragraph, Part, Run, Table
from lantu.reports.opinion import LetStand, Opinion, Point, Quoted

_NUMERALS = "零一二三四五六七八九十"
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_QUOTE = 120
_INNER = str.maketrans("“”", "‘’")
_GROUPS: dict[Severity, Message] = {
    Severity.ERROR: Message("须改正或说明的问题", "To mend or explain before approval"),
    Severity.WARNING: Message("请核对的问题", "To check"),
    Severity.NOTE: Message("供参考的说明", "For information"),
}
_WHOLE = Message("全文", "The plan as a whole")


def opinion_manuscript(opinion: Opinion, language: Language) -> Manuscript:
    """Return the opinion as a paper in one language; the plan's own words stay in theirs."""
    title = Message(f"关于《{_bare(opinion.plan)}》的审核意见", f"Review opinion on “{_bare(opinion.plan)}”")
    return Manuscript(title.into(language), language, opinion.on, opinion.by, tuple(_Paper(opinion, language).parts()))


def overall_sentence(opinion: Opinion) -> Message:
    """Return the conclusion: how many points there are of each severity, and what that asks for."""
    errors, warnings, notes = (opinion.count(severity) for severity in Severity)
    waived = len(opinion.let_stand)
    kept = Message(f"另有{waived}处经说明准予保留。" if waived else "",
                   f" {waived} more may stand, for the reasons given." if waived else "")  # fmt: skip
    if not opinion.points:
        return Message(f"所查事项未发现问题。{kept.zh}", f"Nothing was found in what was checked.{kept.en}")
    counts = [(errors, "错误", "error"), (warnings, "提醒", "warning"), (notes, "说明", "note")]
    zh = "、".join(f"{word}{n}处" for n, word, _ in counts if n)
    en = ", ".join(f"{n} {word}{_s(n)}" for n, _, word in counts if n)
    if errors:
        asks = Message(
            f"{errors}处错误应逐条改正或作出说明后，再行报批。",
            f"Mend or explain {'the error' if errors == 1 else f'each of the {errors} errors'} before the plan goes "
            "to approval.",
        )
    elif warnings:
        asks = Message(
            f"没有必须改正的问题；{warnings}处提醒请逐条核对。",
            f"Nothing must be mended; check {'the warning' if warnings == 1 else f'each of the {warnings} warnings'}.",
        )
    else:
        asks = Message("没有必须改正的问题。", "Nothing must be mended.")
    total = len(opinion.points)
    return Message(
        f"共列出{total}处，其中{zh}。{asks.zh}{kept.zh}" if len(zh.split("、")) > 1 else
        f"共列出{zh}。{asks.zh}{kept.zh}",
        f"{total} points: {en}. {asks.en}{kept.en}" if ", " in en else f"{en}. {asks.en}{kept.en}",
    )  # fmt: skip


class _Paper:
    """Sets the parts one after the other; headings of the first level are numbered as they come."""

    def __init__(self, opinion: Opinion, language: Language) -> None:
        self.opinion, self.language, self.headings = opinion, language, 0

    def parts(self) -> Iterator[Part]:
        opinion = self.opinion
        yield Paragraph((Run(self._say(self._basis())),))
        yield Paragraph((Run(self._say(overall_sentence(opinion)), strong=True),))
        if len(opinion.points) > 1:
            yield self._by_chapter()
        for severity in Severity:
            points = [point for point in opinion.points if point.severity is severity]
            if points:
                yield self._heading(_GROUPS[severity])
                yield from self._chapters(points)
        if opinion.let_stand:
            yield self._heading(Message("经说明准予保留的", "Allowed to stand"))
            yield self._let_stand()
        yield self._heading(Message("查了什么，没有查什么", "What was checked, and what was not"))
        yield from (Paragraph((Run(self._say(words)),)) for words in self._scope())
        yield from self._signature()
        if opinion.points:
            yield Annex(self._say(Message("附件：问题一览", "Annex: all points")))
            yield self._replies()

    def _say(self, words: Message) -> str:
        return words.into(self.language)

    def _heading(self, words: Message) -> Heading:
        self.headings += 1
        return Heading(1, self._say(Message(f"{_numeral(self.headings)}、{words.zh}", f"{self.headings}. {words.en}")))

    def _basis(self) -> Message:
        opinion, scope = self.opinion, self.opinion.scope
        day = _day(opinion)
        looked_zh = f"{scope.blocks}段文字" if scope.blocks else ""
        looked_zh += f"、{scope.tables}张表" if scope.tables else ""
        looked_zh += f"{'、' if looked_zh else ''}{scope.indicators}项指标"
        looked = [f"{scope.blocks} blocks of text"] if scope.blocks else []
        looked += [f"{scope.tables} table{_s(scope.tables)}"] if scope.tables else []
        looked += [f"{scope.indicators} indicator{_s(scope.indicators)}"]
        file_zh = f"送审文件为“{opinion.document}”（校验码{opinion.sha256[:12]}），" if opinion.document else ""
        file_en = f"The file is “{opinion.document}” (checksum {opinion.sha256[:12]}). " if opinion.document else ""
        beside_zh = f"并与{'、'.join(f'《{_bare(name)}》' for name in scope.beside)}作了对照。" if scope.beside else ""
        names = ", ".join(f"“{_bare(name)}”" for name in scope.beside)
        beside_en = f" It was set against {names}." if scope.beside else ""
        return Message(
            f"{day.zh}，用蓝图{opinion.version}的{scope.rules}条公开规则检查了这部规划。{file_zh}共查{looked_zh}。{beside_zh}",
            f"On {day.en} the plan was checked with the {scope.rules} published rules of Lantu {opinion.version}. "
            f"{file_en}Looked at: {_listed(looked)}.{beside_en}",
        )

    def _by_chapter(self) -> Table:
        rows = []
        for chapter, points in _by_chapter(self.opinion.points):
            n = [sum(point.severity is severity for point in points) for severity in Severity]
            rows.append((chapter or self._say(_WHOLE), *(str(k) if k else "—" for k in n), str(len(points))))
        totals = [self.opinion.count(severity) for severity in Severity]
        rows.append((self._say(Message("合计", "Total")), *map(str, totals), str(sum(totals))))
        head = [self._say(Message("章", "Chapter")), *(self._say(SEVERITY_WORDS[s]) for s in Severity)]
        return Table(
            "", (*head, self._say(Message("合计", "Total"))), (0.52, 0.12, 0.12, 0.12, 0.12), tuple(rows),
            frozenset({1, 2, 3, 4}),
        )  # fmt: skip

    def _chapters(self, points: list[Point]) -> Iterator[Part]:
        groups = _by_chapter(points)
        for number, (chapter, members) in enumerate(groups, 1):
            name = chapter or self._say(_WHOLE)
            yield Heading(2, self._say(Message(f"（{_numeral(number)}）{name}", f"{self.headings}.{number} {name}")))
            for point in members:
                yield from self._point(point)

    def _point(self, point: Point) -> Iterator[Paragraph]:
        number = self._say(Message(f"{point.number}．", f"{point.number}. "))
        code = self._say(Message(f"（{point.code}）", f" ({point.code})"))
        yield Paragraph((Run(number, strong=True), Run(self._say(point.message)), Run(code)), "point")
        if point.quoted:
            yield Paragraph(tuple(self._quotes(point.quoted)))
        yield Paragraph(
            (Run(self._say(Message("怎么改：", "How to mend: ")), strong=True), Run(self._say(point.how_to_mend)))
        )

    def _quotes(self, quoted: tuple[Quoted, ...]) -> Iterator[Run]:
        yield Run(self._say(Message("原文：", "In the plan: ")), strong=True)
        for at, one in enumerate(quoted):
            if at:
                yield Run(self._say(Message("；", "; ")))
            yield Run(self._say(_place_words(one)))
            if self.language == "en":
                yield Run(" ")
            yield Run(f"“{_shortened(one.words)}”", quoted=True)
        yield Run(self._say(Message("。", ".")))

    def _let_stand(self) -> Table:
        return Table(
            "",
            tuple(self._say(word) for word in (
                Message("代码", "Code"), Message("问题", "Point"), Message("保留的理由", "Why it may stand"),
                Message("同意人", "Allowed by"), Message("期限", "Until"),
            )),
            (0.13, 0.32, 0.24, 0.14, 0.17),
            tuple(self._waiver(one) for one in self.opinion.let_stand),
            frozenset({0, 4}),
        )  # fmt: skip

    def _waiver(self, one: LetStand) -> tuple[str, ...]:
        until = one.until.isoformat() if one.until else self._say(Message("未定", "open"))
        return (one.point.code, self._say(one.point.message), one.reason, one.by, until)

    def _scope(self) -> Iterator[Message]:
        scope = self.opinion.scope
        checked = [(subject_words(subject), rules, found) for subject, rules, found in scope.subjects]
        yield Message(
            "查了：" + "；".join(f"{w.zh}（{n}条规则，列出{k}处）" for w, n, k in checked) + "。",
            "Checked: "
            + "; ".join(f"{w.en.lower()} ({n} rule{_s(n)}, {k} point{_s(k)})" for w, n, k in checked) + ".",
        )  # fmt: skip
        zh = ["书中数字是否与统计部门公布的一致", "目标定得高低、任务是否得当", "图片里的文字和没有送来的附件"]
        en = ["whether the figures are those published by the statistical office", "whether targets and tasks are wise",
              "words inside pictures, and annexes that were not handed in"]  # fmt: skip
        if not scope.beside:
            zh.append("与上级规划和同级其他规划是否衔接（没有送来对照）")
            en.append("agreement with plans above and beside it (none was handed in)")
        if scope.left_out:
            zh.append(f"这次没有选用的{scope.left_out}条规则所管的事项")
            en.append(f"what the {scope.left_out} rules that were left out look at")
        yield Message(f"没有查：{'；'.join(zh)}。", f"Not checked: {'; '.join(en)}.")
        if scope.doubts:
            yield Message(
                f"读取文本时有{scope.doubts}处拿不准，这些地方的检查可能不全，请对照原文。",
                f"The reading is not sure in {scope.doubts} place{_s(scope.doubts)}; checks there may be incomplete, "
                "so look at the text itself.",
            )
        yield Message(
            "检查只指出相抵、缺漏和存疑之处，改与不改由起草和审核的人决定。",
            "Checking points to what disagrees, is missing or doubtful; drafters and reviewers decide what to change.",
        )

    def _signature(self) -> Iterator[Paragraph]:
        by = self.opinion.by or self._say(Message("审核单位：　　　　　　　　", "Reviewed by: ____________________"))
        yield Paragraph((Run(by),), "signature")
        yield Paragraph((Run(self._say(_day(self.opinion))),), "signature")

    def _replies(self) -> Table:
        head = (Message("序号", "No."), Message("轻重", "Severity"), Message("位置", "Place"),
                Message("问题", "Point"), Message("起草单位答复", "Drafters’ reply"))  # fmt: skip
        rows = tuple(
            (
                str(point.number),
                self._say(SEVERITY_WORDS[point.severity]),
                self._place(point),
                self._titled(point),
                self._say(point.reply) if point.reply else "",
            )
            for point in self.opinion.points
        )
        widths = (0.08, 0.1, 0.22, 0.36, 0.24) if self.language == "zh" else (0.07, 0.12, 0.22, 0.36, 0.23)
        return Table("", tuple(self._say(word) for word in head), widths, rows, frozenset({0, 1}))

    def _titled(self, point: Point) -> str:
        title = point.title
        return self._say(Message(f"{title.zh}（{point.code}）", f"{title.en[:1].upper()}{title.en[1:]} ({point.code})"))

    def _place(self, point: Point) -> str:
        if not point.quoted:
            return self._say(_WHOLE)
        return self._say(_place_words(point.quoted[0]))


def _by_chapter(points: list[Point] | tuple[Point, ...]) -> list[tuple[str, list[Point]]]:
    """Points by chapter, chapters in reading order, those about the plan as a whole first."""
    first: dict[str, int] = {}
    for point in points:
        at = point.quoted[0].block if point.quoted and point.chapter else 0
        first[point.chapter] = min(at, first.get(point.chapter, at))
    ordered = sorted(points, key=lambda point: (first[point.chapter], point.chapter, point.number))
    return [(chapter, list(members)) for chapter, members in groupby(ordered, key=lambda point: point.chapter)]


def _place_words(quoted: Quoted) -> Message:
    """Where words stand: 第一章第二节（第38段）."""
    document = f"《{_bare(quoted.document)}》" if quoted.document else ""
    joined = "".join(quoted.where) if all(words.startswith("第") for words in quoted.where) else " ".join(quoted.where)
    zh, en = document + joined, " ".join(words for words in (document, *quoted.where) if words)
    at_zh, at_en = f"第{quoted.block}段", f"block {quoted.block}"
    if quoted.page is not None:
        at_zh, at_en = f"第{quoted.page}页{at_zh}", f"page {quoted.page}, {at_en}"
    return Message(f"{zh}（{at_zh}）" if zh else at_zh, f"{en}, {at_en}" if en else at_en)


def _numeral(number: int) -> str:
    """A number up to 99 in hanzi."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _NUMERALS[ones]
    return (_NUMERALS[tens] if tens > 1 else "") + "十" + (_NUMERALS[ones] if ones else "")


def _day(opinion: Opinion) -> Message:
    on = opinion.on
    return Message(f"{on.year}年{on.month}月{on.day}日", f"{on.day} {_MONTHS[on.month - 1]} {on.year}")


def _bare(title: str) -> str:
    return re.sub(r"^《(.*)》$", r"\1", title.strip())


def _shortened(words: str) -> str:
    """Words to stand between quotation marks: marks of their own become the inner ones, cells are set close."""
    said = " ".join(words.replace(" | ", "｜").translate(_INNER).split())
    return said if len(said) <= _QUOTE else f"{said[: _QUOTE - 2]}……"


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _s(count: int) -> str:
    return "" if count == 1 else "s"
