"""Errors as data: what is wrong, where, and the way out; and the forms in which a report is printed."""

from spbe.problems.order import sort_problems
from spbe.problems.problem import SEVERITIES, Problem, Severity, counts
from spbe.problems.rules import RULES, Rule

__all__ = ["RULES", "SEVERITIES", "Problem", "Rule", "Severity", "counts", "sort_problems"]
