"""Regions that tests build: copies of real folders, built as a user would build them."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from functools import cache
from pathlib import Path

from spbe.checks import Opened, open_region
from support.program import spbe

ROOT = Path(__file__).parent.parent.parent
REGIONS = {
    "arunika": ROOT,
    "bandar-lampung": ROOT / "tests" / "data" / "bandar-lampung",
    "madiun": ROOT / "tests" / "data" / "madiun",
}
REGION_PARTS = ("content", "indicators", "architecture", "mkdocs.yml")


def copy_region(source: Path, target: Path) -> Path:
    """A copy of the region at ``source`` that a test may change."""
    target.mkdir(parents=True)
    for name in REGION_PARTS:
        part = source / name
        if part.is_dir():
            shutil.copytree(part, target / name)
        elif part.is_file():
            shutil.copy(part, target / name)
    return target


@cache
def open_shared(root: Path, day: date | None = None) -> Opened:
    """``open_region`` of a region of :data:`REGIONS`, opened once per worker: what it gives cannot be changed."""
    assert root in REGIONS.values(), "a copy may change"
    return open_region(root, day)


def build_region(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run ``spbe build`` on the region at ``root`` as a user would."""
    return spbe("build", "--root", root, *words)
