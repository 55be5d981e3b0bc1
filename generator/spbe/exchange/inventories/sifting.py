"""What a draft may not say where it says it: codes of other domains, machines of one's own network in public."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from spbe.checks.public_addresses import faults_in
from spbe.exchange.inventories.list_drafts import NAME, CellRemark, ListDraft
from spbe.exchange.inventories.value_reading import UNKNOWN
from spbe.i18n import gettext as _
from spbe.model.base import fields_of
from spbe.model.kinds import Kind

CODES: Final = "referensi"


def sift(draft: ListDraft, kind: Kind, known: Container[str]) -> None:
    """Move to ``lain`` what the check of the whole region would find wrong; ``known`` are the codes that there are."""
    specs = fields_of(draft.model)
    codes = draft.values.get(CODES)
    if isinstance(codes, list):
        right = [one for one in codes if one in known and kind.domain in (None, one.partition(".")[0])]
        if right != codes:
            draft.keep(specs[CODES].label, "; ".join(one for one in codes if one not in right))
            draft.values[CODES] = right
    if draft.name_cell is not None and _is_at_fault(draft.name):
        draft.question("name", draft.name_cell.address, _("Nama ini memuat alamat jaringan sendiri."))
    for name, value in list(draft.values.items()):
        if name == NAME or value == UNKNOWN or specs[name].kelas != "publik" or not _is_at_fault(value):
            continue
        draft.keep(specs[name].label, "; ".join(_texts(value)))
        del draft.values[name]
        cells = draft.row.fields.get(name, ())
        draft.remarks += (CellRemark(cell.address, "own-network", cell.text) for cell in cells[:1])
    draft.values = {name: value for name, value in draft.values.items() if value != []}


def _is_at_fault(value: object) -> bool:
    return any(True for text in _texts(value) for _fault in faults_in(text))


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in _texts(part)]
