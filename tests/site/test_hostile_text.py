"""Whatever is written into a text field appears as text: on no page does it become markup, a script or a link."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from spbe.checks import open_region
from spbe.editions import INTERNAL
from spbe.engines.mkdocs.mkdocs_settings import load_settings
from spbe.engines.mkdocs.runner import build_site
from spbe.engines.pipeline import Options
from spbe.model.base import Base, fields_of
from spbe.model.kinds import ARCHITECTURE, KINDS
from spbe.model.penilaian import Jawaban
from spbe.model.record import Record
from spbe.model.references import direct_references
from spbe.region import Node
from spbe.site.addresses import record_address
from support import canaries
from support.built_sites import pages_of
from support.canaries import write
from support.regions import ROOT, copy_part

pytestmark = pytest.mark.slow

HOSTILE = {
    "skrip": "<script>alert(1)</script>",
    "komentar": "<!-- alert(1) -->",
    "jinja": "{{ 7*7 }}",
    "jinja-blok": "{% raw %}alert(1){% endraw %}",
    "tautan-markdown": "[x](javascript:alert(1))",
    "gambar-markdown": "![x](http://luar.example/x.png)",
    "atribut": '"><img src=x onerror=alert(1)>',
    "petik": "' onmouseover='alert(1)' \" autofocus onfocus=\"alert(1)",
    "kata-panjang": "W" * 300,
    "emoji": "👩‍👩‍👧‍👦 🇮🇩 ✅",
    "kanan-ke-kiri": "שלום مرحبا",
    "judul": "</title></head><body onload=alert(1)>",
    "gaya": "</style><style>body{display:none}</style>",
    "templat": "</template><svg onload=alert(1)>",
    "rujukan": '<a href="spbe:/x/">x</a>',
    "rujukan-saja": ' href="spbe:/x/"',
    "entitas": "&lt;script&gt;alert(1)&lt;/script&gt; &amp;copy; &#60;",
    "format": "{0} {nama} %s %(x)s {",
    "markdown": "# Judul *tebal* _miring_ `kode` ~~x~~ | a | b |",
    "angka": "=HYPERLINK(1) +1 -1 @x",
}
TOGETHER = " ".join(HOSTILE.values())

HANDLERS = re.compile(r"^on[a-z]+$")
DANGEROUS = re.compile(r"^[\s\x00-\x20]*(javascript|vbscript|data\s*:\s*text)", re.IGNORECASE)


@dataclass(frozen=True)
class Built:
    """A built site with the texts that each record page must tell, and how often."""

    pages: Mapping[str, LexborHTMLParser]
    records: dict[str, tuple[str, int]]


def filled(model: type[Base], base: dict[str, Any], text: str) -> dict[str, Any]:
    """Every text field of ``model``, whoever may see it, holding ``text``; parts are filled too."""
    values: dict[str, Any] = {}
    for name in fields_of(model):
        if name in {"id", "nama"} or name in direct_references(model):
            continue
        if canaries.accepts(model, base, name, text):
            values[name] = text
        elif canaries.accepts(model, base, name, {text: text}):
            values[name] = {text: text}
    return values


def plant(root: Path) -> dict[str, tuple[str, int]]:
    """Hostile text in every field of every kind, in the profile, teams and answers; addresses of the records."""
    records: dict[str, tuple[str, int]] = {}
    for slug, model, base in canaries.bases():
        code = base.get("jenis", "umum")
        texts = HOSTILE if code == "umum" else {"semua": TOGETHER}
        for what, text in texts.items():
            name = f"uji-{code}-{what}"
            record = {**base, "id": name, "nama": text, **filled(model, base, text)}
            if slug == "proses-bisnis":
                record["iku"] = [{"nama": text, "target": text, "realisasi": text, "satuan": text}]
            count = len(filled(model, base, text))
            if issubclass(model, Record):
                record["rencana"] = {"uraian": f"{text} baru", "sumber": text}
            write(root, f"{KINDS[slug].folder}/{name}.yaml", record)
            if slug in {"perangkat-daerah", *ARCHITECTURE}:
                records[record_address(Node(slug, name))] = (text, count)
    for what in ("skrip", "komentar", "atribut", "petik", "judul", "templat", "entitas"):
        text = HOSTILE[what]
        head: dict[str, Any] = {
            "title": f"Halaman {text}",
            "description": text,
            "subtitle": text,
            "tags": [text],
            "status": text,
        }
        page = root / f"content/tulisan-{what}.md"
        page.write_text(f"---\n{json.dumps(head, ensure_ascii=False)}\n---\n\nIsi.\n", "utf-8")
    text = TOGETHER
    profile = {"nama": text, "uraian": text, "kode_wilayah": text, "provinsi": text, "contoh": "ya"}
    profile["kontak"] = dict.fromkeys(("nama", "surel", "telepon", "alamat"), text)  # type: ignore[assignment]
    profile["lisensi"] = {"nama": text, "tautan": "https://x.example/?a=1&b=<"[:-1]}  # type: ignore[assignment]
    write(root, "content/profil.yaml", profile)
    seat = {"jabatan": text, "peran": text, "perangkat_daerah": "dinkes"}
    team = {"nama": text, "sk": text, "tugas": [text], "anggota": [seat]}
    write(root, "indicators/tim.yaml", {"koordinasi": team, "lainnya": [team]})
    instrument = (ROOT / "tests/data/own-instrument/indicators/instrumen/uji-daerah.yaml").read_text("utf-8")
    quoted = text.replace("'", "''")
    for old in ("Uji Daerah", "Indeks Uji", "Hebat", "Layak", "Layanan warga", "Pengaduan", "Informasi"):
        instrument = re.sub(
            rf"(nama|indeks): {old}\b", lambda match: f"{match[1]}: '{quoted} {match[0][-3:]}'", instrument
        )
    (root / "indicators/instrumen").mkdir()
    (root / "indicators/instrumen/uji-daerah.yaml").write_text(instrument, "utf-8")
    head = {"tahun": "2027", "instrumen": "uji-daerah", "publikasi": {"status": "terbit"}}
    head |= {"nama": text, "catatan": text, "catatan_internal": text}
    head["hasil_resmi"] = {"indeks": "2.80", "predikat": text, "sumber": text, "catatan": text}
    write(root, "indicators/2027/penilaian.yaml", head)
    write(root, "indicators/2027/nilai.yaml", {code: {"mandiri": "3", "akhir": "2"} for code in ("I1", "I2", "I3")})
    write(root, "indicators/2027/I1.yaml", filled(Jawaban, {}, text) | {"bukti": ["uji-umum-skrip"]})
    return records


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = copy_part(tmp_path_factory.mktemp("musuh") / "wilayah")
    records = plant(root)
    opened = open_region(root)
    assert opened.sound, [problem for problem in opened.problems if problem.severity == "error"][:5]
    site = build_site(load_settings(root), Options(INTERNAL, date(2026, 4, 1)))
    assert site is not None
    return Built(pages_of(site), records)


@pytest.fixture(scope="module")
def harmless(built: Callable[[str], Path]) -> Built:
    """The same region without the hostile records."""
    return Built(pages_of(built("part")), {})


def squeezed(text: str) -> str:
    return " ".join(text.split())


def body_text(page: LexborHTMLParser) -> str:
    main = page.css_first("main") or page.body
    assert main is not None
    return squeezed(main.text())


def scripts(page: LexborHTMLParser) -> set[str]:
    """The scripts of a page, without the settings that differ from page to page."""
    found = set()
    for node in page.css("script"):
        source = node.attributes.get("src")
        if node.attributes.get("type") in {"application/json", "application/ld+json"} or node.id == "__config":
            continue
        found.add(source.replace("../", "").lstrip("./") if source else squeezed(node.text()))
    return found


def every(page: LexborHTMLParser) -> list[LexborNode]:
    return page.css("*")


def test_there_is_something_to_look_at(hostile: Built) -> None:
    assert len(hostile.records) > 150
    assert hostile.records.keys() <= hostile.pages.keys()


def test_no_script_comes_from_data(hostile: Built, harmless: Built) -> None:
    known: set[str] = set()
    for page in harmless.pages.values():
        known |= scripts(page)
    for name, page in hostile.pages.items():
        assert {script for script in scripts(page) if "alert" in script} == set(), name
        assert {re.sub(r"\.[0-9a-f]{8}\.", ".", one) for one in scripts(page)} <= {
            re.sub(r"\.[0-9a-f]{8}\.", ".", one) for one in known
        }, name


def test_settings_for_scripts_hold_data_as_data(hostile: Built) -> None:
    """Inside a ``script`` of JSON nothing may end the element early; the parser would have seen another one."""
    for name, page in hostile.pages.items():
        for node in page.css("script"):
            assert "</script" not in node.text(), name


def test_no_handler_comes_from_data(hostile: Built) -> None:
    for name, page in hostile.pages.items():
        for node in every(page):
            handlers = [key for key in node.attributes if HANDLERS.match(key)]
            assert handlers == [], f"{name}: {node.html[:200] if node.html else ''}"


def test_no_address_runs_a_script_or_stays_unresolved(hostile: Built) -> None:
    for name, page in hostile.pages.items():
        for node in every(page):
            for key, value in node.attributes.items():
                if key in {"href", "src", "action", "formaction", "xlink:href", "poster", "data", "srcset"} and value:
                    assert not DANGEROUS.match(value), f"{name}: {key}={value}"
                    assert not value.startswith("spbe:"), f"{name}: {key}={value}"


def test_no_element_comes_from_data(hostile: Built) -> None:
    for name, page in hostile.pages.items():
        assert page.css('img[src="x"], img[src*="luar.example"], svg[onload], body[onload]') == [], name
        assert len(page.css("head > title")) == 1, name
        assert len(page.css("body")) == 1, name
        assert not [
            one for one in page.css("style") if "display:none}" in one.text().replace(" ", "") and "body{" in one.text()
        ], name


def test_the_title_is_text(hostile: Built) -> None:
    for name, (text, _count) in hostile.records.items():
        page = hostile.pages[name]
        title = page.css_first("head > title")
        assert title is not None
        assert squeezed(text) in squeezed(title.text()), name


def test_every_record_page_tells_its_name_as_text(hostile: Built) -> None:
    for name, (text, _count) in hostile.records.items():
        page = hostile.pages[name]
        assert squeezed(text) in [squeezed(node.text()) for node in page.css("h1")], name


def test_every_field_of_a_record_is_told_as_text(hostile: Built) -> None:
    for name, (text, count) in hostile.records.items():
        page = hostile.pages[name]
        assert body_text(page).count(squeezed(text)) >= count, f"{name}: {count} fields hold the text"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize(
    "address",
    ["arsitektur/aplikasi", "perangkat-daerah", "bukti", "peta-rencana", "indeks/2027", "indikator/uji-daerah/I1"],
)
def test_lists_and_index_pages_tell_it_as_text(hostile: Built, address: str, text: str) -> None:
    page = hostile.pages[f"/{address}/"]
    assert squeezed(text) in body_text(page)


def test_the_name_of_the_region_is_text_on_every_page(hostile: Built) -> None:
    home = hostile.pages["/"]
    assert squeezed(TOGETHER) in body_text(home)


def test_the_title_of_a_hand_written_page_is_text_without_comments(hostile: Built) -> None:
    for what in ("skrip", "judul", "entitas", "komentar"):
        page = hostile.pages[f"/tulisan-{what}/"]
        text = "" if what == "komentar" else HOSTILE[what]
        heading = page.css_first("article h1")
        assert heading is not None
        assert squeezed(heading.text()) == squeezed(f"Halaman {text}")


def test_descriptions_are_whole_attributes(hostile: Built) -> None:
    for name, page in hostile.pages.items():
        found = page.css('meta[name="description"]')
        assert len(found) <= 1, name
        for node in page.css("meta"):
            assert set(node.attributes) <= {
                "name",
                "content",
                "charset",
                "property",
                "http-equiv",
                "media",
                "data-pagefind-meta",
                "data-pagefind-filter",
                "data-pagefind-sort",
            }, f"{name}: {node.html}"
