"""Names of files and folders go to every computer of a team, and stay apart there."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from spbe.checks import open_region


def told(root: Path) -> list[tuple[str, str]]:
    """Rule and file of every problem, but that nobody names the attachment."""
    found = [(problem.rule, problem.file) for problem in open_region(root).problems]
    return [one for one in found if one[0] != "lampiran-tak-dirujuk"]


def write(root: Path, place: str, text: str = "") -> None:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("name", ["con", "aux", "nul", "prn", "com1", "com9", "lpt1", "lpt9"])
def test_a_record_with_the_id_of_a_device_is_refused_once(minimal: Path, name: str) -> None:
    write(minimal, f"architecture/aplikasi/{name}.yaml", f"id: {name}\nnama: Uji\n")
    [problem] = open_region(minimal).problems
    assert (problem.rule, problem.line) == ("nama-berkas", 1)
    assert "Windows" in problem.message
    assert f"`{name}-1`" in problem.hint


@pytest.mark.parametrize("name", ["con-1", "console", "auxiliary", "com", "com10", "lpt"])
def test_names_that_only_begin_like_devices_are_fine(minimal: Path, name: str) -> None:
    write(minimal, f"architecture/aplikasi/{name}.yaml", f"id: {name}\nnama: Uji\n")
    assert told(minimal) == []


@pytest.mark.parametrize(
    "place",
    [
        "architecture/aplikasi/aux/uji.yaml",
        "architecture/aplikasi/dinas./uji.yaml",
        "architecture/aplikasi/dinas /uji.yaml",
        "architecture/aplikasi/a:b/uji.yaml",
        "architecture/aplikasi/NUL/uji.yaml",
    ],
)
def test_a_folder_that_windows_cannot_hold_is_refused(minimal: Path, place: str) -> None:
    write(minimal, place, "id: uji\nnama: Uji\n")
    assert told(minimal) == [("nama-berkas", place.rpartition("/")[0])]


@pytest.mark.parametrize(
    "name", ["con.pdf", "Aux.PDF", "sk?.pdf", "a|b.pdf", 'a"b.pdf', "a\\b.pdf", "COM1.tar.gz", "sk.pdf "]
)
def test_an_attachment_that_windows_cannot_hold_is_refused(minimal: Path, name: str) -> None:
    write(minimal, f"content/lampiran/{name}")
    assert told(minimal) == [("nama-berkas", f"content/lampiran/{name}")]


def test_a_folder_of_an_assessment_with_the_name_of_a_device_is_refused(minimal: Path) -> None:
    write(minimal, "indicators/nul/penilaian.yaml", "tahun: 2025\ninstrumen: permenpanrb-59-2020\nkegiatan: mandiri\n")
    assert told(minimal) == [("nama-berkas", "indicators/nul")]


def test_two_files_that_differ_by_case_alone_are_refused(minimal: Path) -> None:
    write(minimal, "indicators/2025/i11.yaml", "target: 3\n")
    rules = told(minimal)
    assert ("nama-kembar", "indicators/2025/i11.yaml") in rules
    [twin] = [problem for problem in open_region(minimal).problems if problem.rule == "nama-kembar"]
    assert twin.message.startswith("Nama `i11.yaml` dan `I11.yaml`")


def test_two_folders_that_differ_by_case_alone_are_refused(minimal: Path) -> None:
    write(minimal, "architecture/aplikasi/BKD/a.yaml", "id: a\nnama: A\n")
    write(minimal, "architecture/aplikasi/bkd/b.yaml", "id: b\nnama: B\n")
    assert told(minimal) == [("nama-kembar", "architecture/aplikasi/bkd")]


def test_two_files_that_differ_by_the_form_of_unicode_alone_are_refused(minimal: Path) -> None:
    for form in ("NFC", "NFD"):
        write(minimal, "content/lampiran/" + unicodedata.normalize(form, "café.pdf"))
    assert [rule for rule, _ in told(minimal)] == ["nama-kembar"]


def test_a_name_that_is_no_text_is_refused(minimal: Path) -> None:
    (minimal / "content/lampiran").mkdir(exist_ok=True)
    with open(os.fsencode(minimal / "content/lampiran") + b"/caf\xe9.pdf", "wb"):  # noqa: PTH123  (a path of bytes)
        pass
    assert told(minimal) == [("nama-berkas", "content/lampiran/caf\ufffd.pdf")]


def test_hidden_files_are_no_concern_of_ours(minimal: Path) -> None:
    write(minimal, "content/.con/aux.md")
    write(minimal, "content/.nul")
    assert told(minimal) == []


EVIDENCE = "indicators/bukti/sk.yaml"


@pytest.mark.parametrize(
    ("there", "written", "meant"),
    [
        ("SK/Perwali 12.pdf", "sk/perwali 12.PDF", "SK/Perwali 12.pdf"),
        ("perwali-12-2022.pdf", "perwali-12-2020.pdf", "perwali-12-2022.pdf"),
    ],
)
def test_the_attachment_that_was_meant_is_proposed(minimal: Path, there: str, written: str, meant: str) -> None:
    write(minimal, f"content/lampiran/{there}", "x")
    write(minimal, EVIDENCE, f"id: sk\nnama: SK\nberkas: {written}\n")
    [problem] = [one for one in open_region(minimal).problems if one.rule.startswith("lampiran-tak-ada")]
    assert f"Maksud Anda `{meant}" in problem.message


@pytest.mark.parametrize("written", [r"SK\perwali.pdf", r"content\lampiran\SK\perwali.pdf"])
def test_a_path_with_backslashes_is_proposed_with_slashes(minimal: Path, written: str) -> None:
    write(minimal, EVIDENCE, f"id: sk\nnama: SK\nberkas: {written}\n")
    [problem] = open_region(minimal).problems
    assert (problem.rule, "Maksud Anda `SK/perwali.pdf`?" in problem.message) == ("nilai-berkas", True)


@pytest.mark.parametrize("written", [r"C:\SK\perwali.pdf", r"..\perwali.pdf"])
def test_a_path_that_leads_elsewhere_is_not_proposed(minimal: Path, written: str) -> None:
    write(minimal, EVIDENCE, f"id: sk\nnama: SK\nberkas: {written}\n")
    assert "Maksud" not in open_region(minimal).problems[0].message
