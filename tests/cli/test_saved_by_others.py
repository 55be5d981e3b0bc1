"""A workbook that another program has opened and saved asks for nothing that nobody changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from spbe.editions import Audience
from support.libreoffice import KEPT, PROGRAM, REGION, SUFFIXES, saved_by_libreoffice
from support.regions import REGIONS
from support.returned_workbooks import FilledSheet, exported, exported_bytes, saved

RECORDS = 22
"""As many ids stand in the files of the region."""


def outcomes(spbe: Any, file: Path, root: Path) -> dict[str, int]:
    told = spbe("terima", file, "--edition", "internal", "--format", "json", "--root", root)
    counts: dict[str, int] = json.loads(told.stdout)["counts"]
    return {name: number for name, number in counts.items() if number}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_kept_workbook_of_libreoffice_is_dull(spbe, suffix: str) -> None:
    assert outcomes(spbe, KEPT / f"isian{suffix}", REGION) == {"unchanged": RECORDS}


@pytest.mark.deep
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_sample_comes_back_through_the_libreoffice_of_this_machine(
    spbe, tmp_path: Path, untried: Callable[[str], None], suffix: str
) -> None:
    if PROGRAM is None:
        untried("workbooks saved by LibreOffice: no soffice")
        return
    file = tmp_path / f"isian{suffix}"
    file.write_bytes(saved_by_libreoffice(exported_bytes(REGIONS["arunika"], Audience("internal")), suffix))
    assert set(outcomes(spbe, file, REGIONS["arunika"])) == {"unchanged"}


@pytest.mark.deep
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_was_changed_before_is_all_that_changed(
    spbe, tmp_path: Path, untried: Callable[[str], None], suffix: str
) -> None:
    if PROGRAM is None:
        untried("workbooks saved by LibreOffice: no soffice")
        return
    book = exported(REGION, Audience("internal"))
    FilledSheet(book, "aplikasi").put("presensi", "nama", "Presensi Baru")
    file = tmp_path / f"isian{suffix}"
    file.write_bytes(saved_by_libreoffice(saved(book), suffix))
    assert outcomes(spbe, file, REGION)["changed"] == 1
