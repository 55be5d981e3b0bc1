"""What should have been written instead, as it can be copied into the file."""

from __future__ import annotations

import re
from typing import Any, Final, get_args, get_origin

from spbe.i18n import gettext
from spbe.model.base import Base
from spbe.model.choices import Pilihan
from spbe.model.identifiers import slug
from spbe.yamlio.positions import Path

_USUAL: Final = "nama: Sistem Kepegawaian"


def mapping_at(model: type[Base], path: Path, given: Any) -> str:
    """A ``model`` where ``given`` stands at ``path``: below a key in braces, for a line of its own would need more."""
    field = _field(model, given)
    if not path:
        return field
    return f"{path[-1]}: {{{field}}}" if isinstance(path[-1], str) else f"- {field}"


def _field(model: type[Base], given: Any) -> str:
    """A field as an author of a ``model`` would write it, its name if it has one; ``given`` where it can be that."""
    if "nama" in model.model_fields:
        return _USUAL
    for name, info in model.model_fields.items():
        choice = next((one for one in info.metadata if isinstance(one, Pilihan)), None)
        if choice is not None:
            return f"{name}: {given if isinstance(given, str) and given in choice.nilai else next(iter(choice.nilai))}"
        if isinstance(info.json_schema_extra, dict) and (shown := info.json_schema_extra.get("examples")):
            return f"{name}: {shown[0]}" if isinstance(shown, list) else name
    return _USUAL


def several(model: type[Base], field: str, written: Any) -> str | None:
    """The ids that ``written`` names in one text, as a list, if ``field`` of ``model`` takes a list."""
    parts = [part.strip() for part in re.split(r"[,;]| dan ", str(written))]
    info = model.model_fields.get(field)
    if info is None or len(parts) < 2 or not _is_list(info.annotation):
        return None
    return f"[{', '.join(parts)}]" if all(part and slug(part) == part for part in parts) else None


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) in {tuple, list} or any(_is_list(one) for one in get_args(annotation))


def decimal_comma(mapping: Any, key: str) -> str:
    """What to say of ``key`` when it is what a decimal comma in braces cut off the number before it."""
    if not isinstance(mapping, dict) or not key.isdecimal() or mapping.get(key) is not None:
        return ""
    keys = list(mapping)
    before = mapping[keys[keys.index(key) - 1]] if keys.index(key) else None
    if not isinstance(before, str) or not before.strip().isdecimal():
        return ""
    words = gettext("Di dalam kurung kurawal koma memisahkan isian; tulis bilangannya dengan titik: `{angka}`.")
    return " " + words.format(angka=f"{before.strip()}.{key}")
