"""All that can be reached in a graph from every node at once, and the shortest ways there; cycles do no harm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Steps = Sequence[Sequence[int]]


def closure(steps: Steps) -> list[int]:
    """For each node everything that it reaches by one step or more, as bits; itself too where it lies on a cycle.

    Nodes that reach one another are taken together (Tarjan, without recursion), then each group is joined from the
    groups that its steps lead to, which come out first. The joining is one ``or`` of n bits for each step.
    """
    reached = [0] * len(steps)
    for group in components(steps):
        mine = sum(1 << node for node in group)
        found = 0
        for node in group:
            for other in steps[node]:
                found |= 1 << other
                if not mine >> other & 1:
                    found |= reached[other]
        for node in group:
            reached[node] = found
    return reached


def components(steps: Steps) -> list[list[int]]:
    """The strongly connected components, each after those that it leads to."""
    order = [0] * len(steps)  # 1 and up: when a node was met; 0: not yet
    low = [0] * len(steps)
    done = [False] * len(steps)
    met = 0
    waiting: list[int] = []
    found: list[list[int]] = []
    for root in range(len(steps)):
        if order[root]:
            continue
        met += 1
        order[root] = low[root] = met
        waiting.append(root)
        path = [(root, iter(steps[root]))]
        while path:
            node, further = path[-1]
            for other in further:
                if not order[other]:
                    met += 1
                    order[other] = low[other] = met
                    waiting.append(other)
                    path.append((other, iter(steps[other])))
                    break
                if not done[other]:
                    low[node] = min(low[node], order[other])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    low[above] = min(low[above], low[node])
                if low[node] == order[node]:
                    at = len(waiting) - waiting[::-1].index(node) - 1
                    found.append(waiting[at:])
                    del waiting[at:]
                    for member in found[-1]:
                        done[member] = True
    return found


def nearest(back: Steps, ends: Iterable[int], limit: int) -> list[dict[int, int]]:
    """For each node the ``limit`` nearest of ``ends`` that it reaches, each with the next node on a shortest way.

    ``back`` are the steps against their direction. An end counts as one of its own. All ends are followed together,
    wave by wave, and a node that knows enough ends passes no more on: whoever stands behind it knows them nearer
    through it. So the work is at most ``limit`` times the number of steps. Of ends equally near the earlier ones stay.
    """
    known: list[dict[int, int]] = [{} for _ in back]
    wave = [(end, end) for end in ends]
    for end, _itself in wave:
        known[end][end] = end
    while wave:
        coming = []
        for end, node in wave:
            for before in back[node]:
                ways = known[before]
                if len(ways) < limit and end not in ways:
                    ways[end] = node
                    coming.append((end, before))
        wave = coming
    return known


def way(known: Sequence[dict[int, int]], start: int, end: int) -> tuple[int, ...]:
    """The nodes from ``start`` to ``end``, both with it, as :func:`nearest` found them."""
    path = [start]
    while path[-1] != end:
        path.append(known[path[-1]][end])
    return tuple(path)


def ways_from(start: int, steps: Steps) -> dict[int, tuple[int, ...]]:
    """A shortest way from ``start`` to every node that it reaches, both ends with it, nearest first."""
    found: dict[int, tuple[int, ...]] = {start: (start,)}
    wave = [start]
    while wave:
        coming = []
        for node in wave:
            for other in steps[node]:
                if other not in found:
                    found[other] = (*found[node], other)
                    coming.append(other)
        wave = coming
    del found[start]
    return found
