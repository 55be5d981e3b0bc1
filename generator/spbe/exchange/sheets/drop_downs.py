"""What a cell offers to pick from."""

from __future__ import annotations

from collections.abc import Iterator

from spbe.exchange.sheets.cell_forms import (
    CellForm,
    ChoiceForm,
    CodeForm,
    ElsewhereForm,
    LevelForm,
    ReferenceForm,
    YesNoForm,
)
from spbe.exchange.sheets.names import Names
from spbe.exchange.sheets.sheet import SheetColumn
from spbe.yamlio.forms import ABSENT


def offered(column: SheetColumn, names: Names) -> tuple[str, ...]:
    """The values that ``column`` offers, the words of absence last; nothing where people write what they like.

    Of a cell that takes several values nothing is offered, for picking one would put it in the place of all.
    """
    if column.many:
        return ()
    found = tuple(dict.fromkeys(one for form in column.forms for one in _offers(form, names)))
    pointing = any(isinstance(form, ElsewhereForm) for form in column.forms)
    if not found and not pointing:
        return ()
    levels = any(isinstance(form, LevelForm) for form in column.forms)
    return found if column.required or column.adds or levels else (*found, *ABSENT)


def _offers(form: CellForm, names: Names) -> Iterator[str]:
    if isinstance(form, ChoiceForm):
        yield from form.labels
    elif isinstance(form, ReferenceForm):
        yield from names.offered(form.kind)
    elif isinstance(form, CodeForm) and not form.or_words:
        yield from (str(form.cell(code, names)) for code in sorted(names.codes))
    elif isinstance(form, LevelForm):
        yield from form.levels
    elif isinstance(form, YesNoForm):
        yield from ("ya", "tidak")
