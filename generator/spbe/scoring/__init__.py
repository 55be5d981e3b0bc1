"""Answers and an instrument make an exact index, shown with its working.

The only room that does arithmetic on levels. Everything is a ``fractions.Fraction`` until it is printed;
printing rounds half up, once, to two decimals, and nothing is ever computed from a printed part.
"""

from spbe.scoring.calculation import Calculation, ScoreTerm
from spbe.scoring.predicate import Band, Verdict, bounds, next_above, predicate_of, verdict
from spbe.scoring.results import Comparison, IndexRow, compare, row
from spbe.scoring.rounding import round_half_up, rounded
from spbe.scoring.weighted_index import AspectScore, DomainScore, Score, score

__all__ = [
    "AspectScore",
    "Band",
    "Calculation",
    "Comparison",
    "DomainScore",
    "IndexRow",
    "Score",
    "ScoreTerm",
    "Verdict",
    "bounds",
    "compare",
    "next_above",
    "predicate_of",
    "round_half_up",
    "rounded",
    "row",
    "score",
    "verdict",
]
