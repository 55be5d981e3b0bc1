"""The preview follows every change: values, templates, mistakes and their mending, without a restart."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from regions import copy_region

pytestmark = pytest.mark.slow

PATIENCE = 40.0


class Preview:
    """A running ``spbe serve``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/bandar-lampung"
        command = [sys.executable, "-m", "spbe", "serve", "--root", str(root), "--addr", f"127.0.0.1:{port}"]
        self.log = (root / "serve.log").open("w")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL)

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                return answer.read().decode()
        except (OSError, urllib.error.URLError):
            return ""

    def wait_for(self, path: str, pattern: str) -> str:
        """The page at ``path`` once it matches ``pattern``."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, (self.root / "serve.log").read_text()
            page = self.page(path)
            if re.search(pattern, page):
                return page
            time.sleep(0.3)
        raise AssertionError(f"{path} never showed {pattern}\n{(self.root / 'serve.log').read_text()}")

    def stop(self) -> str:
        self.process.terminate()
        self.process.wait(10)
        self.log.close()
        return (self.root / "serve.log").read_text()


@pytest.fixture
def region(built: Callable[[str], Path], tmp_path: Path) -> Path:
    return copy_region(built("bandar-lampung").parent, tmp_path / "region")


@pytest.fixture
def preview(region: Path) -> Iterator[Preview]:
    running = Preview(region)
    yield running
    running.stop()


def test_an_edited_value_a_mistake_and_its_mending_show_without_restart(region: Path, preview: Preview) -> None:
    values = region / "indicators/2023/nilai.yaml"
    good = values.read_text("utf-8")
    preview.wait_for("/indeks/2023/", r"2,15")

    values.write_text(re.sub(r"^I1: .*", "I1: {akhir: 5}", good, flags=re.MULTILINE), "utf-8")
    changed = preview.wait_for("/indeks/2023/", r"Hasil hitung ulang berbeda dari hasil resmi")
    assert "maklumat" not in changed

    values.write_text("I1: {akhir: 3\n", "utf-8")
    preview.wait_for("/indeks/2023/", r"1 galat pada data")
    problems = preview.page("/masalah/")
    assert "indicators/2023/nilai.yaml:1:5" in problems
    assert "kurung ini tidak ditutup" in problems

    values.write_text(good, "utf-8")
    preview.wait_for("/indeks/2023/", r"Hasil hitung ulang sama dengan hasil resmi")

    assert "Traceback" not in preview.stop()


def test_a_template_of_the_region_shows_without_restart(region: Path, preview: Preview) -> None:
    preview.wait_for("/", r"Kota Bandar Lampung")
    # The folder is watched from the start only if it is there; a page of content wakes the preview up.
    own = region / "site_templates/pages"
    own.mkdir(parents=True)
    (own / "home.html.j2").write_text("{{ heading(1, 'awal', 'Beranda sendiri') }}", "utf-8")
    (region / "content/baru.md").write_text("# Baru\n", "utf-8")

    preview.wait_for("/", r"Beranda sendiri")


def test_a_preview_that_starts_with_a_mistake_shows_it_and_recovers(region: Path) -> None:
    values = region / "indicators/2023/nilai.yaml"
    good = values.read_text("utf-8")
    values.write_text("\tI1: 3\n", "utf-8")
    running = Preview(region)
    try:
        page = running.wait_for("/", r"Masalah pada data")
        assert "Baris ini menjorok dengan Tab" in page
        values.write_text(good, "utf-8")
        running.wait_for("/indeks/2023/", r"2,15")
    finally:
        assert "Traceback" not in running.stop()
