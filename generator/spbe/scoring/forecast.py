"""What becomes of an index if no evidence is renewed: month by month, between two readings and the level as it stands.

No regulation says which level remains when a document lapses, so no single figure is given but a range. *Tetap*: every
level stays. *Longgar*: a level falls to the lowest of the scale once nothing that the answer rests on is valid.
*Ketat*: it falls as soon as one document that it rests on has lapsed. Both falls are assumptions of ours, and the
lowest level is the least that the instrument can give (PermenPANRB 59/2020 Lampiran: tingkat 1, Rintisan).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from spbe.model.instrumen import Instrumen
from spbe.scoring.weighted_index import Score, score

MONTHS = 24
"""How far a forecast looks."""

State = Literal["utuh", "sebagian", "tanpa"]
"""Of what an answer rests on: nothing has lapsed, something has, or nothing valid is left."""


@dataclass(frozen=True)
class Support:
    """The evidence of one answer.

    ``dated``: id to the last day on which it is valid. ``undated``: whether there is evidence without an end.
    """

    dated: Mapping[str, date] = field(default_factory=dict)
    undated: bool = False

    def state(self, day: date) -> State:
        """What is left on ``day``; an answer without evidence loses nothing by the passing of time."""
        lapsed = sum(last < day for last in self.dated.values())
        if not lapsed:
            return "utuh"
        return "sebagian" if lapsed < len(self.dated) or self.undated else "tanpa"

    @property
    def weak_from(self) -> date | None:
        """The last day before something has lapsed; ``None`` when nothing has an end."""
        return min(self.dated.values(), default=None)

    @property
    def bare_from(self) -> date | None:
        """The last day before nothing valid is left; ``None`` when that never comes."""
        return None if self.undated else max(self.dated.values(), default=None)


@dataclass(frozen=True)
class ForecastMoment:
    """The state on ``day``; ``bulan`` is the first day of the month that has just passed by then.

    ``berakhir``: ids of evidence whose last valid day lies in that month (for the first moment: before the reference
    date), by that day. ``tetap``, ``longgar`` and ``ketat`` are the three readings of the index.
    """

    bulan: date
    day: date
    berakhir: tuple[str, ...]
    tetap: Score
    longgar: Score
    ketat: Score

    @property
    def readings(self) -> tuple[Score, Score, Score]:
        """From the highest to the lowest."""
        return self.tetap, self.longgar, self.ketat


@dataclass(frozen=True)
class Loss:
    """An answer that loses evidence before the forecast ends.

    ``weak_from`` and ``bare_from`` as in :class:`Support`, ``None`` when later than the forecast looks.
    ``points``: by how much the index falls if the level falls to the lowest; exact.
    """

    kode: str
    nilai: Fraction
    weak_from: date
    bare_from: date | None
    points: Fraction


@dataclass(frozen=True)
class Forecast:
    """An index over the coming months in several readings.

    ``now`` is the reference date; ``months`` follow, each measured on the first day after it.
    """

    now: ForecastMoment
    months: tuple[ForecastMoment, ...]
    losses: tuple[Loss, ...]

    @property
    def moments(self) -> tuple[ForecastMoment, ...]:
        """All of them in order of time."""
        return (self.now, *self.months)


def forecast(
    instrument: Instrumen,
    values: Mapping[str, Fraction],
    supports: Mapping[str, Support],
    today: date,
    months: int = MONTHS,
) -> Forecast:
    """The index from ``today`` to the end of ``months`` months, the current one included, if nothing is renewed.

    ``values``: code to level; ``supports``: code to evidence, a code that is absent has none. Evidence is valid up to
    and including its last day. Losses come in the order of their dates, then of the instrument. Raises ``ValueError``
    as :func:`spbe.scoring.score` does.
    """
    ends = {name: last for support in supports.values() for name, last in support.dated.items()}
    tetap = score(instrument, values)

    def moment(bulan: date, since: date | None, day: date) -> ForecastMoment:
        gone = sorted((last, name) for name, last in ends.items() if last < day and (since is None or last >= since))
        states = {code: support.state(day) for code, support in supports.items()}
        return ForecastMoment(
            bulan,
            day,
            tuple(name for _last, name in gone),
            tetap,
            score(instrument, _fallen(instrument, values, states, ("tanpa",))),
            score(instrument, _fallen(instrument, values, states, ("tanpa", "sebagian"))),
        )

    now = moment(today.replace(day=1), None, today)
    made: list[ForecastMoment] = []
    since = today
    for _step in range(months):
        bulan = since.replace(day=1)
        day = following(bulan)
        made.append(moment(bulan, since, day))
        since = day
    return Forecast(now, tuple(made), _losses(instrument, values, supports, since))


def following(day: date) -> date:
    """The first day of the month after that of ``day``."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _fallen(
    instrument: Instrumen, values: Mapping[str, Fraction], states: Mapping[str, State], falling: tuple[State, ...]
) -> dict[str, Fraction]:
    lowest = instrument.skala.minimum
    return {code: lowest if states.get(code, "utuh") in falling else value for code, value in values.items()}


def _losses(
    instrument: Instrumen, values: Mapping[str, Fraction], supports: Mapping[str, Support], end: date
) -> tuple[Loss, ...]:
    weight = sum((one.bobot for one in instrument.all_indicators() if one.kode in values), Fraction())
    found = []
    for indicator in instrument.all_indicators():
        support, value = supports.get(indicator.kode), values.get(indicator.kode)
        if support is None or value is None or support.state(end) == "utuh" or support.weak_from is None:
            continue
        bare = support.bare_from if support.state(end) == "tanpa" else None
        points = (value - instrument.skala.minimum) * indicator.bobot / weight if weight else Fraction()
        found.append(Loss(indicator.kode, value, support.weak_from, bare, points))
    return tuple(sorted(found, key=lambda loss: loss.weak_from))
