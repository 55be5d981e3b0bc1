"""The reference date where it is asked for: what cannot be is refused, what git cannot say is told."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.program import run
from support.repositories import Kept, repository

if TYPE_CHECKING:
    from conftest import Run


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def kept(region: Path) -> Kept:
    return repository(region)


def broken(kept: Kept) -> Path:
    (kept.root / ".git/HEAD").write_text("rusak\n")
    return kept.root


def plain_mkdocs(root: Path, epoch: str | None = None) -> subprocess.CompletedProcess[str]:
    """``mkdocs build`` without us around it."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"} | ({} if epoch is None else {"SOURCE_DATE_EPOCH": epoch})
    return run("mkdocs", "build", "--quiet", cwd=root, env=env)


@pytest.mark.parametrize("command", ["build", "check", "index", "tree"])
@pytest.mark.parametrize("written", ["abc", "1000000000000000"])
def test_an_impossible_date_in_the_environment_is_a_wrong_usage(
    spbe: Run, region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, written: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    result = spbe(command, *([tmp_path / "pohon"] if command == "tree" else []), "--root", region)

    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH" in result.stderr
    assert not (region / "site").exists()


@pytest.mark.parametrize("written", ["2026-02-30", "0000-01-01", "99999", "9999-12-31", "1900-01-01", "kemarin"])
def test_an_impossible_date_on_the_command_line_is_a_wrong_usage(spbe: Run, region: Path, written: str) -> None:
    result = spbe("build", "--root", region, "--per-tanggal", written)

    assert result.exit_code == 2
    assert written in result.stderr


@pytest.mark.parametrize(
    "written", ["2026-02-30", "'2026-02-30'", "99999", "9999-12-31", "0000-01-01", "2026-01-01 12:00:00"]
)
def test_an_impossible_date_in_the_settings_is_refused_before_anything_is_built(
    spbe: Run, region: Path, written: str
) -> None:
    settings = region / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("\n  - spbe\n", f"\n  - spbe: {{per_tanggal: {written}}}\n"), "utf-8")
    result = spbe("build", "--root", region)

    assert result.exit_code in {1, 2}
    assert "mkdocs.yml:15:" in result.output
    assert not (region / "site").exists()


def test_plain_mkdocs_refuses_an_impossible_date_without_a_traceback(region: Path) -> None:
    done = plain_mkdocs(region, "abc")

    assert done.returncode == 1
    assert "SOURCE_DATE_EPOCH" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (region / "site").exists()


def test_what_git_cannot_say_is_told_by_check_and_build_and_is_an_error_when_strict(
    spbe: Run, kept: Kept, tmp_path: Path
) -> None:
    root = broken(kept)
    checked, built = spbe("check", "--root", root), spbe("build", "--root", root, "--strict")

    assert (checked.exit_code, built.exit_code) == (0, 1)
    for said in (checked.output, built.stderr):
        assert "[git-rusak]" in said
        assert "--per-tanggal" in said
    assert not (root / "site").exists()
    done = spbe("build", "--root", root, "--strict", "--per-tanggal", "2026-01-31", "--out", tmp_path / "situs")
    assert done.exit_code == 0, done.output
    page = (tmp_path / "situs/perubahan/index.html").read_text("utf-8")
    assert "git tidak dapat membaca repositori" in page
    assert "tidak berada dalam repositori git" not in page


def test_a_public_build_from_a_shallow_copy_asks_for_the_date(spbe: Run, kept: Kept, tmp_path: Path) -> None:
    kept.write("README.md", "Lain.\n")
    kept.write("content/tulisan.md", "# Tulisan\n")
    kept.commit("2026-02-01")
    root = tmp_path / "dangkal"
    kept.git("clone", "--quiet", "--no-local", "--depth", "1", kept.root.as_uri(), str(root))
    result = spbe("build", "--root", root)

    assert result.exit_code == 1
    assert "--per-tanggal" in result.stderr
    assert "git fetch --unshallow" in result.stderr
    assert not (root / "site").exists()
