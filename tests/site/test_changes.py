"""The page of changes: by month and day, with labels and links; plain words where nothing is known."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.engines.pipeline import Options
from spbe.history import HistoryStep
from spbe.site import Site
from spbe.site.feed import ENTRIES, feed_of
from spbe.site.templates import environment
from support.assessments import page_of as planned_page
from support.assessments import tree_of
from support.planned_sites import planned
from support.regions import ROOT, SAMPLES, build_region, copy_named

OPTIONS = Options(today=date(2026, 4, 1))


def commit(root: Path, day: str) -> None:
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    env |= dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{day}T12:00:00+0000")
    names = ("-c", "user.name=Seseorang Rahasia", "-c", "user.email=orang@arunika.example")
    for words in (["init", "-q"], ["add", "architecture", "content", "indicators"], [*names, "commit", "-qm", "Pesan"]):
        subprocess.run(["git", "-C", str(root), *words], env=env, check=True, capture_output=True)


def page_of(site: Path) -> LexborHTMLParser:
    return LexborHTMLParser((site / "perubahan/index.html").read_text("utf-8"))


def words(page: LexborHTMLParser) -> str:
    return " ".join(page.css_first(".spbe-isi").text().split())


@pytest.fixture(scope="module", params=SAMPLES)
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample or a part of it after three commits in two months."""
    root = copy_named(request.param, tmp_path_factory.mktemp("perubahan") / "wilayah")
    commit(root, "2026-01-05")
    place = root / "architecture/aplikasi/uji.yaml"
    place.write_text("id: uji\nnama: Aplikasi <Uji>\n", "utf-8")
    simpeg = next((root / "architecture/aplikasi").rglob("simpeg.yaml"))
    simpeg.write_text(re.sub(r"(?m)^tahun_dibangun:.*$", "tahun_dibangun: 1999", simpeg.read_text("utf-8")), "utf-8")
    commit(root, "2026-02-03")
    place.unlink()
    commit(root, "2026-02-20")
    return root


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    return planned(root, OPTIONS).site


@pytest.fixture(scope="module")
def page(site: Site) -> LexborHTMLParser:
    return tree_of(planned_page(site, "/perubahan/"))


def file_of(site: Site, name: str) -> bytes:
    return next(asset.content for asset in site.assets if asset.path == name)


def test_months_and_days_are_headings_newest_first(page: LexborHTMLParser) -> None:

    assert [node.attributes["id"] for node in page.css("h2")][:2] == ["2026-02", "2026-01"]
    assert [node.text() for node in page.css("h2")][:2] == ["Februari 2026", "Januari 2026"]
    days = [node.attributes["datetime"] for node in page.css(".ubahan time")]
    assert days == ["2026-02-20", "2026-02-03", "2026-01-05"]


def test_the_feed_is_found_from_every_page_and_a_file_of_the_site(minimal: Path) -> None:
    commit(minimal, "2026-01-05")
    done = build_region(minimal, "--per-tanggal", "2026-04-01")
    assert done.returncode == 0, done.stderr
    built = minimal / "site"
    for name in ("index.html", "perubahan/index.html", "arsitektur/aplikasi/simpeg/index.html"):
        link = LexborHTMLParser((built / name).read_text("utf-8")).css_first('link[type="application/atom+xml"]')
        assert (built / name).parent.joinpath(link.attributes["href"]).resolve() == built / "perubahan/umpan.xml"
    entries = ET.fromstring((built / "perubahan/umpan.xml").read_bytes()).findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == 1


def test_the_feed_tells_every_step(site: Site) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ET.fromstring(file_of(site, "perubahan/umpan.xml"))
    entries = feed.findall(f"{atom}entry")

    assert [entry.findtext(f"{atom}updated") for entry in entries] == [
        "2026-02-20T00:00:00Z",
        "2026-02-03T00:00:00Z",
        "2026-01-05T00:00:00Z",
    ]
    assert entries[0].findtext(f"{atom}title") == "20 Februari 2026: 1 dihapus"
    assert len({entry.findtext(f"{atom}id") for entry in entries}) == 3
    assert "Seseorang" not in ET.tostring(feed, "unicode")


def test_the_feed_tells_the_newest_days_first_whatever_the_order_of_commits() -> None:
    days = [date(2026, 1, 1) + timedelta(number * 7 % 40) for number in range(40)]
    steps = tuple(HistoryStep(str(number), day, ()) for number, day in enumerate(days))
    region = SimpleNamespace(profil=SimpleNamespace(nama="Uji"))
    context: Any = SimpleNamespace(past=SimpleNamespace(steps=steps), region=region, env=environment(ROOT))
    asset = feed_of(context)
    assert asset is not None
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ET.fromstring(asset.content)
    told = [entry.findtext(f"{atom}updated") for entry in feed.findall(f"{atom}entry")]

    assert told == [f"{day}T00:00:00Z" for day in sorted(days, reverse=True)[:ENTRIES]]
    assert feed.findtext(f"{atom}updated") == told[0]


def test_a_change_names_its_fields_and_leads_to_the_record(page: LexborHTMLParser) -> None:
    (item,) = page.css("[aria-labelledby='hari-2026-02-03'] li:has(.ubahan__isian)")

    assert item.css_first("a").attributes["href"] == "spbe:/arsitektur/aplikasi/simpeg/"
    assert item.css_first(".ubahan__isian").text() == "Tahun dibangun"


def test_what_was_removed_is_named_without_a_link(page: LexborHTMLParser) -> None:
    items = [li for li in page.css(".ubahan li") if "<Uji>" in li.text()]

    assert [li.text() for li in items] == ["Aplikasi <Uji>", "Aplikasi <Uji>"]
    assert [li.css("a") for li in items] == [[], []]


def test_the_figures_count_the_changes(page: LexborHTMLParser) -> None:
    figures = {node.css_first(".angka__label").text(): node for node in page.css(".angka-baris .angka")}

    assert figures["Diubah"].css_first(".angka__nilai").text() == "1"
    assert figures["Dihapus"].css_first(".angka__nilai").text() == "1"


def test_long_lists_are_folded(page: LexborHTMLParser) -> None:
    folded = {node.css_first("summary").text().strip() for node in page.css("details.ubahan__kelompok")}

    assert any("Aplikasi" in one for one in folded)


def test_people_their_words_and_hidden_records_are_not_on_the_page(page: LexborHTMLParser) -> None:
    html = page.html or ""
    assert "Februari 2026" in html

    for word in ("Seseorang", "orang@", "Pesan", "2026-pemdi"):
        assert word not in html, word


@pytest.mark.parametrize("name", ["arunika", "bandar-lampung", "madiun"])
def test_without_a_repository_the_page_says_so(name: str, built: Callable[[str], Path]) -> None:
    page = page_of(built(name))

    assert "tidak tersedia" in page.css_first(".peringatan").text()
    assert page.css(".ubahan") == []
    assert "Datanya sendiri lengkap" in words(page)


def test_without_a_repository_the_last_reviews_are_still_told(built: Callable[[str], Path]) -> None:
    links = page_of(built("arunika")).css("#ditinjau ~ ul:not(.ubah) a")

    assert len(links) == 10


def test_the_same_commit_gives_the_same_page_in_another_folder_and_time_zone(
    root: Path, site: Site, tmp_path: Path
) -> None:
    other = tmp_path / "tempat lain"
    subprocess.run(["git", "clone", "-q", str(root), str(other)], check=True, capture_output=True)
    (other / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text("utf-8"), "utf-8")
    with elsewhere():
        there = planned(other, OPTIONS).site
        for address in ("/perubahan/", "/unduhan/"):
            assert planned_page(there, address).blocks == planned_page(site, address).blocks, address
        for name in ("perubahan/umpan.xml", "unduhan/semua.json", "unduhan/jawaban.csv"):
            assert file_of(there, name) == file_of(site, name), name


@contextmanager
def elsewhere() -> Iterator[None]:
    """As on a machine in another time zone that knows no letters but those of ASCII."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Asia/Jayapura")
        patch.setenv("LC_ALL", "C")
        time.tzset()
        yield
    time.tzset()
