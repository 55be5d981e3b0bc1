"""A chart as files to take away: an SVG that needs no style sheet, and its numbers as CSV."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import jinja2
from markupsafe import Markup

from spbe import wording
from spbe.exchange import csv_lines
from spbe.i18n import language
from spbe.region import Region
from spbe.site.charts.found_charts import Chart
from spbe.site.later import Later
from spbe.site.page import Asset
from spbe.site.templates import filled

PLAIN: Final = "#0b5c7a"
"""The colour of a region that has chosen none."""

_LOOKS: Final[Mapping[str, str]] = {
    "sumbu": 'font-size="12" fill="#4a5864"',
    "nama": 'font-size="13"',
    "nilai": 'font-size="14" font-weight="bold"',
    "garis": 'stroke="#d5dbe1"',
    "alas": 'fill="#e6eaed"',
    "batang": 'fill="{main}"',
    "target": 'stroke="#8a4b00" stroke-width="2" stroke-dasharray="5 4"',
    "target__nama": 'font-size="12" fill="#8a4b00"',
    "alur": 'fill="none" stroke="{main}" stroke-width="3"',
    "alur--longgar": 'stroke-dasharray="9 5"',
    "alur--ketat": 'stroke-dasharray="2 4"',
    "titik": 'fill="#ffffff" stroke="{main}" stroke-width="3"',
    "titik--resmi": 'fill="{main}"',
    "titik--tabel": 'fill="#ffffff" stroke-dasharray="3 2"',
    "titik--hitung": 'fill="#ffffff"',
    "patah": 'stroke="#7d8b97" stroke-dasharray="3 5"',
    "rentang": 'fill="{main}" fill-opacity="0.13"',
    "sebar": 'fill="#7d8b97"',
    "sebar--sini": 'fill="{main}"',
    "sebar__letak": 'stroke="{main}" stroke-width="2"',
    "sebar__panah": 'fill="{main}"',
    "sebar__jumlah": "",
    "pembanding": 'fill="none" stroke="#7d8b97" stroke-width="2" stroke-dasharray="7 4"',
    "pembanding--kind": 'stroke-dasharray="2 4"',
    "pembanding--nation": "",
    "pembanding__titik": 'fill="#7d8b97"',
}
"""What the classes of a drawn chart look like where no style sheet is; a later class of an element wins."""

_CLASS: Final = re.compile(r' class="([^"]*)"')
_NUMBER: Final = re.compile(r"[+−-]?[\d.,]*\d%?")


def chart_files(env: jinja2.Environment, region: Region, address: str, chart: Chart) -> tuple[Asset, Asset]:
    """The picture and the numbers of ``chart``, beside the page at ``address``; made when they are asked for."""
    place = f"{address}{chart.id}".lstrip("/")
    return (
        Asset(f"{place}.svg", Later(lambda: chart_svg(env, region, chart))),
        Asset(f"{place}.csv", Later(lambda: chart_csv(chart))),
    )


def chart_svg(env: jinja2.Environment, region: Region, chart: Chart) -> bytes:
    """``chart`` under its title, with the region and the date of the data below it, in colours of the region."""
    context = {"chart": chart, "place": region.profil.nama, "date": wording.day(region.date)}
    drawn = filled(env, "components/chart_file.svg.j2", context)
    main = region.profil.warna or PLAIN
    return _CLASS.sub(lambda found: _looks(found[1].split(), main), drawn).encode()


def chart_csv(chart: Chart) -> bytes:
    """The table of ``chart``: a comma between columns, a point in numbers, nothing where nothing is known."""
    headings = [column.heading for column in chart.table.columns]
    return csv_lines([headings, *([_plain(cell.text) for cell in row.cells] for row in chart.table.rows)])


def _looks(classes: list[str], main: str) -> Markup:
    """The attributes that stand for ``classes``, each once."""
    told: dict[str, str] = {}
    for name in classes:
        told |= dict(re.findall(r'([\w-]+)="([^"]*)"', _LOOKS.get(name, "").replace("{main}", main)))
    return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in told.items())


def _plain(text: str) -> str:
    """A number as a program reads it; other words as they are."""
    if text == "–":
        return ""
    if not _NUMBER.fullmatch(text):
        return text if text[:1] not in "=+-@\t" else f"'{text}"
    separators = ".," if language() == "id" else ",."
    return text.replace("−", "-").replace(separators[0], "").replace(separators[1], ".").removeprefix("+")
