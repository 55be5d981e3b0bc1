"""A rule: which indicators imply which statement from which level on, and how it is held against the records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from spbe.catalogue.claims.verdict import Fact, Judge
from spbe.catalogue.visible_fields import Visible, every_field
from spbe.region import Assessment, Node, Region

SPBE: Final = "permenpanrb-59-2020"
PEMDI: Final = "permenpanrb-8-2026"


@dataclass(frozen=True, slots=True)
class Case:
    """One indicator of one assessment of a region: what a rule looks at.

    ``visible`` tells which fields of a record may be looked at; the others are empty whatever stands in them.
    """

    region: Region
    assessment: Assessment
    code: str
    visible: Visible = every_field

    def shows(self, node: Node, name: str) -> bool:
        """Whether the field ``name`` of the record at ``node`` may be looked at."""
        record = self.region.get(node)
        return record is not None and name in self.visible(node, record)


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """One thing that a level implies about the records.

    ``codes`` of ``instrument`` imply ``statement`` from ``level`` on.

    ``id`` is permanent. ``statement`` is what must be true in the records, ``reasoning`` why the level implies it and
    what counts for and against it; both are Indonesian msgids. ``facts`` counts, ``judge`` decides. ``trial``: the
    criteria of the level are not known to us, so that the rule is an attempt.
    """

    id: str
    instrument: str
    codes: tuple[str, ...]
    level: int
    statement: str
    reasoning: str
    facts: Callable[[Case], tuple[Fact, ...]]
    judge: Judge
    trial: bool = False
