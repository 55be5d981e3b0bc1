"""The JSON Schemas that editors read, and the list of ids that they offer, where those in a folder are old."""

from __future__ import annotations

from pathlib import Path

from spbe.model.kinds import KINDS
from spbe.region import read_region
from spbe.yamlio.forms import IDS
from spbe.yamlio.jsonschema import ids_text, schema_texts


def stale_schemas(folder: Path) -> dict[str, str]:
    """The schemas that ``folder`` lacks or has otherwise: file name to text."""
    return {name: text for name, text in schema_texts().items() if _there(folder / name) != text}


def ids_file(root: Path, folder: Path) -> dict[str, str]:
    """The list of the ids of the region at ``root``, by its name, if what is in ``folder`` says another.

    The list changes with every record, so it is not what ``--check`` looks at: an old one only offers less.
    """
    known: dict[str, dict[str, str]] = {slug: {} for slug in KINDS}
    for entry in read_region(root).of_kind(*KINDS):
        known[entry.kind][entry.id] = str(getattr(entry.record, "nama", ""))
    text = ids_text({slug: dict(sorted(names.items())) for slug, names in known.items()})
    return {} if _there(folder / IDS) == text else {IDS: text}


def _there(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return None
