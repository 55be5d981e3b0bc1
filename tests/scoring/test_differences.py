"""An explanation of a published figure is a way that gives exactly that figure, and nothing else."""

from fractions import Fraction
from random import Random

import pytest

from spbe.model.instrumen import Instrumen
from spbe.scoring import Score, round_half_up, score
from spbe.scoring.differences import Published, reasons
from spbe.standards.instruments import shipped_instruments

SPBE = shipped_instruments()["permenpanrb-59-2020"]


def made(instrument: Instrumen, *levels: int) -> Score:
    codes = [indicator.kode for indicator in instrument.all_indicators()]
    return score(instrument, dict(zip(codes, map(Fraction, levels), strict=True)))


def told(code: str, scored: Score, published: Published, **others: Score) -> tuple[str, ...]:
    return reasons(code, scored, published, others)


def test_a_domain_from_rounded_aspects_is_found(layered: Instrumen) -> None:
    """D2 = (2 x 30 + 2 x 20 + 4 x 10) / 60 = 2.333; with A3 = 80/30 printed 2.67 it is 140.1/60 = 2.335, so 2.34."""
    scored = made(layered, 2, 1, 2, 2, 4)
    assert scored.domain[1].nilai == Fraction(7, 3)
    assert told("D2", scored, Published(Fraction(2), domain={"D2": Fraction("2.34")})) == ("bagian-dibulatkan",)


def test_an_index_from_rounded_domains_is_found() -> None:
    """About one result in nine prints another index when its domains are rounded first."""
    random, wrong = Random(59), 0  # noqa: S311  (a fixed sequence)
    for _ in range(100):
        scored = made(SPBE, *(random.randint(1, 5) for _ in SPBE.all_indicators()))
        figure = Fraction(round_half_up(from_printed_domains(scored)))
        if round_half_up(figure) != scored.indeks:
            wrong += 1
            assert "bagian-dibulatkan" in told("indeks", scored, Published(figure))
    assert wrong > 3


def from_printed_domains(scored: Score) -> Fraction:
    return sum((Fraction(part.teks or "0") * part.bobot for part in scored.domain), Fraction()) / 100


def test_published_parts_explain_an_index_that_follows_from_them(layered: Instrumen) -> None:
    scored = made(layered, 3, 3, 3, 3, 3)
    published = Published(Fraction("3.60"), domain={"D1": Fraction(3), "D2": Fraction(4)})
    assert told("indeks", scored, published) == ("bagian-resmi",)
    assert told("D2", scored, published) == ()


def test_one_decimal_and_cutting_off_are_told_apart(layered: Instrumen) -> None:
    scored = made(layered, 1, 1, 1, 1, 2)  # D2 = 70/60 = 1.1666..., A3 = 40/30 = 1.333...
    assert scored.domain[1].teks == "1.17"
    assert told("D2", scored, Published(Fraction(1), domain={"D2": Fraction("1.2")})) == ("satu-desimal",)
    assert told("D2", scored, Published(Fraction(1), domain={"D2": Fraction("1.16")})) == ("dipotong",)
    assert told("D2", scored, Published(Fraction(1), domain={"D2": Fraction("1.15")})) == ()


def test_the_figure_of_another_stage_is_recognised(layered: Instrumen) -> None:
    final, self_made = made(layered, 2, 2, 2, 2, 2), made(layered, 3, 3, 3, 3, 3)
    assert told("indeks", final, Published(Fraction(3)), mandiri=self_made) == ("tahap-mandiri",)
    assert told("A1", final, Published(Fraction(2), aspek={"A1": Fraction(3)}), mandiri=self_made) == ("tahap-mandiri",)


def test_a_predicate_by_the_printed_index_is_recognised(flat: Instrumen) -> None:
    scored = score(flat, dict.fromkeys(("I1", "I2", "I3"), Fraction("2.5985")))
    assert told("predikat", scored, Published(Fraction("2.60"), "baik")) == (
        "predikat-tercetak",
        "predikat-indeks-resmi",
    )
    assert told("predikat", scored, Published(Fraction("2.50"), "Kurang")) == ()


def test_half_the_answers_explain_nothing(layered: Instrumen) -> None:
    assert told("indeks", score(layered, {"I1": Fraction(3)}), Published(Fraction(3))) == ()


def test_figures_that_do_not_exist_are_refused(layered: Instrumen) -> None:
    scored = made(layered, 3, 3, 3, 3, 3)
    with pytest.raises(ValueError, match="D9: not a part"):
        told("D9", scored, Published(Fraction(3)))
    with pytest.raises(ValueError, match="D1: not published"):
        told("D1", scored, Published(Fraction(3)))
