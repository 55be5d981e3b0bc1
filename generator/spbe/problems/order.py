"""The order of a report: what other problems may come from is told first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from spbe.problems.problem import SEVERITIES, Problem
from spbe.problems.rules import file_rules, standards_rules, yaml_rules

CAUSES: Final = frozenset(
    {
        rule.id
        for family in (file_rules, yaml_rules, standards_rules)
        for rule in family.FAMILY
        if rule.severity == "error"
    }
    | {"penilaian-tak-ada", "instrumen-tak-dikenal", "nilai-terbalik", "id-beda-berkas"}
)
"""Rules about whole files, folders and instruments: while one is broken, much else may seem wrong."""


SIMILAR_SHOWN: Final = 8
"""How many problems of one rule are told of one file."""


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Problems that are told as one: ``others`` say the same of other places.

    ``similar`` break the same rule in the same file in other words, after :data:`SIMILAR_SHOWN` that are told.
    """

    first: Problem
    others: tuple[Problem, ...] = ()
    similar: tuple[Problem, ...] = ()


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Causes, then the other errors, then what does not hinder; each of these by file and position.

    The same finding at the same place is kept once.
    """
    return tuple(sorted(dict.fromkeys(problems), key=_rank))


def _rank(problem: Problem) -> tuple[object, ...]:
    follows = problem.severity == "error" and problem.rule not in CAUSES
    place = (problem.file, problem.line or 0, problem.column or 0)
    return (SEVERITIES.index(problem.severity), follows, *place, problem.rule, problem.key, problem.message)


def grouped(problems: Sequence[Problem]) -> list[ProblemGroup]:
    """``problems`` in their order, those with the same words joined to the first of them.

    What is wrong in the same way again and again in one file is cut short.
    """
    groups: dict[tuple[str, str, str, str], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.rule, problem.severity, problem.message, problem.hint), []).append(problem)
    alike: dict[tuple[str, str], list[ProblemGroup]] = {}
    for first, *others in groups.values():
        alike.setdefault((first.rule, first.file), []).append(ProblemGroup(first, tuple(others)))
    for told in alike.values():
        if len(told) > SIMILAR_SHOWN + 1:
            rest = [problem for one in told[SIMILAR_SHOWN:] for problem in (one.first, *one.others)]
            told[SIMILAR_SHOWN - 1 :] = [replace(told[SIMILAR_SHOWN - 1], similar=tuple(rest))]
    shown = {one.first: one for told in alike.values() for one in told}
    return [shown[first] for first, *_others in groups.values() if first in shown]
