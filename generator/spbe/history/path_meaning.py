"""What the file at a path holds; the same rules as :mod:`spbe.region.layout`, without the folder."""

from __future__ import annotations

from pathlib import PurePosixPath

from spbe.model.kinds import KINDS
from spbe.region import Node
from spbe.region.file_naming import SUFFIXES
from spbe.region.layout import ASSESSMENT_STEM, NOT_ASSESSMENTS, VALUES_STEM

_SINGLES = {"content/profil.yaml": Node("profil", "profil"), "indicators/tim.yaml": Node("tim", "tim")}


def place_of(path: str) -> Node | None:
    """What ``path`` holds: its kind, and its id where the path alone tells it; ``None`` for what is not told.

    The kind is that of a record (then the id is empty: it stands in the file), or ``profil``, ``tim``, ``penilaian``,
    ``nilai`` (both by the name of the assessment), ``jawaban`` (``2025/I11``).
    """
    file = PurePosixPath(path)
    if path in _SINGLES:
        return _SINGLES[path]
    if file.suffix not in SUFFIXES or len(file.parts) < 3 or any(part.startswith(".") for part in file.parts):
        return None
    folder = "/".join(file.parts[:2])
    kind = next((slug for slug, one in KINDS.items() if one.folder == folder), None)
    if kind is not None:
        return Node(kind, "")
    if file.parts[0] != "indicators" or file.parts[1] in NOT_ASSESSMENTS:
        return None
    name = file.parts[1]
    if file.stem in {ASSESSMENT_STEM, VALUES_STEM}:
        return Node(file.stem, name)
    return Node("jawaban", f"{name}/{file.stem}")
