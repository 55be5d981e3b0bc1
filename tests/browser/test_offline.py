"""``spbe build --offline``: a copy that opens from disk, without a server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from support.built_sites import address_of, broken_links
from support.regions import build_region
from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow


def test_every_link_leads_to_a_file_on_disk(offline: Path) -> None:
    assert broken_links(offline) == []


def test_no_link_leads_to_a_folder(offline: Path) -> None:
    folders = [
        link
        for page in offline.rglob("*.html")
        for node in LexborHTMLParser(page.read_text("utf-8")).css("a[href]")
        if (link := node.attributes["href"] or "").split("#")[0].endswith(("/", ".")) and "://" not in link
    ]
    assert folders == []


def test_it_has_every_page_and_nothing_that_needs_a_server(offline: Path, built: Callable[[str], Path]) -> None:
    pages, expected = (
        {address_of(page, site) for page in site.rglob("index.html")} for site in (offline, built("arunika"))
    )

    assert pages == expected | {"/bantuan/mulai/"}
    assert {path.name for path in offline.iterdir()} & {
        "pagefind",
        "404.html",
        "sitemap.xml",
        "sitemap.xml.gz",
    } == set()
    home = LexborHTMLParser((offline / "index.html").read_text("utf-8"))
    assert not home.css("[data-spbe-cari], dialog, link[rel=canonical]")


def test_another_folder_is_replaced_only_when_it_is_such_a_copy(minimal: Path, tmp_path: Path) -> None:
    folder = tmp_path / "salinan"
    for _ in range(2):
        done = build_region(minimal, "--offline", "--out", str(folder))
        assert (done.returncode, done.stdout, done.stderr) == (0, f"Situs selesai: {folder}\n", "")
    assert not (minimal / "site-luring").exists()
    (tmp_path / "surat").mkdir()
    (tmp_path / "surat/penting.txt").write_text("penting")

    refused = build_region(minimal, "--offline", "--out", str(tmp_path / "surat"))

    assert refused.returncode == 1
    assert "bukan buatan perintah ini" in refused.stderr
    assert [path.name for path in (tmp_path / "surat").iterdir()] == ["penting.txt"]


@pytest.mark.browser
def test_a_reader_walks_from_home_to_a_related_record(windows: Windows, offline: Path) -> None:
    with windows.opened(offline=True) as (page, heard):
        faults: list[str] = []
        page.on("requestfailed", lambda request: faults.append(request.url))
        page.on("console", lambda said: said.type in {"error", "warning"} and faults.append(said.text))
        walk(page, offline)
        assert faults == []
        assert [one for one in heard if not one.startswith(("file:", "data:"))] == []


def walk(page: Page, offline: Path) -> None:
    page.goto((offline / "index.html").as_uri())
    assert page.locator("[data-spbe-cari]").count() == 0
    page.locator("article a[href='arsitektur/aplikasi/index.html']").first.click()
    page.wait_for_url("**/arsitektur/aplikasi/index.html")
    assert page.locator("h1").inner_text().startswith("Aplikasi")
    page.get_by_label("Saring", exact=True).fill("simpeg")
    page.locator("tbody tr:not([hidden]) a", has_text="SIMPEG").first.click()
    page.wait_for_url("**/aplikasi/simpeg/index.html")
    relation = page.locator(".relasi a").first
    name = relation.inner_text()
    relation.click()
    page.locator("h1", has_text=name).wait_for()
    page.locator(".md-header a.md-logo").click()
    page.wait_for_url((offline / "index.html").as_uri())
    page.locator(".spbe-menu a[href='indeks/index.html']").click()
    page.locator("article a[href='../tentang/index.html']").click()
    page.wait_for_url("**/tentang/index.html")
