"""What ``spbe terima`` cannot decide comes out as a workbook to decide in, which it takes in turn."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from spbe.editions import Audience
from spbe.exchange.sheets.packing import unpacked
from support.decisions import DecisionFile
from support.returned_workbooks import FilledSheet, exported, saved

SIMPEG = "architecture/aplikasi/simpeg.yaml"
TEXT = "id: simpeg\nnama: Sistem Kepegawaian\nperangkat_daerah: diskominfo\nfungsi: Untuk pegawai.\nkendala: Lambat.\n"
WHOLE = Audience("internal")
OURS = Audience("opd", "diskominfo")


@pytest.fixture
def region(minimal: Path) -> Path:
    """Two offices, an application, and a server that only the administrators see."""
    (minimal / "architecture/perangkat-daerah/dinkes.yaml").write_text("id: dinkes\nnama: Dinas Kesehatan\n", "utf-8")
    (minimal / "architecture/infrastruktur").mkdir()
    (minimal / "architecture/infrastruktur/server.yaml").write_text(
        "- id: inti\n  nama: Server inti\n- id: rahasia\n  nama: Server rahasia\n  klasifikasi: tertutup\n", "utf-8"
    )
    (minimal / SIMPEG).write_text(TEXT, "utf-8")
    return minimal


@pytest.fixture
def terima(spbe, region: Path, tmp_path: Path) -> Callable[..., Any]:
    """Hand in files: of books by name, and others."""

    def run(*others: Path, code: int = 0, words: tuple[object, ...] = (), **books: bytes) -> Any:
        files = [tmp_path / f"{name}.xlsx" for name in books]
        for file, book in zip(files, books.values(), strict=True):
            file.write_bytes(book)
        told = spbe("terima", *files, *others, *words, "--edition", "internal", "--format", "json", "--root", region)
        assert told.exit_code == code, told.stdout + told.stderr
        return json.loads(told.stdout)

    return run


@pytest.fixture
def decisions(terima, tmp_path: Path) -> Callable[..., DecisionFile]:
    """Hand in books that clash, and open the workbook to decide in."""

    def run(**books: bytes) -> DecisionFile:
        file = tmp_path / "keputusan.xlsx"
        terima(words=("--keputusan", file), code=1, **books)
        return DecisionFile(file)

    return run


def filled(region: Path, audience: Audience = WHOLE, **values: Any) -> bytes:
    """The workbook with ``values`` in the row of an application, as it is saved."""
    book = exported(region, audience)
    for field, value in values.items():
        FilledSheet(book, "aplikasi").put("simpeg", field, value)
    return saved(book)


def said(region: Path, path: str = SIMPEG) -> Any:
    return yaml.safe_load((region / path).read_text("utf-8"))


def told(result: Any, name: str = "keputusan.xlsx") -> list[tuple[str, str]]:
    return [(row["cell"], row["outcome"]) for row in result["rows"] if row["file"] == name]


def test_a_question_says_where_it_is_and_what_was_is_and_may_be(decisions, region: Path) -> None:
    book = filled(region, nama="Satu")
    (region / SIMPEG).write_text(TEXT.replace("Sistem Kepegawaian", "Dua"), "utf-8")
    file = decisions(dinkes=book)
    [row] = file.asked
    assert row == {
        "nomor": 1,
        "perangkat_daerah": "Dinas Komunikasi dan Informatika",
        "catatan": "Aplikasi: Dua [simpeg]",
        "isian": "Nama",
        "sebab": "Isian ini juga diubah orang lain sejak berkas ini dibuat.",
        "pilih": None,
        "semula": "Sistem Kepegawaian",
        "sekarang": "Dua",
        "usulan/1": "Satu\n(dinkes.xlsx, Aplikasi!B3)",
    }
    assert file.offered(1) == ["Tetap seperti sekarang", "dinkes.xlsx: Satu"]


def test_decided_together_with_its_files_everything_is_written_at_once(terima, decisions, region: Path) -> None:
    books = {"a": filled(region, nama="Satu", fungsi="Tiga."), "b": filled(region, nama="Dua")}
    file = decisions(**books)
    cell = file.pick(1, "b.xlsx")
    done = terima(file.save(), words=("--tulis",), **books)
    assert (said(region)["nama"], said(region)["fungsi"]) == ("Dua", "Tiga.")
    assert told(done) == [(cell, "changed")]
    assert [one for one in told(done, "a.xlsx") if one[0].startswith("Aplikasi!B")] == [("Aplikasi!B3", "unchanged")]
    assert [one for one in told(done, "b.xlsx") if one[0].startswith("Aplikasi!B")] == [("Aplikasi!B3", "changed")]


def test_decided_alone_it_needs_no_other_file(terima, decisions, region: Path) -> None:
    books = {"a": filled(region, nama="Satu", fungsi="Tiga."), "b": filled(region, nama="Dua")}
    file = decisions(**books)
    terima(words=("--tulis", "--sebagian"), code=1, **books)
    assert (said(region)["nama"], said(region)["fungsi"]) == ("Sistem Kepegawaian", "Tiga.")
    file.pick(1, "a.xlsx")
    terima(file.save(), words=("--tulis",))
    assert (said(region)["nama"], said(region)["fungsi"]) == ("Satu", "Tiga.")
    assert told(terima(file.path, words=("--tulis",))) == [("Keputusan!F3", "unchanged")]


def test_to_keep_what_is_there_is_a_decision(terima, decisions, region: Path) -> None:
    books = {"a": filled(region, nama="Satu", fungsi="Tiga."), "b": filled(region, nama="Dua")}
    file = decisions(**books)
    file.pick(1, "Tetap")
    done = terima(file.save(), words=("--tulis",), **books)
    assert done["counts"]["conflict"] == 0
    assert (said(region)["nama"], said(region)["fungsi"]) == ("Sistem Kepegawaian", "Tiga.")


def test_an_empty_choice_stays_open_is_told_and_stands_in_the_way_of_no_other(
    terima, decisions, region: Path, tmp_path: Path
) -> None:
    file = decisions(a=filled(region, nama="Satu", fungsi="X"), b=filled(region, nama="Dua", fungsi="Y"))
    chosen = file.pick(2, "b.xlsx")
    again = tmp_path / "lagi.xlsx"
    done = terima(file.save(), words=("--tulis", "--keputusan", again))
    assert told(done) == [("Keputusan!F3", "open"), (chosen, "changed")]
    assert (said(region)["nama"], said(region)["fungsi"]) == ("Sistem Kepegawaian", "Y")
    assert [one["isian"] for one in DecisionFile(again).asked] == ["Nama"]


def test_a_decision_about_what_changed_since_is_asked_again(terima, decisions, region: Path, tmp_path: Path) -> None:
    file = decisions(a=filled(region, nama="Satu"), b=filled(region, nama="Dua"))
    cell = file.pick(1, "a.xlsx")
    (region / SIMPEG).write_text(TEXT.replace("Sistem Kepegawaian", "Tiga"), "utf-8")
    again = tmp_path / "lagi.xlsx"
    done = terima(file.save(), words=("--tulis", "--keputusan", again), code=1)
    assert told(done) == [(cell, "conflict")]
    assert said(region)["nama"] == "Tiga"
    second = DecisionFile(again)
    assert [one["sekarang"] for one in second.asked] == ["Tiga"]
    second.pick(1, "a.xlsx")
    terima(second.save(), words=("--tulis",))
    assert said(region)["nama"] == "Satu"


def test_a_decision_for_a_wrong_value_is_refused_with_that_of_its_sender(terima, decisions, region: Path) -> None:
    books = {"a": filled(region, sejak="kemarin"), "b": filled(region, sejak="2025")}
    file = decisions(**books)
    file.pick(1, "a.xlsx")
    done = terima(file.save(), words=("--tulis", "--sebagian"), code=1, **books)
    refused = [row["file"] for row in done["rows"] if row["outcome"] == "refused"]
    assert sorted(refused) == ["a.xlsx", "keputusan.xlsx"]
    assert "sejak" not in said(region)


def test_what_is_not_in_the_list_is_refused(terima, decisions, region: Path) -> None:
    file = decisions(a=filled(region, nama="Satu"), b=filled(region, nama="Dua"))
    file.page["F3"] = "Nama keempat"
    assert told(terima(file.save(), words=("--tulis",), code=1)) == [("Keputusan!F3", "refused")]


def test_sorting_does_no_harm_and_a_row_that_is_gone_decides_nothing(terima, decisions, region: Path) -> None:
    file = decisions(a=filled(region, nama="Satu", fungsi="X"), b=filled(region, nama="Dua", fungsi="Y"))
    file.pick(1, "a.xlsx")
    file.pick(2, "b.xlsx")
    rows = [[cell.value for cell in row] for row in file.page.iter_rows(min_row=3)]
    file.page.delete_rows(3, 2)
    for row in reversed(rows):
        file.page.append(row)
    assert terima(file.save())["counts"]["changed"] == 2
    file.page.delete_rows(3)
    terima(file.save(), words=("--tulis",))
    assert (said(region)["nama"], said(region)["fungsi"]) == ("Satu", "Untuk pegawai.")


def test_where_something_is_hidden_the_question_names_it_nowhere(terima, decisions, region: Path) -> None:
    (region / SIMPEG).write_text(TEXT + "infrastruktur: [rahasia]\n", "utf-8")
    file = decisions(kami=filled(region, OURS, infrastruktur="tidak ada"))
    [row] = file.asked
    assert (row["isian"], row["sekarang"]) == ("Infrastruktur", "(kosong)")
    whole = [cell.value for page in file.book for row in page.iter_rows() for cell in row]
    assert not [one for one in whole if "rahasia" in str(one).casefold() and "kami" not in str(one)]
    hidden = unpacked_text(file)
    assert "rahasia" not in hidden
    file.pick(1, "kami.xlsx")
    terima(file.save(), words=("--tulis",))
    assert said(region)["infrastruktur"] == "tidak ada"


def test_a_list_with_hidden_items_is_decided_without_them_and_keeps_them(terima, decisions, region: Path) -> None:
    (region / "architecture/infrastruktur/baru.yaml").write_text("id: baru\nnama: Server baru\n", "utf-8")
    (region / SIMPEG).write_text(TEXT + "infrastruktur: [rahasia]\n", "utf-8")
    books = {
        "a": filled(region, OURS, **{"infrastruktur+": "Server baru [baru]"}),
        "b": filled(region, OURS, infrastruktur="tidak ada"),
    }
    file = decisions(**books)
    assert file.asked[0]["usulan/1"].startswith("Server baru [baru]\n(a.xlsx, ")
    assert "rahasia" not in str(file.asked) + str(file.offered(1)) + unpacked_text(file)
    file.pick(1, "a.xlsx")
    file.save()
    told_of = [row["outcome"] for row in terima(file.path, **books)["rows"] if row["id"] == "simpeg"]
    assert told_of.count("conflict") == 0
    terima(file.path, words=("--tulis",))
    assert said(region)["infrastruktur"] == ["rahasia", "baru"]


def test_new_records_with_one_id_may_be_two(terima, decisions, region: Path) -> None:
    ours, theirs = exported(region, OURS), exported(region, WHOLE)
    FilledSheet(ours, "aplikasi").add(nama="Antrean", fungsi="A")
    FilledSheet(theirs, "aplikasi").add(nama="Antrean", fungsi="B", perangkat_daerah="dinkes")
    both = {"kami": saved(ours), "mereka": saved(theirs)}
    file = decisions(**both)
    assert [one["isian"] for one in file.asked] == ["seluruh catatan"]
    file.pick(1, "Semuanya")
    terima(file.save(), words=("--tulis",), **both)
    first, second = (said(region, f"architecture/aplikasi/{name}.yaml") for name in ("antrean", "antrean-2"))
    assert (first["perangkat_daerah"], first["fungsi"]) == ("diskominfo", "A")
    assert (second["id"], second["perangkat_daerah"], second["fungsi"]) == ("antrean-2", "dinkes", "B")


def test_a_record_that_is_gone_may_come_back_by_decision(terima, decisions, region: Path) -> None:
    book = filled(region, fungsi="Masih dipakai.")
    (region / SIMPEG).unlink()
    file = decisions(kami=book)
    file.pick(1, "kami.xlsx")
    terima(file.save(), words=("--tulis",))
    assert (said(region)["nama"], said(region)["fungsi"]) == ("Sistem Kepegawaian", "Masih dipakai.")


def test_a_row_taken_out_of_a_record_that_changed_is_a_question(terima, region: Path, tmp_path: Path) -> None:
    book = exported(region, WHOLE)
    FilledSheet(book, "aplikasi").reorder(lambda _rows: [])
    (region / SIMPEG).write_text(TEXT.replace("Untuk", "Bagi"), "utf-8")
    place = tmp_path / "keputusan.xlsx"
    terima(words=("--hapus", "--tulis", "--keputusan", place), code=1, kami=saved(book))
    assert (region / SIMPEG).exists()
    file = DecisionFile(place)
    file.pick(1, "kami.xlsx: hapus")
    terima(file.save(), words=("--tulis",))
    assert not (region / SIMPEG).exists()


def test_lists_of_references_merge_over_several_files(terima, region: Path) -> None:
    for name in ("satu", "dua"):
        (region / f"architecture/infrastruktur/{name}.yaml").write_text(f"id: {name}\nnama: Server {name}\n", "utf-8")
    (region / SIMPEG).write_text(TEXT + "infrastruktur: [inti]\n", "utf-8")
    a = filled(region, **{"infrastruktur+": "Server satu [satu]"})
    b = filled(region, infrastruktur="Server dua [dua]")
    terima(words=("--tulis",), a=a, b=b)
    assert sorted(said(region)["infrastruktur"]) == ["dua", "satu"]


def test_no_file_is_written_over(spbe, terima, region: Path, tmp_path: Path) -> None:
    books = {"a": filled(region, nama="Satu"), "b": filled(region, nama="Dua")}
    there = tmp_path / "keputusan.xlsx"
    there.write_bytes(b"isi")
    assert spbe("terima", tmp_path / "a.xlsx", "--keputusan", there, "--root", region).exit_code == 1
    terima(words=("--keputusan", there, "--timpa"), code=1, **books)
    assert len(DecisionFile(there).asked) == 1
    again = spbe("terima", tmp_path / "a.xlsx", "--keputusan", tmp_path / "a.xlsx", "--timpa", "--root", region)
    assert again.exit_code == 1
    within = spbe("terima", tmp_path / "a.xlsx", "--keputusan", region / "content/k.xlsx", "--root", region)
    assert within.exit_code == 1


def test_only_the_administrators_decide(spbe, decisions, region: Path) -> None:
    office = region / "architecture/perangkat-daerah/diskominfo.yaml"
    file = decisions(a=filled(region, nama="Satu"), b=filled(region, nama="Dua"))
    office.write_text(office.read_text("utf-8") + "akun_git: [kominfo]\n", "utf-8")
    file.pick(1, "a.xlsx")
    done = spbe("terima", file.save(), "--dari", "kominfo", "--tulis", "--format", "json", "--root", region)
    assert told(json.loads(done.stdout)) == [("Keputusan!F3", "refused")]
    assert said(region)["nama"] == "Sistem Kepegawaian"


def test_a_damaged_workbook_to_decide_in_is_refused_in_a_sentence(terima, decisions, region: Path) -> None:
    file = decisions(a=filled(region, nama="Satu"), b=filled(region, nama="Dua"))
    del file.book["spbe"]
    [row] = terima(file.save(), code=1)["rows"]
    assert (row["outcome"], "buat lagi" in row["reason"]) == ("refused", True)


def unpacked_text(file: DecisionFile) -> str:
    return json.dumps(unpacked(str(row[0].value) for row in file.book["spbe"].iter_rows(min_row=2)))
