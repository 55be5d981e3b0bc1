"""Everything that a record without a page of its own says: it stands below the table that has its row."""

from __future__ import annotations

from dataclasses import dataclass

from spbe.catalogue.quality import gaps_of
from spbe.catalogue.relation_groups import NeighbourGroup, groups_of
from spbe.model.base import FieldSpec
from spbe.model.record import Entri
from spbe.region import Node
from spbe.site.addresses import GOVERNANCE, catalogue_address, indicator_address
from spbe.site.site_context import SiteContext
from spbe.site.teams import teams_of
from spbe.wording.fields import Attribute, changes_of, describe


@dataclass(frozen=True)
class Detail:
    """All that a record without a page of its own says.

    ``answers``: assessment, name and address of each indicator whose answer names the record.

    ``teams``: name and address of each team that rests on it.
    """

    id: str
    record: Entri
    told: tuple[Attribute, ...]
    changes: tuple[tuple[Attribute, Attribute], ...]
    missing: tuple[FieldSpec, ...]
    groups: tuple[NeighbourGroup, ...]
    answers: tuple[tuple[str, str, str], ...]
    teams: tuple[tuple[str, str], ...]


def details_of(site: SiteContext, kind: str) -> tuple[Detail, ...]:
    """The details of every record of ``kind``."""
    return tuple(_detail(site, Node(kind, name), record) for name, record in site.region.records[kind].items())


def detail_address(node: Node, page: str = "") -> str:
    """Where the details of a record without a page stand: on ``page`` where the list of its kind has several."""
    return f"{page or catalogue_address(node.kind)}#{_anchor(node)}"


def answers_of(site: SiteContext, node: Node) -> tuple[tuple[str, str, str], ...]:
    """Assessment, name and address of each indicator whose answer names the record at ``node``."""
    found = []
    for _name, other, _relation in site.region.relations.of(node):
        if other.kind == "jawaban":
            name, _slash, code = other.id.partition("/")
            assessment = site.region.assessments[name]
            indicator = next(one for one in assessment.instrumen.all_indicators() if one.kode == code)
            found.append((assessment.nama, indicator.label, indicator_address(assessment.instrumen.id, code)))
    return tuple(found)


def _anchor(node: Node) -> str:
    return f"rinci-{node.id}"


_TOLD = frozenset({"id", "nama", "perangkat_daerah", "klasifikasi", "rencana"})


def _detail(site: SiteContext, node: Node, record: Entri) -> Detail:
    visible = site.view.visible_fields(node, record)
    return Detail(
        _anchor(node),
        record,
        describe(site.region, record, visible, _TOLD),
        changes_of(site.region, record),
        gaps_of(node.kind, record, visible),
        groups_of(site.region, node, head=frozenset()),
        answers_of(site, node),
        tuple(
            (team.nama, f"{GOVERNANCE}#{anchor}")
            for anchor, team in teams_of(site.region)
            if node in {site.region.evidence(name) for name in team.bukti}
        ),
    )
