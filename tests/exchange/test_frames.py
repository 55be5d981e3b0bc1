"""Data frames are what the CSV files say, and nothing else in the program needs pandas."""

from __future__ import annotations

import codecs
import io
import subprocess
import sys
from datetime import date

import pandas as pd
import pytest

from spbe.checks import open_region
from spbe.editions import INTERNAL, View, reduce
from spbe.exchange import csv_bytes, tables
from spbe.exchange.frames import frame
from spbe.scoring.outcomes import outcomes
from support.regions import REGIONS, ROOT


@pytest.fixture(scope="module")
def view() -> View:
    opened = open_region(REGIONS["arunika"], date(2026, 4, 1))
    return reduce(opened.region, outcomes(opened.region), INTERNAL)


def test_pandas_writes_the_same_bytes(view: View) -> None:
    for table in tables(view):
        written = frame(table).to_csv(index=False, lineterminator="\r\n").encode()
        assert codecs.BOM_UTF8 + written == csv_bytes(table)[0], table.name


def test_pandas_reads_the_files_back(view: View) -> None:
    for table in tables(view):
        content = io.BytesIO(csv_bytes(table)[0])
        read = pd.read_csv(content, dtype=str, keep_default_na=False, encoding="utf-8-sig")
        pd.testing.assert_frame_equal(read, frame(table), check_dtype=False)


def test_neither_checking_nor_planning_imports_pandas() -> None:
    words = (
        "import sys\n"
        "from pathlib import Path\n"
        "from spbe.engines.pipeline import Options, prepare\n"
        "import spbe.exchange.frames\n"
        f"assert '/unduhan/' in [page.address for page in prepare(Path({str(ROOT)!r}), Options(), 'id')[1].pages]\n"
        "print([name for name in ('pandas', 'numpy') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
