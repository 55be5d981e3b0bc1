"""Services that lose what they need: those that stop with what went, and those that nothing carries any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spbe.catalogue.impact import Impact
from spbe.editions import Edition
from spbe.model.kinds import OFFICE
from spbe.region import Node

SERVICES: Final = "layanan"
CARRIERS: Final = "aplikasi"


@dataclass(frozen=True)
class StoppedServices:
    """Services that lost what they need.

    ``services`` of today needed ``lost``, which is no record of today any more; nearest first.
    """

    lost: Node
    services: tuple[Node, ...]


@dataclass(frozen=True)
class ServiceChanges:
    """What becomes of services of today.

    ``stopped`` by what they needed; ``uncarried`` had an application before and have none now.
    """

    stopped: tuple[StoppedServices, ...] = ()
    uncarried: tuple[Node, ...] = ()


def service_changes(before: Edition, after: Edition, was: Impact, now: Impact) -> ServiceChanges:
    """What leads from the services of ``before`` to those of ``after``; ``was`` and ``now`` are their dependences."""
    return ServiceChanges(tuple(_stopped(before, after, was, now)), tuple(_uncarried(was, now)))


def _stopped(before: Edition, after: Edition, was: Impact, now: Impact) -> Iterator[StoppedServices]:
    for node in was.graph.nodes:
        if node.kind in {OFFICE, SERVICES} or node in now or after.region.present(node) in now:
            continue
        ends = (path.end for path in was.all_ways(node, SERVICES))
        if services := tuple(end for end in ends if end in now and before.region.get(end) is not None):
            yield StoppedServices(node, services)


def _uncarried(was: Impact, now: Impact) -> Iterator[Node]:
    for node in now.graph.nodes:
        if node.kind == SERVICES and was.count_needs(node, CARRIERS) and not now.count_needs(node, CARRIERS):
            yield node
