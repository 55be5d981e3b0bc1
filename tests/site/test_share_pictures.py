"""Share pictures: the size that others ask for, the same bytes each time, and which page has which."""

from __future__ import annotations

import os
import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from spbe.editions import Audience
from spbe.engines.pipeline import Options
from spbe.site import Site
from spbe.site.sharing import kept_pictures
from spbe.site.sharing.drawing import picture_of
from spbe.site.sharing.kept_pictures import kept_picture
from spbe.site.sharing.share_card import CardBar, ShareCard
from support.planned_sites import planned, planned_sample
from support.regions import REGIONS

CARD = ShareCard(
    "Kabupaten Arunika",
    "#9a3f12",
    figure="2,71",
    label="Baik",
    lines=("Indeks SPBE 2025",),
    bars=(CardBar("2024", "2,42", 0.4, here=False), CardBar("2025", "2,71", 0.5, here=True)),
)


def colours(content: bytes) -> set[tuple[int, ...]]:
    image = Image.open(BytesIO(content)).convert("RGB")
    return {colour for _count, colour in image.getcolors(2**16) or [] if isinstance(colour, tuple)}


@pytest.fixture(scope="module")
def site() -> Site:
    return planned_sample()


def test_a_picture_is_a_png_of_1200_by_630_in_the_colour_of_the_region_and_alike_each_time() -> None:
    content = picture_of(CARD)

    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", content[16:24]) == (1200, 630)
    assert {(0x9A, 0x3F, 0x12), (255, 255, 255), (23, 33, 43)} <= colours(content)
    assert picture_of(CARD) == content
    assert len(content) < 40_000


def test_texts_of_any_length_and_without_letters_are_drawn() -> None:
    long = "Dinas " + "Penanaman-Modal-dan-Pelayanan-Terpadu " * 30
    for card in (ShareCard(long, "#000000", title=long, lines=(long, long), foot=long), ShareCard("", "#ffffff")):
        assert picture_of(card)[:4] == b"\x89PNG"


def test_what_was_drawn_is_read_again_and_another_card_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    kept_picture(CARD, tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(b"kept")

    assert kept_picture(CARD, tmp_path) == b"kept"
    assert kept_picture(ShareCard("Kota", "#9a3f12"), tmp_path)[:4] == b"\x89PNG"


def test_of_too_many_kept_pictures_the_older_ones_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_pictures, "MOST", 4)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    for age in range(4):
        (tmp_path / f"{age}.png").write_bytes(b"kept")
        os.utime(tmp_path / f"{age}.png", (age, age))
    kept_picture(CARD, tmp_path)

    assert {"2.png", "3.png"} == {path.name for path in tmp_path.iterdir()} & {f"{age}.png" for age in range(4)}
    assert len(list(tmp_path.iterdir())) == 3


def test_pages_of_one_thing_have_its_picture_and_the_others_that_of_their_kind_or_of_home(site: Site) -> None:
    shown = {page.address: page.picture for page in site.pages}

    assert {
        address: shown[address]
        for address in (
            "/",
            "/metodologi/",
            "/indeks/2025/",
            "/indeks/2025/cerita/",
            "/indikator/permenpanrb-59-2020/I11/",
            "/perangkat-daerah/diskominfo/",
            "/arsitektur/aplikasi/simpeg/",
        )
    } == {
        "/": "bagikan/beranda.png",
        "/metodologi/": "bagikan/beranda.png",
        "/indeks/2025/": "bagikan/indeks/2025.png",
        "/indeks/2025/cerita/": "bagikan/indeks/2025.png",
        "/indikator/permenpanrb-59-2020/I11/": "bagikan/indikator/permenpanrb-59-2020/I11.png",
        "/perangkat-daerah/diskominfo/": "bagikan/perangkat-daerah/diskominfo.png",
        "/arsitektur/aplikasi/simpeg/": "bagikan/jenis/aplikasi.png",
    }
    assert {page.picture for page in site.pages} == {asset.path for asset in site.pictures.value}


def test_an_edition_that_is_not_for_everybody_has_no_picture() -> None:
    internal = planned(REGIONS["madiun"], Options(Audience("internal"))).site

    assert {page.picture for page in internal.pages} == {None}
    assert internal.pictures.value == ()
