"""As-is and to-be: every gap between them, what closes it, and where the roadmap and the records disagree."""

from __future__ import annotations

from typing import Final

from spbe.catalogue.activities import Slip, balances, slips
from spbe.catalogue.gaps import Gap, State, years_of
from spbe.i18n import gettext as _
from spbe.model.kinds import ARCHITECTURE, KINDS
from spbe.region import Node
from spbe.site.addresses import ARCHITECTURE_HOME, GAPS, ROADMAP, catalogue_address, record_address
from spbe.site.cells import owner_cell
from spbe.site.components.gap_wording import BADGES, change_label, fault_words, slip_line, state_label, words_of
from spbe.site.desk import Desk
from spbe.site.page import Page
from spbe.site.paging import paged
from spbe.site.table import Cell, Column, Row, Table, count

_ORDER: Final[tuple[State, ...]] = (
    "tanpa-kegiatan",
    "belum-dicatat",
    "ditunda",
    "terencana",
    "berjalan",
    "tertutup",
)
"""The states that the table shows, what needs attention most first."""


def pages(desk: Desk) -> list[Page]:
    """The page of gaps, cut where they are many; none while nothing is recorded."""
    if not any(desk.region.records[kind] for kind in ARCHITECTURE):
        return []
    gaps = sorted((gap for gap in desk.gaps if gap.state in _ORDER), key=lambda gap: _ORDER.index(gap.state))
    found = [gap for gap in gaps if gap.is_open]
    mend = slips(desk.region, desk.gaps, desk.accounts.values())
    return paged(
        desk,
        "arsitektur/kesenjangan",
        GAPS,
        _("Kesenjangan"),
        _("Selisih keadaan saat ini dan yang dituju, dan kegiatan yang menutupnya."),
        data=_table(desk, gaps),
        parent=ARCHITECTURE_HOME,
        open_gaps=len(found),
        uncovered=sum(gap.state == "tanpa-kegiatan" for gap in found),
        rest=[
            (number, state_label(state))
            for state in _ORDER[1:-1]
            if (number := sum(gap.state == state for gap in found)) and state != "berjalan"
        ],
        active=sum(gap.state == "berjalan" for gap in found),
        closed=sum(gap.state == "tertutup" for gap in gaps),
        domains=_domains(desk),
        mend=[(fault, *fault_words(fault), _lines(desk, told)) for fault, told in mend.items()],
        roadmap=ROADMAP,
    )


def _lines(desk: Desk, told: tuple[Slip, ...]) -> list[tuple[str, str, str]]:
    return sorted((slip_line(desk, slip) for slip in told), key=lambda line: line[0].casefold())


def _table(desk: Desk, gaps: list[Gap]) -> Table:
    columns = (
        Column(_("Catatan"), wide=True),
        Column(_("Domain"), facet=True),
        Column(_("Saat ini → yang dituju"), wide=True, facet=False, key="selisih"),
        Column(_("Perubahan"), facet=True, extra=True),
        Column(_("Perangkat daerah"), facet=True),
        Column(_("Kegiatan"), wide=True, facet=False),
        Column(_("Tahun"), facet=True),
        Column(_("Keadaan"), facet=True),
    )
    return Table(
        "daftar-kesenjangan",
        _("Kesenjangan {pada_data}, yang belum ditangani lebih dahulu"),
        columns,
        tuple(_row(desk, gap) for gap in gaps),
        tools=True,
        empty=_("Tidak ada catatan {pada_data} yang menyebut rencana."),
    )


def _row(desk: Desk, gap: Gap) -> Row:
    record = desk.region.get(gap.node)
    owner = owner_cell(desk, record)
    return Row(
        (
            Cell(desk.region.name(gap.node), record_address(gap.node)),
            Cell(_(KINDS[gap.node.kind].plural)),
            Cell(words_of(desk, gap)),
            Cell(change_label(gap.change)),
            owner,
            _activities(desk, gap.activities),
            _years(desk, gap),
            Cell(state_label(gap.state), badge=BADGES[gap.state]),
        )
    )


def _activities(desk: Desk, items: tuple[Node, ...]) -> Cell:
    """One activity with its link; of several the first with the number of others, which stand in its account too."""
    if not items:
        return Cell("–")
    name = desk.region.name(items[0])
    more = len(items) - 1
    said = _("{nama} dan {n} lainnya").format(nama=name, n=more) if more else name
    return Cell(said, record_address(items[0]))


def _years(desk: Desk, gap: Gap) -> Cell:
    """The years of the activities; where none tells any, the year of the plan itself. Each year is a facet."""
    years = years_of(desk.region, gap.activities)
    if years is None and gap.due is not None:
        years = (gap.due.tahun, gap.due.tahun)
    if years is None:
        return Cell("–")
    first, last = years
    said = str(first) if first == last else f"{first}–{last}"
    return Cell(said, values=tuple(str(year) for year in range(first, last + 1)))


def _domains(desk: Desk) -> Table:
    columns = (
        Column(_("Domain"), wide=True),
        Column(_("Saat ini"), numeric=True),
        Column(_("Baru"), numeric=True),
        Column(_("Berhenti"), numeric=True),
        Column(_("Yang dituju"), numeric=True),
        Column(_("Berubah"), numeric=True),
        Column(_("Tanpa kegiatan"), numeric=True),
    )
    rows = []
    sums = [0] * 6
    for kind, one in balances(desk.region, desk.gaps).items():
        figures = (one.now, one.new, one.ending, one.then, one.changing, one.uncovered)
        sums = [known + more for known, more in zip(sums, figures, strict=True)]
        rows.append(Row((Cell(_(KINDS[kind].plural), catalogue_address(kind)), *map(count, figures))))
    rows.append(Row((Cell(_("Jumlah")), *map(count, sums)), strong=True))
    return Table("keadaan-dituju", _("Catatan setiap domain: saat ini dan yang dituju"), columns, tuple(rows))
