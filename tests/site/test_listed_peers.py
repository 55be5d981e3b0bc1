"""A rank among peers that the region itself listed, for a year without a national table."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from spbe.editions import Audience, redact
from spbe.scoring.outcomes import outcomes
from spbe.site.page import Html
from spbe.site.pages.indeks import banding
from spbe.site.site_context import SiteContext
from spbe.site.templates import environment
from support.regions import open_fast

HEAD = """\
tahun: 2022
instrumen: permenpanrb-59-2020
publikasi: {status: terbit}
hasil_resmi: {indeks: 3.40, predikat: Baik, domain: {D1: 3.6, D2: 3.1, D3: 2.5, D4: 3.9}, sumber: KepmenPANRB 108/2023}
"""
PEERS = """\
kelompok: provinsi
hasil:
  - {instansi: Provinsi DKI Jakarta, tahun: 2022, indeks: 3.67, domain: {D1: 3.9}, sumber: KepmenPANRB 108/2023}
  - {instansi: Provinsi Jambi, tahun: 2022, indeks: 2.50, sumber: Berita, tautan: "https://jambi.example/spbe"}
  - {instansi: Provinsi Jambi, tahun: 2021, indeks: 2.21, sumber: Berita}
  - {instansi: Provinsi Banten, tahun: 2022, instrumen: permenpanrb-5-2018, indeks: 4, sumber: Berita}
"""


def told(root: Path, year: str = "2022", peers: str = PEERS) -> tuple[str, LexborHTMLParser]:
    profile = root / "content/profil.yaml"
    profile.write_text("nama: Provinsi Kalimantan Barat\njenis: provinsi\n", "utf-8")
    (root / f"indicators/{year}").mkdir(parents=True, exist_ok=True)
    (root / f"indicators/{year}/penilaian.yaml").write_text(HEAD.replace("2022\n", f"{year}\n"), "utf-8")
    (root / "indicators/pembanding.yaml").write_text(peers, "utf-8")
    opened = open_fast(root)
    assert opened.sound, opened.problems
    view = redact(opened.region, outcomes(opened.region), Audience("publik"))
    pages = banding.pages(SiteContext(view, environment(root), root))
    [page] = [one for one in pages if f"/{year}/" in one.address]
    parsed = LexborHTMLParser("".join(block.html for block in page.blocks if isinstance(block, Html)))
    return " ".join(parsed.body.text().split()), parsed


def cells(page: LexborHTMLParser) -> list[list[str]]:
    return [[cell.text().strip() for cell in row.css("th, td")] for row in page.css("#pembanding-daerah tbody tr")]


def test_second_of_the_provinces_is_told_and_marked_as_the_region_s_own_list(minimal: Path) -> None:
    text, page = told(minimal)

    assert (
        "Provinsi Kalimantan Barat: peringkat 2 dari 3 provinsi; tertinggi Provinsi DKI Jakarta, 3,67 terhadap 3,40."
        in text
    )
    assert "Ini bukan tabel resmi, dan instansi di luar daftar tidak terhitung." in text
    assert cells(page) == [
        ["Provinsi DKI Jakarta", "3,67", "3,90", "KepmenPANRB 108/2023"],
        ["Provinsi Kalimantan Barat (wilayah ini)", "3,40", "3,60", "–"],
        ["Provinsi Jambi", "2,50", "–", "Berita"],
    ]
    assert page.css_first('#pembanding-daerah a[href="https://jambi.example/spbe"]') is not None


def test_where_a_national_table_of_the_year_tells_the_list_is_silent(minimal: Path) -> None:
    text, page = told(minimal, "2023", PEERS.replace("tahun: 2022", "tahun: 2023"))

    assert page.css("#pembanding-daerah") == []
    assert "menurut tabel nasional" in text or "tabel nasional 2023" in text


def test_a_year_that_nobody_is_listed_for_tells_nothing(minimal: Path) -> None:
    _text, page = told(minimal, peers="hasil: []\n")

    assert page.css("#pembanding-daerah") == []
