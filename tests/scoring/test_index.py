"""The index shows its working, and an unanswered indicator is never a silent zero."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from spbe.model.instrumen import Instrumen
from spbe.scoring import round_half_up, score
from spbe.standards.instruments import shipped_instruments

SPBE = shipped_instruments()["permenpanrb-59-2020"]
FULL = {"I1": 2, "I2": 3, "I3": 4, "I4": 1, "I5": 5}


def exact(values: Mapping[str, int | str]) -> dict[str, Fraction]:
    return {code: Fraction(value) for code, value in values.items()}


def test_a_complete_result_with_domains(layered: Instrumen) -> None:
    made = score(layered, exact(FULL))
    assert (made.nilai, made.indeks) == (Fraction(290, 100), "2.90")
    assert [(d.bagian.kode, d.teks) for d in made.domain] == [("D1", "2.50"), ("D2", "3.17")]
    assert [(a.bagian.kode, a.teks) for a in made.aspek] == [("A1", "2.50"), ("A2", "4.00"), ("A3", "2.33")]
    assert [a.bagian.kode for a in made.domain[1].aspek] == ["A2", "A3"]
    assert (made.lengkap, made.terjawab, made.jumlah) == (True, 5, 5)
    assert made.rentang == (Fraction("2.9"), Fraction("2.9"))
    assert made.predikat is not None
    assert made.predikat.nama == "Baik"
    assert not made.pada_batas


def test_the_working_adds_up(layered: Instrumen) -> None:
    made = score(layered, exact(FULL))
    assert [(t.indikator.kode, t.nilai, t.hasil) for t in made.butir] == [
        ("I1", 2, 40),
        ("I2", 3, 60),
        ("I3", 4, 120),
        ("I4", 1, 20),
        ("I5", 5, 50),
    ]
    assert (made.jumlah_hasil, made.bobot_terjawab, made.bobot) == (290, 100, 100)
    assert sum(d.jumlah_hasil for d in made.domain) == made.jumlah_hasil
    assert sum(a.jumlah_hasil for a in made.aspek) == made.jumlah_hasil


def test_without_a_domain_layer_and_with_fractional_values(flat: Instrumen) -> None:
    made = score(flat, exact({"I1": "1.25", "I2": "2.50", "I3": "3.33"}))
    assert made.domain == ()
    assert [a.nilai for a in made.aspek] == [Fraction(25, 12), Fraction("3.33")]
    assert (
        made.nilai
        == (Fraction(10, 3) * Fraction("1.25") + Fraction(20, 3) * Fraction("2.5") + 90 * Fraction("3.33")) / 100
    )
    assert made.indeks == "3.21"


def test_an_unanswered_indicator_leaves_the_sum_and_the_weight(layered: Instrumen) -> None:
    made = score(layered, exact({"I1": 2, "I4": 1}))
    assert (made.jumlah_hasil, made.bobot_terjawab, made.nilai) == (60, 40, Fraction("1.5"))
    assert (made.lengkap, made.terjawab, made.jumlah) == (False, 2, 5)
    assert made.rentang == (Fraction("1.2"), Fraction("3.6"))
    assert [a.teks for a in made.aspek] == ["2.00", None, "1.00"]
    assert [d.teks for d in made.domain] == ["2.00", "1.00"]
    assert made.butir[1].hasil is None
    assert made.aspek[1].nilai is None
    assert made.domain[0].rentang == (Fraction("1.5"), Fraction("3.5"))


def test_no_predicate_until_all_is_answered(layered: Instrumen) -> None:
    made = score(layered, exact({code: 5 for code in FULL if code != "I5"}))
    assert made.indeks == "5.00"
    assert (made.predikat, made.verdict, made.pada_batas) == (None, None, False)


def test_nothing_answered_is_no_index_at_all(layered: Instrumen, flat: Instrumen) -> None:
    for instrument in (layered, flat):
        made = score(instrument, {})
        assert (made.nilai, made.indeks, made.terjawab, made.lengkap) == (None, None, 0, False)
        assert made.rentang == (1, 5)
        assert made.predikat is None


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"I9": 3}, "I9: not an indicator of uji-berlapis"),
        ({"I1": 0}, "I1: 0 is outside 1-5"),
        ({"I2": 6}, "I2: 6 is outside 1-5"),
        ({"I3": "2.5"}, "I3: 5/2 is not a whole number"),
    ],
)
def test_impossible_values_name_their_code(layered: Instrumen, values: dict[str, int | str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        score(layered, exact(values))


def test_level_zero_counts_where_the_scale_has_it() -> None:
    old = shipped_instruments()["permenpanrb-5-2018"]
    made = score(old, {indicator.kode: Fraction() for indicator in old.all_indicators()})
    assert (made.nilai, made.indeks, made.lengkap) == (0, "0.00", True)
    assert made.predikat is not None
    assert made.predikat.nama == "Kurang"
    with pytest.raises(ValueError, match="I1"):
        score(SPBE, {"I1": Fraction()})


class TestExamplesOfTheRegulation:
    """PermenPANRB 59/2020 Lampiran, Tabel 10-12."""

    def test_aspect_2_of_levels_3_4_3_2(self) -> None:
        levels = dict(zip([i.kode for i in SPBE.all_aspects()[1].indikator], (3, 4, 3, 2), strict=True))
        assert score(SPBE, exact(levels)).aspek[1].teks == "3.00"

    def test_domain_2_of_its_aspects(self) -> None:
        given = {"A2": "3.00", "A3": "4.00", "A4": "3.00"}
        assert nested(SPBE.domain[1].bobot, [(a.bobot, given[a.kode]) for a in SPBE.domain[1].aspek]) == "3.40"
        levels = {i.kode: int(given[a.kode][0]) for a in SPBE.domain[1].aspek for i in a.indikator}
        assert score(SPBE, exact(levels)).domain[1].teks == "3.40"

    def test_index_of_the_domains(self) -> None:
        given = ("3.70", "3.40", "3.00", "3.20")
        parts = [(domain.bobot, value) for domain, value in zip(SPBE.domain, given, strict=True)]
        assert sum(weight * Fraction(value) for weight, value in parts) == Fraction("328.20")
        assert nested(Fraction(100), parts) == "3.28"


def nested(whole: Fraction, parts: list[tuple[Fraction, str]]) -> str:
    """The regulation's own formula for a layer: the sum of value × weight over the weight of the whole."""
    return round_half_up(sum((weight * Fraction(value) for weight, value in parts), Fraction()) / whole)
