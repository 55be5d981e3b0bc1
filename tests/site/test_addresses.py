"""Every promised address exists, with what the YAML says; empty regions say that they are empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from spbe.model.kinds import ARCHITECTURE

SITES = ["arunika", "bandar-lampung", "madiun"]
ADDRESSES = [
    "/",
    "/indeks/",
    "/indikator/",
    "/bukti/",
    "/arsitektur/",
    *(f"/arsitektur/{kind}/" for kind in ARCHITECTURE),
    "/perangkat-daerah/",
    "/peta-rencana/",
    "/tata-kelola/",
    "/kualitas-data/",
    "/metodologi/",
    "/panduan/",
]
"""What holds for every region; those of records and assessments are in the other tests of this folder."""

Built = Callable[[str], Path]


def page_at(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address.strip("/") / "index.html").read_text("utf-8"))


def told(node: LexborNode | LexborHTMLParser | None) -> str:
    assert node is not None
    return " ".join((node.text() or "").split())


def body(site: Path, address: str) -> str:
    return told(page_at(site, address).css_first(".spbe-isi"))


def day_of(page: LexborHTMLParser) -> str:
    """The date of the data, which all ages are counted from."""
    return str(page.css_first('meta[name="dcterms.modified"]').attributes["content"])


def last_day(when: str) -> str:
    """The last day of a date that may lack its month or day."""
    return when + "0000-12-31"[len(when) :]


def cells(row: LexborNode) -> list[str]:
    return [told(cell) for cell in row.css("th, td")]


def written(site: Path, folder: str) -> Iterator[dict[str, Any]]:
    """The records in ``folder`` of the region that ``site`` was built from, as their authors wrote them."""
    for path in sorted((site.parent / folder).rglob("*.yaml")):
        found = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        yield from found if isinstance(found, list) else [found]


def shown(site: Path, folder: str) -> list[dict[str, Any]]:
    return [record for record in written(site, folder) if record.get("klasifikasi", "terbuka") == "terbuka"]


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_region_has_every_address(name: str, address: str, built: Built) -> None:
    page = page_at(built(name), address)

    assert told(page.css_first("h1"))
    assert len(body(built(name), address)) > len(told(page.css_first("h1"))) + 10


@pytest.mark.parametrize("name", SITES)
def test_there_are_at_most_eight_tabs(name: str, built: Built) -> None:
    assert 6 < len(page_at(built(name), "/").css(".md-tabs__item")) <= 8


@pytest.mark.parametrize("name", ["bandar-lampung", "madiun"])
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/tata-kelola/", "Belum ada tim yang dicatat pada data terbuka."),
        ("/peta-rencana/", "Belum ada rencana pada data terbuka."),
        ("/kualitas-data/", "Belum ada catatan arsitektur maupun bukti"),
        ("/arsitektur/", "Belum ada catatan pada data terbuka."),
        ("/bukti/", "Belum ada bukti pada data terbuka."),
    ],
)
def test_an_empty_part_says_so_in_a_sentence(name: str, address: str, words: str, built: Built) -> None:
    page = page_at(built(name), address)

    assert words in told(page.css_first(".kosong"))
    assert page.css("table") == []
    assert page.css(".bagan") == []


def test_the_page_of_quality_tells_what_is_missing(built: Built) -> None:
    site = built("arunika")
    page = page_at(site, "/kualitas-data/")
    listed = {item.attributes["id"]: told(item.css_first("summary")) for item in page.css("details.lipat[id]")}
    day = day_of(page)
    expired = [one for one in shown(site, "indicators/bukti") if last_day(one.get("berlaku_sampai", "9999")) < day]
    without = [one for one in shown(site, "indicators/bukti") if not one.get("tautan") and not one.get("berkas")]

    assert expired
    assert listed["bukti-lewat"] == f"Bukti yang masa berlakunya sudah lewat: {len(expired)}"
    assert listed["bukti-tanpa-dokumen"] == f"Bukti tanpa tautan dan tanpa berkas: {len(without)}"


def test_governance_tells_teams_seats_term_and_legal_basis(built: Built) -> None:
    site = built("arunika")
    page = page_at(site, "/tata-kelola/")
    teams = yaml.load((site.parent / "indicators/tim.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    text = body(site, "/tata-kelola/")
    everyone = [teams["koordinasi"], teams["asesor_internal"], *teams["lainnya"]]

    assert [told(heading) for heading in page.css(".spbe-isi h2")] == [team["nama"] for team in everyone]
    rows = [cells(row)[:2] for row in page.css(".spbe-isi tbody tr")]
    assert rows == [[seat["jabatan"], seat["peran"]] for team in everyone for seat in team["anggota"]]
    assert teams["koordinasi"]["sk"] in text
    assert all(task in text for team in everyone for task in team["tugas"])
    assert "29 Januari 2024 – 31 Desember 2026" in text
    assert page.css_first('a[href="../bukti/#sk-asesor"]') is not None
    assert page.css_first('a[href="../perangkat-daerah/inspektorat/"]') is not None
    ended = [team for team in everyone if last_day(team.get("selesai", "9999")) < day_of(page)]
    assert len(page.css(".peringatan")) == len(ended) >= 1
    assert told(page.css(".peringatan")[0]) == "Masa tugas tim ini berakhir 31 Desember 2025."
    assert "belum diketahui" in text  # the legal basis of the forum


def test_roadmap_tells_items_years_and_budgets(built: Built) -> None:
    site = built("arunika")
    page = page_at(site, "/peta-rencana/")
    items = shown(site, "architecture/peta-rencana")
    rows = {row.attributes["id"]: cells(row) for row in page.css("#daftar-rencana tbody tr")}

    assert rows.keys() == {item["id"] for item in items}
    assert rows["perluasan-intra"][2] == "2026 – 2028"
    assert rows["perluasan-intra"][4] == "2.400"
    assert rows["dasbor-pimpinan"][5] == "Ditunda"
    twin = {cells(row)[0]: cells(row)[2:4] for row in page.css("#garis-waktu-angka tbody tr")}
    assert twin == {item["nama"]: [item["tahun_mulai"], item["tahun_selesai"]] for item in items}
    assert len(page.css(".bagan .batang")) == len(items)
    assert len(page.css(".bagan .kelompok")) == len({item["muatan"] for item in items})
    total = cells(page.css("#anggaran-muatan tr.jumlah")[0])
    kept = [item for item in items if item["status"] != "dibatalkan"]
    amounts = [int("".join(filter(str.isdigit, item["anggaran"])) or 0) for item in kept]
    assert total[1] == str(len(kept))
    assert total[-2] == f"{sum(amounts) // 10**6:,}".replace(",", ".")
    untold = [item for item in kept if not any(map(str.isdigit, item["anggaran"])) and item["anggaran"] != "tidak ada"]
    assert total[-1] == str(len(untold))


def test_overview_of_the_architecture_tells_states_and_leads_to_the_views(built: Built) -> None:
    site = built("arunika")
    page = page_at(site, "/arsitektur/")
    states = {cells(row)[0]: cells(row)[1:] for row in page.css("#rumah-angka tr.jumlah")}
    apps = shown(site, "architecture/aplikasi")

    def in_state(state: str) -> str:
        return str(sum(app.get("keadaan", "saat-ini") == state for app in apps))

    assert states["Aplikasi"] == [in_state("saat-ini"), in_state("rencana"), in_state("dihentikan"), str(len(apps))]
    views = {link.attributes["href"] for link in page.css(".pandangan a")}
    assert {"cakupan/", "dampak/", "integrasi/", "jelajah/", "kesenjangan/", "matriks/", "tumpang-tindih/"} == views


def test_an_office_tells_what_it_owns_answers_for_and_where_it_sits(built: Built) -> None:
    site = built("arunika")
    page = page_at(site, "/perangkat-daerah/bkpsdm/")
    apps = {app["id"] for app in shown(site, "architecture/aplikasi") if app.get("perangkat_daerah") == "bkpsdm"}
    links = {link.attributes.get("href", "") for link in page.css(".spbe-isi a")}

    assert apps
    assert {f"../../arsitektur/aplikasi/{name}/" for name in apps} <= links
    assert page.css_first('a[href="../../tata-kelola/#koordinasi"]') is not None
    answered = {
        path.stem
        for path in (site.parent / "indicators").glob("20*/I*.yaml")
        if "perangkat_daerah: bkpsdm" in path.read_text("utf-8") and "2026" not in path.parent.name
    }
    told_of = page.css("#indikator-diampu tbody tr, #indikator-dahulu tbody tr")
    assert {cells(row)[0].split()[0] for row in told_of} == answered
    diskominfo = page_at(site, "/perangkat-daerah/diskominfo/")
    links = {link.attributes["href"] for link in diskominfo.css("#bukti-diampu a")}
    proving = yaml.load((site.parent / "indicators/2025/I11.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    assert proving["perangkat_daerah"] == "diskominfo" or links
    assert links >= {
        f"../../bukti/#{one['id']}"
        for one in shown(site, "indicators/bukti")
        if one.get("perangkat_daerah") == "diskominfo"
    }


def test_methodology_tells_instruments_weights_and_an_example_that_adds_up(built: Built) -> None:
    site = built("arunika")
    page = page_at(site, "/metodologi/")
    text = body(site, "/metodologi/")

    assert "Peraturan Menteri PANRB Nomor 59 Tahun 2020" in text
    assert "Mencabut PermenPANRB 5/2018 (Pasal 11)" in text
    assert "Peraturan Presiden Nomor 132 Tahun 2022" in text
    weights = {cells(row)[0].split()[0]: cells(row)[2] for row in page.css("#bobot-permenpanrb-59-2020 tbody tr")}
    assert [weights[code] for code in ("D1", "D2", "D3", "D4")] == ["13", "25", "16,5", "45,5"]
    assert "47 indikator: kriteria per indikator, diringkas" in text
    assert "Bab II.E: penilaian 2021, 2022, 2023." in text
    assert "Bab II.C: penilaian 2024, 2025; 235 pernyataan bukti dukung." in text
    assert "Keyakinan kami" not in text
    *terms, total = [cells(row) for row in page.css("#contoh-hitung tbody tr")]
    assert sum(number(term[1]) * number(term[2]) for term in terms) == number(total[3])
    published = [told(one) for one in page.css(".hitungan strong")]
    assert published[1] == "2,71"


def test_methodology_names_official_documents_and_confesses_nothing(built: Built) -> None:
    page = page_at(built("arunika"), "/metodologi/")
    laws = {cells(row)[0]: cells(row)[1:] for row in page.css("#dasar-hukum tbody tr")}
    named = "; ".join(laws)

    for title in (
        "Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik",
        ". Lembaran Negara Republik Indonesia Tahun 2018 Nomor 182",
        "Peraturan Presiden Nomor 39 Tahun 2019",
        "Peraturan Presiden Nomor 82 Tahun 2023",
        "Pedoman Menteri PANRB Nomor 3 Tahun 2024",
        "Keputusan Menteri PANRB Nomor 663 Tahun 2024",
        "Surat Edaran Menteri PANRB Nomor 18 Tahun 2022",
    ):
        assert title in named
    revoked = {title.partition(" tentang ")[0]: told[1] for title, told in laws.items() if told[1]}
    assert revoked["Peraturan Menteri PANRB Nomor 59 Tahun 2020"] == "dicabut dengan PermenPANRB 8/2026"
    text = body(built("arunika"), "/metodologi/").casefold()
    assert [word for word in ("kami", "github", "belum diperoleh", "sekunder", "keyakinan") if word in text] == []
    assert not page.css('.spbe-isi a[href*="github.com"]')


def number(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))


def test_guide_leads_to_every_section(built: Built) -> None:
    links = {link.attributes["href"] for link in page_at(built("madiun"), "/panduan/").css(".spbe-isi dt a")}

    assert links >= {"../indeks/", "../tata-kelola/", "../kualitas-data/", "../metodologi/", "../peta-rencana/"}


def test_evidence_register_tells_number_validity_and_uses(built: Built) -> None:
    site = built("arunika")
    rows = {row.attributes["id"]: cells(row) for row in page_at(site, "/bukti/").css("#daftar-bukti tbody tr")}

    assert rows.keys() == {one["id"] for one in shown(site, "indicators/bukti")}
    for one in shown(site, "indicators/bukti"):
        assert rows[one["id"]][0] == one["nama"]
        assert rows[one["id"]][2] == one.get("nomor", "–")
    assert "sudah lewat" in rows["sk-asesor"][4]
