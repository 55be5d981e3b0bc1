"""Errors as data: what is wrong, where, and the way out; and the forms in which a report is printed."""

from spbe.problems.order import sort_problems
from spbe.problems.problem import Problem, Severity, counts
from spbe.problems.rules import RULES, Rule

__all__ = ["RULES", "Problem", "Rule", "Severity", "counts", "sort_problems"]
