"""The order of a report: what other problems may come from is told first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from spbe.problems.problem import SEVERITIES, Problem
from spbe.problems.rules import files, standards, yaml

CAUSES: Final = frozenset(
    {rule.id for family in (files, yaml, standards) for rule in family.FAMILY if rule.severity == "error"}
    | {"penilaian-tak-ada", "instrumen-tak-dikenal", "nilai-terbalik", "id-beda-berkas"}
)
"""Rules about whole files, folders and instruments: while one is broken, much else may seem wrong."""


@dataclass(frozen=True, slots=True)
class Told:
    """Problems that are told as one: those that say the same, each at its own place."""

    first: Problem
    others: tuple[Problem, ...] = ()


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Causes, then the other errors, then what does not hinder; each of these by file and position.

    The same finding at the same place is kept once.
    """
    return tuple(sorted(dict.fromkeys(problems), key=_rank))


def _rank(problem: Problem) -> tuple[object, ...]:
    follows = problem.severity == "error" and problem.rule not in CAUSES
    place = (problem.file, problem.line or 0, problem.column or 0)
    return (SEVERITIES.index(problem.severity), follows, *place, problem.rule, problem.key, problem.message)


def grouped(problems: Sequence[Problem]) -> list[Told]:
    """``problems`` in their order, those with the same words joined to the first of them."""
    groups: dict[tuple[str, str, str, str], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.rule, problem.severity, problem.message, problem.hint), []).append(problem)
    return [Told(first, tuple(others)) for first, *others in groups.values()]
