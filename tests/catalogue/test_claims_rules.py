"""Every rule on claims gives each of the four verdicts on records that deserve it, and speaks of what exists."""

from __future__ import annotations

import pytest

from claiming import case_of
from claims_samples import CASES
from spbe.catalogue.claims import RULES, VERDICTS, Rule, Verdict, rules_for
from spbe.catalogue.claims.rule import PEMDI, SPBE
from spbe.catalogue.claims.services import CODES
from spbe.region import Node
from spbe.standards.instruments import shipped_instruments
from spbe.standards.reference_data import reference_architecture


@pytest.mark.parametrize("verdict", VERDICTS)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_gives_every_verdict(rule: Rule, verdict: Verdict) -> None:
    facts = rule.facts(case_of(CASES[rule.id][verdict], rule))
    assert rule.judge.verdict(facts) == verdict, facts


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_names_each_subject_once_and_only_records_that_exist(rule: Rule) -> None:
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
