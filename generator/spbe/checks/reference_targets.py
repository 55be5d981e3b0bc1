"""References lead to records that exist, once, and not in circles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spbe.checks.check_context import Context
from spbe.i18n import gettext
from spbe.model.file_names import is_device
from spbe.model.identifiers import slug
from spbe.model.kinds import KINDS
from spbe.model.references import Reference
from spbe.problems import Problem
from spbe.region import Entry, Node
from spbe.yamlio.validation import MEANT, shorten

CHAINS = ("induk", "menggantikan")
"""Fields that point to the same kind and must end somewhere."""


def _all(context: Context) -> Iterator[tuple[Entry, Reference]]:
    for entry in context.reading.entries:
        for reference in entry.references:
            yield entry, reference


def broken(context: Context) -> Iterator[Problem]:
    """Rules ``rujukan-putus`` and ``rujukan-dahulu``, also in records that have other errors."""
    for entry, reference in _all(context):
        node = Node(reference.kind, reference.id)
        if node in context.by_node or slug(reference.id) != reference.id or is_device(reference.id):
            continue  # the model reports what can be no id
        state = context.state(node)
        if state == "there":
            yield entry.problem("rujukan-dahulu", reference.path, id=reference.id, kini=context.former[node].id)
            continue
        if state == "unread":  # what hides it is told
            continue
        meant = context.meant(reference.kind, reference.id)
        yield entry.problem(
            "rujukan-putus",
            reference.path,
            jenis=gettext(KINDS[reference.kind].singular).lower(),
            slug=reference.kind,
            id=shorten(reference.id),
            maksud=" " + gettext(MEANT).format(kata=meant) if meant else "",
        )


def by_name(context: Context) -> Iterator[Problem]:
    """Rule ``rujukan-nama``: what can be no id is the name of a record, which has one."""
    for entry, reference in _all(context):
        if slug(reference.id) != reference.id and (meant := context.named(reference.kind, reference.id)):
            yield entry.problem("rujukan-nama", reference.path, tulisan=shorten(reference.id), id=meant)


def without_guesses(problems: Sequence[Problem]) -> Iterator[Problem]:
    """``problems`` without the id that the model made up of a name, where the id of that name is known."""
    known = {(one.file, one.line, one.column) for one in problems if one.rule == "rujukan-nama"}
    for one in problems:
        if one.rule != "nilai-id" or (one.file, one.line, one.column) not in known:
            yield one


def to_itself(context: Context) -> Iterator[Problem]:
    """Rule ``rujukan-diri``."""
    for entry, reference in _all(context):
        if (reference.kind, reference.id) == (entry.kind, entry.id):
            yield entry.problem("rujukan-diri", reference.path, kunci=reference.field)


def repeated(context: Context) -> Iterator[Problem]:
    """Rule ``rujukan-ganda``: the same id twice in one list."""
    for entry in context.reading.entries:
        seen: set[tuple[object, ...]] = set()
        for reference in entry.references:
            listed = (*reference.path[:-1], reference.kind, reference.id)
            if isinstance(reference.path[-1], int):
                if listed in seen:
                    key = next(str(step) for step in reversed(reference.path) if isinstance(step, str))
                    yield entry.problem("rujukan-ganda", reference.path, id=shorten(reference.id), kunci=key)
                seen.add(listed)


def circular(context: Context) -> Iterator[Problem]:
    """Rule ``rujukan-lingkar`` for parents and successors, reported once per circle."""
    for field in CHAINS:
        following: dict[Node, list[Node]] = {}
        for node, entry in context.by_node.items():
            for reference in entry.references:
                target = Node(reference.kind, reference.id)
                if reference.field == field and not reference.planned and target != node:
                    following.setdefault(node, []).append(target)
        for circle in _circles(following):
            chain = " → ".join(node.id for node in (*circle, circle[0]))
            yield context.by_node[circle[0]].problem("rujukan-lingkar", (field,), kunci=field, rantai=chain)


def _circles(following: dict[Node, list[Node]]) -> Iterator[list[Node]]:
    """Every circle met on a walk along ``following``, each node belonging to at most one of them."""
    done: set[Node] = set()
    for start in following:
        path: list[Node] = []
        stack = [(start, iter(following.get(start, ())))] if start not in done else []
        path += [start] if stack else []
        while stack:
            node, rest = stack[-1]
            target = next(rest, None)
            if target is None:
                stack.pop()
                path.pop()
                done.add(node)
            elif target in path:
                yield path[path.index(target) :]
            elif target not in done:
                path.append(target)
                stack.append((target, iter(following.get(target, ()))))


CHECKS = (broken, by_name, to_itself, repeated, circular)
