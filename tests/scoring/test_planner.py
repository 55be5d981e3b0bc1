"""The planner's steps are the cheapest there are: proven against trying everything on small instances."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spbe.model.instrumen import Instrumen
from spbe.model.upaya import Upaya
from spbe.scoring import Score, round_half_up, score
from spbe.scoring.efforts import Efforts, Work, efforts_for
from spbe.scoring.planner import Plan, Planner, predicates_above
from spbe.standards.instruments import shipped_instruments
from support.property_runs import at_least

SPBE = shipped_instruments()["permenpanrb-59-2020"]
CODES = ("I1", "I2", "I3", "I4", "I5")

Chosen = dict[str, Fraction]


def made_of(weights: tuple[Fraction, ...], *, whole: bool) -> Instrumen:
    """An instrument of one aspect with these weights, whose values are 1 to 4."""
    indicators = [
        {"kode": code, "nomor": code[1:], "nama": code, "bobot": str(weight)}
        for code, weight in zip(CODES, weights, strict=False)
    ]
    return Instrumen.model_validate(
        {
            "id": "uji",
            "nama": "Uji",
            "judul": "Uji",
            "indeks": "Indeks uji",
            "keyakinan": "Hanya untuk uji.",
            "sumber": [{"peran": "uji", "rujukan": "uji"}],
            "skala": {"minimum": "1", "maksimum": "4", "bilangan_bulat": whole},
            "predikat": [{"nama": "Baik", "bawah": "2.6", "atas": "4", "atas_termasuk": True}],
            "aspek": [{"kode": "A1", "nama": "Aspek", "bobot": str(sum(weights)), "indikator": indicators}],
        }
    )


def every_way(start: Score, efforts: Efforts) -> Iterator[tuple[Chosen, Fraction, Fraction]]:
    """Every set of levels that may be chosen, with its effort and its index, by the definition alone."""
    offers: list[list[tuple[str, Fraction, Fraction]]] = []
    for term in start.butir:
        code, value = term.indikator.kode, term.nilai
        if value is not None:
            levels = [] if code in efforts.locked else [Fraction(n) for n in range(1, 5) if n > value]
            offers.append([(code, value, level) for level in [value, *levels]])
    for way in itertools.product(*offers):
        climbed = {(code, Fraction(n)) for code, value, level in way for n in range(1, 5) if value < n <= level}
        works = [work for work in efforts.works if work.langkah & climbed]
        covered = {step for work in works for step in work.langkah}
        effort = sum((efforts.of(step) for step in climbed - covered), sum((w.usaha for w in works), Fraction()))
        values = {code: level for code, _value, level in way}
        index = score(start.instrumen, values).nilai
        assert index is not None
        yield {code: level for code, value, level in way if level != value}, effort, index


def cheapest_of_all(start: Score, efforts: Efforts, target: Fraction) -> tuple[Fraction, int] | None:
    fitting = [(effort, len(chosen)) for chosen, effort, index in every_way(start, efforts) if index >= target]
    return min(fitting, default=None)


def first_of_all(start: Score, efforts: Efforts, target: Fraction) -> Chosen | None:
    """The way that the tie-breaks name, where no work is shared."""
    fitting = [
        ((effort, len(chosen), [(CODES.index(code), level) for code, level in chosen.items()]), chosen)
        for chosen, effort, index in every_way(start, efforts)
        if index >= target
    ]
    return min(fitting, key=lambda pair: pair[0])[1] if fitting else None


def chosen_in(plan: Plan) -> Chosen:
    return {step.indikator.kode: step.ke for step in plan.langkah}


effort_sizes = st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1), Fraction(1), Fraction(2), Fraction(7, 3)])
steps = st.tuples(st.sampled_from(CODES), st.sampled_from([Fraction(2), Fraction(3), Fraction(4)]))
works = st.builds(Work, st.just("Pekerjaan"), effort_sizes, st.frozensets(steps, min_size=1, max_size=4))


@st.composite
def starts(draw: st.DrawFn) -> Score:
    size = draw(st.integers(2, 5))
    weights = tuple(
        draw(st.sampled_from([Fraction("1.3"), Fraction(10, 3), Fraction(2), Fraction(5)])) for _ in range(size)
    )
    whole = draw(st.booleans())
    value = st.integers(1, 4).map(Fraction) if whole else st.integers(100, 400).map(lambda n: Fraction(n, 100))
    codes = CODES[:size]
    answered = draw(st.lists(st.sampled_from(codes), min_size=1, max_size=size, unique=True))
    return score(made_of(weights, whole=whole), {code: draw(value) for code in codes if code in answered})


@st.composite
def all_efforts(draw: st.DrawFn, *, shared: bool) -> Efforts:
    return Efforts(
        default=draw(effort_sizes),
        per_height=draw(st.dictionaries(st.sampled_from([Fraction(3), Fraction(4)]), effort_sizes)),
        per_level=draw(st.dictionaries(st.sampled_from(CODES), effort_sizes, max_size=3)),
        per_step=draw(st.dictionaries(steps, effort_sizes, max_size=3)),
        locked=draw(st.dictionaries(st.sampled_from(CODES), st.none(), max_size=2)),
        works=tuple(draw(st.lists(works, max_size=3))) if shared else (),
    )


targets = st.integers(100, 420).map(lambda n: Fraction(n, 100))
often = at_least(150)


@often
@given(starts(), all_efforts(shared=True), targets)
def test_no_other_set_of_steps_is_cheaper(start: Score, efforts: Efforts, target: Fraction) -> None:
    plan = Planner(start, efforts).cheapest(target)

    assert cheapest_of_all(start, efforts, target) == (plan and (plan.usaha, len(plan.langkah)))
    if plan:
        assert [
            (effort, index) for chosen, effort, index in every_way(start, efforts) if chosen == chosen_in(plan)
        ] == [(plan.usaha, plan.score.nilai)]
        assert sum((step.usaha for step in plan.langkah), Fraction()) == plan.usaha
        assert start.nilai is not None
        assert start.nilai + sum((step.tambahan for step in plan.langkah), Fraction()) == plan.score.nilai


@often
@given(starts(), all_efforts(shared=False), targets)
def test_of_equal_sets_the_first_by_the_instrument_is_taken(start: Score, efforts: Efforts, target: Fraction) -> None:
    plan = Planner(start, efforts).cheapest(target)

    assert first_of_all(start, efforts, target) == (plan and chosen_in(plan))


@often
@given(starts(), all_efforts(shared=True))
def test_the_highest_index_is_that_of_everything_unlocked(start: Score, efforts: Efforts) -> None:
    assert Planner(start, efforts).highest == max(index for _chosen, _effort, index in every_way(start, efforts))


@pytest.fixture
def low() -> Score:
    return score(SPBE, {indicator.kode: Fraction(2) for indicator in SPBE.all_indicators()})


def test_a_work_that_two_indicators_share_is_counted_once(low: Score) -> None:
    pair = frozenset({("I1", Fraction(3)), ("I11", Fraction(3))})
    target = Fraction(2) + (Fraction("1.3") + Fraction("2.5")) / 100
    alone = Planner(low).cheapest(target)
    shared = Planner(low, Efforts(works=(Work("Peraturan", Fraction(1), pair),))).cheapest(target)

    assert alone
    assert alone.usaha == 2
    assert shared
    assert (shared.usaha, chosen_in(shared)) == (1, {"I1": 3, "I11": 3})
    assert [step.usaha for step in shared.langkah] == [1, 0]
    assert [work.nama for work in shared.bersama] == ["Peraturan"]


def test_the_unrounded_index_reaches_the_target(low: Score) -> None:
    """An index that only prints as the target is not there: predicates come from the unrounded one."""
    plan = Planner(low).cheapest(Fraction("2.60"))

    assert plan
    assert plan.score.nilai is not None
    assert plan.score.nilai >= Fraction("2.60")
    assert plan.score.predikat is not None
    assert plan.score.predikat.nama == "Baik"


def test_what_is_reached_already_needs_no_step(low: Score) -> None:
    plan = Planner(low).cheapest(Fraction(2))

    assert plan
    assert (plan.langkah, plan.usaha) == ((), 0)


def test_what_cannot_be_reached_has_no_plan(low: Score) -> None:
    locked = Efforts(locked={indicator.kode: None for indicator in SPBE.all_indicators()[1:]})

    assert Planner(low, locked).cheapest(Fraction("2.60")) is None
    assert Planner(low, locked).highest == 2 + 3 * SPBE.all_indicators()[0].bobot / 100


def test_without_any_answer_there_is_nothing_to_plan_from() -> None:
    with pytest.raises(ValueError, match="nothing is answered"):
        Planner(score(SPBE, {}))


def test_unanswered_indicators_are_neither_raised_nor_zero() -> None:
    plan = Planner(score(SPBE, {"I1": Fraction(2), "I2": Fraction(2)})).cheapest(Fraction("2.5"))

    assert plan
    assert chosen_in(plan) == {"I1": 3}
    assert plan.score.nilai == Fraction("2.5")


def test_a_fractional_value_climbs_to_the_next_whole_level_first() -> None:
    pemdi = shipped_instruments()["permenpanrb-8-2026"]
    plan = Planner(score(pemdi, {"I1": Fraction("2.35")})).cheapest(Fraction("2.40"))

    assert plan
    [step] = plan.langkah
    assert (step.dari, step.ke, step.usaha) == (Fraction("2.35"), 3, 1)


def test_predicates_above_are_told_from_the_nearest(low: Score) -> None:
    assert [predicate.nama for predicate in predicates_above(low)] == ["Baik", "Sangat Baik", "Memuaskan"]


def test_what_the_region_says_of_one_instrument_says_nothing_of_another() -> None:
    told = Upaya.model_validate(
        {
            "bawaan": "2",
            "tingkat": {"5": "4"},
            "langkah": [
                {"indikator": ["permenpanrb-59-2020/I1", "permenpanrb-8-2026/I2"], "upaya": "3", "tingkat": {"4": "6"}},
                {"indikator": "permenpanrb-8-2026/I5", "terkunci": "ya", "alasan": "Nilai Bappenas."},
            ],
            "bersama": [
                {"nama": "Peraturan", "langkah": {"permenpanrb-59-2020/I1": "3", "permenpanrb-59-2020/I11": "3"}},
                {"nama": "Lain", "upaya": "5", "langkah": {"permenpanrb-8-2026/I1": "3"}},
            ],
        }
    )
    spbe = efforts_for(told, SPBE)

    assert spbe.locked == {}
    assert [(work.nama, work.usaha, len(work.langkah)) for work in spbe.works] == [("Peraturan", 1, 2)]
    assert [spbe.of(("I1", Fraction(level))) for level in (3, 4, 5)] == [3, 6, 3]
    assert [spbe.of(("I2", Fraction(level))) for level in (3, 5)] == [2, 4]
    assert efforts_for(told, shipped_instruments()["permenpanrb-8-2026"]).locked == {"I5": "Nilai Bappenas."}


def test_a_plan_for_a_whole_region_takes_no_time() -> None:
    """Twelve works and 47 indicators: as much as is allowed, spread over the instrument."""
    codes = [indicator.kode for indicator in SPBE.all_indicators()]
    shared = tuple(
        Work(f"P{n}", Fraction(2), frozenset({(codes[n], Fraction(3)), (codes[n + 20], Fraction(4))}))
        for n in range(12)
    )
    start = score(SPBE, dict.fromkeys(codes, Fraction(1)))
    plan = Planner(start, Efforts(works=shared)).cheapest(Fraction("3.5"))

    assert plan
    assert round_half_up(plan.score.nilai or Fraction()) == "3.50"
