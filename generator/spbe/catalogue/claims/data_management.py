"""Management of data (59/2020: I23)."""

from __future__ import annotations

from fractions import Fraction

from spbe.catalogue.claims.claim_rule import SPBE, Case, ClaimRule
from spbe.catalogue.claims.queries import filled, missing, of_all
from spbe.catalogue.claims.verdict import Exists, Fact, Share, State
from spbe.catalogue.today import current
from spbe.i18n import mark as _
from spbe.model.data import Data
from spbe.region import Node


def guarded(case: Case) -> tuple[Fact, ...]:
    """Each dataset: are its producer and its steward known?"""

    def fact(node: Node, record: Data) -> Fact:
        told = {filled(record, "produsen"), filled(record, "produsen_luar")}
        producer, steward = True if True in told else False if False in told else None, filled(record, "walidata")
        best = of_all(producer is not False, steward is not False)
        state = of_all(producer, steward)
        return Fact(node, state, at_best=best if state == "sebagian" else None)

    return tuple(fact(node, record) for node, record in current(case.region, Data))


def interoperable(case: Case) -> tuple[Fact, ...]:
    """Each dataset: can it be exchanged between systems?"""

    def state(record: Data) -> State:
        if record.interoperabilitas is None:
            return "tak-diketahui"
        return "ya" if record.interoperabilitas else "tidak"

    return tuple(Fact(node, state(record)) for node, record in current(case.region, Data))


def master(case: Case) -> tuple[Fact, ...]:
    """The master data; one that has no steward counts in part."""
    found = tuple(
        Fact(node, "ya") if record.walidata else Fact(node, "sebagian", at_best=_steward_at_best(record))
        for node, record in current(case.region, Data)
        if "induk" in record.jenis
    )
    return found or missing(case.region, Data, _("Data induk"))


def _steward_at_best(record: Data) -> State | None:
    return None if record.absence("walidata") == "tidak ada" else "ya"


RULES = (
    ClaimRule(
        "data-berwali",
        SPBE,
        ("I23",),
        3,
        _("Setiap data punya produsen dan walidata."),
        _(
            "Tingkat 3 meminta pengelolaan data menurut pedoman, yang menetapkan siapa menghasilkan dan siapa menjaga "
            "kualitas data. Data sesuai bila produsen dan walidatanya tercatat, sesuai sebagian bila salah satu, "
            "tidak sesuai bila keduanya tercatat tidak ada."
        ),
        guarded,
        Share(Fraction(9, 10), Fraction(1, 2), least=5),
    ),
    ClaimRule(
        "data-interoperabel",
        SPBE,
        ("I23",),
        3,
        _("Sebagian besar data dapat dipertukarkan antarsistem."),
        _(
            "Pedoman yang diminta tingkat 3 mencakup interoperabilitas data. Data sesuai bila tercatat "
            "interoperabel, tidak sesuai bila tercatat tidak."
        ),
        interoperable,
        Share(Fraction(3, 4), Fraction(1, 2), least=5),
    ),
    ClaimRule(
        "data-induk",
        SPBE,
        ("I23",),
        3,
        _("Ada data induk yang punya walidata."),
        _(
            "Pedoman yang diminta tingkat 3 mencakup data induk. Data induk tanpa walidata hanya sesuai sebagian; "
            "tidak ada data induk berarti tidak sesuai."
        ),
        master,
        Exists(),
    ),
)
