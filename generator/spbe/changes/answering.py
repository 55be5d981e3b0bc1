"""Answers to fill in: of one indicator, or of all that an assessment still lacks, with what each level asks for."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from spbe.changes.change import Change
from spbe.changes.drafting import GUIDE, WIDTH, added, composed, reading_of
from spbe.i18n import gettext as _
from spbe.model.instrumen import Indikator, Instrumen
from spbe.model.kinds import OFFICE
from spbe.model.penilaian import Jawaban, Penilaian
from spbe.problems.usage import RefusalError, WrongArgumentError
from spbe.region import Node, Reading
from spbe.sources.source import type_at
from spbe.standards.criteria import KriteriaIndikator, criteria_in
from spbe.yamlio.validation import did_you_mean, offer

_CRITERIA: Final = "Kriteria tingkat{menurut}, parafrase dan bukan bunyi resmi:"
_PATTERN: Final = "Pola umum kriteria kelompok indikator ini, parafrase dan bukan bunyi resmi:"
_WITHOUT: Final = "Kriteria tingkat indikator ini tidak ada pada spbe; lihat naskah instrumennya."


@dataclass(frozen=True)
class Drafted:
    """Answers that were drafted for an assessment.

    ``kept``: the codes that had an answer. ``criteria``: whether the instrument's are known.
    """

    assessment: str
    change: Change
    kept: tuple[str, ...]
    criteria: bool


def draft_answer(root: Path, assessment: str, code: str, office: str | None = None) -> Change:
    """The answer to one indicator, to be filled in."""
    reading = reading_of(root)
    instrument, year = _instrument(reading, assessment)
    indicators = {indicator.kode: indicator for indicator in instrument.all_indicators()}
    if code not in indicators:
        words = _("Indikator `{kode}` tidak ada pada {instrumen}.{maksud} Misalnya: {pilihan}.")
        meant, choices = did_you_mean(code, indicators), offer(code, indicators)
        raise WrongArgumentError(words.format(kode=code, instrumen=instrument.id, maksud=meant, pilihan=choices))
    if (there := _answered(reading, assessment).get(code)) is not None:
        raise RefusalError(_("Jawaban {kode} sudah ada: {berkas}.").format(kode=code, berkas=there))
    path = _path(assessment, code)
    criteria = criteria_in(instrument, indicators[code], year)
    text = _draft(path, criteria, indicators[code], _office(reading, office))
    return added(root, f"spbe new jawaban {assessment} {code}", {path: text})


def draft_answers(root: Path, assessment: str | None, office: str | None = None) -> Drafted:
    """An answer to be filled in for every indicator of ``assessment`` that has none.

    Without ``assessment`` that of the newest year; raises a usage error where that is not clear.
    """
    reading = reading_of(root)
    name = assessment if assessment is not None else _newest(reading)
    instrument, year = _instrument(reading, name)
    owner = _office(reading, office)
    there = _answered(reading, name)
    files: dict[str, str] = {}
    kept: list[str] = []
    for indicator in instrument.all_indicators():
        path = _path(name, indicator.kode)
        if indicator.kode in there or type_at(reading.source, path) is not None:
            kept.append(indicator.kode)
        else:
            files[path] = _draft(path, criteria_in(instrument, indicator, year), indicator, owner)
    criteria = any(criteria_in(instrument, one, year).teks for one in instrument.all_indicators())
    return Drafted(name, added(root, f"spbe new jawaban {name} --semua", files), tuple(kept), criteria)


def assessed_with(
    reading: Reading, assessment: str, known: Mapping[str, Instrumen], way_out: str = ""
) -> tuple[Instrumen, int]:
    """Instrument and year of ``assessment``; raises where there is none, with ``way_out`` for who meant another."""
    heads = {entry.id: entry.record for entry in reading.of_kind("penilaian")}
    head = heads.get(assessment)
    if head is None and not reading.unread.holds(Node("penilaian", assessment)):
        words = _("Penilaian `{nama}` tidak ada.{maksud}{jalan} Yang ada: {pilihan}.")
        meant = did_you_mean(assessment, heads)
        choices = ", ".join(heads) or "–"
        raise WrongArgumentError(words.format(nama=assessment, maksud=meant, jalan=way_out, pilihan=choices))
    if not isinstance(head, Penilaian) or head.instrumen not in known:
        words = _("indicators/{nama}/penilaian.yaml masih salah; jalankan `spbe check`.")
        raise RefusalError(words.format(nama=assessment))
    return known[head.instrumen], head.tahun


def _instrument(reading: Reading, assessment: str) -> tuple[Instrumen, int]:
    from spbe.checks.own_standards import region_instruments

    known, _problems = region_instruments(reading)
    return assessed_with(reading, assessment, known, " " + _("Buat dengan `spbe new penilaian`."))


def _newest(reading: Reading) -> str:
    years = {e.id: e.record.tahun for e in reading.of_kind("penilaian") if isinstance(e.record, Penilaian)}
    newest = [name for name, year in years.items() if year == max(years.values())]
    if len(newest) != 1:
        words = _("Sebutkan penilaiannya, misalnya `spbe new jawaban 2025 --semua`. Yang ada: {pilihan}.")
        raise WrongArgumentError(words.format(pilihan=", ".join(years) or "–"))
    return newest[0]


def _answered(reading: Reading, assessment: str) -> dict[str, str]:
    """The file of each answer of ``assessment`` by its code, also of one that has errors."""
    found = ((*entry.id.partition("/"), entry.file) for entry in reading.of_kind("jawaban"))
    return {code: file for name, _slash, code, file in found if name == assessment}


def _office(reading: Reading, office: str | None) -> str | None:
    known = [entry.id for entry in reading.of_kind(OFFICE)]
    if office is not None and office not in known:
        words = _("Perangkat daerah `{id}` tidak ada.{maksud} Yang ada: {pilihan}.")
        meant, choices = did_you_mean(office, known), offer(office, known) or "–"
        raise WrongArgumentError(words.format(id=office, maksud=meant, pilihan=choices))
    return office


def _path(assessment: str, code: str) -> str:
    return f"indicators/{assessment}/{code}.yaml"


def _draft(path: str, criteria: KriteriaIndikator, indicator: Indikator, office: str | None) -> str:
    heading = [f"{indicator.kode} {indicator.nama}", *_told(criteria), GUIDE]
    if indicator.sumber_nilai:
        heading.insert(
            1, f"Nilainya diambil dari indeks instansi lain: {indicator.sumber_nilai}. Sebut tahun dan dokumennya."
        )
    # A file of comments alone would be an empty one, hence one field that is open.
    given = {"perangkat_daerah": office or " # ID OPD penanggung jawab."}
    left_out = () if indicator.sumber_nilai else ("sumber_nilai",)
    return composed(path, Jawaban, "jawaban", given, heading, left_out=left_out)


def _told(criteria: KriteriaIndikator) -> Iterator[str]:
    """What each level asks and is proved with, and how the explanation is worded, as far as it is known."""
    by = f" menurut {criteria.versi.nama}" if criteria.versi else ""
    yield (_CRITERIA.format(menurut=by) if criteria.khusus else _PATTERN) if criteria.teks else _WITHOUT
    for level, text in criteria.teks.items():
        yield from _item(f"{level}. ", text)
        proof = criteria.bukti.get(level)
        if proof is not None:
            yield "   Yang harus ada:"
            for needed in proof.wajib:
                yield from _item("   - ", needed)
            for optional in proof.opsional:
                yield from _item("   - ", f"(boleh ditambahkan) {optional}")
    if criteria.kaidah is not None:
        yield f"Pola kalimat, bukan bunyi resminya ({criteria.kaidah.tempat}):"
        yield from _item("Fakta: ", criteria.kaidah.fakta)
        yield from _item("Analisis: ", criteria.kaidah.analisis)
        yield f"Nama berkas bukti diawali nomor indikator, misalnya {criteria.kaidah.berkas}."


def _item(mark: str, text: str) -> list[str]:
    plain = " ".join(text.split())
    return textwrap.wrap(plain, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))
