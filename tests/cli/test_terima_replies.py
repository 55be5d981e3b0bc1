"""Each file that was handed in gets a reply: what was taken, what was not and why, what is still asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from spbe.editions import Audience
from support.filled_sheets import opened
from support.returned_workbooks import FilledSheet, exported, saved

SIMPEG = "architecture/aplikasi/simpeg.yaml"
TEXT = (
    "id: simpeg\nnama: Sistem Kepegawaian\nperangkat_daerah: diskominfo\nfungsi: Untuk pegawai.\n"
    "infrastruktur: [inti, rahasia]\nkendala: Lambat sekali.\n"
)
OURS = Audience("opd", "diskominfo")
TECHNICAL = re.compile(r"`|--|\bgit\b|yaml|spbe|terminal|architecture/", re.IGNORECASE)


@pytest.fixture
def region(minimal: Path) -> Path:
    """An application of an office, on two servers of which one is only for administrators."""
    (minimal / "architecture/infrastruktur").mkdir()
    (minimal / "architecture/infrastruktur/server.yaml").write_text(
        "- id: inti\n  nama: Server inti\n- id: baru\n  nama: Server baru\n"
        "- id: rahasia\n  nama: Server rahasia\n  klasifikasi: tertutup\n",
        "utf-8",
    )
    (minimal / SIMPEG).write_text(TEXT, "utf-8")
    return minimal


@pytest.fixture
def reply(spbe, region: Path, tmp_path: Path) -> Callable[..., str]:
    """Hand in a book as ``kami.xlsx``, and read the reply."""

    def run(book: Any, *words: str, code: int = 0) -> str:
        file, folder = tmp_path / "kami.xlsx", tmp_path / "balasan"
        file.write_bytes(saved(book))
        done = spbe("terima", file, "--balasan", folder, "--timpa", *words, "--root", region)
        assert done.exit_code == code, done.stdout + done.stderr
        assert sorted(one.name for one in folder.iterdir()) == ["kami-balasan.txt", "kami-balasan.xlsx"]
        return (folder / "kami-balasan.txt").read_text("utf-8")

    return run


def parts(text: str) -> dict[str, list[str]]:
    """The lines below each heading of a reply."""
    found: dict[str, list[str]] = {}
    for block in text.split("\n\n")[1:]:
        head, *lines = block.strip().split("\n")
        found[head.partition(" (")[0]] = [line for line in lines if line.startswith("- ")]
    return found


def cells(folder: Path) -> str:
    [page] = opened((folder / "kami-balasan.xlsx").read_bytes()).worksheets
    return "\n".join(str(cell) for row in page.iter_rows(values_only=True) for cell in row if cell)


def test_a_reply_tells_what_became_of_every_cell_and_what_is_still_asked(reply, region: Path, tmp_path: Path) -> None:
    book = exported(region, OURS)
    sheet = FilledSheet(book, "aplikasi")
    cell = sheet.put("simpeg", "nama", "Sistem Kepegawaian Daerah")
    wrong = sheet.put("simpeg", "sejak", "kemarin")
    clash = sheet.put("simpeg", "fungsi", "Untuk semua.")
    (region / SIMPEG).write_text(TEXT.replace("Untuk pegawai.", "Bagi pegawai."), "utf-8")
    text = reply(book, "--sebagian", "--tulis", code=1)
    office = "Dinas Komunikasi dan Informatika"
    assert text.startswith(f"Balasan untuk {office}\nEdisi OPD untuk {office}. Bukan untuk umum.\n")
    found = parts(text)
    record = "Aplikasi: Sistem Kepegawaian Daerah [simpeg]"
    assert found["SUDAH DICATAT"] == [f"- {record} / Nama (sel {cell}): Sistem Kepegawaian Daerah"]
    [refused] = found["BELUM DAPAT DITERIMA"]
    assert refused.startswith(f"- {record} / Sejak (sel {wrong}): “kemarin” bukan tanggal")
    [undecided] = found["MASIH DIPUTUSKAN"]
    assert undecided.startswith(f"- {record} / Fungsi (sel {clash}): ")
    assert any(line.startswith(f"- {record}: ") and "Uraian" in line for line in found["MASIH DITANYAKAN"])
    sheet_text = cells(tmp_path / "balasan")
    for words in (record, cell, wrong, clash, "“kemarin” bukan tanggal", f"Balasan untuk {office}"):
        assert words in sheet_text
    assert not TECHNICAL.search(text)
    assert not TECHNICAL.search(sheet_text)


def test_before_anything_is_written_a_reply_does_not_say_that_it_is(reply, region: Path) -> None:
    book = exported(region, OURS)
    FilledSheet(book, "aplikasi").put("simpeg", "nama", "Baru")
    text = reply(book)
    assert "Belum ada yang dicatat" in text
    assert next(iter(parts(text))) == "DAPAT DICATAT"


def test_an_untouched_sheet_gets_a_reply_too(reply, region: Path) -> None:
    text = reply(exported(region, OURS))
    assert "Tidak ada yang berubah pada berkas ini." in text
    assert [*parts(text)] == ["MASIH DITANYAKAN"]


def test_a_reply_shows_what_the_edition_of_its_office_shows(reply, region: Path, tmp_path: Path) -> None:
    book = exported(region, OURS)
    FilledSheet(book, "aplikasi").put("simpeg", "infrastruktur+", "Server baru [baru]")
    text = reply(book, "--tulis")
    assert parts(text)["SUDAH DICATAT"][0].endswith(": Server inti [inti]; Server baru [baru]")
    assert yaml.safe_load((region / SIMPEG).read_text("utf-8"))["infrastruktur"] == ["inti", "rahasia", "baru"]
    assert "rahasia" not in text + cells(tmp_path / "balasan")
    FilledSheet(book, "aplikasi").put("simpeg", "infrastruktur+", None)
    FilledSheet(book, "aplikasi").put("simpeg", "infrastruktur", "Server baru [baru]")
    FilledSheet(book, "aplikasi").put("simpeg", "sejak", "kemarin")
    held_back = reply(book, code=1)
    assert [*parts(held_back)][:2] == ["DAPAT DICATAT", "BELUM DAPAT DITERIMA"]
    assert "rahasia" not in held_back + cells(tmp_path / "balasan")


def test_a_workbook_of_no_office_is_answered_in_public_words(reply, region: Path, tmp_path: Path) -> None:
    book = exported(region, Audience("internal"))
    FilledSheet(book, "infrastruktur").put("rahasia", "uraian", "Di lantai bawah.")
    FilledSheet(book, "aplikasi").put("simpeg", "kendala", "Cepat sekali.")
    cell = FilledSheet(book, "aplikasi").put("simpeg", "sejak", "kemarin")
    for words, code in (((), 1), (("--sebagian",), 1), (("--sebagian", "--tulis"), 1)):
        text = reply(book, *words, code=code)
        assert cell in text
        whole = text + cells(tmp_path / "balasan")
        assert "sekali" not in whole
        assert "Server rahasia" not in whole
        assert "lantai" not in whole


def test_replies_are_put_whole_and_over_nothing(spbe, region: Path, tmp_path: Path) -> None:
    book, folder = exported(region, OURS), tmp_path / "balasan"
    FilledSheet(book, "aplikasi").put("simpeg", "nama", "Baru")
    file = tmp_path / "kami.xlsx"
    file.write_bytes(saved(book))
    blocked = folder / "kami-balasan.xlsx"
    blocked.mkdir(parents=True)
    words = ("terima", file, "--tulis", "--balasan", folder, "--root", region)
    assert "sudah ada" in spbe(*words).stderr
    assert spbe(*words, "--timpa").exit_code == 1
    assert [*folder.iterdir()] == [blocked]
    assert (region / SIMPEG).read_text("utf-8") == TEXT
    blocked.rmdir()
    in_the_way = tmp_path / "berkas"
    in_the_way.write_text("isi", "utf-8")
    refused = spbe("terima", file, "--balasan", in_the_way / "b", "--root", region)
    assert (refused.exit_code, "tidak dapat dibuat" in refused.stderr) == (1, True)
    assert spbe(*words).exit_code == 0
    assert "Baru" in (folder / "kami-balasan.txt").read_text("utf-8")


def test_files_of_one_name_are_told_apart(spbe, region: Path, tmp_path: Path) -> None:
    files = [tmp_path / folder / "isian.xlsx" for folder in ("satu", "dua")]
    for file, nama in zip(files, ("Satu", "Dua"), strict=True):
        book = exported(region, OURS)
        FilledSheet(book, "aplikasi").put("simpeg", "nama", nama)
        file.parent.mkdir()
        file.write_bytes(saved(book))
    done = spbe("terima", *files, "--balasan", tmp_path / "b", "--tulis", "--root", region)
    assert done.stdout.count("bertentangan") == 2
    assert "Tidak ada yang ditulis. Dengan --sebagian" in done.stdout
    replies = sorted(one.name for one in (tmp_path / "b").glob("*.txt"))
    assert replies == ["isian-1-balasan.txt", "isian-2-balasan.txt"]
    for name in replies:
        assert len(parts((tmp_path / "b" / name).read_text("utf-8"))["MASIH DIPUTUSKAN"]) == 1


def test_a_file_that_cannot_be_read_is_answered(spbe, region: Path, tmp_path: Path) -> None:
    file = tmp_path / "kami.xlsx"
    file.write_bytes(b"bukan")
    assert spbe("terima", file, "--balasan", tmp_path / "b", "--root", region).exit_code == 1
    text = (tmp_path / "b/kami-balasan.txt").read_text("utf-8")
    assert [*parts(text)] == ["BELUM DAPAT DITERIMA"]
