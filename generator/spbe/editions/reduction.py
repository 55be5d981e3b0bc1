"""The one place where a region becomes smaller: planning, rendering and exports see only what leaves here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, get_args

from spbe.catalogue.claims import Claims, tell
from spbe.editions.fields import allowed_fields, strip
from spbe.model.base import Base, Kelas
from spbe.model.bukti import Bukti
from spbe.model.penilaian import Jawaban
from spbe.model.record import Entri
from spbe.region import Assessment, Node, Region, Relation
from spbe.region.region import relations_between
from spbe.scoring.hasil import Results, hasil_of
from spbe.scoring.outcomes import Outcomes

Edition = Literal["publik", "opd", "internal"]

EDITIONS: tuple[Edition, ...] = get_args(Edition)

_PUBLIC: frozenset[Kelas] = frozenset({"publik"})
_OWN: frozenset[Kelas] = frozenset({"publik", "opd"})
_ALL: frozenset[Kelas] = frozenset({"publik", "opd", "internal"})

_SHOWN: Mapping[Edition, frozenset[str]] = {
    "publik": frozenset({"terbuka"}),
    "opd": frozenset({"terbuka", "terbatas"}),
    "internal": frozenset({"terbuka", "terbatas", "tertutup"}),
}


@dataclass(frozen=True)
class View:
    """What one kind of reader may see.

    ``region`` and ``outcomes`` are reduced; figures were computed on the whole region before.
    ``withheld`` names the relations that lost records: node to the relations' names as read from there.
    ``totals``: kind to the number of records that may be told. ``closed_files`` are attachments (below
    ``content/lampiran/``) that belong to hidden evidence only and must not be published either; ``closed_nodes`` and
    ``closed_assessments`` are what is hidden, by present and former ids, so that pages written for them are not either.
    ``hidden_kinds`` are the kinds of which some record is hidden: what is missing among them may only be out of sight.
    ``claims`` were judged on the whole region; where the reader could not follow a verdict, it is withheld.
    """

    edition: Edition
    opd: str | None
    region: Region
    outcomes: Outcomes
    withheld: Mapping[Node, frozenset[str]]
    totals: Mapping[str, int]
    closed_files: frozenset[str] = frozenset()
    closed_nodes: frozenset[Node] = frozenset()
    closed_assessments: frozenset[str] = frozenset()
    hidden_kinds: frozenset[str] = frozenset()
    claims: Claims = field(default_factory=dict)

    @cached_property
    def results(self) -> Results:
        """What every assessment that may be seen came to: the one place to ask for an index."""
        return hasil_of(self.region.assessments, self.outcomes)

    def lost(self, node: Node) -> frozenset[str]:
        """The relations of ``node`` whose lists are shorter than the truth."""
        return self.withheld.get(node, frozenset())

    def visible_fields(self, node: Node, record: Entri) -> frozenset[str]:
        """The fields of ``record`` that readers of this edition may see; the others are not gaps."""
        return allowed_fields(type(record), self.classes_of(node, record))

    def shows(self, klasifikasi: str) -> bool:
        """Whether readers of this edition may see records of this classification."""
        return klasifikasi in _SHOWN[self.edition]

    @property
    def classes(self) -> frozenset[Kelas]:
        """The classes of fields that readers of this edition may see in some record."""
        return classes_for(self.edition, self.opd, self.opd)

    def classes_for(self, office: str | None) -> frozenset[Kelas]:
        """The classes of fields that they may see of what belongs to ``office``, named by any of its ids."""
        return classes_for(self.edition, self.opd, _present(self.region, office))

    def classes_of(self, node: Node, record: Entri) -> frozenset[Kelas]:
        """The classes of fields that they may see of the record at ``node``."""
        return classes_for(self.edition, self.opd, _owner(self.region, node, record))


def reduce(
    region: Region, outcomes: Outcomes, edition: Edition, opd: str | None = None, claims: Claims | None = None
) -> View:
    """Region and results as readers of ``edition`` may see them; ``opd`` is the office of an ``opd`` edition.

    A record whose ``klasifikasi`` is closed to the edition disappears with every mention in a reference; fields
    disappear by their class; assessments that are drafts are absent from the public edition.
    """
    shown = {
        Node(kind, name)
        for kind, records in region.records.items()
        for name, record in records.items()
        if record.klasifikasi in _SHOWN[edition]
    }

    def visible(node: Node) -> bool:
        return region.present(node) in shown

    def classes(owner: str | None) -> frozenset[Kelas]:
        return classes_for(edition, opd, owner)

    def record_for(node: Node, record: Entri) -> Entri:
        return strip(record, classes(_owner(region, node, record)), visible, region.renamed)

    records = {
        kind: {
            name: record_for(Node(kind, name), record) for name, record in found.items() if Node(kind, name) in shown
        }
        for kind, found in region.records.items()
    }

    def answer_for(answer: Jawaban) -> Jawaban:
        return strip(answer, classes(_present(region, answer.perangkat_daerah)), visible, region.renamed)

    assessments: dict[str, Assessment] = {
        name: replace(
            assessment,
            penilaian=strip(assessment.penilaian, classes(None), visible, region.renamed),
            answers={code: answer_for(answer) for code, answer in assessment.answers.items()},
        )
        for name, assessment in region.assessments.items()
        if edition != "publik" or assessment.penilaian.publikasi.status == "terbit"
    }
    teams = strip(region.teams, classes(None), visible, region.renamed)
    renamed = {old: new for old, new in region.renamed.items() if new in shown}
    reduced = replace(
        region,
        profil=strip(region.profil, classes(None), visible),
        records=records,
        relations=relations_between(records, assessments, teams, renamed),
        assessments=assessments,
        teams=teams,
        efforts=strip(region.efforts, classes(None), visible),
        files={node: file for node, file in region.files.items() if node in shown},
        renamed=renamed,
    )
    count_all = edition == "internal" or region.profil.publikasi.hitung_tertutup
    return View(
        edition=edition,
        opd=opd,
        region=reduced,
        outcomes={
            name: tuple(replace(outcome, assessment=assessments[name]) for outcome in results)
            for name, results in outcomes.items()
            if name in assessments
        },
        withheld=_withheld(region, shown, classes),
        totals={kind: len((region if count_all else reduced).records[kind]) for kind in region.records},
        closed_files=_attached(region) - _attached(reduced),
        closed_nodes=_all_ids(region) - _all_ids(reduced),
        closed_assessments=frozenset(region.assessments.keys() - assessments.keys()),
        hidden_kinds=frozenset(kind for kind, found in region.records.items() if len(found) > len(records[kind])),
        claims=tell(claims or {}, reduced),
    )


def classes_for(edition: Edition, opd: str | None, owner: str | None) -> frozenset[Kelas]:
    """The classes of fields that ``edition`` shows of a record that belongs to the office ``owner``."""
    if edition == "internal":
        return _ALL
    return _OWN if edition == "opd" and opd is not None and owner == opd else _PUBLIC


def _owner(region: Region, node: Node, record: Entri) -> str | None:
    """The office that the record at ``node`` belongs to; an office belongs to itself."""
    return node.id if node.kind == "perangkat-daerah" else _present(region, record.perangkat_daerah)


def _present(region: Region, office: str | None) -> str | None:
    """The present id of ``office``, which may be named by a former one."""
    if office is None:
        return None
    node = Node("perangkat-daerah", office)
    return region.present(node).id


def _attached(region: Region) -> frozenset[str]:
    files = (record.berkas for record in region.records["bukti"].values() if isinstance(record, Bukti))
    return frozenset(file for file in files if file)


def _all_ids(region: Region) -> frozenset[Node]:
    return frozenset((*(node for node, _record in region.nodes()), *region.renamed))


def _withheld(
    region: Region, shown: set[Node], classes: Callable[[str | None], frozenset[Kelas]]
) -> dict[Node, frozenset[str]]:
    """What was lost from visible records, and from answers, assessments and teams, which name records too.

    A relation that stands in a field the reader may not see is no loss: telling of it would tell of the field.
    """

    def told(relation: Relation) -> bool:
        source = _told_by(region, relation.source)
        if source is None:
            return True
        record, owner = source
        return relation.field in allowed_fields(type(record), classes(owner))

    lost: dict[Node, set[str]] = {}
    for node in {**region.relations.outgoing, **region.relations.incoming}:
        if node.kind in region.records and node not in shown:
            continue
        for name, other, relation in region.relations.of(node):
            if other.kind in region.records and other not in shown and told(relation):
                lost.setdefault(node, set()).add(name)
    return {node: frozenset(names) for node, names in lost.items()}


def _told_by(region: Region, source: Node) -> tuple[Base, str | None] | None:
    """The record, answer, assessment or team at ``source``, with the office that it belongs to."""
    record = region.get(source)
    if record is not None:
        return record, _owner(region, source, record)
    name, _slash, code = source.id.partition("/")
    assessment = region.assessments.get(name)
    if source.kind == "jawaban" and assessment is not None:
        answer = assessment.answers[code]
        return answer, _present(region, answer.perangkat_daerah)
    return (assessment.penilaian, None) if source.kind == "penilaian" and assessment is not None else None
