"""What was handed in, held against the check of all data: a value that would make them wrong is refused in its cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from spbe.changes import Change
from spbe.changes.trial import Trial, Trials
from spbe.checks import Opened
from spbe.exchange.handed_in.acceptance import Acceptance, accepted
from spbe.exchange.handed_in.proposals import Place, Proposal
from spbe.exchange.handed_in.senders import Sender
from spbe.exchange.handed_in.submissions import Submission
from spbe.problems import Problem
from spbe.region import Entry

_ROUNDS: Final = 4
"""Some values can be seen to be wrong only when others are right."""


@dataclass(frozen=True)
class Judgement:
    """What becomes of what was handed in, and what it makes of the region.

    Only the change of an ``acceptance`` that may be written has files. ``trial`` is what shall be written or, where
    that may not be for its errors alone, what was tried; ``wrong`` are all errors that this would bring.
    """

    acceptance: Acceptance
    trial: Trial
    wrong: tuple[Problem, ...]
    is_writable: bool

    @property
    def is_fine(self) -> bool:
        """Whether everything can be taken."""
        return not self.wrong and not self.acceptance.refused


def judged(
    origin: str, trials: Trials, handed_in: Sequence[Submission], sender: Sender, *, partly: bool = False
) -> Judgement:
    """Judge what is proposed, try it, and refuse what the check finds wrong. Nothing is written.

    With ``partly`` it may be written without what was refused.
    """
    faults: dict[Place, str] = {}
    done = accepted(origin, trials.before, handed_in, sender, partly=True)
    refused = done.refused
    trial = whole = trials.of(done.change)
    errors = wrong = trial.new_errors()
    for _round in range(_ROUNDS):
        found = dict(_faults(errors, done, trial.after))
        if not found:
            break
        faults |= found
        done = accepted(origin, trials.before, handed_in, sender, faults, partly=True)
        trial = trials.of(done.change)
        errors = trial.new_errors()
        wrong = list(dict.fromkeys((*wrong, *errors)))
    if not errors and (partly or not done.refused):
        return Judgement(done, trial, tuple(wrong), is_writable=True)
    told = Trial(trials.before, trials.before) if refused else whole
    return Judgement(replace(done, change=Change(origin, {})), told, tuple(wrong), is_writable=False)


def _faults(errors: Sequence[Problem], done: Acceptance, after: Opened) -> Iterator[tuple[Place, str]]:
    """Where values stand that the check refuses, with its words; of a record as a whole all that was asked of it."""
    taken = [row.proposal for row in done.rows if row.proposal is not None and row.outcome in ("new", "changed")]
    by_record: dict[tuple[str, str], list[Proposal]] = {}
    for asks in taken:
        by_record.setdefault(asks.node, []).append(asks)
    in_file: dict[str, list[Entry]] = {}
    for one in after.entries if errors else ():
        in_file.setdefault(one.file, []).append(one)
    for error in errors:
        entry = _entry_of(error, in_file.get(error.file, []))
        asked = by_record.get((entry.kind, entry.id), []) if entry is not None else []
        for blamed in [each for each in asked if _is_at(error.key, each)] or asked:
            yield (blamed.node, blamed.path), _in_words(error)


def _in_words(error: Problem) -> str:
    """What is wrong and, as far as somebody can do it who has the cell alone, what to do."""
    return error.message if "spbe " in error.hint else f"{error.message} {error.hint}".strip()


def _entry_of(error: Problem, found: Sequence[Entry]) -> Entry | None:
    """The record in which ``error`` is, of those of its file: the last that begins before it."""
    above = [one for one in found if error.line is None or one.document.position(one.path)[0] <= error.line]
    return next(reversed(above or found), None)


def _is_at(key: str, one: Proposal) -> bool:
    path = ".".join(map(str, one.path))
    return bool(path) and f"{key}.".startswith(f"{path}.")
