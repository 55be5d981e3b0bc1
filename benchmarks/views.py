"""What the views over the whole catalogue cost: seconds, memory, how both grow, and how heavy the pages become.

Usage: ``python -m benchmarks.views [records …]`` (2000 and 8000 unless given); ``python -m benchmarks`` prints it too.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.building import build
from benchmarks.synthetic import make_region
from spbe.catalogue.activities import accounts
from spbe.catalogue.coverage import coverage
from spbe.catalogue.gaps import find_gaps
from spbe.catalogue.impact import impact_of
from spbe.catalogue.integration import exchanges, islands
from spbe.catalogue.matrices import MATRICES, grids, matrix
from spbe.catalogue.overlap import overlap
from spbe.catalogue.protection import never_audited, overdue, protection
from spbe.checks import open_region
from spbe.editions import PUBLIC, Edition
from spbe.history import view_of
from spbe.site.graphdata import graph_file

SIZES = (2000, 8000)
HEAVIEST = 1_500_000
"""Bytes of HTML that no page may have."""
PAGES = 3
"""So many of the largest pages are named."""


@dataclass(frozen=True)
class Cost:
    """``seconds`` of work of the first run in a fresh process, ``memory`` at the peak of another, in MB."""

    seconds: float
    memory: float


@dataclass(frozen=True)
class Measured:
    """The costs of the views of a region with so many ``records``."""

    records: int
    costs: Mapping[str, Cost]


def _impact(view: Edition) -> None:
    """The closure both ways, and of every record whom it reaches with the paths, as its page tells them."""
    impact = impact_of(view.region)
    for node in impact.graph.nodes:
        impact.dependents(node)
        impact.needs(node)


def _matrices(view: Edition) -> None:
    for kind in MATRICES:
        found = matrix(view.region, kind)
        for block in found.blocks:
            grids(view.region, block)


def _coverage(view: Edition) -> None:
    for domain in view.region.reference.domains:
        coverage(view.region, domain)


def _integration(view: Edition) -> None:
    region = view.region
    exchanges(region)
    protection(region)
    for told in (islands(region), overdue(region), never_audited(region)):
        list(told)


def _gaps(view: Edition) -> None:
    accounts(view.region, find_gaps(view.region))


VIEWS: Mapping[str, Callable[[Edition], object]] = {
    "impact": _impact,
    "overlap": lambda view: overlap(view.region),
    "matrices": _matrices,
    "coverage": _coverage,
    "integration, audits": _integration,
    "gaps, roadmap": _gaps,
    "data of the explorer": graph_file,
}
_opened: list[Edition] = []
"""What the processes below inherit, so that nobody reads the region again."""


def measure(root: Path) -> Measured:
    """The costs of every view of the region at ``root``, printed."""
    view = view_of(open_region(root), PUBLIC)
    _opened[:] = [view]
    records = sum(map(len, view.region.records.values()))
    relations = sum(map(len, view.region.relations.outgoing.values()))
    costs = {name: Cost(_apart(_seconds, name), _apart(_memory, name)) for name in VIEWS}
    print(f"\nviews of {records} records with {relations} relations")
    for name, cost in costs.items():
        print(f"  {name:42}{cost.seconds:8.2f} s  {cost.memory:6.0f} MB")
    graph = graph_file(view)
    print(f"  {graph.path}: {len(graph.content) / 1000:.0f} KB")
    return Measured(records, costs)


def weigh(site: Path) -> None:
    """Print the largest pages of the site in ``site`` beside what none of them may exceed."""
    sizes = sorted(((path.stat().st_size, path.relative_to(site)) for path in site.rglob("*.html")), reverse=True)
    for size, path in sizes[:PAGES]:
        print(f"  {size / 1000:8.0f} KB  {size / HEAVIEST:5.2f} of the most a page may have  {path}")


def compare(small: Measured, large: Measured) -> None:
    """Print how much more time one record takes in the larger region; 1 is linear."""
    print(f"\ntime per record, {large.records} records beside {small.records}")
    for name, cost in large.costs.items():
        before = small.costs[name].seconds / small.records
        print(f"  {name:42}{cost.seconds / large.records / before:8.2f}")


def _apart(work: Callable[[str], float], name: str) -> float:
    """``work`` in a process that has computed nothing yet."""
    with multiprocessing.get_context("fork").Pool(1) as pool:
        return pool.apply(work, (name,))


def _seconds(name: str) -> float:
    begin = time.process_time()
    VIEWS[name](_opened[0])
    return time.process_time() - begin


def _memory(name: str) -> float:
    tracemalloc.start()
    VIEWS[name](_opened[0])
    return tracemalloc.get_traced_memory()[1] / 1e6


def main() -> None:
    """Measure every size in a fresh folder; then growth."""
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    with tempfile.TemporaryDirectory() as folder:
        measured = []
        for size in sizes:
            root = Path(folder, str(size))
            make_region(root, size)
            measured.append(measure(root))
            build(root)
            weigh(root / "site")
        if len(measured) > 1:
            compare(measured[0], measured[-1])


if __name__ == "__main__":
    main()
