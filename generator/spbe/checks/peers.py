"""The region's own list of peers: known instruments, figures within their scale, nobody twice or the region itself."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from spbe.checks.check_context import Context
from spbe.model.instrumen import Instrumen
from spbe.model.pembanding import HasilPembanding, Pembanding
from spbe.model.profil import Profil
from spbe.model.values import decimal_text
from spbe.problems import Problem
from spbe.region import Entry
from spbe.standards.agency_names import agency_key
from spbe.standards.instruments import national_instrument
from spbe.yamlio import Path
from spbe.yamlio.validation import did_you_mean


def _listed(context: Context) -> Iterator[tuple[Entry, int, HasilPembanding]]:
    for entry in context.reading.of_kind("pembanding"):
        if isinstance(entry.record, Pembanding):
            for number, result in enumerate(entry.record.hasil):
                yield entry, number, result


def named_once(context: Context) -> Iterator[Problem]:
    """Rules ``pembanding-ganda`` and ``pembanding-sendiri``."""
    own = {agency_key(name) for profile in _profiles(context) for name in _names(profile)}
    seen: dict[tuple[str, int], int] = {}
    for entry, number, result in _listed(context):
        key = agency_key(result.instansi), result.tahun
        path = ("hasil", number, "instansi")
        if key[0] in own:
            yield entry.problem("pembanding-sendiri", path, instansi=result.instansi)
        elif key in seen:
            line, _column = entry.document.position((*entry.path, "hasil", seen[key]))
            yield entry.problem(
                "pembanding-ganda", path, instansi=result.instansi, tahun=result.tahun, baris=line or "–"
            )
        else:
            seen[key] = number


def figures_in_scale(context: Context) -> Iterator[Problem]:
    """Rules ``instrumen-tak-dikenal`` and ``pembanding-indeks``."""
    for entry, number, result in _listed(context):
        instrument = _instrument(context, result)
        if instrument is None:
            if result.instrumen is not None and context.instrument_state(result.instrumen) == "gone":
                known = sorted(context.instruments)
                yield entry.problem(
                    "instrumen-tak-dikenal",
                    ("hasil", number, "instrumen"),
                    id=result.instrumen,
                    maksud=did_you_mean(result.instrumen, known),
                    pilihan=", ".join(known),
                )
            continue
        low, high = instrument.skala.minimum, instrument.skala.maksimum
        figures: list[tuple[Path, Fraction]] = [(("hasil", number, "indeks"), result.indeks)]
        figures += [(("hasil", number, "domain", code), value) for code, value in result.domain.items()]
        for path, value in figures:
            if not low <= value <= high:
                yield entry.problem(
                    "pembanding-indeks",
                    path,
                    indeks=decimal_text(value),
                    instrumen=instrument.nama,
                    minimum=decimal_text(low),
                    maksimum=decimal_text(high),
                )


def _instrument(context: Context, result: HasilPembanding) -> Instrumen | None:
    return context.instruments.get(result.instrumen or national_instrument(result.tahun) or "")


def _profiles(context: Context) -> Iterator[Profil]:
    for entry in context.reading.of_kind("profil"):
        if isinstance(entry.record, Profil):
            yield entry.record


def _names(profile: Profil) -> tuple[str, ...]:
    return (profile.nama, f"{profile.jenis} {profile.nama}") if profile.jenis else (profile.nama,)


CHECKS = (named_once, figures_in_scale)
