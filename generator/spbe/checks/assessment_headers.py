"""What ``penilaian.yaml`` says fits its instrument: the year, the published figures, and the target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from spbe.checks.check_context import Context
from spbe.i18n import gettext
from spbe.model.instrumen import Instrumen
from spbe.model.penilaian import Penilaian
from spbe.model.values import decimal_text
from spbe.problems import Problem
from spbe.region import Entry
from spbe.yamlio import Path
from spbe.yamlio.validation import did_you_mean


def assessment_headers(context: Context) -> Iterator[tuple[Entry, Penilaian, Instrumen]]:
    """Every head that could be read and whose instrument is known."""
    for entry in context.reading.of_kind("penilaian"):
        if isinstance(entry.record, Penilaian) and entry.record.instrumen in context.instruments:
            yield entry, entry.record, context.instruments[entry.record.instrumen]


def unknown_instrument(context: Context) -> Iterator[Problem]:
    """Rule ``instrumen-tak-dikenal``."""
    for entry in context.reading.of_kind("penilaian"):
        if isinstance(entry.record, Penilaian) and context.instrument_state(entry.record.instrumen) == "gone":
            name, known = entry.record.instrumen, sorted(context.instruments)
            yield entry.problem(
                "instrumen-tak-dikenal",
                ("instrumen",),
                id=name,
                maksud=did_you_mean(name, known),
                pilihan=", ".join(known),
            )


def year_of_instrument(context: Context) -> Iterator[Problem]:
    """Rule ``instrumen-tahun``: a year that the instrument did not score, unless it is a trial of one's own.

    A trial says so, or has a folder of its own beside that of the year and no official result. An instrument that
    no newer one has followed goes on beyond the years that are known of it.
    """
    for entry, head, instrument in assessment_headers(context):
        years = instrument.tahun_penilaian
        if not years or head.tahun in years or _is_trial(entry, head):
            continue
        followed = any(max(other.tahun_penilaian, default=0) > max(years) for other in context.instruments.values())
        if head.tahun > max(years) and not followed:
            continue
        fitting = sorted(other.id for other in context.instruments.values() if head.tahun in other.tahun_penilaian)
        wanted = " " + gettext("Untuk tahun itu: {pilihan}.").format(pilihan=", ".join(fitting)) if fitting else ""
        yield entry.problem(
            "instrumen-tahun",
            ("tahun",),
            tahun=head.tahun,
            instrumen=instrument.id,
            tahun_instrumen=_said(years, followed=followed),
            maksud=wanted,
        )


def year_of_folder(context: Context) -> Iterator[Problem]:
    """Rule ``tahun-beda-folder``: a folder that is called like a year holds an assessment of another."""
    for entry in context.reading.of_kind("penilaian"):
        is_year = len(entry.id) == len("2025") and entry.id.isdecimal()
        if is_year and isinstance(entry.record, Penilaian) and entry.id != str(entry.record.tahun):
            yield entry.problem("tahun-beda-folder", ("tahun",), tahun=entry.record.tahun, nama=entry.id)


def _is_trial(entry: Entry, head: Penilaian) -> bool:
    if head.kegiatan is not None:
        return head.kegiatan == "mandiri"
    return entry.id != str(head.tahun) and head.hasil_resmi is None


def _said(years: tuple[int, ...], *, followed: bool) -> str:
    if not followed:
        return gettext("sejak {tahun}").format(tahun=min(years))
    return f"{min(years)}–{max(years)}" if len(years) > 1 else str(years[0])


def codes_of_result(context: Context) -> Iterator[Problem]:
    """Rule ``hasil-kode``: published domains and aspects exist in the instrument."""
    for entry, head, instrument in assessment_headers(context):
        layers: Mapping[str, list[str]] = {
            "domain": [domain.kode for domain in instrument.domain],
            "aspek": [aspect.kode for aspect in instrument.all_aspects()],
        }
        for layer, codes in layers.items():
            for code in getattr(head.hasil_resmi, layer, ()):
                if code not in codes:
                    path: Path = ("hasil_resmi", layer, code)
                    choices = ", ".join(codes) or "–"
                    yield entry.problem(
                        "hasil-kode",
                        path,
                        of_key=True,
                        kode=code,
                        lapis=layer,
                        instrumen=instrument.id,
                        pilihan=choices,
                    )


def predicate_of_result(context: Context) -> Iterator[Problem]:
    """Rule ``hasil-predikat``: the published predicate is one of the instrument's."""
    for entry, head, instrument in assessment_headers(context):
        written = head.hasil_resmi.predikat if head.hasil_resmi else None
        known = [predicate.nama for predicate in instrument.predikat]
        if written is not None and written.strip().casefold() not in {name.casefold() for name in known}:
            yield entry.problem(
                "hasil-predikat",
                ("hasil_resmi", "predikat"),
                predikat=written,
                instrumen=instrument.id,
                maksud=did_you_mean(written, known),
                pilihan=", ".join(known),
            )


def figures_off_scale(context: Context) -> Iterator[Problem]:
    """Rule ``hasil-di-luar-skala``, for the published figures and the target.

    A warning: one national table does print a domain below the lowest value (Banyuasin 2023, 0,30).
    """
    for entry, head, instrument in assessment_headers(context):
        scale, result = instrument.skala, head.hasil_resmi
        figures: dict[Path, Fraction | None] = {("target_indeks",): head.target_indeks}
        if result is not None:
            figures[("hasil_resmi", "indeks")] = result.indeks
            figures |= {("hasil_resmi", "domain", code): value for code, value in result.domain.items()}
            figures |= {("hasil_resmi", "aspek", code): value for code, value in result.aspek.items()}
        for path, value in figures.items():
            if value is not None and not scale.minimum <= value <= scale.maksimum:
                yield entry.problem(
                    "hasil-di-luar-skala",
                    path,
                    angka=decimal_text(value),
                    minimum=decimal_text(scale.minimum),
                    maksimum=decimal_text(scale.maksimum),
                    instrumen=instrument.id,
                )


CHECKS = (
    unknown_instrument,
    year_of_instrument,
    year_of_folder,
    codes_of_result,
    predicate_of_result,
    figures_off_scale,
)
