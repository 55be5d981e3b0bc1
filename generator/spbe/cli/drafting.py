"""Where a new file goes, what may not be in its way, and what stands in it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

import click

from spbe.cli.ending import RefusalError
from spbe.cli.opening import demand_region
from spbe.i18n import gettext as _
from spbe.model.base import Base
from spbe.model.kinds import Kind
from spbe.model.penilaian import Jawaban, Penilaian
from spbe.model.values import slug
from spbe.region import Reading, read_region
from spbe.yamlio import parse, validate
from spbe.yamlio.jsonschema import FOLDER
from spbe.yamlio.validation import did_you_mean, offer
from spbe.yamlio.writing import scalar, skeleton

_RESERVED = frozenset({"bukti", "instrumen"})
_GUIDE = "Hapus tanda pagar di depan isian yang diketahui. Boleh ditulis: belum diketahui, tidak ada."


def draft_record(root: Path, kind: Kind, name: str, nama: str | None, folder: str | None, jenis: str | None) -> Path:
    """Write the skeleton of a record; returns its path. Refuses an id that is, or ever was, in use."""
    _demand_id(name, "ID")
    place = root.joinpath(*PurePosixPath(kind.folder).parts, *_sub_folder(folder))
    _demand_fresh(_reading(root), kind, name)
    if nama is None:
        title = f"{scalar(name.replace('-', ' ').capitalize())}  # Ganti dengan nama yang dikenal orang."
    elif " ".join(nama.split()):
        title = scalar(nama)
    else:
        raise click.UsageError(_("--nama tidak boleh kosong."))
    given = {"id": scalar(name), "nama": title}
    if jenis is not None:
        given["jenis"] = jenis
    return _write(root, place / f"{name}.yaml", kind.models[jenis], kind.slug, given, [f"{kind.singular}. {_GUIDE}"])


def draft_assessment(root: Path, name: str, year: str, instrument: str) -> Path:
    """Write ``penilaian.yaml`` of a new assessment; returns its path."""
    from spbe.checks.standards import region_instruments

    _demand_id(name, "NAMA")
    if name in _RESERVED:
        raise click.UsageError(_("`{nama}` sudah berarti lain di indicators/; pilih nama lain.").format(nama=name))
    known, _problems = region_instruments(_reading(root))
    if instrument not in known:
        words = _("Instrumen `{id}` tidak ada.{maksud} Yang ada: {pilihan}.")
        meant = did_you_mean(instrument, known)
        raise click.UsageError(words.format(id=instrument, maksud=meant, pilihan=", ".join(known)))
    given = {"tahun": year, "instrumen": instrument}
    path = root / "indicators" / name / "penilaian.yaml"
    heading = [f"Penilaian dengan {known[instrument].nama}. {_GUIDE}"]
    return _write(root, path, Penilaian, "penilaian", given, heading)


def draft_answer(root: Path, assessment: str, code: str) -> Path:
    """Write the answer to one indicator; returns its path."""
    from spbe.checks.standards import region_instruments

    reading = _reading(root)
    heads = {entry.id: entry.record for entry in reading.of_kind("penilaian")}
    if assessment not in heads:
        words = _("Penilaian `{nama}` tidak ada.{maksud} Buat dengan `spbe new penilaian`. Yang ada: {pilihan}.")
        meant = did_you_mean(assessment, heads)
        raise click.UsageError(words.format(nama=assessment, maksud=meant, pilihan=", ".join(heads) or "–"))
    head = heads[assessment]
    known, _problems = region_instruments(reading)
    if not isinstance(head, Penilaian) or head.instrumen not in known:
        words = _("indicators/{nama}/penilaian.yaml masih salah; jalankan `spbe check`.")
        raise RefusalError(words.format(nama=assessment))
    indicators = {indicator.kode: indicator for indicator in known[head.instrumen].all_indicators()}
    if code not in indicators:
        words = _("Indikator `{kode}` tidak ada pada {instrumen}.{maksud} Misalnya: {pilihan}.")
        meant, choices = did_you_mean(code, indicators), offer(code, indicators)
        raise click.UsageError(words.format(kode=code, instrumen=head.instrumen, maksud=meant, pilihan=choices))
    for entry in reading.of_kind("jawaban"):
        if entry.id == f"{assessment}/{code}":
            raise RefusalError(_("Jawaban {kode} sudah ada: {berkas}.").format(kode=code, berkas=entry.file))
    heading = [f"{code} {indicators[code].nama}", _GUIDE]
    path = root / "indicators" / assessment / f"{code}.yaml"
    # A file of comments alone would be an empty one, hence one field without a value.
    return _write(root, path, Jawaban, "jawaban", {"perangkat_daerah": " # ID OPD penanggung jawab."}, heading)


def _reading(root: Path) -> Reading:
    demand_region(root)
    return read_region(root)


def _demand_id(name: str, what: str) -> None:
    proper = slug(name)
    if not name or name != proper:
        words = _(
            "{isian} `{tulisan}` tidak dapat dipakai: hanya huruf kecil, angka, dan tanda hubung, paling panjang 64."
        )
        hint = " " + _("Coba `{saran}`.").format(saran=proper) if proper else ""
        raise click.UsageError(words.format(isian=what, tulisan=name) + hint)


def _sub_folder(text: str | None) -> tuple[str, ...]:
    parts = PurePosixPath((text or "").replace(os.sep, "/")).parts
    if any(not re.fullmatch(r"[^\W_][\w .-]*", part) or part.endswith((".yaml", ".yml", ".", " ")) for part in parts):
        raise click.UsageError(_("--folder harus subfolder biasa, misalnya --folder diskominfo."))
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
    folder = reading.root / kind.folder
    for path in sorted((*folder.rglob(f"{name}.yaml"), *folder.rglob(f"{name}.yml"))):
        raise RefusalError(_("Berkas {berkas} sudah ada.").format(berkas=path.relative_to(reading.root).as_posix()))


def _write(
    root: Path, path: Path, model: type[Base], schema: str, given: Mapping[str, str], heading: Iterable[str]
) -> Path:
    inside = path.relative_to(root)
    up = "../" * (len(inside.parts) - 1)
    text = skeleton(model, f"{up}{FOLDER}/{schema}.json", given, heading)
    document, problems = parse(inside.as_posix(), text)
    if document is not None:
        _record, problems = validate(model, document)
    for problem in problems:
        if problem.severity == "error":
            raise RefusalError(f"{problem.message} {problem.hint}")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise RefusalError(_("Berkas {berkas} sudah ada.").format(berkas=inside.as_posix())) from None
    return path
