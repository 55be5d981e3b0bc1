"""Answers fit their instrument: codes, scale, and one place for each stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from spbe.checks.context import Context
from spbe.model.instrumen import Instrumen
from spbe.model.penilaian import Jawaban, NilaiTahap, Penilaian
from spbe.model.peta_rencana import PetaRencana
from spbe.model.values import decimal_text
from spbe.problems import Problem
from spbe.region import Entry
from spbe.yamlio import Path
from spbe.yamlio.validation import did_you_mean, offer


def _headed(context: Context) -> dict[str, Penilaian]:
    return {
        entry.id: entry.record for entry in context.reading.of_kind("penilaian") if isinstance(entry.record, Penilaian)
    }


def _answered(context: Context) -> Iterator[tuple[Entry, str, Instrumen]]:
    """Every answer or line of values with its indicator's code and its instrument."""
    heads = _headed(context)
    for entry in context.reading.of_kind("jawaban", "nilai"):
        name, _, code = entry.id.partition("/")
        head = heads.get(name)
        if code and head is not None and head.instrumen in context.instruments:
            yield entry, code, context.instruments[head.instrumen]


def _stages(entry: Entry) -> tuple[dict[str, Fraction], Path]:
    if isinstance(entry.record, Jawaban):
        return entry.record.nilai.by_stage(), ("nilai",)
    return (entry.record.by_stage(), ()) if isinstance(entry.record, NilaiTahap) else ({}, ())


def without_head(context: Context) -> Iterator[Problem]:
    """Rule ``penilaian-tak-ada``, once per folder."""
    headed = {entry.id for entry in context.reading.of_kind("penilaian")}
    seen: set[str] = set()
    for entry in context.reading.of_kind("jawaban", "nilai"):
        name = entry.id.partition("/")[0]
        if name not in headed and name not in seen:
            seen.add(name)
            yield entry.problem("penilaian-tak-ada", (), folder=f"indicators/{name}", nama=name)


def unknown_instrument(context: Context) -> Iterator[Problem]:
    """Rule ``instrumen-tak-dikenal``."""
    for entry in context.reading.of_kind("penilaian"):
        if isinstance(entry.record, Penilaian) and entry.record.instrumen not in context.instruments:
            name, known = entry.record.instrumen, sorted(context.instruments)
            yield entry.problem(
                "instrumen-tak-dikenal",
                ("instrumen",),
                id=name,
                maksud=did_you_mean(name, known),
                pilihan=", ".join(known),
            )


def year_of_instrument(context: Context) -> Iterator[Problem]:
    """Rule ``instrumen-tahun``: a year that the instrument did not score, unless it is a trial of one's own."""
    for entry in context.reading.of_kind("penilaian"):
        head = entry.record
        if not isinstance(head, Penilaian) or head.kegiatan == "mandiri":
            continue
        instrument = context.instruments.get(head.instrumen)
        if instrument and instrument.tahun_penilaian and head.tahun not in instrument.tahun_penilaian:
            years = instrument.tahun_penilaian
            said = f"{min(years)}–{max(years)}" if len(years) > 1 else str(years[0])
            yield entry.problem(
                "instrumen-tahun", ("tahun",), tahun=head.tahun, instrumen=instrument.id, tahun_instrumen=said
            )


def unknown_indicators(context: Context) -> Iterator[Problem]:
    """Rule ``indikator-tak-dikenal``, in answers, lines of values and roadmap items."""
    for entry, code, instrument in _answered(context):
        yield from _unknown_code(entry, (), code, instrument)
    for entry in context.reading.of_kind("peta-rencana"):
        if not isinstance(entry.record, PetaRencana):
            continue
        for position, name in enumerate(entry.record.indikator):
            identity, _, code = name.partition("/")
            path: Path = ("indikator", position)
            if identity in context.instruments:
                yield from _unknown_code(entry, path, code, context.instruments[identity])
            else:
                known = sorted(context.instruments)
                meant = did_you_mean(identity, known)
                yield entry.problem("instrumen-tak-dikenal", path, id=identity, maksud=meant, pilihan=", ".join(known))


def _unknown_code(entry: Entry, path: Path, code: str, instrument: Instrumen) -> Iterator[Problem]:
    codes = [indicator.kode for indicator in instrument.all_indicators()]
    if code not in codes:
        yield entry.problem(
            "indikator-tak-dikenal",
            path,
            of_key=entry.kind == "nilai",
            kode=code,
            instrumen=instrument.id,
            maksud=did_you_mean(code, codes),
            contoh=offer(code, codes),
        )


def off_scale(context: Context) -> Iterator[Problem]:
    """Rules ``nilai-di-luar-skala`` and ``nilai-harus-bulat``, for values and targets."""
    for entry, _, instrument in _answered(context):
        values, prefix = _stages(entry)
        for stage, value in values.items():
            yield from _off_scale(entry, (*prefix, stage), value, instrument)
        if isinstance(entry.record, Jawaban) and entry.record.target is not None:
            yield from _off_scale(entry, ("target",), entry.record.target, instrument)


def _off_scale(entry: Entry, path: Path, value: Fraction, instrument: Instrumen) -> Iterator[Problem]:
    scale = instrument.skala
    if not scale.minimum <= value <= scale.maksimum:
        rule = "nilai-di-luar-skala"
    elif scale.bilangan_bulat and value.denominator != 1:
        rule = "nilai-harus-bulat"
    else:
        return
    yield entry.problem(
        rule,
        path,
        nilai=decimal_text(value),
        minimum=decimal_text(scale.minimum),
        maksimum=decimal_text(scale.maksimum),
        instrumen=instrument.id,
    )


def stage_twice(context: Context) -> Iterator[Problem]:
    """Rule ``tahap-ganda``: each stage of an indicator stands in exactly one file."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in context.reading.of_kind("jawaban", "nilai"):
        values, prefix = _stages(entry)
        for stage in values:
            other = first.setdefault((entry.id, stage), entry)
            if other is not entry:
                code = entry.id.partition("/")[2]
                path = (*prefix, stage)
                yield entry.problem("tahap-ganda", path, tahap=stage, kode=code, lain=other.place)


def codes_of_result(context: Context) -> Iterator[Problem]:
    """Rule ``hasil-kode``: published domains and aspects exist in the instrument."""
    for entry in context.reading.of_kind("penilaian"):
        head = entry.record
        if not isinstance(head, Penilaian) or head.hasil_resmi is None or head.instrumen not in context.instruments:
            continue
        instrument = context.instruments[head.instrumen]
        layers: Mapping[str, list[str]] = {
            "domain": [domain.kode for domain in instrument.domain],
            "aspek": [aspect.kode for aspect in instrument.all_aspects()],
        }
        for layer, codes in layers.items():
            for code in getattr(head.hasil_resmi, layer):
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


CHECKS = (
    without_head,
    unknown_instrument,
    year_of_instrument,
    unknown_indicators,
    off_scale,
    stage_twice,
    codes_of_result,
)
