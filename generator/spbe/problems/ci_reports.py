"""Reports in the forms that git hosts and their tools show beside a change: GitLab, SARIF, JUnit."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import quote

from spbe.i18n import gettext
from spbe.problems.policy import WaivedProblem
from spbe.problems.problem import Problem, Severity, counts
from spbe.problems.rules import RULES

SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"

GITLAB_SEVERITIES: Final[dict[Severity, str]] = {"error": "major", "warning": "minor", "info": "info"}
SARIF_LEVELS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}

NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


def gitlab_report(problems: Sequence[Problem], _waived: Sequence[WaivedProblem] = (), _rules_page: str = "") -> str:
    """A list in the form of GitLab's code quality reports; a problem of a whole file stands at its first line.

    What is waived is not in it, for the form has no place for that.
    """
    rows = [
        {
            "description": _words(problem),
            "check_name": problem.rule,
            "fingerprint": fingerprint,
            "severity": GITLAB_SEVERITIES[problem.severity],
            "location": {"path": problem.file, "lines": {"begin": problem.line or 1}},
        }
        for problem, fingerprint in zip(problems, _fingerprints(problems), strict=True)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def sarif_report(problems: Sequence[Problem], waived: Sequence[WaivedProblem] = (), rules_page: str = "") -> str:
    """A log of SARIF 2.1.0 (OASIS) with one run; the rules told are those that a problem breaks.

    What is waived is a suppressed result. ``rules_page`` is the whole address of the page of rules, if there is one.
    """
    reasons = [None] * len(problems) + [one.waiver.reason for one in waived]
    everything = [*problems, *(one.problem for one in waived)]
    broken = list(dict.fromkeys(problem.rule for problem in everything))
    results = [
        {
            "ruleId": problem.rule,
            "ruleIndex": broken.index(problem.rule),
            "level": SARIF_LEVELS[problem.severity],
            "message": {"text": _words(problem)},
            "locations": [{"physicalLocation": _physical_location(problem)}],
            "partialFingerprints": {"spbe/v1": fingerprint},
            **({"suppressions": [_suppression(reason)]} if reason else {}),
        }
        for problem, fingerprint, reason in zip(everything, _fingerprints(everything), reasons, strict=True)
    ]
    run = {
        "tool": {"driver": {"name": "spbe", "rules": [_sarif_rule(rule, rules_page) for rule in broken]}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _suppression(reason: str) -> dict[str, str]:
    return {"kind": "external", "status": "accepted", "justification": reason}


def junit_report(problems: Sequence[Problem], waived: Sequence[WaivedProblem] = (), _rules_page: str = "") -> str:
    """A suite for each file and a case for each problem, in the form of JUnit.

    Only errors fail, as they alone give the exit code 1; what does not hinder is a case that passes and says its words,
    and what is waived is a case that is skipped.
    Without any problem there is one case that passes, for some readers refuse a report without cases.
    """
    from xml.etree import ElementTree as ET

    reasons = {one.problem: one.waiver.reason for one in waived}
    root = ET.Element("testsuites", _junit_totals(problems, waived))
    by_file: dict[str, tuple[list[Problem], list[WaivedProblem]]] = {}
    for problem in problems:
        by_file.setdefault(problem.file, ([], []))[0].append(problem)
    for one in waived:
        by_file.setdefault(one.problem.file, ([], []))[1].append(one)
    for file, (found, skipped) in by_file.items():
        suite = ET.SubElement(root, "testsuite", {"name": _xml(file), **_junit_totals(found, skipped)})
        for problem in (*found, *(one.problem for one in skipped)):
            name = f"{problem.rule} {problem.line or 1}:{problem.column or 1}"
            case = ET.SubElement(suite, "testcase", {"classname": _xml(file), "name": name, "file": _xml(file)})
            if problem in reasons:
                ET.SubElement(case, "skipped", {"message": _xml(reasons[problem])})
            elif problem.severity == "error":
                failure = ET.SubElement(case, "failure", {"message": _xml(problem.message), "type": problem.rule})
                failure.text = _xml(_words(problem))
            else:
                ET.SubElement(case, "system-out").text = _xml(_words(problem))
    if not by_file:
        suite = ET.SubElement(root, "testsuite", {"name": "spbe check", "tests": "1", "failures": "0"})
        ET.SubElement(suite, "testcase", {"classname": "spbe", "name": "check"})
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode")


def _junit_totals(problems: Sequence[Problem], waived: Sequence[WaivedProblem]) -> dict[str, str]:
    skipped = {"skipped": str(len(waived))} if waived else {}
    return {"tests": str(len(problems) + len(waived) or 1), "failures": str(counts(problems)["error"]), **skipped}


def _physical_location(problem: Problem) -> dict[str, Any]:
    uri = quote(problem.file, errors="surrogateescape")
    location: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if problem.line is not None:
        location["region"] = {"startLine": problem.line, "startColumn": problem.column or 1}
    return location


def _sarif_rule(rule: str, rules_page: str) -> dict[str, Any]:
    known = RULES.get(rule)
    if known is None:
        return {"id": rule}
    help_uri = {"helpUri": f"{rules_page}#{rule}"} if "://" in rules_page else {}
    return {"id": rule, "shortDescription": {"text": gettext(known.why)}, **help_uri}


def _fingerprints(problems: Sequence[Problem]) -> list[str]:
    """A name for each problem that stays when lines move, and that no two problems of a report share."""
    seen: Counter[tuple[str, ...]] = Counter()
    names = []
    for problem in problems:
        what = (problem.rule, problem.file, problem.key, problem.message)
        text = "\0".join((*what, str(seen[what])))
        seen[what] += 1
        names.append(hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest())
    return names


def _words(problem: Problem) -> str:
    return f"{problem.message} {problem.hint}".rstrip()


def _xml(text: str) -> str:
    return NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
