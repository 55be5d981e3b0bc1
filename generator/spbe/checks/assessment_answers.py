"""Answers fit their instrument: codes, scale, one place for each answer and stage, and the order of the stages."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from spbe.checks.check_context import Context
from spbe.i18n import gettext
from spbe.model.instrumen import Instrumen
from spbe.model.penilaian import TAHAP, Jawaban, NilaiTahap, Penilaian
from spbe.model.peta_rencana import PetaRencana
from spbe.model.risiko import Risiko
from spbe.model.values import decimal_text
from spbe.problems import Problem
from spbe.region import Entry, Node
from spbe.scoring.outcomes import OFFICIAL_STAGE
from spbe.yamlio import Path
from spbe.yamlio.validation import did_you_mean, offer

OWN_STAGE: Final = "mandiri"


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
    seen: set[str] = set()
    for entry in context.reading.of_kind("jawaban", "nilai"):
        name = entry.id.partition("/")[0]
        if name not in seen and context.state(Node("penilaian", name)) == "gone":
            seen.add(name)
            yield entry.problem("penilaian-tak-ada", (), folder=f"indicators/{name}", nama=name)


def twice(context: Context) -> Iterator[Problem]:
    """Rule ``berkas-ganda``: sub-folders mean nothing, so two of them may hold the same answer or the same head."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in context.reading.of_kind("penilaian", "jawaban"):
        other = first.setdefault((entry.kind, entry.id), entry)
        if other is not entry:
            name, _, code = entry.id.partition("/")
            what = gettext("Jawaban {kode}").format(kode=code) if code else "penilaian.yaml"
            yield entry.problem("berkas-ganda", (), isi=what, nama=name, lain=other.place)


def unknown_indicators(context: Context) -> Iterator[Problem]:
    """Rule ``indikator-tak-dikenal``, in answers, lines of values, recommendations, roadmap items and risks."""
    for entry, code, instrument in _answered(context):
        yield from _unknown_code(entry, (), code, instrument)
    for entry in context.reading.of_kind("penilaian"):
        if isinstance(entry.record, Penilaian) and entry.record.instrumen in context.instruments:
            for number, advice in enumerate(entry.record.rekomendasi):
                for position, code in enumerate(advice.indikator):
                    path: Path = ("rekomendasi", number, "indikator", position)
                    yield from _unknown_code(entry, path, code, context.instruments[entry.record.instrumen])
    for entry in context.reading.of_kind("peta-rencana", "risiko"):
        if not isinstance(entry.record, PetaRencana | Risiko):
            continue
        for position, name in enumerate(entry.record.indikator):
            identity, _, code = name.partition("/")
            path = ("indikator", position)
            if identity in context.instruments:
                yield from _unknown_code(entry, path, code, context.instruments[identity])
            elif context.instrument_state(identity) == "gone":
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
            if other is not entry and (entry.kind, other.kind) != ("jawaban", "jawaban"):  # told as files
                code = entry.id.partition("/")[2]
                path = (*prefix, stage)
                yield entry.problem("tahap-ganda", path, tahap=stage, kode=code, lain=other.place)


def out_of_order(context: Context) -> Iterator[Problem]:
    """Rule ``tahap-urutan``: a later stage of an indicator that nobody assessed first, though most others were.

    Stages may be skipped, and an old report may hold the final values alone; so only an assessment whose indicators
    mostly have a self-assessment says that one without it stands in the wrong place.
    """
    stages = _by_assessment(context)
    for name, instrument in _instruments(context).items():
        given = stages.get(name, {})
        if name in context.doubtful:
            continue
        begun = [code for code, values in given.items() if OWN_STAGE in values]
        if 2 * len(begun) <= len(instrument.all_indicators()):
            continue
        for code, values in given.items():
            if values and OWN_STAGE not in values:
                stage, (entry, path) = next(iter(values.items()))
                yield entry.problem("tahap-urutan", path, kode=code, tahap=stage, jumlah=len(begun), nama=name)


def final_incomplete(context: Context) -> Iterator[Problem]:
    """Rule ``tahap-akhir-kurang``: an official result of which some final values are written, and some are not.

    None at all is no mistake: of some years only the index is known.
    """
    stages = _by_assessment(context)
    instruments = _instruments(context)
    for entry in context.reading.of_kind("penilaian"):
        if not isinstance(entry.record, Penilaian) or entry.record.hasil_resmi is None or entry.id not in instruments:
            continue
        if entry.id in context.doubtful:
            continue
        given = stages.get(entry.id, {})
        codes = [indicator.kode for indicator in instruments[entry.id].all_indicators()]
        without = [code for code in codes if OFFICIAL_STAGE not in given.get(code, {})]
        if 0 < len(without) < len(codes):
            yield entry.problem(
                "tahap-akhir-kurang",
                ("hasil_resmi",),
                of_key=True,
                jumlah=len(without),
                semua=len(codes),
                daftar=shortened(without),
                nama=entry.id,
            )


def _instruments(context: Context) -> dict[str, Instrumen]:
    """The instrument of every assessment that has a known one."""
    heads = _headed(context)
    return {
        name: context.instruments[head.instrumen]
        for name, head in heads.items()
        if head.instrumen in context.instruments
    }


def _by_assessment(context: Context) -> dict[str, dict[str, dict[str, tuple[Entry, Path]]]]:
    """Assessment to indicator to stage, in their order, to where the value stands.

    Of a doubtful assessment there may be more.
    """
    found: dict[str, dict[str, dict[str, tuple[Entry, Path]]]] = {}
    known = {
        name: {indicator.kode for indicator in instrument.all_indicators()}
        for name, instrument in _instruments(context).items()
    }
    for entry, code, _instrument in _answered(context):
        name = entry.id.partition("/")[0]
        if code not in known[name]:
            continue
        values, prefix = _stages(entry)
        places = found.setdefault(name, {}).setdefault(code, {})
        for stage in values:
            places.setdefault(stage, (entry, (*prefix, stage)))
    order = list(TAHAP.nilai)
    return {
        name: {
            code: dict(sorted(given.items(), key=lambda item: order.index(item[0]))) for code, given in codes.items()
        }
        for name, codes in found.items()
    }


def stage_values(context: Context) -> dict[str, dict[str, dict[str, Fraction]]]:
    """Assessment to stage to indicator to value, of the indicators that the instrument has and that could be read."""
    found: dict[str, dict[str, dict[str, Fraction]]] = {}
    for name, codes in _by_assessment(context).items():
        for code, given in codes.items():
            for stage, (entry, _path) in given.items():
                found.setdefault(name, {}).setdefault(stage, {})[code] = _stages(entry)[0][stage]
    return found


def shortened(codes: list[str], limit: int = 8) -> str:
    """``codes`` joined by commas, at most ``limit`` of them and then an ellipsis."""
    return ", ".join(codes[:limit]) + (", …" if len(codes) > limit else "")


CHECKS = (without_head, twice, unknown_indicators, off_scale, stage_twice, out_of_order, final_incomplete)
