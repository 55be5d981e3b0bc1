"""Six lanes around a record: who stands where, and lines that end at boxes and pass behind none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.catalogue.domain_neighbourhood import SHOWN, DomainNeighbourhood, NearbyRecord
from spbe.model.kinds import ARCHITECTURE
from spbe.region import Node
from spbe.site.charts.lanes import EDGE, GAP, LANE, ROW, Lanes, lanes_of

Segment = tuple[tuple[int, int], tuple[int, int]]


def around(kind: str, direct: dict[str, int], indirect: dict[str, int]) -> Lanes:
    """A record of ``kind`` with so many neighbours by kind; the indirect ones are beside the first direct one."""
    first = next(other for other, number in direct.items() if number)
    domains = []
    for other in ARCHITECTURE:
        near = [NearbyRecord(Node(other, f"d{n}"), f"D{n}") for n in range(direct.get(other, 0))]
        via = Node(first, "d0")
        near += [
            NearbyRecord(Node(other, f"i{n}"), f"I{n}", via=via, via_name="D0") for n in range(indirect.get(other, 0))
        ]
        domains.append(DomainNeighbourhood(other, tuple(near)))
    lanes = lanes_of(Node(kind, "pusat"), "Pusat", domains)
    assert lanes is not None
    return lanes


def segments(path: str) -> Iterator[list[Segment]]:
    for line in path.split("M")[1:]:
        start, steps = re.match(r"(-?\d+ -?\d+)(.*)", line).groups()  # type: ignore[union-attr]
        x, y = map(int, start.split())
        found: list[Segment] = []
        for letter, number in re.findall(r"([HV])(-?\d+)", steps):
            to = (int(number), y) if letter == "H" else (x, int(number))
            found.append(((x, y), to))
            x, y = to
        yield found


@pytest.mark.parametrize("kind", ARCHITECTURE)
def test_lines_end_at_the_sides_of_boxes_and_pass_behind_none(kind: str) -> None:
    for far in ARCHITECTURE:
        others = [one for one in ARCHITECTURE if one != far]
        lanes = around(kind, dict.fromkeys(others, SHOWN), {} if far == kind else {far: SHOWN})
        boxes = [
            (column * LANE + EDGE, row * ROW + GAP, (column + 1) * LANE - EDGE, (row + 1) * ROW)
            for column, lane in enumerate(lanes.lanes)
            for row in range(len(lane.boxes))
        ]
        drawn = [*segments(lanes.direct), *segments(lanes.indirect)]
        assert len(drawn) == len(boxes) - 1
        for line in drawn:
            for x, y in (line[0][0], line[-1][1]):
                assert any(x in (left, right) and top < y < bottom for left, top, right, bottom in boxes)
            for (x, y), (to_x, to_y) in line:
                for left, top, right, bottom in boxes:
                    crosses = (
                        min(x, to_x) < right and max(x, to_x) > left and min(y, to_y) < bottom and max(y, to_y) > top
                    )
                    assert not crosses, (kind, far, line)
                assert 0 <= min(x, to_x) <= max(x, to_x) <= lanes.width
                assert 0 <= min(y, to_y) <= max(y, to_y) <= lanes.height


def test_nothing_near_is_no_picture() -> None:
    assert lanes_of(Node("aplikasi", "a"), "A", [DomainNeighbourhood(kind) for kind in ARCHITECTURE]) is None


def test_lanes_of_the_sample_link_to_neighbours_that_the_relations_tell(built: Callable[[str], Path]) -> None:
    site = built("arunika")
    drawn = 0
    for path in sorted(site.glob("arsitektur/*/*/index.html")):
        page = LexborHTMLParser(path.read_text("utf-8"))
        figure = page.css_first(".lajur")
        if figure is None or path.parts[-3] not in ARCHITECTURE:
            continue
        drawn += 1
        related = {link.attributes["href"] for link in page.css("#daftar-hubungan .relasi a")}
        direct = {link.attributes["href"] for link in figure.css("a:not(.jauh)")} - {"#daftar-hubungan"}
        indirect = {link.attributes["href"] for link in figure.css("a.jauh")}
        assert direct <= related, path
        assert not indirect & related, path
        assert len(figure.css("strong")) == 1
        assert all(len(lane.css("a:not([href^='#'])")) <= SHOWN for lane in figure.css(".lajur__gambar > ul > li"))
        lines = len(re.findall("M", "".join(one.attributes["d"] or "" for one in figure.css("path"))))
        assert lines == len(direct | indirect)
    assert drawn > 200
