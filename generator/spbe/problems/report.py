"""The forms of a report: text for people and editors, JSON for programs, annotations for a pull request."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, Final

from spbe.problems.ci_reports import gitlab_report, junit_report, sarif_report
from spbe.problems.policy import WaivedProblem
from spbe.problems.problem import Problem, counts
from spbe.problems.text_form import severity_word, text_report


def json_report(problems: Sequence[Problem], waived: Sequence[WaivedProblem] = (), _rules_page: str = "") -> str:
    """``{problems: [...], counts: {error, warning, info}}``, and ``waived`` where something is."""
    report: dict[str, Any] = {"problems": [problem.as_json() for problem in problems], "counts": counts(problems)}
    if waived:
        report["waived"] = [one.as_json() for one in waived]
    return json.dumps(report, ensure_ascii=False, indent=2)


def github_report(problems: Sequence[Problem], _waived: Sequence[WaivedProblem] = (), _rules_page: str = "") -> str:
    """Workflow commands that show each problem beside its line in a pull request; what is waived is not shown."""
    level = {"error": "error", "warning": "warning", "info": "notice"}
    lines = []
    for problem in problems:
        place = f"file={_property(problem.file)}"
        if problem.line is not None:
            place += f",line={problem.line},col={problem.column or 1}"
        words = f"{problem.message} {problem.hint} [{problem.rule}]"
        lines.append(f"::{level[problem.severity]} {place}::{_data(words)}")
    return "\n".join(lines)


__all__ = ["FORMATS", "github_report", "json_report", "severity_word", "text_report"]

FORMATS: Final[dict[str, Callable[..., str]]] = {
    "text": text_report,
    "json": json_report,
    "github": github_report,
    "gitlab": gitlab_report,
    "sarif": sarif_report,
    "junit": junit_report,
}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
