"""The page of an office is its front page: work in order, then all it owns, uses, answers for, and what changed."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from spbe.editions import INTERNAL, PUBLIC, Audience
from spbe.history import view_of
from spbe.region import Node
from spbe.site.addresses import assessment_address, indicator_address, record_address
from spbe.site.page import Heading, Html, Page
from spbe.site.pages.perangkat_daerah.holdings import MOST
from spbe.site.pages.perangkat_daerah.ikhtisar import pages as all_offices
from spbe.site.pages.perangkat_daerah.perangkat_daerah import pages as office_pages
from spbe.site.pages.perangkat_daerah.task_list import FOLDED, SHOWN
from spbe.site.site_context import SiteContext
from spbe.site.templates import environment
from support.regions import ROOT, open_fast

DAY = date(2026, 4, 1)
HEAD = "tahun: 2025\ninstrumen: permenpanrb-59-2020\npublikasi: {status: terbit}\n"
LIMIT = 300_000
"""Bytes of the page of an office, however much it has."""


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture
def region(tmp_path: Path) -> Path:
    root = tmp_path / "wilayah"
    write(root, "content/profil.yaml", "nama: Kabupaten Uji\n")
    write(root, "architecture/perangkat-daerah/dinas-a.yaml", "id: dinas-a\nnama: Dinas A\nsingkatan: A/B\n")
    write(root, "architecture/perangkat-daerah/dinas-b.yaml", "id: dinas-b\nnama: Dinas B\n")
    return root


def application(root: Path, name: str, text: str = "", owner: str = "dinas-a") -> None:
    write(
        root,
        f"architecture/aplikasi/{name}.yaml",
        f"id: {name}\nnama: Aplikasi {name}\nperangkat_daerah: {owner}\n{text}",
    )


def pages(root: Path, audience: Audience = INTERNAL) -> dict[str, Page]:
    opened = open_fast(root, DAY)
    assert opened.sound, opened.problems
    context = SiteContext(view_of(opened, audience), environment(root), root)
    return {page.address.split("/")[2]: page for page in office_pages(context)}


def markup(page: Page) -> str:
    return "".join(
        block.html if isinstance(block, Html) else f'<h{block.level} id="{block.id}">{block.text}</h{block.level}>'
        for block in page.blocks
        if isinstance(block, Html | Heading)
    )


def parsed(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser(markup(page))


def words(node: LexborHTMLParser | LexborNode) -> str:
    return " ".join(
        (node.body or node.root).text().split() if isinstance(node, LexborHTMLParser) else node.text().split()
    )  # type: ignore[union-attr]


def links(page: Page) -> set[str]:
    return {(link.attributes["href"] or "").removeprefix("spbe:") for link in parsed(page).css("a[href]")}


def work(page: Page) -> list[str]:
    return [" ".join(item.text().split()) for item in parsed(page).css(".pekerjaan > li")]


def test_an_office_with_nothing_says_so_and_has_no_empty_parts(region: Path) -> None:
    page = parsed(pages(region)["dinas-b"])
    told = words(page)
    assert "Belum ada catatan arsitektur milik perangkat daerah ini." in told
    assert "Riwayat tidak tersedia" in told
    assert not [table for table in page.css("table") if not table.css("tbody tr")]
    assert not [part for part in page.css("ul, ol, dl") if not part.css("li, dt")]
    assert not page.css("#indikator, #bukti, #peta-rencana, #memakai")


def test_links_within_the_page_lead_to_parts_that_it_has(region: Path) -> None:
    for page in pages(region).values():
        ids = {node.attributes["id"] for node in parsed(page).css("[id]")}
        assert {link[1:] for link in links(page) if link.startswith("#")} <= ids


def test_everything_owned_and_used_is_linked(region: Path) -> None:
    application(region, "satu", "pengguna: [dinas-b]\n")
    write(
        region,
        "architecture/data/asn.yaml",
        "id: asn\nnama: ASN\nprodusen: [dinas-b]\nwalidata: dinas-a\n",
    )
    write(
        region,
        "architecture/layanan/izin.yaml",
        "id: izin\nnama: Izin\npelaksana: [dinas-b]\nperangkat_daerah: dinas-a\n",
    )
    made = pages(region)
    assert {"/arsitektur/aplikasi/satu/", "/arsitektur/layanan/izin/", "/arsitektur/data/asn/"} <= links(
        made["dinas-a"]
    )
    assert {"/arsitektur/aplikasi/satu/", "/arsitektur/layanan/izin/", "/arsitektur/data/asn/"} <= links(
        made["dinas-b"]
    )
    told = words(parsed(made["dinas-b"]))
    for title in ("Memakai aplikasi: 1", "Memproduksi data: 1", "Melaksanakan layanan: 1"):
        assert title in told
    assert "Menjadi walidata: 1" in words(parsed(made["dinas-a"]))


def test_a_tile_counts_what_runs_today_and_leads_to_its_kind(region: Path) -> None:
    for name, text in (("satu", ""), ("dua", "keadaan: rencana\n"), ("tiga", "keadaan: dihentikan\n")):
        application(region, name, text)
    write(region, "architecture/proses-bisnis/pb.yaml", "id: pb\nnama: PB\nperangkat_daerah: dinas-a\n")
    page = parsed(pages(region)["dinas-a"])
    tile = page.css_first(".kartu a")
    assert words(tile) == "1 aplikasi, 1 rencana, 1 dihentikan"
    assert tile.attributes["href"] == "#memiliki-aplikasi"
    lists = page.css(".milik")
    assert [one.attributes.get("id") for one in lists] == ["memiliki-aplikasi", "memiliki-proses-bisnis"]
    assert words(lists[0]) == (
        "Aplikasi: 1 (1 rencana, 1 dihentikan) Aplikasi satu Aplikasi dua (rencana) Aplikasi tiga (dihentikan)"
    )


def test_work_is_in_order_of_worth_with_a_link_and_a_reason_and_the_rest_is_folded(region: Path) -> None:
    write(region, "indicators/2025/penilaian.yaml", HEAD)
    write(region, "indicators/2025/I11.yaml", "perangkat_daerah: dinas-a\nnilai: {mandiri: 3}\nbukti: [perbup]\n")
    write(region, "indicators/bukti/perbup.yaml", "id: perbup\nnama: Perbup 1\nberlaku_sampai: 2026-04-11\n")
    for number in range(SHOWN + FOLDED + 10):
        application(region, f"app{number}")
    write(region, "architecture/layanan/izin.yaml", "id: izin\nnama: Izin\nperangkat_daerah: dinas-b\n")
    application(region, "penting", "layanan: [izin]\n")
    page = pages(region)["dinas-a"]
    told = work(page)
    assert told[0] == "Perbarui Perbup 1 sebelum berakhir 11 April 2026. Tinggal 10 hari. Membuktikan I11 (2025)."
    assert len(told) == SHOWN + FOLDED
    tree = parsed(page)
    assert len(tree.css_first(".pekerjaan").css("li")) == SHOWN
    assert all(item.css("a[href]") and item.css(".catatan") for item in tree.css(".pekerjaan > li"))
    assert "Mengapa urutannya begini" in words(tree)
    assert "Selebihnya:" in words(tree)


def test_what_nobody_answered_and_what_is_below_its_target_stand_before_ones_own_record(region: Path) -> None:
    write(region, "indicators/2025/penilaian.yaml", HEAD)
    for number in range(1, 48):
        text = "nilai: {mandiri: 2}\ntarget: 3\nbukti: tidak ada\n" if number == 1 else "fakta: Menyusul.\n"
        write(region, f"indicators/2025/I{number}.yaml", f"perangkat_daerah: dinas-a\n{text}")
    told = work(pages(region)["dinas-a"])

    assert told[0].startswith("Nilai 46 indikator pada Indeks SPBE 2025. Belum dinilai siapa pun: I2, I3, I4,")
    assert told[0].endswith("I13, dan 34 lagi.")
    assert any(
        line.startswith("Naikkan I1 ") and "dari 2 ke 3. Nilainya masih di bawah target." in line for line in told
    )
    assert "Dinas A" not in told[0]


def test_applications_that_come_change_or_end_are_told_with_what_becomes_of_them(region: Path) -> None:
    application(region, "baru", "keadaan: rencana\nsejak: 2027\n")
    application(region, "berubah", "pengguna: [dinas-a]\nrencana: {sejak: 2027-03, fungsi: Baru}\n", owner="dinas-b")
    application(region, "lama", "keadaan: dihentikan\nsejak: 2025-05\n")
    application(region, "dahulu", "keadaan: dihentikan\nsejak: 2024\n")
    application(region, "tetap")
    application(region, "diganti")
    activity = "id: ganti\nnama: Penggantian\nmengubah: {aplikasi: [diganti]}\n"
    write(region, "architecture/peta-rencana/ganti.yaml", activity)
    for audience in (INTERNAL, PUBLIC):
        page = parsed(pages(region, audience)["dinas-a"])
        told, part = [], page.css_first("#aplikasi-berubah").next
        while part is not None and part.tag != "h2":
            told += [words(part)] if part.tag == "p" else [words(one) for one in part.css("li")]
            part = part.next
        assert told == [
            "Milik sendiri: 3",
            "Aplikasi baru: baru, direncanakan 2027",
            "Aplikasi diganti (Penggantian)",
            "Aplikasi lama: dihentikan sejak Mei 2025",
            "Milik lain yang dipakai: 1",
            "Aplikasi berubah: akan berubah Maret 2027",
        ]


def test_offices_are_compared_by_open_work_inside_and_by_what_they_offer_in_public(region: Path) -> None:
    write(region, "indicators/2025/penilaian.yaml", HEAD)
    write(region, "indicators/2025/I11.yaml", "perangkat_daerah: dinas-b\nnilai: {mandiri: 2}\ntarget: 3\n")
    service = "id: izin\nnama: Izin\nperangkat_daerah: dinas-a\ntarget: [masyarakat]\n"
    write(region, "architecture/layanan/izin.yaml", service)
    write(region, "architecture/data/buka.yaml", "id: buka\nnama: Buka\nperangkat_daerah: dinas-b\nsifat: terbuka\n")
    opened = open_fast(region, DAY)
    told = {}
    for audience in (INTERNAL, PUBLIC):
        context = SiteContext(view_of(opened, audience), environment(region), region)
        told[audience.edition] = parsed(all_offices(context)[0])
    inside, public = told["internal"], told["publik"]
    assert [words(one) for one in inside.css("thead th")][1:6] == [
        "Pekerjaan terbuka", "Indikator belum dinilai", "Indikator di bawah target", "Bukti habis masa berlaku",
        "Isian terisi",
    ]  # fmt: skip
    rows = [[words(one) for one in row.css("th, td")][:4] for row in inside.css("tbody tr")]
    assert [row[3] for row in rows] == ["0", "1"]
    assert "Terbanyak: indikator di bawah target Dinas B (1)" in words(inside)
    assert [words(one) for one in public.css("thead th")][1:4] == ["Layanan publik", "Data terbuka", "Isian terisi"]
    for told_page in (inside, public):
        assert "Isian terisi di semua perangkat daerah" in words(told_page)
    assert "paling rendah" not in words(public)
    assert [[words(one) for one in row.css("td")][:2] for row in public.css("tbody tr")] == [["1", "0"], ["0", "1"]]
    assert "Terbanyak" not in words(public)
    for page in pages(region, PUBLIC).values():
        assert not parsed(page).css("#pekerjaan, .pekerjaan")


def test_the_reason_counts_the_services_that_depend(region: Path) -> None:
    application(region, "tanpa", "ditinjau: 2026-03\n")
    write(region, "architecture/layanan/izin.yaml", "id: izin\nnama: Izin\n")
    application(region, "penting", "layanan: [izin]\nditinjau: 2026-03\n")
    empty = [line for line in work(pages(region)["dinas-a"]) if line.startswith("Lengkapi Aplikasi")]
    assert [line.split(":")[0] for line in empty] == [
        "Lengkapi Aplikasi penting",
        "Lengkapi Aplikasi tanpa",
    ]
    assert empty[0].endswith("Aplikasi; 1 layanan langsung bergantung padanya.")


def test_indicators_of_assessments_that_are_over_are_folded(region: Path) -> None:
    for year in (2021, 2025):
        write(region, f"indicators/{year}/penilaian.yaml", HEAD.replace("2025", str(year)))
        write(region, f"indicators/{year}/I11.yaml", "perangkat_daerah: dinas-a\nnilai: {mandiri: 3}\ntarget: 4\n")
    page = parsed(pages(region)["dinas-a"])
    assert [cell.text() for cell in page.css("#indikator-diampu tbody td")] == ["2025", "3", "4", "0"]
    assert "2021" in words(page.css_first("details #indikator-dahulu tbody"))
    assert indicator_address("permenpanrb-59-2020", "I11") in links(pages(region)["dinas-a"])


def test_the_roadmap_tells_what_it_coordinates_and_what_it_executes(region: Path) -> None:
    text = "tahun_mulai: 2026\ntahun_selesai: 2027\nstatus: berjalan\n"
    write(
        region,
        "architecture/peta-rencana/a.yaml",
        f"id: a\nnama: Satu\nperangkat_daerah: dinas-a\n{text}pelaksana: [dinas-b]\n",
    )
    made = pages(region)
    assert "Satu 2026 – 2027 Koordinator Berjalan" in words(parsed(made["dinas-a"]).css_first("#rencana-diampu"))
    assert "Satu 2026 – 2027 Pelaksana Berjalan" in words(parsed(made["dinas-b"]).css_first("#rencana-diampu"))


def test_what_is_hidden_changes_nothing_on_the_page(region: Path) -> None:
    before = markup(pages(region, PUBLIC)["dinas-a"])
    application(region, "rahasia", "klasifikasi: tertutup\nuraian: Zqzq\n")
    assert markup(pages(region, PUBLIC)["dinas-a"]) == before
    assert "Belum ada catatan arsitektur milik perangkat daerah ini." in before


def test_a_deadline_stands_on_the_page_for_its_own_office_only(region: Path) -> None:
    write(region, "indicators/2025/penilaian.yaml", HEAD)
    text = "perangkat_daerah: dinas-a\nrekomendasi: Susun.\nstatus_tindak_lanjut: belum\nbatas_waktu: 2026-05-17\n"
    write(region, "indicators/2025/I13.yaml", text)
    assert "17 Mei 2026" in markup(pages(region, Audience("opd", "dinas-a"))["dinas-a"])
    assert "17 Mei 2026" not in markup(pages(region, Audience("opd", "dinas-b"))["dinas-a"])
    assert "17 Mei 2026" not in markup(pages(region, PUBLIC)["dinas-a"])


def test_the_page_stays_small_and_leads_on_to_the_catalogue(region: Path) -> None:
    for number in range(520):
        application(region, f"app{number}", "klasifikasi: terbuka\n")
    page = pages(region)["dinas-a"]
    assert len(markup(page).encode()) < LIMIT
    shown = [link for link in links(page) if link.startswith("/arsitektur/aplikasi/app")]
    assert MOST <= len(shown) <= MOST + SHOWN + FOLDED
    assert "/arsitektur/aplikasi/?perangkat-daerah=A%2FB" in links(page)
    assert "520" in words(parsed(page).css_first(".kartu"))


def test_changes_of_its_records_since_last_month_are_told(region: Path) -> None:
    def git(*words: str, day: str) -> None:
        environ = {
            "GIT_AUTHOR_DATE": f"{day}T12:00:00Z",
            "GIT_COMMITTER_DATE": f"{day}T12:00:00Z",
            "PATH": "/usr/bin:/bin",
        }
        identity = ["-c", "user.name=Uji", "-c", "user.email=uji@uji.example"]
        subprocess.run(["git", *identity, "-C", str(region), *words], env=environ, check=True, capture_output=True)

    application(region, "lama")
    git("init", "-q", day="2026-01-10")
    git("add", ".", day="2026-01-10")
    git("commit", "-qm", "awal", day="2026-01-10")
    application(region, "lama", "uraian: Kini ada.\n")
    application(region, "lain", owner="dinas-b")
    git("add", ".", day="2026-03-02")
    git("commit", "-qm", "kedua", day="2026-03-02")
    made = pages(region)
    news = [words(item) for item in parsed(made["dinas-a"]).css(".berita li")]
    assert news == ["2 Maret 2026 Diubah: Aplikasi lama (Uraian)"]
    assert [words(item) for item in parsed(made["dinas-b"]).css(".berita li")] == [
        "2 Maret 2026 Ditambah: Aplikasi lain"
    ]


def test_every_task_of_the_sample_leads_to_a_page_of_it() -> None:
    view = view_of(open_fast(ROOT, DAY), INTERNAL)
    made = office_pages(SiteContext(view, environment(ROOT), ROOT))
    known = {record_address(node) for node, _record in view.region.nodes()}
    known |= {
        indicator_address(one.instrumen.id, indicator.kode)
        for one in view.region.assessments.values()
        for indicator in one.instrumen.all_indicators()
    }
    known |= {assessment_address(name) for name in view.region.assessments}
    assert len(made) == len(view.region.records["perangkat-daerah"])
    followed = 0
    for page in made:
        for link in parsed(page).css(".pekerjaan a[href]"):
            assert (link.attributes["href"] or "").removeprefix("spbe:").removesuffix("#arsitektur") in known
            followed += 1
        assert len(markup(page).encode()) < LIMIT / 2
    assert followed > 100
    assert view.region.get(Node("perangkat-daerah", "dinkes"))
