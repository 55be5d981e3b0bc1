"""The JSON promise, and published beside computed."""

import json
from fractions import Fraction

import pytest

from spbe.model.instrumen import Instrumen
from spbe.scoring import compare, row, score

FULL = {code: Fraction(level) for code, level in {"I1": 2, "I2": 3, "I3": 4, "I4": 1, "I5": 5}.items()}


def test_a_row_has_exactly_the_promised_keys_and_texts(layered: Instrumen) -> None:
    made = row(penilaian="2023", tahun=2023, tahap="akhir", score=score(layered, FULL), resmi=Fraction("2.90"))
    assert json.loads(json.dumps(made)) == {
        "penilaian": "2023",
        "tahun": 2023,
        "instrumen": "uji-berlapis",
        "tahap": "akhir",
        "indeks": "2.90",
        "predikat": "Baik",
        "domain": {"D1": "2.50", "D2": "3.17"},
        "aspek": {"A1": "2.50", "A2": "4.00", "A3": "2.33"},
        "resmi": "2.90",
        "cocok": True,
        "pada_batas": False,
    }


def test_without_domains_that_key_is_an_empty_mapping(flat: Instrumen) -> None:
    made = row(penilaian="2026-uji", tahun=2026, tahap="mandiri", score=score(flat, {"I3": Fraction("2.505")}))
    assert made["domain"] == {}
    assert made["aspek"] == {"A1": None, "A2": "2.51"}
    assert (made["indeks"], made["predikat"]) == ("2.51", None)
    assert (made["resmi"], made["cocok"]) == (None, None)


def test_a_different_published_index_does_not_match(layered: Instrumen) -> None:
    made = row(penilaian="2023", tahun=2023, tahap="akhir", score=score(layered, FULL), resmi=Fraction("2.91"))
    assert (made["resmi"], made["cocok"]) == ("2.91", False)


def test_half_the_answers_prove_nothing_about_the_published_index(layered: Instrumen) -> None:
    partial = score(layered, {"I1": Fraction(3)})
    made = row(penilaian="2023", tahun=2023, tahap="akhir", score=partial, resmi=Fraction("2.90"))
    assert (made["indeks"], made["resmi"], made["cocok"]) == ("3.00", "2.90", None)


def test_pada_batas_is_told_with_the_exact_predicate(flat: Instrumen) -> None:
    made = row(
        penilaian="x",
        tahun=2026,
        tahap="akhir",
        score=score(flat, dict.fromkeys(("I1", "I2", "I3"), Fraction("2.5985"))),
    )
    assert (made["indeks"], made["predikat"], made["pada_batas"]) == ("2.60", "Cukup", True)


def test_compare_lists_index_predicate_domains_and_aspects(layered: Instrumen) -> None:
    made = compare(
        score(layered, FULL),
        indeks=Fraction("2.9"),
        predikat="baik",
        domain={"D1": Fraction("2.5"), "D2": Fraction("3.16")},
        aspek={"A3": Fraction("2.333")},
    )
    assert [(c.kode, c.resmi, c.hitung, c.cocok, c.selisih) for c in made] == [
        ("indeks", "2.90", "2.90", True, "0.00"),
        ("predikat", "baik", "Baik", True, None),
        ("D1", "2.50", "2.50", True, "0.00"),
        ("D2", "3.16", "3.17", False, "0.01"),
        ("A3", "2.333", "2.33", False, "-0.003"),
    ]


def test_compare_says_nothing_about_parts_with_missing_answers(layered: Instrumen) -> None:
    partial = score(layered, {"I1": Fraction(2), "I2": Fraction(3), "I4": Fraction(1)})
    made = compare(partial, indeks=Fraction(3), predikat="Baik", domain={"D1": Fraction("2.5"), "D2": Fraction(3)})
    assert [(c.kode, c.hitung, c.cocok) for c in made] == [
        ("indeks", None, None),
        ("predikat", None, None),
        ("D1", "2.50", True),
        ("D2", None, None),
    ]


def test_compare_with_nothing_published_is_empty(layered: Instrumen) -> None:
    assert compare(score(layered, FULL)) == ()


def test_a_published_part_that_the_instrument_lacks_is_named(layered: Instrumen) -> None:
    with pytest.raises(ValueError, match="D7: not a part of uji-berlapis"):
        compare(score(layered, FULL), domain={"D7": Fraction(3)})
