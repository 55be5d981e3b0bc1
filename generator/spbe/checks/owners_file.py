"""The file by which a host asks the owners says what the records say."""

from __future__ import annotations

from collections.abc import Iterator

from spbe.checks.check_context import Context
from spbe.problems import RULES, Problem
from spbe.region.code_owners import is_stale, place_of, written


def stale_owners(context: Context) -> Iterator[Problem]:
    """Rule ``codeowners-usang``; not while a record cannot be read, whose owner nobody knows."""
    unread = context.reading.problems and any(one.severity == "error" for one in context.reading.problems)
    if not unread and is_stale(context.entries, written(context.reading.source)):
        yield RULES["codeowners-usang"].at(place_of(context.reading.source))


CHECKS = (stale_owners,)
