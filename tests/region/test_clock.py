"""One reference date: given, else ``SOURCE_DATE_EPOCH``, else the commit's, else the newest file's."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.problems.usage import WrongUsageError
from spbe.region.clock import clock_of, day_in_environment, wished_day

EPOCH = int(datetime(2024, 3, 1, 12, tzinfo=UTC).timestamp())
COMMITTED = "2023-05-06T23:30:00 +0000"
TOUCHED = datetime(2022, 7, 8, 12, tzinfo=UTC).timestamp()


def day_of(root: Path, given: date | None = None) -> date:
    return clock_of(root, given).day


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
    assert day_of(committed, date(2030, 1, 2)) == date(2030, 1, 2)
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
    assert day_of(inner) == date(2022, 7, 8), "nothing of it was committed"
    git(committed, "add", ".")
    git(committed, "commit", "--message", "y")
    assert day_of(inner) == date(2025, 1, 1)


def test_without_a_commit_the_newest_data_file_counts(touched: Path) -> None:
    assert open_region(touched).region.date == date(2022, 7, 8)
    newer = datetime(2022, 8, 9, tzinfo=UTC).timestamp()
    os.utime(touched / "architecture" / "aplikasi" / "simpeg.yaml", (newer, newer))
    assert open_region(touched).region.date == date(2022, 8, 9)


def test_files_that_are_no_data_do_not_count(touched: Path) -> None:
    (touched / "site").mkdir()
    (touched / "site" / "index.html").write_text("x")
    assert open_region(touched).region.date == date(2022, 7, 8)


@pytest.mark.parametrize(
    "text", ["kemarin", "-1", "+1", "1e9", "1.5", " 1", "\u00b2", "10" + "0" * 14, "4294967296", "7258118399"]
)
def test_nonsense_in_the_environment_is_a_wrong_usage(
    touched: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    with pytest.raises(WrongUsageError, match="SOURCE_DATE_EPOCH"):
        open_region(touched)
    with pytest.raises(WrongUsageError, match="SOURCE_DATE_EPOCH"):
        clock_of(touched, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [("", None), ("0", date(1970, 1, 1)), ("007", date(1970, 1, 1)), ("4294967295", date(2106, 2, 7))],
)
def test_seconds_since_1970_are_a_day(monkeypatch: pytest.MonkeyPatch, text: str, day: date | None) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    assert day_in_environment() == day


@pytest.mark.parametrize(
    "written",
    [
        *("2026-02-30", "0000-01-01", "99999", "99999-01-01", "9999-12-31", "1969-12-31", "2026-1-1", "20260131", ""),
        *(
            "2026-W01-1",
            "\u0662\u0660\u0662\u0666-01-01",
            99999,
            True,
            datetime(2026, 1, 1, 12, tzinfo=UTC),
            date(2200, 1, 1),
        ),
    ],
)
def test_what_cannot_be_a_reference_date_is_a_wrong_usage(written: object) -> None:
    with pytest.raises(WrongUsageError):
        wished_day(written)


@pytest.mark.parametrize("written", ["2026-01-31", date(2026, 1, 31)])
def test_a_reference_date_may_be_text_or_a_date_of_yaml(written: object) -> None:
    assert wished_day(written) == date(2026, 1, 31)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-01-01T06:30:00+07:00", date(2026, 1, 1)),
        ("2025-12-31T20:00:00-08:00", date(2025, 12, 31)),
        ("2026-01-01T00:10:00+09:00", date(2026, 1, 1)),
    ],
)
def test_a_commit_has_the_day_of_where_it_was_made(
    touched: Path, monkeypatch: pytest.MonkeyPatch, moment: str, day: date
) -> None:
    monkeypatch.setitem(globals(), "COMMITTED", moment)
    git(touched, "init")
    git(touched, "add", ".")
    git(touched, "commit", "--message", "x")
    assert day_of(touched) == day


def test_a_file_from_a_far_future_is_as_late_as_a_reference_date_may_be(touched: Path) -> None:
    late = datetime(2300, 1, 1, tzinfo=UTC).timestamp()
    os.utime(touched / "architecture" / "aplikasi" / "simpeg.yaml", (late, late))
    assert day_of(touched) == date(2199, 12, 31)


def test_git_need_not_be_there(touched: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert day_of(touched) == date(2022, 7, 8)


def test_an_empty_folder_has_a_date_too(tmp_path: Path) -> None:
    assert day_of(tmp_path) == date(1970, 1, 1)
