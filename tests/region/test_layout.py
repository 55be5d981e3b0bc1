"""Which files are read, and that nothing that looks like data is passed over in silence."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.region import read_region
from spbe.region.layout import find_files

HEAD = "id: uji\nnama: Uji\n"


def told(root: Path) -> list[tuple[str, str]]:
    """Rule and file of every problem of the region at ``root``."""
    return [(problem.rule, problem.file) for problem in open_region(root).problems]


def listed(root: Path) -> list[tuple[str, str]]:
    """Rule and file of every problem that the listing of the files alone finds."""
    return [(problem.rule, problem.file) for problem in find_files(root).problems]


def test_a_missing_folder_is_one_problem(tmp_path: Path) -> None:
    missing = tmp_path / "tidak-ada"
    assert told(missing) == [("wilayah-tak-ada", str(missing))]


def test_a_file_in_the_place_of_the_folder_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "wilayah"
    path.write_text("bukan folder")
    assert told(path) == [("wilayah-tak-ada", str(path))]


def test_an_empty_folder_is_one_problem(tmp_path: Path) -> None:
    assert told(tmp_path) == [("wilayah-kosong", ".")]


def test_a_folder_full_of_other_things_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "foto").mkdir()
    (tmp_path / "foto" / "a.yaml").write_text("x: [")
    (tmp_path / "catatan.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "content").write_text("a file, not a folder")
    assert told(tmp_path) == [("wilayah-kosong", ".")]


def test_a_region_with_problems_of_its_folder_is_not_sound(tmp_path: Path) -> None:
    assert not open_region(tmp_path).sound
    assert not open_region(tmp_path / "tidak-ada").sound


def test_a_region_without_a_profile_is_told_where_to_write_it(minimal: Path) -> None:
    (minimal / "content" / "profil.yaml").rename(minimal / "content" / "profil.yml")
    assert told(minimal) == [("profil-tak-ada", "content/profil.yaml")]


def test_one_of_the_three_folders_is_enough_to_look_further(minimal: Path) -> None:
    shutil.rmtree(minimal / "indicators")
    shutil.rmtree(minimal / "architecture")
    assert told(minimal) == []


def test_a_folder_named_like_a_file_is_reported(minimal: Path) -> None:
    (minimal / "architecture" / "aplikasi" / "x.yaml").mkdir()
    assert told(minimal) == [("berkas-tak-terbaca", "architecture/aplikasi/x.yaml")]


def test_a_profile_that_is_a_folder_is_reported(minimal: Path) -> None:
    (minimal / "content" / "profil.yaml").unlink()
    (minimal / "content" / "profil.yaml").mkdir()
    assert told(minimal) == [("berkas-tak-terbaca", "content/profil.yaml")]


def test_a_link_to_nothing_is_reported(minimal: Path) -> None:
    (minimal / "architecture" / "aplikasi" / "lama.yaml").symlink_to("hilang.yaml")
    (minimal / "indicators" / "tim.yaml").symlink_to("tim.yaml")
    assert told(minimal) == [
        ("berkas-tak-terbaca", "architecture/aplikasi/lama.yaml"),
        ("berkas-tak-terbaca", "indicators/tim.yaml"),
    ]


def test_a_link_to_a_file_in_the_same_main_folder_is_read(minimal: Path) -> None:
    (minimal / "architecture" / "aplikasi" / "uji.yaml").symlink_to("simpeg.yaml")
    assert told(minimal) == [
        ("id-beda-berkas", "architecture/aplikasi/uji.yaml"),
        ("id-ganda", "architecture/aplikasi/uji.yaml"),
    ]


PLACES = [
    "architecture/aplikasi/x.yaml",
    "architecture/aplikasi/dalam/lagi/x.yaml",
    "architecture/x.yaml",
    "architecture/x",
    "indicators/tim.yaml",
    "indicators/akar",
    "indicators/2025/I12.yaml",
    "indicators/bukti/x",
    "content/x.md",
    "content/x",
    "content/gambar.png",
    "content/dalam/x.md",
    "content/lampiran/env.txt",
    "content/lampiran/dalam/semua",
    "site_templates/overrides/x.html",
    "site_templates/x",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("target", ["/", "/proc/self/environ", "/dev/zero", "../" * 9, "/tidak/ada", "OUTSIDE"])
def test_a_link_that_leaves_is_refused_everywhere_and_not_followed(minimal: Path, place: str, target: str) -> None:
    link = minimal / place
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(minimal.parent if target == "OUTSIDE" else target)
    assert listed(minimal) == [("tautan-keluar", place)]


@pytest.mark.parametrize("name", ["content", "indicators", "architecture", "site_templates"])
def test_a_main_folder_that_is_a_link_is_refused(minimal: Path, tmp_path: Path, name: str) -> None:
    if (minimal / name).exists():
        (minimal / name).rename(tmp_path / "lain")
    (minimal / name).symlink_to(tmp_path / "lain" if (tmp_path / "lain").exists() else "/")
    assert ("tautan-keluar", name) in listed(minimal)


def test_a_profile_that_links_out_of_the_region_is_refused(minimal: Path, tmp_path: Path) -> None:
    (minimal / "content" / "profil.yaml").rename(tmp_path / "profil.yaml")
    (minimal / "content" / "profil.yaml").symlink_to(tmp_path / "profil.yaml")
    assert listed(minimal) == [("tautan-keluar", "content/profil.yaml")]


@pytest.mark.parametrize("target", ["../../architecture/aplikasi/simpeg.yaml", "../profil.yaml", "../../.git/config"])
def test_an_attachment_is_no_way_to_data_or_to_hidden_places(minimal: Path, target: str) -> None:
    (minimal / ".git").mkdir()
    (minimal / ".git" / "config").write_text("[remote]")
    (minimal / "content" / "lampiran").mkdir()
    (minimal / "content" / "lampiran" / "x.txt").symlink_to(target)
    assert listed(minimal) == [("tautan-keluar", "content/lampiran/x.txt")]


def test_links_to_folders_are_not_followed_and_not_passed_over(minimal: Path) -> None:
    (minimal / "architecture" / "aplikasi" / "putar").symlink_to("..")
    (minimal / "content" / "putar").symlink_to(".")
    (minimal / "content" / "lampiran").mkdir()
    (minimal / "content" / "lampiran" / "putar").symlink_to("../lampiran")
    assert sorted(listed(minimal)) == [
        ("berkas-tak-terbaca", "architecture/aplikasi/putar"),
        ("berkas-tak-terbaca", "content/lampiran/putar"),
        ("berkas-tak-terbaca", "content/putar"),
    ]


def bound(path: Path) -> None:
    """Make a socket."""
    os.mknod(path, stat.S_IFSOCK | 0o600)


@pytest.mark.parametrize("place", ["architecture/aplikasi/x.yaml", "content/x.md", "content/lampiran/x", "content/x"])
@pytest.mark.parametrize("make", [os.mkfifo, bound])
def test_what_would_never_end_is_not_read(minimal: Path, place: str, make: Callable[[Path], None]) -> None:
    (minimal / place).parent.mkdir(exist_ok=True)
    make(minimal / place)
    assert told(minimal) == [("berkas-tak-terbaca", place)]


def test_reasons_are_in_indonesian(minimal: Path) -> None:
    folder = minimal / "architecture" / "aplikasi"
    (folder / "a.yaml").mkdir()
    (folder / "b.yaml").symlink_to("hilang")
    (folder / "c.yaml").symlink_to("c.yaml")
    os.mkfifo(folder / "d.yaml")
    assert [problem.message for problem in open_region(minimal).problems] == [
        "Berkas ini tidak dapat dibaca: ini folder, bukan berkas.",
        "Berkas ini tidak dapat dibaca: tautannya menunjuk ke berkas yang tidak ada.",
        "Berkas ini tidak dapat dibaca: tautannya berputar.",
        "Berkas ini tidak dapat dibaca: ini bukan berkas biasa.",
    ]


def test_folders_that_all_lie_elsewhere_are_told_as_links(minimal: Path) -> None:
    for name in ("architecture", "content", "indicators"):
        (minimal / name).rename(minimal.parent / name)
        (minimal / name).symlink_to(minimal.parent / name)
    told = [(problem.rule, problem.file) for problem in find_files(minimal).problems]
    assert [("tautan-keluar", name) for name in ("architecture", "content", "indicators")] == sorted(
        one for one in told if one[0] == "tautan-keluar"
    )
    assert "wilayah-kosong" not in dict(told)


OPEN = """
import os, sys
from pathlib import Path
from spbe.checks import open_region
root = Path(sys.argv[1])
open_region(root)  # everything is loaded while that is allowed
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
for problem in open_region(root).problems:
    print(problem.rule, problem.file)
"""


def told_to_nobody(root: Path) -> list[tuple[str, str]]:
    """Rule and file of every problem, as a user without special rights sees them."""
    command = [sys.executable, "-c", OPEN, str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [(rule, file) for rule, file in (line.split(" ", 1) for line in done.stdout.splitlines())]


@pytest.fixture
def readable(minimal: Path) -> Path:
    """The smallest region at a place that every user can reach."""
    folder = minimal
    while folder != folder.parent:
        if folder.stat().st_uid == os.geteuid() and not folder.stat().st_mode & 0o005:
            folder.chmod(folder.stat().st_mode | 0o005)
        folder = folder.parent
    return minimal


def test_an_unreadable_file_is_reported(readable: Path) -> None:
    (readable / "architecture" / "aplikasi" / "simpeg.yaml").chmod(0)
    assert told_to_nobody(readable) == [("berkas-tak-terbaca", "architecture/aplikasi/simpeg.yaml")]


@pytest.mark.parametrize("mode", [0o000, 0o444, 0o111])
def test_an_unreadable_folder_is_reported(readable: Path, mode: int) -> None:
    """Neither listed nor entered; listed but not entered; entered but not listed."""
    folder = readable / "architecture" / "aplikasi"
    folder.chmod(mode)
    try:
        problems = told_to_nobody(readable)
    finally:
        folder.chmod(0o755)
    assert [rule for rule, _ in problems] == ["berkas-tak-terbaca"]
    assert problems[0][1].startswith("architecture/aplikasi")


@pytest.mark.parametrize("name", ["architecture", "indicators", "content"])
@pytest.mark.parametrize("mode", [0o000, 0o444])
def test_an_unreadable_main_folder_is_reported_without_a_crash(readable: Path, name: str, mode: int) -> None:
    (readable / name).chmod(mode)
    try:
        problems = told_to_nobody(readable)
    finally:
        (readable / name).chmod(0o755)
    told = {rule for rule, file in problems if file.split("/")[0] == name}
    assert told & {"berkas-tak-terbaca", "profil-tak-ada"}


@pytest.mark.parametrize(
    "name", ["README.md", "readme.txt", ".gitkeep", "LICENSE", "CODEOWNERS", ".git/config", ".idea/x.yaml"]
)
@pytest.mark.parametrize("folder", ["architecture", "architecture/aplikasi", "indicators", "indicators/2025"])
def test_what_belongs_to_a_repository_is_passed_over(minimal: Path, folder: str, name: str) -> None:
    path = minimal / folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("apa saja: [")
    assert told(minimal) == []


def test_an_unknown_folder_gets_a_suggestion(minimal: Path) -> None:
    (minimal / "architecture" / "infrastuktur").mkdir()
    problem = open_region(minimal).problems[0]
    assert (problem.rule, problem.file) == ("folder-tak-dikenal", "architecture/infrastuktur")
    assert "Maksud Anda `infrastruktur`?" in problem.message


def test_a_file_saved_as_text_is_told(minimal: Path) -> None:
    (minimal / "architecture" / "aplikasi" / "uji.yaml.txt").write_text(HEAD)
    (minimal / "architecture" / "aplikasi" / "UJI.YAML").write_text(HEAD)
    (minimal / "architecture" / "uji.txt").write_text(HEAD)
    assert told(minimal) == [
        ("berkas-akhiran", "architecture/aplikasi/UJI.YAML"),
        ("berkas-akhiran", "architecture/aplikasi/uji.yaml.txt"),
        ("berkas-bukan-yaml", "architecture/uji.txt"),
    ]


def test_both_endings_of_yaml_are_read(minimal: Path) -> None:
    (minimal / "architecture" / "aplikasi" / "uji.yml").write_text(HEAD)
    folder = minimal / "indicators" / "2025"
    (folder / "penilaian.yaml").rename(folder / "penilaian.yml")
    (folder / "nilai.yml").write_text("I12: {akhir: 3}\n")
    assert told(minimal) == []
    region = open_region(minimal).region
    assert "uji" in region.records["aplikasi"]
    assert set(region.assessments["2025"].values) == {"mandiri", "akhir"}


def test_names_that_are_no_utf8_can_be_told(minimal: Path) -> None:
    path = os.fsencode(minimal / "architecture" / "aplikasi") + b"/caf\xe9.yaml"
    with open(path, "w") as stream:  # noqa: PTH123  (a path of bytes)
        stream.write("id: uji\nnama: Uji\n")
    problems = open_region(minimal).problems
    assert [problem.rule for problem in problems] == ["nama-berkas", "id-beda-berkas"]
    "".join(problem.file + problem.message for problem in problems).encode("utf-8")


def test_an_assessment_without_files_is_nothing(minimal: Path) -> None:
    (minimal / "indicators" / "2026").mkdir()
    (minimal / "indicators" / "2026" / ".gitkeep").touch()
    assert told(minimal) == []
    assert list(open_region(minimal).region.assessments) == ["2025"]


def test_reading_order_does_not_depend_on_the_file_system(minimal: Path) -> None:
    folder = minimal / "architecture" / "aplikasi"
    for name in ("z", "a", "m"):
        (folder / f"{name}.yaml").write_text(f"id: {name}\nnama: Uji\n")
    files = [entry.file for entry in read_region(minimal).of_kind("aplikasi")]
    assert files == sorted(files)
    assert len(files) == 4


@pytest.mark.parametrize("name", ["opd.csv", "opd.xlsx", "opd.json", "opd.docx"])
def test_the_way_out_for_a_table_is_not_another_ending(minimal: Path, name: str) -> None:
    (minimal / "architecture/aplikasi" / name).write_bytes(b"x")
    [problem] = open_region(minimal).problems
    assert "akhiran" not in problem.hint
    assert "`spbe new`" in problem.hint


@pytest.mark.parametrize("name", ["diskominfo.yaml.txt", "diskominfo.YAML", "diskominfo.Yml.TXT"])
def test_references_to_a_record_of_a_wrong_ending_are_not_broken(minimal: Path, name: str) -> None:
    folder = minimal / "architecture/perangkat-daerah"
    (folder / "diskominfo.yaml").rename(folder / name)
    assert told(minimal) == [("berkas-akhiran", f"architecture/perangkat-daerah/{name}")]


def test_an_assessment_whose_head_has_a_wrong_ending_is_told_once(minimal: Path) -> None:
    folder = minimal / "indicators/2025"
    (folder / "penilaian.yaml").rename(folder / "penilaian.yaml.txt")
    assert told(minimal) == [("berkas-akhiran", "indicators/2025/penilaian.yaml.txt")]
