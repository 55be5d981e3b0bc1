"""The national tables of 2023 and 2024: which way of rounding explains what the ministry printed.

The tables give four domains and the index, each to two decimals, for every agency. A domain's exact value is not
printed, but whole levels leave few candidates: those attainable values that print as published. A row is explained
when at least one choice of candidates gives the published index.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import floor

import pytest

from spbe.model.instrumen import DomainIndeks
from spbe.scoring import predicate_of, rounded, verdict
from spbe.standards.agency_results import national_results
from spbe.standards.instruments import shipped_instruments

SPBE = shipped_instruments()["permenpanrb-59-2020"]
WEIGHTS = [domain.bobot for domain in SPBE.domain]
BANYUASIN = (2023, "Pemerintah Kab. Banyuasin")


def attainable(domain: DomainIndeks) -> dict[Fraction, tuple[Fraction, ...]]:
    """Every exact value that whole levels can give ``domain``, by the number that it prints as."""
    sums = {Fraction()}
    levels = range(int(SPBE.skala.minimum), int(SPBE.skala.maksimum) + 1)
    for aspect in domain.aspek:
        for indicator in aspect.indikator:
            sums = {total + level * indicator.bobot for total in sums for level in levels}
    found: dict[Fraction, tuple[Fraction, ...]] = {}
    for total in sorted(sums):
        value = total / domain.bobot
        found[rounded(value)] = (*found.get(rounded(value), ()), value)
    return found


CANDIDATES = [attainable(domain) for domain in SPBE.domain]


def index(domains: tuple[Fraction, ...]) -> Fraction:
    return sum((weight * value for weight, value in zip(WEIGHTS, domains, strict=True)), Fraction()) / 100


@dataclass(frozen=True)
class Published:
    """One complete row as printed."""

    tahun: int
    instansi: str
    domain: tuple[Fraction, ...]
    indeks: Fraction
    predikat: str

    def possible(self) -> list[Fraction]:
        """The exact indices that the printed domains leave open."""
        choices = [found.get(value, ()) for found, value in zip(CANDIDATES, self.domain, strict=True)]
        return [index(choice) for choice in product(*choices)]

    def explained(self) -> list[Fraction]:
        """Those of :meth:`possible` that print as published."""
        return [value for value in self.possible() if rounded(value) == self.indeks]


def complete_rows() -> list[Published]:
    """Every row whose four domains can be read in our copies of the reports."""
    made = []
    for year in (2023, 2024):
        for row in national_results().tahun[year].values():
            domains = tuple(number.nilai for number in row.domain.values() if number is not None)
            if len(domains) == len(WEIGHTS):
                made.append(Published(year, row.instansi, domains, row.indeks.nilai, row.predikat))
    return made


ROWS = complete_rows()
EXPLAINED = [(row, values) for row in ROWS if (values := row.explained())]


def half_even(value: Fraction) -> Fraction:
    return round(value, 2)


def half_down(value: Fraction) -> Fraction:
    return -Fraction(floor(-value * 100 + Fraction(1, 2)), 100)


def cut(value: Fraction) -> Fraction:
    return Fraction(floor(value * 100), 100)


def python_round(value: Fraction) -> Fraction:
    return Fraction(str(round(float(value), 2)))


def test_the_tables_have_1233_complete_rows() -> None:
    assert [sum(row.tahun == year for row in ROWS) for year in (2023, 2024)] == [621, 612]


def test_few_exact_values_print_alike() -> None:
    """Domains 1 to 3 are read back exactly; domain 4 has at most two candidates."""
    assert [len(found) for found in CANDIDATES[:3]] == [41, 41, 45]
    assert [max(map(len, found.values())) for found in CANDIDATES] == [1, 1, 1, 2]
    assert CANDIDATES[0][Fraction("3.7")] == (Fraction("3.7"),)
    assert CANDIDATES[2][Fraction("1.18")] == (Fraction(13, 11),)


def test_half_up_explains_every_row_but_one() -> None:
    unexplained = [row for row in ROWS if not row.explained()]
    assert [(row.tahun, row.instansi) for row in unexplained] == [BANYUASIN]
    assert len(EXPLAINED) == 1232


def test_banyuasin_2023_has_a_domain_below_the_scale() -> None:
    """Domain 4 printed as 0.30, where the lowest level is 1; the index printed beside it does follow from it."""
    row = next(row for row in ROWS if (row.tahun, row.instansi) == BANYUASIN)
    assert row.domain[3] == Fraction("0.30")
    assert row.possible() == []
    assert rounded(index(row.domain)) == row.indeks == Fraction("1.05")


@pytest.mark.parametrize(
    ("rule", "failures"),
    [(rounded, 0), (half_even, 39), (python_round, 43), (half_down, 73), (cut, 502)],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_other_ways_of_rounding_fail(rule: Callable[[Fraction], Fraction], failures: int) -> None:
    failed = [row for row, _ in EXPLAINED if all(rule(value) != row.indeks for value in row.possible())]
    assert len(failed) == failures


def test_an_index_from_printed_domains_is_wrong_for_137() -> None:
    assert sum(rounded(index(row.domain)) != row.indeks for row, _ in EXPLAINED) == 137


def predicates(value: Fraction) -> tuple[str | None, str | None]:
    found = verdict(SPBE, value)
    exact, as_printed = found.predikat, found.predikat_tercetak
    return exact.nama if exact else None, as_printed.nama if as_printed else None


@pytest.mark.parametrize(
    ("year", "not_exact", "not_printed"),
    [
        (2023, ["Pemerintah Kab. Nias Barat", "Pemerintah Kab. Boven Digoel"], []),
        (2024, [], ["Pemerintah Kab. Nias Barat", "Pemerintah Kab. Pacitan", "Pemerintah Kab. Luwu"]),
    ],
)
def test_predicates_came_from_the_printed_value_in_2023_and_from_the_exact_one_in_2024(
    year: int, not_exact: list[str], not_printed: list[str]
) -> None:
    """The later practice is ours; rows on the threshold are the only ones that tell the two apart."""
    rows = [(row, [predicates(value) for value in values]) for row, values in EXPLAINED if row.tahun == year]
    assert [r.instansi for r, found in rows if all(r.predikat != exact for exact, _ in found)] == not_exact
    assert [r.instansi for r, found in rows if all(r.predikat != shown for _, shown in found)] == not_printed


def test_banyuasin_still_has_the_predicate_of_its_index() -> None:
    row = next(row for row in ROWS if (row.tahun, row.instansi) == BANYUASIN)
    found = predicate_of(SPBE, row.indeks)
    assert found is not None
    assert found.nama == row.predikat == "Kurang"
