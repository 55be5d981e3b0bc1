"""What tests in a browser share beside what all do."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.regions import build_region, copy_region
from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Windows]:
    """Windows that all tests of a worker share."""
    made = Windows(browser)
    yield made
    made.close()


@pytest.fixture(scope="session")
def offline(built: Callable[[str], Path]) -> Path:
    """The copy from disk of the sample, with one hand-written page more and one that introduces; built once."""
    sample = built("arunika").parent
    region = sample.with_name("arunika-luring")
    with region.with_name("arunika-luring.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (region / "site-luring").exists():
            shutil.rmtree(region, ignore_errors=True)
            copy_region(sample, region)
            (region / "content/indeks.md").write_text("# Indeks kami\n\nLihat [tentang](tentang.md).\n", "utf-8")
            (region / "content/bantuan").mkdir()
            (region / "content/bantuan/mulai.md").write_text(
                "# Mulai\n\n[Indeks](../indeks.md), [SIMPEG](../arsitektur/aplikasi/simpeg/index.md#hubungan).\n",
                "utf-8",
            )
            done = build_region(region, "--offline", "--strict")
            assert (done.returncode, done.stderr) == (0, "")
    return region / "site-luring"
