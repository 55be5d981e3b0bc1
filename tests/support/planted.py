"""Likely secrets and harmless look-alikes (``tests/data/rahasia/``), each put where it stands in a region."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

TABLE: Final = Path(__file__).parent.parent / "data" / "rahasia" / "tanaman.yaml"
_FILES: Final = {
    "yaml": ("architecture/aplikasi/tanaman.yaml", "id: tanaman\nnama: Tanaman\nperangkat_daerah: diskominfo\n"),
    "markdown": ("content/tanaman.md", "# Tanaman\n\n"),
    "lampiran": ("content/lampiran/tanaman.txt", "Catatan\n"),
}
"""Per place: the file in a copy of ``tests/data/minimal``, and what stands above the line."""


@dataclass(frozen=True)
class Planted:
    """A ``line`` of a file, the ``kind`` of secret in it and the ``secret``; both empty where it is harmless."""

    place: str
    line: str
    kind: str = ""
    secret: str = ""

    @property
    def path(self) -> str:
        """The file of the region that :meth:`plant` writes."""
        return _FILES[self.place][0]

    def plant(self, root: Path) -> None:
        """Write the line, in a file of its own, into the region at ``root``."""
        target = root / self.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_FILES[self.place][1] + self.line + "\n", "utf-8")


def _rows() -> tuple[list[Planted], list[Planted]]:
    table = yaml.load(TABLE.read_text("utf-8").replace("¦", ""), yaml.BaseLoader)
    secrets = [
        Planted(row["di"], row["baris"], kind, row["rahasia"])
        for kind, rows in table["rahasia"].items()
        for row in rows
    ]
    return secrets, [Planted(row["di"], row["baris"]) for row in table["aman"]]


SECRETS, HARMLESS = _rows()
