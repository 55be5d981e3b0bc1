"""A region as a value: what is right in its files, resolved and immutable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Protocol, TypeVar

from spbe.model.base import Base
from spbe.model.bukti import Bukti
from spbe.model.instrumen import Instrumen
from spbe.model.kinds import KINDS, OFFICE, kind_of
from spbe.model.pembanding import Pembanding
from spbe.model.penilaian import TAHAP, Jawaban, NilaiTahap, Penilaian
from spbe.model.perangkat_daerah import PerangkatDaerah
from spbe.model.profil import Profil
from spbe.model.record import Entri
from spbe.model.tim import TataKelola
from spbe.model.upaya import Upaya
from spbe.region.entry import Entry
from spbe.region.reading import Reading
from spbe.region.relations import Node, Relations, relate
from spbe.standards.reference import ReferenceArchitecture

Values = Mapping[str, Fraction]
"""Indicator code to value."""

E = TypeVar("E", bound=Entri)


@dataclass(frozen=True)
class Assessment:
    """One assessment: ``values`` maps each stage that has at least one value to the values given in it."""

    nama: str
    penilaian: Penilaian
    instrumen: Instrumen
    answers: Mapping[str, Jawaban] = field(default_factory=dict)
    values: Mapping[str, Values] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The name of its index and its year, or its folder's name where that is not the year alone."""
        year = str(self.penilaian.tahun)
        return f"{self.instrumen.indeks} {year if self.nama == year else self.nama}"


class OwnedByOffice(Protocol):
    """What names an office as its owner, or as the one that answers for it."""

    @property
    def perangkat_daerah(self) -> str | None:
        """The id of the office, which may be a former one."""


@dataclass(frozen=True)
class Region:
    """Everything a region says about itself.

    ``records``: kind to id to record, ids sorted. ``assessments`` by folder name, oldest first.
    ``files``: where a record was written, relative to the root. ``renamed``: former ids to present ones.
    ``date`` is the reference date of every age and forecast.
    """

    profil: Profil
    records: Mapping[str, Mapping[str, Entri]]
    relations: Relations
    assessments: Mapping[str, Assessment]
    instruments: Mapping[str, Instrumen]
    reference: ReferenceArchitecture
    date: date
    teams: TataKelola = field(default_factory=TataKelola)
    efforts: Upaya = field(default_factory=Upaya)
    peers: Pembanding = field(default_factory=Pembanding)
    files: Mapping[Node, str] = field(default_factory=dict)
    renamed: Mapping[Node, Node] = field(default_factory=dict)

    def get(self, node: Node) -> Entri | None:
        """The record at ``node``, if there is one."""
        return self.records.get(node.kind, {}).get(node.id)

    def of_class(self, model: type[E]) -> Iterator[tuple[Node, E]]:
        """The records of class ``model``, one of a kind or what all classes of a kind have in common, by id."""
        kind = kind_of(model)
        for name, record in self.records[kind].items():
            if isinstance(record, model):
                yield Node(kind, name), record

    def name(self, node: Node) -> str:
        """What the record at ``node`` is called; its id when it is not there."""
        record = self.get(node)
        return record.nama if record else node.id

    def office(self, name: str | None) -> PerangkatDaerah | None:
        """The office that ``name`` means, which may be a former id; ``None`` where there is none to be seen."""
        found = self.get(self.present(Node(OFFICE, name))) if name else None
        return found if isinstance(found, PerangkatDaerah) else None

    def owner(self, record: OwnedByOffice | None) -> PerangkatDaerah | None:
        """The office that ``record``, an answer or a seat of a team names as its own."""
        return self.office(record.perangkat_daerah) if record is not None else None

    def owner_id(self, record: OwnedByOffice | None) -> str | None:
        """The present id of :meth:`owner`."""
        office = self.owner(record)
        return office.id if office else None

    def keeper_id(self, node: Node) -> str | None:
        """The present id of the office that keeps the record or answer at ``node``; an office keeps itself."""
        record = self.answer(node) or self.get(node)
        return node.id if record is not None and node.kind == OFFICE else self.owner_id(record)

    def answer(self, node: Node) -> Jawaban | None:
        """The answer at ``node``, whose id is ``<penilaian>/<kode>``, if there is one."""
        name, _slash, code = node.id.partition("/")
        assessment = self.assessments.get(name) if node.kind == "jawaban" else None
        return assessment.answers.get(code) if assessment else None

    def present(self, node: Node) -> Node:
        """``node`` by its present id, which it may have been called by a former one; it need not exist."""
        return self.renamed.get(node, node)

    def evidence(self, name: str) -> Node:
        """The evidence called ``name``, which may be a former id of it; it need not exist."""
        return self.present(Node(kind_of(Bukti), name))

    def nodes(self) -> Iterator[tuple[Node, Entri]]:
        """Every record with its node, in reading order of kinds, then by id."""
        for kind, records in self.records.items():
            for name, record in records.items():
                yield Node(kind, name), record


def resolve(
    reading: Reading,
    instruments: Mapping[str, Instrumen],
    reference: ReferenceArchitecture,
    today: date,
) -> Region:
    """Put together what is right in ``reading``; of two records with one id the first stays.

    Entries with errors are left out: whoever publishes looks at the problems first.
    """
    profiles = [entry.record for entry in reading.of_kind("profil") if isinstance(entry.record, Profil)]
    teams = [entry.record for entry in reading.of_kind("tim") if isinstance(entry.record, TataKelola)]
    efforts = [entry.record for entry in reading.of_kind("upaya") if isinstance(entry.record, Upaya)]
    peers = [entry.record for entry in reading.of_kind("pembanding") if isinstance(entry.record, Pembanding)]
    records, files = _records(reading)
    assessments = _assessments(reading, instruments)
    renamed = former_ids(records)
    team = teams[0] if teams else TataKelola()
    return Region(
        profil=profiles[0] if profiles else Profil(nama="?"),
        records=records,
        relations=relations_between(records, assessments, team, renamed),
        assessments=assessments,
        instruments=instruments,
        reference=reference,
        date=today,
        teams=team,
        efforts=efforts[0] if efforts else Upaya(),
        peers=peers[0] if peers else Pembanding(),
        files=files,
        renamed=renamed,
    )


def former_ids(records: Mapping[str, Mapping[str, Entri]]) -> dict[Node, Node]:
    """Former ids to present ones, of what ``records`` hold; an id that a record has now is nobody's former one."""
    return {
        Node(kind, former): Node(kind, record.id)
        for kind, found in records.items()
        for record in found.values()
        for former in record.dahulu
        if former not in found
    }


def relations_between(
    records: Mapping[str, Mapping[str, Entri]],
    assessments: Mapping[str, Assessment],
    teams: TataKelola,
    renamed: Mapping[Node, Node],
) -> Relations:
    """The relations among all that a region holds."""
    sources: list[tuple[Node, Base]] = [
        (Node(kind, name), record) for kind, found in records.items() for name, record in found.items()
    ]
    known = frozenset(node for node, _ in sources)
    for assessment in assessments.values():
        sources.append((Node("penilaian", assessment.nama), assessment.penilaian))
        sources += [
            (Node("jawaban", f"{assessment.nama}/{code}"), answer) for code, answer in assessment.answers.items()
        ]
    sources.append((Node("tim", "tim"), teams))
    return relate(sources, known, dict(renamed))


def _records(reading: Reading) -> tuple[dict[str, dict[str, Entri]], dict[Node, str]]:
    found: dict[str, dict[str, Entri]] = {slug: {} for slug in KINDS}
    files: dict[Node, str] = {}
    for entry in reading.of_kind(*KINDS):
        if isinstance(entry.record, Entri) and entry.record.id not in found[entry.kind]:
            found[entry.kind][entry.record.id] = entry.record
            files[Node(entry.kind, entry.record.id)] = entry.file
    return {slug: dict(sorted(records.items())) for slug, records in found.items()}, files


def _assessments(reading: Reading, instruments: Mapping[str, Instrumen]) -> dict[str, Assessment]:
    found: list[Assessment] = []
    answered: dict[str, list[Entry]] = {}
    for entry in reading.of_kind("jawaban", "nilai"):
        answered.setdefault(entry.id.partition("/")[0], []).append(entry)
    for entry in reading.of_kind("penilaian"):
        if not isinstance(entry.record, Penilaian) or entry.record.instrumen not in instruments:
            continue
        instrument = instruments[entry.record.instrumen]
        answers, given = _answers(answered.get(entry.id, []))
        codes = [indicator.kode for indicator in instrument.all_indicators()]
        values = {
            stage: {code: given[code][stage] for code in codes if stage in given.get(code, {})} for stage in TAHAP.nilai
        }
        found.append(
            Assessment(
                entry.id,
                entry.record,
                instrument,
                {code: answers[code] for code in codes if code in answers},
                {stage: stage_values for stage, stage_values in values.items() if stage_values},
            )
        )
    found.sort(key=lambda assessment: (assessment.penilaian.tahun, assessment.nama))
    return {assessment.nama: assessment for assessment in found}


def _answers(entries: list[Entry]) -> tuple[dict[str, Jawaban], dict[str, dict[str, Fraction]]]:
    answers: dict[str, Jawaban] = {}
    values: dict[str, dict[str, Fraction]] = {}
    for entry in entries:
        code = entry.id.partition("/")[2]
        if isinstance(entry.record, Jawaban):
            answers[code] = entry.record
            stages = entry.record.nilai.by_stage()
        elif isinstance(entry.record, NilaiTahap):
            stages = entry.record.by_stage()
        else:
            continue
        given = values.setdefault(code, {})
        for stage, value in stages.items():
            given.setdefault(stage, value)
    return answers, values
