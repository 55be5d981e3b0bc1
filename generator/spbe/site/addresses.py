"""Where everything lives. Addresses are a promise: see section "Addresses" of ``docs/arsitektur-kode.md``."""

from __future__ import annotations

from typing import Final

from spbe.model.kinds import ARCHITECTURE_ADDRESS, KINDS, OFFICE
from spbe.region import Node

HOME: Final = "/"
INDEX: Final = "/indeks/"
FOLLOW_UP: Final = "/tindak-lanjut/"
INDICATORS: Final = "/indikator/"
EVIDENCE: Final = KINDS["bukti"].address
ARCHITECTURE_HOME: Final = ARCHITECTURE_ADDRESS
OFFICES: Final = KINDS[OFFICE].address
ROADMAP: Final = KINDS["peta-rencana"].address
RISKS: Final = KINDS["risiko"].address
GOVERNANCE: Final = "/tata-kelola/"
QUALITY: Final = "/kualitas-data/"
METHODOLOGY: Final = "/metodologi/"
DOWNLOADS: Final = "/unduhan/"
EMBEDDING: Final = f"{DOWNLOADS}sematan/"
CHANGES: Final = "/perubahan/"
GUIDE: Final = "/panduan/"
PROBLEMS: Final = "/masalah/"
"""Where a preview lists what is wrong; never part of a published site."""
IMPACT: Final = f"{ARCHITECTURE_HOME}dampak/"
COVERAGE: Final = f"{ARCHITECTURE_HOME}cakupan/"
MATRICES: Final = f"{ARCHITECTURE_HOME}matriks/"
OVERLAP: Final = f"{ARCHITECTURE_HOME}tumpang-tindih/"
INTEGRATION: Final = f"{ARCHITECTURE_HOME}integrasi/"
GAPS: Final = f"{ARCHITECTURE_HOME}kesenjangan/"
EXPLORER: Final = f"{ARCHITECTURE_HOME}jelajah/"
HOUSE: Final = f"{ARCHITECTURE_HOME}rumah/"
"""Below it stands the house of the architecture in its readings; there is no page here."""


def assessment_address(name: str) -> str:
    """The page of one assessment."""
    return f"{INDEX}{name}/"


def account_address(name: str, account: str) -> str:
    """A further page about one assessment, such as ``langkah`` or ``banding``."""
    return f"{assessment_address(name)}{account}/"


def story_address(name: str) -> str:
    """What an assessment came to and why, in a few sentences with their pictures."""
    return account_address(name, "cerita")


def indicator_address(instrument: str, code: str) -> str:
    """The page of one indicator of one instrument."""
    return f"{INDICATORS}{instrument}/{code}/"


def catalogue_address(kind: str) -> str:
    """The list of all records of a kind."""
    return KINDS[kind].address


def record_address(node: Node) -> str:
    """The page of a record, or its row in a list where its kind has no pages of its own."""
    catalogue = catalogue_address(node.kind)
    return f"{catalogue}{node.id}/" if has_pages(node.kind) else f"{catalogue}#{node.id}"


def domain_address(domain: str) -> str:
    """The coverage map of a domain of the reference architecture, ``RAB`` … ``RAK``."""
    return f"{COVERAGE}{domain.lower()}/"


def code_anchor(code: str) -> str:
    """The id of a code on its map: ``RAB.02.08`` is ``rab-02-08``."""
    return code.lower().replace(".", "-")


def code_address(code: str) -> str:
    """Where a code of the reference architecture stands on its map, with what the region has there."""
    return f"{domain_address(code[:3])}#{code_anchor(code)}"


def house_address(reading: str) -> str:
    """The house of the architecture in a reading that the overview does not show, and what belongs to any reading."""
    return f"{HOUSE}{reading}/"


def has_pages(kind: str) -> bool:
    """Whether each record of ``kind`` has a page of its own."""
    return KINDS[kind].has_pages


FORMS: Final = (
    "/",
    "/indeks/",
    "/indeks/<penilaian>/",
    "/indeks/<penilaian>/cerita/",
    "/indeks/<penilaian>/ulasan/",
    "/indeks/<penilaian>/banding/",
    "/indeks/<penilaian>/langkah/",
    "/indeks/<penilaian>/masa-berlaku/",
    "/indeks/<penilaian>/kesesuaian/",
    "/indeks/<penilaian>/laporan/",
    "/indeks/<penilaian>/jadwal/",
    "/indeks/<penilaian>/status/",
    "/tindak-lanjut/",
    "/indikator/",
    "/indikator/<instrumen>/<indikator>/",
    "/bukti/",
    "/arsitektur/",
    "/arsitektur/rumah/<bacaan>/",
    "/arsitektur/<katalog>/",
    "/arsitektur/<katalog>/<catatan>/",
    "/arsitektur/dampak/",
    "/arsitektur/<katalog>/<catatan>/dampak/",
    "/arsitektur/cakupan/",
    "/arsitektur/cakupan/<domain>/",
    "/arsitektur/cakupan/<domain>/<kode>/",
    "/arsitektur/matriks/",
    "/arsitektur/matriks/<matriks>/",
    "/arsitektur/tumpang-tindih/",
    "/arsitektur/integrasi/",
    "/arsitektur/kesenjangan/",
    "/arsitektur/jelajah/",
    "/peta-rencana/",
    "/peta-rencana/<kegiatan>/",
    "/perangkat-daerah/",
    "/perangkat-daerah/<perangkat-daerah>/",
    "/tata-kelola/",
    "/risiko/",
    "/kualitas-data/",
    "/kualitas-data/perangkat-daerah/",
    "/kualitas-data/<temuan>/",
    "/perubahan/",
    "/unduhan/",
    "/unduhan/sematan/",
    "/metodologi/",
    "/panduan/",
    "/masalah/",
)
"""Every form of address that a page can have, in the order of the menu, where pages stand below their parents.

What stands in brackets varies. Long lists go on below."""
