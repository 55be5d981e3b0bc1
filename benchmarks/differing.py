"""What a difference costs beside one ``check``: ``python -m benchmarks.differing [records] [changed files]``."""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Final

from benchmarks.measuring import least_work
from benchmarks.synthetic import make_region
from spbe.catalogue.quality_gate import with_broken_limits
from spbe.checks import open_region
from spbe.differences import difference_between
from spbe.differences.difference_text import text_of
from spbe.differences.rows import rows_of
from spbe.differences.telling.markdown import markdown_of
from spbe.engines.preflight import preflight
from spbe.yamlio import DocumentReader

RECORDS: Final = 2148
CHANGED: Final = 500
DAY: Final = date(2026, 4, 1)


def measure(folder: Path, records: int = RECORDS, changed: int = CHANGED, times: int = 3) -> tuple[float, float]:
    """Seconds of processor time of a check of the newer side, and of the difference in three forms; the best runs."""
    older, newer = folder / "older", folder / "newer"
    make_region(older, records)
    shutil.copytree(older, newer)
    for path in sorted((newer / "architecture").rglob("*.yaml"))[:: max(records // changed, 1)][:changed]:
        text = path.read_text("utf-8")
        path.write_text(text.replace("nama: ", "nama: Baru ", 1).replace('"nama": "', '"nama": "Baru ', 1), "utf-8")

    def check() -> None:
        preflight(with_broken_limits(open_region(newer, DAY)), target=True)

    def difference() -> None:
        reader = DocumentReader()
        told = difference_between(open_region(older, DAY, reader), open_region(newer, DAY, reader))
        rows_of(told)
        text_of(told, "lama", "baru")
        markdown_of(told, "lama", "baru")

    return least_work(check, times), least_work(difference, times)


def main() -> None:
    """Print both and their ratio."""
    numbers = [int(word) for word in sys.argv[1:]]
    records, changed = [*numbers, *(RECORDS, CHANGED)[len(numbers) :]]
    with tempfile.TemporaryDirectory() as folder:
        check, difference = measure(Path(folder), records, changed)
    print(f"{changed} changed files of {records} records, processor time")
    print(f"  spbe check {check:.2f} s; spbe diff {difference:.2f} s: {difference / check:.2f} (at most 4)")


if __name__ == "__main__":
    main()
