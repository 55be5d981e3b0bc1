"""What the figures of assessments became, and which indicators and weights made them so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spbe.editions import Edition
from spbe.scoring.hasil import HasilPenilaian
from spbe.scoring.moves import Cause, causes_between
from spbe.scoring.outcomes import Outcome
from spbe.scoring.results import IndexRow


@dataclass(frozen=True)
class FigureChange:
    """One stage of one assessment: the promised rows before and after, ``None`` where there was none.

    ``causes`` add up to the exact change of the index where both sides are whole under one instrument.
    """

    penilaian: str
    tahun: int
    tahap: str
    before: IndexRow | None
    after: IndexRow | None
    causes: tuple[Cause, ...] = ()


def figure_changes(before: Edition, after: Edition) -> Iterator[FigureChange]:
    """Every stage whose index, domains, aspects, predicate or published figure changed; oldest assessment first."""
    either = {**before.results, **after.results}
    ordered = sorted(either, key=lambda name: (either[name].assessment.penilaian.tahun, name))
    for name in ordered:
        yield from _stages(before.results.get(name), after.results.get(name))


def printed_index(row: IndexRow | None) -> str | None:
    """The index of a promised row: computed, else as published."""
    return (row["indeks"] or row["resmi"]) if row else None


def _stages(was: HasilPenilaian | None, now: HasilPenilaian | None) -> Iterator[FigureChange]:
    rows = [{row["tahap"]: row for row in one.rows} if one else {} for one in (was, now)]
    scored = [{stage.tahap: stage for stage in one.stages} if one else {} for one in (was, now)]
    for stage in dict.fromkeys((*rows[1], *rows[0])):
        old, new = rows[0].get(stage), rows[1].get(stage)
        pair = scored[0].get(stage), scored[1].get(stage)
        either = new or old
        if either is not None and (old != new or _moved(*pair)):
            causes = tuple(causes_between(pair[0].score, pair[1].score)) if pair[0] and pair[1] else ()
            yield FigureChange(either["penilaian"], either["tahun"], stage, old, new, causes)


def _moved(was: Outcome | None, now: Outcome | None) -> bool:
    """Whether the exact index moved, be it by less than is printed."""
    return was is not None and now is not None and was.score.nilai != now.score.nilai
