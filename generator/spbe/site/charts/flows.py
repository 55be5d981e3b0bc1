"""Who sends to whom: senders left, receivers right, a line for each exchange in the pattern of its channel.

A picture of everything would show nothing, so it holds the busiest only, and the table beside it holds all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spbe.region import Node

WIDTH: Final = 900
BOX: Final = 270
"""The width of a box; the lines have the room between two of them."""
HEIGHT: Final = 24
ROW: Final = 32
TOP: Final = 28
LABEL: Final = 36
"""As many letters as fit into a box."""
APART: Final = 5
"""Between lines that join the same two boxes."""
MOST: Final = 40
"""As many applications as a reader can still follow."""
SWEEPS: Final = 6


@dataclass(frozen=True, slots=True)
class Flow:
    """One exchange: ``channel`` gives its line a pattern, ``arrows`` is 0 (unknown), 1 (to the right) or 2 (both)."""

    first: Node
    second: Node
    channel: str
    arrows: int
    words: str


@dataclass(frozen=True, slots=True)
class FlowBox:
    """One application on one side; ``label`` is its name as far as there is room."""

    node: Node
    name: str
    label: str
    x: int
    y: float


@dataclass(frozen=True, slots=True)
class FlowLine:
    """The way of one exchange, with what it says in words."""

    path: str
    channel: str
    arrows: int
    words: str


@dataclass(frozen=True)
class FlowChart:
    """Exchanges between the busiest applications, drawn.

    ``drawn`` of ``total`` exchanges among ``shown`` of ``applications`` applications.
    """

    id: str
    title: str
    summary: str
    boxes: tuple[FlowBox, ...]
    lines: tuple[FlowLine, ...]
    shown: int
    applications: int
    drawn: int
    total: int
    height: int
    width: int = WIDTH
    box: int = BOX
    row: int = HEIGHT
    top: int = TOP


def flow_chart(name: str, title: str, summary: str, flows: Sequence[Flow], names: dict[Node, str]) -> FlowChart:
    """The picture of ``flows``, of which there must be one; ``names`` has every application in them.

    With more than :data:`MOST` applications, the exchanges between those with most exchanges are drawn.
    """
    times: dict[Node, int] = {}
    for flow in flows:
        for node in (flow.first, flow.second):
            times[node] = times.get(node, 0) + 1
    # Chosen by exchange: the busiest applications may have none with one another.
    busiest: set[Node] = set()
    for flow in sorted(flows, key=lambda one: (-times[one.first] - times[one.second], one.first, one.second)):
        if len(both := busiest | {flow.first, flow.second}) <= MOST:
            busiest = both
    kept = [flow for flow in flows if flow.first in busiest and flow.second in busiest]
    left, right = _ordered(kept)
    rows = max(len(left), len(right))
    places = (_spread(left, rows), _spread(right, rows))
    boxes = tuple(
        FlowBox(node, names[node], _short(names[node]), x, y)
        for x, side in ((0, places[0]), (WIDTH - BOX, places[1]))
        for node, y in side.items()
    )
    shown = len(places[0].keys() | places[1].keys())
    lines = tuple(_lines(kept, *places))
    height = TOP + rows * ROW
    return FlowChart(name, title, summary, boxes, lines, shown, len(times), len(kept), len(flows), height)


def _ordered(flows: Sequence[Flow]) -> tuple[list[Node], list[Node]]:
    """Senders and receivers, each near the middle of those that it is joined to, so that few lines cross."""
    left = list(dict.fromkeys(flow.first for flow in flows))
    right = list(dict.fromkeys(flow.second for flow in flows))
    to = {node: [flow.second for flow in flows if flow.first == node] for node in left}
    back = {node: [flow.first for flow in flows if flow.second == node] for node in right}
    for _sweep in range(SWEEPS):
        right = _sorted(right, back, left)
        left = _sorted(left, to, right)
    return left, right


def _sorted(nodes: list[Node], joined: dict[Node, list[Node]], others: list[Node]) -> list[Node]:
    place = {node: at for at, node in enumerate(others)}
    return sorted(nodes, key=lambda node: (sum(place[one] for one in joined[node]) / len(joined[node]), node))


def _spread(nodes: list[Node], rows: int) -> dict[Node, float]:
    """The top of each box, over the whole height."""
    step = rows * ROW / len(nodes)
    return {node: round(TOP + step * (at + 0.5) - HEIGHT / 2, 1) for at, node in enumerate(nodes)}


def _lines(flows: Sequence[Flow], left: dict[Node, float], right: dict[Node, float]) -> list[FlowLine]:
    among: dict[tuple[Node, Node], int] = {}
    made = []
    for flow in flows:
        pair = (flow.first, flow.second)
        beside = among.get(pair, 0)
        among[pair] = beside + 1
        shift = APART * ((beside + 1) // 2) * (-1 if beside % 2 else 1)
        start, end = left[flow.first] + HEIGHT / 2 + shift, right[flow.second] + HEIGHT / 2 + shift
        middle = WIDTH // 2
        path = f"M{BOX + 4} {start:g}C{middle} {start:g} {middle} {end:g} {WIDTH - BOX - 4} {end:g}"
        made.append(FlowLine(path, flow.channel, flow.arrows, flow.words))
    return made


def _short(name: str) -> str:
    return name if len(name) <= LABEL else name[: LABEL - 1].rstrip() + "…"
