"""Other words for the same thing in the language of government."""

from __future__ import annotations

from collections import Counter

from spbe.standards.terms import SearchTerm, Terms, shipped_terms, words_of

TERMS = Terms(
    [
        SearchTerm(("KTP", "KTP-el", "kartu tanda penduduk"), ("kartu identitas",)),
        SearchTerm(("SPBE", "sistem pemerintahan berbasis elektronik"), common=True),
    ]
)


def test_what_is_written_in_a_title_and_what_is_mentioned_are_told_apart() -> None:
    assert TERMS.others("Pencetakan KTP", "") == (("KTP-el", "kartu tanda penduduk", "kartu identitas"), ())
    assert TERMS.others("Pencetakan", "butuh KTP.") == ((), ("KTP-el", "kartu tanda penduduk", "kartu identitas"))


def test_marks_and_capitals_do_not_matter() -> None:
    assert "kartu tanda penduduk" in TERMS.others("pencetakan ktp-EL", "")[0]


def test_a_term_of_several_words_counts_only_where_they_stand_together() -> None:
    assert TERMS.others("Kartu penduduk dan tanda pengenal", "") == ((), ())
    assert "KTP" in TERMS.others("Kartu tanda penduduk", "")[0]


def test_a_part_of_a_word_is_no_word() -> None:
    assert TERMS.others("KTPX", "") == ((), ())


def test_loose_words_lead_there_but_not_back() -> None:
    assert TERMS.others("Kartu identitas", "") == ((), ())


def test_a_common_term_counts_only_in_a_name() -> None:
    assert TERMS.others("", "menurut SPBE") == ((), ())
    assert TERMS.others("Tim SPBE", "")[0] == ("sistem pemerintahan berbasis elektronik",)


def test_a_title_is_told_by_all_its_other_names_and_a_text_by_those_that_it_does_not_say() -> None:
    text = "kartu tanda penduduk, KTP-el, kartu identitas"
    assert TERMS.others("KTP", text) == (("KTP-el", "kartu tanda penduduk", "kartu identitas"), ())
    assert TERMS.others("Loket", f"KTP, {text}") == ((), ())


def test_every_shipped_term_has_other_words_a_reason_and_no_figures() -> None:
    terms = shipped_terms().terms
    assert len(terms) > 100
    for term in terms:
        assert len(term.words) > 1 or term.loosely, term
        assert term.reason.endswith("."), term
        assert all(words_of(word) for word in (*term.words, *term.loosely)), term


def test_no_shipped_term_says_a_word_twice() -> None:
    for term in shipped_terms().terms:
        spelled = Counter(tuple(words_of(word)) for word in (*term.words, *term.loosely))
        assert [word for word, count in spelled.items() if count > 1] == [], term
