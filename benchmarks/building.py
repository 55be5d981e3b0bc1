"""Whole builds: ours, and that of MkDocs with Material and its own search on the same content as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.measuring import Run, alternately, run, shortest
from spbe.checks import open_region
from spbe.editions import PUBLIC, redact
from spbe.history import view_of
from spbe.scoring.outcomes import outcomes
from spbe.site.downloads import downloads_of


@dataclass(frozen=True)
class Builds:
    """The shortest build of each; ``before`` is our part before rendering, ``downloads`` another part."""

    ours: Run
    stock: Run
    before: float
    downloads: float
    pages: int


def build(root: Path) -> Run:
    """``spbe build`` of the region at ``root``."""
    return run(["spbe", "build", "--root", str(root)], root / "site")


def stock_build(tree: Path) -> Run:
    """``mkdocs build`` of what ``spbe tree`` wrote."""
    return run(["mkdocs", "build", "--quiet", "--config-file", str(tree / "mkdocs.yml")], tree / "site")


def compare(root: Path, times: int) -> Builds:
    """Build the region at ``root`` both ways, in turn."""
    tree = root.parent / f"{root.name}-tree"
    run(["spbe", "tree", str(tree), "--root", str(root)], tree)
    ours, stock = alternately([partial(build, root), partial(stock_build, tree)], times)
    opened = open_region(root)
    view = view_of(opened, PUBLIC)
    site = root / "site"
    return Builds(
        ours,
        stock,
        shortest(partial(_before_rendering, root)),
        shortest(partial(downloads_of, view), 1),
        len(list(site.rglob("index.html"))),
    )


def _before_rendering(root: Path) -> None:
    """Reading, checking, computing, reducing."""
    region = open_region(root).region
    redact(region, outcomes(region), PUBLIC)
