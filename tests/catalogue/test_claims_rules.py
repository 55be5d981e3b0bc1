"""Every rule on claims gives every verdict on records that deserve it, and speaks of what exists."""

from __future__ import annotations

import pytest

from spbe.catalogue.claims import RULES, VERDICTS, ClaimRule, Verdict, rules_for, verdict_seen
from spbe.catalogue.claims.claim_rule import PEMDI, SPBE
from spbe.catalogue.claims.electronic_services import CODES
from spbe.region import Node
from spbe.standards.instruments import shipped_instruments
from spbe.standards.reference_data import reference_architecture
from support.claim_samples import CASES
from support.claim_worlds import case_of, many

BY_ID = {rule.id: rule for rule in RULES}


@pytest.mark.parametrize("verdict", [verdict for verdict in VERDICTS if verdict != "belum-terlihat"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_gives_every_verdict(rule: ClaimRule, verdict: Verdict) -> None:
    facts = rule.facts(case_of(CASES[rule.id][verdict], rule))
    assert rule.judge.verdict(facts) == verdict, facts


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_more_records_and_relations_could_bear_out_what_absence_does_not(rule: ClaimRule) -> None:
    """What a fact would be at best is never worse than what it is."""
    order = ("tidak", "tak-diketahui", "sebagian", "ya")
    for world in CASES[rule.id].values():
        for fact in rule.facts(case_of(world, rule)):
            assert order.index(fact.best) >= order.index(fact.state), fact


def test_a_rule_on_an_empty_kept_catalogue_accuses_nobody() -> None:
    """Ten other records make a gap count for administrators; for all others it is not seen yet."""
    kept = {kind: many(kind, 10) for kind in ("infrastruktur", "keamanan", "data")}
    named = ("pusat-data-ada", "jaringan-ada", "penghubung-ada", "keamanan-standar", "data-induk", "audit-keamanan")
    for name in named:
        rule = BY_ID[name]
        facts = rule.facts(case_of(kept, rule))
        assert (rule.judge.verdict(facts), verdict_seen(rule.judge, facts)) == ("bertentangan", "belum-terlihat"), name


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_names_each_subject_once_and_only_records_that_exist(rule: ClaimRule) -> None:
    for world in CASES[rule.id].values():
        case = case_of(world, rule)
        facts = rule.facts(case)
        assert len({fact.subject for fact in facts}) == len(facts)
        named = [fact.subject for fact in facts if isinstance(fact.subject, Node)]
        assert all(case.region.get(node) for node in (*named, *(one for fact in facts for one in fact.records)))


def test_there_are_samples_for_every_rule() -> None:
    assert CASES.keys() == {rule.id for rule in RULES}
    assert len(CASES) == len(RULES)


def test_rules_speak_of_indicators_and_levels_that_exist() -> None:
    for rule in RULES:
        instrument = shipped_instruments()[rule.instrument]
        assert set(rule.codes) <= {one.kode for one in instrument.all_indicators()}, rule.id
        assert instrument.skala.minimum < rule.level <= instrument.skala.maksimum, rule.id


def test_enough_indicators_are_held_against_the_records() -> None:
    tested = {
        instrument: {code for rule in RULES if rule.instrument == instrument for code in rule.codes}
        for instrument in (SPBE, PEMDI)
    }
    assert len(tested[SPBE]) >= 12
    assert len(tested[PEMDI]) >= 6


def test_rules_without_known_criteria_are_marked_as_attempts() -> None:
    assert {rule.instrument for rule in RULES if rule.trial} == {PEMDI}
    assert all(rule.trial for rule in RULES if rule.instrument == PEMDI)


def test_the_codes_of_services_stand_in_the_reference_architecture() -> None:
    nodes = reference_architecture().nodes
    assert [code for codes in CODES.values() for code in codes if code not in nodes] == []


def test_rules_of_lower_levels_come_first() -> None:
    levels = [rule.level for rule in rules_for(SPBE, "I16")]
    assert levels == sorted(levels)
    assert len(set(levels)) > 1
