"""Answers to fill in: of one indicator, or of all that an assessment still lacks, with what each level asks for."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from spbe.changes.change import Change
from spbe.changes.drafting import GUIDE, added, composed, reading_of
from spbe.i18n import gettext as _
from spbe.model.instrumen import Indikator, Instrumen
from spbe.model.kinds import OFFICE
from spbe.model.penilaian import Jawaban, Penilaian
from spbe.problems.usage import RefusalError, WrongArgumentError
from spbe.region import Node, Reading
from spbe.sources.source import type_at
from spbe.yamlio.validation import did_you_mean, offer

_WIDTH: Final = 116
_CRITERIA: Final = "Kriteria tingkat, parafrase dan bukan bunyi resmi:"
_PATTERN: Final = "Pola umum kriteria kelompok indikator ini, parafrase dan bukan bunyi resmi:"
_WITHOUT: Final = "Kriteria tingkat indikator ini tidak ada pada spbe; lihat naskah instrumennya."


@dataclass(frozen=True)
class Drafted:
    """``kept``: the codes that had an answer. ``criteria``: whether the instrument's are known."""

    assessment: str
    change: Change
    kept: tuple[str, ...]
    criteria: bool


def draft_answer(root: Path, assessment: str, code: str, office: str | None = None) -> Change:
    """The answer to one indicator, to be filled in."""
    reading = reading_of(root)
    instrument = _instrument(reading, assessment)
    indicators = {indicator.kode: indicator for indicator in instrument.all_indicators()}
    if code not in indicators:
        words = _("Indikator `{kode}` tidak ada pada {instrumen}.{maksud} Misalnya: {pilihan}.")
        meant, choices = did_you_mean(code, indicators), offer(code, indicators)
        raise WrongArgumentError(words.format(kode=code, instrumen=instrument.id, maksud=meant, pilihan=choices))
    if (there := _answered(reading, assessment).get(code)) is not None:
        raise RefusalError(_("Jawaban {kode} sudah ada: {berkas}.").format(kode=code, berkas=there))
    path = _path(assessment, code)
    text = _draft(path, instrument, indicators[code], _office(reading, office))
    return added(root, f"spbe new jawaban {assessment} {code}", {path: text})


def draft_answers(root: Path, assessment: str | None, office: str | None = None) -> Drafted:
    """An answer to be filled in for every indicator of ``assessment`` that has none.

    Without ``assessment`` that of the newest year; raises a usage error where that is not clear.
    """
    reading = reading_of(root)
    name = assessment if assessment is not None else _newest(reading)
    instrument = _instrument(reading, name)
    owner = _office(reading, office)
    there = _answered(reading, name)
    files: dict[str, str] = {}
    kept: list[str] = []
    for indicator in instrument.all_indicators():
        path = _path(name, indicator.kode)
        if indicator.kode in there or type_at(reading.source, path) is not None:
            kept.append(indicator.kode)
        else:
            files[path] = _draft(path, instrument, indicator, owner)
    criteria = any(_levels(instrument, one)[1] for one in instrument.all_indicators())
    return Drafted(name, added(root, f"spbe new jawaban {name} --semua", files), tuple(kept), criteria)


def assessed_with(reading: Reading, assessment: str, known: Mapping[str, Instrumen], way_out: str = "") -> Instrumen:
    """The instrument of ``assessment``; raises where there is none, with ``way_out`` for who may have meant another."""
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
    return known[head.instrumen]


def _instrument(reading: Reading, assessment: str) -> Instrumen:
    from spbe.checks.standards import region_instruments

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


def _draft(path: str, instrument: Instrumen, indicator: Indikator, office: str | None) -> str:
    heading = [f"{indicator.kode} {indicator.nama}", *_told(instrument, indicator), GUIDE]
    # A file of comments alone would be an empty one, hence one field that is open.
    given = {"perangkat_daerah": office or " # ID OPD penanggung jawab."}
    return composed(path, Jawaban, "jawaban", given, heading)


def _levels(instrument: Instrumen, indicator: Indikator) -> tuple[str, Mapping[str, str]]:
    """What is said above the criteria of ``indicator``, and these by level; its pattern's where it has none itself."""
    if indicator.kriteria:
        return _CRITERIA, indicator.kriteria
    pattern = instrument.pola_kriteria.get(indicator.pola or "", {})
    return (_PATTERN, pattern) if pattern else (_WITHOUT, {})


def _told(instrument: Instrumen, indicator: Indikator) -> Iterator[str]:
    words, levels = _levels(instrument, indicator)
    yield words
    for level, text in levels.items():
        mark = f"{level}. "
        plain = " ".join(text.split())
        yield from textwrap.wrap(plain, _WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))
