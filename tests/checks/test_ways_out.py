"""What a message proposes can be followed: it names what is there, and what is written so is understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.engines.preflight import preflight
from spbe.problems import Problem

OFFICE = "architecture/perangkat-daerah/dispenduk.yaml"
SERVICE = "architecture/layanan/ktp.yaml"
APP = "architecture/aplikasi/uji.yaml"
EVIDENCE = "indicators/bukti/uji.yaml"
HEAD = "indicators/2024/penilaian.yaml"
VALUES = "indicators/2024/nilai.yaml"
ANSWER = "indicators/2024/I1.yaml"
ASSESSMENT = "tahun: 2024\ninstrumen: permenpanrb-59-2020\n"
OFFICE_TEXT = "id: dispenduk\nnama: Dinas Kependudukan dan Pencatatan Sipil\nsingkatan: Dukcapil\n"

WAYS: dict[str, tuple[dict[str, str], str, str]] = {
    "a level without its stage": (
        {HEAD: ASSESSMENT, VALUES: "I1: 3\nI2: 3\n"},
        "catatan-bukan-pemetaan",
        "`I1: {mandiri: 3}`",
    ),
    "values as a list": ({HEAD: ASSESSMENT, VALUES: "- I1: 3\n"}, "catatan-bukan-pemetaan", "`I1: {mandiri: 3}`"),
    "a level in an answer": (
        {HEAD: ASSESSMENT, ANSWER: "nilai: 3\n"},
        "catatan-bukan-pemetaan",
        "`nilai: {mandiri: 3}`",
    ),
    "a word for its part": (
        {HEAD: f"{ASSESSMENT}publikasi: terbit\n"},
        "catatan-bukan-pemetaan",
        "`publikasi: {status: terbit}`",
    ),
    "a decimal comma in braces": (
        {HEAD: f"{ASSESSMENT}hasil_resmi: {{indeks: 2,56, predikat: Cukup}}\n"},
        "kunci-tak-dikenal",
        "`2.56`",
    ),
    "ids in one text": ({APP: "id: uji\nnama: Uji\nlayanan: ktp, kk\n"}, "nilai-id", "`[ktp, kk]`"),
    "ids where one is asked": ({APP: "id: uji\nnama: Uji\nperangkat_daerah: satu, dua\n"}, "nilai-id", "`satu-dua`"),
    "a name for an id": (
        {
            OFFICE: OFFICE_TEXT,
            SERVICE: "id: ktp\nnama: KTP\nperangkat_daerah: Dinas kependudukan dan pencatatan sipil\n",
        },
        "rujukan-nama",
        "`dispenduk`",
    ),
    "a short name for an id": (
        {OFFICE: OFFICE_TEXT, SERVICE: "id: ktp\nnama: KTP\nperangkat_daerah: dukcapil\n"},
        "rujukan-putus",
        "Maksud Anda `dispenduk`?",
    ),
    "a no-break space before a key": (
        {"indicators/tim.yaml": "koordinasi:\n\u00a0\u00a0nama: Tim\n"},
        "yaml-tulisan",
        "U+00A0",
    ),
    "six figures for a year": ({HEAD: ASSESSMENT.replace("2024", "20244")}, "nilai-tahun", "`20244` bukan tahun. →"),
    "a sign before a number": ({HEAD: f"{ASSESSMENT}target_indeks: -2\n"}, "nilai-bilangan", "nol atau lebih"),
    "the head in capitals": (
        {"indicators/2024/Penilaian.yml": ASSESSMENT, ANSWER: "nilai: {mandiri: 3}\n"},
        "berkas-ejaan",
        "`penilaian.yaml`",
    ),
    "a picture among records": (
        {"architecture/layanan/foto.jpg": "x"},
        "berkas-bukan-yaml",
        "taruh di content/lampiran/",
    ),
    "what Windows leaves": ({"architecture/layanan/Thumbs.db": "x"}, "berkas-bukan-yaml", "hapus"),
    "an attachment in a folder": (
        {EVIDENCE: "id: uji\nnama: Uji\nberkas: sk.PDF\n", "content/lampiran/2024/sk.pdf": "x"},
        "lampiran-tak-ada",
        "`2024/sk.pdf`",
    ),
    "an attachment with its folder twice": (
        {EVIDENCE: "id: uji\nnama: Uji\nberkas: lampiran/sk%20tim.pdf\n", "content/lampiran/sk tim.pdf": "x"},
        "lampiran-tak-ada",
        "`sk tim.pdf`",
    ),
}


@pytest.mark.parametrize("name", ["Indicators", "indicator", "indikator", "Indikator", "indicatros"])
def test_a_folder_of_data_by_another_name_is_told_once(minimal: Path, name: str) -> None:
    (minimal / "indicators").rename(minimal / name)
    [problem] = found(minimal, {})
    assert (problem.rule, problem.file) == ("folder-tak-dikenal", name)
    assert "Maksud Anda `indicators`?" in problem.message


@pytest.mark.parametrize("name", ["docs", "contoh", "tools", "arch", "indeks", "konteks"])
def test_other_folders_beside_the_data_are_nobodys_business(minimal: Path, name: str) -> None:
    assert found(minimal, {f"{name}/a.yaml": "a: b\n", "content/arsip/indikator.md": "# A\n"}) == []


@pytest.mark.parametrize("written", ["“Dinas Uji”", "‘Dinas Uji’", "«Dinas Uji»", "„Dinas Uji“", "”Dinas Uji”"])
def test_bent_quotes_around_a_value_are_told(minimal: Path, written: str) -> None:
    [problem] = found(minimal, {APP: f"id: uji\nnama: {written}\n"})
    assert (problem.rule, problem.line, problem.column) == ("petik-melengkung", 2, 7)


@pytest.mark.parametrize("written", ["Sistem “Uji”", "“Satu” dan “Dua”", "Jum’at", "“Uji” Coba"])
def test_bent_quotes_within_a_value_are_fine(minimal: Path, written: str) -> None:
    assert found(minimal, {APP: f"id: uji\nnama: {written}\n"}) == []


def test_where_there_is_no_region_its_settings_are_not_missed(tmp_path: Path) -> None:
    assert [one.rule for one in preflight(open_region(tmp_path)).problems] == ["wilayah-kosong"]
    assert [one.rule for one in preflight(open_region(tmp_path / "x")).problems] == ["wilayah-tak-ada"]


def found(root: Path, files: dict[str, str]) -> list[Problem]:
    """What is wrong in ``root`` with ``files``, but for information."""
    for place, text in files.items():
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return [problem for problem in open_region(root).problems if problem.severity != "info"]


@pytest.mark.parametrize(("files", "rule", "words"), WAYS.values(), ids=WAYS)
def test_the_way_out_is_the_right_one(minimal: Path, files: dict[str, str], rule: str, words: str) -> None:
    problems = found(minimal, files)
    assert {problem.rule for problem in problems} == {rule}
    assert words in f"{problems[0].message} → {problems[0].hint}"


@pytest.mark.parametrize("name", ["profil.yml", "Profil.yaml", "PROFIL.YML", "profil.yaml.txt"])
def test_a_profile_of_another_spelling_is_named(minimal: Path, name: str) -> None:
    (minimal / "content/profil.yaml").unlink()
    [problem] = found(minimal, {f"content/{name}": "nama: Kabupaten Uji\n"})
    assert problem.rule == "profil-tak-ada"
    assert f"`{name}`" in problem.message


def test_the_same_slip_in_every_line_of_values_has_the_same_words(minimal: Path) -> None:
    problems = found(minimal, {HEAD: ASSESSMENT, VALUES: "".join(f"I{number}: 2\n" for number in range(1, 48))})
    assert len({(problem.message, problem.hint) for problem in problems}) == 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_of_windows_is_told_once(minimal: Path, encoding: str) -> None:
    (minimal / "content/profil.yaml").write_bytes("nama: Kabupaten Uji\n".encode(encoding))
    assert [problem.rule for problem in found(minimal, {})] == ["yaml-utf8"]
