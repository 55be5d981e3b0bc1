"""The one place where a region becomes smaller: planning, rendering and exports see only what leaves here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from spbe.editions.audience import Audience, EditionName
from spbe.editions.redaction import Renamed, allowed_fields, says_something, strip
from spbe.model.base import Kelas
from spbe.model.kinds import OFFICE
from spbe.model.penilaian import Jawaban
from spbe.model.record import Entri
from spbe.region import Assessment, Node, Region
from spbe.region.region import former_ids, relations_between
from spbe.scoring.hasil import Results, hasil_of
from spbe.scoring.outcomes import Outcomes


@dataclass(frozen=True)
class Edition:
    """What one kind of reader may see.

    ``region`` and ``outcomes`` are reduced, and whatever reads records is computed from them: a view does not know
    whether anything was hidden. Only levels were worked on before, in the whole region.
    """

    audience: Audience
    region: Region
    outcomes: Outcomes

    @property
    def edition(self) -> EditionName:
        """The edition's name, as a region's own templates ask for it."""
        return self.audience.edition

    @cached_property
    def results(self) -> Results:
        """What every assessment that may be seen came to: the one place to ask for an index."""
        return hasil_of(self.region.assessments, self.outcomes)

    def visible_fields(self, node: Node, record: Entri) -> frozenset[str]:
        """The fields of ``record`` that readers of this edition may see; the others are not gaps."""
        return allowed_fields(type(record), self.classes_of(node, record))

    def classes_for(self, office: str | None) -> frozenset[Kelas]:
        """The classes of fields that they may see of what belongs to ``office``, named by any of its ids."""
        return self.audience.classes_for(_present(self.region.renamed, office))

    def classes_of(self, node: Node, record: Entri) -> frozenset[Kelas]:
        """The classes of fields that they may see of the record at ``node``."""
        return self.audience.classes_for(_owner(self.region.renamed, node, record))


def redact(region: Region, outcomes: Outcomes, audience: Audience) -> Edition:
    """Region and results as ``audience`` may see them.

    A record whose ``klasifikasi`` is closed to them disappears with every mention in a reference; fields
    disappear by their class; assessments that are drafts are absent from the public edition. What is left is the same
    as if none of that had ever been written.
    """
    open_records = {
        kind: {name: record for name, record in found.items() if audience.sees_classification(record.klasifikasi)}
        for kind, found in region.records.items()
    }
    shown = {Node(kind, name) for kind, found in open_records.items() for name in found}
    renamed = former_ids(open_records)

    def visible(node: Node) -> bool:
        return renamed.get(node, node) in shown

    def record_for(node: Node, record: Entri) -> Entri:
        return strip(record, audience.classes_for(_owner(renamed, node, record)), visible, renamed)

    def answer_for(answer: Jawaban) -> Jawaban:
        return strip(answer, audience.classes_for(_present(renamed, answer.perangkat_daerah)), visible, renamed)

    records = {
        kind: {name: record_for(Node(kind, name), record) for name, record in found.items()}
        for kind, found in open_records.items()
    }
    assessments: dict[str, Assessment] = {}
    for name, assessment in region.assessments.items():
        if audience.sees_result(published=assessment.penilaian.publikasi.is_published):
            answers = {code: answer_for(answer) for code, answer in assessment.answers.items()}
            assessments[name] = replace(
                assessment,
                penilaian=strip(assessment.penilaian, audience.classes_for(None), visible, renamed),
                answers={code: answer for code, answer in answers.items() if says_something(answer)},
            )
    teams = strip(region.teams, audience.classes_for(None), visible, renamed)
    reduced = replace(
        region,
        profil=strip(region.profil, audience.classes_for(None), visible),
        records=records,
        relations=relations_between(records, assessments, teams, renamed),
        assessments=assessments,
        teams=teams,
        efforts=strip(region.efforts, audience.classes_for(None), visible),
        peers=strip(region.peers, audience.classes_for(None), visible),
        files={node: file for node, file in region.files.items() if node in shown},
        renamed=renamed,
    )
    return Edition(
        audience=audience,
        region=reduced,
        outcomes={
            name: tuple(replace(outcome, assessment=assessments[name]) for outcome in results)
            for name, results in outcomes.items()
            if name in assessments
        },
    )


def _owner(renamed: Renamed, node: Node, record: Entri) -> str | None:
    """The office that the record at ``node`` belongs to; an office belongs to itself."""
    return node.id if node.kind == OFFICE else _present(renamed, record.perangkat_daerah)


def _present(renamed: Renamed, office: str | None) -> str | None:
    """The present id of ``office``, which may be named by a former one."""
    if office is None:
        return None
    node = Node(OFFICE, office)
    return renamed.get(node, node).id
