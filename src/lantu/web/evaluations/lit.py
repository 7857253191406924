"""The lights of a place beside the verdicts: which places there are, what each indicator's months look like."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.safestring import SafeString

from lantu.monitoring.lights import Light, Lit, lights
from lantu.parameters import LightScheme
from lantu.parameters.light_scheme import light_scheme, light_schemes
from lantu.plan.indicator import Indicator
from lantu.plan.message import Language, Message
from lantu.plan.verdict import Verdict
from lantu.web.evaluations.known import region_of
from lantu.web.evaluations.phrases import stand_of
from lantu.web.evaluations.selectors import Monitored
from lantu.web.look.lights import LIGHT_WORDS, draw_months


@dataclass(frozen=True, slots=True)
class LitLine:
    """The light of an indicator beside its verdict, with the months of the year drawn."""

    indicator: Indicator
    verdict: Verdict
    settled: bool
    light: Light
    months: SafeString
    reason: Message


@dataclass(frozen=True, slots=True)
class Lights:
    """What was asked for: the places one may choose from, the one chosen (None for none), its lights, red first."""

    schemes: tuple[LightScheme, ...]
    scheme: LightScheme | None
    lines: tuple[LitLine, ...]

    @property
    def tally(self) -> tuple[tuple[Light, int], ...]:
        """How many indicators have each light."""
        counted = ((light, sum(line.light is light for line in self.lines)) for light in LIGHT_WORDS)
        return tuple((light, count) for light, count in counted if count)

    def of(self, indicator: Indicator) -> LitLine | None:
        """Return the light of one indicator."""
        return next((line for line in self.lines if line.indicator.id == indicator.id), None)


def lights_asked(shown: Monitored, asked: str, language: Language) -> Lights:
    """Return the lights by the rule of a place; none where no place is asked for, or none of that name."""
    schemes = _schemes(shown.on)
    scheme = next((one for one in schemes if one.key == asked), None)
    return Lights(schemes, scheme, _lines(shown, scheme, language) if scheme else ())


@lru_cache(maxsize=256)
def _schemes(on: date) -> tuple[LightScheme, ...]:
    """The schemes that hold on a day."""
    schemes = []
    for key in light_schemes():
        try:
            schemes.append(light_scheme(key, on))
        except KeyError:  # it began only later than the day shown
            continue
    return tuple(schemes)


@lru_cache(maxsize=32)
def _lines(shown: Monitored, scheme: LightScheme, language: Language) -> tuple[LitLine, ...]:
    lit: dict[tuple[str, str], Lit] = {
        (one.indicator_id, one.region): one for one in lights(shown.package, scheme, shown.on)
    }
    lines = []
    for indicator in shown.indicators:
        one = lit.get((indicator.id, region_of(shown, indicator)))
        if one is not None:
            verdict, settled = stand_of(shown, indicator)
            lines.append(LitLine(indicator, verdict, settled, one.light, draw_months(one.months, language), one.reason))
    order = list(LIGHT_WORDS)
    return tuple(sorted(lines, key=lambda line: order.index(line.light)))
