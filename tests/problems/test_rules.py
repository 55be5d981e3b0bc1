"""Every rule is whole: an id, words that can be filled in, a way out, and a reason."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Callable
from pathlib import Path

import pytest

from spbe.problems import RULES, Rule
from support.package_sources import modules

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
    for module, tree in modules(r"\.(at|problem|_report|_stop)\b"):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr == "at":
                rules = rule_in(node.func.value)
            elif node.func.attr in {"problem", "_report", "_stop"}:
                rules = [rule for argument in node.args for rule in rule_in(argument)]
            else:
                continue
            names = {keyword.arg for keyword in node.keywords if keyword.arg} - {"of_key", "key"}
            found += [(rule, names, f"{module}:{node.lineno}") for rule in rules]
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


def lacking(holds: Callable[[Rule], object]) -> list[str]:
    """The ids of the rules of which that does not hold."""
    return [rule.id for rule in RULES.values() if not holds(rule)]


def test_an_id_is_words_joined_by_hyphens() -> None:
    assert lacking(lambda rule: re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.id)) == []
    assert [name for name, rule in RULES.items() if name != rule.id] == []


def test_a_rule_is_as_grave_as_the_report_can_count() -> None:
    assert lacking(lambda rule: rule.severity in {"error", "warning", "info"}) == []


def test_every_rule_says_what_to_do_and_why() -> None:
    assert lacking(lambda rule: rule.message and rule.hint and rule.why) == []


def is_sentence(text: str) -> bool:
    end = text.removesuffix("{maksud}")
    ends = end in {"{saran}", "{arti}"} or end.endswith((".", "?", "…`. {arti}"))
    return ends and re.match(r"[A-Z`{]", text) is not None and "  " not in text


def test_words_are_sentences() -> None:
    assert lacking(lambda rule: all(map(is_sentence, (rule.message, rule.hint, rule.why)))) == []


def test_templates_have_named_fields_only() -> None:
    named = re.compile(r"[a-z_]+")
    assert lacking(lambda rule: all(map(named.fullmatch, fields(rule.message) | fields(rule.hint)))) == []
    assert lacking(lambda rule: not fields(rule.why)) == []


def test_sources_give_every_parameter_that_the_words_need() -> None:
    given, found = given_in_sources(), findings_in_sources()
    missing = {
        f"{place}: {rule}": needed - names
        for rule, names, place in [*given, *found]
        if (needed := fields(RULES[rule].message) | fields(RULES[rule].hint)) - names
    }
    assert missing == {}
    # The walk over the sources finds what it looks for.
    assert len(given) > 35
    assert len({rule for rule, _, _ in found}) == 9


def rules_of_the_model() -> set[str]:
    """The rules that readers of the model name when they refuse a value."""
    found = set(BUILT_IN)
    for path in (SOURCES / "model").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "PydanticCustomError":
                found |= set(rule_in(node.args[0]))
    return found


def test_rules_of_the_model_need_only_what_every_error_has() -> None:
    rules = {name: RULES[name] for name in rules_of_the_model()}
    needed = {name: fields(rule.message) | fields(rule.hint) for name, rule in rules.items()}
    assert {name: more for name, all_ in needed.items() if (more := all_ - ALWAYS - COMPUTED.get(name, set()))} == {}
    assert len(needed) > len(BUILT_IN)


def test_every_rule_is_reported_by_something() -> None:
    """A rule that nothing reports would be a promise in the list of rules that nobody keeps."""
    outside = [path for path in SOURCES.rglob("*.py") if "problems/rules" not in path.as_posix()]
    written = "".join(path.read_text("utf-8") for path in outside)
    assert lacking(lambda rule: f'"{rule.id}"' in written) == []


def test_a_missing_parameter_is_found_out_at_once() -> None:
    with pytest.raises(KeyError):
        RULES["nilai-tanggal"].at("a.yaml", 1, 1)
