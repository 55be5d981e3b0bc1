"""The registry of kinds: where the records of each lie, what it is called, and which class reads them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

from spbe.model.aplikasi import Aplikasi
from spbe.model.bukti import Bukti
from spbe.model.choices import Pilihan
from spbe.model.data import Data
from spbe.model.infrastruktur import INFRASTRUKTUR, JENIS_INFRASTRUKTUR
from spbe.model.keamanan import JENIS_KEAMANAN, KEAMANAN
from spbe.model.layanan import Layanan
from spbe.model.lists import ARCHITECTURE
from spbe.model.perangkat_daerah import PerangkatDaerah
from spbe.model.peta_rencana import PetaRencana
from spbe.model.proses_bisnis import ProsesBisnis
from spbe.model.record import Entri, Record
from spbe.model.risiko import Risiko
from spbe.model.unions import code_in

__all__ = ["ARCHITECTURE", "KINDS", "Domain", "Kind", "architecture_kinds", "catalogued_kinds"]

Domain = Literal["RAB", "RAL", "RAD", "RAA", "RAI", "RAK"]
"""A domain of the reference architecture, by the prefix of its codes."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of record, with everything that is said of it; how it is shown: :mod:`spbe.site.kind_presentations`.

    ``slug`` names it in references and addresses; ``folder`` is relative to the region's root; ``singular``,
    ``plural`` and ``short`` (for the head of a narrow column) are Indonesian labels; ``models`` has one class under
    ``None``, and for a kind that is a union one more per code of ``jenis``.
    """

    slug: str
    folder: str
    address: str
    """Of the list of all its records."""
    has_pages: bool
    """Whether each record has a page below ``address``; of another kind it is a row of the list."""
    singular: str
    plural: str
    short: str
    one: str
    """``1 aplikasi``: apart, for languages that tell one from many."""
    many: str
    """``{n} aplikasi``"""
    models: Mapping[str | None, type[Entri]] = dataclasses.field(hash=False, repr=False)
    jenis: Pilihan | None = None
    domain: Domain | None = None
    example: str
    """What follows ``spbe new <slug>`` in its help: an id and options."""
    unexpected: frozenset[str] = frozenset()
    """Fields that a record may lack without a gap, beside those of ``NEVER_A_GAP`` in ``catalogue/quality.py``."""
    has_lane: bool = False
    """Whether it is one of the lanes in which a record's page draws what stands around it."""
    home: int | None = None
    """Its place among the numbers of the home page."""
    form: tuple[str, ...] = ()
    """Fields of single values that its owner may set by a form of a host, without git; none: there is no form."""
    paths: int = 8
    """How many of its records are told with the way that leads to them, where something stops."""

    @property
    def is_architecture(self) -> bool:
        """Whether its records have state, owner and codes of the reference architecture; evidence has none of them."""
        return issubclass(self.models[None], Record)

    @property
    def is_catalogued(self) -> bool:
        """Whether list and pages of its records are those of ``/arsitektur/<katalog>/``."""
        return self.has_pages and self.address.startswith(ARCHITECTURE_ADDRESS)

    def classes(self, jenis: str | None = None) -> tuple[type[Entri], ...]:
        """The class of records with the code ``jenis``; every class where none is said."""
        return (self.models[jenis],) if jenis is not None else tuple(dict.fromkeys(self.models.values()))

    def model_for(self, raw: object) -> type[Entri]:
        """The class that reads the raw mapping ``raw``.

        Where the ``jenis`` of a union is absent or not understood, it is the class without ``jenis``,
        which then reports the value.
        """
        code = code_in(raw, self.jenis) if self.jenis is not None else None
        return self.models[code]


ARCHITECTURE_ADDRESS: Final = "/arsitektur/"

OFFICE: Final = "perangkat-daerah"
"""The kind of the offices, which own everything else."""

KINDS: dict[str, Kind] = {
    kind.slug: kind
    for kind in (
        Kind(
            slug=OFFICE,
            folder="architecture/perangkat-daerah",
            address="/perangkat-daerah/",
            has_pages=True,
            singular="Perangkat daerah",
            plural="Perangkat daerah",
            short="Perangkat daerah",
            one="1 perangkat daerah",
            many="{n} perangkat daerah",
            models={None: PerangkatDaerah},
            example='diskominfo --nama "Dinas Komunikasi dan Informatika"',
            unexpected=frozenset({"perangkat_daerah", "referensi", "induk", "akun_git"}),
            home=1,
            paths=30,
            form=("nama", "singkatan", "jenis", "situs", "alamat", "uraian"),
        ),
        Kind(
            slug="proses-bisnis",
            folder="architecture/proses-bisnis",
            address="/arsitektur/proses-bisnis/",
            has_pages=True,
            singular="Proses bisnis",
            plural="Proses bisnis",
            short="Proses bisnis",
            one="1 proses bisnis",
            many="{n} proses bisnis",
            models={None: ProsesBisnis},
            domain="RAB",
            example='perizinan --nama "Pelayanan perizinan"',
            has_lane=True,
            home=3,
        ),
        Kind(
            slug="layanan",
            folder="architecture/layanan",
            address="/arsitektur/layanan/",
            has_pages=True,
            singular="Layanan",
            plural="Layanan",
            short="Layanan",
            one="1 layanan",
            many="{n} layanan",
            models={None: Layanan},
            domain="RAL",
            example='izin-usaha --nama "Layanan Izin Usaha"',
            has_lane=True,
            home=2,
            paths=25,
            form=("nama", "keadaan", "sejak", "perangkat_daerah", "metode", "tautan", "uraian"),
        ),
        Kind(
            slug="data",
            folder="architecture/data",
            address="/arsitektur/data/",
            has_pages=True,
            singular="Data dan informasi",
            plural="Data dan informasi",
            short="Data",
            one="1 data",
            many="{n} data",
            models={None: Data},
            domain="RAD",
            example='data-asn --nama "Data Induk ASN"',
            has_lane=True,
            home=4,
            form=("nama", "keadaan", "sejak", "perangkat_daerah", "sifat", "validitas", "uraian"),
        ),
        Kind(
            slug="aplikasi",
            folder="architecture/aplikasi",
            address="/arsitektur/aplikasi/",
            has_pages=True,
            singular="Aplikasi",
            plural="Aplikasi",
            short="Aplikasi",
            one="1 aplikasi",
            many="{n} aplikasi",
            models={None: Aplikasi},
            domain="RAA",
            example='simpeg --nama "Sistem Kepegawaian" --folder bkpsdm',
            has_lane=True,
            home=5,
            form=("nama", "keadaan", "sejak", "perangkat_daerah", "jenis", "tautan", "uraian"),
        ),
        Kind(
            slug="infrastruktur",
            folder="architecture/infrastruktur",
            address="/arsitektur/infrastruktur/",
            has_pages=True,
            singular="Infrastruktur",
            plural="Infrastruktur",
            short="Infrastruktur",
            one="1 infrastruktur",
            many="{n} infrastruktur",
            models=INFRASTRUKTUR,
            jenis=JENIS_INFRASTRUKTUR,
            domain="RAI",
            example='srv-web --nama "Server Web" --jenis server',
            unexpected=frozenset({"referensi"}),
            has_lane=True,
            home=6,
            form=("nama", "keadaan", "sejak", "perangkat_daerah", "uraian"),
        ),
        Kind(
            slug="keamanan",
            folder="architecture/keamanan",
            address="/arsitektur/keamanan/",
            has_pages=True,
            singular="Keamanan",
            plural="Keamanan",
            short="Keamanan",
            one="1 catatan keamanan",
            many="{n} catatan keamanan",
            models=KEAMANAN,
            jenis=JENIS_KEAMANAN,
            domain="RAK",
            example='audit-2026 --nama "Audit Keamanan 2026" --jenis audit',
            unexpected=frozenset({"referensi"}),
            has_lane=True,
            home=7,
        ),
        Kind(
            slug="peta-rencana",
            folder="architecture/peta-rencana",
            address="/peta-rencana/",
            has_pages=True,
            singular="Peta rencana",
            plural="Peta rencana",
            short="Peta rencana",
            one="1 kegiatan peta rencana",
            many="{n} kegiatan peta rencana",
            models={None: PetaRencana},
            example='integrasi-2027 --nama "Integrasi Layanan 2027"',
            unexpected=frozenset({"referensi"}),
        ),
        Kind(
            slug="risiko",
            folder="architecture/risiko",
            address="/risiko/",
            has_pages=False,
            singular="Risiko",
            plural="Risiko SPBE",
            short="Risiko",
            one="1 risiko",
            many="{n} risiko",
            models={None: Risiko},
            example='gangguan-pusat-data --nama "Gangguan pusat data"',
            unexpected=frozenset({"bukti", "indikator", "kemungkinan_sisa", "dampak_sisa"}),
        ),
        Kind(
            slug="bukti",
            folder="indicators/bukti",
            address="/bukti/",
            has_pages=False,
            singular="Bukti",
            plural="Bukti",
            short="Bukti",
            one="1 bukti",
            many="{n} bukti",
            models={None: Bukti},
            example='perbup-12-2024 --nama "Peraturan Bupati Nomor 12 Tahun 2024"',
            unexpected=frozenset({"berlaku_sampai", "sha256"}),
        ),
    )
}
"""Every kind by slug, in reading order."""


@cache
def kind_of(model: type[Entri]) -> str:
    """The kind whose records are of ``model``: a class of it, or what all of its classes have in common.

    Raises ``ValueError`` where that are several kinds or none.
    """
    [found] = [slug for slug, kind in KINDS.items() if any(issubclass(one, model) for one in kind.models.values())]
    return found


def architecture_kinds() -> tuple[str, ...]:
    """The kinds whose records are records of the architecture, offices first; evidence is none."""
    return tuple(slug for slug, kind in KINDS.items() if kind.is_architecture)


def catalogued_kinds() -> tuple[str, ...]:
    """The kinds with list and pages at ``/arsitektur/<katalog>/``: the six domains, and what is declared beside."""
    return tuple(slug for slug, kind in KINDS.items() if kind.is_catalogued)
