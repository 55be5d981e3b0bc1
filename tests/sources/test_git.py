"""The repository around a region: the same in hostile surroundings, and what hinders is told with its reason."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.sources import git_command
from spbe.sources.git import Commit, FileChange, Repository, repository_around
from spbe.sources.git_command import GitError, GitHindrance
from support.repositories import Kept, repository

APP = "architecture/aplikasi/simpeg.yaml"
DAY = date(2026, 1, 5)


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def kept(minimal: Path) -> Kept:
    return repository(minimal)


def found(root: Path) -> Repository:
    around = repository_around(root)
    assert isinstance(around, Repository), around
    return around


def steps(root: Path, *folders: str) -> list[tuple[Commit, tuple[FileChange, ...]]]:
    around = found(root)
    commits = around.commits(folders or ["architecture"])
    files = around.files(commits, folders or ["architecture"])
    return [(commit, files[commit.id]) for commit in commits]


def hindered(root: Path) -> GitHindrance:
    around = repository_around(root)
    assert isinstance(around, GitHindrance), around
    return around


def rules(root: Path) -> list[str]:
    return [problem.rule for problem in open_region(root).problems if problem.rule.startswith("git-")]


def fake_git(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program called git before the real one."""
    folder.mkdir()
    program = folder / "git"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def refuse(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the repository belong to somebody else: really where the test may do that, by git's own switch elsewhere."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    if os.geteuid() == 0:
        monkeypatch.delenv("SUDO_UID", raising=False)
        for path in (kept.root, *kept.root.rglob("*")):
            os.chown(path, 12345, 12345, follow_symlinks=False)
        return
    real = shutil.which("git")
    fake_git(kept.root.parent / "bin", monkeypatch, f'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "{real}" "$@"')


def test_steps_newest_first_with_the_contents_before_and_after(kept: Kept) -> None:
    old = (kept.root / APP).read_bytes()
    kept.write(APP, "id: simpeg\nnama: Baru\n")
    name = kept.commit("2026-01-01T06:30:00+07:00")
    around = found(kept.root)

    first, second = commits = around.commits(["architecture"])
    assert (first.id, first.date, first.parents) == (name, date(2026, 1, 1), (second.id,))
    assert around.commits(["architecture"], 1) == (first,)
    files = around.files(commits, ["architecture"])
    [file] = files[first.id]
    before, after = file.before, file.after
    assert file.path == APP
    contents = around.contents([name for name in (before, after, f"HEAD:./{APP}", "tidak-ada") if name])
    assert contents == {before: old, after: b"id: simpeg\nnama: Baru\n", f"HEAD:./{APP}": b"id: simpeg\nnama: Baru\n"}
    assert second.parents == ()
    assert {file.before for file in files[second.id]} == {None}
    assert around.newest() == date(2026, 1, 1)
    assert around.newest(["indicators"]) == DAY
    assert around.newest(["tidak-ada"]) is None


def test_variables_of_the_user_that_lead_elsewhere_change_nothing(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Kept(tmp_path / "lain")
    other.root.mkdir()
    other.git("init", "--quiet")
    other.commit("2020-01-01")
    expected = steps(kept.root)
    grafts = tmp_path / "grafts"
    grafts.write_text("")
    for name, value in {
        "GIT_DIR": str(other.root / ".git"),
        "GIT_WORK_TREE": str(other.root),
        "GIT_INDEX_FILE": str(tmp_path / "index"),
        "GIT_OBJECT_DIRECTORY": str(tmp_path / "objects"),
        "GIT_COMMON_DIR": str(other.root / ".git"),
        "GIT_NAMESPACE": "lain",
        "GIT_CEILING_DIRECTORIES": str(kept.root.parent),
        "GIT_PREFIX": "lain/",
        "GIT_TRACE": "1",
        "GIT_TRACE2": "1",
        "GIT_EXEC_PATH": str(tmp_path),
        "GIT_PAGER": "cat",
        "GIT_LITERAL_PATHSPECS": "0",
        "GIT_SHALLOW_FILE": str(grafts),
        "GIT_DEFAULT_HASH": "sha256",
        "GIT_EXTERNAL_DIFF": "false",
        "LC_ALL": "id_ID.UTF-8",
    }.items():
        monkeypatch.setenv(name, value)

    assert steps(kept.root) == expected
    assert found(kept.root).newest() == DAY


SETTINGS = """
[log]
showSignature = true
showRoot = false
diffMerges = combined
date = relative
mailmap = true
follow = true
[core]
quotePath = true
abbrev = 5
pager = false
fsmonitor = false
[diff]
renames = copies
noprefix = true
external = false
orderFile = /tidak/ada
relative = false
[color]
ui = always
[format]
pretty = oneline
[i18n]
logOutputEncoding = UTF-16
[alias]
rev-list = log
[pager]
rev-list = true
"""


@pytest.mark.parametrize("place", ["user", "repository"])
def test_settings_change_nothing(kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    kept.write("architecture/aplikasi/dinas ujé/baru.yaml", "id: baru\nnama: Baru\n")
    kept.commit("2026-01-07")
    expected = steps(kept.root)
    if place == "user":
        settings = tmp_path / "gitconfig"
        settings.write_text(SETTINGS)
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    else:
        with (kept.root / ".git/config").open("a") as stream:
            stream.write(SETTINGS)

    assert steps(kept.root) == expected
    assert found(kept.root).newest() == date(2026, 1, 7)


def test_grafts_and_replacements_change_nothing(kept: Kept) -> None:
    kept.write(APP, "id: simpeg\nnama: Baru\n")
    last = kept.commit("2026-01-07")
    expected = steps(kept.root)
    (kept.root / ".git/info").mkdir(exist_ok=True)
    (kept.root / ".git/info/grafts").write_text(f"{last}\n")
    assert steps(kept.root) == expected
    (kept.root / ".git/info/grafts").unlink()
    kept.git("replace", "--graft", last)
    assert steps(kept.root) == expected


def test_a_repository_of_another_owner_is_refused_with_the_way_out(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(kept, monkeypatch)

    why = hindered(kept.root)
    assert why.kind == "refused"
    assert "dubious ownership" in why.reason
    assert why.remedy == f"git config --global --add safe.directory {kept.root}"
    [problem] = [problem for problem in open_region(kept.root).problems if problem.rule == "git-menolak"]
    assert why.reason in problem.message
    assert why.remedy in problem.hint
    assert problem.severity == "warning"


@pytest.mark.parametrize("place", ["file", "environment"])
def test_a_folder_that_the_user_trusts_is_not_refused(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    refuse(kept, monkeypatch)
    if place == "file":
        settings = tmp_path / "gitconfig"
        settings.write_text(f"[safe]\ndirectory = {kept.root}\n")
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    else:
        monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
        monkeypatch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
        monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(kept.root))

    assert found(kept.root).newest() == DAY
    assert rules(kept.root) == []


def test_without_git_a_repository_is_not_said_to_be_missing(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert hindered(kept.root).kind == "no-git"
    assert rules(kept.root) == ["git-tak-ada"]


def test_a_program_called_git_in_the_present_folder_is_not_run(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    trap = kept.root / "git"
    trap.write_text("#!/bin/sh\ntouch terjebak\n")
    trap.chmod(0o755)
    monkeypatch.chdir(kept.root)
    monkeypatch.setenv("PATH", f".{os.pathsep}")

    assert hindered(kept.root).kind == "no-git"
    assert not (kept.root / "terjebak").exists()


def test_a_git_that_cannot_be_run_says_why(kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_git(tmp_path / "bin", monkeypatch, "")
    (tmp_path / "bin/git").write_bytes(b"\x7fELFnonsense")

    assert hindered(kept.root).kind == "no-git"
    assert str(tmp_path / "bin/git") in hindered(kept.root).reason


def test_a_git_that_hangs_is_given_up(kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_git(tmp_path / "bin", monkeypatch, "exec sleep 20")
    monkeypatch.setattr(git_command, "TIMEOUT", 0.2)

    assert hindered(kept.root).kind == "hanging"
    assert rules(kept.root) == ["git-macet"]


def _no_head(folder: Path) -> None:
    (folder / "HEAD").unlink()


def _broken_head(folder: Path) -> None:
    (folder / "HEAD").write_text("garbage\n")


def _head_to_nowhere(folder: Path) -> None:
    (folder / "HEAD").write_text(f"{'1' * 40}\n")


def _broken_branch(folder: Path) -> None:
    (folder / "refs/heads/main").write_text("garbage\n")


def _empty_branch(folder: Path) -> None:
    (folder / "refs/heads/main").write_text("")


def _no_objects(folder: Path) -> None:
    shutil.rmtree(folder / "objects")
    (folder / "objects").mkdir()


def _broken_settings(folder: Path) -> None:
    (folder / "config").write_text("[core\n")


def _new_format(folder: Path) -> None:
    (folder / "config").write_text("[core]\nrepositoryformatversion = 99\n")


def _bare(folder: Path) -> None:
    (folder / "config").write_text("[core]\nrepositoryformatversion = 0\nbare = true\n")


@pytest.mark.parametrize(
    "spoil",
    [
        _no_head,
        _broken_head,
        _head_to_nowhere,
        _broken_branch,
        _empty_branch,
        _no_objects,
        _broken_settings,
        _new_format,
        _bare,
        shutil.rmtree,
    ],
)
def test_a_damaged_repository_is_told_with_gits_reason(kept: Kept, spoil: object) -> None:
    assert callable(spoil)
    spoil(kept.root / ".git")
    if spoil is shutil.rmtree:
        (kept.root / ".git").write_text("gitdir: /tidak/ada\n")

    [problem] = [one for one in open_region(kept.root).problems if one.rule == "git-rusak"]
    around = repository_around(kept.root)
    if isinstance(around, Repository):
        with pytest.raises(GitError) as raised:
            around.commits(["architecture"])
        around = raised.value.hindrance
    assert around.kind == "damaged"
    assert len(around.reason) > 8
    assert around.reason in problem.message


def test_a_damaged_repository_above_a_sound_one_does_not_matter(kept: Kept) -> None:
    (kept.root.parent / ".git").write_text("rusak")

    assert found(kept.root).newest() == DAY


def test_nothing_is_said_where_there_is_no_repository(minimal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert hindered(minimal) == GitHindrance("no-repository")
    monkeypatch.setenv("PATH", "")
    assert hindered(minimal) == GitHindrance("no-repository")
    assert rules(minimal) == []


def test_a_repository_without_any_commit_is_no_damage(minimal: Path) -> None:
    Kept(minimal).git("init", "--quiet", "--initial-branch=main")

    around = found(minimal)
    assert around.empty
    assert (around.newest(), around.commits(["architecture"]), around.contents(["HEAD"])) == (None, (), {})
    assert rules(minimal) == []


def test_a_folder_that_git_ignores_has_no_steps(kept: Kept) -> None:
    inner = kept.root / "abaikan"
    kept.write(".gitignore", "abaikan/\n")
    kept.write("abaikan/architecture/aplikasi/a.yaml", "id: a\nnama: A\n")
    kept.commit("2026-01-07")

    assert found(inner).newest() is None


def test_a_detached_head_is_as_good_as_a_branch(kept: Kept) -> None:
    kept.write(APP, "id: simpeg\nnama: Baru\n")
    kept.commit("2026-01-07")
    kept.git("checkout", "--quiet", "HEAD~1")

    assert found(kept.root).newest() == DAY


def test_another_working_tree_of_the_repository(kept: Kept, tmp_path: Path) -> None:
    kept.git("worktree", "add", "--quiet", str(tmp_path / "kedua"))

    assert found(tmp_path / "kedua").newest() == DAY


def test_a_region_that_is_a_submodule(kept: Kept, tmp_path: Path) -> None:
    outer = Kept(tmp_path / "luar", {"GIT_ALLOW_PROTOCOL": "file"})
    outer.root.mkdir()
    outer.git("init", "--quiet")
    outer.git("submodule", "--quiet", "add", str(kept.root), "wilayah")
    outer.commit("2026-03-01")

    assert found(outer.root / "wilayah").newest() == DAY
    assert found(outer.root).newest() == date(2026, 3, 1)
    assert [file.after for _commit, files in steps(outer.root, "wilayah") for file in files] == [None]


def test_a_bare_repository_beside_the_region_is_none(kept: Kept, tmp_path: Path) -> None:
    kept.git("clone", "--quiet", "--bare", str(kept.root), str(tmp_path / "telanjang.git"))

    assert hindered(tmp_path / "telanjang.git").kind == "no-repository"


def test_a_shallow_copy_says_so(kept: Kept, tmp_path: Path) -> None:
    kept.write(APP, "id: simpeg\nnama: Baru\n")
    kept.commit("2026-01-07")
    kept.git("clone", "--quiet", "--no-local", "--depth", "1", kept.root.as_uri(), str(tmp_path / "dangkal"))

    around = found(tmp_path / "dangkal")
    assert (around.shallow, [commit.parents for commit in around.commits(["architecture"])]) == (True, [()])
    assert not found(kept.root).shallow
    assert rules(tmp_path / "dangkal") == ["git-dangkal"]
    assert open_region(tmp_path / "dangkal", DAY).problems == ()


def test_a_shallow_copy_of_a_single_commit_lacks_nothing(kept: Kept, tmp_path: Path) -> None:
    kept.git("clone", "--quiet", "--no-local", "--depth", "1", kept.root.as_uri(), str(tmp_path / "dangkal"))

    assert kept.git("-C", str(tmp_path / "dangkal"), "rev-parse", "--is-shallow-repository") == "true"
    assert not found(tmp_path / "dangkal").shallow
    assert rules(tmp_path / "dangkal") == []


def test_of_a_partial_copy_nothing_is_fetched(kept: Kept, tmp_path: Path) -> None:
    kept.write(APP, "id: simpeg\nnama: Baru\n")
    kept.commit("2026-01-07")
    kept.git("config", "uploadpack.allowFilter", "true")
    target = tmp_path / "sebagian"
    kept.git("clone", "--quiet", "--no-local", "--filter=blob:none", kept.root.as_uri(), str(target))
    shutil.move(kept.root, tmp_path / "pergi")

    around = found(target)
    [(_last, [now]), (_first, [old])] = steps(target, APP)
    assert now.before == old.after
    assert list(around.contents([now.after or "", now.before or ""])) == [now.after]


def test_what_the_repository_keeps(kept: Kept, tmp_path: Path) -> None:
    kept.write(".gitignore", "site/\n")
    kept.write("site/index.html", "x")
    kept.write("baru/a.txt", "x")
    (tmp_path / "jalan").symlink_to(kept.root / "architecture")
    around = found(kept.root)

    assert around.tracks(kept.root / "architecture")
    assert around.tracks(kept.root / "architecture/aplikasi")
    assert around.tracks(tmp_path / "jalan")
    assert not around.tracks(kept.root / "site")
    assert not around.tracks(kept.root / "baru")
    assert not around.tracks(kept.root / "tidak-ada")
    assert not around.tracks(kept.root / "arch*")
    assert not around.tracks(tmp_path)
    kept.git("add", "baru")
    assert around.tracks(kept.root / "baru"), "what is about to be committed counts too"


def test_where_git_cannot_tell_what_is_there_counts_as_kept(kept: Kept) -> None:
    kept.write("site/index.html", "x")
    around = found(kept.root)
    (kept.root / ".git/index").write_text("garbage\n")

    assert around.tracks(kept.root / "site")
    assert not around.tracks(kept.root / "tidak-ada")


def test_a_link_to_a_repository_that_went_is_told(minimal: Path) -> None:
    (minimal / ".git").symlink_to(minimal / "tidak-ada")

    assert "git-rusak" in rules(minimal)


def test_git_is_started_in_one_module_only() -> None:
    sources = Path(__file__).parents[2] / "generator" / "spbe"
    starting = re.compile(r'\[\s*"git"|which\(\s*"git"')
    starters = [path.name for path in sources.rglob("*.py") if starting.search(path.read_text("utf-8"))]
    assert starters == ["git_command.py"]


def test_the_real_git_is_there() -> None:
    assert subprocess.run(["git", "--version"], check=True, capture_output=True).stdout
