"""Everything that an edition tells of a region, one by one: records, answers, values, and what a region has once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from spbe.catalogue.quality_gate import share_text
from spbe.catalogue.shortcomings import present_name
from spbe.differences.places import tells_files
from spbe.differences.plain import Plain, plain_of
from spbe.editions import Edition
from spbe.model.base import Base
from spbe.model.instrumen import Instrumen
from spbe.model.kinds import OFFICE
from spbe.model.kualitas import Kualitas
from spbe.model.penilaian import Jawaban, NilaiTahap
from spbe.model.referensi import KodeDaerah
from spbe.region import Assessment, Node, Region
from spbe.standards.instruments import shipped_instruments

ONCE: Final[Mapping[str, str]] = {"profil": "profil", "tim": "teams", "upaya": "efforts", "pembanding": "peers"}
"""What a region has once: its kind, and where the region holds it."""


PLACE: Final = "letak"
"""The field that stands for the file of a record: told where pages lead to it."""


@dataclass(frozen=True)
class Thing:
    """What is said of one node; ``model`` declares the fields, ``owner`` is the office that it belongs to."""

    fields: Plain
    model: type[Base] | None = None
    owner: str | None = None


def things_of(view: Edition, limits: Base | None = None) -> dict[Node, Thing]:
    """All that readers of ``view`` are told, by node; ``limits`` of data quality are for administrators."""
    region = view.region
    found: dict[Node, Thing] = {}
    placed = tells_files(view)
    for node, record in region.nodes():
        owner = node.id if node.kind == OFFICE else record.perangkat_daerah
        place = {PLACE: region.files[node]} if placed and node in region.files else {}
        found[node] = Thing({**plain_of(record), **place}, type(record), owner)
    for kind, name in ONCE.items():
        once: Base = getattr(region, name)
        found[Node(kind, kind)] = Thing(plain_of(once), type(once))
    for assessment in region.assessments.values():
        found |= dict(_assessment(assessment))
    found |= dict(_standards(region, everything=view.audience.is_whole))
    if view.audience.is_whole and isinstance(limits, Kualitas):
        shares = {kind: share_text(share) for kind, share in limits.kelengkapan.items()}
        findings = {present_name(name): most for name, most in limits.temuan.items()}
        told = {**plain_of(limits), "kelengkapan": shares, "temuan": findings}
        found[Node("kualitas", "kualitas")] = Thing(told, Kualitas)
    return found


def _assessment(assessment: Assessment) -> Iterator[tuple[Node, Thing]]:
    """Values are told by indicator, in whichever of the two files they stand."""
    name, head = assessment.nama, assessment.penilaian
    yield Node("penilaian", name), Thing(plain_of(head), type(head))
    owners = {code: answer.perangkat_daerah for code, answer in assessment.answers.items()}
    for code, answer in assessment.answers.items():
        told = {key: value for key, value in plain_of(answer).items() if key != "nilai"}
        yield Node("jawaban", f"{name}/{code}"), Thing(told, Jawaban, owners[code])
    values: dict[str, dict[str, Fraction]] = {}
    for stage, given in assessment.values.items():
        for code, value in given.items():
            values.setdefault(code, {})[stage] = value
    for code, stages in values.items():
        yield Node("nilai", f"{name}/{code}"), Thing(stages, NilaiTahap, owners.get(code))


def _standards(region: Region, *, everything: bool) -> Iterator[tuple[Node, Thing]]:
    """The region's own instruments, those of assessments that may be seen or all, and its own codes."""
    used = {one.instrumen.id for one in region.assessments.values()}
    for name, instrument in region.instruments.items():
        if name not in shipped_instruments() and (everything or name in used):
            yield Node("instrumen", name), Thing(plain_of(instrument), Instrumen)
    for code, node in region.reference.nodes.items():
        if node.status == "daerah":
            yield Node("referensi", code), Thing({"kode": code, "nama": node.nama}, KodeDaerah)
