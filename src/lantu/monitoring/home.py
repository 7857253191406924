"""The region a plan is of, told from what the package says where the plan itself names none."""

from __future__ import annotations

from lantu.plan.package import Package


def home_of(package: Package) -> str:
    """Return the code of the plan's own region: what values without a region belong to.

    The plan's own code; else the one area of areas.csv that has parts and is part of none; else the only region its
    values name; else the one whose code all the others begin with (210381 of 210381001). "" where nothing says: then
    no region is taken for the whole, and amounts of the whole are judged for none of them.
    """
    if package.reading.plan.region.code:
        return package.reading.plan.region.code
    wholes = {area.parent for area in package.areas if area.parent}
    tops = sorted(wholes - {area.code for area in package.areas if area.parent})
    if len(tops) == 1:
        return tops[0]
    named = sorted({o.region for o in package.observations if o.region}, key=len)
    if named and all(code.startswith(named[0]) for code in named):
        return named[0]
    return ""
