"""The charts in what a template receives, found by the types of its fields: a page without any is not gone through."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias, get_args, get_type_hints

from spbe.site.charts.band import BandChart
from spbe.site.charts.bars import BarChart
from spbe.site.charts.distribution import DistributionChart
from spbe.site.charts.series import SeriesChart
from spbe.site.charts.trend import TrendChart

Chart: TypeAlias = BandChart | BarChart | DistributionChart | SeriesChart | TrendChart
"""What ``components/chart.html.j2`` draws."""

_CHARTS = get_args(Chart)


def charts_in(value: object) -> Iterator[Chart]:
    """Every chart that ``value``, a dataclass or a collection of some, holds anywhere."""
    if isinstance(value, _CHARTS):
        yield value
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from charts_in(item)
    elif isinstance(value, Mapping):
        yield from charts_in(tuple(value.values()))
    elif dataclasses.is_dataclass(value) and _may_hold(value.__class__):
        for one in dataclasses.fields(value):
            yield from charts_in(getattr(value, one.name))


@cache
def _may_hold(kind: Hashable) -> bool:
    return _holds(kind, set())


def _holds(kind: Any, seen: set[Any]) -> bool:
    """Whether something of the type ``kind`` may hold a chart; types in ``seen`` are being asked already."""
    if kind in _CHARTS:
        return True
    if parts := get_args(kind):
        return any(_holds(part, seen) for part in parts if part is not Ellipsis)
    if not dataclasses.is_dataclass(kind) or kind in seen:
        return False
    seen.add(kind)
    try:
        hints = get_type_hints(kind)
    except NameError:  # a type that is known to type checkers only is none of ours
        return False
    return any(_holds(hint, seen) for hint in hints.values())
