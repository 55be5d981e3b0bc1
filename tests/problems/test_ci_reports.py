"""Reports for git hosts have the forms that those hosts document."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

from jsonschema import Draft7Validator

from spbe.problems import RULES, Problem
from spbe.problems.ci_reports import gitlab_report, junit_report, sarif_report

PLACED = RULES["nilai-tanggal"].at("architecture/aplikasi/a b.yaml", 3, 7, "sejak", tulisan="besok", maksud="")
WHOLE = RULES["profil-tak-ada"].at("content/profil.yaml", maksud="")
WARNING = RULES["berkas-bukan-yaml"].at("a.txt", nama="a.txt", saran="Ganti.")
INFO = RULES["ejaan"].at("b.yaml", 1, 2, "lisensi", tulisan="open source", arti="sumber-terbuka")
ALL = [PLACED, WHOLE, WARNING, INFO]

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
POSITION = {"type": "integer", "minimum": 1}
PLACE = {
    "type": "object",
    "required": ["artifactLocation"],
    "additionalProperties": False,
    "properties": {
        "artifactLocation": {"required": ["uri"], "properties": {"uri": {"type": "string", "pattern": "^[^ \\\\:]+$"}}},
        "region": {
            "required": ["startLine"],
            "additionalProperties": False,
            "properties": {"startLine": POSITION, "startColumn": POSITION},
        },
    },
}
RESULT = {
    "type": "object",
    "required": ["message", "ruleId"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": TEXT,
        "locations": {"type": "array", "items": {"properties": {"physicalLocation": PLACE}}},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
    },
}
RULE = {
    "type": "object",
    "required": ["id"],
    "additionalProperties": False,
    "properties": {"id": {"type": "string"}, "shortDescription": TEXT, "helpUri": {"type": "string", "format": "uri"}},
}
DRIVER = {
    "required": ["name"],
    "additionalProperties": False,
    "properties": {"name": {"type": "string"}, "rules": {"type": "array", "uniqueItems": True, "items": RULE}},
}
RUN = {
    "type": "object",
    "required": ["tool"],
    "additionalProperties": False,
    "properties": {
        "tool": {"type": "object", "required": ["driver"], "properties": {"driver": DRIVER}},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
    },
}
SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"enum": ["2.1.0"]},
        "runs": {"type": "array", "items": RUN},
    },
}
"""What the standard says of the parts that are used here: names, required ones, values."""


def test_gitlab_gets_its_five_keys_and_a_line_for_every_problem() -> None:
    rows = json.loads(gitlab_report(ALL))
    assert all(set(row) == {"description", "check_name", "fingerprint", "severity", "location"} for row in rows)
    assert [row["severity"] for row in rows] == ["major", "major", "minor", "info"]
    assert rows[0]["location"] == {"path": "architecture/aplikasi/a b.yaml", "lines": {"begin": 3}}
    assert rows[1]["location"]["lines"]["begin"] == 1
    assert json.loads(gitlab_report([])) == []


def test_a_fingerprint_survives_moved_lines_and_is_nobody_elses() -> None:
    def fingerprints(*lines: int) -> list[str]:
        problems = [RULES["nilai-tanggal"].at("a.yaml", line, 1, "sejak", tulisan="x", maksud="") for line in lines]
        return [row["fingerprint"] for row in json.loads(gitlab_report(problems))]

    assert fingerprints(3, 9) == fingerprints(5, 11)
    assert len(set(fingerprints(3, 9))) == 2


def test_sarif_is_valid_and_places_each_result() -> None:
    log = json.loads(sarif_report(ALL))
    Draft7Validator(SARIF).validate(log)
    run = log["runs"][0]
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning", "note"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "architecture/aplikasi/a%20b.yaml"
    assert place["region"] == {"startLine": 3, "startColumn": 7}
    assert "region" not in run["results"][1]["locations"][0]["physicalLocation"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_sarif_without_problems_says_that_nothing_was_found() -> None:
    log = json.loads(sarif_report([]))
    Draft7Validator(SARIF).validate(log)
    assert log["runs"][0]["results"] == []


def test_in_junit_only_errors_fail() -> None:
    root = ET.fromstring(junit_report(ALL))
    assert (root.get("tests"), root.get("failures")) == ("4", "2")
    assert [suite.get("name") for suite in root] == [problem.file for problem in ALL]
    assert [case.find("failure") is not None for case in root.iter("testcase")] == [True, True, False, False]
    assert root[3][0].findtext("system-out", "").startswith(INFO.message)


def test_junit_without_problems_has_a_case_that_passes() -> None:
    cases = list(ET.fromstring(junit_report([])).iter("testcase"))
    assert len(cases) == 1
    assert len(cases[0]) == 0


def test_junit_is_xml_whatever_a_file_is_called() -> None:
    odd = Problem("uji", "error", "a\x01<&\udcff.yaml", 1, 1, "", 'x < "y"', "")
    assert ET.fromstring(junit_report([odd]))[0].get("name") == "a\ufffd<&\ufffd.yaml"
