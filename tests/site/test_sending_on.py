"""Every page can be sent on, and a mistake in it reported: by links that work without the script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.model.profil import Profil
from spbe.site.sharing.contact import Contact, contact_of, report_link

Built = Callable[[str], Path]


def page_at(site: Path, place: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / place / "index.html").read_text("utf-8"))


def test_two_records_of_one_kind_are_sent_on_with_their_own_title_and_address(built: Built) -> None:
    for name, title in (("simpeg", "SIMPEG"), ("antrean", "Antrean Puskesmas")):
        page = page_at(built("arunika"), f"arsitektur/aplikasi/{name}")
        links = {link.text(): link.attributes["href"] or "" for link in page.css(".ubah a")}
        message = urlsplit(links["Kirim lewat WhatsApp"])
        letter = urlsplit(links["Laporkan kekeliruan data"])
        address = f"https://arunika.example/arsitektur/aplikasi/{name}/"

        assert (message.scheme, message.netloc, message.path) == ("https", "wa.me", "/")
        assert parse_qs(message.query)["text"] == [f"{title} · Aplikasi - Kabupaten Arunika (contoh) {address}"]
        assert (letter.scheme, letter.path) == ("mailto", "diskominfo@arunikakab.example")
        assert parse_qs(letter.query)["subject"] == [f"Kekeliruan data: {title} · Aplikasi"]
        assert parse_qs(letter.query)["body"][0].startswith(f"Halaman: {address}\r\n")
        assert page.css_first(".ubah li[hidden] button") is not None, "copying needs the script, which shows it"


def test_a_hand_written_page_is_sent_on_and_reported_like_any_other(built: Built) -> None:
    page = page_at(built("arunika"), "panduan/aturan")
    links = {link.text(): urlsplit(link.attributes["href"] or "") for link in page.css(".ubah a")}
    address = "https://arunika.example/panduan/aturan/"

    message = parse_qs(links["Kirim lewat WhatsApp"].query)["text"]
    assert message == [f"Aturan pemeriksaan - Kabupaten Arunika (contoh) {address}"]
    assert parse_qs(links["Laporkan kekeliruan data"].query)["subject"] == ["Kekeliruan data: Aturan pemeriksaan"]


def test_the_foot_of_every_page_dials_and_writes_to_the_office(built: Built) -> None:
    hand_written = page_at(built("arunika"), "panduan/aturan")
    links = {link.attributes["href"] for link in hand_written.css(".spbe-kaki a")}

    assert links == {"mailto:diskominfo@arunikakab.example", "tel:09995550101"}


def test_the_icon_of_the_browser_tab_is_the_regions_own(built: Built) -> None:
    icon = page_at(built("arunika"), "indeks/2025").css_first("link[rel=icon]").attributes["href"]

    assert icon == "../../lampiran/ikon.svg", "which the sample names beside its logo"


def test_the_picture_of_a_page_is_there_and_named_in_full(built: Built) -> None:
    site = built("arunika")
    page = page_at(site, "indikator/permenpanrb-59-2020/I11")
    named = {node.attributes.get("property"): node.attributes.get("content") or "" for node in page.css("meta")}

    assert named["og:image"] == "https://arunika.example/bagikan/indikator/permenpanrb-59-2020/I11.png"
    assert (site / urlsplit(named["og:image"]).path.strip("/")).read_bytes()[:4] == b"\x89PNG"
    other = page_at(site, "indikator/permenpanrb-59-2020/I12").css_first('meta[property="og:image"]')
    assert (other.attributes["content"] or "").endswith("/I12.png")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"surel": "a@b.example", "telepon": "+62 999-1"}, Contact(None, "a@b.example", "+62 999-1", "+629991")),
        ({"nama": "D", "surel": "a@b.example?bcc=x@y.example"}, None),
        ({"telepon": "hubungi loket"}, None),
        ({"nama": "Diskominfo"}, None),
    ],
)
def test_what_is_no_address_and_no_number_becomes_no_link(given: dict[str, str], found: Contact | None) -> None:
    assert contact_of(Profil.model_validate({"nama": "Kota", "kontak": given})) == found


def test_a_title_cannot_add_a_line_or_a_receiver_to_a_letter() -> None:
    link = report_link("a@b.example", "X&bcc=c@d.example\r\nBcc: e@f.example", "https://x.example/?a=1&b=2")

    assert link.count("&") == 1
    assert link.count("?") == 1
    assert not {"\r", "\n", " "} & set(link)
