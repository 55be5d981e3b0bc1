"""A zip from anywhere is read without trust: what it claims of itself is never believed, and nothing leaves it."""

from __future__ import annotations

import stat
import struct
import warnings
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.problems.usage import WrongUsageError
from spbe.region import Node
from spbe.sources import archive
from spbe.sources.archive import ArchiveSource
from spbe.sources.source import LeavesError

TODAY = date(2026, 6, 1)
APPS = "architecture/aplikasi"


@pytest.fixture
def made(minimal: Path, tmp_path: Path) -> Path:
    """A zip of the smallest region, in a folder of its own as hosts of repositories make it."""
    path = tmp_path / "wilayah.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as into:
        for file in sorted(minimal.rglob("*")):
            into.write(file, f"kabupaten-main/{file.relative_to(minimal).as_posix()}")
    return path


def add(path: Path, name: str, content: bytes | str, *, mode: int = stat.S_IFREG | 0o644, flags: int = 0) -> None:
    """Put one more file into the zip, whatever its name."""
    member = zipfile.ZipInfo("x")
    member.filename = name
    member.create_system = 3
    member.external_attr = mode << 16
    member.compress_type = zipfile.ZIP_DEFLATED
    with warnings.catch_warnings(), zipfile.ZipFile(path, "a") as into:
        warnings.simplefilter("ignore")  # a name may be there already
        into.writestr(member, content)
        member.flag_bits |= flags


def problems(path: Path) -> list[tuple[str, str]]:
    """Rule and file of every problem in the region that the zip holds."""
    return [(one.rule, one.file) for one in open_region(ArchiveSource(path), TODAY).problems]


def test_the_region_is_where_its_settings_are(made: Path) -> None:
    add(made, "kabupaten-main/tests/lain/mkdocs.yml", "site_name: lain\n")
    add(made, "__MACOSX/kabupaten-main/._x", "x")
    assert problems(made) == []


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: path.write_bytes(b"PK\3\4 dan seterusnya"), "bukan zip"),
        (lambda path: path.write_bytes(path.read_bytes()[:-40]), "bukan zip"),
        (lambda path: path.write_bytes(b""), "bukan zip"),
        (Path.unlink, "tidak ada"),
        (lambda path: (path.unlink(), path.mkdir()), "folder"),
        (lambda path: add(path, "../keluar.yaml", "x"), r"\.\./keluar.yaml.*ke luar"),
        (lambda path: add(path, "a/../../keluar.yaml", "x"), "ke luar"),
        (lambda path: add(path, "/etc/keluar.yaml", "x"), "ke luar"),
        (lambda path: add(path, "C:/keluar.yaml", "x"), "ke luar"),
        (lambda path: add(path, "a\\..\\keluar.yaml", "x"), "ke luar"),
        (lambda path: add(path, "a//b", "x"), "ke luar"),
        (lambda path: add(path, "kabupaten-main/mkdocs.yml", "x"), "lebih dari sekali"),
        (lambda path: add(path, "kabupaten-main/content/profil.yaml/x", "x"), "lebih dari sekali"),
        (lambda path: add(path, f"kabupaten-main/{APPS}", "x"), "lebih dari sekali"),
        (lambda path: add(path, "kabupaten-main/rahasia.yaml", "x", flags=1), "bersandi"),
        (lambda path: add(path, "a/" * 20_000 + "x", "x"), "terlalu panjang"),
        (lambda path: add(path, "kota-main/mkdocs.yml", "x"), "beberapa wilayah.*kabupaten-main/, kota-main/"),
    ],
)
def test_an_archive_that_cannot_be_used_is_refused(made: Path, spoil: Callable[[Path], object], words: str) -> None:
    spoil(made)
    with pytest.raises(WrongUsageError, match=words):
        ArchiveSource(made)


def test_an_archive_without_a_region_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as into:
        into.writestr("surat.txt", "x")
    with pytest.raises(WrongUsageError, match=r"mkdocs\.yml"):
        ArchiveSource(tmp_path / "x.zip")


def test_an_archive_of_too_many_files_is_refused(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MEMBERS", 3)
    with pytest.raises(WrongUsageError, match="lebih dari 3 berkas"):
        ArchiveSource(made)


def test_a_file_that_swells_is_told_as_too_large(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "TOTAL_BYTES", 15_000_000)  # so much is not even read of it
    add(made, f"kabupaten-main/{APPS}/bom.yaml", b"\n" * 50_000_000)
    opened = open_region(ArchiveSource(made), TODAY)
    assert [(one.rule, one.file) for one in opened.problems] == [("berkas-terlalu-besar", f"{APPS}/bom.yaml")]
    assert opened.state(Node("aplikasi", "bom")) == "unread"


def test_all_that_comes_out_is_counted(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "TOTAL_BYTES", 100)
    opened = open_region(ArchiveSource(made), TODAY)
    assert {one.rule for one in opened.problems} == {"berkas-tak-terbaca"}
    assert "terlalu besar" in opened.problems[0].message


@pytest.mark.parametrize("size", [0, 5, 4_000_000_000], ids=["none", "less", "more"])
def test_the_size_that_a_file_claims_is_not_believed(made: Path, size: int) -> None:
    name = f"kabupaten-main/{APPS}/dusta.yaml"
    add(made, name, b"id: dusta\nnama: Dusta\n")
    data = made.read_bytes()
    at = data.rindex(b"PK\1\2", 0, data.rindex(name.encode()))
    made.write_bytes(data[: at + 24] + struct.pack("<L", size) + data[at + 28 :])
    told = problems(made)
    assert {file for _rule, file in told} <= {f"{APPS}/dusta.yaml"}
    assert (told == []) == (size > 5)


def test_a_file_that_is_damaged_is_told_alone(made: Path) -> None:
    name = f"kabupaten-main/{APPS}/rusak.yaml"
    add(made, name, b"id: rusak\nnama: Rusak\n")
    data = bytearray(made.read_bytes())
    at = data.index(name.encode()) + len(name)
    data[at : at + 4] = b"\xff\xff\xff\xff"
    made.write_bytes(data)
    assert problems(made) == [("berkas-tak-terbaca", f"{APPS}/rusak.yaml")]


def test_links_in_an_archive_never_leave_it(made: Path) -> None:
    for name, target in (("a", "/etc/passwd"), ("b", "../../../luar.yaml"), ("c", "simpeg.yaml\0x"), ("d", "x" * 5000)):
        add(made, f"kabupaten-main/{APPS}/{name}.yaml", target, mode=stat.S_IFLNK | 0o777)
    add(made, f"kabupaten-main/{APPS}/pipa.yaml", "", mode=stat.S_IFIFO)
    assert problems(made) == [
        ("tautan-keluar", f"{APPS}/a.yaml"),
        ("tautan-keluar", f"{APPS}/b.yaml"),
        ("berkas-tak-terbaca", f"{APPS}/c.yaml"),
        ("berkas-tak-terbaca", f"{APPS}/d.yaml"),
        ("berkas-tak-terbaca", f"{APPS}/pipa.yaml"),
    ]
    with pytest.raises(LeavesError):
        ArchiveSource(made).read(f"{APPS}/a.yaml", 10)


def test_folders_without_files_and_hidden_ones_are_there(made: Path) -> None:
    add(made, "kabupaten-main/architecture/apliksi/", "", mode=stat.S_IFDIR | 0o755)
    assert problems(made) == [("folder-tak-dikenal", "architecture/apliksi")]
    assert ArchiveSource(made).status("architecture/apliksi").type == "folder"
