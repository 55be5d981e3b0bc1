"""Record pages tell what the YAML says, and relations lead there and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from spbe.catalogue.quality import gaps_of
from spbe.editions import PUBLIC, Edition, redact
from spbe.model.aplikasi import Aplikasi
from spbe.model.base import fields_of
from spbe.model.kinds import ARCHITECTURE, KINDS
from spbe.region import Node
from spbe.scoring.outcomes import outcomes
from spbe.site.addresses import GOVERNANCE, catalogue_address, has_pages, indicator_address, record_address
from spbe.site.links import relative
from spbe.site.pages.arsitektur.catatan import IN_STRIP, parts_of
from spbe.site.templates import environment
from spbe.wording.fields import changes_of
from support.built_sites import pages_of
from support.raw_regions import region_of
from support.regions import ROOT, open_fast

CLOSED = {"risiko"}
"""Kinds of which the public sees nothing."""


def page_at(site: Path, address: str) -> LexborHTMLParser:
    return pages_of(site)[address]


def text_of(page: LexborHTMLParser) -> str:
    return " ".join(page.css_first(".spbe-isi").text().split())


@pytest.fixture(scope="module")
def public() -> Edition:
    opened = open_fast(ROOT)
    assert opened.sound
    return redact(opened.region, outcomes(opened.region), PUBLIC)


def place_of(view: Edition, node: Node) -> tuple[str, str, str]:
    """Where ``node`` is told: the address of the page, the part of it, and the address that others link to."""
    if node.kind == "jawaban":
        name, _slash, code = node.id.partition("/")
        address = indicator_address(view.region.assessments[name].instrumen.id, code)
        return address, ".spbe-isi", address
    if node.kind == "tim":
        return GOVERNANCE, ".spbe-isi", GOVERNANCE
    if has_pages(node.kind):
        return record_address(node), ".spbe-isi", record_address(node)
    return catalogue_address(node.kind), f'[id="rinci-{node.id}"]', record_address(node)


@pytest.mark.parametrize("kind", [*(kind for kind in KINDS if kind not in CLOSED), "jawaban", "tim"])
def test_every_relation_is_linked_from_both_ends(kind: str, public: Edition, built: Callable[[str], Path]) -> None:
    site = built("arunika")
    links: dict[Node, set[str]] = {}
    followed = 0
    for node, relations in public.region.relations.outgoing.items():
        for relation in relations:
            ends = (node, relation.target)
            if kind not in (ends[0].kind, ends[1].kind) or "penilaian" in (ends[0].kind, ends[1].kind):
                continue
            for here, there in (ends, ends[::-1]):
                address, part, _target = place_of(public, here)
                if here not in links:
                    found = page_at(site, address).css(f"{part} a[href]")
                    links[here] = {link.attributes["href"] or "" for link in found}
                target = relative(place_of(public, there)[2], address)
                assert any(link == target or link.startswith(f"{target}#") for link in links[here]), (here, there)
                followed += 1

    assert followed > 10, kind


def test_a_record_page_tells_what_its_file_says(built: Callable[[str], Path]) -> None:
    site = built("arunika")
    file = next((site.parent / "architecture/aplikasi").rglob("simpeg.yaml"))
    written = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
    text = text_of(page_at(site, "/arsitektur/aplikasi/simpeg/"))

    assert written["nama"] in text
    for key in ("uraian", "fungsi", "luaran", "tautan", "pengembang", "tahun_dibangun"):
        assert " ".join(written[key].split()) in text, key


def test_a_service_opens_with_where_it_is_used_and_what_it_costs_and_folds_its_codes(
    built: Callable[[str], Path],
) -> None:
    page = page_at(built("arunika"), "/arsitektur/layanan/kk-ktp/")
    opens = page.css_first(".buka a")
    assert opens.text() == "Buka layanan"
    assert opens.attributes["href"] == "https://pelita.arunikakab.example"
    strip = page.css_first("dl.ringkas")
    labels = [one.text() for one in strip.css("dt")]
    assert labels[:5] == ["Pemilik", "Tempat", "Biaya", "Waktu penyelesaian", "Persyaratan"]
    assert [one.text().strip() for one in strip.css("dd")][2:4] == ["Gratis", "1 hari kerja sejak syarat lengkap"]
    folded = page.css_first("details.lipat")
    assert folded.css_first("summary").text() == "Kode dan ID"
    assert "kk-ktp" in folded.text()
    assert page.html is not None
    assert page.html.count("https://pelita.arunikakab.example") == 2  # at the head alone
    ended = page_at(built("arunika"), "/arsitektur/layanan/sktm-berobat/")
    assert ended.css_first(".buka") is None


@pytest.mark.parametrize("kind", [*ARCHITECTURE, "perangkat-daerah"])
def test_every_visible_record_has_a_page_and_a_row_in_its_catalogue(
    kind: str, public: Edition, built: Callable[[str], Path]
) -> None:
    site = built("arunika")
    catalogue = "/perangkat-daerah/" if kind == "perangkat-daerah" else f"/arsitektur/{kind}/"
    rows = {link.attributes["href"] for link in page_at(site, catalogue).css("tbody th a")}

    assert rows == {f"{name}/" for name in public.region.records[kind]}
    for name, record in public.region.records[kind].items():
        assert page_at(site, f"{catalogue}{name}/").css_first("h1").text() == record.nama


def test_gaps_are_named_once_and_the_unknown_is_not_a_gap(public: Edition, built: Callable[[str], Path]) -> None:
    root = built("arunika").parent
    files = (root / "architecture/aplikasi").rglob("*.yaml")
    unknown = next(
        (yaml.load(text, Loader=yaml.BaseLoader)["id"], key)
        for text in (file.read_text("utf-8") for file in sorted(files))
        for key, value in yaml.load(text, Loader=yaml.BaseLoader).items()
        if value == "belum diketahui"
    )
    page = page_at(built("arunika"), f"/arsitektur/aplikasi/{unknown[0]}/")

    assert "belum diketahui" in text_of(page)
    node = Node("aplikasi", unknown[0])
    record = public.region.records["aplikasi"][unknown[0]]
    gaps = gaps_of("aplikasi", record, public.visible_fields(node, record))
    told = [label for one in page.css(".belum") for label in one.text().partition(":")[2].strip().split(", ")]
    assert len(told) > 1
    assert sorted(told) == sorted({one.label for one in gaps if one.name not in IN_STRIP}), "each gap once"
    assert unknown[1] not in {one.name for one in gaps}


def test_sample_says_that_it_is_fictional_on_every_page(built: Callable[[str], Path]) -> None:
    for address, page in pages_of(built("arunika")).items():
        notice = page.css_first(".maklumat")
        assert notice is not None, address
        assert "fiktif" in notice.text(), address


@pytest.mark.parametrize("kind", ["bukti", "peta-rencana"])
def test_evidence_below_its_row_and_an_activity_on_its_page_tell_everything(
    kind: str, public: Edition, built: Callable[[str], Path]
) -> None:
    site = built("arunika")
    folder = site.parent / KINDS[kind].folder
    pages: dict[str, LexborHTMLParser] = {}
    for name in public.region.records[kind]:
        written = yaml.load((folder / f"{name}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
        address, part, _target = place_of(public, Node(kind, name))
        page = pages.setdefault(address, page_at(site, address))
        text = " ".join(page.css_first(part).text().split())
        for key in ("uraian", "kesenjangan", "program", "penerbit", "unit_penanggung_jawab", "nomor", "sumber"):
            if key in written:
                assert " ".join(written[key].split()) in text, (name, key)
    if kind == "peta-rencana":
        assert "2028 menjadi 2029" in text_of(pages["/peta-rencana/perluasan-intra/"])


def test_an_activity_says_first_what_it_costs_and_when_and_its_rows_former_ids_lead_to_the_row(
    built: Callable[[str], Path],
) -> None:
    site = built("arunika")
    page = page_at(site, "/peta-rencana/penghubung-layanan/")
    facts = [" ".join(one.text().split()) for one in page.css(".ringkas > div")]
    assert facts[:4] == [
        "Anggaran Rp 780 juta",
        "Tahun 2023 – 2025",
        "Status Selesai",
        "Perangkat daerah Dinas Komunikasi dan Informatika",
    ]
    row = page_at(site, "/peta-rencana/").css_first("tr#penghubung-layanan")
    assert row.css_first("[id=rinci-penghubung-layanan]") is not None
    assert row.css_first("th a").attributes["href"] == "penghubung-layanan/"


def test_a_record_of_an_outside_owner_is_said_to_be_managed(built: Callable[[str], Path]) -> None:
    for address in ("/arsitektur/aplikasi/siak/", "/arsitektur/infrastruktur/intra-serat/"):
        facts = [" ".join(one.text().split()) for one in page_at(built("arunika"), address).css(".ringkas > div")]
        assert facts[0].startswith("Pemilik "), facts
        assert facts[1].startswith("Pengelola di daerah Dinas"), facts


def test_gaps_alone_make_no_part_about_the_record() -> None:
    fields = fields_of(Aplikasi)
    source, basis = fields["sumber"], fields["basis"]
    parts = parts_of(Aplikasi, [], [source, basis])
    assert [(part.title, part.missing) for part in parts] == [
        ("", (source.label,)),
        ("Teknis", (basis.label,)),
    ]


def test_a_coming_version_says_what_was_known_to_be_none() -> None:
    raw = {"id": "a", "nama": "A", "tag": [], "rencana": {"tag": "x", "uraian": "Baru."}}
    record = Aplikasi.model_validate(raw)
    components = environment(ROOT).get_template("components/attributes.html.j2").module
    page = LexborHTMLParser(str(components.coming(changes_of(region_of({}), record))))  # type: ignore[attr-defined]
    told = [" ".join(one.text().split()) for one in page.css("dd")]
    assert told == ["belum diisi menjadi Baru.", "tidak ada menjadi x"]


def test_relations_mark_what_is_planned_or_ended(built: Callable[[str], Path]) -> None:
    page = page_at(built("arunika"), "/arsitektur/infrastruktur/srv-dinkes/")
    marked = {" ".join(one.parent.text().split()) for one in page.css("#daftar-hubungan .relasi__rencana")}
    assert "SIMPUS (dihentikan)" in marked
