"""The page of gaps and the roadmap: what is planned, what closes it, what it lifts and costs, and how gaps close."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from spbe.editions import PUBLIC, Audience, EditionName
from spbe.history import view_of
from spbe.region import Node
from spbe.scoring import score
from spbe.scoring.rounding import exact_text
from spbe.site.page import Heading, Html, Page
from spbe.site.pages.arsitektur import kesenjangan as gaps
from spbe.site.pages.peta_rencana import ikhtisar as roadmap
from spbe.site.pages.peta_rencana import kegiatan as activity
from spbe.site.paging import ROWS
from spbe.site.site_context import SiteContext
from spbe.site.templates import environment
from support.regions import ROOT, copy_part, copy_region, open_fast

Pages = dict[str, Page]

PLANNED = (Node("aplikasi", "dasbor"), Node("peta-rencana", "dasbor-pimpinan"))
"""A planned record of the sample, and the activity that is about it."""

TODAY = date(2026, 11, 1)
GAPS, ROADMAP = "/arsitektur/kesenjangan/", "/peta-rencana/"


def pages_of(root: Path, edition: EditionName = "publik") -> Pages:
    """The pages of gaps, roadmap and activities, by address."""
    opened = open_fast(root, TODAY)
    assert opened.sound, opened.problems
    context = SiteContext(view_of(opened, Audience(edition)), environment(root), root)
    return {page.address: page for page in (*gaps.pages(context), *roadmap.pages(context), *activity.pages(context))}


def parsed(site: Pages, address: str) -> LexborHTMLParser:
    parts = (
        block.html if isinstance(block, Html) else f'<h{block.level} id="{block.id}">{block.text}</h{block.level}>'
        for block in site[address].blocks
        if isinstance(block, Html | Heading)
    )
    return LexborHTMLParser("".join(parts))


def words(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text().split())


def rows(page: LexborHTMLParser, table: str) -> list[list[str]]:
    found = page.css(f"#{table} tbody tr")
    return [[words(cell) for cell in row.css("th, td")] for row in found]


def gaps_by_name(site: Pages) -> dict[str, list[str]]:
    return {row[0]: row[1:] for row in rows(parsed(site, GAPS), "daftar-kesenjangan")}


@pytest.fixture(scope="module")
def sample() -> Pages:
    return pages_of(ROOT)


@pytest.fixture
def edited(tmp_path: Path) -> Callable[[str, str, str], Path]:
    """Change the text of one file of the part of the sample."""
    region = copy_part(tmp_path / "wilayah", *PLANNED)

    def edit(name: str, before: str, after: str) -> Path:
        path = region / "architecture" / name
        text = path.read_text("utf-8")
        assert text.count(before) == 1, (name, before)
        path.write_text(text.replace(before, after), "utf-8")
        return region

    return edit


def test_the_sample_has_every_kind_and_state_of_gap_and_every_contradiction_worth_showing(sample: Pages) -> None:
    listed = gaps_by_name(sample).values()
    assert {row[2] for row in listed} == {"Baru", "Berubah", "Diganti", "Dihentikan", "Baru atau berubah"}
    states = {row[-1] for row in listed}
    assert states >= {"Tanpa kegiatan", "Selesai, belum dicatat", "Ditunda", "Terencana", "Berjalan", "Tertutup"}
    faults = {one.attributes["id"] for one in parsed(sample, GAPS).css(".benahi h3")}
    assert faults >= {"selesai-belum-dicatat", "terkini-belum-selesai", "lewat-tahun", "lewat-tanggal"}
    assert "masih-dirujuk" in faults


def test_each_gap_says_what_differs_and_what_closes_it(sample: Pages) -> None:
    told = gaps_by_name(sample)
    assert told["SIMBADA"][1:4] == ["berjalan → diganti e-BMD (Januari 2027)", "Diganti", "BPKAD"]
    assert told["SIMBADA"][4:] == ["Penggantian SIMBADA dengan e-BMD", "2026–2027", "Terencana"]
    assert told["Dasbor pimpinan"][1] == "belum ada → mulai 2027"
    assert told["Pedagang, kios, dan los pasar rakyat"][1] == "Jenis data: Data induk → Data induk, Data geospasial"
    assert "MySQL" not in told, "its version is not public, and nothing else of it changes"
    assert "tambah Sistem Penghubung Layanan Arunika" in told["Daftar KIR"][1]
    assert told["Server keuangan"][1] == "berjalan → dihentikan Juni 2027"


def test_figures_on_top_are_those_of_the_table(sample: Pages) -> None:
    page = parsed(sample, GAPS)
    states = [row[-1] for row in gaps_by_name(sample).values()]
    listed = [row[-1] for row in rows(page, "daftar-kesenjangan")]
    assert len(states) == len(listed)
    closed = listed.count("Tertutup")
    whole, *parts, last = [int(words(one)) for one in page.css(".angka__nilai")]
    assert (whole, last) == (len(listed) - closed, closed)
    assert (parts[0], parts[-1]) == (listed.count("Tanpa kegiatan"), listed.count("Berjalan"))
    assert sum(parts) == whole, "every open gap is in one of the figures"


def test_domains_tell_today_and_to_be_and_their_sum(sample: Pages) -> None:
    *domains, total = rows(parsed(sample, GAPS), "keadaan-dituju")
    figures = [list(map(int, row[1:])) for row in domains]
    assert len(domains) == 6
    assert all(now + new - ending == then for now, new, ending, then, _changing, _open in figures)
    assert list(map(int, total[1:])) == [sum(column) for column in zip(*figures, strict=True)]
    today = 0
    for path in (ROOT / "architecture/aplikasi").rglob("*.yaml"):
        given = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        open_to_all = given.get("klasifikasi", "terbuka") == "terbuka"
        today += open_to_all and given.get("keadaan", "saat-ini") == "saat-ini"
    assert dict(zip([row[0] for row in domains], figures, strict=True))["Aplikasi"][0] == today


def test_a_gap_closes_by_itself_when_the_record_becomes_current(edited: Callable[[str, str, str], Path]) -> None:
    region = edited(
        "aplikasi/diskominfo/dasbor.yaml", "keadaan: rencana\nsejak: 2027", "keadaan: saat-ini\nsejak: 2026-10"
    )
    site = pages_of(region)

    assert gaps_by_name(site)["Dasbor pimpinan"][-1] == "Tertutup"
    row = next(row for row in rows(parsed(site, ROADMAP), "daftar-rencana") if row[0] == "Pembangunan dasbor pimpinan")
    assert row[-1] == "1 tertutup"
    told = words(parsed(site, f"{ROADMAP}dasbor-pimpinan/").body)
    assert "Kegiatan belum selesai, tetapi catatannya tidak menyebut perubahan" in told


def test_the_contradiction_of_a_finished_activity_goes_when_its_record_is_brought_up_to_date(
    sample: Pages, tmp_path: Path
) -> None:
    region = copy_region(ROOT, tmp_path / "wilayah")
    fault = "Kegiatan selesai, catatan belum diperbarui"
    assert fault in words(parsed(sample, f"{ROADMAP}penghubung-layanan/").body)
    path = region / "architecture/aplikasi/dishub/daftar-kir.yaml"
    head, plan_, tail = path.read_text("utf-8").partition("rencana:\n")
    assert plan_
    path.write_text(head + "ditinjau:" + tail.partition("ditinjau:")[2], "utf-8")
    site = pages_of(region)

    assert gaps_by_name(site)["Daftar KIR"][-1] == "Tertutup"
    assert fault not in words(parsed(site, f"{ROADMAP}penghubung-layanan/").body)
    assert parsed(site, GAPS).css_first("#selesai-belum-dicatat") is None


def test_an_activity_lists_its_gaps_with_their_states_and_leads_to_the_records(sample: Pages) -> None:
    told = parsed(sample, f"{ROADMAP}aset-satu-pintu/").body
    assert told is not None
    items = told.css(".penutupan li")
    listed = {words(link): words(item.css_first(".lencana")) for item in items for link in item.css("a")}
    assert listed == {
        "e-BMD": "Terencana",
        "SIMBADA": "Terencana",
        "Inventaris Kantor": "Belum dirinci",
        "Data barang milik daerah": "Belum dirinci",
    }
    alike = next(words(item) for item in items if "Inventaris Kantor" in words(item))
    assert "Data barang milik daerah (data dan informasi)" in alike, "of which the same is told once, with their kinds"
    links = {link.attributes["href"] for link in told.css(".penutupan a")}
    assert "spbe:/arsitektur/aplikasi/e-bmd/" in links


def test_indicators_stand_with_level_target_and_what_reaching_it_does_to_the_index(sample: Pages) -> None:
    told = words(parsed(sample, f"{ROADMAP}penghubung-layanan/").body)
    view = view_of(open_fast(ROOT, TODAY), PUBLIC)
    lead = view.outcomes["2025"][-1]
    values, answers = lead.assessment.values[lead.tahap], lead.assessment.answers
    targets: dict[str, Fraction] = {}
    for code in ("I7", "I18"):
        target = answers[code].target
        assert target is not None
        targets[code] = target
        assert f"sekarang {values[code]}, target {target}" in told
    after, before = score(lead.assessment.instrumen, {**values, **targets}).nilai, lead.score.nilai
    assert after is not None
    assert before is not None
    assert f"indeks naik {exact_text(after - before).replace('.', ',')}." in told
    assert "I18 Interoperabilitas Data: belum dinilai" in told


def test_costs_are_the_sums_of_the_files_by_part_office_and_year(sample: Pages) -> None:
    page = parsed(sample, ROADMAP)
    total: dict[str, int] = {}
    for path in (ROOT / "architecture/peta-rencana").glob("*.yaml"):
        given = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        if given.get("status") != "dibatalkan" and given.get("klasifikasi", "terbuka") == "terbuka":
            amount = int("".join(filter(str.isdigit, given.get("anggaran", ""))) or 0)
            total[given["tahun_mulai"]] = total.get(given["tahun_mulai"], 0) + amount // 10**6
    *years, last = rows(page, "tahun-mulai")

    def number(text: str) -> int:
        return int(text.replace(".", ""))

    assert {row[0]: number(row[2]) for row in years} == total
    assert number(last[2]) == sum(total.values())
    for table in ("anggaran-muatan", "anggaran-perangkat-daerah"):
        *lines, whole = rows(page, table)
        assert number(whole[-2]) == sum(number(line[-2]) for line in lines) == sum(total.values())
        assert whole[1] == last[1]


def test_each_bar_of_the_timeline_leads_to_its_activity_and_lies_at_its_years(sample: Pages) -> None:
    page = parsed(sample, ROADMAP)
    ids = {row.attributes["id"] for row in page.css("#daftar-rencana tbody tr")}
    spans = page.css(".garis-waktu li")
    targets = [link.attributes["href"] for span in spans for link in span.css("a")]
    assert [f"spbe:{ROADMAP}{name}/" for name in sorted(filter(None, ids))] == sorted(filter(None, targets))
    ticks = {words(tick): tick.attributes["style"] for tick in page.css(".garis-waktu__sumbu span")}
    for span in spans:
        first = words(span.css_first(".garis-waktu__ket"))[:4]
        bar = span.css_first(".batang")
        assert bar is not None
        assert ticks[first] == f"--letak: {bar.attributes['x']}"


def test_items_stand_by_year_and_those_that_should_have_ended_say_so(sample: Pages) -> None:
    page = parsed(sample, ROADMAP)
    names = [(row[2][:4], row[0].casefold()) for row in rows(page, "daftar-rencana")]
    assert names == sorted(names)
    told = [words(one) for one in page.css(".garis-waktu__ket--lewat")]
    assert told
    assert all(one.endswith(", lewat waktu") and int(one.split(" · ")[0][-4:]) < TODAY.year for one in told)
    faults = next(one for one in parsed(sample, GAPS).css("section.benahi") if one.css_first("#lewat-tahun"))
    assert len(told) == len(faults.css("li"))


def test_a_hidden_record_behind_an_activity_is_not_told(edited: Callable[[str, str, str], Path]) -> None:
    region = edited("aplikasi/diskominfo/dasbor.yaml", "keadaan: rencana", "klasifikasi: tertutup\nkeadaan: rencana")
    site = pages_of(region)

    assert "Dasbor pimpinan" not in gaps_by_name(site)
    page = parsed(site, f"{ROADMAP}dasbor-pimpinan/")
    assert "belum menyebut catatan yang diubah" in words(page.body)
    assert page.css_first(".penutupan") is None
    assert gaps_by_name(pages_of(region, "internal"))["Dasbor pimpinan"][-1] == "Ditunda"


def test_every_activity_of_a_long_roadmap_has_its_page(tmp_path: Path) -> None:
    region = copy_region(ROOT, tmp_path / "wilayah")
    folder = region / "architecture/peta-rencana"
    for number in range(ROWS + ROWS // 4 + 1):
        text = f"id: k{number}\nnama: Kegiatan {number}\nmuatan: aplikasi\ntahun_mulai: 2026\nanggaran: 1000000\n"
        (folder / f"k{number}.yaml").write_text(text, "utf-8")
    site = pages_of(region)
    addresses = [address for address in site if address.startswith(ROADMAP)]

    assert f"{ROADMAP}halaman_2/" in addresses
    for address in (ROADMAP, f"{ROADMAP}halaman_2/"):
        for row in parsed(site, address).css("#daftar-rencana tbody tr"):
            link = row.css_first("th a")
            assert link is not None
            assert link.attributes["href"] == f"spbe:{ROADMAP}{row.attributes['id']}/"
            assert f"{ROADMAP}{row.attributes['id']}/" in addresses
    assert len(parsed(site, ROADMAP).css(".garis-waktu details")) > 5
    assert parsed(site, f"{ROADMAP}halaman_2/").css_first(".garis-waktu") is None


def test_a_region_without_records_has_no_page_of_gaps_and_one_without_plans_says_what_to_write(tmp_path: Path) -> None:
    empty = pages_of(ROOT / "tests/data/madiun")
    assert GAPS not in empty
    plain = pages_of(copy_region(ROOT / "tests/data/minimal", tmp_path / "kecil"))
    page = parsed(plain, GAPS)
    assert page.css_first("#daftar-kesenjangan") is None
    assert "Tulis keadaan: rencana" in words(page.css_first("body"))
