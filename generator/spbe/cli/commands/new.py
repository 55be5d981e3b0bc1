"""``spbe new``: a record to fill in, or an assessment to begin."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from spbe.changes import Change
from spbe.changes.answering import Drafted, draft_answer, draft_answers
from spbe.changes.copied_assessment import draft_copied_assessment
from spbe.changes.drafting import draft_assessment, draft_record
from spbe.cli.command import Command, CommandGroup
from spbe.cli.exit_codes import FINE
from spbe.cli.options import ChoiceParameter, Year
from spbe.cli.writing import write
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, Kind


def command() -> click.Command:
    """Make the command, with one below it per kind of record, and those of assessments."""
    text = _(
        "Tulis berkas catatan baru yang lengkap: setiap isian ada sebagai komentar dengan artinya. "
        "Berkas yang sudah ada tidak pernah ditimpa."
    )
    example = 'spbe new aplikasi simpeg --nama "Sistem Kepegawaian"\nspbe new jawaban 2025 I11'
    group = CommandGroup("new", text, example)
    for kind in KINDS.values():
        group.add_command(_record_command(kind))
    group.add_command(_assessment_command())
    group.add_command(_answer_command())
    return group


def _record_command(kind: Kind) -> click.Command:
    params: list[click.Parameter] = [
        click.Argument(["name"], metavar="ID"),
        click.Option(["--nama"], metavar="TEKS", help=_("Nama yang dikenal orang.")),
        click.Option(["--folder"], metavar="SUB", help=_("Subfolder di bawah {folder}/.").format(folder=kind.folder)),
    ]
    if kind.jenis is not None:
        codes = list(kind.jenis.nilai)
        words = _("Jenis; menentukan isian yang ditawarkan: {pilihan}.").format(pilihan=", ".join(codes))
        params.append(click.Option(["--jenis"], type=ChoiceParameter(codes), metavar="JENIS", help=words))
    text = _("Catatan {jenis} baru di {folder}/.").format(jenis=_(kind.singular).lower(), folder=kind.folder)
    example = f"spbe new {kind.slug} {kind.example}"
    return Command(kind.slug, partial(_record, kind), text, example, params)


def _record(kind: Kind, root: Path, name: str, nama: str | None, folder: str | None, jenis: str | None = None) -> int:
    return _write(root, draft_record(root, kind, name, nama, folder, jenis))


def _assessment_command() -> click.Command:
    params: list[click.Parameter] = [
        click.Argument(["nama"], metavar="NAMA"),
        click.Option(["--tahun"], type=Year(), metavar="YYYY", help=_("Tahun penilaian (bawaan: tahun di awal NAMA).")),
        click.Option(["--instrumen"], metavar="ID", help=_("Instrumen yang dipakai (bawaan: instrumen tahun itu).")),
        click.Option(
            ["--from", "source"],
            metavar="PENILAIAN",
            help=_(
                "Bawa fakta dan bukti dari penilaian ini, dengan asalnya. Antarinstrumen menurut padanan usulan spbe, "
                "bukan resmi. Nilai tidak pernah dibawa."
            ),
        ),
    ]
    text = _("Penilaian baru: indicators/NAMA/penilaian.yaml; dengan --from juga jawabannya.")
    example = "spbe new penilaian 2025 --instrumen permenpanrb-59-2020\nspbe new penilaian 2026 --from 2025"
    return Command("penilaian", _assessment, text, example, params)


def _assessment(root: Path, nama: str, tahun: str | None, instrumen: str | None, source: str | None) -> int:
    if source is None:
        return _write(root, draft_assessment(root, nama, tahun, instrumen))
    carried = draft_copied_assessment(root, nama, tahun, instrumen, source)
    _write(root, carried.change)
    words = _("{n} jawaban dibawa dari {asal}; {m} indikator lain mulai dari kosong. Periksa setiap isi yang dibawa.")
    click.echo(words.format(n=len(carried.change.files) - 1, asal=source, m=carried.without), err=True)
    return FINE


def _answer_command() -> click.Command:
    params: list[click.Parameter] = [
        click.Argument(["nama"], metavar="[PENILAIAN]", required=False),
        click.Argument(["kode"], metavar="[KODE]", required=False),
        click.Option(
            ["--penilaian"], metavar="PENILAIAN", help=_("Penilaiannya (dengan --semua bawaannya yang terbaru).")
        ),
        click.Option(["--semua"], is_flag=True, help=_("Semua indikator yang belum punya jawaban, sekaligus.")),
        click.Option(["--opd"], metavar="ID", help=_("Penanggung jawab yang langsung ditulis.")),
    ]
    text = _(
        "Jawaban satu indikator, atau dengan --semua seluruhnya: indicators/PENILAIAN/KODE.yaml, dengan kriteria "
        "setiap tingkat sebagai komentar. Yang sudah ada tidak diubah."
    )
    example = "spbe new jawaban 2025 I11\nspbe new jawaban 2025 --semua"
    return Command("jawaban", _answer, text, example, params)


def _answer(
    root: Path, nama: str | None, kode: str | None, penilaian: str | None, opd: str | None, *, semua: bool
) -> int:
    if penilaian is not None:  # the option takes the place of the first word
        if kode is not None and nama != penilaian:
            raise click.UsageError(_("Sebutkan satu penilaian saja."))
        nama, kode = penilaian, kode or (nama if nama != penilaian else None)
    if semua and kode is not None:
        raise click.UsageError(_("--semua menulis semua indikator; jangan sebut KODE."))
    if semua:
        return _write_all(root, draft_answers(root, nama, opd))
    if nama is None or kode is None:
        raise click.UsageError(_("Sebutkan PENILAIAN dan KODE, atau pakai --semua."))
    return _write(root, draft_answer(root, nama, kode, opd))


def _write_all(root: Path, drafted: Drafted) -> int:
    _write(root, drafted.change)
    words = _("{n} draf jawaban {penilaian} ditulis.").format(n=len(drafted.change.files), penilaian=drafted.assessment)
    if drafted.kept:
        kept = _("{n} sudah ada dan tidak diubah: {kode}.")
        words += " " + kept.format(n=len(drafted.kept), kode=", ".join(drafted.kept))
    if not drafted.criteria:
        words += " " + _("Kriteria tingkat instrumen ini tidak ada pada spbe, jadi drafnya tanpa kriteria.")
    click.echo(words, err=True)
    return FINE


def _write(root: Path, change: Change) -> int:
    """Each path alone on stdout, so that an editor can be started with it."""
    write(root, change)
    here = Path.cwd()
    for path in (root / name for name in change.files):
        click.echo(path.relative_to(here) if path.is_relative_to(here) else path)
    return FINE
