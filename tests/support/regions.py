"""Regions that tests build: copies of real folders, built as a user would build them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from spbe.checks import Opened, open_region
from spbe.model.kinds import KINDS
from spbe.region import Node, Region
from spbe.yamlio import DocumentReader
from support.program import spbe

ROOT = Path(__file__).parent.parent.parent
REGIONS = {
    "arunika": ROOT,
    "bandar-lampung": ROOT / "tests" / "data" / "bandar-lampung",
    "madiun": ROOT / "tests" / "data" / "madiun",
}
MINIMAL = ROOT / "tests" / "data" / "minimal"
SAMPLES = ("part", pytest.param("arunika", marks=pytest.mark.deep))
"""For ``params``: names of :func:`copy_named`, a part of the sample in every run, and in a deep one all of it."""
PART_DAY = date(2026, 4, 1)
PART_ASSESSMENTS = ("2024", "2025", "2026-pemdi")
MORE_OF = {"keamanan": 4, "peta-rencana": 4, "bukti": 4}
"""How many records of a kind :func:`copy_part` takes at least, where others do not refer to them."""
LIGHT = 40
"""Of how many records a part of the sample may need to hold one that it has no other reason for."""
_READER = DocumentReader()
REGION_PARTS = ("content", "indicators", "architecture", "mkdocs.yml")


def copy_region(source: Path, target: Path) -> Path:
    """A copy of the region at ``source`` that a test may change."""
    target.mkdir(parents=True)
    for name in REGION_PARTS:
        part = source / name
        if part.is_dir():
            shutil.copytree(part, target / name)
        elif part.is_file():
            shutil.copy(part, target / name)
    return target


def empty_region(target: Path, name: str) -> Path:
    """A region called ``name`` that holds nothing yet."""
    for folder in ("content", "architecture", "indicators"):
        (target / folder).mkdir(parents=True)
    shutil.copy(ROOT / "tests/data/minimal/mkdocs.yml", target)
    kind = name.partition(" ")[0].lower()
    (target / "content/profil.yaml").write_text(f"nama: {name}\njenis: {kind}\n", "utf-8")
    return target


def copy_part(target: Path, *more: Node) -> Path:
    """A copy of a fifth of the sample: some records of every kind, ``more``, all that they refer to, three years.

    Tests that are about every kind of page, but not about many pages, plan and build it in a third of the time.
    """
    region = open_shared(REGIONS["arunika"], PART_DAY).region
    others = [node for node in region.relations.outgoing if node.kind not in (*KINDS, "jawaban")]
    kept = _needed(region, [*others, Node("aplikasi", "simpeg"), *more])
    for kind in KINDS:
        nodes = (Node(kind, name) for name in region.records[kind])
        light = (found for node in nodes if len(found := _needed(region, [node])) <= LIGHT)
        kept.update(*islice(light, MORE_OF.get(kind, 1)))
    copy_region(REGIONS["arunika"], target)
    shutil.rmtree(target / "content/panduan")  # its pages name records
    for name in region.assessments:
        if name not in PART_ASSESSMENTS:
            shutil.rmtree(target / "indicators" / name)
    answers = [node for node in region.relations.outgoing if node.kind == "jawaban"]
    lost = [node for node in answers if {one.target for one in region.relations.outgoing[node]} - kept]
    lost += [Node(kind, name) for kind in KINDS for name in region.records[kind] if Node(kind, name) not in kept]
    for node in lost:
        file = target / (f"indicators/{node.id}.yaml" if node.kind == "jawaban" else region.files[node])
        file.unlink(missing_ok=True)
    return target


def _needed(region: Region, nodes: Iterable[Node]) -> set[Node]:
    """The ``nodes`` and all that they refer to, directly or not."""
    found: set[Node] = set()
    todo = [*nodes]
    while todo:
        node = todo.pop()
        if node not in found:
            found.add(node)
            todo += [relation.target for relation in region.relations.outgoing.get(node, ())]
    return found


def copy_named(name: str, target: Path, *more: Node) -> Path:
    """A copy of the region that tests call so: one of :data:`REGIONS`, a folder of ``tests/data``, or another.

    That is ``part`` of the sample, with what is asked for by ``more``, or ``empty``, whose pages are the fewest.
    """
    if name == "part":
        return copy_part(target, *more)
    if name == "empty":
        return empty_region(target, "Kabupaten Kosong")
    return copy_region(REGIONS.get(name, ROOT / "tests" / "data" / name), target)


@cache
def open_shared(root: Path, day: date | None = None) -> Opened:
    """``open_region`` of a region of :data:`REGIONS`, opened once per worker: what it gives cannot be changed."""
    assert root in REGIONS.values(), "a copy may change"
    return open_region(root, day, _READER)


def open_fast(root: Path, day: date | None = None) -> Opened:
    """``open_region`` without what this worker did before: a region of :data:`REGIONS` is not opened again at all.

    Of a copy, files of a content that was read before are not understood again.
    """
    return open_shared(root, day) if root in REGIONS.values() else open_region(root, day, _READER)


def build_region(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run ``spbe build`` on the region at ``root`` as a user would."""
    return spbe("build", "--root", root, *words)
