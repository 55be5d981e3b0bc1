"""Regions on a disk with records of every sort, open and hidden, related in every direction."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spbe.editions import EditionName
from spbe.model.kinds import KINDS
from spbe.model.record import Record
from support import concealment
from support.canaries import write
from support.concealment import BY_KIND, SORTS, Sort

OPD = "kantor-lain"
"""The office whose edition is made."""

ALONE = frozenset({"perangkat_daerah", "induk", "menggantikan"})
"""Relations that would make a circle here, or have one end only; each is tried alone in the tests of editions."""


def host(sort: Sort, **more: Any) -> dict[str, Any]:
    """The open record of ``sort`` that names, or is named by, what is hidden; none is the reader's own."""
    owner = {} if sort.slug == "perangkat-daerah" else {"perangkat_daerah": "diskominfo"}
    return sort.record(sort.node("buka"), **owner, **more)


def place(sort: Sort, prefix: str) -> str:
    """The file of a record."""
    return f"{KINDS[sort.slug].folder}/{sort.node(prefix).id}.yaml"


def conceal(root: Path, edition: EditionName) -> None:
    """Write into the region at ``root`` everything that ``edition`` hides, related in every direction."""
    hidden = ("terbatas", "tertutup") if edition == "publik" else ("tertutup",)
    for sort in SORTS:
        named = {name: value for name, value in concealment.reference_fields(sort.model, "buka") if name not in ALONE}
        for klasifikasi in hidden:
            later = {"rencana": named} if issubclass(sort.model, Record) else {}
            raw = sort.record(sort.node(klasifikasi), klasifikasi=klasifikasi, **named, **later)
            write(root, place(sort, klasifikasi), raw)
        told = dict(concealment.unseen_fields(sort, edition, None))
        told |= dict(concealment.reference_fields(sort.model, hidden[-1]))
        told = {name: value for name, value in told.items() if name not in ALONE}
        later = {"rencana": told} if issubclass(sort.model, Record) else {}
        write(root, place(sort, "buka"), host(sort, **told, **later))
    answer = {"catatan_internal": "Rahasia.", "bukti": [BY_KIND["bukti"].node("tertutup").id]}
    write(root, "indicators/2025/I2.yaml", ANSWER | answer)
    if edition == "publik":
        head = {"tahun": "2027", "instrumen": "permenpanrb-8-2026", "target_indeks": "4.00"}
        write(root, "indicators/2027/penilaian.yaml", head)
        write(root, "indicators/2027/nilai.yaml", {f"I{number}": {"mandiri": "3"} for number in range(1, 21)})


ANSWER = {"perangkat_daerah": "diskominfo", "fakta": "Ada."}
"""The answer to one indicator that both regions have."""


def write_open_records(root: Path) -> None:
    """Write into the region at ``root`` an open record of every sort that names nothing, an office and an answer."""
    for sort in SORTS:
        write(root, place(sort, "buka"), host(sort))
    write(root, f"architecture/perangkat-daerah/{OPD}.yaml", {"id": OPD, "nama": "Kantor Lain"})
    write(root, "indicators/2025/I2.yaml", ANSWER)
