"""What each step takes under one instrument: the region's own figures, and one per level where it gives none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from spbe.model.instrumen import Instrumen
from spbe.model.upaya import PekerjaanBersama, Upaya, UpayaIndikator

Level = tuple[str, Fraction]
"""The step of an indicator (its code) that reaches this whole level."""


@dataclass(frozen=True, slots=True)
class Work:
    """Work that is done once for all steps in ``langkah``; those have no effort of their own."""

    nama: str
    usaha: Fraction
    langkah: frozenset[Level]


@dataclass(frozen=True)
class Efforts:
    """What raising levels costs in a region.

    ``per_step`` goes before ``per_level`` (by code), then ``per_height`` (by level reached), then ``default``.

    ``locked``: codes that the region cannot raise, with the reason if it gives one.
    """

    default: Fraction = Fraction(1)
    per_height: Mapping[Fraction, Fraction] = field(default_factory=dict)
    per_level: Mapping[str, Fraction] = field(default_factory=dict)
    per_step: Mapping[Level, Fraction] = field(default_factory=dict)
    locked: Mapping[str, str | None] = field(default_factory=dict)
    works: tuple[Work, ...] = ()

    def of(self, step: Level) -> Fraction:
        """The effort of one step by itself, whether or not a shared work covers it."""
        code, level = step
        usual = self.per_height.get(level, self.default)
        return self.per_step.get(step, self.per_level.get(code, usual))


def efforts_for(told: Upaya, instrument: Instrumen) -> Efforts:
    """What ``told`` says about the indicators of ``instrument``; what it says about others is left out.

    Works that reach none of its indicators are left out too.
    """
    default = Fraction(1) if told.bawaan is None else told.bawaan
    per_level: dict[str, Fraction] = {}
    per_step: dict[Level, Fraction] = {}
    locked: dict[str, str | None] = {}
    for entry, code in _entries(told, instrument.id):
        if entry.upaya is not None:
            per_level[code] = entry.upaya
        per_step |= {(code, level): effort for level, effort in entry.tingkat.items()}
        if entry.terkunci:
            locked[code] = entry.alasan
    works = (_work(work, instrument.id) for work in told.bersama)
    return Efforts(default, told.tingkat, per_level, per_step, locked, tuple(work for work in works if work.langkah))


def _entries(told: Upaya, instrument: str) -> list[tuple[UpayaIndikator, str]]:
    named = ((entry, name.partition("/")) for entry in told.langkah for name in entry.indikator)
    return [(entry, code) for entry, (owner, _slash, code) in named if owner == instrument]


def _work(work: PekerjaanBersama, instrument: str) -> Work:
    named = ((name.partition("/"), level) for name, level in work.langkah.items())
    steps = frozenset((code, level) for (owner, _slash, code), level in named if owner == instrument)
    return Work(work.nama, Fraction(1) if work.upaya is None else work.upaya, steps)
