"""Whatever a commit can hold is told as it would be on a disk; what it cannot give is told with its reason."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.problems.usage import WrongUsageError
from spbe.region import Node
from spbe.sources import git_command
from spbe.sources.git_command import GitError
from spbe.sources.revision import RevisionSource, revision_source
from spbe.sources.source import TooLargeError, content_name
from support.repositories import Kept, repository

TODAY = date(2026, 6, 1)
APPS = "architecture/aplikasi"
RECORD = f"{APPS}/simpeg.yaml"
OFFICES = "architecture/perangkat-daerah"


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def kept(minimal: Path) -> Kept:
    return repository(minimal)


def told(root: Path, revision: str = "HEAD") -> list[tuple[str, str]]:
    """Rule and file of every problem of a revision."""
    return [(one.rule, one.file) for one in open_region(revision_source(root, revision), TODAY).problems]


def object_of(kept: Kept, kind: str, content: str) -> str:
    """Put an object into the repository; its name."""
    words = ["mktree", "--missing"] if kind == "tree" else ["hash-object", "-w", "--stdin", "-t", kind]
    command = ["git", "-C", str(kept.root), *words]
    return subprocess.run(command, input=content, text=True, check=True, capture_output=True).stdout.strip()


def committed(kept: Kept, place: str, entries: str) -> str:
    """A commit in which the folder ``place`` holds ``entries``, each as ``mode type name TAB path``."""
    tree = object_of(kept, "tree", entries)
    while place:
        place, _slash, name = place.rpartition("/")
        lines = kept.git("ls-tree", f"HEAD:{place}").splitlines()
        others = [line for line in lines if line.partition("\t")[2] != name]
        tree = object_of(kept, "tree", "\n".join([*others, f"040000 tree {tree}\t{name}"]))
    return kept.git("commit-tree", "-m", "x", "-p", "HEAD", tree, when=kept.noon("2026-02-02"))


def test_the_files_of_a_submodule_are_not_there_and_not_gone(kept: Kept) -> None:
    kept.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},{APPS}/luar")
    kept.git("commit", "--quiet", "-m", "x")
    opened = open_region(revision_source(kept.root, "HEAD"), TODAY)
    [problem] = opened.problems
    assert (problem.rule, problem.file) == ("berkas-tak-terbaca", f"{APPS}/luar")
    assert "submodul" in problem.message
    assert opened.state(Node("aplikasi", "di-luar")) == "unread"
    assert opened.state(Node("layanan", "di-luar")) == "gone"


@pytest.mark.parametrize("top", ["architecture", "content", "indicators"])
def test_a_folder_of_data_that_is_a_submodule_is_told(kept: Kept, top: str) -> None:
    kept.git("rm", "--quiet", "-r", "--cached", top)
    kept.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},{top}")
    kept.git("commit", "--quiet", "-m", "x")
    assert ("berkas-tak-terbaca", top) in told(kept.root)


def test_a_name_that_stands_for_two_things_is_told_and_neither_is_read(kept: Kept) -> None:
    blob = object_of(kept, "blob", "id: x\nnama: X\n")
    tree = object_of(kept, "tree", f"100644 blob {blob}\tx.yaml")
    twice = committed(kept, APPS, f"100644 blob {blob}\tx.yaml\n100644 blob {blob}\tx.yaml")
    both = committed(kept, APPS, f"100644 blob {blob}\tx.yaml\n040000 tree {tree}\tx.yaml")
    for commit in (twice, both):
        opened = open_region(revision_source(kept.root, commit), TODAY)
        assert ("berkas-tak-terbaca", f"{APPS}/x.yaml") in [(one.rule, one.file) for one in opened.problems]
        assert opened.state(Node("aplikasi", "x")) == "unread"


def test_folders_without_end_are_told_and_not_entered(kept: Kept) -> None:
    tree = object_of(kept, "tree", f"100644 blob {object_of(kept, 'blob', 'id: [')}\tx.yaml")
    for _number in range(150):
        tree = object_of(kept, "tree", f"040000 tree {tree}\ta")
    [(rule, file)] = told(kept.root, committed(kept, f"{APPS}/a", f"040000 tree {tree}\ta"))
    assert rule == "berkas-tak-terbaca"
    assert file.startswith(f"{APPS}/a/a/a/")


@pytest.mark.parametrize("name", ["..", ".", ".git"])
def test_names_that_no_folder_may_have_lead_nowhere(kept: Kept, name: str) -> None:
    blob = object_of(kept, "blob", "id: x\nnama: [")
    folder = object_of(kept, "tree", f"100644 blob {blob}\tx.yaml")
    assert told(kept.root, committed(kept, f"{OFFICES}/baru", f"040000 tree {folder}\t{name}")) == []
    assert told(kept.root, committed(kept, f"{OFFICES}/baru", f"100644 blob {blob}\t{name}")) == []


def test_a_content_that_was_lost_is_told_at_its_file_alone(kept: Kept) -> None:
    lost = object_of(kept, "blob", "id: hilang\nnama: Hilang\n")
    commit = committed(kept, APPS, f"100644 blob {lost}\thilang.yaml")
    (kept.root / ".git/objects" / lost[:2] / lost[2:]).unlink()
    opened = open_region(revision_source(kept.root, commit), TODAY)
    [problem] = [one for one in opened.problems if one.file == f"{APPS}/hilang.yaml"]
    assert problem.rule == "berkas-tak-terbaca"
    assert "salinan repositori" in problem.message
    assert opened.state(Node("aplikasi", "hilang")) == "unread"
    assert opened.state(Node("perangkat-daerah", "diskominfo")) == "there"


def test_what_a_partial_copy_left_with_its_remote_is_told(kept: Kept, tmp_path: Path) -> None:
    kept.git("config", "uploadpack.allowFilter", "true")
    kept.git("clone", "--quiet", "--no-local", "--no-checkout", "--filter=blob:none", kept.root.as_uri(), "../sebagian")
    opened = open_region(revision_source(tmp_path / "sebagian", "HEAD"), TODAY)
    assert {one.rule for one in opened.problems} == {"berkas-tak-terbaca"}
    assert opened.state(Node("perangkat-daerah", "diskominfo")) == "unread"


def test_a_damaged_content_is_told_with_gits_reason(kept: Kept) -> None:
    name = object_of(kept, "blob", "id: rusak\nnama: Rusak\n")
    commit = committed(kept, APPS, f"100644 blob {name}\trusak.yaml")
    path = kept.root / ".git/objects" / name[:2] / name[2:]
    path.chmod(0o644)
    path.write_bytes(b"x" * 20)
    opened = open_region(revision_source(kept.root, commit), TODAY)
    assert [one.rule for one in opened.problems if one.file == f"{APPS}/rusak.yaml"] == ["berkas-tak-terbaca"]
    assert opened.state(Node("perangkat-daerah", "diskominfo")) == "there"


def test_the_region_may_be_younger_than_the_revision(kept: Kept) -> None:
    (kept.root / "nanti").mkdir()
    problems = told(kept.root / "nanti")
    assert [rule for rule, _file in problems] == ["wilayah-kosong"]


def test_revisions_by_every_name(kept: Kept) -> None:
    first = kept.git("rev-parse", "HEAD")
    kept.git("tag", "-a", "v1", "-m", "x")
    kept.git("branch", "lain/cabang")
    (kept.root / RECORD).unlink(missing_ok=True)
    kept.write(f"{APPS}/baru.yaml", "id: baru\nnama: Baru\n")
    kept.commit("2026-02-02")
    for name in (first, first[:8], "v1", "lain/cabang", "HEAD~1", "main@{0}~1"):
        source = revision_source(kept.root, name)
        assert isinstance(source, RevisionSource)
        assert source.commit == first


@pytest.mark.parametrize(
    "name", ["tidak-ada", "", "HEAD:content", "HEAD~99", "--help", "a..b", "x\0", "main..main", "^"]
)
def test_what_is_no_revision_is_refused(kept: Kept, name: str) -> None:
    with pytest.raises(WrongUsageError, match="Revisi"):
        revision_source(kept.root, name)


def test_without_a_repository_there_is_no_revision(minimal: Path) -> None:
    with pytest.raises(WrongUsageError, match="repositori git"):
        revision_source(minimal, "HEAD")


def test_a_repository_without_commits_has_no_revision(minimal: Path) -> None:
    Kept(minimal).git("init", "--quiet")
    with pytest.raises(WrongUsageError, match="HEAD"):
        revision_source(minimal, "HEAD")


def test_a_git_that_hangs_is_given_up(kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = revision_source(kept.root, "HEAD")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/git").write_text("#!/bin/sh\nexec sleep 100\n")
    (tmp_path / "bin/git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}/bin{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(git_command, "TIMEOUT", 0.1)
    source.prepare(["content/profil.yaml"], 1000)
    with pytest.raises(OSError, match="detik"):
        source.read("content/profil.yaml", 1000)


def test_a_content_is_read_up_to_its_bound_and_large_ones_piece_by_piece(kept: Kept) -> None:
    large = b"0123456789" * 300_000
    (kept.root / "content/lampiran").mkdir(exist_ok=True)
    (kept.root / "content/lampiran/besar.bin").write_bytes(large)
    kept.commit("2026-02-02")
    source = revision_source(kept.root, "HEAD")
    with pytest.raises(TooLargeError) as caught:
        source.read("content/lampiran/besar.bin", 1000)
    assert caught.value.size == len(large)
    assert source.identity("content/lampiran/besar.bin") == content_name(large)
    wanted = ["content/profil.yaml", "tidak-ada", "content", "content/lampiran/besar.bin", "mkdocs.yml"]
    found: dict[str, bytes | None] = {}
    for path, pieces in source.stream(wanted):
        try:
            sizes = [len(piece) for piece in pieces] if path.endswith(".bin") else []
            found[path] = b"".join(pieces) if not sizes else bytes(sum(sizes))
            assert max(sizes, default=0) <= 1 << 20
        except OSError:
            found[path] = None
    assert list(found) == wanted
    assert found["content/profil.yaml"] == (kept.root / "content/profil.yaml").read_bytes()
    assert found["mkdocs.yml"] == (kept.root / "mkdocs.yml").read_bytes()
    assert (found["tidak-ada"], found["content"]) == (None, None)
    assert len(found["content/lampiran/besar.bin"] or b"") == len(large)


def test_a_reader_that_stops_early_leaves_no_git_behind(kept: Kept) -> None:
    source = revision_source(kept.root, "HEAD")
    for _path, _pieces in source.stream(["content/profil.yaml", "mkdocs.yml"]):
        break
    with git_command.git_output(kept.root, "cat-file", "--nonsense", given=b"") as output:
        assert output.line() == b""
        with pytest.raises(GitError, match="nonsense"):
            output.demand_success()
