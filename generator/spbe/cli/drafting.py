"""Where a new file goes, what may not be in its way, and what stands in it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

import click

from spbe.cli.ending import RefusalError
from spbe.cli.opening import demand_region
from spbe.i18n import gettext as _
from spbe.model.base import Base
from spbe.model.instrumen import Instrumen
from spbe.model.kinds import Kind
from spbe.model.names import folded
from spbe.model.penilaian import Penilaian
from spbe.model.values import slug
from spbe.problems import RULES
from spbe.problems.naming import name_problem
from spbe.region import Node, Reading, read_region
from spbe.region.layout import NOT_ASSESSMENTS
from spbe.sources.storing import write_new
from spbe.yamlio import parse, validate
from spbe.yamlio.jsonschema import FOLDER
from spbe.yamlio.validation import did_you_mean
from spbe.yamlio.writing import scalar, skeleton

GUIDE: Final = "Hapus tanda pagar di depan isian yang diketahui. Boleh ditulis: belum diketahui, tidak ada."


def draft_record(root: Path, kind: Kind, name: str, nama: str | None, folder: str | None, jenis: str | None) -> Path:
    """Write the skeleton of a record; returns its path. Refuses an id that is, or ever was, in use."""
    demand_id(name, "ID")
    place = root.joinpath(*PurePosixPath(kind.folder).parts, *_sub_folder(folder))
    _demand_fresh(reading_of(root), kind, name)
    if nama is None:
        title = f"{scalar(name.replace('-', ' ').capitalize())}  # Ganti dengan nama yang dikenal orang."
    elif " ".join(nama.split()):
        title = scalar(nama)
    else:
        raise click.UsageError(_("--nama tidak boleh kosong."))
    given = {"id": scalar(name), "nama": title}
    if jenis is not None:
        given["jenis"] = jenis
    return write_file(root, place / f"{name}.yaml", kind.models[jenis], kind.slug, given, [f"{kind.singular}. {GUIDE}"])


def draft_records(
    root: Path, kind: Kind, drafts: Mapping[str, Mapping[str, str]], heading: Iterable[str]
) -> list[Path]:
    """Write one record per id of ``drafts``, whose fields are YAML text; returns the paths.

    Every id is looked at before the first file is written, so that a refusal leaves nothing behind.
    """
    reading = reading_of(root)
    for name in drafts:
        demand_id(name, "ID")
        _demand_fresh(reading, kind, name)
    folder = root.joinpath(*PurePosixPath(kind.folder).parts)
    lines, model = [*heading, GUIDE], kind.models[None]
    paths = {folder / f"{name}.yaml": {"id": scalar(name), **given} for name, given in drafts.items()}
    files = {path: composed(root, path, model, kind.slug, given, lines) for path, given in paths.items()}
    return [*store_all(root, files)]


def draft_assessment(root: Path, name: str, year: str | None, instrument: str | None) -> Path:
    """Write ``penilaian.yaml`` of a new assessment; returns its path."""
    path, text = assessment_file(root, reading_of(root), name, year, instrument)
    return store(root, path, text)


def assessment_file(
    root: Path, reading: Reading, name: str, year: str | None, instrument: str | None
) -> tuple[Path, str]:
    """Where ``penilaian.yaml`` of a new assessment goes, and its text.

    ``year`` is the one that ``name`` begins with if it is not given, ``instrument`` the one of that year.
    """
    from spbe.checks.standards import region_instruments

    demand_id(name, "NAMA")
    if name in NOT_ASSESSMENTS:
        raise click.UsageError(_("`{nama}` sudah berarti lain di indicators/; pilih nama lain.").format(nama=name))
    known, _problems = region_instruments(reading)
    year = year or _year_in(name)
    instrument = instrument or _instrument_of(year, known)
    if instrument not in known:
        words = _("Instrumen `{id}` tidak ada.{maksud} Yang ada: {pilihan}.")
        meant = did_you_mean(instrument, known)
        raise click.UsageError(words.format(id=instrument, maksud=meant, pilihan=", ".join(known)))
    given = {"tahun": year, "instrumen": instrument}
    path = root / "indicators" / name / "penilaian.yaml"
    heading = [f"Penilaian dengan {known[instrument].nama}. {GUIDE}"]
    return path, composed(root, path, Penilaian, "penilaian", given, heading)


def _year_in(name: str) -> str:
    found = re.match(r"(?:19|20|21)[0-9]{2}(?![0-9])", name)
    if found is None:
        raise click.UsageError(
            _("Sebutkan tahunnya dengan --tahun, karena nama `{nama}` tidak diawali tahun.").format(nama=name)
        )
    return found[0]


def _instrument_of(year: str, known: Mapping[str, Instrumen]) -> str:
    fitting = [name for name, instrument in known.items() if int(year) in instrument.tahun_penilaian]
    if len(fitting) != 1:
        words = _("Instrumen tahun {tahun} tidak dapat ditebak; sebutkan dengan --instrumen. Yang ada: {pilihan}.")
        raise click.UsageError(words.format(tahun=year, pilihan=", ".join(known)))
    return fitting[0]


def reading_of(root: Path) -> Reading:
    """Everything that is written in the region at ``root``; refuses a folder that is none."""
    demand_region(root)
    return read_region(root)


def demand_id(name: str, what: str) -> None:
    """Refuse a ``name`` that is no id, offering one that is; ``what`` is how the argument is called."""
    proper = slug(name)
    if not name or name != proper:
        words = _(
            "{isian} `{tulisan}` tidak dapat dipakai: hanya huruf kecil, angka, dan tanda hubung, paling panjang 64."
        )
        hint = " " + _("Coba `{saran}`.").format(saran=proper) if proper else ""
        raise click.UsageError(words.format(isian=what, tulisan=name) + hint)
    _demand_storable(name)


def _demand_storable(name: str) -> None:
    problem = name_problem(name, name)
    if problem is not None:
        raise click.UsageError(f"{problem.message} {problem.hint}")


def _sub_folder(text: str | None) -> tuple[str, ...]:
    parts = PurePosixPath((text or "").replace(os.sep, "/")).parts
    if any(not re.fullmatch(r"[^\W_][\w .-]*", part) or part.endswith((".yaml", ".yml", ".", " ")) for part in parts):
        raise click.UsageError(_("--folder harus subfolder biasa, misalnya --folder diskominfo."))
    for part in parts:
        _demand_storable(part)
    return parts


def _demand_fresh(reading: Reading, kind: Kind, name: str) -> None:
    """Refuse an id that a record has, had, or would have if its file could be read."""
    for entry in reading.of_kind(kind.slug):
        if entry.id == name:
            raise RefusalError(_("ID `{id}` sudah dipakai di {berkas}.").format(id=name, berkas=entry.place))
        former = entry.raw.get("dahulu") if isinstance(entry.raw, dict) else None
        if name in (former if isinstance(former, list) else [former]):
            words = _("ID `{id}` pernah dipakai oleh `{kini}` ({berkas}); ID tidak dipakai ulang.")
            raise RefusalError(words.format(id=name, kini=entry.id, berkas=entry.place))
    if Node(kind.slug, name) in reading.unread.nodes:
        words = _("ID `{id}` mungkin sudah dipakai dalam berkas yang belum dapat dibaca; jalankan `spbe check`.")
        raise RefusalError(words.format(id=name))
    folder = reading.root / kind.folder
    for path in sorted((*folder.rglob(f"{name}.yaml"), *folder.rglob(f"{name}.yml"))):
        raise RefusalError(_("Berkas {berkas} sudah ada.").format(berkas=path.relative_to(reading.root).as_posix()))


def write_file(
    root: Path, path: Path, model: type[Base], schema: str, given: Mapping[str, str], heading: Iterable[str]
) -> Path:
    """Write the skeleton of one file; returns its path. Refuses where there is a file."""
    return store(root, path, composed(root, path, model, schema, given, heading))


def composed(
    root: Path, path: Path, model: type[Base], schema: str, given: Mapping[str, str], heading: Iterable[str]
) -> str:
    """The text of the file at ``path``, which the check accepts; refuses what it would not."""
    inside = path.relative_to(root)
    up = "../" * (len(inside.parts) - 1)
    text = skeleton(model, f"{up}{FOLDER}/{schema}.json", given, heading)
    document, problems = parse(inside.as_posix(), text)
    if document is not None:
        _record, problems = validate(model, document)
    for problem in problems:
        if problem.severity == "error":
            raise RefusalError(f"{problem.message} {problem.hint}")
    return text


def store_all(root: Path, files: Mapping[Path, str]) -> tuple[Path, ...]:
    """Write all of ``files``, which must be new, or none; returns their paths. Refuses where there is a file."""
    for path in files:
        _demand_distinct(root, path)
    try:
        write_new({path: text.encode() for path, text in files.items()})
    except FileExistsError:
        there = next((path for path in files if path.exists()), next(iter(files)))
        words = _("Berkas {berkas} sudah ada.")
        raise RefusalError(words.format(berkas=there.relative_to(root).as_posix())) from None
    return tuple(files)


def store(root: Path, path: Path, text: str) -> Path:
    """Write ``text`` to the new file ``path``; returns it. Refuses where there is a file."""
    store_all(root, {path: text})
    return path


def _demand_distinct(root: Path, path: Path) -> None:
    """Refuse a name beside one that a disk may take for the same, in the last folder of ``path`` and above it."""
    for place in (path, *path.parents):
        if place == root:
            return
        beside = place.parent.iterdir() if place.parent.is_dir() else ()
        for name in (other.name for other in beside):
            if name != place.name and folded(name) == folded(place.name):
                problem = RULES["nama-kembar"].at(place.name, nama=place.name, lain=name)
                raise RefusalError(f"{problem.message} {problem.hint}")
