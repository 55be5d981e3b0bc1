"""``spbe import``: a list that a region has in its own form becomes records."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from spbe.cli.command import Command
from spbe.cli.exit_codes import FINE, PROBLEMS, ReportError
from spbe.cli.handed_in_files import bytes_of, demand_other_file
from spbe.cli.loading import wished_audience
from spbe.cli.options import ChoiceParameter, edition_options, format_option
from spbe.cli.outgoing import demand_place, put, save
from spbe.cli.writing import write
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, Kind

if TYPE_CHECKING:
    from spbe.changes.trial import Trial
    from spbe.editions import Audience
    from spbe.exchange.inventories.column_mapping import ColumnMapping
    from spbe.exchange.inventories.inventory_import import InventoryImport

_MAPPING_SUFFIX = ".yaml"


def command() -> click.Command:
    """Make the command."""
    text = _(
        "Jadikan daftar yang sudah ada (Excel, ODS, atau CSV dalam bentuk apa pun) catatan. Setiap baris berakhir "
        "sebagai baru, berubah, sudah begitu, belum diputuskan, atau ditolak. Yang tidak pasti tidak ditebak: pemilik "
        "yang tidak dikenal, nama yang mungkin sama, dan baris yang bergeser ditanyakan. Akibatnya diceritakan "
        "dahulu; dengan --tulis semuanya ditulis, atau tidak sama sekali."
    )
    example = (
        "spbe import opd.csv --kind perangkat-daerah --tulis\n"
        "spbe import aplikasi.xlsx --kind aplikasi --keputusan tanya.xlsx --tulis\n"
        "spbe import aplikasi.xlsx --kind aplikasi --buat-peta peta.yaml\n"
        "spbe import aplikasi.xlsx --kind aplikasi --map peta.yaml --buat-opd"
    )
    path = click.Path(path_type=Path)
    params: list[click.Parameter] = [
        click.Argument(["file"], type=path, metavar="FILE", required=True),
        click.Option(
            ["--kind"],
            type=ChoiceParameter([*KINDS]),
            metavar="JENIS",
            required=True,
            help=_("Jenis catatan pada daftar itu: {daftar}.").format(daftar=", ".join(KINDS)),
        ),
        click.Option(
            ["--map", "mapping"],
            type=path,
            metavar="PETA.yaml",
            help=_("Peta kolom yang dipakai, dari --buat-peta. Tanpa ini judul kolom harus dikenali."),
        ),
        click.Option(
            ["--buat-peta", "proposal"],
            type=path,
            metavar="PETA.yaml",
            help=_("Tulis usulan peta kolom ke berkas baru ini, untuk dibetulkan; tidak ada yang diimpor."),
        ),
        click.Option(
            ["--buat-opd", "make_offices"],
            is_flag=True,
            help=_("Buat perangkat daerah yang belum ada pada register; yang mirip dengan yang ada tetap ditanyakan."),
        ),
        click.Option(
            ["--keputusan", "questions"],
            type=path,
            metavar="BERKAS.xlsx",
            help=_(
                "Tulis baris yang belum diputuskan ke berkas Excel baru ini: satu baris satu pertanyaan, jawabannya "
                "tinggal dipilih. Sesudah diisi, berikan kepada `spbe terima`."
            ),
        ),
        click.Option(
            ["--timpa", "replace"], is_flag=True, help=_("Ganti berkas keputusan atau peta kolom yang sudah ada.")
        ),
        click.Option(["--tulis", "write_it"], is_flag=True, help=_("Tulis catatannya.")),
        format_option(("text", "json")),
        *edition_options("publik"),
    ]
    return Command("import", run, text, example, params)


def run(
    root: Path,
    file: Path,
    kind: str,
    mapping: Path | None,
    proposal: Path | None,
    questions: Path | None,
    form: str,
    edition: str | None,
    opd: str | None,
    today: date | None,
    *,
    make_offices: bool,
    replace: bool,
    write_it: bool,
) -> int:
    """Tell what becomes of the list and what it means; with ``write_it`` make it true."""
    from spbe.changes.drafting import demand_region
    from spbe.changes.trial import trials_of
    from spbe.exchange.inventories.inventory_import import imported
    from spbe.exchange.inventories.inventory_reading import read_inventory

    if proposal is not None:
        return _propose(root, file, KINDS[kind], proposal, replace=replace)
    audience = wished_audience(edition, opd, "publik")
    demand_region(root)
    if questions is not None:
        demand_other_file(questions, (file,))
        demand_place(root, questions, replace=replace)
    columns = None if mapping is None else _mapping(mapping, KINDS[kind])
    inventory = read_inventory(file.name, bytes_of(file), KINDS[kind], columns)
    trials = trials_of(root, today)
    done = imported(trials.before, inventory, make_offices=make_offices)
    trial = trials.of(done.change)
    wrong = trial.new_errors()
    _told(form, done, trial, audience)
    asked = {} if questions is None or not done.questions else {questions: _workbook(questions.name, done, trial)}
    with put(asked):
        if write_it and not wrong and done.change.files:
            write(root, done.change)
    if form == "text":
        _close(done, questions, sound=not wrong, written=write_it)
    return PROBLEMS if wrong else FINE


def _propose(root: Path, file: Path, kind: Kind, target: Path, *, replace: bool) -> int:
    from spbe.exchange.inventories.inventory_reading import propose
    from spbe.exchange.inventories.mapping_text import proposal_text

    demand_place(root, target, _MAPPING_SUFFIX, replace=replace)
    made = propose(file.name, bytes_of(file), kind)
    save({target: proposal_text(made, file.name, target.name).encode("utf-8")})
    words = _("Usulan peta kolom ada di {berkas}. Periksa yang bertanda PERIKSA, lalu jalankan dengan --map.")
    click.echo(words.format(berkas=target))
    return FINE


def _mapping(file: Path, kind: Kind) -> ColumnMapping:
    """The mapping in ``file``; tells what is wrong with it."""
    from spbe.exchange.inventories.mapping_file import read_mapping
    from spbe.problems.report import text_report

    found, problems = read_mapping(file.name, bytes_of(file), kind)
    if found is None:
        raise ReportError(text_report([one for one in problems if one.severity == "error"]))
    return found


def _workbook(name: str, done: InventoryImport, trial: Trial) -> bytes:
    """The workbook called ``name`` in which somebody decides."""
    from spbe.exchange.handed_in.decision_workbook import decision_workbook
    from spbe.exchange.sheets.xlsx_writer import xlsx_bytes

    steps = (
        _("Satu baris adalah satu hal pada daftar {berkas} yang tidak dapat diputuskan program.").format(
            berkas=done.inventory.name
        ),
        _("Kolom Sekarang memuat isi baris itu. Bila ragu, tanyakan kepada perangkat daerahnya."),
        _("Pada kolom Pilih, ambil satu jawaban dari daftar. Isi kolom lain tidak dibaca kembali."),
        _(
            "Yang belum dapat diputuskan biarkan kosong: jawaban yang lain tetap diambil, dan itu ditanyakan "
            "lagi nanti."
        ),
        _(
            "Baris yang dijawab Tidak dicatat tidak disimpan di mana pun: bila daftar itu diimpor lagi, ditanyakan "
            "lagi. Agar tidak ditanyakan lagi, hapus barisnya dari daftar."
        ),
        _("Simpan sebagai .xlsx, lalu jalankan `spbe terima {berkas} --tulis`.").format(berkas=name),
    )
    return xlsx_bytes(decision_workbook(done.questions, trial.before.region, steps))


def _told(form: str, done: InventoryImport, trial: Trial, audience: Audience) -> None:
    from spbe.cli.import_report import blocks_of, plain_mapping
    from spbe.differences import difference_between
    from spbe.differences.difference_text import text_of
    from spbe.differences.rows import rows_of
    from spbe.i18n import about
    from spbe.problems.report import text_report

    difference = difference_between(trial.before, trial.after, audience, since=trial.before.clock.day)
    if form == "json":
        said = {
            "counts": done.counts,
            "rows": [row.as_json() for row in done.rows],
            "mapping": plain_mapping(done.inventory.mapping),
            "records": done.records,
            "offices": done.offices,
            "missing": done.missing,
            "users": done.users,
            "ownerless": done.ownerless,
            "fields": done.by_class(),
            "remarks": [{"cell": one.cell, "about": one.about, "text": one.text} for one in done.remarks],
            "difference": rows_of(difference),
        }
        click.echo(json.dumps(said, ensure_ascii=False, indent=2))
        return
    for block in blocks_of(done):
        click.echo(block + "\n")
    if done.change.files:
        with about(audience.looked_at):
            click.echo(text_of(difference, _("sekarang"), _("sesudah diimpor")) + "\n")
    if wrong := trial.new_errors():
        click.echo(text_report(wrong))


def _close(done: InventoryImport, questions: Path | None, *, sound: bool, written: bool) -> None:
    if done.questions and questions is not None:
        words = _("{n} pertanyaan ada di {berkas}. Pilih jawabannya, lalu jalankan `spbe terima {berkas} --tulis`.")
        click.echo(words.format(n=len(done.questions), berkas=questions))
    elif done.questions:
        words = _("{n} pertanyaan perlu diputuskan. Dengan --keputusan BERKAS.xlsx jawabannya tinggal dipilih.")
        click.echo(words.format(n=len(done.questions)))
    elif questions is not None:
        click.echo(_("Tidak ada yang perlu diputuskan; {berkas} tidak dibuat.").format(berkas=questions))
    if not sound:
        click.echo(_("Tidak ada yang ditulis, karena datanya akan menjadi salah."))
    elif not done.change.files:
        click.echo(_("Tidak ada yang perlu diubah."))
    elif written:
        click.echo(_("{n} berkas ditulis.").format(n=len(done.change.files)))
    else:
        click.echo(_("Belum ada yang ditulis. Jalankan lagi dengan --tulis."))
