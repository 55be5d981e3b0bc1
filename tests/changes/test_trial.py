"""What a change would do to the check is known before it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from spbe.changes import Change, of_edits, of_new_files
from spbe.changes.trial import Trial, tried
from spbe.differences import difference_between
from spbe.editions import INTERNAL
from spbe.yamlio.editing import renamed, with_item, with_value, without
from support.regions import ROOT, copy_region

MINIMAL = ROOT / "tests/data/minimal"
BROKEN = "architecture/aplikasi/rusak.yaml"


@pytest.fixture
def region(tmp_path: Path) -> Path:
    return copy_region(MINIMAL, tmp_path / "wilayah")


def told(trial: Trial) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    problems = difference_between(trial.before, trial.after, INTERNAL).problems
    new, fixed = ([(one.problem.rule, one.problem.file) for one in some] for some in (problems.new, problems.fixed))
    return new, fixed


def test_a_problem_that_comes_and_one_that_goes_are_told_and_one_that_only_moves_is_not(region: Path) -> None:
    (region / BROKEN).parent.mkdir(exist_ok=True)
    (region / BROKEN).write_text("id: rusak\nnama: Rusak\nlayanan: [tidak-ada]\nditinjau: kemarin\n", "utf-8")
    mended = of_edits("tangan", region, {BROKEN: lambda text: with_value(text, ("ditinjau",), "2025-01-01")})
    worse = of_edits("tangan", region, {BROKEN: lambda text: with_item("# satu baris\n" + text, ("layanan",), "lain")})

    assert told(tried(mended, region)) == ([], [("nilai-tanggal", BROKEN)])
    assert told(tried(worse, region)) == ([("rujukan-putus", BROKEN)], [])


def test_the_region_is_not_touched_and_the_change_is_seen(region: Path) -> None:
    before = {path: path.read_bytes() for path in region.rglob("*") if path.is_file()}
    change = of_new_files("tangan", {"architecture/aplikasi/baru.yaml": "id: baru\nnama: Baru\n"})
    found = tried(change, region)

    assert "baru" in found.after.region.records["aplikasi"]
    assert "baru" not in found.before.region.records["aplikasi"]
    assert {path: path.read_bytes() for path in region.rglob("*") if path.is_file()} == before


def test_edits_of_texts_become_a_change_that_knows_what_it_was_made_from(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2  # dua\r\n")
    (tmp_path / "b.yaml").write_bytes(b"a: 1\n")
    edits = {
        "a.yaml": lambda text: renamed(without(text, ("a",)), ("b",), "c"),
        "b.yaml": lambda text: with_value(text, ("a",), "1"),
    }

    assert of_edits("tangan", tmp_path, edits) == Change(
        "tangan",
        {"a.yaml": b"\xef\xbb\xbfc: 2  # dua\r\n"},
        {"a.yaml": b"\xef\xbb\xbfa: 1\r\nb: 2  # dua\r\n", "b.yaml": b"a: 1\n"},
    )
