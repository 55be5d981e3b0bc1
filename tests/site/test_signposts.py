"""What tells others where to go: metadata, sitemap, robots, redirects, the page for wrong addresses, edit links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.editions import PUBLIC, redact
from spbe.scoring.outcomes import outcomes
from spbe.site.addresses import has_pages, record_address
from support.built_sites import is_redirect, pages_of
from support.regions import ROOT, build_region, copy_region, open_fast

SITES = ["arunika", "bandar-lampung", "madiun"]
MINIMAL = Path(__file__).parents[1] / "data" / "minimal"

Built = Callable[[str], Path]


def page_at(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address.strip("/") / "index.html").read_text("utf-8"))


def listed(site: Path) -> dict[str, LexborHTMLParser]:
    """The pages of ``site`` by address, but redirects and that for wrong addresses."""
    return {
        address: page for address, page in pages_of(site).items() if address.endswith("/") and not is_redirect(page)
    }


def meta(page: LexborHTMLParser, name: str) -> str | None:
    node = page.css_first(f'meta[name="{name}"], meta[property="{name}"]')
    return node.attributes["content"] if node else None


@pytest.mark.parametrize("name", SITES)
def test_titles_and_descriptions_are_unique(name: str, built: Built) -> None:
    pages = listed(built(name)).values()
    titles = Counter(page.css_first("title").text() for page in pages)
    descriptions = Counter(meta(page, "description") for page in pages)

    assert [title for title, times in titles.items() if times > 1] == []
    assert [told for told, times in descriptions.items() if times > 1] == []


def test_every_page_tells_its_address_date_and_what_others_show_of_it(built: Built) -> None:
    site = built("arunika")
    day = meta(page_at(site, "/"), "dcterms.modified")
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", day or "")

    for address, page in listed(site).items():
        whole = urljoin("https://arunika.example/", address.lstrip("/"))
        assert page.css_first("link[rel=canonical]").attributes["href"] == whole
        assert meta(page, "og:url") == whole
        assert meta(page, "og:locale") == "id_ID"
        assert meta(page, "og:description") == meta(page, "description"), address
        assert meta(page, "dcterms.modified") == day
        assert meta(page, "robots") is None
        assert (meta(page, "og:image") or "").startswith("https://arunika.example/bagikan/"), address


@pytest.mark.parametrize("name", SITES)
def test_the_sitemap_has_every_page_with_the_date_of_the_data(name: str, built: Built) -> None:
    site = built(name)
    text = (site / "sitemap.xml").read_text("utf-8")
    told = {urlsplit(found).path for found in re.findall(r"<loc>(.*?)</loc>", text)}
    prefix = urlsplit(re.findall(r"<loc>(.*?)</loc>", text)[0]).path.rstrip("/") if name != "arunika" else ""
    days = set(re.findall(r"<lastmod>(.*?)</lastmod>", text))

    assert {path.removeprefix(prefix) or "/" for path in told} == set(listed(site))
    assert days == {meta(page_at(site, "/"), "dcterms.modified")}
    assert text.count("<lastmod>") == len(told)


def test_robots_may_read_a_public_site_and_find_its_sitemap(built: Built) -> None:
    assert (built("arunika") / "robots.txt").read_text() == (
        "User-agent: *\nAllow: /\nSitemap: https://arunika.example/sitemap.xml\n"
    )


def test_former_addresses_lead_to_the_present_ones(built: Built) -> None:
    site = built("arunika")
    opened = open_fast(ROOT)
    view = redact(opened.region, outcomes(opened.region), PUBLIC)
    followed = 0
    for old, new in view.region.renamed.items():
        if not has_pages(old.kind):
            assert not (site / record_address(old).strip("/")).exists()
            continue
        page = page_at(site, record_address(old))
        link = page.css_first("body a").attributes["href"] or ""
        assert page.css_first("meta[http-equiv=refresh]").attributes["content"] == f"0; url={link}"
        assert urlsplit(urljoin("http://here" + record_address(old), link)).path == record_address(new)
        canonical = page.css_first("link[rel=canonical]").attributes["href"] or ""
        assert canonical == "https://arunika.example" + record_address(new)
        assert page_at(site, record_address(new)).css_first("h1").text() == page.css_first("body a").text()
        followed += 1

    assert followed >= 7
    assert "/arsitektur/aplikasi/simpeg-baru/" not in (site / "sitemap.xml").read_text()


MOVED = {
    "/mutu-data/": "/kualitas-data/",
    "/mutu-data/perangkat-daerah/": "/kualitas-data/perangkat-daerah/",
    "/mutu-data/tanpa-pemilik/": "/kualitas-data/tanpa-pemilik/",
    "/mutu-data/aplikasi-tanpa-rumah/": "/kualitas-data/aplikasi-tanpa-server/",
    "/mutu-data/data-tanpa-wali/": "/kualitas-data/data-tanpa-walidata/",
    "/indeks/2025/uji/": "/indeks/2025/kesesuaian/",
    "/panduan/membaca-galat/": "/panduan/membaca-pesan-kesalahan/",
}
"""Addresses of the sample's pages that moved because they held a word that is gone."""


def test_pages_that_moved_leave_a_redirect(built: Built) -> None:
    site = built("arunika")
    for old, new in MOVED.items():
        page = page_at(site, old)
        link = page.css_first("body a").attributes["href"] or ""
        assert page.css_first("meta[http-equiv=refresh]").attributes["content"] == f"0; url={link}"
        assert urlsplit(urljoin("http://here" + old, link)).path == new
        assert not is_redirect(page_at(site, new)), new
    assert not (site / "mutu-data/aplikasi-tanpa-server").exists()


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site below a folder, from a public repository, with pages written by hand."""
    root = copy_region(MINIMAL, tmp_path_factory.mktemp("below") / "region")
    (root / "mkdocs.yml").write_text(
        "site_name: Kecil\nsite_url: https://daerah.example/spbe/\ndocs_dir: content\n"
        "repo_url: https://git.example/daerah/spbe\nedit_uri: edit/main/content/\n"
        "theme: {name: material, language: id}\nplugins: [spbe]\n"
    )
    with (root / "content/profil.yaml").open("a") as profile:
        profile.write("\npublikasi: {repo_publik: ya}\n")
    (root / "content/cerita").mkdir()
    (root / "content/cerita/awal.md").write_text(
        "---\nspbe: {kind: home, search: 3}\n---\n# Awal\n\n"
        "[Simpeg](spbe:aplikasi/simpeg), [isinya][acuan], `[x](spbe:aplikasi/lain)`, "
        "dan [indeks](../indeks/index.md).\n\n[acuan]: spbe:aplikasi/simpeg#hubungan\n"
    )
    (root / "architecture/aplikasi/rahasia.yaml").write_text("id: rahasia\nnama: Sandi\nklasifikasi: tertutup\n")
    (root / "content/cerita/rahasia.md").write_text("# Rahasia\n\n[Sandi](spbe:aplikasi/rahasia)\n")
    (root / "content/metodologi.md").write_text(
        "---\nspbe: {kind: home, search: 3}\n---\nKami menghitung sendiri. [Simpeg](spbe:aplikasi/simpeg)\n"
    )
    (root / "content/panduan").mkdir(exist_ok=True)
    (root / "content/panduan/satu.md").write_text("# Satu\n\nHalaman panduan.\n")
    done = build_region(root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def test_the_page_for_wrong_addresses_helps_at_any_depth_and_below_a_folder(below: Path) -> None:
    page = LexborHTMLParser((below / "404.html").read_text("utf-8"))
    links = [node.attributes["href"] or "" for node in page.css(".spbe-isi a")]

    assert page.css_first("h1").text() == "Halaman tidak ditemukan"
    assert len(links) > 12
    for link in links:
        assert link.startswith("/spbe/"), link
        assert (below / link.removeprefix("/spbe/") / "index.html").is_file(), link
    assert all(
        (node.attributes["href"] or "").startswith(("/spbe/", "#", "https://daerah.example/"))
        for node in page.css("link[href], a[href]")
        if not (node.attributes["href"] or "").startswith("https://squidfunk")
    )
    assert meta(page, "robots") == "noindex, nofollow"


def test_records_link_to_their_source_where_the_repository_is_public(below: Path) -> None:
    link = page_at(below, "/arsitektur/aplikasi/simpeg/").css(".ubah a")[-1]

    assert link.text() == "Ubah data ini"
    base = "https://git.example/daerah/spbe/edit/main"
    assert link.attributes["href"] == f"{base}/architecture/aplikasi/simpeg.yaml"
    assert page_at(below, "/cerita/awal/").css(".ubah a")[-1].attributes["href"] == f"{base}/content/cerita/awal.md"
    listed = page_at(below, "/arsitektur/aplikasi/").css(".ubah a")
    assert "Ubah data ini" not in [link.text() for link in listed]


@pytest.mark.parametrize(("address", "family"), [("/cerita/awal/", ""), ("/metodologi/", " spbe-isi--metodologi")])
def test_front_matter_cannot_pass_for_a_planned_page(below: Path, address: str, family: str) -> None:
    assert page_at(below, address).css_first(".spbe-isi").attributes["class"] == f"spbe-isi{family}"


def test_a_hand_written_page_links_to_records_and_generated_pages(below: Path) -> None:
    page = page_at(below, "/cerita/awal/")
    links = [node.attributes["href"] for node in page.css("article a:not([href^='#']), .spbe-isi a")]

    assert "../../arsitektur/aplikasi/simpeg/" in links
    assert "../../arsitektur/aplikasi/simpeg/#hubungan" in links
    assert "../../indeks/" in links
    assert page.css_first(".spbe-isi p code").text() == "[x](spbe:aplikasi/lain)"


def test_an_introduction_stands_below_trail_and_heading(below: Path) -> None:
    page = page_at(below, "/metodologi/")
    order = [node.text(strip=True) for node in page.css(".spbe-isi .jejak, .spbe-isi h1, .spbe-isi > p")]

    assert order[0].startswith("Beranda")
    assert order[1] == "Metodologi"
    assert order[2].startswith("Kami menghitung sendiri.")
    assert page.css_first(".spbe-isi p a").attributes["href"] == "../arsitektur/aplikasi/simpeg/"


def test_hand_written_pages_join_the_menu_by_their_folder(below: Path) -> None:
    entries = {node.text(strip=True): node.attributes["href"] for node in page_at(below, "/panduan/satu/").css("nav a")}

    assert entries["Satu"] == "./"
    tabs = page_at(below, "/").css("#menu > ul > li")
    assert [node.text(strip=True) for node in tabs[-1].css("a")] == ["Panduan", "Cerita"], "folded: more than seven"


def test_closed_editions_are_not_for_robots_and_may_be_edited(tmp_path: Path) -> None:
    root = copy_region(MINIMAL, tmp_path / "region")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text() + "\nrepo_url: https://github.com/daerah/spbe\n")
    assert build_region(root).returncode == 0
    public = page_at(root / "site", "/arsitektur/aplikasi/simpeg/")
    assert public.css_first(".ubah") is None
    assert "github.com/daerah" not in (root / "site/arsitektur/aplikasi/simpeg/index.html").read_text()

    assert build_region(root, "--edition", "internal").returncode == 0

    page = page_at(root / "site-internal", "/arsitektur/aplikasi/simpeg/")
    assert meta(page, "robots") == "noindex, nofollow"
    assert (root / "site-internal/robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    expected = "https://github.com/daerah/spbe/edit/HEAD/architecture/aplikasi/simpeg.yaml"
    assert page.css_first(".ubah a").attributes["href"] == expected


def test_a_link_to_a_hidden_record_leads_to_the_list_of_its_kind(below: Path) -> None:
    [link] = page_at(below, "/cerita/rahasia/").css(".spbe-isi p a")

    assert link.attributes["href"] == "../../arsitektur/aplikasi/"
