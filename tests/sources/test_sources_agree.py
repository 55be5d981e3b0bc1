"""A region is the same from its folder, from a commit, from an archive, and as a change that nobody has written."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from spbe.checks import Opened, open_region
from spbe.problems import Problem
from spbe.sources.archive import ArchiveSource
from spbe.sources.folder import FolderSource
from spbe.sources.laid_over import LaidOver
from spbe.sources.revision import revision_source
from spbe.sources.source import Source
from spbe.sources.symlinks import follow
from spbe.yamlio import DocumentReader
from support.regions import REGIONS, copy_region
from support.repositories import Kept, repository

TODAY = date(2026, 6, 1)
RECORD = "architecture/aplikasi/uji.yaml"


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def archived(kept: Kept, top: str = "") -> ArchiveSource:
    """The last commit as hosts of repositories give it away, in a folder ``top/`` of its own."""
    made = kept.root.with_suffix(".zip")
    prefix = [f"--prefix={top}/"] if top else []
    kept.git("archive", "--format=zip", *prefix, "-o", str(made), "HEAD")
    return ArchiveSource(made)


def all_new(root: Path, empty: Path) -> LaidOver:
    """Every file below ``root`` as a change laid over nothing."""
    empty.mkdir()
    files = (path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts)
    return LaidOver(FolderSource(empty), {path.relative_to(root).as_posix(): path.read_bytes() for path in files})


def told(opened: Opened) -> tuple[object, ...]:
    """All that is known of a region, but where it lies."""
    return (
        opened.region,
        opened.entries.all,
        [entry.place for entry in opened.entries],
        opened.entries.unread,
        opened.content,
        opened.limits,
        [_placeless(one, opened.root) for one in opened.problems],
    )


def _placeless(problem: Problem, root: Path) -> Problem:
    assert str(root) not in problem.message
    return replace(problem, hint=problem.hint.replace(str(root), "…"))


@pytest.mark.parametrize("name", sorted(REGIONS))
def test_a_region_is_the_same_from_every_source(name: str, tmp_path: Path) -> None:
    """What was read once is known by its content, so that whatever differs would be read anew, and be seen."""
    origin = repository(copy_region(REGIONS[name], tmp_path / "asal"))
    origin.git("clone", "--quiet", "--no-local", str(origin.root), str(tmp_path / "wilayah"))
    kept = Kept(tmp_path / "wilayah")
    reader = DocumentReader()
    opened = open_region(kept.root, TODAY, reader)
    sources: list[Source] = [
        revision_source(kept.root, "HEAD"),
        archived(kept, "kabupaten-main"),
        all_new(kept.root, tmp_path / "kosong"),
    ]
    known = {id(entry.record) for entry in opened.entries}
    for source in sources:
        other = open_region(source, TODAY, reader)
        assert told(other) == told(opened)
        assert {id(entry.record) for entry in other.entries} == known, "each equal content is validated once"


def test_the_date_of_a_revision_is_that_of_its_newest_commit(minimal: Path) -> None:
    kept = repository(minimal)
    kept.write(RECORD, "id: uji\nnama: Uji\n")
    kept.commit("2026-02-03")
    kept.git("commit", "--quiet", "--allow-empty", "-m", "lain", when=kept.noon("2026-03-04"))
    assert open_region(revision_source(minimal, "HEAD")).region.date == open_region(minimal).region.date
    assert open_region(revision_source(minimal, "HEAD")).region.date == date(2026, 2, 3)
    assert open_region(revision_source(minimal, "HEAD~2")).region.date == date(2026, 1, 5)
    assert open_region(LaidOver(FolderSource(minimal), {RECORD: b"id: uji\n"})).region.date == date(2026, 2, 3)


def test_an_archive_is_dated_by_the_newest_file_of_its_data(minimal: Path) -> None:
    kept = repository(minimal)
    assert open_region(archived(kept)).region.date == date(2026, 1, 5)


def write(root: Path, place: str, content: str | bytes) -> None:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def link(place: str, target: str) -> Callable[[Path], None]:
    """Makes a link at ``place`` in place of what stands there."""

    def make(root: Path) -> None:
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        path.symlink_to(target)

    return make


def file(place: str, content: str | bytes) -> Callable[[Path], None]:
    return lambda root: write(root, place, content)


def latin(root: Path) -> None:
    with open(os.fsencode(root / "architecture/aplikasi") + b"/caf\xe9.yaml", "wb") as stream:  # noqa: PTH123
        stream.write(b"id: [")


def executable(root: Path) -> None:
    write(root, RECORD, "id: uji\nnama: Uji\n")
    (root / RECORD).chmod(0o755)


def no_data(root: Path) -> None:
    for name in ("content", "architecture", "indicators"):
        shutil.rmtree(root / name)


ODD: dict[str, Callable[[Path], None]] = {
    "a link out of the region": link(RECORD, "../../../rahasia.yaml"),
    "a link to the system": link(RECORD, "/etc/passwd"),
    "a link to another folder of data": link(RECORD, "../../indicators/2025/I12.yaml"),
    "a link to a record": link(RECORD, "../perangkat-daerah/diskominfo.yaml"),
    "a link to a folder": link("architecture/aplikasi/sub", "../perangkat-daerah"),
    "a folder of records that is a link": link("architecture/perangkat-daerah", "aplikasi"),
    "a folder of data that is a link": link("architecture", "indicators"),
    "a folder of data that leaves": link("architecture", "../lain"),
    "a link to nothing": link(RECORD, "tidak-ada.yaml"),
    "a link to itself": link(RECORD, "uji.yaml"),
    "a profile that is a link": link("content/profil.yaml", "lain.yaml"),
    "attachments that lead to pages": link("content/lampiran/surat.pdf", "../profil.yaml"),
    "a link into a hidden place": link(RECORD, "../.rahasia/uji.yaml"),
    "a page that is a link": link("content/kisah.md", "./lampiran/../lampiran/a.md"),
    "settings that are a link": link("mkdocs.yml", "content/profil.yaml"),
    "a file that may be run": executable,
    "a name that is no UTF-8": latin,
    "names that differ by case": file("architecture/aplikasi/UJI.yaml", "id: UJI\nnama: Uji\n"),
    "a name with a line in it": file("architecture/aplikasi/a\nb.yaml", "id: x\nnama: X\n"),
    "a name with marks of patterns": file("architecture/aplikasi/[a]*?.yaml", "id: x\nnama: X\n"),
    "a folder called like a file": file("architecture/aplikasi/x.yaml/y.yaml", "id: y\nnama: Y\n"),
    "a folder of a wrong name": file("architecture/aplikasii/y.yaml", "id: y\nnama: Y\n"),
    "a misnamed folder of data": file("arsitektur/aplikasi/y.yaml", "id: y\nnama: Y\n"),
    "hidden files": file("architecture/aplikasi/.y.yaml", "id: ["),
    "what a merge left": file(RECORD, "<<<<<<< HEAD\nid: uji\n=======\nid: uji\n>>>>>>> x\nnama: U\n"),
    "what a merge left beside": file(f"{RECORD}.orig", "id: uji\n"),
    "an empty file": file(RECORD, b""),
    "lines of Windows": file(RECORD, b"id: uji\r\nnama: Uji\r\nmetode: sihir\r\n"),
    "a file that is too large": file(RECORD, b"id: uji\nnama: Uji\n# " + b"x" * 1_000_000),
    "a drawing that runs": file("content/lampiran/a.svg", "<svg><script>x</script></svg>"),
    "a template of its own": file("site_templates/overrides/lain.html", "x"),
    "a page that asks for it": file("content/kisah.md", "---\ntemplate: lain.html\n---\nisi\n"),
    "no settings": lambda root: (root / "mkdocs.yml").unlink(),
    "no data": no_data,
}


@pytest.fixture
def odd(minimal: Path) -> Path:
    """The smallest region with something to lead to."""
    write(minimal, "content/lampiran/a.md", "# A\n")
    write(minimal, "content/lain.yaml", (minimal / "content/profil.yaml").read_bytes())
    write(minimal, "architecture/.rahasia/uji.yaml", "id: uji\nnama: Uji\n")
    write(minimal, RECORD, "id: uji\nnama: Uji\n")
    write(minimal.parent, "rahasia.yaml", "id: uji\nnama: Rahasia\n")
    return minimal


@pytest.mark.parametrize("spoil", ODD.values(), ids=ODD)
def test_what_is_odd_is_told_alike(odd: Path, spoil: Callable[[Path], None]) -> None:
    spoil(odd)
    kept = repository(odd)
    opened = open_region(odd, TODAY)
    assert "Rahasia" not in repr(opened)
    revision = open_region(revision_source(odd, "HEAD"), TODAY)
    assert told(revision) == told(opened)
    if (odd / "mkdocs.yml").is_file() and spoil is not latin:  # a zip says nothing of how its names are written
        assert told(open_region(archived(kept, "atas"), TODAY)) == told(opened)


def test_a_link_into_a_hidden_place_is_told(odd: Path) -> None:
    link(RECORD, "../.rahasia/uji.yaml")(odd)
    assert ("tautan-keluar", RECORD) in [(one.rule, one.file) for one in open_region(odd, TODAY).problems]


def test_a_region_below_the_top_of_its_repository(odd: Path) -> None:
    link("architecture/aplikasi/keluar.yaml", "../../../rahasia.yaml")(odd)
    top = odd.parent
    repository(top)
    assert told(open_region(revision_source(odd, "HEAD"), TODAY)) == told(open_region(odd, TODAY))
    assert ("tautan-keluar", "architecture/aplikasi/keluar.yaml") in [
        (one.rule, one.file) for one in open_region(revision_source(odd, "HEAD"), TODAY).problems
    ]


def test_an_absolute_link_into_the_region_leads_there_in_a_revision_too(odd: Path) -> None:
    link(RECORD, str(odd / "architecture/aplikasi/lain.yaml"))(odd)
    write(odd, "architecture/aplikasi/lain.yaml", "id: lain\nnama: Lain\n")
    repository(odd)
    opened = open_region(revision_source(odd, "HEAD"), TODAY)
    assert told(opened) == told(open_region(odd, TODAY))
    assert RECORD in [entry.file for entry in opened.entries]


def test_links_end_where_the_operating_system_says(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311
    for number in range(60):
        root = tmp_path / f"w{number}"
        folders = [root, root / "a", root / "a/b", root / "c"]
        for folder in folders:
            folder.mkdir(parents=True)
            (folder / "f").touch()
        names = ["a", "b", "c", "f", "..", ".", "l0", "l1", "l2", "hilang"]
        links = []
        for serial in range(3):
            place = chance.choice(folders) / f"l{serial}"
            target = "/".join(chance.choices(names, k=chance.randint(1, 5)))
            place.symlink_to(
                chance.choice(["", "", f"{root}/", f"../w{number}/", f"../../{tmp_path.name}/w{number}/", "/"]) + target
            )
            links.append(place.relative_to(root).as_posix())
        source = FolderSource(root)
        for place in links:
            ours, system = _ending(partial(follow, source, place, source.base)), _ending(partial(source.follow, place))
            assert ours == system, (place, (root / place).readlink())


def _ending(ask: Callable[[], str]) -> str | None:
    """Where a link ends, if that is inside and there."""
    try:
        return ask()
    except OSError:
        return None


def test_equal_contents_are_read_once_and_git_is_started_a_few_times(
    odd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        write(odd, f"architecture/aplikasi/sama/a{number}.yaml", "nama: Sama\n")
    repository(odd)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/git").write_text(
        f'#!/bin/sh\necho "$*" >> {tmp_path}/asked\ntee -a {tmp_path}/given | "{shutil.which("git")}" "$@"\n'
    )
    (tmp_path / "bin/git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}/bin{os.pathsep}{os.environ['PATH']}")
    open_region(revision_source(odd, "HEAD"), TODAY)
    asked = [line.split()[3] for line in (tmp_path / "asked").read_text().splitlines()]
    assert sorted(set(asked)) == ["cat-file", "ls-tree", "rev-parse"]
    assert asked.count("cat-file") == 1
    assert asked.count("ls-tree") == 1
    given = (tmp_path / "given").read_text().split()
    same = subprocess.run(
        ["git", "hash-object", "--stdin"], input="nama: Sama\n", text=True, capture_output=True, check=True
    ).stdout.strip()
    assert given.count(same) == 1
    assert len(given) == len(set(given))
