"""What a new region holds: every file by its place, before anything is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, Final

from spbe.changes.file_templates import filled
from spbe.changes.program_origin import FOLDER as PROGRAM
from spbe.changes.program_origin import Origin, pins
from spbe.i18n import gettext as _
from spbe.model.profil import JENIS_WILAYAH, Profil
from spbe.problems.usage import WrongArgumentError
from spbe.region import read_region
from spbe.standards.agencies import agencies_called, full_names, names_like
from spbe.standards.agency_results import HasilInstansi, national_results
from spbe.yamlio.skeletons import MODELINE, scalar

Files = dict[PurePosixPath, bytes]

_EXAMPLES: Final = "architecture"
_GUIDE: Final = PurePosixPath("content/panduan")
_OF_THE_SAMPLE: Final = frozenset({"dua-puluh-pertanyaan.md"})
"""Pages of the guide that speak of the records of the sample region."""


@dataclass(frozen=True)
class Founder:
    """Whose region it is. ``results`` are its rows of the national tables, oldest first; often there are none.

    ``near`` are names that may have been meant; ``examples`` says whether the region shall begin with made-up records.
    """

    name: str
    results: tuple[HasilInstansi, ...] = ()
    near: tuple[str, ...] = ()
    examples: bool = True

    @property
    def kind(self) -> str | None:
        """What sort of region it is, as far as that can be known."""
        return self.results[-1].jenis if self.results else JENIS_WILAYAH.find(self.name.partition(" ")[0])


def founder(name: str) -> Founder:
    """Who is called ``name``; raises a wrong argument where that is a regency and a city."""
    keys = agencies_called(name)
    if len(keys) > 1:
        choices = one_of([full_names()[key] for key in keys])
        raise WrongArgumentError(_("--nama `{nama}` berarti dua daerah: {pilihan}.").format(nama=name, pilihan=choices))
    if not keys:
        return Founder(name, near=names_like(name))
    (key,) = keys
    exact = national_results().find(name) == key
    return Founder(name if exact else full_names()[key], national_results().history(key), examples=False)


def founder_of(folder: Path) -> Founder | None:
    """Whose region lies in ``folder`` already, as its profile tells; ``None`` where that cannot be read."""
    for entry in read_region(folder).of_kind("profil"):
        if isinstance(entry.record, Profil):
            name = entry.record.nama
            return replace(
                founder(name) if len(agencies_called(name)) < 2 else Founder(name), examples=entry.record.contoh
            )
    return None


def one_of(names: Sequence[str]) -> str:
    """``names`` as a choice in words."""
    return _(" atau ").join(f"`{name}`" for name in names)


def region_files(who: Founder, origin: Origin | None, version: str) -> Files:
    """Everything that a new region of ``who`` holds, by place; ``version`` is that of the program."""
    from spbe.yamlio.editors import vscode_files
    from spbe.yamlio.jsonschema import FOLDER, schema_texts

    words: dict[str, Any] = {
        "nama": who.name,
        "jenis": who.kind,
        "provinsi": who.results[-1].provinsi if who.results else None,
        "dikenal": bool(who.results),
        "contoh": who.examples,
        "program": origin.line if origin else None,
        "pustaka": pins(),
        "versi": version,
        "folder_program": PROGRAM,
    }
    texts: dict[PurePosixPath, str] = {
        place: text for place, text in filled("init", words).items() if who.examples or place.parts[0] != _EXAMPLES
    }
    texts |= {PurePosixPath(FOLDER, file): text for file, text in schema_texts().items()}
    texts |= {PurePosixPath(place): text for place, text in vscode_files().items()}
    texts |= {PurePosixPath(f"indicators/{row.tahun}/penilaian.yaml"): _assessment(row) for row in who.results}
    files = _guide() | {place: text.encode() for place, text in texts.items()}
    if origin and origin.wheel:
        files[PurePosixPath(PROGRAM, origin.wheel.name)] = origin.wheel.data
    return files


def without_what_is_settled(files: Files, folder: Path) -> Files:
    """``files`` without examples and results that a region in ``folder`` has outgrown.

    A region that has records of its own wants no examples back; a year that it tells about, no other account of it.
    """
    examples = {place for place in files if place.parts[0] == _EXAMPLES}
    own = [path for path in (folder / _EXAMPLES).rglob("*.y*ml") if _inside(path, folder) not in examples]
    told = {int(path.parent.name[:4]) for path in (folder / "indicators").glob("[12][0-9][0-9][0-9]*/penilaian.y*ml")}
    settled = {PurePosixPath(f"indicators/{year}/penilaian.yaml") for year in told}
    return {
        place: data
        for place, data in files.items()
        if not (own and place in examples) and (place not in settled or (folder / place).exists())
    }


def _inside(path: Path, folder: Path) -> PurePosixPath:
    return PurePosixPath(path.relative_to(folder).as_posix())


def _guide() -> Files:
    """The guide for staff with its pictures, without what is true of the sample region only."""
    package = Path(__file__).parents[1]
    shipped = package / _GUIDE.name
    source = shipped if shipped.is_dir() else package.parents[1] / _GUIDE
    found = {_GUIDE / path.name: path.read_bytes() for path in sorted(source.glob("*.png"))}
    for path in sorted(source.glob("*.md")):
        if path.name not in _OF_THE_SAMPLE:
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            found[_GUIDE / path.name] = "".join(line for line in lines if not _tells_of_the_sample(line)).encode()
    return found


def _tells_of_the_sample(line: str) -> bool:
    return any(f"]({page}" in line for page in _OF_THE_SAMPLE)


def _assessment(row: HasilInstansi) -> str:
    """``penilaian.yaml`` of a year whose result was published, as the newest national report has it."""
    from spbe.standards.documents import results_notes

    results = national_results()
    document, table = results.dokumen[row.tahun], results_notes()["tabel"][str(row.tahun)]
    domains = [f"{code}: {index.cetak}" for code, index in row.domain.items() if index is not None]
    lines = [
        f"{MODELINE}../../skema/penilaian.json",
        "# Dari tabel nasional yang menyertai spbe. Cocokkan dengan laporan yang Anda terima.",
        f"tahun: {row.tahun}",
        f"instrumen: {results.instrumen[row.tahun]}",
        "publikasi: {status: terbit}",
        "hasil_resmi:",
        f"  indeks: {row.indeks.cetak}",
        f"  predikat: {row.predikat}",
        *([f"  domain: {{{', '.join(domains)}}}"] if domains else []),
        f"  sumber: {scalar(', '.join(filter(None, (document.judul, table.get('tempat')))))}",
        *([f"  catatan: {scalar(row.catatan)}"] if row.catatan else []),
    ]
    return "\n".join(lines) + "\n"


def missing_lines(wanted: str, there: str) -> Sequence[str]:
    """The lines of a list (``.gitignore``, ``.gitattributes``) that one which is kept lacks."""
    held = {_plain_line(line) for line in there.splitlines()}
    return [line for line in wanted.splitlines() if _plain_line(line) and _plain_line(line) not in held]


def _plain_line(line: str) -> str:
    return re.sub(r"\s+", " ", line.partition("#")[0]).strip()
