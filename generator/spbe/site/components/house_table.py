"""The house in numbers: how many records of each group stand at each code, floor by floor."""

from __future__ import annotations

from collections import Counter

from spbe.catalogue.house_floors import Floor, FloorSection
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.site.addresses import catalogue_address, code_address, domain_address
from spbe.site.components.house_groups import NAMES, HouseColouring
from spbe.site.table import Cell, Column, Row, Table, count


def numbers_at(colouring: HouseColouring, section: FloorSection) -> Counter[str]:
    """How many records of ``section`` belong to each group; under the empty key those of which nothing is said."""
    return Counter(colouring.placing[node].group for node in section.nodes)


def address_at(floor: Floor, section: FloorSection) -> str:
    """Where the coverage map has what stands at ``section``."""
    if section.code is None:
        return f"{domain_address(floor.domain.kode)}#tanpa-kode"
    return code_address(section.code.kode)


def house_table(colouring: HouseColouring, floors: tuple[Floor, ...]) -> Table:
    """A row for each code, below one with the sum of its floor."""
    unsaid = any(not placed.group for placed in colouring.placing.values())
    keys = [*(group.key for group in colouring.groups), *([""] if unsaid else [])]

    def row(name: str, address: str, numbers: Counter[str], *, strong: bool = False) -> Row:
        cells = [Cell(name, address), *(count(numbers[key]) for key in keys), count(numbers.total())]
        return Row(tuple(cells), strong=strong)

    rows = []
    for floor in floors:
        counted = [(section, numbers_at(colouring, section)) for section in floor.sections]
        whole = sum((numbers for _section, numbers in counted), Counter[str]())
        rows.append(row(_(KINDS[floor.kind].plural), catalogue_address(floor.kind), whole, strong=True))
        for section, numbers in counted:
            name = f"{section.code.kode} {section.code.nama}" if section.code else _("Tanpa kode")
            rows.append(row(name, address_at(floor, section), numbers))
    columns = [Column(_("Lantai dan kode"), wide=True), *(Column(one.name, numeric=True) for one in colouring.groups)]
    columns += [Column(_("tidak dihitung"), numeric=True)] if unsaid else []
    columns.append(Column(_("Jumlah"), numeric=True))
    title = _("Isi rumah besar menurut {bacaan}").format(bacaan=_(NAMES[colouring.reading]).lower())
    return Table("rumah-angka", title, tuple(columns), tuple(rows))
