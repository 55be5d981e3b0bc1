"""Records beside a record: each is told once, and only what is nothing but planned is told as planned."""

from __future__ import annotations

from typing import Any

import pytest

from spbe.catalogue.relation_groups import groups_of
from spbe.region import Node
from support.raw_regions import region_of

OFFICE = [{"id": "dinas"}]
SERVICES = [{"id": "izin"}]


def beside(application: dict[str, Any]) -> dict[str, tuple[bool, str]]:
    """What stands beside the application ``a``: whether it is planned, and its state."""
    region = region_of({"perangkat-daerah": OFFICE, "layanan": SERVICES, "aplikasi": [{"id": "a", **application}]})
    groups = groups_of(region, Node("aplikasi", "a"))
    return {one.node.id: (one.planned, one.state) for group in groups for one in group.neighbours}


@pytest.mark.parametrize(
    ("application", "planned"),
    [
        ({"layanan": ["izin"]}, (False, "")),
        ({"rencana": {"layanan": ["izin"]}}, (True, "rencana")),
        ({"layanan": ["izin"], "rencana": {"layanan": ["izin"]}}, (False, "")),
        ({"rencana": {"layanan": ["izin"]}, "layanan": ["izin"]}, (False, "")),
    ],
    ids=["today", "planned", "both", "both, the plan first"],
)
def test_only_what_is_planned_and_not_there_today_is_told_as_planned(
    application: dict[str, Any], planned: tuple[bool, str]
) -> None:
    assert beside(application) == {"izin": planned}
