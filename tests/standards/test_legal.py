"""The legal basis: every document with number, year and place, and nothing twice."""

from collections.abc import Callable
from typing import Any

import pytest

from spbe.standards import legal
from spbe.standards.legal import laws
from spbe.standards.reference_data import reference_architecture
from spbe.standards.resources import StandardsError, read_yaml

PLACES = {
    "perpres-95-2018": "Lembaran Negara Republik Indonesia Tahun 2018 Nomor 182",
    "perpres-39-2019": "Lembaran Negara Republik Indonesia Tahun 2019 Nomor 112",
    "perpres-132-2022": "Lembaran Negara Republik Indonesia Tahun 2022 Nomor 233",
    "perpres-82-2023": "Lembaran Negara Republik Indonesia Tahun 2023 Nomor 159",
    "permenpanrb-5-2018": "Berita Negara Republik Indonesia Tahun 2018 Nomor 154",
    "permenpanrb-59-2020": "Berita Negara Republik Indonesia Tahun 2020 Nomor 994",
    "permenpanrb-8-2026": "Berita Negara Republik Indonesia Tahun 2026 Nomor 364",
}


def test_every_law_stands_with_the_place_of_its_publication() -> None:
    assert {name: laws()[name].tempat for name in PLACES} == PLACES


def test_titles_name_the_number_and_year_of_the_id() -> None:
    for law in laws().values():
        number, year = law.id.split("-")[-2:]
        assert f"Nomor {number} Tahun {year}" in law.judul
        assert f"{number}/{year}" in law.nama


def test_results_of_a_year_have_one_decree_or_are_told_to_be_missing() -> None:
    found = {law.hasil_tahun: law.nama for law in laws().values() if law.hasil_tahun}
    assert found == {
        "2021": "KepmenPANRB 1503/2021",
        "2022": "KepmenPANRB 108/2023",
        "2023": "KepmenPANRB 13/2024",
        "2024": "KepmenPANRB 663/2024",
    }
    assert read_yaml(legal.FILE)["hasil_belum_ditemukan"] == ["2018", "2019", "2020", "2025"]


def test_what_only_others_tell_says_so_in_the_data() -> None:
    assert {law.id for law in laws().values() if law.pemeriksaan == "sekunder"} >= {"permenpanrb-8-2026"}
    assert laws()["permenpanrb-5-2020"].pemeriksaan == "kutipan"  # the guideline of 2024 cites it by number and title
    assert laws()["perpres-95-2018"].pemeriksaan == laws()["se-18-2022"].pemeriksaan == "naskah"


def test_official_sources_of_codes_are_laws_of_the_list() -> None:
    named = {source.peraturan for source in reference_architecture().sumber.values()} - {""}
    assert named == {"se-18-2022"}
    assert named <= laws().keys()


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda rows: rows[0].pop("mengatur"), "needs"),
        (lambda rows: rows[0].update(pemeriksaan="yakin"), "unknown pemeriksaan"),
        (lambda rows: rows.append(dict(rows[0])), "stands twice"),
        (lambda rows: rows[0].update(dicabut="uu-0-0000"), "revoked by the unknown"),
        (lambda rows: rows[0].update(hasil_tahun="2024"), "results of 2024"),
        (lambda rows: rows[0].update(hasil_tahun="2025"), "results of 2025"),
    ],
    ids=["incomplete", "unknown-check", "twice", "revoked-by-nothing", "two-results", "found-and-missing"],
)
def test_shipped_laws_are_proved(
    monkeypatch: pytest.MonkeyPatch, spoil: Callable[[list[dict[str, Any]]], object], message: str
) -> None:
    notes = read_yaml(legal.FILE)
    spoil(notes["peraturan"])
    monkeypatch.setattr(legal, "read_yaml", lambda _: notes)
    with pytest.raises(StandardsError, match=message):
        laws.__wrapped__()
