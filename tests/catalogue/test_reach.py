"""What is reached, and by which way, is what the plainest search says, on random graphs with cycles."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from spbe.catalogue.reach import closure, components, nearest, way, ways_from

Steps = list[list[int]]


@st.composite
def graphs(draw: st.DrawFn) -> Steps:
    size = draw(st.integers(1, 24))
    pairs = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1))
    edges = draw(st.sets(pairs, max_size=3 * size))
    return [sorted(end for start, end in edges if start == node and end != node) for node in range(size)]


def distances(steps: Steps, start: int) -> dict[int, int]:
    found = {start: 0}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for other in steps[node]:
            if other not in found:
                found[other] = found[node] + 1
                waiting.append(other)
    return found


def is_way(steps: Steps, path: Sequence[int]) -> bool:
    return all(after in steps[before] for before, after in pairwise(path))


def reversed_steps(steps: Steps) -> Steps:
    return [[start for start, ends in enumerate(steps) if node in ends] for node in range(len(steps))]


@given(graphs())
def test_closure_is_what_a_search_from_every_node_finds(steps: Steps) -> None:
    for start, bits in enumerate(closure(steps)):
        found = {node for node in range(len(steps)) if bits >> node & 1}
        assert found - {start} == distances(steps, start).keys() - {start}
        assert (start in found) == any(start in distances(steps, other) for other in steps[start])


@given(graphs())
def test_components_are_the_nodes_that_reach_one_another_and_stand_after_what_they_lead_to(steps: Steps) -> None:
    groups = components(steps)
    place = {node: number for number, group in enumerate(groups) for node in group}
    reach = [distances(steps, node).keys() for node in range(len(steps))]

    assert sorted(node for group in groups for node in group) == list(range(len(steps)))
    for one in range(len(steps)):
        for other in reach[one]:
            assert place[other] <= place[one]
            assert (place[one] == place[other]) == (one in reach[other])


@given(graphs(), st.integers(1, 6), st.data())
def test_the_nearest_ends_are_found_with_shortest_ways(steps: Steps, limit: int, data: st.DataObject) -> None:
    ends = sorted(data.draw(st.sets(st.integers(0, len(steps) - 1))))
    known = nearest(reversed_steps(steps), ends, limit)
    for start in range(len(steps)):
        far = distances(steps, start)
        true = sorted(far[end] for end in ends if end in far)
        ways = [way(known, start, end) for end in known[start]]
        assert sorted(len(path) - 1 for path in ways) == true[:limit]
        for path in ways:
            assert (path[0], len(path) - 1) == (start, far[path[-1]])
            assert is_way(steps, path)


@given(graphs())
def test_all_ways_from_a_node_are_shortest(steps: Steps) -> None:
    for start in range(len(steps)):
        far = distances(steps, start)
        found = ways_from(start, steps)
        assert found.keys() == far.keys() - {start}
        for end, path in found.items():
            assert (path[0], path[-1], len(path) - 1) == (start, end, far[end])
            assert is_way(steps, path)
