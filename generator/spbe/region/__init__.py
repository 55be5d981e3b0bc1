"""Folders to a region: every record by kind and id, relations resolved both ways; immutable."""

from spbe.region.entries import Entries
from spbe.region.entry import Entry
from spbe.region.reading import Reading, read_region
from spbe.region.region import Assessment, Region, resolve
from spbe.region.relations import Node, Relation, Relations

__all__ = [
    "Assessment",
    "Entries",
    "Entry",
    "Node",
    "Reading",
    "Region",
    "Relation",
    "Relations",
    "read_region",
    "resolve",
]
