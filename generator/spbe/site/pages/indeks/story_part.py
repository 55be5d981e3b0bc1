"""One part of the story of an assessment: what is said, the picture of it, and where it is shown in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from spbe.model.bukti import Bukti
from spbe.region import Assessment, Node
from spbe.site.charts.bars import BarChart, bar_chart
from spbe.site.charts.trend import TrendChart
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table


@dataclass(frozen=True, slots=True)
class StoryPart:
    """A part of the story.

    ``sentences`` are computed; ``more`` is a pair of words and the address of the whole, or nothing.
    """

    id: str
    title: str
    sentences: tuple[str, ...]
    chart: BarChart | TrendChart | None = None
    more: tuple[str, str] | None = None


def bars_of(
    name: str,
    title: str,
    head: tuple[str, str],
    parts: Sequence[tuple[str, Fraction]],
    show: Callable[[Fraction | None], str],
    ends: tuple[Fraction, Fraction] | None = None,
    step: int = 1,
) -> BarChart | None:
    """Bars of ``parts`` with their table, whose columns ``head`` names; ``None`` where there is nothing to draw.

    Without ``ends`` the scale goes from zero to the largest of them.
    """
    largest = max((abs(value) for _label, value in parts), default=Fraction())
    if not largest and ends is None:
        return None
    rows = tuple(Row((Cell(label), Cell(show(value)))) for label, value in parts)
    table = Table(f"{name}-angka", title, (Column(head[0], wide=True), Column(head[1], numeric=True)), rows)
    drawn = [(label, abs(value)) for label, value in parts]
    signs = {abs(value): value for _label, value in parts}
    return bar_chart(
        name,
        title,
        drawn,
        ends or (Fraction(), largest),
        table,
        step=step,
        show=lambda value: show(None if value is None else signs[value]),
    )


def ending_evidence(site: SiteContext, assessment: Assessment, code: str | None = None) -> list[tuple[date, str, Node]]:
    """Evidence of ``assessment``, or of its answer ``code``, with an end: last day, name and node, earliest first."""
    answers = [answer for one, answer in assessment.answers.items() if code in (None, one)]
    names = dict.fromkeys(name for answer in answers for name in answer.bukti)
    found = []
    for name in names:
        node = site.region.evidence(name)
        record = site.region.get(node)
        if isinstance(record, Bukti) and record.berlaku_sampai is not None:
            found.append((record.berlaku_sampai.last, record.nama, node))
    return sorted(found)
