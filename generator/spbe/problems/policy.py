"""What a region decides about its own check: how grave rules are here, and what does not count for a while.

It cannot make less of what protects the public or of what keeps the data from being understood: see ``Rule.fixed``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from spbe.problems.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Waiver:
    """One rule that does not count in lines ``first`` to ``last`` of ``file``, in all of it without them.

    ``number`` is its place in the policy, ``reason`` and ``until`` (that day included) what was written there.
    """

    number: int
    rule: str
    file: str
    reason: str
    until: date
    first: int = 0
    last: int | None = None

    def fits(self, problem: Problem) -> bool:
        """Whether ``problem`` is what it is about."""
        if (self.rule, self.file) != (problem.rule, problem.file):
            return False
        line = problem.line or self.first
        return self.first <= line and (self.last is None or line <= self.last)


@dataclass(frozen=True, slots=True)
class WaivedProblem:
    """A problem that does not count, and why."""

    problem: Problem
    waiver: Waiver

    def as_json(self) -> dict[str, Any]:
        """The form promised by ``spbe check --format json``."""
        waiver = {"reason": self.waiver.reason, "until": self.waiver.until.isoformat()}
        return {**self.problem.as_json(), "waiver": waiver}


@dataclass(frozen=True)
class Policy:
    """How strict a region is, and what it lets pass.

    ``severities`` by rule where they are not the usual ones; ``waivers`` are those in force.
    """

    severities: Mapping[str, Severity] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()

    def judged(self, problems: Iterable[Problem]) -> tuple[list[Problem], tuple[WaivedProblem, ...]]:
        """``problems`` as they count here, and those that do not count."""
        counting: list[Problem] = []
        waived: list[WaivedProblem] = []
        for one in problems:
            severity = self.severities.get(one.rule, one.severity)
            problem = one if severity == one.severity else replace(one, severity=severity)
            waiver = next((waiver for waiver in self.waivers if waiver.fits(problem)), None)
            if waiver is None:
                counting.append(problem)
            else:
                waived.append(WaivedProblem(problem, waiver))
        return counting, tuple(waived)
