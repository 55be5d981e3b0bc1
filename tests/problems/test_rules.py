"""Every rule is whole: an id, words that can be filled in, a way out, and a reason."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from spbe.problems import RULES, Rule

SOURCES = Path(__file__).parents[2] / "generator" / "spbe"

ALWAYS = {"kunci", "tulisan", "arti", "maksud"}
"""What ``yamlio.validation`` fills in for every rule that the model may break."""

BUILT_IN = {"isian-wajib", "kunci-tak-dikenal", "bukan-daftar", "catatan-bukan-pemetaan", "isian-salah"}
"""Rules that stand for pydantic's own errors."""

COMPUTED = {
    "kunci-tak-dikenal": {"pilihan", "pindah"},
    "catatan-bukan-pemetaan": {"contoh"},
    "nilai-pilihan": {"pilihan"},
    "nilai-id": {"saran"},
    "nilai-tanggal-mustahil": {"sebab"},
    "nama-berkas": {"sebab", "saran"},
    "nilai-kualitas": {"saran"},
    "rujukan-per-jenis": {"jenis"},
    "rujukan-jenis": {"jenis"},
    "rencana-isian": {"isian"},
}
"""What ``yamlio.validation`` and the context of the model's error add for single rules."""


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def rule_in(node: ast.expr) -> list[str]:
    """The ids of the rules that an expression such as ``RULES["x"]`` or ``"x"`` names."""
    if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "RULES":
        node = node.slice
    return [node.value] if isinstance(node, ast.Constant) and node.value in RULES else []


def given_in_sources() -> list[tuple[str, set[str], str]]:
    """Rule, names of parameters and place of every report in the sources that names its rule literally."""
    found: list[tuple[str, set[str], str]] = []
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr == "at":
                rules = rule_in(node.func.value)
            elif node.func.attr in {"problem", "_report", "_stop"}:
                rules = [rule for argument in node.args for rule in rule_in(argument)]
            else:
                continue
            names = {keyword.arg for keyword in node.keywords if keyword.arg} - {"of_key", "key"}
            found += [(rule, names, f"{path.name}:{node.lineno}") for rule in rules]
    return found


def findings_in_sources() -> list[tuple[str, set[str], str]]:
    """The same for ``Finding("rule", path, {...})`` of the standards, whose parameters are a literal nearby."""
    found: list[tuple[str, set[str], str]] = []
    for name in ("proof.py", "reference.py"):
        path = SOURCES / "standards" / name
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            dicts = [node for node in ast.walk(function) if isinstance(node, ast.Dict)]
            calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
            for call in calls:
                if getattr(call.func, "id", "") == "Finding":
                    literal = call.args[2] if isinstance(call.args[2], ast.Dict) else dicts[-1]
                    keys = {str(ast.literal_eval(key)) for key in literal.keys if key is not None}
                    found += [(rule, keys, f"{name}:{call.lineno}") for rule in rule_in(call.args[0])]
    return found


@pytest.fixture(params=RULES.values(), ids=lambda rule: rule.id)
def rule(request: pytest.FixtureRequest) -> Rule:
    found: Rule = request.param
    return found


def test_an_id_is_words_joined_by_hyphens(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.id)
    assert RULES[rule.id] is rule


def test_a_rule_is_as_grave_as_the_report_can_count(rule: Rule) -> None:
    assert rule.severity in {"error", "warning", "info"}


def test_every_rule_says_what_to_do_and_why(rule: Rule) -> None:
    assert rule.message
    assert rule.hint
    assert rule.why


def test_words_are_sentences(rule: Rule) -> None:
    for text in (rule.message, rule.hint, rule.why):
        end = text.removesuffix("{maksud}")
        assert end == "{saran}" or end == "{arti}" or end.endswith((".", "?", "…`. {arti}")), text
        assert re.match(r"[A-Z`{]", text), text
        assert "  " not in text


def test_templates_have_named_fields_only(rule: Rule) -> None:
    for text in (rule.message, rule.hint):
        assert all(re.fullmatch(r"[a-z_]+", name) for name in fields(text)), text
    assert not fields(rule.why)


REPORTS = [*given_in_sources(), *findings_in_sources()]


@pytest.mark.parametrize(("rule_id", "given", "place"), REPORTS, ids=[f"{rule} {place}" for rule, _, place in REPORTS])
def test_sources_give_every_parameter_that_the_words_need(rule_id: str, given: set[str], place: str) -> None:
    found = RULES[rule_id]
    needed = fields(found.message) | fields(found.hint)
    assert needed <= given, f"{place}: {rule_id} needs {sorted(needed - given)}"


def rules_of_the_model() -> set[str]:
    """The rules that readers of the model name when they refuse a value."""
    found = set(BUILT_IN)
    for path in (SOURCES / "model").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "PydanticCustomError":
                found |= set(rule_in(node.args[0]))
    return found


@pytest.mark.parametrize("rule_id", sorted(rules_of_the_model()))
def test_rules_of_the_model_need_only_what_every_error_has(rule_id: str) -> None:
    found = RULES[rule_id]
    assert fields(found.message) | fields(found.hint) <= ALWAYS | COMPUTED.get(rule_id, set())


def test_every_rule_is_reported_by_something(rule: Rule) -> None:
    """A rule that nothing reports would be a promise in the list of rules that nobody keeps."""
    outside = [path for path in SOURCES.rglob("*.py") if "problems/rules" not in path.as_posix()]
    assert any(f'"{rule.id}"' in path.read_text("utf-8") for path in outside)


def test_the_walk_over_the_sources_finds_them() -> None:
    assert len(given_in_sources()) > 35
    assert len({rule for rule, _, _ in findings_in_sources()}) == 9


def test_a_missing_parameter_is_found_out_at_once() -> None:
    with pytest.raises(KeyError):
        RULES["nilai-tanggal"].at("a.yaml", 1, 1)
