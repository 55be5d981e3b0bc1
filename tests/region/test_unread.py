"""Unread is not absent: one file that cannot be read is one problem, however many records refer to it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from spbe.checks import open_region

OFFICE = "architecture/perangkat-daerah/diskominfo.yaml"


def rules(root: Path) -> list[tuple[str, str]]:
    """Rule and file of every problem."""
    return [(problem.rule, problem.file) for problem in open_region(root).problems]


def write(root: Path, place: str, content: str | bytes) -> None:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


BROKEN: dict[str, bytes] = {
    "syntax": b"id: diskominfo\nnama: Dinas: Komunikasi\n",
    "conflict": b"<<<<<<< HEAD\nid: diskominfo\n=======\nid: diskominfo\n>>>>>>> x\nnama: D\n",
    "encoding": "id: diskominfo\nnama: Café\n".encode("cp1252"),
    "sixteen bits": "id: diskominfo\nnama: D\n".encode("utf-16"),
    "empty": b"",
    "only a comment": b"# id: diskominfo\n",
    "too large": b"id: diskominfo\nnama: D\n" + b"# x\n" * 300_000,
    "too deep": b"id: diskominfo\ntag: " + b"[" * 100,
    "control character": b"id: diskominfo\nnama: D\x07\n",
    "tab": b"id: diskominfo\nnama: D\nlain:\n\ta: 1\n",
    "two documents": b"id: diskominfo\nnama: D\n---\nid: lain\nnama: L\n",
    "key twice": b"id: diskominfo\nnama: D\nnama: E\n",
    "tag": b"id: diskominfo\nnama: !!str D\n",
    "text": b"diskominfo\n",
    "no id": b"nama: Dinas\n",
    "id of another type": b"id: [diskominfo]\nnama: Dinas\n",
    "id in capitals": b"id: DISKOMINFO\nnama: Dinas\n",
    "id of another name": b"id: diskominf\nnama: Dinas\n",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_only_the_file_that_is_broken_is_told(minimal: Path, content: bytes) -> None:
    write(minimal, OFFICE, content)
    assert {file for _, file in rules(minimal)} == {OFFICE}


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


@pytest.mark.parametrize("spoil", [_folder, _circle], ids=["a folder", "a link to itself"])
def test_a_file_without_content_is_told_alone(minimal: Path, spoil: Callable[[Path], None]) -> None:
    spoil(minimal / OFFICE)
    assert rules(minimal) == [("berkas-tak-terbaca", OFFICE)]


def test_every_record_of_a_list_that_cannot_be_read_counts(minimal: Path) -> None:
    (minimal / OFFICE).unlink()
    write(minimal, "architecture/perangkat-daerah/semua.yaml", "- id: diskominfo\n  nama: D: K\n- id: bkpsdm\n")
    write(minimal, "architecture/aplikasi/uji.yaml", "id: uji\nnama: Uji\nperangkat_daerah: bkpsdm\n")
    assert rules(minimal) == [("yaml-tulisan", "architecture/perangkat-daerah/semua.yaml")]


def test_a_record_of_a_list_without_an_id_counts_by_its_name(minimal: Path) -> None:
    (minimal / OFFICE).unlink()
    write(minimal, "architecture/perangkat-daerah/semua.yaml", "- nama: Diskominfo\n- {id: lain, nama: Lain}\n")
    assert rules(minimal) == [("isian-wajib", "architecture/perangkat-daerah/semua.yaml")]


@pytest.mark.parametrize("end", ["nama: [", "nama: Pangkat\nmetode: sihir\n"], ids=["unread", "wrong"])
def test_former_ids_of_a_broken_record_count(minimal: Path, end: str) -> None:
    write(minimal, "architecture/layanan/kepegawaian.yaml", f"id: kepegawaian\ndahulu: [pangkat]\n{end}")
    write(minimal, "architecture/aplikasi/uji.yaml", "id: uji\nnama: Uji\nlayanan: [pangkat]\n")
    assert not {file for rule, file in rules(minimal) if rule == "rujukan-putus"}


def test_a_reference_to_what_no_file_holds_is_still_broken(minimal: Path) -> None:
    write(minimal, OFFICE, "id: diskominfo\nnama: [")
    write(minimal, "architecture/aplikasi/uji.yaml", "id: uji\nnama: Uji\nperangkat_daerah: diskominf\n")
    first, second = open_region(minimal).problems
    assert (first.rule, second.rule) == ("yaml-tulisan", "rujukan-putus")
    assert "Maksud Anda `diskominfo`?" in second.message


def test_what_lies_in_a_folder_of_a_wrong_name_counts(minimal: Path) -> None:
    (minimal / "architecture/perangkat-daerah").rename(minimal / "architecture/perangkat_daerah")
    assert rules(minimal) == [("folder-tak-dikenal", "architecture/perangkat_daerah")]


def test_what_lies_above_its_folder_counts(minimal: Path) -> None:
    (minimal / OFFICE).rename(minimal / "architecture/diskominfo.yaml")
    assert rules(minimal) == [("berkas-salah-tempat", "architecture/diskominfo.yaml")]


def test_what_lies_behind_a_link_that_is_not_followed_counts(minimal: Path, tmp_path: Path) -> None:
    (minimal / "architecture/perangkat-daerah").rename(tmp_path / "lain")
    (minimal / "architecture/perangkat-daerah").mkdir()
    (minimal / "architecture/perangkat-daerah/sub").symlink_to(tmp_path / "lain")
    assert rules(minimal) == [("tautan-keluar", "architecture/perangkat-daerah/sub")]


def test_links_in_pages_to_what_cannot_be_read_are_not_broken(minimal: Path) -> None:
    write(minimal, OFFICE, "id: diskominfo\nnama: [")
    write(minimal, "content/kisah.md", "[D](spbe:perangkat-daerah/diskominfo)\n")
    assert rules(minimal) == [("yaml-tulisan", OFFICE)]


HEAD = "indicators/2025/penilaian.yaml"


@pytest.mark.parametrize("text", ["tahun: 2025: x\n", "", "tahun: besok\ninstrumen: permenpanrb-59-2020\n"])
def test_an_assessment_whose_head_cannot_be_read_is_told_once(minimal: Path, text: str) -> None:
    write(minimal, HEAD, text)
    write(minimal, "indicators/2025/nilai.yaml", "I12: {akhir: 2}\n")
    write(minimal, "indicators/2026/penilaian.yaml", "tahun: 2026\ninstrumen: permenpanrb-59-2020\nkegiatan: mandiri\n")
    write(minimal, "indicators/2026/I11.yaml", "asal: [2025/I11]\n")
    assert {file for _, file in rules(minimal)} == {HEAD}


FINAL = "tahun: 2025\ninstrumen: permenpanrb-59-2020\npublikasi: {status: terbit}\nhasil_resmi: {indeks: 2.10}\n"


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("indicators/2025/nilai.yaml", "I1: {akhir: 2\n"),
        ("indicators/2025/nilai.yaml", "akhir: {I1: 2}\n"),
        ("indicators/2025/I2.yaml", "nilai: {akhir: 2"),
        ("indicators/2025/I2.yaml", "nilai: {akhir: dua}\n"),
    ],
)
def test_values_that_cannot_be_read_are_not_called_missing(minimal: Path, place: str, text: str) -> None:
    write(minimal, HEAD, FINAL)
    write(minimal, "indicators/2025/I12.yaml", "nilai: {akhir: 2}\n")
    write(minimal, place, text)
    assert [file for _, file in rules(minimal)] == [place]


OWN = "indicators/instrumen/uji.yaml"


@pytest.mark.parametrize("text", ["id: uji\nnama: [", "id: uji\nnama: Uji\n"], ids=["unread", "wrong"])
def test_an_instrument_that_cannot_be_used_is_told_alone(minimal: Path, text: str) -> None:
    write(minimal, OWN, text)
    write(minimal, "indicators/2026/penilaian.yaml", "tahun: 2026\ninstrumen: uji\n")
    write(minimal, "indicators/upaya.yaml", "langkah: [{indikator: [uji/I1], terkunci: ya}]\n")
    write(minimal, "architecture/peta-rencana/p.yaml", "id: p\nnama: P\nindikator: [uji/I1]\n")
    assert {file for _, file in rules(minimal)} == {OWN}


@pytest.mark.parametrize("text", ["kode: [", "kode: {RAA.01.01.01.09: Uji}\n"], ids=["unread", "wrong"])
def test_codes_are_not_judged_while_those_of_the_region_are_not_known(minimal: Path, text: str) -> None:
    write(minimal, "architecture/referensi.yaml", text)
    write(minimal, "architecture/aplikasi/uji.yaml", "id: uji\nnama: Uji\nreferensi: [RAA.01.01.99]\n")
    assert {file for _, file in rules(minimal)} == {"architecture/referensi.yaml"}


def test_a_name_that_is_no_utf8_holds_back_no_other_message(minimal: Path) -> None:
    with open(os.fsencode(minimal / "architecture/perangkat-daerah") + b"/caf\xe9.yaml", "wb") as stream:  # noqa: PTH123
        stream.write(b"id: [")
    assert [rule for rule, _ in rules(minimal)] == ["nama-berkas", "yaml-tulisan"]
