"""Where each kind of reader goes from the home page: what they come to ask, and the page that answers it."""

from __future__ import annotations

from dataclasses import dataclass

from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.scoring.hasil import HasilPenilaian
from spbe.site.addresses import (
    DOWNLOADS,
    EVIDENCE,
    FOLLOW_UP,
    GUIDE,
    INDICATORS,
    OFFICES,
    QUALITY,
    account_address,
    assessment_address,
)
from spbe.site.site_context import SiteContext


@dataclass(frozen=True, slots=True)
class ReaderDoor:
    """A kind of reader, and what they ask: pairs of words and the address of the answer."""

    id: str
    reader: str
    ways: tuple[tuple[str, str], ...]


def reader_doors(site: SiteContext, latest: HasilPenilaian | None) -> tuple[ReaderDoor, ...]:
    """The doors; a way to a page that this site does not have is left out, and so is a door without ways."""
    there = {page.address for page in site.planned}
    doors = (
        ReaderDoor("warga", _("Warga"), _residents(latest)),
        ReaderDoor("opd", _("Perangkat daerah"), _offices(latest)),
        ReaderDoor("asesor", _("Asesor"), _assessors(latest)),
    )
    found = (
        ReaderDoor(one.id, one.reader, tuple(way for way in one.ways if way[1].partition("#")[0] in there))
        for one in doors
    )
    return tuple(one for one in found if one.ways)


def _of_latest(latest: HasilPenilaian | None, *ways: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Ways to accounts of the assessment that the region leads with: words and the account, or nothing for itself."""
    if latest is None:
        return ()
    name = latest.assessment.nama
    return tuple((words, account_address(name, last) if last else assessment_address(name)) for words, last in ways)


def _residents(latest: HasilPenilaian | None) -> tuple[tuple[str, str], ...]:
    return (
        (_("Layanan: tempat, biaya, dan lama pengurusan"), KINDS["layanan"].address),
        *_of_latest(latest, (_("Perbandingan dengan daerah lain"), "banding")),
        (_("Data terbuka untuk diunduh"), DOWNLOADS),
    )


def _offices(latest: HasilPenilaian | None) -> tuple[tuple[str, str], ...]:
    return (
        (_("Halaman setiap perangkat daerah"), OFFICES),
        (_("Rekomendasi yang harus ditindaklanjuti"), FOLLOW_UP),
        *_of_latest(latest, (_("Bukti yang sudah atau akan berakhir"), "masa-berlaku")),
        (_("Catatan yang perlu dilengkapi"), QUALITY),
        (_("Panduan mengisi data"), GUIDE),
    )


def _assessors(latest: HasilPenilaian | None) -> tuple[tuple[str, str], ...]:
    return (
        (_("Setiap indikator dengan buktinya"), INDICATORS),
        *_of_latest(
            latest,
            (_("Laporan penilaian untuk dicetak"), "laporan"),
            (_("Kesesuaian tingkat dengan arsitektur"), "kesesuaian"),
        ),
        (_("Daftar semua bukti"), EVIDENCE),
    )
