"""A kind that exists for a test alone, made in the three places where any kind is made.

Nothing else of the program is told of it: what a new kind needs beyond these three is a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Final
from unittest.mock import patch

from spbe.model.base import field
from spbe.model.identifiers import Id
from spbe.model.kinds import KINDS, Kind
from spbe.model.record import Record
from spbe.model.references import Ref
from spbe.model.values import Daftar, Teks
from spbe.site.kind_presentations import PRESENTATIONS, Clause, KindPresentation, RelatedCount
from spbe.yamlio.jsonschema import schemas


# 1. its class, as a module of model/
class Perjanjian(Record):
    """An agreement with somebody outside the region."""

    menggantikan: Daftar[Annotated[Id, Ref("perjanjian", "Menggantikan", "Digantikan oleh")]] = field(
        "publik", "Menggantikan", "Perjanjian yang diganti."
    )
    pihak: Teks | None = field("publik", "Pihak lain", "Dengan siapa perjanjian dibuat.", example="BSSN")
    aplikasi: Daftar[Annotated[Id, Ref("aplikasi", "Mengatur", "Diatur oleh")]] = field(
        "publik", "Aplikasi", "Aplikasi yang diatur perjanjian."
    )


# 2. its declaration, in KINDS
AGREEMENT: Final = Kind(
    slug="perjanjian",
    folder="architecture/perjanjian",
    address="/arsitektur/perjanjian/",
    has_pages=True,
    singular="Perjanjian kerja sama",
    plural="Perjanjian kerja sama",
    short="Perjanjian",
    one="1 perjanjian",
    many="{n} perjanjian",
    models={None: Perjanjian},
    example='sertifikat-2026 --nama "Perjanjian Sertifikat Elektronik"',
    unexpected=frozenset({"referensi"}),
    has_lane=True,
    home=8,
)

# 3. its presentation, in PRESENTATIONS
SHOWN: Final = KindPresentation(
    columns=(RelatedCount("Aplikasi diatur", "aplikasi", "aplikasi", naming=False),),
    heads={"": "{nama} adalah perjanjian kerja sama"},
    clauses=(Clause("Mengatur", "mengatur {apa}"),),
)


@contextmanager
def registered() -> Iterator[None]:
    """The program with the kind."""
    schemas.cache_clear()
    with patch.dict(KINDS, {AGREEMENT.slug: AGREEMENT}), patch.dict(PRESENTATIONS, {AGREEMENT.slug: SHOWN}):
        yield
    schemas.cache_clear()
