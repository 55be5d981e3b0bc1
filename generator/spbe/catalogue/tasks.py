"""What each office should do next, in order of worth: a declared weight per kind of work, then what hangs on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from spbe.catalogue.activities import last_year
from spbe.catalogue.claims import Claims
from spbe.catalogue.quality import Examined
from spbe.catalogue.shortcomings import Shortcoming
from spbe.catalogue.task_weights import WEIGHT_OF, Work
from spbe.model.bukti import Bukti
from spbe.model.kinds import OFFICE
from spbe.model.peta_rencana import PetaRencana
from spbe.model.record import Entri, Record
from spbe.model.values import Tanggal
from spbe.region import Assessment, Node, Region

SOON: Final = 90
"""Evidence that ends within so many days is told before it has ended: renewing a regulation takes months."""

PROVABLE: Final = 2
"""Level 1 asks for no document."""

TOLD_OTHERWISE: Final = frozenset({"bukti-lewat", "ditinjau-lama", "belum-ditinjau", "tanpa-pemilik"})
"""Shortcomings that are work of their own here."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do about ``node``, a record, an answer (kind ``jawaban``) or an assessment (kind ``penilaian``).

    ``due`` is the day that it hangs on, ``indicators`` are answers ``<penilaian>/<kode>`` that rest on the record, or
    that nobody gave; ``fields`` are names of empty fields, ``finding`` is the id of a shortcoming, ``services`` counts
    those that directly depend on the record. ``levels`` are the present one and the target.
    """

    work: Work
    node: Node
    due: date | None = None
    indicators: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    finding: str = ""
    services: int = 0
    levels: tuple[Fraction, Fraction] | None = None

    @property
    def weight(self) -> int:
        """The declared weight of this kind of work."""
        return WEIGHT_OF[self.work]


@dataclass(frozen=True)
class Sources:
    """What tasks are found in, all of one edition. ``services``: how many services directly depend on a record."""

    region: Region
    examined: Iterable[Examined]
    shortcomings: Iterable[Shortcoming]
    claims: Claims
    services: Callable[[Node], int] = field(default=lambda _node: 0)


Found = Iterator[tuple[str, Task]]
"""Offices by present ids with what they should do."""


def tasks(sources: Sources) -> dict[str, tuple[Task, ...]]:
    """The tasks of every office that has some, in order of worth, each once."""
    found: dict[str, dict[Task, None]] = {}
    for finder in (_evidence, _unanswered, _contradictions, _answers, _plans, _shortcomings, _records):
        for office, task in finder(sources):
            found.setdefault(office, {})[task] = None

    def rank(task: Task) -> tuple[object, ...]:
        node = task.node
        name = sources.region.name(node).casefold()
        return (-task.weight, task.due or date.max, -task.services, -len(task.fields or task.indicators), name, node)

    return {office: tuple(sorted(own, key=rank)) for office, own in found.items()}


def current_assessments(region: Region) -> tuple[Assessment, ...]:
    """The newest assessment of every instrument, without those that are more than a year older than the newest."""
    newest = {one.instrumen.id: one for one in region.assessments.values()}
    last = max((one.penilaian.tahun for one in newest.values()), default=0)
    return tuple(one for one in newest.values() if one.penilaian.tahun >= last - 1)


def _evidence(sources: Sources) -> Found:
    region = sources.region
    current = {one.nama for one in current_assessments(region)}
    for node, record in region.of_class(Bukti):
        if record.berlaku_sampai is None:
            continue
        ends = record.berlaku_sampai.last
        if ends > region.date + timedelta(days=SOON):
            continue
        answers = tuple(
            dict.fromkeys(other.id for _name, other, _relation in region.relations.of(node) if other.kind == "jawaban")
        )
        proved = tuple(answer for answer in answers if answer.partition("/")[0] in current)
        if not proved and answers:
            continue  # it has done its service in an assessment that is over
        offices = {region.owner_id(record), *(_answering(region, answer) for answer in proved)}
        work: Work = "bukti-lain" if not proved else "bukti-lewat" if ends < region.date else "bukti-segera"
        for office in sorted(one for one in offices if one):
            yield office, Task(work, node, ends, proved)


def _contradictions(sources: Sources) -> Found:
    region = sources.region
    current = {one.nama for one in current_assessments(region)}
    for name, claims in sources.claims.items():
        for claim in claims:
            answer = f"{name}/{claim.code}"
            if name in current and claim.verdict == "bertentangan" and (office := _answering(region, answer)):
                yield office, Task("bertentangan", Node("jawaban", answer))


def _answers(sources: Sources) -> Found:
    region = sources.region
    for assessment in current_assessments(region):
        # Stages follow one another: the last value that was given is the one to prove.
        values = _newest_values(assessment)
        for code, answer in assessment.answers.items():
            name = f"{assessment.nama}/{code}"
            node, office = Node("jawaban", name), _answering(region, name)
            if office is None:
                continue
            if answer.rekomendasi and answer.status_tindak_lanjut in {"belum", "sebagian"}:
                yield office, Task("tindak-lanjut", node, answer.batas_waktu.last if answer.batas_waktu else None)
            if not answer.bukti and values.get(code, 0) >= PROVABLE:
                yield office, Task("tanpa-bukti", node)
            if answer.target is not None and code in values and values[code] < answer.target:
                yield office, Task("di-bawah-target", node, levels=(values[code], answer.target))


def _newest_values(assessment: Assessment) -> dict[str, Fraction]:
    return {code: value for stage in assessment.values.values() for code, value in stage.items()}


def _unanswered(sources: Sources) -> Found:
    """Indicators without any value in an assessment that has no official result yet, one task for each office."""
    region = sources.region
    for assessment in current_assessments(region):
        if assessment.penilaian.hasil_resmi is not None:
            continue  # of some years only the index is known, and nobody will assess them again
        values = _newest_values(assessment)
        shares: dict[str, list[str]] = {}
        for indicator in assessment.instrumen.all_indicators():
            if indicator.kode not in values and (office := _expected(region, assessment, indicator.kode)):
                shares.setdefault(office, []).append(f"{assessment.nama}/{indicator.kode}")
        for office, answers in shares.items():
            yield office, Task("belum-dinilai", Node("penilaian", assessment.nama), indicators=tuple(answers))


def _expected(region: Region, assessment: Assessment, code: str) -> str | None:
    """The office that should answer ``code``.

    Whoever is named for it; else whoever answered it last under the same instrument; else the office of the internal
    assessors; else the one that answers most of this assessment, or the only one that there is.
    """
    names = list(region.assessments)
    for name in reversed(names[: names.index(assessment.nama) + 1]):
        if region.assessments[name].instrumen.id == assessment.instrumen.id and (
            office := _answering(region, f"{name}/{code}")
        ):
            return office
    team = region.teams.asesor_internal
    seats = [office for seat in (team.anggota if team else ()) if (office := region.owner_id(seat))]
    if seats:
        return seats[0]
    told = (_answering(region, f"{assessment.nama}/{one}") for one in assessment.answers)
    answering = Counter(office for office in told if office)
    if answering:
        return max(sorted(answering), key=lambda office: answering[office])
    offices = list(region.records[OFFICE])
    return offices[0] if len(offices) == 1 else None


def _plans(sources: Sources) -> Found:
    region = sources.region
    for node, record in region.nodes():
        late = _late(record, region.date) if isinstance(record, Record) else None
        if late is None:
            continue
        named = [record.perangkat_daerah, *(record.pelaksana if isinstance(record, PetaRencana) else ())]
        for office in sorted({one.id for one in map(region.office, named) if one}):
            yield office, Task("rencana-lewat", node, late)


def _late(record: Record, today: date) -> date | None:
    """The day by which ``record`` should have begun, ended or come true, when that has passed and nothing says so."""
    if not isinstance(record, PetaRencana):
        planned = record.sejak if record.is_planned else _coming(record)
        since = planned.last if planned else None
        return since if since and since < today else None
    if record.is_over or record.is_postponed or record.is_discontinued:
        return None
    ends = last_year(record)
    if ends is not None and ends < today.year:
        return date(ends, 12, 31)
    begins = record.tahun_mulai
    if record.status in {"diusulkan", "direncanakan"} and begins is not None and begins < today.year:
        return date(begins, 12, 31)
    return None


def _coming(record: Record) -> Tanggal | None:
    """When the coming version of a record of today should hold."""
    return record.rencana.sejak if record.is_current and record.rencana else None


def _shortcomings(sources: Sources) -> Found:
    region = sources.region
    owner = {one.node: one.owner for one in sources.examined}
    for one in sources.shortcomings:
        for node in one.nodes:
            if one.id == "tanpa-pemilik":
                for office in _concerned(region, node):
                    yield office, Task("tanpa-pemilik", node, services=sources.services(node))
            elif one.id not in TOLD_OTHERWISE and (mine := owner.get(node)):
                yield mine, Task("temuan", node, finding=one.id, services=sources.services(node))


def _records(sources: Sources) -> Found:
    for one in sources.examined:
        if one.owner is None:
            continue
        services = sources.services(one.node)
        gaps = [name for name, state in one.states.items() if state == "kosong" and name != "ditinjau"]
        empty = tuple(sorted(gaps, key=lambda name: name in Entri.model_fields))  # what the kind itself asks for first
        if empty:
            yield one.owner, Task("isian-kosong", one.node, fields=empty, services=services)
        if one.review == "belum":
            yield one.owner, Task("belum-ditinjau", one.node, services=services)
        elif one.review == "lama":
            yield one.owner, Task("ditinjau-lama", one.node, services=services)


def _concerned(region: Region, node: Node) -> list[str]:
    """The offices that have to do with the record at ``node`` today."""
    ends = {
        other.id
        for _name, other, relation in region.relations.of(node)
        if other.kind == OFFICE and not relation.planned
    }
    return sorted(ends)


def _answering(region: Region, answer: str) -> str | None:
    """The office that answers for ``<penilaian>/<kode>``."""
    return region.owner_id(region.answer(Node("jawaban", answer)))
