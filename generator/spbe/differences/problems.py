"""Problems that are new and problems that are mended, matched by rule, record and key, never by line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from spbe.checks import Opened
from spbe.editions import Edition
from spbe.editions.redaction import allowed_fields
from spbe.i18n import gettext
from spbe.model.kinds import KINDS
from spbe.problems import RULES, Problem
from spbe.region import Entry, Node

Key = tuple[str, Node, str]
"""Rule, what it is broken in, and the key without positions in lists."""

Placed = Mapping[Key, list[tuple[Problem, Node, str]]]
"""Problems with what they lie in, and the first key there; empty where they are about all of it."""

_CONTENTS: Final = ("halaman", "lampiran", "pengaturan", "kebijakan", "templat", "otomasi")
"""What is told by its path."""

_COMMENT: Final = "#"
"""Stands for the field of what only a comment says: no edition shows it."""


@dataclass(frozen=True)
class ProblemTold:
    """A problem in ``node``, which is the file where it holds no record; ``words`` is what may be said of it.

    ``unread`` when it is why the file of ``node`` cannot be understood at all.
    """

    problem: Problem
    node: Node
    words: str
    unread: bool = False


@dataclass(frozen=True)
class ProblemChanges:
    """Problems that one side has and the other has not, in the order of a report."""

    new: tuple[ProblemTold, ...] = ()
    fixed: tuple[ProblemTold, ...] = ()


@dataclass(frozen=True)
class Side:
    """One side as problems are looked for in it: as it was opened, and what readers see of it.

    ``contents`` are the pages and attachments that they get; ``unread`` what cannot be read there, by its file, as far
    as they may know of it.
    """

    opened: Opened
    view: Edition
    contents: Collection[Node] = ()
    unread: Mapping[str, Node] = field(default_factory=dict)


def problem_changes(before: Side, after: Side, former: Mapping[Node, Node]) -> ProblemChanges:
    """What is wrong on one side only; ``former`` maps ids of the older side to those of the newer one.

    Others than administrators are told of problems in what they see, by what the rule is good for: the message may
    name what they do not.
    """
    was, now = _placed(before, former), _placed(after, {})
    return ProblemChanges(tuple(_told(after, _more(now, was))), tuple(_told(before, _more(was, now))))


def leaking(side: Side, former: Mapping[Node, Node]) -> frozenset[tuple[Node, str]]:
    """What a rule says must not be repeated: what that stands in, with its first key, the empty one for all of it."""
    places = _Places(side)
    leaks = [problem for problem in side.opened.found if RULES[problem.rule].leaks is not None]
    found = (places.place(problem) for problem in leaks)
    return frozenset((former.get(node, node), key) for node, key in found)


def _placed(side: Side, former: Mapping[Node, Node]) -> Placed:
    places = _Places(side)
    found: dict[Key, list[tuple[Problem, Node, str]]] = {}
    for problem in side.opened.found:
        node, field = places.place(problem)
        node = former.get(node, node)
        key = re.sub(r"(?<![^.])[0-9]+(?![^.])", "", problem.key)
        found.setdefault((problem.rule, node, key), []).append((problem, node, field))
    return found


def _more(one: Placed, other: Placed) -> Iterator[tuple[Problem, Node, str]]:
    """Of each key as many as there are more of in ``one``: rather those that say what none says in ``other``."""
    for key, found in one.items():
        known = [problem.message for problem, _node, _field in other.get(key, ())]
        ordered = sorted(found, key=lambda one: one[0].message in known)
        yield from ordered[: len(found) - len(known)] if len(found) > len(known) else ()


def _told(side: Side, found: Iterator[tuple[Problem, Node, str]]) -> Iterator[ProblemTold]:
    for problem, node, key in found:
        unread = problem.file in side.unread and side.unread[problem.file] == node
        if side.view.audience.is_whole:
            yield ProblemTold(problem, node, problem.message, unread)
        elif unread or _may_be_told(side, node, key):
            yield ProblemTold(problem, node, gettext(RULES[problem.rule].why), unread)


def _may_be_told(side: Side, node: Node, field: str) -> bool:
    """Whether readers see what a problem is in, and the ``field`` that it is about."""
    view, opened = side.view, side.opened
    name = node.id.partition("/")[0]
    if node.kind in _CONTENTS:
        return node in side.contents
    if node.kind in KINDS:
        record = view.region.get(node)
        seen = record is not None
        classes = view.classes_of(node, record) if record is not None else view.audience.classes
    else:
        seen = node.kind in {"penilaian", "jawaban", "nilai"} and name in view.region.assessments
        classes = view.classes_for(None)
    entry = opened.entries.at.get(node)
    return seen and entry is not None and (not field or field in allowed_fields(entry.model, classes))


class _Places:
    """What stands where in the files of a region."""

    def __init__(self, side: Side) -> None:
        opened = side.opened
        self._contents, self._unread = side.contents, side.unread
        self._entries: dict[str, list[Entry]] = {}
        for entry in opened.entries:
            self._entries.setdefault(entry.file, []).append(entry)
        self._lines: dict[str, list[int]] = {}

    def place(self, problem: Problem) -> tuple[Node, str]:
        """The record, page or attachment in which ``problem`` lies, else its file; and the first key there."""
        entries = self._entries.get(problem.file, [])
        if not entries:
            file = problem.file
            node = self._unread.get(file) or self._content(file) or Node("berkas", file)
            return node, problem.key.partition(".")[0]
        entry = entries[0]
        if len(entries) > 1 and problem.line is not None:
            starts = self._starts(problem.file)
            entry = entries[max(bisect_right(starts, problem.line) - 1, 0)]
        node = Node(entry.kind, entry.id) if entry.id else Node("berkas", problem.file)
        return node, _field(entry, problem)

    def _content(self, file: str) -> Node | None:
        found = (Node(kind, place) for kind in _CONTENTS for place in (file, file.removeprefix("content/")))
        return next((node for node in found if node in self._contents), None)

    def _starts(self, file: str) -> list[int]:
        if file not in self._lines:
            self._lines[file] = [one.document.position(one.path)[0] for one in self._entries[file]]
        return self._lines[file]


def _field(entry: Entry, problem: Problem) -> str:
    """The first key of ``entry`` under which a problem lies; empty where nothing tells."""
    lines = entry.document.text.splitlines()
    if problem.line is not None and "".join(lines[problem.line - 1 : problem.line]).lstrip().startswith(_COMMENT):
        return _COMMENT
    if problem.key or problem.line is None:
        return problem.key.partition(".")[0]
    path = entry.document.part_at((problem.line, problem.column or 1))
    return str(path[len(entry.path)]) if path[: len(entry.path)] == entry.path and path != entry.path else ""
