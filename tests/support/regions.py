"""Regions that tests build: copies of real folders, built as a user would build them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

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


def build_region(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run ``spbe build`` on the region at ``root`` as a user would."""
    command = [sys.executable, "-m", "spbe", "build", "--root", str(root), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
