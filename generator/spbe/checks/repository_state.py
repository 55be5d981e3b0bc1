"""What lies around a region and hinders it: a git repository that cannot say when the data changed, half a write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from spbe.problems import RULES, Problem
from spbe.region.clock import Clock
from spbe.sources.journal import DECIDED
from spbe.sources.source import Source, exists

_RULES: Final[Mapping[str, str]] = {
    "no-git": "git-tak-ada",
    "refused": "git-menolak",
    "damaged": "git-rusak",
    "hanging": "git-macet",
}


def half_written(source: Source) -> Iterator[Problem]:
    """The rule about a journal that is still there, though all was done to finish or undo what it notes."""
    if exists(source, DECIDED):
        yield RULES["jurnal-rusak"].at(DECIDED, nama=DECIDED)


def hindrances(clock: Clock) -> Iterator[Problem]:
    """The rules about git. Where the date was given, git was not asked and there is nothing to say."""
    found = clock.hindrance
    if found and found.kind in _RULES:
        yield RULES[_RULES[found.kind]].at(".", sebab=found.reason, perintah=found.remedy or "git status")
    elif clock.shallow:
        yield RULES["git-dangkal"].at(".")
