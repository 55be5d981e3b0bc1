"""``spbe diff --format html``: one file that opens from disk, before and after side by side, no data as markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from spbe.differences.telling.marking import marked
from support.repositories import Kept, repository

APP = "architecture/aplikasi/simpeg.yaml"
NEW = """id: simpeg
nama: <b onclick="x()">Sistem</b> & ASN
perangkat_daerah: diskominfo
layanan: [kepegawaian]
uraian: "Data induk pegawai \\"dan\\" usul https://contoh.example/x"
"""


class Cells(HTMLParser):
    """The texts of ``th`` and ``td``, row by row, and every tag with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in {"th", "td"}:
            self.rows[-1].append("")
            self._open = True

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag not in {"th", "td"}

    def handle_data(self, data: str) -> None:
        if self._open:
            self.rows[-1][-1] += data


@pytest.fixture
def page(spbe, minimal: Path) -> str:
    kept: Kept = repository(minimal)
    kept.write(APP, NEW)
    kept.write("mkdocs.yml", (minimal / "mkdocs.yml").read_text("utf-8") + "copyright: Arunika\n")
    result = spbe("diff", "HEAD", "--root", kept.root, "--format", "html")
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_before_and_after_stand_side_by_side(page: str) -> None:
    rows = [[" ".join(cell.split()) for cell in row] for row in Cells(page).rows]
    assert ["Isian", "Dahulu", "Kini"] in rows
    assert ["copyright", "–", "ada, tidak disalin ke sini"] in rows
    assert [row[0] for row in rows if len(row) == 1] == [
        'Diubah <b onclick="x()">Sistem</b> & ASN Dinas Komunikasi dan Informatika · architecture/aplikasi/simpeg.yaml',
        "Diubah mkdocs.yml",
    ]
    assert ["Nama", "Sistem Kepegawaian", '<b onclick="x()">Sistem</b> & ASN'] in rows


def test_nothing_is_fetched_and_nothing_of_the_data_is_markup(page: str) -> None:
    tags = Cells(page).tags
    names = {tag for tag, _attributes in tags}
    assert names.isdisjoint({"script", "link", "img", "iframe", "b"})
    links = [attributes["href"] for _tag, attributes in tags if "href" in attributes]
    assert links
    assert all(link is not None and link.startswith("#") for link in links)
    assert not any(name.startswith("on") or name == "src" for _tag, attributes in tags for name in attributes)
    assert "url(" not in page
    assert {"http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'"} in [
        attributes for tag, attributes in tags if tag == "meta"
    ]


def test_every_link_leads_to_a_heading(page: str) -> None:
    tags = Cells(page).tags
    ids = [attributes["id"] for _tag, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {attributes["href"] for _tag, attributes in tags if "href" in attributes} <= {f"#{one}" for one in ids}


def test_the_verdict_is_that_of_the_comment(page: str) -> None:
    (verdict,) = re.findall(r'<p class="anjuran anjuran--timbang">(.*)</p>', page)
    index = "Indeks SPBE 2025 tetap 3,00 (1 dari 47 indikator bernilai)"
    assert verdict == f"Perlu ditimbang: pengaturan atau templat situs berubah; {index}."


@pytest.mark.parametrize(
    ("before", "after", "gone", "new"),
    [
        ("satu dua tiga", "satu empat tiga", ["dua"], ["empat"]),
        ("satu dua", "satu dua tiga empat", [], ["tiga empat"]),
        ("sama sekali", "lain isinya", ["sama sekali"], ["lain isinya"]),
        ("–", "baru", [], []),
    ],
)
def test_words_that_only_one_version_has_are_marked(before: str, after: str, gone: list[str], new: list[str]) -> None:
    was, now = marked(before, after)
    assert ("".join(text for text, _only in was), "".join(text for text, _only in now)) == (before, after)
    assert [text for text, only in was if only] == gone
    assert [text for text, only in now if only] == new
