"""One reference date: given, else ``SOURCE_DATE_EPOCH``, else the commit's, else the newest file's."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.region.clock import reference_date

EPOCH = int(datetime(2024, 3, 1, 12, tzinfo=UTC).timestamp())
COMMITTED = "2023-05-06T23:30:00 +0000"
TOUCHED = datetime(2022, 7, 8, 12, tzinfo=UTC).timestamp()


def git(root: Path, *words: str) -> None:
    named = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@x", "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@x"}
    dated = {"GIT_AUTHOR_DATE": COMMITTED, "GIT_COMMITTER_DATE": COMMITTED}
    subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True, env=os.environ | named | dated)


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def touched(minimal: Path) -> Path:
    """The smallest region, all of whose files have one date."""
    for path in minimal.rglob("*"):
        os.utime(path, (TOUCHED, TOUCHED))
    return minimal


@pytest.fixture
def committed(touched: Path) -> Path:
    git(touched, "init")
    git(touched, "add", ".")
    git(touched, "commit", "--message", "x")
    return touched


def test_a_given_date_is_stronger_than_everything(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    assert reference_date(committed, date(2030, 1, 2)) == date(2030, 1, 2)
    assert open_region(committed, date(2030, 1, 2)).region.date == date(2030, 1, 2)


def test_the_environment_is_stronger_than_the_commit(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    assert open_region(committed).region.date == date(2024, 3, 1)


def test_the_commit_is_stronger_than_the_files(committed: Path) -> None:
    assert open_region(committed).region.date == date(2023, 5, 6)


def test_the_commit_is_the_last_one_of_the_region_itself(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "COMMITTED", "2025-01-01T00:00:00 +0000")
    inner = committed / "wilayah"
    inner.mkdir()
    (committed / "content").rename(inner / "content")
    assert reference_date(inner) == date(2022, 7, 8), "nothing of it was committed"
    git(committed, "add", ".")
    git(committed, "commit", "--message", "y")
    assert reference_date(inner) == date(2025, 1, 1)


def test_without_a_commit_the_newest_data_file_counts(touched: Path) -> None:
    assert open_region(touched).region.date == date(2022, 7, 8)
    newer = datetime(2022, 8, 9, tzinfo=UTC).timestamp()
    os.utime(touched / "architecture" / "aplikasi" / "simpeg.yaml", (newer, newer))
    assert open_region(touched).region.date == date(2022, 8, 9)


def test_files_that_are_no_data_do_not_count(touched: Path) -> None:
    (touched / "site").mkdir()
    (touched / "site" / "index.html").write_text("x")
    assert open_region(touched).region.date == date(2022, 7, 8)


@pytest.mark.parametrize("text", ["", "kemarin", "-1", "1e9", "²", "9" * 40])
def test_nonsense_in_the_environment_is_passed_over(touched: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    assert reference_date(touched) == date(2022, 7, 8)


def test_git_need_not_be_there(touched: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert reference_date(touched) == date(2022, 7, 8)


def test_an_empty_folder_has_a_date_too(tmp_path: Path) -> None:
    assert reference_date(tmp_path) == date(1970, 1, 1)
