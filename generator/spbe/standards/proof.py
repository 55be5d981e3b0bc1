"""Proves that the parts of an instrument fit together: weights, codes, predicates, criteria, layers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from spbe.model.instrumen import Aspek, Indikator, Instrumen, Predikat, weight_text
from spbe.model.values import decimal_text
from spbe.standards.findings import Finding

Path = tuple[str | int, ...]

_WHOLE = Fraction(100)
_OPEN = "–"  # shown where a bound is not given


def prove(instrument: Instrumen) -> list[Finding]:
    """Everything that is wrong with ``instrument``; empty when it can be computed with.

    ``instrumen-lapis``: exactly one of ``domain`` and ``aspek`` is filled (``tertulis``: those that are).
    ``instrumen-bobot``: every weight is above zero, an aspect weighs what its indicators weigh, a domain what its
    aspects weigh, and all indicators together exactly 100 (``lapis``, ``kode``, ``jumlah`` of the parts, ``harus``).
    ``instrumen-kode-ganda``: a code occurs once in its layer, whatever its case, a level once in its scale, a version
    of the criteria once (``kode``).
    ``instrumen-predikat``: predicates descend without gap or overlap from the maximum of the scale to its minimum
    (``nama`` of the predicate, ``tertulis``, ``harus``).
    ``instrumen-kriteria``: criteria belong to levels that exist, and every named scale, pattern and version exists
    (``kode``, ``nama`` as written, ``harus``: what could be written).
    ``instrumen-versi``: each version of the criteria begins after the one before (``id``, ``sejak``, ``sebelumnya``).
    """
    if bool(instrument.domain) == bool(instrument.aspek):
        written = "domain, aspek" if instrument.domain else ""
        return [Finding("instrumen-lapis", ("aspek",) if instrument.domain else (), {"tertulis": written})]
    return [
        *_weights(instrument),
        *_codes(instrument),
        *_predicates(instrument),
        *_criteria(instrument),
        *_versions(instrument),
    ]


def _aspects(instrument: Instrumen) -> Iterator[tuple[Path, Aspek, str | None]]:
    """Every aspect with its path and the capability scale that it inherits."""
    for position, aspect in enumerate(instrument.aspek):
        yield ("aspek", position), aspect, aspect.kapabilitas
    for outer, domain in enumerate(instrument.domain):
        for position, aspect in enumerate(domain.aspek):
            yield ("domain", outer, "aspek", position), aspect, aspect.kapabilitas or domain.kapabilitas


def _indicators(instrument: Instrumen) -> Iterator[tuple[Path, Indikator, str | None]]:
    for path, aspect, scale in _aspects(instrument):
        for position, indicator in enumerate(aspect.indikator):
            yield (*path, "indikator", position), indicator, scale


def _weights(instrument: Instrumen) -> Iterator[Finding]:
    for path, indicator, _ in _indicators(instrument):
        if not indicator.bobot:
            yield _weight((*path, "bobot"), "indikator", indicator.kode, Fraction(), "> 0")
    for path, aspect, _ in _aspects(instrument):
        total = sum((part.bobot for part in aspect.indikator), Fraction())
        if total != aspect.bobot:
            yield _weight((*path, "bobot"), "aspek", aspect.kode, total, weight_text(aspect.bobot))
    for position, domain in enumerate(instrument.domain):
        total = sum((part.bobot for part in domain.aspek), Fraction())
        if total != domain.bobot:
            yield _weight(("domain", position, "bobot"), "domain", domain.kode, total, weight_text(domain.bobot))
    total = sum((indicator.bobot for indicator in instrument.all_indicators()), Fraction())
    if total != _WHOLE:
        layer = "domain" if instrument.domain else "aspek"
        yield _weight((layer,), "instrumen", instrument.id, total, weight_text(_WHOLE))


def _weight(path: Path, layer: str, code: str, total: Fraction, right: str) -> Finding:
    params = {"lapis": layer, "kode": code, "jumlah": weight_text(total), "harus": right}
    return Finding("instrumen-bobot", path, params)


def _codes(instrument: Instrumen) -> Iterator[Finding]:
    yield from _repeated((("domain", i, "kode"), domain.kode) for i, domain in enumerate(instrument.domain))
    yield from _repeated(((*path, "kode"), aspect.kode) for path, aspect, _ in _aspects(instrument))
    yield from _repeated(((*path, "kode"), indicator.kode) for path, indicator, _ in _indicators(instrument))
    yield from _repeated((("predikat", i, "nama"), predicate.nama) for i, predicate in enumerate(instrument.predikat))
    yield from _repeated((("versi_kriteria", i, "id"), one.id) for i, one in enumerate(instrument.versi_kriteria))
    for name, levels in instrument.tingkat.items():
        yield from _repeated(
            (("tingkat", name, i, "nilai"), decimal_text(level.nilai)) for i, level in enumerate(levels)
        )


def _repeated(codes: Iterable[tuple[Path, str]]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for path, code in codes:
        seen[code.casefold()] += 1  # a code is the name of a file, and some disks do not tell I1 from i1
        if seen[code.casefold()] > 1:
            yield Finding("instrumen-kode-ganda", path, {"kode": code})


def _predicates(instrument: Instrumen) -> Iterator[Finding]:
    ranges = instrument.predikat
    for position, predicate in enumerate(ranges):
        path: Path = ("predikat", position)
        lower, upper = predicate.bawah, predicate.atas
        above = ranges[position - 1].bawah if position else instrument.skala.maksimum
        if upper != above:
            yield _predicate((*path, "atas"), predicate, _bound(upper), _bound(above))
        if predicate.atas_termasuk != (position == 0):
            written, right = ("ya", "tidak") if predicate.atas_termasuk else ("tidak", "ya")
            yield _predicate((*path, "atas_termasuk"), predicate, written, right)
        if lower is not None and lower >= upper:
            yield _predicate((*path, "bawah"), predicate, _bound(lower), f"< {_bound(upper)}")
    minimum = instrument.skala.minimum
    lowest = ranges[-1].bawah if ranges else None
    if lowest is not None and lowest > minimum:
        path = ("predikat", len(ranges) - 1, "bawah")
        yield _predicate(path, ranges[-1], _bound(lowest), _bound(minimum))


def _bound(value: Fraction | None) -> str:
    return _OPEN if value is None else decimal_text(value)


def _predicate(path: Path, predicate: Predikat, written: str, right: str) -> Finding:
    return Finding("instrumen-predikat", path, {"nama": predicate.nama, "tertulis": written, "harus": right})


def _criteria(instrument: Instrumen) -> Iterator[Finding]:
    scale = _scale_levels(instrument)
    for name, levels in instrument.tingkat.items():
        for position, level in enumerate(levels):
            yield from _outside(("tingkat", name, position, "nilai"), name, decimal_text(level.nilai), scale)
    for name, texts in instrument.pola_kriteria.items():
        for key in texts:
            yield from _outside(("pola_kriteria", name, key), name, key, scale)
    yield from _scales(instrument)
    later = [version.id for version in instrument.versi_kriteria[1:]]
    for path, indicator, scale_name in _indicators(instrument):
        own = [decimal_text(level.nilai) for level in instrument.tingkat.get(scale_name or "", ())]
        for key in indicator.kriteria:
            yield from _outside((*path, "kriteria", key), indicator.kode, key, own or scale)
        for version, texts in indicator.kriteria_sejak.items():
            place = (*path, "kriteria_sejak", version)
            yield from _outside(place, indicator.kode, version, later)
            for key in texts:
                yield from _outside((*place, key), indicator.kode, key, own or scale)
        yield from _outside((*path, "pola"), indicator.kode, indicator.pola, list(instrument.pola_kriteria))


def _versions(instrument: Instrumen) -> Iterator[Finding]:
    for position, (before, version) in enumerate(pairwise(instrument.versi_kriteria), start=1):
        if version.sejak <= before.sejak:
            params = {"id": version.id, "sejak": str(version.sejak), "sebelumnya": str(before.sejak)}
            yield Finding("instrumen-versi", ("versi_kriteria", position, "sejak"), params)


def _scales(instrument: Instrumen) -> Iterator[Finding]:
    """Scales that an aspect or a domain names, but that the instrument does not describe."""
    if not instrument.tingkat:
        return
    known = list(instrument.tingkat)
    for position, domain in enumerate(instrument.domain):
        yield from _outside(("domain", position, "kapabilitas"), domain.kode, domain.kapabilitas, known)
    for path, aspect, _ in _aspects(instrument):
        yield from _outside((*path, "kapabilitas"), aspect.kode, aspect.kapabilitas, known)


def _scale_levels(instrument: Instrumen) -> list[str]:
    """The whole levels from the minimum to the maximum of the scale; of an absurd scale only the first hundred."""
    first, last = ceil(instrument.skala.minimum), floor(instrument.skala.maksimum)
    return [str(level) for level in range(first, min(last, first + 100) + 1)]


def _outside(path: Path, code: str, written: str | None, allowed: Sequence[str]) -> Iterator[Finding]:
    if written is not None and written not in allowed:
        params = {"kode": code, "nama": written, "harus": ", ".join(allowed) or _OPEN}
        yield Finding("instrumen-kriteria", path, params)
