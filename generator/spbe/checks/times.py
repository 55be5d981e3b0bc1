"""Times that a record tells follow one another, and none of what has happened lies years ahead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from spbe.checks.check_context import Context
from spbe.model.base import Base
from spbe.model.dates import FIRST_YEAR
from spbe.model.peta_rencana import PetaRencana
from spbe.model.values import Tanggal
from spbe.problems import Problem
from spbe.yamlio import Path

SPANS: Final = (("tanggal", "berlaku_sampai"), ("mulai", "selesai"), ("tahun_mulai", "tahun_selesai"))
"""Fields that tell when something begins, and when it ends."""
HAPPENED: Final = {"bukti": ("tanggal", "ditinjau")}
"""Fields that tell what has happened, by kind; of every other kind ``ditinjau``."""
AHEAD: Final = timedelta(days=366)
"""How far such a day may lie behind the reference date, which is that of the newest commit."""


def turned_round(context: Context) -> Iterator[Problem]:
    """Rule ``waktu-terbalik``."""
    for entry in context.reading.entries:
        for path, part in _parts(entry.record):
            for begin, end in _spans(type(part)):
                first, last = getattr(part, begin), getattr(part, end)
                if first is not None and last is not None and _last(last) < _first(first):
                    yield entry.problem(
                        "waktu-terbalik", (*path, end), kunci=end, akhir=last, kunci_awal=begin, awal=first
                    )


def ahead(context: Context) -> Iterator[Problem]:
    """Rule ``tanggal-mendatang``, unless somebody asked for a reference date."""
    if context.day is None:
        return
    for entry in context.records:
        for field in HAPPENED.get(entry.kind, ("ditinjau",)):
            told = getattr(entry.record, field, None)
            if isinstance(told, Tanggal) and told.first - context.day > AHEAD:
                yield entry.problem("tanggal-mendatang", (field,), tulisan=told)


def unlike_budgets(context: Context) -> Iterator[Problem]:
    """Rule ``anggaran-beda``: the years of an activity cost more together than the activity."""
    for entry in context.reading.of_kind("peta-rencana"):
        item = entry.record
        if not isinstance(item, PetaRencana) or item.anggaran is None:
            continue
        together = sum(item.anggaran_tahunan.values())
        if together > item.anggaran:
            yield entry.problem("anggaran-beda", ("anggaran_tahunan",), jumlah=together, anggaran=item.anggaran)


@cache
def _spans(model: type[Base]) -> tuple[tuple[str, str], ...]:
    return tuple(span for span in SPANS if model.model_fields.keys() >= set(span))


def _parts(value: Any, path: Path = ()) -> Iterator[tuple[Path, Base]]:
    """``value`` and the parts below it, but for the coming version, which tells what changes only."""
    if isinstance(value, Base):
        yield path, value
        for name in sorted(value.model_fields_set - {"rencana"}):
            if isinstance(inner := getattr(value, name), Base | tuple):
                yield from _parts(inner, (*path, name))
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            if isinstance(one, Base):
                yield from _parts(one, (*path, number))


def _first(told: Tanggal | int) -> date:
    return told.first if isinstance(told, Tanggal) else date(max(told, FIRST_YEAR), 1, 1)


def _last(told: Tanggal | int) -> date:
    return told.last if isinstance(told, Tanggal) else date(max(told, FIRST_YEAR), 12, 31)


CHECKS = (turned_round, ahead, unlike_budgets)
