"""How far answers are follows from what is there, unless a function declared it; what is due follows the calendar."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from spbe.catalogue.answer_progress import AnswerProgress, by_office, progress_of
from support.regions import open_fast

HEAD = """tahun: 2025
instrumen: permenpanrb-59-2020
jadwal:
  - {bagian: persiapan, nama: Penetapan tim, selesai: 2025-01-31}
  - {bagian: pelaksanaan, nama: Pengisian, selesai: 2025-06-13, perangkat_daerah: [diskominfo], mencapai: diisi}
  - {bagian: pelaksanaan, nama: Bukti, selesai: 2025-06-27, perangkat_daerah: [bappeda], mencapai: bukti-lengkap}
  - {bagian: pelaksanaan, nama: Verifikasi, selesai: 2025-07-04, perangkat_daerah: [bappeda], mencapai: diverifikasi}
"""
ANSWERS = {
    "I1": "perangkat_daerah: diskominfo\n",
    "I2": "perangkat_daerah: diskominfo\nnilai: {mandiri: 2}\n",
    "I3": "perangkat_daerah: bappeda\nfakta: Ada.\nbukti: [sk]\n",
    "I4": "perangkat_daerah: bappeda\nfakta: Ada.\nbukti: [sk]\n"
    "status: [{keadaan: diverifikasi, tanggal: 2025-06-30}]\n",
}
FILES = {
    "architecture/perangkat-daerah/bappeda.yaml": "id: bappeda\nnama: Bappeda\n",
    "indicators/bukti/sk.yaml": "id: sk\nnama: SK\n",
    "indicators/2025/penilaian.yaml": HEAD,
    **{f"indicators/2025/{code}.yaml": text for code, text in ANSWERS.items()},
}


@pytest.fixture
def progress(minimal: Path) -> dict[str, AnswerProgress]:
    for place, text in FILES.items():
        (minimal / place).parent.mkdir(parents=True, exist_ok=True)
        (minimal / place).write_text(text, "utf-8")
    opened = open_fast(minimal)
    assert not opened.problems
    return {one.indicator.kode: one for one in progress_of(opened.region, opened.region.assessments["2025"])}


def test_the_state_follows_from_what_is_there_unless_a_function_declared_it(
    progress: dict[str, AnswerProgress],
) -> None:
    told = {code: progress[code].state for code in ("I1", "I2", "I3", "I4", "I5")}
    assert told == {"I1": "belum", "I2": "diisi", "I3": "bukti-lengkap", "I4": "diverifikasi", "I5": "belum"}
    assert progress["I4"].declared is not None
    assert str(progress["I4"].declared.tanggal) == "2025-06-30"
    assert progress["I3"].declared is None


def test_the_stage_that_asks_for_more_tells_what_is_due(progress: dict[str, AnswerProgress]) -> None:
    told = {code: one.next.nama if one.next else None for code, one in progress.items()}
    assert (told["I1"], progress["I1"].due) == ("Pengisian", date(2025, 6, 13))
    assert told["I2"] == "Verifikasi", "evidence is asked of another office"
    assert told["I3"] == "Verifikasi"
    assert (told["I4"], progress["I4"].due) == (None, None)


def test_offices_are_counted_with_their_late_answers(progress: dict[str, AnswerProgress]) -> None:
    bappeda, diskominfo, nobody = by_office(progress.values(), date(2025, 6, 20))
    assert (bappeda.office, bappeda.total, bappeda.late, bappeda.due) == ("bappeda", 2, 0, date(2025, 7, 4))
    assert (diskominfo.office, diskominfo.counts["belum"], diskominfo.counts["diisi"]) == ("diskominfo", 1, 2)
    assert diskominfo.late == 1
    assert (nobody.office, nobody.total) == (None, 42)
