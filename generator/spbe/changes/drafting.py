"""New files as changes: where each goes, what may not be in its way, and what stands in it."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Final

from spbe.changes.change import Change, of_new_files
from spbe.i18n import gettext as _
from spbe.model.base import Base
from spbe.model.file_names import folded
from spbe.model.identifiers import slug
from spbe.model.instrumen import Instrumen
from spbe.model.kinds import Kind
from spbe.model.penilaian import Penilaian
from spbe.problems import RULES
from spbe.problems.naming import name_problem
from spbe.problems.usage import RefusalError, WrongArgumentError
from spbe.region import Node, Reading, read_region
from spbe.region.file_naming import SUFFIXES
from spbe.region.layout import NOT_ASSESSMENTS, find_files
from spbe.sources.folder import source_of
from spbe.sources.source import Source, type_at
from spbe.sources.walk import Walk
from spbe.yamlio import parse, validate
from spbe.yamlio.jsonschema import FOLDER
from spbe.yamlio.notation import block
from spbe.yamlio.skeletons import MODELINE, scalar, skeleton
from spbe.yamlio.validation import did_you_mean

WIDTH: Final = 116
"""Where lines of comments and long texts are wrapped."""

GUIDE: Final = "Hapus tanda pagar di depan isian yang diketahui. Boleh ditulis: belum diketahui, tidak ada."


def draft_record(root: Path, kind: Kind, name: str, nama: str | None, folder: str | None, jenis: str | None) -> Change:
    """The skeleton of a record. Refuses an id that is, or ever was, in use."""
    demand_id(name, "ID")
    place = PurePosixPath(kind.folder, *_sub_folder(folder), f"{name}.yaml").as_posix()
    _demand_fresh(reading_of(root), kind, name)
    if nama is None:
        title = f"{scalar(name.replace('-', ' ').capitalize())}  # Ganti dengan nama yang dikenal orang."
    elif " ".join(nama.split()):
        title = scalar(nama)
    else:
        raise WrongArgumentError(_("--nama tidak boleh kosong."))
    given = {"id": scalar(name), "nama": title}
    if jenis is not None:
        given["jenis"] = jenis
    text = composed(place, kind.models[jenis], kind.slug, given, [f"{kind.singular}. {GUIDE}"])
    return added(root, f"spbe new {kind.slug} {name}", {place: text})


def bare_record(path: str, kind: Kind, values: Mapping[str, Any]) -> str:
    """The text of a record at ``path`` that says ``values``, in the order of the kind's classes, and offers nothing."""
    names = dict.fromkeys(("id", *(name for model in kind.models.values() for name in model.model_fields)))
    given = {name: values[name] for name in names if name in values}
    return f"{MODELINE}{'../' * path.count('/')}{FOLDER}/{kind.slug}.json\n{block(given, 0)}\n"


def draft_records(
    root: Path, origin: str, kind: Kind, drafts: Mapping[str, Mapping[str, str]], heading: Iterable[str]
) -> Change:
    """One record per id of ``drafts``, whose fields are YAML text. Refuses all when one id is, or was, in use."""
    reading = reading_of(root)
    for name in drafts:
        demand_id(name, "ID")
        _demand_fresh(reading, kind, name)
    lines, model = [*heading, GUIDE], kind.models[None]
    paths = {f"{kind.folder}/{name}.yaml": {"id": scalar(name), **given} for name, given in drafts.items()}
    files = {path: composed(path, model, kind.slug, given, lines) for path, given in paths.items()}
    return added(root, origin, files)


def draft_assessment(root: Path, name: str, year: str | None, instrument: str | None) -> Change:
    """``penilaian.yaml`` of a new assessment."""
    path, text = assessment_file(reading_of(root), name, year, instrument)
    return added(root, f"spbe new penilaian {name}", {path: text})


def assessment_file(reading: Reading, name: str, year: str | None, instrument: str | None) -> tuple[str, str]:
    """Where ``penilaian.yaml`` of a new assessment goes, and its text.

    ``year`` is the one that ``name`` begins with if it is not given, ``instrument`` the one of that year.
    """
    from spbe.checks.own_standards import region_instruments

    demand_id(name, "NAMA")
    if name in NOT_ASSESSMENTS:
        raise WrongArgumentError(_("`{nama}` sudah berarti lain di indicators/; pilih nama lain.").format(nama=name))
    known, _problems = region_instruments(reading)
    year = year or _year_in(name)
    instrument = instrument or _instrument_of(year, known)
    if instrument not in known:
        words = _("Instrumen `{id}` tidak ada.{maksud} Yang ada: {pilihan}.")
        meant = did_you_mean(instrument, known)
        raise WrongArgumentError(words.format(id=instrument, maksud=meant, pilihan=", ".join(known)))
    given = {"tahun": year, "instrumen": instrument}
    path = f"indicators/{name}/penilaian.yaml"
    heading = [f"Penilaian dengan {known[instrument].nama}. {GUIDE}"]
    return path, composed(path, Penilaian, "penilaian", given, heading)


def _year_in(name: str) -> str:
    found = re.match(r"(?:19|20|21)[0-9]{2}(?![0-9])", name)
    if found is None:
        raise WrongArgumentError(
            _("Sebutkan tahunnya dengan --tahun, karena nama `{nama}` tidak diawali tahun.").format(nama=name)
        )
    return found[0]


def _instrument_of(year: str, known: Mapping[str, Instrumen]) -> str:
    fitting = [name for name, instrument in known.items() if int(year) in instrument.tahun_penilaian]
    if len(fitting) != 1:
        words = _("Instrumen tahun {tahun} tidak dapat ditebak; sebutkan dengan --instrumen. Yang ada: {pilihan}.")
        raise WrongArgumentError(words.format(tahun=year, pilihan=", ".join(known)))
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
        raise WrongArgumentError(words.format(isian=what, tulisan=name) + hint)
    _demand_storable(name)


def _demand_storable(name: str) -> None:
    problem = name_problem(name, name)
    if problem is not None:
        raise WrongArgumentError(f"{problem.message} {problem.hint}")


def _sub_folder(text: str | None) -> tuple[str, ...]:
    parts = PurePosixPath((text or "").replace(os.sep, "/")).parts
    if any(not re.fullmatch(r"[^\W_][\w .-]*", part) or part.endswith((".yaml", ".yml", ".", " ")) for part in parts):
        raise WrongArgumentError(_("--folder harus subfolder biasa, misalnya --folder diskominfo."))
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
    for path in Walk(reading.source, PurePosixPath(kind.folder)).files():
        if path.stem == name and path.suffix in SUFFIXES:
            raise RefusalError(_("Berkas {berkas} sudah ada.").format(berkas=path))


def composed(
    path: str,
    model: type[Base],
    schema: str,
    given: Mapping[str, str],
    heading: Iterable[str],
    *,
    left_out: Collection[str] = (),
) -> str:
    """The text of the file at ``path``, which the check accepts; refuses what it would not.

    Fields ``left_out`` are not offered.
    """
    text = skeleton(model, f"{'../' * path.count('/')}{FOLDER}/{schema}.json", given, heading, left_out=left_out)
    document, problems = parse(path, text)
    if document is not None:
        _record, problems = validate(model, document)
    for problem in problems:
        if problem.severity == "error":
            raise RefusalError(f"{problem.message} {problem.hint}")
    return text


def added(root: Path, origin: str, files: Mapping[str, str]) -> Change:
    """The change that adds ``files`` to the region at ``root``; refuses a name that another is too much like."""
    source = source_of(root)
    for path in files:
        _demand_distinct(source, PurePosixPath(path))
    return of_new_files(origin, files)


def demand_region(root: Path) -> None:
    """Refuses a folder that holds no region, before anything is written into it."""
    for problem in find_files(root).no_region:
        raise RefusalError(f"{problem.message} {problem.hint}")


def _demand_distinct(source: Source, path: PurePosixPath) -> None:
    """Refuse a name beside one that a disk may take for the same, in the last folder of ``path`` and above it."""
    for place in (path, *path.parents[:-1]):
        beside = source.listing(str(place.parent)) if type_at(source, str(place.parent)) == "folder" else ()
        for name in beside:
            if name != place.name and folded(name) == folded(place.name):
                problem = RULES["nama-kembar"].at(place.name, nama=place.name, lain=name)
                raise RefusalError(f"{problem.message} {problem.hint}")
