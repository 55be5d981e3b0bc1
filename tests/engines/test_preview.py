"""The preview follows every change: values, templates, mistakes and their mending, without a restart."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.preview import Preview
from support.regions import ROOT, copy_region

pytestmark = pytest.mark.slow


MOUNT = "/uji"
VALUES = "indicators/2027/nilai.yaml"


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """A region with an instrument of three indicators, so of few pages, whose site lies in a folder of its host."""
    root = copy_region(ROOT / "tests/data/own-instrument", tmp_path / "region")
    with (root / "mkdocs.yml").open("a") as settings:
        settings.write(f"site_url: https://contoh.example{MOUNT}/\n")
    return root


@pytest.fixture
def preview(region: Path) -> Iterator[Preview]:
    running = Preview(region, MOUNT)
    yield running
    running.stop()


def test_an_edited_value_a_mistake_and_its_mending_show_without_restart(region: Path, preview: Preview) -> None:
    values = region / VALUES
    good = values.read_text("utf-8")
    preview.wait_for("/indeks/2027/", r"2,80")

    values.write_text(re.sub(r"^I1: .*", "I1: {akhir: 5}", good, flags=re.MULTILINE), "utf-8")
    changed = preview.wait_for("/indeks/2027/", r"Hasil hitung ulang berbeda dari hasil resmi")
    assert "maklumat" not in changed

    values.write_text("I1: {akhir: 3\n", "utf-8")
    preview.wait_for("/indeks/2027/", r"1 kesalahan pada data")
    problems = preview.page("/masalah/")
    assert f"{VALUES}:1:5" in problems
    assert "kurung ini tidak ditutup" in problems

    values.write_text(good, "utf-8")
    preview.wait_for("/indeks/2027/", r"Hasil hitung ulang sama dengan hasil resmi")

    assert "Traceback" not in preview.stop()


def test_a_template_of_the_region_shows_without_restart(region: Path, preview: Preview) -> None:
    preview.wait_for("/", r"Kota Instrumen")
    own = region / "site_templates/pages/beranda"
    own.mkdir(parents=True)
    (own / "ikhtisar.html.j2").write_text("{{ heading(1, 'awal', 'Beranda sendiri') }}", "utf-8")

    preview.wait_for("/", r"Beranda sendiri")


def test_a_preview_that_starts_with_a_mistake_shows_it_and_recovers(region: Path) -> None:
    values = region / VALUES
    good = values.read_text("utf-8")
    values.write_text("\tI1: 3\n", "utf-8")
    running = Preview(region, MOUNT)
    try:
        page = running.wait_for("/", r"Masalah pada data")
        assert "Baris ini menjorok dengan Tab" in page
        values.write_text(good, "utf-8")
        running.wait_for("/indeks/2027/", r"2,80")
    finally:
        assert "Traceback" not in running.stop()


def test_links_out_of_the_region_and_pipes_are_told_and_neither_followed_nor_waited_for(
    region: Path, preview: Preview
) -> None:
    preview.wait_for("/indeks/2027/", r"2,80")
    link, pipe = region / "content/lampiran/semua", region / "content/pipa.md"
    link.parent.mkdir(exist_ok=True)
    link.symlink_to("/")
    os.mkfifo(pipe)
    preview.wait_for("/indeks/2027/", r"2 kesalahan pada data")
    assert "content/lampiran/semua" in preview.page("/masalah/")

    link.unlink()
    pipe.unlink()
    preview.wait_for("/indeks/2027/", r"(?s)^(?!.*kesalahan pada data).*2,80")
    assert "Traceback" not in preview.stop()
