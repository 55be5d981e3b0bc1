"""Five regions made after the news: their pages answer what whoever read the article would ask next."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from spbe.checks import open_region
from spbe.editions import Audience
from spbe.engines.pipeline import Options, plan_site
from spbe.site import Site
from support.assessments import page_of, said, tree_of
from support.regions import ROOT

DATA = ROOT / "tests/data"
PUBLIC, INTERNAL = Audience(), Audience("internal")
NEWS = {
    "nganjuk": (PUBLIC, date(2024, 1, 31)),
    "kalbar": (PUBLIC, date(2024, 1, 31)),
    "jombang": (INTERNAL, date(2021, 4, 20)),
    "cilegon": (INTERNAL, date(2024, 6, 20)),
    "jambi": (PUBLIC, date(2024, 1, 31)),
}


@cache
def site_of(name: str) -> Site:
    audience, day = NEWS[name]
    opened, site = plan_site(DATA / name, Options(audience, day), "id")
    assert not opened.problems
    assert site is not None
    return site


def words(name: str, address: str) -> str:
    return said(page_of(site_of(name), address))


def rows(name: str, address: str, table: str) -> list[list[str]]:
    """The cells of a table's rows as they are read."""
    found = tree_of(page_of(site_of(name), address)).css(f"table#{table} tbody tr")
    return [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in found]


@pytest.mark.parametrize("name", NEWS)
def test_each_is_sound_and_says_nothing_of_persons(name: str) -> None:
    opened = open_region(DATA / name)
    assert opened.problems == ()
    assert "made up" in (DATA / name / "README.md").read_text("utf-8") or name == "kalbar"


def test_nganjuk_sees_its_series_beside_the_nation() -> None:
    series = words("nganjuk", "/indeks/")
    assert "2021 SPBE 59/2020 2,09 hasil resmi 2,24" in series
    assert "2023 SPBE 59/2020 3,62 hasil resmi 2,79" in series
    nation = words("nganjuk", "/indeks/2021/banding/")
    assert "517 2,24 2,21 1,89 1,23 2,81" in nation


def test_nganjuk_sees_which_domains_are_below_two_and_which_steps_lift_them() -> None:
    assert "Di bawah 2: D3 Manajemen SPBE 1,18; D2 Tata Kelola SPBE 1,80." in words("nganjuk", "/indeks/2021/")
    lifting = [row[0].split()[0] for row in rows("nganjuk", "/indeks/2021/", "menahan")]
    below_two = {*(f"I{n}" for n in range(21, 32)), "I12", "I20"} - {"I22", "I24"}
    assert set(lifting) == below_two
    [weakest, *_] = rows("nganjuk", "/indeks/2021/", "di-bawah-target")
    assert weakest[:4] == ["I12 Peta Rencana SPBE", "1", "3", "2"]
    assert "Badan Perencanaan Pembangunan Daerah" in weakest[-1]


def test_kalbar_sees_its_rank_and_what_lies_between_it_and_the_first() -> None:
    ranked = words("kalbar", "/indeks/2022/banding/")
    assert "peringkat 2 dari 2 provinsi" in ranked
    assert "tertinggi Provinsi DKI Jakarta, 3,67 terhadap 3,40" in ranked
    told = {row[0]: row[1:] for row in rows("kalbar", "/indeks/2023/banding/", "peringkat-pertama")}
    assert told["Indeks SPBE"][0] == "3,58"
    assert told["D3 Manajemen SPBE"][0] == "1,55"
    assert all(len(cells) == 3 for cells in told.values())


def test_jombang_sees_its_teams_its_stages_and_its_house() -> None:
    teams = words("jombang", "/tata-kelola/")
    assert "Sekretaris Daerah Ketua" in teams
    assert "Kepala Bagian Organisasi Wakil ketua" in teams
    stages = words("jombang", "/indeks/2021/jadwal/")
    parts = [stages.index(f"Tahapan {part} (") for part in ("persiapan", "pelaksanaan", "pelaporan")]
    assert parts == sorted(parts)
    assert "Pembentukan tim koordinasi 2 November 2020 30 November 2020" in stages
    assert "Perizinan Daring" in words("jombang", "/arsitektur/layanan/izin-usaha/")
    assert "Pelayanan perizinan" in words("jombang", "/arsitektur/layanan/izin-usaha/")


def test_jombang_sees_who_has_answered_what_and_by_when() -> None:
    told = {row[0]: row[1:] for row in rows("jombang", "/indeks/2021/status/", "status-perangkat-daerah")}
    assert told["Diskominfo"][:5] == ["1", "0", "0", "0", "1"]
    assert told["Bagian Organisasi"][-1] == "31 Maret 2021 · lewat waktu"
    assert told["Sekretariat Daerah"][-1] == "16 April 2021 · lewat waktu"
    [first, *_] = rows("jombang", "/indeks/2021/status/", "status-indikator")
    assert first[2:6] == ["Diverifikasi", "1", "20 April 2021", "Ketua Tim Asesor Internal"]
    board = tree_of(page_of(site_of("jombang"), "/indeks/2021/status/"))
    assert board.css_first('#status-indikator [data-label="Dinyatakan"]').attributes["data-urut"] == "2021-04-20"
    [calendar] = [one.content for one in site_of("jombang").assets if one.path == "unduhan/jadwal/2021.ics"]
    assert calendar.count(b"BEGIN:VEVENT") == 6


def test_cilegon_sees_why_it_fell_and_where_self_and_official_differ() -> None:
    fall = words("cilegon", "/indeks/2022/")
    assert "I2 Kebijakan Internal Peta Rencana SPBE" in fall[fall.index("Mengapa indeksnya berubah") :]
    review = words("cilegon", "/indeks/2022/ulasan/")
    assert "Indeks penilaian mandiri: 3,00. Indeks hasil akhir: 2,01. Pada 1 indikator lain nilainya sama." in review
    costs = {row[0]: row[1:] for row in rows("cilegon", "/indeks/2022/ulasan/", "selisih-perangkat-daerah")}
    assert costs["Diskominfo"] == ["1", "−0,013"]
    assert costs["DPMPTSP"] == ["1", "−0,028"]


def test_cilegon_sees_its_place_in_the_province_and_who_has_not_answered() -> None:
    assert "peringkat 8 dari 8 kabupaten dan kota; peringkat 4 dari 4 kota (Banten)" in words(
        "cilegon", "/indeks/2023/banding/"
    )
    told = {row[0]: row[1:] for row in rows("cilegon", "/indeks/2024/status/", "status-perangkat-daerah")}
    assert told["Kecamatan Ciwandan"][:2] == ["1", "1"]
    assert told["Kecamatan Ciwandan"][-1] == "14 Juni 2024 · lewat waktu"
    assert told["Diskominfo"][-1] == "28 Juni 2024"


def test_jambi_sees_which_recommendations_are_open_whose_and_until_when() -> None:
    open_ones = rows("jambi", "/tindak-lanjut/", "rekomendasi-terbuka")
    assert [row[0] for row in open_ones] == [
        "Laksanakan audit TIK secara berkala.",
        "Tingkatkan literasi digital aparatur.",
    ]
    assert open_ones[0][1:6] == [
        "I29, I30, I31",
        "2021",
        "Inspektorat Daerah",
        "30 Juni 2023 · lewat waktu",
        "Belum ditindaklanjuti",
    ]
    [done] = rows("jambi", "/tindak-lanjut/", "rekomendasi-selesai")
    assert done[-2:] == ["4 dari 4 dokumen ditetapkan", "Peraturan gubernur tentang penyelenggaraan SPBE"]
    years = {row[0]: row[1] for row in rows("jambi", "/tindak-lanjut/", "rekomendasi-tahun")}
    assert years == {"Indeks SPBE 2023": "3,31", "Indeks SPBE 2021": "2,21"}


def test_jambi_sees_its_weak_kabupaten() -> None:
    told = rows("jambi", "/indeks/2023/banding/", "sewilayah")
    assert len(told) == 11
    assert told[-1] == ["Pemerintah Kab. Tanjung Jabung Barat", "11", "1,71", "Kurang"]


def test_a_status_board_is_for_those_who_work_on_it() -> None:
    def addresses(audience: Audience, name: str = "jombang") -> set[str]:
        _opened, site = plan_site(DATA / name, Options(audience, NEWS[name][1]), "id")
        assert site is not None
        return {page.address for page in site.pages}

    board = "/indeks/2021/status/"
    assert board not in addresses(PUBLIC)
    assert board in addresses(Audience("opd", "dpmptsp"))
    _opened, own = plan_site(DATA / "jombang", Options(Audience("opd", "dpmptsp"), NEWS["jombang"][1]), "id")
    assert own is not None
    told = said(page_of(own, board))
    assert "I42" in told
    assert "I19" not in told, "an office sees its own indicators alone"
