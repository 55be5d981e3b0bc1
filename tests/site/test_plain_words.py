"""A level and a predicate are told in plain words where they are shown; what is not known is not explained."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.editions import INTERNAL
from spbe.engines.pipeline import Options
from support.planned_sites import write_pages
from support.regions import copy_part

INDEX, DRAFT, METHODS = "/indeks/2025/", "/indeks/2026-pemdi/", "/metodologi/"
PLANNING, MANAGEMENT, UNANSWERED = (
    f"/indikator/{code}/" for code in ("permenpanrb-59-2020/I11", "permenpanrb-8-2026/I2", "permenpanrb-8-2026/I1")
)
OURS = "(penjelasan situs ini, bukan kata-kata peraturan)"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_part(tmp_path_factory.mktemp("plain") / "region")
    return write_pages(root, INDEX, DRAFT, METHODS, PLANNING, MANAGEMENT, UNANSWERED, options=Options(INTERNAL))


def told(site: Path, address: str, selector: str = ".sederhana") -> list[str]:
    page = LexborHTMLParser((site / address.strip("/") / "index.html").read_text("utf-8"))
    return [" ".join(node.text().split()) for node in page.css(selector)]


@pytest.mark.parametrize(
    ("address", "begins"),
    [
        (INDEX, "Secara umum layanan elektronik sudah berjalan teratur;"),  # Baik
        (PLANNING, "Perencanaannya sudah lengkap dan dipakai,"),  # level 3
        (MANAGEMENT, "Pengelolaannya belum sepenuhnya teratur,"),  # 2,00
    ],
)
def test_what_it_means_stands_below_it_in_words_marked_as_those_of_the_site(
    site: Path, address: str, begins: str
) -> None:
    (sentence,) = told(site, address)
    assert sentence.startswith(f"Dengan sederhana: {begins}")
    assert sentence.endswith(OURS)


@pytest.mark.parametrize("address", [DRAFT, UNANSWERED])
def test_a_predicate_or_level_that_is_not_known_is_not_explained(site: Path, address: str) -> None:
    assert told(site, address) == []


@pytest.mark.parametrize(("address", "instruments"), [(INDEX, 1), (METHODS, 2)])
def test_the_table_of_predicates_explains_each(site: Path, address: str, instruments: int) -> None:
    meanings = told(site, address, ".predikat__arti")
    assert len(meanings) == 5 * instruments
    assert len(set(meanings)) == 5
    assert any(
        "Arti di bawah setiap batas adalah penjelasan situs ini" in note for note in told(site, address, ".catatan")
    )
