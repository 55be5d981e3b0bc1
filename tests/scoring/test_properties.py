"""What holds for any answers under any shipped instrument."""

from fractions import Fraction
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from spbe.model.instrumen import Instrumen
from spbe.scoring import Score, predicate_of, score
from spbe.standards.instruments import shipped_instruments

INSTRUMENTS = list(shipped_instruments().values())

calm = settings(deadline=None)
"""A busy machine is not a failure."""


def levels(instrument: Instrumen) -> st.SearchStrategy[Fraction]:
    low, high = instrument.skala.minimum, instrument.skala.maksimum
    step = 1 if instrument.skala.bilangan_bulat else 100
    return st.integers(int(low * step), int(high * step)).map(lambda units: Fraction(units, step))


def values_of(instrument: Instrumen) -> st.SearchStrategy[dict[str, Fraction]]:
    return st.fixed_dictionaries({i.kode: levels(instrument) for i in instrument.all_indicators()})


Case = tuple[Instrumen, dict[str, Fraction]]
complete: st.SearchStrategy[Case] = st.sampled_from(INSTRUMENTS).flatmap(
    lambda instrument: st.tuples(st.just(instrument), values_of(instrument))
)


def exact(made: Score) -> Fraction:
    assert made.nilai is not None
    return made.nilai


@calm
@given(complete, st.data())
def test_raising_one_level_raises_its_aspect_its_domain_and_the_index(case: Case, data: st.DataObject) -> None:
    instrument, values = case
    code = data.draw(st.sampled_from(sorted(values)))
    higher = data.draw(levels(instrument).filter(lambda level: level >= values[code]))
    before, after = score(instrument, values), score(instrument, values | {code: higher})
    weight = next(i.bobot for i in instrument.all_indicators() if i.kode == code)
    assert exact(after) - exact(before) == (higher - values[code]) * weight / 100
    for lower, upper in zip((*before.domain, *before.aspek), (*after.domain, *after.aspek), strict=True):
        assert exact_part(lower) <= exact_part(upper)


def exact_part(part: object) -> Fraction:
    value = getattr(part, "nilai")  # noqa: B009 (aspects and domains alike)
    assert isinstance(value, Fraction)
    return value


@calm
@given(complete, st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(case: Case, random: Random) -> None:
    instrument, values = case
    shuffled = list(values.items())
    random.shuffle(shuffled)
    assert score(instrument, dict(shuffled)) == score(instrument, values)


@calm
@given(complete)
def test_every_figure_stays_on_the_scale_and_the_index_has_a_predicate(case: Case) -> None:
    instrument, values = case
    made = score(instrument, values)
    for part in (made, *made.domain, *made.aspek):
        assert instrument.skala.minimum <= exact_part(part) <= instrument.skala.maksimum
    assert made.predikat is not None
    assert made.rentang == (made.nilai, made.nilai)


@calm
@given(complete)
def test_the_nested_formula_of_the_regulation_gives_the_same(case: Case) -> None:
    """Index from exact domains from exact aspects equals the index straight from the indicators."""
    made = score(*case)
    parts = made.domain or made.aspek
    assert sum(exact_part(part) * part.bagian.bobot for part in parts) / 100 == made.nilai
    for domain in made.domain:
        assert sum(exact_part(a) * a.bagian.bobot for a in domain.aspek) / domain.bagian.bobot == domain.nilai


@calm
@given(complete, st.data())
def test_the_range_of_a_partial_result_holds_every_completion(case: Case, data: st.DataObject) -> None:
    instrument, values = case
    kept = data.draw(st.sets(st.sampled_from(sorted(values))))
    partial = score(instrument, {code: values[code] for code in kept})
    low, high = partial.rentang
    assert low <= exact(score(instrument, values)) <= high
    for name, end in (("minimum", low), ("maksimum", high)):
        extreme = dict.fromkeys(values, getattr(instrument.skala, name)) | {code: values[code] for code in kept}
        assert exact(score(instrument, extreme)) == end
    if partial.nilai is not None:
        assert low <= partial.nilai <= high
    assert (partial.predikat is None) is (len(kept) < len(values))


@calm
@given(st.sampled_from(INSTRUMENTS), st.fractions(0, 5), st.fractions(0, 5))
def test_a_higher_value_never_has_a_lower_predicate(instrument: Instrumen, one: Fraction, other: Fraction) -> None:
    order = [None, *reversed(instrument.predikat)]
    low, high = sorted((one, other))
    assert order.index(predicate_of(instrument, low)) <= order.index(predicate_of(instrument, high))


@calm
@given(complete, st.data())
def test_each_further_answer_narrows_the_range_and_a_higher_one_lifts_both_ends(
    case: Case, data: st.DataObject
) -> None:
    instrument, values = case
    kept = data.draw(st.sets(st.sampled_from(sorted(values)), max_size=len(values) - 1))
    code = data.draw(st.sampled_from(sorted(set(values) - kept)))
    some = {one: values[one] for one in kept}
    before, after = score(instrument, some), score(instrument, some | {code: values[code]})
    assert before.rentang[0] <= after.rentang[0] <= after.rentang[1] <= before.rentang[1]
    highest = score(instrument, some | {code: instrument.skala.maksimum})
    assert highest.rentang[0] >= after.rentang[0]
    assert highest.rentang[1] >= after.rentang[1]


@calm
@given(complete, st.data())
def test_what_is_not_answered_counts_as_nothing_at_all(case: Case, data: st.DataObject) -> None:
    """The index of some answers is what those answers weigh, as if no other indicator existed: never a silent zero."""
    instrument, values = case
    kept = data.draw(st.sets(st.sampled_from(sorted(values)), min_size=1))
    made = score(instrument, {code: values[code] for code in kept})
    weights = {i.kode: i.bobot for i in instrument.all_indicators()}
    assert exact(made) == sum(values[code] * weights[code] for code in kept) / sum(weights[code] for code in kept)
    assert min(values[code] for code in kept) <= exact(made) <= max(values[code] for code in kept)
    assert [term.nilai for term in made.butir] == [values[c] if c in kept else None for c in weights]


@calm
@given(complete)
def test_rounding_moves_the_index_by_half_a_hundredth_at_most(case: Case) -> None:
    made = score(*case)
    moved = Fraction(made.indeks or "") - exact(made)
    assert -Fraction(1, 200) < moved <= Fraction(1, 200)
