"""``spbe tree``: a folder that any relative of MkDocs builds, in which text from data stays text."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import markdown
import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from spbe.editions.written import Written
from spbe.engines.hand_written.source_links import with_moved_links
from spbe.engines.hand_written.written_pages import Extensions, written_pages
from spbe.engines.menu import navigation, reading_order
from spbe.engines.tree.markdown_page import heading_line, html_block
from spbe.engines.tree.tree_settings import RegionSettings, SettingsFaultError, settings_text, tree_settings
from spbe.region.page_reader import PageFile, page_in
from spbe.site import Heading, MenuItem, Site
from spbe.site.templates import environment
from support.built_sites import Said, build_with, differences, said
from support.program import spbe
from support.regions import ROOT, build_region, copy_region

HOSTILE = (
    "<script>alert(1)</script>",
    "[x](javascript:alert(1)) ![y](z.png)",
    "{{ 7*7 }} {% raw %} ${x}",
    "{#lain} {: .kelas } { #a }",
    "`kode` ~~coret~~ *tebal* _miring_ ==tanda==",
    "# 1. - > | a | \\* &lt;b&gt; &amp;",
    "</title></div><img src=x onerror=alert(2)>",
    "https://contoh.example/ www.contoh.example a@b.example :smile: (c) [TOC] [^1]",
    '--8<-- "mkdocs.yml"',
)
MANY = ["toc", "tables", "fenced_code", "attr_list", "md_in_html", "footnotes", "abbr", "pymdownx.superfences"]


def tree(root: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return spbe("tree", folder, "--root", root, *words)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("extensions", [MANY[:4], MANY], ids=["few", "many"])
@pytest.mark.parametrize("text", HOSTILE)
def test_a_heading_keeps_its_text_and_id(text: str, extensions: list[str]) -> None:
    line = heading_line(Heading(2, "bagian-1.2", text))
    found = LexborHTMLParser(markdown.markdown(f"depan\n\n{line}\n\nbelakang", extensions=extensions))

    heading = found.css_first("h2")
    assert heading.text() == text
    assert heading.attributes == {"id": "bagian-1.2"}
    assert [node.tag for node in found.body.iter()] == ["p", "h2", "p"]


@pytest.mark.parametrize("extensions", [MANY[:4], MANY], ids=["few", "many"])
@pytest.mark.parametrize("fence", ["```\nkode\n```", "~~~\nkode\n~~~", "    menjorok", "# judul\n- butir\n\n> kutip"])
def test_html_passes_through_markdown_as_it_is(fence: str, extensions: list[str]) -> None:
    html = f'<p class="a">satu\n\n{fence}\n\n[x](y) **z** [TOC]</p>\n\n<span>dua</span><br>\n<dl><dt>a</dt></dl>'
    block = html_block(html, environment(ROOT))
    found = LexborHTMLParser(markdown.markdown(f"## A\n\n{block}\n\n## B", extensions=extensions))

    inside = found.css_first("div.spbe-isi")
    assert inside.inner_html.strip() == LexborHTMLParser(html).body.inner_html
    assert [node.text() for node in found.css("h2")] == ["A", "B"]


@pytest.mark.parametrize(
    ("written", "moved"),
    [
        ("[a](tentang.md)", "[a](../tentang/index.md)"),
        ("[a](panduan/README.md#x 'b')", "[a](../panduan/index.md#x 'b')"),
        ("![a](<lampiran/b.png>)", "![a](<../lampiran/b.png>)"),
        ("[a]: indeks/2025/index.md", "[a]: 2025/index.md"),
        ("[a](../) [b](../tentang/)", None),  # counted from the page, which stays
        ("[a](#x) [b](https://x.example/a.md) [c](/d.md) [e](spbe:a/b) [f](?x)", None),
        ("`[a](tentang.md)`\n\n```\n[a](tentang.md)\n```\n<a href='x.md'>x</a>", None),
    ],
)
def test_links_of_a_moved_page_lead_where_they_led(written: str, moved: str | None) -> None:
    places = {"indeks.md": "indeks/index.md", "tentang.md": "tentang/index.md", "panduan/README.md": "panduan/index.md"}

    assert with_moved_links(written, "indeks.md", places) == (moved or written)


def test_the_menu_holds_sections_and_overviews_and_leads_to_introductions() -> None:
    menu = (MenuItem("Beranda", "/"), MenuItem("Indeks", "/indeks/", (MenuItem("2025", "/indeks/2025/"),)))

    alone = ["b.md", "panduan-staf/z.md", "panduan-staf/index.md", "a.md"]
    assert navigation(menu, {"/indeks/": "indeks.md"}, alone, {}) == [
        {"Beranda": "index.md"},
        {"Indeks": ["indeks.md", {"2025": "indeks/2025/index.md"}]},
        "a.md",
        "b.md",
        {"Panduan staf": ["panduan-staf/index.md", "panduan-staf/z.md"]},
    ]


def test_written_pages_join_the_guide_in_the_order_in_which_its_first_page_names_them() -> None:
    head = PageFile("panduan/index.md", "content/panduan/index.md", "[B](b.md), lalu [A](a.md#x), [B](b.md)")
    menu = (MenuItem("Panduan", "/panduan/"),)
    alone = ["panduan/a.md", "panduan/b.md", "panduan/0.md", "tentang.md"]
    assert navigation(menu, {}, alone, reading_order([head])) == [
        {"Panduan": ["panduan/index.md", "panduan/b.md", "panduan/a.md", "panduan/0.md", "tentang.md"]}
    ]


def test_settings_are_yaml_that_says_what_was_meant() -> None:
    name = 'Kab. `A`: "b" # !!python/object:os.system\n- {{ x }}'
    site = Site("judul", "id", (), (MenuItem("no", "/"),), styles=("aset/a.css",))
    extensions = Extensions(("toc", "tables", "fenced_code", "admonition"), {"toc": {"slugify": markdown.markdown}})
    settings = tree_settings(site, RegionSettings(name, extensions=extensions), "kaki", [{"no": "index.md"}])
    text = settings_text(settings)

    assert "!!python/name:markdown.core.markdown" in text
    read = yaml.safe_load(text.replace("!!python/name:markdown.core.markdown ''", "x"))
    assert read["site_name"] == name
    assert read["theme"] | {"palette": 0, "features": 0} == {
        "name": "material",
        "language": "id",
        "font": False,
        "features": 0,
        "palette": 0,
    }
    assert read["markdown_extensions"] == [{"toc": {"slugify": "x"}}, "admonition", "attr_list"]
    assert read["nav"] == [{"no": "index.md"}]


def test_a_setting_that_has_no_text_is_named() -> None:
    extensions = Extensions(("x",), {"x": {"y": object()}})
    settings = tree_settings(Site("", "id", (), ()), RegionSettings("a", extensions=extensions), "", [])

    with pytest.raises(SettingsFaultError, match="object object"):
        settings_text(settings)


def test_hand_written_pages_have_titles_and_descriptions_as_mkdocs_gives_them() -> None:
    texts = {
        "a/README.md": "---\ntitle: Judul\ndescription: Kata\ntags: [x]\n---\n\nisi\n",
        "layanan-kami.md": "\ufeffParagraf *satu* & dua.\n\n# Di tengah\n",
        "tentang.md": "# Tentang <b>kami</b>\n\nIsi.\n",
    }
    read = []
    for uri, text in texts.items():
        page, problems = page_in(uri, uri, text.encode())
        assert problems == ()
        read.append(page)
    site = Site("judul", "id", (), (), written=Written(tuple(read)))

    pages = {one.page.address: one for one in written_pages(site, Extensions())}

    assert {address: one.title for address, one in pages.items()} == {
        "/a/": "Judul",
        "/layanan-kami/": "Layanan kami",
        "/tentang/": "Tentang kami",
    }
    assert pages["/a/"].page.meta["tags"] == ["x"]
    assert [one.description for one in pages.values()] == ["Kata", "Paragraf satu & dua.", "Isi."]
    assert [one.headed for one in pages.values()] == [False, True, True]


def test_any_broken_template_is_named(minimal: Path, tmp_path: Path) -> None:
    names = ("partials/trail.html.j2", "partials/redirect.html.j2", "tree/foot.html.j2", "tree/block.html.j2")
    for name in names:
        own = minimal / "site_templates" / name
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text("\n{{ tidak_ada }}")

    done = tree(minimal, tmp_path / "pohon")

    assert done.returncode == 1
    assert [name for name in names if f"{name}:2" not in done.stderr] == []
    assert not (tmp_path / "pohon").exists()


def test_the_tree_is_whole_deterministic_and_replaced(minimal: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pohon"
    first = tree(minimal, folder)
    before = snapshot(folder)
    (folder / "site").mkdir()  # what an engine leaves there
    (folder / "docs/basi.md").write_text("dari data yang lama")

    assert (first.returncode, first.stderr) == (0, "")
    assert tree(minimal, folder).returncode == 0
    assert snapshot(folder) == before
    assert {path.name for path in folder.iterdir()} == {".spbe", "docs", "mkdocs.yml"}
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".pohon")]
    settings = yaml.safe_load(before["mkdocs.yml"])
    assert "simpeg" not in str(settings["nav"])
    assert b"Wilayah ini fiktif" in before["docs/arsitektur/aplikasi/simpeg/index.md"]

    (folder / "catatan.txt").write_text("milik orang")
    refused = tree(minimal, folder)
    assert refused.returncode == 1
    assert "bukan buatan perintah ini" in refused.stderr
    assert (folder / "catatan.txt").exists()


def test_a_tree_speaks_the_language_of_the_site(minimal: Path, tmp_path: Path) -> None:
    settings = minimal / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: id", "language: en"), "utf-8")

    assert tree(minimal, tmp_path / "tree", "--per-tanggal", "2026-01-31").stdout.startswith("Pohon situs selesai")

    read = yaml.safe_load((tmp_path / "tree/mkdocs.yml").read_text("utf-8"))
    assert (
        "Data as of 31 January 2026 · Figures and lists on this site are counted in the open data." in read["copyright"]
    )
    assert read["theme"]["language"] == "en"
    assert {"Home": "index.md"} in read["nav"]
    assert "fictional" in (tmp_path / "tree/docs/index.md").read_text("utf-8")


def test_data_with_errors_leaves_the_tree_as_it_was(minimal: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pohon"
    tree(minimal, folder)
    before = snapshot(folder)
    (minimal / "architecture/aplikasi/simpeg.yaml").write_text("id: simpeg\n")

    done = tree(minimal, folder)

    assert done.returncode == 1
    assert "architecture/aplikasi/simpeg.yaml" in done.stderr
    assert snapshot(folder) == before


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Said]]:
    """The tree of a region with hostile names, introductions and attachments, and what the plugin makes of it."""
    base = tmp_path_factory.mktemp("jahat")
    root = copy_region(ROOT / "tests/data/minimal", base / "wilayah")
    for number, text in enumerate(HOSTILE):
        lines = "\n".join(f"  {line}" for line in ("```", text, "```", "~~~", text, "~~~", "", text))
        name = yaml.safe_dump(text, width=1000, default_style='"')
        (root / f"architecture/layanan/jahat-{number}.yaml").write_text(
            f"id: jahat-{number}\nnama: {name}uraian: |\n{lines}\n"
        )
    (root / "content/indeks.md").write_text(
        "# Indeks kami\n\nLihat [tentang](tentang.md) dan [ini](lampiran/boleh.txt).\n"
    )
    (root / "content/tentang.md").write_text(
        '# Tentang "kami"\n\nLihat [indeks](indeks.md) dan [SIMPEG](spbe:aplikasi/simpeg#hubungan).\n'
    )
    (root / "content/arsitektur").mkdir()
    (root / "content/arsitektur/aplikasi.md").write_text("Kata pengantar, [daftar](../tentang.md).\n")
    (root / "content/lampiran").mkdir()
    (root / "content/lampiran/boleh.txt").write_text("boleh")
    (root / "content/rahasia.txt").write_text("jangan")
    done = tree(root, base / "pohon")
    assert done.returncode == 0, done.stderr
    assert build_region(root).returncode == 0
    return base / "pohon", said(root / "site")


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_hostile_text_stays_text_and_introductions_come_first(
    engine: str, hostile: tuple[Path, dict[str, Said]], tmp_path: Path
) -> None:
    tree_of_it, by_plugin = hostile
    folder = tmp_path / "pohon"
    shutil.copytree(tree_of_it, folder)
    build_with(engine, folder)

    site = folder / "site"
    for number, text in enumerate(HOSTILE):
        page = LexborHTMLParser((site / f"arsitektur/layanan/jahat-{number}/index.html").read_text("utf-8"))
        main = page.css_first("article")
        assert main.css_first("h1").text().rstrip("¶") == text
        assert main.css_first(".pengantar").text().count(text) == 3
        assert page.css_first("title").text().startswith(text)
        assert page.css_first("meta[name=description]").attributes["content"].count(text) == 3
        assert not main.css(
            "script, img, code:not(dd code), del, em, mark, a[href^='javascript'], a[href*='contoh.ex']"
        )
        assert not page.css("[onerror]")
    pages = said(site)
    assert pages["/indeks/"].headings[0] == ("h1", "indeks-kami", "Indeks kami")
    assert [tag for tag, _id, _text in pages["/indeks/"].headings].count("h1") == 1
    assert "http://situs/tentang/" in pages["/indeks/"].links
    assert "http://situs/tentang/" in pages["/arsitektur/aplikasi/"].links
    assert pages["/tentang/"].links == ("http://situs/indeks/", "http://situs/arsitektur/aplikasi/simpeg/#hubungan")
    assert [told for told in differences(pages, by_plugin) if not told.startswith("/: title: ")] == []
    assert {path.name for path in (site / "lampiran").iterdir()} == {"boleh.txt"}
    assert not list(site.rglob("rahasia.txt"))
    assert "Wilayah ini fiktif" in (site / "tentang/index.html").read_text("utf-8")
