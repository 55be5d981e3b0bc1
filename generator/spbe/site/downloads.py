"""The files that readers may take away: every table as spreadsheet, CSV and JSON, with its schema."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from spbe.editions import Edition
from spbe.exchange import (
    ENTIRETY,
    DataTable,
    citation,
    csv_bytes,
    entirety,
    entirety_schema,
    json_bytes,
    licence,
    semicolon_csv_bytes,
    table_schema,
    table_xlsx_bytes,
    tables,
    terms_without_licence,
)
from spbe.i18n import gettext as _
from spbe.i18n import language
from spbe.site.addresses import DOWNLOADS
from spbe.site.later import Later
from spbe.site.page import Asset
from spbe.site.render_cache import RenderCache
from spbe.wording import formatting


@dataclass(frozen=True)
class Download:
    """One set of data in each of its forms; ``columns`` are those of the CSV file, if it has one.

    ``name`` is the stem of the files, ``citation`` the line that names the data.
    """

    name: str
    title: str
    description: str
    rows: int
    columns: int
    citation: str
    xlsx: Asset | None
    csv: Asset | None
    semicolon_csv: Asset | None
    json: Asset
    schema: Asset

    @property
    def files(self) -> tuple[Asset, ...]:
        """Its files: those for people first."""
        sheets = (one for one in (self.xlsx, self.csv, self.semicolon_csv) if one is not None)
        return (*sheets, self.json, self.schema)


def downloads_of(view: Edition, bodies: RenderCache | None = None) -> tuple[Download, ...]:
    """Every table of ``view`` in the order of the site, and at the end all of them in one.

    ``bodies`` may remember an earlier plan.
    """
    kept = bodies or RenderCache()
    found = tables(view)
    about = view.region.profil, view.region.teams, view.audience, view.region.date, language()
    one_by_one = [kept.same(table.name, (table, about), partial(_download, view, table)) for table in found]
    return (*one_by_one, kept.same(ENTIRETY, (found, about), partial(_entirety, view, found)))


def _download(view: Edition, table: DataTable) -> Download:
    text, columns = csv_bytes(table)
    return Download(
        table.name,
        table.title,
        table.description,
        len(table.rows),
        columns,
        citation(view, table.title),
        _asset(f"{table.name}.xlsx", Later(partial(_xlsx, view, table))),
        _asset(f"{table.name}.csv", text),
        _asset(f"{table.name}-titik-koma.csv", Later(partial(semicolon_csv_bytes, table))),
        _asset(f"{table.name}.json", json_bytes(table.rows)),
        _asset(f"skema/{table.name}.json", json_bytes(table_schema(table))),
    )


def _entirety(view: Edition, found: Sequence[DataTable]) -> Download:
    schema = entirety_schema(view, found)
    return Download(
        ENTIRETY,
        str(schema["title"]),
        str(schema["description"]),
        sum(len(table.rows) for table in found),
        0,
        citation(view, str(schema["title"])),
        None,
        None,
        None,
        _asset(f"{ENTIRETY}.json", json_bytes(entirety(view, found))),
        _asset(f"skema/{ENTIRETY}.json", json_bytes(schema)),
    )


def _xlsx(view: Edition, table: DataTable) -> bytes:
    granted = licence(view)
    about = (
        (_("Keadaan data per"), formatting.day(view.region.date)),
        (_("Lisensi"), granted.nama if granted else terms_without_licence(view)),
        (_("Cara mengutip"), citation(view, table.title)),
    )
    return table_xlsx_bytes(table, about, view.region.profil.nama, view.region.date)


def _asset(name: str, content: bytes | Later[bytes]) -> Asset:
    return Asset(f"{DOWNLOADS.strip('/')}/{name}", content)
