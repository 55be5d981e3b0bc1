"""The national instruments: what the regulations say, and that every layer adds up."""

from fractions import Fraction

import pytest

from spbe.standards import instruments
from spbe.standards.instruments import prove, shipped_instruments
from spbe.standards.resources import StandardsError, read_yaml

SPBE_2018 = shipped_instruments()["permenpanrb-5-2018"]
SPBE_2020 = shipped_instruments()["permenpanrb-59-2020"]
PEMDI_2026 = shipped_instruments()["permenpanrb-8-2026"]
ALL = pytest.mark.parametrize("instrument", shipped_instruments().values(), ids=shipped_instruments())


def test_oldest_first() -> None:
    assert list(shipped_instruments()) == ["permenpanrb-5-2018", "permenpanrb-59-2020", "permenpanrb-8-2026"]


@ALL
def test_proof_finds_nothing(instrument: instruments.Instrumen) -> None:
    assert prove(instrument) == []


@ALL
def test_weights_add_up_exactly_at_every_layer(instrument: instruments.Instrumen) -> None:
    """Counted here without the proof, so that a proof that finds nothing ever would be noticed."""
    for aspect in instrument.all_aspects():
        assert sum((indicator.bobot for indicator in aspect.indikator), Fraction()) == aspect.bobot
    for domain in instrument.domain:
        assert sum((aspect.bobot for aspect in domain.aspek), Fraction()) == domain.bobot
    assert sum((indicator.bobot for indicator in instrument.all_indicators()), Fraction()) == 100


@ALL
def test_sources_are_documents_of_the_ministry_not_copies_in_repositories(instrument: instruments.Instrumen) -> None:
    assert all("PANRB" in source.rujukan for source in instrument.sumber)
    assert not any("github" in f"{source.rujukan} {source.tautan}" for source in instrument.sumber)


@pytest.mark.parametrize(
    ("instrument", "domains", "aspects", "values"),
    [(SPBE_2018, 3, 7, 37), (SPBE_2020, 4, 8, 47), (PEMDI_2026, 0, 7, 20)],
    ids=lambda value: value.id if isinstance(value, instruments.Instrumen) else str(value),
)
def test_counts_of_the_regulations(instrument: instruments.Instrumen, domains: int, aspects: int, values: int) -> None:
    counts = (len(instrument.domain), len(instrument.all_aspects()), len(instrument.all_indicators()))
    assert counts == (domains, aspects, values)


def test_no_year_is_assessed_with_two_instruments() -> None:
    years = [year for instrument in shipped_instruments().values() for year in instrument.tahun_penilaian]
    assert years == list(range(2018, 2027))


def test_weights_of_59_2020() -> None:
    """Tables 7 to 9 of the regulation; the national reports misprint 3.50 for I42 to I47."""
    assert [domain.bobot for domain in SPBE_2020.domain] == [13, 25, Fraction("16.5"), Fraction("45.5")]
    aspects = ["13", "10", "10", "5", "12", "4.5", "27.5", "18"]
    assert [aspect.bobot for aspect in SPBE_2020.all_aspects()] == [Fraction(weight) for weight in aspects]
    weights = {indicator.kode: indicator.bobot for indicator in SPBE_2020.all_indicators()}
    assert [weights[code] for code in ("I1", "I11", "I21", "I29", "I32", "I41", "I42", "I47")] == [
        Fraction(weight) for weight in ("1.3", "2.5", "1.5", "1.5", "2.75", "2.75", "3", "3")
    ]


def test_weights_of_5_2018_that_reproduce_official_results() -> None:
    """The 2020 report prints 33 and 22 for the service aspects; only 35 and 20 give its own index."""
    assert [aspect.bobot for aspect in SPBE_2018.all_aspects()] == [7, 10, 8, 8, 12, 35, 20]
    last = [indicator for indicator in SPBE_2018.all_indicators() if indicator.kode.startswith("I35")]
    assert [(indicator.kode, indicator.bobot) for indicator in last] == [
        ("I35.1", Fraction(10, 3)),
        ("I35.2", Fraction(10, 3)),
        ("I35.3", Fraction(10, 3)),
    ]


def test_names_of_the_regulations() -> None:
    names = {indicator.kode: indicator.nama for indicator in SPBE_2020.all_indicators()}
    assert names["I11"] == "Tingkat Kematangan Arsitektur SPBE Instansi Pusat/Pemerintah Daerah"
    assert names["I44"] == "Tingkat Kematangan Jaringan Dokumentasi dan Informasi Hukum (JDIH)"
    assert [domain.nama for domain in SPBE_2020.domain] == [
        "Kebijakan Internal SPBE",
        "Tata Kelola SPBE",
        "Manajemen SPBE",
        "Layanan SPBE",
    ]
    assert PEMDI_2026.all_indicators()[19].nama.startswith("Tingkat Pengelolaan Kepuasan Pengguna")
    assert SPBE_2018.all_indicators()[19].nama == "Rencana Induk SPBE Instansi Pemerintah"


def test_predicates_of_spbe_and_pemdi_differ() -> None:
    spbe = [("Memuaskan", "4.2"), ("Sangat Baik", "3.5"), ("Baik", "2.6"), ("Cukup", "1.8"), ("Kurang", None)]
    pemdi = [("Memuaskan", "4"), ("Sangat Baik", "3.5"), ("Baik", "2.5"), ("Cukup", "1.5"), ("Kurang", "1")]
    for instrument, expected in ((SPBE_2018, spbe), (SPBE_2020, spbe), (PEMDI_2026, pemdi)):
        found = [(predicate.nama, predicate.bawah) for predicate in instrument.predikat]
        assert found == [(name, None if lower is None else Fraction(lower)) for name, lower in expected]


def test_scales() -> None:
    scales = [(i.skala.minimum, i.skala.maksimum, i.skala.bilangan_bulat) for i in shipped_instruments().values()]
    assert scales == [(0, 5, True), (1, 5, True), (1, 5, False)]


def test_every_level_of_59_2020_has_a_criterion() -> None:
    assert {tuple(indicator.kriteria) for indicator in SPBE_2020.all_indicators()} == {("1", "2", "3", "4", "5")}


def test_where_criteria_are_unknown_the_file_says_so() -> None:
    assert all(indicator.pola and not indicator.kriteria for indicator in SPBE_2018.all_indicators())
    assert not any(indicator.pola or indicator.kriteria for indicator in PEMDI_2026.all_indicators())
    for instrument in (SPBE_2018, PEMDI_2026):
        assert instrument.catatan_kriteria is not None
        assert "belum tersedia" in instrument.catatan_kriteria


def test_a_shipped_file_that_fails_its_proof_is_our_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: str) -> object:
        raw = read_yaml(path)
        raw["predikat"].pop()
        return raw

    monkeypatch.setattr(instruments, "read_yaml", broken)
    with pytest.raises(StandardsError, match=r"8-2026\.yaml.*instrumen-predikat"):
        instruments._shipped("permenpanrb-8-2026")


def test_a_shipped_file_under_another_name_is_our_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instruments, "read_yaml", lambda _: read_yaml("instrumen/permenpanrb-59-2020.yaml"))
    with pytest.raises(StandardsError, match=r"8-2026\.yaml: id is 'permenpanrb-59-2020'"):
        instruments._shipped("permenpanrb-8-2026")
