"""Whether a change that a plan prints as a plain number is a fall: 年均下降3% means −3%."""

from __future__ import annotations

import re

from lantu.plan.change_name import is_cut
from lantu.plan.indicator import Direction, Indicator
from lantu.plan.quantity import Comparator

_FALL = re.compile(
    r"下降|降低|降幅|减少|削减|压减|回落|下调|\b(?:fall|drop|decreas|declin|reduc|cut)\w*", re.IGNORECASE
)
# "A fall of 3% or more" is a change of −3% or less.
_MIRRORED = {
    None: Comparator.AT_MOST,
    Comparator.EQUAL: Comparator.AT_MOST,
    Comparator.DECREASE_BY: Comparator.AT_MOST,
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.ABOVE: Comparator.BELOW,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.BELOW: Comparator.ABOVE,
}


def signed_change(
    indicator: Indicator, value: float, text: str, comparator: Comparator | None
) -> tuple[float, Comparator | None]:
    """Return a yearly change with its sign, and the comparator that goes with the sign.

    text: the words the number is printed in. A number without words and with no comparator stays as it is: of a
    figure that had better fall, it may be a cap on growth.
    """
    # Figures named as cuts are counted in their own size, and a printed sign says all.
    if value <= 0 or is_cut(indicator.name) or not _falls(indicator, text, comparator):
        return value, comparator
    return -value, _MIRRORED.get(comparator, comparator)


def _falls(indicator: Indicator, text: str, comparator: Comparator | None) -> bool:
    if comparator is Comparator.DECREASE_BY or _FALL.search(text):
        return True
    # Growth of at least so much is no goal for a figure that is to fall.
    return indicator.direction is Direction.DECREASE and comparator in (Comparator.AT_LEAST, Comparator.ABOVE)
