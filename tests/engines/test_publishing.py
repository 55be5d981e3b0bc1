"""A build replaces the site whole or not at all, and a region may shape its own pages."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from support.planned_sites import write_pages
from support.program import spbe
from support.regions import build_region, copy_region


@pytest.fixture
def region(built: Callable[[str], Path], tmp_path: Path) -> Path:
    """A region with its last good site, of few pages: its assessment of 2027 has three indicators."""
    source = built("own-instrument").parent
    root = copy_region(source, tmp_path / "region")
    shutil.copytree(source / "site", root / "site")
    return root


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_broken_data_leaves_the_last_good_site_untouched(region: Path) -> None:
    before = snapshot(region / "site")
    (region / "indicators/2027/nilai.yaml").write_text("I1: {akhir: 9}\n", "utf-8")

    done = build_region(region)

    assert done.returncode == 1
    assert "indicators/2027/nilai.yaml:1:13: kesalahan: Nilai 9 di luar skala" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert snapshot(region / "site") == before
    assert [path.name for path in region.iterdir() if path.name.startswith(".site")] == []


def test_a_broken_page_template_leaves_the_last_good_site_and_names_the_template(region: Path) -> None:
    before = snapshot(region / "site")
    own = region / "site_templates/pages/beranda"
    own.mkdir(parents=True)
    (own / "ikhtisar.html.j2").write_text("{{ heading(1, 'awal', page_title) }}\n{% if %}", "utf-8")

    done = build_region(region)

    assert done.returncode == 1
    assert "ikhtisar.html.j2:2" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert snapshot(region / "site") == before


def test_a_broken_template_of_redirects_leaves_no_site_and_is_named(minimal: Path) -> None:
    own = minimal / "site_templates/components"
    own.mkdir(parents=True)
    (own / "redirect.html.j2").write_text("{{ tidak_ada }}")
    (minimal / "mkdocs.yml").write_text("site_name: A\ndocs_dir: content\ntheme: {name: material}\nplugins: [spbe]\n")
    app = minimal / "architecture/aplikasi/simpeg.yaml"
    app.write_text(app.read_text() + "\ndahulu: [simpeg-lama]\n")

    done = build_region(minimal)

    assert done.returncode == 1
    assert "redirect.html.j2:1" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (minimal / "site").exists()


def test_warnings_in_strict_mode_leave_the_last_good_site(region: Path) -> None:
    before = snapshot(region / "site")
    (region / "content/catatan.md").write_text("# Catatan\n\n[putus](tidak-ada.md)\n", "utf-8")

    done = build_region(region, "--strict")

    assert done.returncode == 1
    assert snapshot(region / "site") == before
    assert [path.name for path in region.iterdir() if path.name.startswith(".site")] == []


def test_a_page_that_disappeared_from_the_data_disappears_from_the_site(region: Path) -> None:
    assert (region / "site/indeks/2027/index.html").is_file()
    for file in (region / "indicators/2027").iterdir():
        file.unlink()

    assert build_region(region).returncode == 0

    assert not (region / "site/indeks/2027").exists()


def test_a_regions_own_template_wins_over_the_shipped_one(region: Path) -> None:
    own = region / "site_templates/pages/beranda"
    own.mkdir(parents=True)
    (own / "ikhtisar.html.j2").write_text("{{ heading(1, 'awal', page_title) }}<p id='sendiri'>{{ profile.nama }}</p>")

    page = LexborHTMLParser((write_pages(region, "/") / "index.html").read_text("utf-8"))
    assert page.css_first("#sendiri").text() == "Kota Instrumen"


def test_a_hand_written_page_at_a_generated_address_becomes_its_introduction(region: Path) -> None:
    (region / "content/indeks.md").write_text("# Indeks kami\n\nKata **pengantar**.\n", "utf-8")

    assert build_region(region).returncode == 0

    page = LexborHTMLParser((region / "site/indeks/index.html").read_text("utf-8"))
    assert [heading.text() for heading in page.css("h1")] == ["Indeks kami"]
    assert page.css_first(".spbe-isi strong").text() == "pengantar"
    assert page.css_first("#hasil") is not None


def test_only_pages_and_what_they_name_of_content_are_published(region: Path) -> None:
    (region / "content/rahasia.txt").write_text("jangan", "utf-8")
    (region / "content/lampiran").mkdir(exist_ok=True)
    for name in ("disebut.txt", "tidak-disebut.txt"):
        (region / "content/lampiran" / name).write_text(name, "utf-8")
    (region / "content/bagan.png").write_bytes(b"png")
    (region / "content/CNAME").write_text("uji.go.id\n")
    text = "---\npenulis: ZQRAHASIA\n---\n# Kisah\n\n[S](lampiran/disebut.txt) ![B](bagan.png)\n\n<!-- ZQRAHASIA -->\n"
    active = "<script>ZQRAHASIASKRIP</script>\n\n<p onclick='ZQRAHASIAKLIK'>teks</p>\n\n[j](javascript:ZQRAHASIATAUT)\n"
    (region / "content/kisah.md").write_text(text + active, "utf-8")

    for words in ((), ("--offline",)):
        assert build_region(region, *words).returncode == 0
    assert spbe("tree", "--root", region, region.parent / "pohon").returncode == 0

    for place in (region / "site", region / "site-luring", region.parent / "pohon"):
        files = [path for path in place.rglob("*") if path.is_file()]
        names = {path.name for path in files}
        assert {"disebut.txt", "bagan.png", "CNAME"} <= names
        assert not names & {"rahasia.txt", "profil.yaml", "tidak-disebut.txt"}
        assert [path for path in files if b"ZQRAHASIA" in path.read_bytes()] == []


def test_search_index_is_made_inside_the_build(region: Path) -> None:
    assert (region / "site/pagefind/pagefind.js").is_file()
    assert list((region / "site/pagefind/fragment").glob("id_*"))


def test_an_attachment_of_closed_evidence_is_not_published(region: Path) -> None:
    folder = region / "indicators/bukti"
    folder.mkdir(parents=True)
    for name, kelas in (("terbuka", "terbuka"), ("rahasia", "tertutup")):
        text = f"id: b-{name}\nnama: Bukti {name}\nklasifikasi: {kelas}\nberkas: {name}.txt\n"
        (folder / f"b-{name}.yaml").write_text(text, "utf-8")
        (region / "content/lampiran").mkdir(exist_ok=True)
        (region / f"content/lampiran/{name}.txt").write_text(name, "utf-8")

    assert build_region(region).returncode == 0
    assert (region / "site/lampiran/terbuka.txt").is_file()
    assert not (region / "site/lampiran/rahasia.txt").exists()

    assert build_region(region, "--edition", "internal").returncode == 0
    assert (region / "site-internal/lampiran/rahasia.txt").is_file()
    assert not (region / "site/lampiran/rahasia.txt").exists()


def test_a_page_written_for_a_hidden_record_or_a_draft_is_not_published_by_any_engine(region: Path) -> None:
    folder = region / "architecture/aplikasi"
    folder.mkdir(parents=True)
    (folder / "rahasia.yaml").write_text("id: rahasia\nnama: R\nklasifikasi: tertutup\ndahulu: [lama]\n", "utf-8")
    pages = region / "content/arsitektur/aplikasi"
    pages.mkdir(parents=True)
    for name in ("rahasia", "lama"):
        (pages / f"{name}.md").write_text("# ZQTULISAN\n", "utf-8")
    (region / "content/indeks").mkdir()
    (region / "content/indeks/2027.md").write_text("# ZQTULISAN\n", "utf-8")
    head = region / "indicators/2027/penilaian.yaml"
    head.write_text(head.read_text("utf-8").replace("terbit", "draf"), "utf-8")

    assert build_region(region).returncode == 0
    assert spbe("tree", "--root", region, region.parent / "pohon").returncode == 0

    for place in (region / "site", region.parent / "pohon"):
        assert [path for path in place.rglob("*") if path.is_file() and b"ZQTULISAN" in path.read_bytes()] == []


def test_a_reference_by_a_former_id_leads_to_the_present_record(region: Path) -> None:
    offices, evidence = region / "architecture/perangkat-daerah", region / "indicators/bukti"
    for folder in (offices, evidence):
        folder.mkdir(parents=True, exist_ok=True)
    (offices / "dinkes.yaml").write_text("id: dinkes\nnama: Dinas Kesehatan\ndahulu: [dinkes-lama]\n", "utf-8")
    (evidence / "b-baru.yaml").write_text("id: b-baru\nnama: Bukti Baru\ndahulu: [b-lama]\n", "utf-8")
    answer = "perangkat_daerah: dinkes-lama\nfakta: Ada.\nbukti: [b-lama]\n"
    (region / "indicators/2027/I1.yaml").write_text(answer, "utf-8")

    address = "/indikator/uji-daerah/I1/"
    page = LexborHTMLParser((write_pages(region, address) / address[1:] / "index.html").read_text("utf-8"))
    links = {link.attributes["href"]: link.text() for link in page.css(".isian a")}
    assert links["../../../perangkat-daerah/dinkes/"] == "Dinas Kesehatan"
    assert links["../../../bukti/#b-baru"] == "Bukti Baru"
