"""Whatever a machine does to a workbook, ``spbe terima`` takes what it can read, or says in a sentence why not."""

from __future__ import annotations

import random
import signal
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.editions import Audience
from spbe.exchange.sheets.workbook import assessment_workbook, kinds_with_records, records_workbook
from spbe.exchange.sheets.xlsx_writer import xlsx_bytes
from spbe.history import view_of
from support.regions import copy_part
from support.workbook_damage import damaged

SECONDS = 60
"""Far more than any of them takes, on a machine that is busy with other things."""

KINDS = ("aplikasi", "infrastruktur", "bukti")


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[bytes]]:
    """A region, and workbooks of it: of some kinds, of one office, of an assessment."""
    root = copy_part(tmp_path_factory.mktemp("rusak") / "wilayah")
    opened = open_region(root)
    whole, office = view_of(opened, Audience("internal")), view_of(opened, Audience("opd", "diskominfo"))
    books = (
        records_workbook(whole, KINDS),
        records_workbook(office, kinds_with_records(office)),
        assessment_workbook(whole, "2025"),
    )
    return root, [xlsx_bytes(book) for book in books]


@pytest.mark.parametrize("damages", [15, pytest.param(500, marks=pytest.mark.deep)])
def test_no_damage_ends_in_anything_but_an_answer(
    spbe, workbooks: tuple[Path, list[bytes]], tmp_path: Path, told: Callable[[str], None], damages: int
) -> None:
    root, books = workbooks
    file, wrong, codes = tmp_path / "isian.xlsx", [], Counter[int]()
    for seed in range(damages):
        chance = random.Random(seed)  # noqa: S311
        name, content = damaged(chance.choice(books), chance)
        file.write_bytes(content)
        signal.alarm(SECONDS)
        try:
            done = spbe("terima", file, "--edition", "internal", "--format", "json", "--root", root)
        finally:
            signal.alarm(0)
        codes[done.exit_code] += 1
        if done.exit_code not in (0, 1, 2) or "Traceback" in done.stderr:
            wrong.append((seed, name, done.exit_code, done.stderr[-600:], repr(done.exception)))
    told(f"damaged workbooks handed in: {damages}, answered with exit codes {dict(sorted(codes.items()))}")
    assert not wrong, wrong
