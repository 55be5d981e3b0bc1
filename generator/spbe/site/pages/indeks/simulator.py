"""What the simulator needs to know of an instrument, as whole numbers and texts that a script reads exactly."""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import lcm

from spbe import wording
from spbe.model.instrumen import Predikat
from spbe.model.values import decimal_text
from spbe.scoring import AspectScore, Score, ScoreTerm


@dataclass(frozen=True, slots=True)
class Control:
    """One indicator: ``units`` is its weight times the common denominator, ``value`` its decimal text or nothing."""

    code: str
    label: str
    weight: str
    units: str
    value: str


@dataclass(frozen=True, slots=True)
class SimulatorAspect:
    """An aspect."""

    code: str
    name: str
    controls: tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """A domain with its aspects; ``code`` is empty under an instrument without domains."""

    code: str
    name: str
    groups: tuple[SimulatorAspect, ...]


@dataclass(frozen=True, slots=True)
class Simulator:
    """What the simulator of an index begins with.

    ``levels`` are the choices on a scale of whole numbers, none where any decimal may stand.

    ``predicates`` is a JSON list of ``[name, lower bound or null, upper bound, upper included]`` in the order in which
    they are tried.
    """

    layers: tuple[Layer, ...]
    levels: tuple[str, ...]
    lowest: str
    highest: str
    predicates: str
    official: bool


def simulator(score: Score, *, official: bool) -> Simulator:
    """The simulator that starts from ``score``."""
    scale = score.instrumen.skala
    common = lcm(1, *(term.indikator.bobot.denominator for term in score.butir))

    def control(term: ScoreTerm) -> Control:
        return Control(
            code=term.indikator.kode,
            label=term.indikator.label,
            weight=wording.number(term.indikator.bobot),
            units=str(int(term.indikator.bobot * common)),
            value="" if term.nilai is None else decimal_text(term.nilai),
        )

    def group(aspect: AspectScore) -> SimulatorAspect:
        return SimulatorAspect(aspect.bagian.kode, aspect.bagian.nama, tuple(control(term) for term in aspect.butir))

    layers = tuple(
        Layer(
            domain.bagian.kode if domain else "",
            domain.bagian.nama if domain else "",
            tuple(group(aspect) for aspect in aspects),
        )
        for domain, aspects in score.layers
    )
    whole = range(int(scale.minimum), int(scale.maksimum) + 1) if scale.bilangan_bulat else range(0)
    return Simulator(
        layers=layers,
        levels=tuple(str(level) for level in whole),
        lowest=decimal_text(scale.minimum),
        highest=decimal_text(scale.maksimum),
        predicates=json.dumps([_bounds(predicate) for predicate in score.instrumen.predikat], ensure_ascii=False),
        official=official,
    )


def _bounds(predicate: Predikat) -> tuple[str, str | None, str, bool]:
    low = None if predicate.bawah is None else decimal_text(predicate.bawah)
    return predicate.nama, low, decimal_text(predicate.atas), predicate.atas_termasuk
