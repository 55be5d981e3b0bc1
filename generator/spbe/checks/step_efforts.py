"""The effort of steps fits the instruments: codes, levels, figures, and no more shared works than can be tried."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from spbe.checks.check_context import Context
from spbe.model.instrumen import Instrumen
from spbe.model.upaya import Upaya
from spbe.model.values import decimal_text
from spbe.problems import Problem
from spbe.region import Entry
from spbe.yamlio import Path
from spbe.yamlio.validation import did_you_mean, offer

MOST_EFFORT: Final = 1000
MOST_WORKS: Final = 12
"""Shared works per instrument."""


def _told(context: Context) -> Iterator[tuple[Entry, Upaya]]:
    for entry in context.reading.of_kind("upaya"):
        if isinstance(entry.record, Upaya):
            yield entry, entry.record


def _named(told: Upaya) -> Iterator[tuple[Path, str, list[tuple[Path, Fraction]]]]:
    """Every indicator that is named: where, as written, and the levels that are reached there with their places."""
    for number, part in enumerate(told.langkah):
        levels: list[tuple[Path, Fraction]] = [
            (("langkah", number, "tingkat", decimal_text(level)), level) for level in part.tingkat
        ]
        for position, name in enumerate(part.indikator):
            yield ("langkah", number, "indikator", position), name, levels if position == 0 else []
    for number, work in enumerate(told.bersama):
        for name, level in work.langkah.items():
            path: Path = ("bersama", number, "langkah", name)
            yield path, name, [(path, level)]


def indicators_of_efforts(context: Context) -> Iterator[Problem]:
    """Rules ``instrumen-tak-dikenal`` and ``indikator-tak-dikenal``, and ``upaya-tingkat`` for levels reached."""
    for entry, told in _told(context):
        for path, name, levels in _named(told):
            identity, _, code = name.partition("/")
            instrument = context.instruments.get(identity)
            of_key = path[0] == "bersama"
            if instrument is None:
                if context.instrument_state(identity) != "gone":
                    continue
                known = sorted(context.instruments)
                yield entry.problem(
                    "instrumen-tak-dikenal",
                    path,
                    of_key=of_key,
                    id=identity,
                    maksud=did_you_mean(identity, known),
                    pilihan=", ".join(known),
                )
                continue
            codes = [indicator.kode for indicator in instrument.all_indicators()]
            if code not in codes:
                yield entry.problem(
                    "indikator-tak-dikenal",
                    path,
                    of_key=of_key,
                    kode=code,
                    instrumen=identity,
                    maksud=did_you_mean(code, codes),
                    contoh=offer(code, codes),
                )
            for place, level in levels:
                yield from _unreachable(entry, place, level, instrument)


def _unreachable(entry: Entry, place: Path, level: Fraction, instrument: Instrumen) -> Iterator[Problem]:
    scale = instrument.skala
    if level.denominator != 1 or not scale.minimum < level <= scale.maksimum:
        yield entry.problem(
            "upaya-tingkat",
            place,
            of_key=place[0] == "langkah",
            tingkat=decimal_text(level),
            instrumen=instrument.id,
            minimum=int(scale.minimum) + 1,
            maksimum=int(scale.maksimum),
        )


def told_twice(context: Context) -> Iterator[Problem]:
    """Rule ``upaya-ganda``: an indicator has one effort."""
    for entry, told in _told(context):
        first: dict[str, Path] = {}
        for path, name, _levels in _named(told):
            if path[0] != "langkah":
                continue
            if name in first:
                line, _column = entry.document.position(first[name])
                yield entry.problem("upaya-ganda", path, kode=name, lain=f"{entry.file}:{line}")
            first.setdefault(name, path)


def figures_of_efforts(context: Context) -> Iterator[Problem]:
    """Rule ``upaya-bilangan``: a comparison between steps, not an amount of money."""
    for entry, told in _told(context):
        efforts: list[tuple[Path, Fraction | None]] = [(("bawaan",), told.bawaan)]
        efforts += [(("tingkat", decimal_text(level)), effort) for level, effort in told.tingkat.items()]
        for number, part in enumerate(told.langkah):
            efforts.append((("langkah", number, "upaya"), part.upaya))
            efforts += [
                (("langkah", number, "tingkat", decimal_text(level)), effort) for level, effort in part.tingkat.items()
            ]
        efforts += [(("bersama", number, "upaya"), work.upaya) for number, work in enumerate(told.bersama)]
        for path, effort in efforts:
            if effort is not None and (effort > MOST_EFFORT or (effort * 100).denominator != 1):
                yield entry.problem("upaya-bilangan", path, usaha=decimal_text(effort), batas=MOST_EFFORT)


def many_shared_works(context: Context) -> Iterator[Problem]:
    """Rule ``upaya-bersama-banyak``."""
    for entry, told in _told(context):
        for identity in context.instruments:
            numbers = [n for n, work in enumerate(told.bersama) if any(_of(name, identity) for name in work.langkah)]
            if len(numbers) > MOST_WORKS:
                path: Path = ("bersama", numbers[MOST_WORKS])
                yield entry.problem(
                    "upaya-bersama-banyak", path, instrumen=identity, jumlah=len(numbers), batas=MOST_WORKS
                )


def _of(name: str, instrument: str) -> bool:
    return name.partition("/")[0] == instrument


CHECKS = (indicators_of_efforts, told_twice, figures_of_efforts, many_shared_works)
