"""What was published, held against what is known: the instrument's bands, the national tables, and the levels.

A published figure is never corrected here; a reader must only not be the first to see that two of them disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from spbe.checks.assessment_answers import stage_values
from spbe.checks.assessment_headers import assessment_headers
from spbe.checks.check_context import Context
from spbe.i18n import gettext
from spbe.model.instrumen import Instrumen
from spbe.model.penilaian import HasilResmi, Penilaian
from spbe.model.profil import Profil
from spbe.problems import Problem
from spbe.scoring import score
from spbe.scoring.differences import Published, reasons
from spbe.scoring.nation import find_region
from spbe.scoring.outcomes import OFFICIAL_STAGE
from spbe.scoring.predicate import possible
from spbe.scoring.results import compare, published_text
from spbe.scoring.rounding import rounded
from spbe.standards.agency_results import HasilInstansi, national_results
from spbe.yamlio import Path

ROUNDED: Final = Fraction(11, 1000)
"""How far apart rounding brings an index and the sum of its domains; 621 rows of the table of 2023 keep to 0.01."""


@dataclass(frozen=True)
class _Apart:
    """A published figure at ``path`` that another source gives as ``other``."""

    path: Path
    name: str
    written: str
    other: str


def predicate_of_index(context: Context) -> Iterator[Problem]:
    """Rule ``hasil-predikat-beda``: no rounding gives the published index the published predicate."""
    for entry, head, instrument in assessment_headers(context):
        result = head.hasil_resmi
        known = {one.nama.casefold() for one in instrument.predikat}
        if result is None or result.predikat is None or result.predikat.strip().casefold() not in known:
            continue
        fitting = [one.nama for one in possible(instrument, result.indeks)]
        if fitting and result.predikat.strip().casefold() not in {name.casefold() for name in fitting}:
            yield entry.problem(
                "hasil-predikat-beda",
                ("hasil_resmi", "predikat"),
                predikat=result.predikat,
                indeks=published_text(result.indeks),
                seharusnya=gettext(" atau ").join(fitting),
                instrumen=instrument.id,
            )


def other_than_the_table(context: Context) -> Iterator[Problem]:
    """Rule ``hasil-beda-tabel``: the national table of the year prints other figures for the region."""
    profiles = [one.record for one in context.reading.of_kind("profil") if isinstance(one.record, Profil)]
    if not profiles or profiles[0].contoh:  # what is made up is in no table, and need not wait for them
        return
    for entry, head, instrument in assessment_headers(context):
        result = head.hasil_resmi
        row = None if result is None else _row(profiles[0], head, instrument)
        if result is None or row is None:
            continue
        apart = list(_apart_from_row(result, row))
        if apart:
            yield entry.problem(
                "hasil-beda-tabel",
                apart[0].path,
                instansi=row.instansi,
                tahun=row.tahun,
                beda=_listed(apart),
                dokumen=national_results().dokumen[row.tahun].judul,
            )


def _row(profile: Profil, head: Penilaian, instrument: Instrumen) -> HasilInstansi | None:
    """The region's row in the national table of the year, if that was made with the same instrument."""
    results = national_results()
    if results.instrumen.get(head.tahun) != instrument.id:
        return None
    key = find_region(results, profile)
    return results.tahun[head.tahun].get(key) if key else None


def _apart_from_row(result: HasilResmi, row: HasilInstansi) -> Iterator[_Apart]:
    if rounded(result.indeks) != row.indeks.nilai:
        yield _Apart(("hasil_resmi", "indeks"), gettext("indeks"), published_text(result.indeks), row.indeks.cetak)
    if result.predikat is not None and result.predikat.strip().casefold() != row.predikat.casefold():
        yield _Apart(("hasil_resmi", "predikat"), gettext("predikat"), result.predikat, row.predikat)
    for code, value in result.domain.items():
        other = row.domain.get(code)
        if other is not None and rounded(value) != other.nilai:
            yield _Apart(("hasil_resmi", "domain", code), code, published_text(value), other.cetak)


def other_than_the_levels(context: Context) -> Iterator[Problem]:
    """Rule ``hasil-beda-hitungan``: the final levels give other figures, and the head does not say why.

    A predicate that only the reading of the rule about rounding makes another one is left to the page.
    """
    given = stage_values(context)
    for entry, head, instrument in assessment_headers(context):
        result = head.hasil_resmi
        values = given.get(entry.id, {}).get(OFFICIAL_STAGE, {})
        if result is None or result.catatan or not values:
            continue
        try:
            apart = list(_apart_from_levels(result, instrument, values))
        except ValueError:  # a code or a value that is no good is told where it stands
            continue
        if apart:
            yield entry.problem("hasil-beda-hitungan", apart[0].path, beda=_listed(apart), nama=entry.id)


def _apart_from_levels(result: HasilResmi, instrument: Instrumen, values: Mapping[str, Fraction]) -> Iterator[_Apart]:
    scored = score(instrument, values)
    published = Published(result.indeks, result.predikat, result.domain, result.aspek)
    found = compare(scored, indeks=result.indeks, predikat=result.predikat, domain=result.domain, aspek=result.aspek)
    for one in found:
        if one.cocok is not False or one.hitung is None:
            continue
        if one.kode == "predikat" and reasons(one.kode, scored, published, {}):
            continue
        layer = "domain" if one.kode in result.domain else "aspek"
        path: Path = (
            ("hasil_resmi", one.kode) if one.kode in {"indeks", "predikat"} else ("hasil_resmi", layer, one.kode)
        )
        name = {"indeks": gettext("indeks"), "predikat": gettext("predikat")}.get(one.kode, one.kode)
        yield _Apart(path, name, one.resmi, one.hitung)


def other_than_its_domains(context: Context) -> Iterator[Problem]:
    """Rule ``hasil-beda-domain``: no rounding makes the published index of the published domains."""
    for entry, head, instrument in assessment_headers(context):
        result = head.hasil_resmi
        whole = all(one.kode in result.domain for one in instrument.domain) if result else False
        if result is None or result.catatan or not instrument.domain or not whole:
            continue
        total = sum(one.bobot for one in instrument.domain)
        wanted = sum((one.bobot * result.domain[one.kode] for one in instrument.domain), Fraction()) / total
        if abs(wanted - result.indeks) > ROUNDED:
            yield entry.problem(
                "hasil-beda-domain",
                ("hasil_resmi", "indeks"),
                indeks=published_text(result.indeks),
                hitung=published_text(rounded(wanted)),
            )


def _listed(apart: list[_Apart]) -> str:
    words = gettext("{nama} {tertulis}, di sana {lain}")
    return "; ".join(words.format(nama=one.name, tertulis=one.written, lain=one.other) for one in apart)


CHECKS = (predicate_of_index, other_than_the_table, other_than_the_levels, other_than_its_domains)
