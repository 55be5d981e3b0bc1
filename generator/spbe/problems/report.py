"""The forms of a report: text for people and editors, JSON for programs, annotations for a pull request."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from spbe.i18n import gettext
from spbe.problems.ci_reports import gitlab_report, junit_report, sarif_report
from spbe.problems.order import ProblemGroup, grouped
from spbe.problems.problem import Problem, counts

PLACES_SHOWN: Final = 3


def text_report(problems: Sequence[Problem], *, everything: bool = True) -> str:
    """``file:line:column: severity: message [rule]``, which editors understand, and the hint below it.

    Without ``everything`` information is only counted, for in a real inventory it outnumbers errors by far, and what
    is said of several places in the same words is said once.
    """
    lines: list[str] = []
    shown = [problem for problem in problems if everything or problem.severity != "info"]
    for told in [ProblemGroup(problem) for problem in shown] if everything else grouped(shown):
        problem = told.first
        lines.append(f"{_place(problem)}: {severity_word(problem)}: {problem.message} [{problem.rule}]")
        if problem.hint:
            lines.append(f"    → {problem.hint}")
        if told.others:
            lines.append(f"    {_elsewhere(told.others)}")
        if told.similar:
            words = gettext(
                "Ada {n} lagi seperti ini di berkas yang sama, sesudah baris {baris} (`spbe check --semua`)."
            )
            lines.append("    " + words.format(n=len(told.similar), baris=problem.line or 1))
    lines.append(_summary(problems))
    return "\n".join(lines)


def _summary(problems: Sequence[Problem]) -> str:
    """One sentence that counts the problems."""
    total = counts(problems)
    if not problems:
        return gettext("Tidak ada masalah.")
    return gettext("{error} kesalahan, {warning} peringatan, {info} info.").format(**total)


def json_report(problems: Sequence[Problem]) -> str:
    """``{problems: [...], counts: {error, warning, info}}``."""
    report = {"problems": [problem.as_json() for problem in problems], "counts": counts(problems)}
    return json.dumps(report, ensure_ascii=False, indent=2)


def github_report(problems: Sequence[Problem]) -> str:
    """Workflow commands that show each problem beside its line in a pull request."""
    level = {"error": "error", "warning": "warning", "info": "notice"}
    lines = []
    for problem in problems:
        place = f"file={_property(problem.file)}"
        if problem.line is not None:
            place += f",line={problem.line},col={problem.column or 1}"
        words = f"{problem.message} {problem.hint} [{problem.rule}]"
        lines.append(f"::{level[problem.severity]} {place}::{_data(words)}")
    return "\n".join(lines)


FORMATS = {
    "text": text_report,
    "json": json_report,
    "github": github_report,
    "gitlab": gitlab_report,
    "sarif": sarif_report,
    "junit": junit_report,
}


def severity_word(problem: Problem) -> str:
    """How the severity is called in the user's language."""
    words = {"error": gettext("kesalahan"), "warning": gettext("peringatan"), "info": gettext("info")}
    return words[problem.severity]


def _elsewhere(problems: Sequence[Problem]) -> str:
    """Where else the same is wrong: how often, and the first places."""
    places = ", ".join(_place(problem) for problem in problems[:PLACES_SHOWN])
    if len(problems) <= PLACES_SHOWN:
        return gettext("Juga di {letak}.").format(letak=places)
    words = gettext("Juga di {n} tempat lain: {letak}, … (semuanya: `spbe check --semua`).")
    return words.format(n=len(problems), letak=places)


def _place(problem: Problem) -> str:
    if problem.line is None:
        return problem.file
    return f"{problem.file}:{problem.line}:{problem.column or 1}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
