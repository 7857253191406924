"""The words below a chart: what its marks mean, those that are drawn and no others."""

from __future__ import annotations

from datetime import date

from lantu.parameters import load
from lantu.plan.message import Message
from lantu.web.look.charts.trajectory import Trajectory
from lantu.web.look.figures import percentage

_SPLIT = Message(
    "竖点线处口径改变，前后不相连", "Dotted upright: the definition changes, values are not joined across it"
)
_LINK = Message(
    "竖点线处口径衔接，以前的数已换算",
    "Dotted upright: definitions are linked, earlier values are multiplied by a factor",
)


def caption_of(drawn: Trajectory, on: date) -> Message:
    """Return the key of a chart in one line; the share of the outlook's band is the parameter of that day."""
    marks = {point.mark for point in drawn.points}
    said: list[Message] = []
    if "final" in marks:
        said.append(Message("实心圆为终值", "Filled: final"))
    if "open" in marks:
        said.append(Message("空心圆为初步数或未核的数", "Hollow: preliminary or unverified"))
    if "derived" in marks:
        said.append(Message("菱形为由公布数推算", "Diamond: derived from published values"))
    for one in dict.fromkeys(one.is_linked for one in drawn.breaks):
        said.append(_LINK if one else _SPLIT)
    if drawn.path:
        # The line is named beside it already, in the page's own language.
        said.append(Message(f"虚线为{drawn.path_label}", f"Dashes: {drawn.path_label}"))
    if drawn.official:
        said.append(Message("路径上的细短横为官方年度目标", "Thin bars on it: official yearly targets"))
    if drawn.goal:
        said.append(Message("粗短横为目标", "Thick bar: target"))
    if drawn.outlook and drawn.points and drawn.points[-1].at < drawn.outlook.at:
        share = percentage(load("outlook", on)["interval"].value)
        said.append(
            Message(
                f"浅色带为目标年有{share}把握的范围",
                f"Pale band: the range that holds {share} of the time in the target year",
            )
        )
    return Message("，".join(m.zh for m in said) + "。", ". ".join(m.en for m in said) + ".")
