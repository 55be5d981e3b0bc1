"""The limits of data quality as the records are today: what ``spbe check --kunci-kualitas`` writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from spbe.catalogue.quality_gate import FILE, Measure, measured, share_text, tightened
from spbe.catalogue.shortcomings import present_name
from spbe.changes.change import Change, of_edits, of_new_files
from spbe.checks import Opened
from spbe.i18n import gettext as _
from spbe.model.kualitas import Kualitas
from spbe.problems.usage import RefusalError
from spbe.yamlio.editing import NotEditableError, edited
from spbe.yamlio.jsonschema import FOLDER
from spbe.yamlio.skeletons import MODELINE

_ORIGIN: Final = "spbe check --kunci-kualitas"


@dataclass(frozen=True)
class LimitsChange:
    """New limits of data quality, before they are written.

    ``change`` makes ``file`` say ``limits`` (part and name to text), or ``begins`` it with every limit there is.

    ``unguarded`` are the dotted names of what the file that is there leaves out by choice.
    """

    change: Change
    file: str
    begins: bool
    limits: Mapping[tuple[str, str], str]
    unguarded: tuple[str, ...] = ()


def draft_limits(root: Path, opened: Opened, *, loosen: bool) -> LimitsChange:
    """The limits of the region at ``root``, which must be ``opened`` without errors.

    A file that is there keeps its comments and its choice of limits; they become tighter, and looser only where
    ``loosen`` allows it. Refused where the file cannot be edited.
    """
    now = measured(opened.region)
    if opened.limits is None or not isinstance(opened.limits.record, Kualitas):
        return LimitsChange(of_new_files(_ORIGIN, {FILE: _fresh(now)}), FILE, begins=True, limits={})
    changes = tightened(opened.limits.record, now, loosen=loosen)
    wanted = _with(opened.limits.document.value, changes)
    try:
        change = of_edits(_ORIGIN, root, {opened.limits.file: lambda text: edited(text, wanted)})
    except NotEditableError as error:
        words = _("{berkas}: `{kunci}` tidak dapat ditulis ulang; tulis nilainya langsung, tanpa alias.")
        raise RefusalError(words.format(berkas=opened.limits.file, kunci=error)) from error
    unguarded = tuple(_unguarded(opened.limits.record, now))
    return LimitsChange(change, opened.limits.file, begins=False, limits=changes, unguarded=unguarded)


def _with(limits: Any, changes: Mapping[tuple[str, str], str]) -> dict[str, dict[str, Any]]:
    made = {part: dict(values or {}) for part, values in limits.items()}
    for (part, name), value in changes.items():
        made[part][name] = value
    return made


def _unguarded(limits: Kualitas, now: Measure) -> list[str]:
    kinds = [f"kelengkapan.{kind}" for kind in now.shares if kind not in limits.kelengkapan]
    return kinds + [f"temuan.{name}" for name in now.found if name not in {present_name(one) for one in limits.temuan}]


def _fresh(now: Measure) -> str:
    """The file as it begins: every limit there is."""
    lines = [
        f"{MODELINE}../{FOLDER}/kualitas.json",
        "# Batas kualitas data: `spbe check` dan `spbe build` menolak data yang lebih buruk dari ini.",
        "# Ditulis oleh `spbe check --kunci-kualitas`; jalankan lagi untuk mengetatkan batas setelah data membaik.",
        "# Baris yang dihapus berarti tidak dijaga. Komentar boleh ditambahkan dan tetap tersimpan.",
        "",
    ]
    if now.shares:
        lines += ["# Isian yang terisi dari semua isian jenis itu.", "kelengkapan:"]
        lines += [f"  {kind}: {share_text(share)}" for kind, share in now.shares.items()] + [""]
    lines += ["# Paling banyak sekian catatan boleh memiliki temuan ini.", "temuan:"]
    lines += [f"  {name}: {len(nodes)}" for name, nodes in now.found.items()]
    return "\n".join(lines) + "\n"
