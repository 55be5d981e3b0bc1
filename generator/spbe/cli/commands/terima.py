"""``spbe terima``: the door for what people hand in who do not use git."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from spbe.cli.command import Command
from spbe.cli.exit_codes import FINE, PROBLEMS
from spbe.cli.handed_in_files import bytes_of, demand_other_file
from spbe.cli.loading import wished_audience
from spbe.cli.options import edition_options, format_option
from spbe.cli.outgoing import demand_place, put
from spbe.cli.progress import tell_step
from spbe.cli.text_table import table
from spbe.cli.writing import write
from spbe.i18n import gettext as _
from spbe.i18n import mark

if TYPE_CHECKING:
    from spbe.differences import Difference
    from spbe.editions import Audience
    from spbe.exchange.handed_in.acceptance import Acceptance
    from spbe.exchange.handed_in.judging import Judgement
    from spbe.exchange.handed_in.submissions import Submission

_OUTCOMES: Final = {
    "new": mark("baru"),
    "changed": mark("berubah"),
    "unchanged": mark("sudah begitu"),
    "open": mark("belum dijawab"),
    "conflict": mark("bertentangan"),
    "refused": mark("ditolak"),
}


def command() -> click.Command:
    """Make the command."""
    text = _(
        "Terima berkas yang diserahkan pegawai tanpa git: buku kerja dari `spbe export` yang sudah diisi, atau isian "
        "formulir GitHub atau GitLab yang disimpan sebagai .md. Isinya menjadi perubahan catatan: diceritakan "
        "akibatnya, dan dengan --tulis ditulis seluruhnya, atau tidak sama sekali bila satu isian ditolak atau data "
        "menjadi salah (kode keluar 1). Yang bertentangan dapat diputuskan dalam berkas Excel yang baru, yang diterima "
        "pula."
    )
    example = (
        "spbe terima dinkes.xlsx setda.xlsx --keputusan keputusan.xlsx --balasan balasan\n"
        "spbe terima dinkes.xlsx setda.xlsx keputusan.xlsx --tulis\n"
        "spbe terima usulan.md --dari @dinkes-budi --tulis"
    )
    return Command("terima", run, text, example, _parameters())


def _parameters() -> list[click.Parameter]:
    return [
        click.Argument(["files"], type=click.Path(path_type=Path), metavar="FILE…", nargs=-1, required=True),
        click.Option(
            ["--dari", "account"],
            metavar="AKUN",
            help=_(
                "Akun pengirim menurut layanan git. Yang dapat diubah hanya catatan milik OPD yang menyebutnya pada "
                "`akun_git`. Tanpa ini tidak ada batas."
            ),
        ),
        click.Option(
            ["--pengirim", "office"],
            metavar="OPD",
            help=_(
                "ID perangkat daerah yang mengirim semua berkas ini. Yang dapat diubah hanya miliknya, apa pun yang "
                "disebut berkasnya."
            ),
        ),
        click.Option(["--tulis", "write_it"], is_flag=True, help=_("Tulis perubahannya.")),
        click.Option(
            ["--sebagian", "partly"],
            is_flag=True,
            help=_("Tulis juga bila sebagian isian ditolak atau bertentangan; yang itu saja tidak ikut."),
        ),
        click.Option(
            ["--hapus", "erase"],
            is_flag=True,
            help=_(
                "Hapus catatan dan bagiannya yang barisnya tidak ada lagi pada buku kerja. Tanpa ini semuanya tetap."
            ),
        ),
        click.Option(
            ["--keputusan", "questions"],
            type=click.Path(path_type=Path),
            metavar="BERKAS",
            help=_(
                "Tulis isian yang bertentangan ke berkas Excel baru ini: satu baris satu pertanyaan, jawabannya "
                "tinggal dipilih. Sesudah diisi, terima berkas itu juga."
            ),
        ),
        click.Option(
            ["--balasan", "replies"],
            type=click.Path(path_type=Path, file_okay=False),
            metavar="DIR",
            help=_(
                "Tulis balasan untuk setiap berkas ke folder ini, satu halaman sebagai teks dan sebagai Excel: apa "
                "yang diambil, apa yang tidak beserta sel dan sebabnya, dan apa yang masih ditanyakan."
            ),
        ),
        click.Option(
            ["--timpa", "replace"], is_flag=True, help=_("Ganti berkas keputusan dan balasan yang sudah ada.")
        ),
        format_option(("text", "markdown", "json")),
        *edition_options("publik"),
    ]


def run(
    root: Path,
    files: tuple[Path, ...],
    account: str | None,
    office: str | None,
    questions: Path | None,
    replies: Path | None,
    form: str,
    edition: str | None,
    opd: str | None,
    today: date | None,
    *,
    write_it: bool,
    partly: bool,
    erase: bool,
    replace: bool,
) -> int:
    """Tell what the files ask for and what it means; with ``write_it`` make it true."""
    from spbe.changes.drafting import demand_region
    from spbe.changes.trial import trials_of
    from spbe.differences import difference_between
    from spbe.exchange.handed_in.decision_workbook import decision_workbook
    from spbe.exchange.handed_in.formats import submission_of
    from spbe.exchange.handed_in.judging import judged
    from spbe.exchange.handed_in.senders import sender_called, sender_of
    from spbe.exchange.sheets.xlsx_writer import xlsx_bytes

    if account is not None and office is not None:
        raise click.UsageError(_("--dari dan --pengirim tidak dapat dipakai bersama."))
    audience = wished_audience(edition, opd, "publik")
    demand_region(root)
    called = _called(files)
    letters = {} if replies is None else _letters(called, replies)
    for place in (*([questions] if questions else ()), *letters.values()):
        demand_other_file(place, files)
        demand_place(root, place, place.suffix if place is not questions else ".xlsx", replace=replace)
    tell_step(_("Membuka data wilayah …"))
    trials = trials_of(root, today)
    opened = trials.before
    sender = sender_called(account, opened.region) if office is None else sender_of(office, opened.region)
    handed_in = [submission_of(name, bytes_of(file), opened, sender, erase=erase) for name, file in _one_by_one(called)]
    tell_step(_("Mencari akibatnya …"))
    judgement = judged("spbe terima", trials, handed_in, sender, partly=partly)
    done, trial = judgement.acceptance, judgement.trial
    difference = difference_between(trial.before, trial.after, audience, since=opened.clock.day)
    _told(form, judgement, difference, audience)
    writes = write_it and bool(done.change.files)
    made = _replies(handed_in, judgement, letters, written=write_it and judgement.is_writable)
    if questions is not None and done.questions:
        made[questions] = xlsx_bytes(decision_workbook(done.questions, opened.region))
    with put(made, replies):
        if writes:
            write(root, done.change)
    if form == "text":
        _point_to_questions(len(done.questions), questions)
        _close(judgement, write_it=write_it, partly=partly)
    return FINE if judgement.is_fine else PROBLEMS


def _one_by_one(called: Sequence[tuple[str, Path]]) -> Iterator[tuple[str, Path]]:
    """Each of ``called``, told as it is read."""
    for number, (name, file) in enumerate(called, 1):
        words = _("Membaca {berkas} ({n} dari {semua}) …")
        tell_step(words.format(berkas=name, n=number, semua=len(called)))
        yield name, file


def _called(files: Sequence[Path]) -> list[tuple[str, Path]]:
    """Each file once, with what it is called: its name, where others have the same all of its path."""
    often = Counter(file.name for file in dict.fromkeys(files))
    return [(file.name if often[file.name] == 1 else str(file), file) for file in dict.fromkeys(files)]


def _letters(called: Sequence[tuple[str, Path]], folder: Path) -> dict[tuple[str, str], Path]:
    """Where the replies to files go, by what these are called and the suffix."""
    often = Counter(file.stem for _name, file in called)
    found: dict[tuple[str, str], Path] = {}
    for number, (name, file) in enumerate(called, 1):
        stem = file.stem if often[file.stem] == 1 else f"{file.stem}-{number}"
        found |= {(name, suffix): folder / f"{stem}-balasan{suffix}" for suffix in (".txt", ".xlsx")}
    return found


def _replies(
    handed_in: Sequence[Submission], judgement: Judgement, places: Mapping[tuple[str, str], Path], *, written: bool
) -> dict[Path, bytes]:
    """The replies at their places; a workbook to decide in has none, for nobody sent it."""
    from spbe.exchange.handed_in.replies import reply_to
    from spbe.exchange.handed_in.reply_files import reply_text, reply_xlsx

    region = judgement.trial.before.region
    made = {}
    for one in handed_in if places else ():
        if not one.decides:
            reply = reply_to(one, judgement, written=written)
            made[places[one.name, ".txt"]] = reply_text(reply).encode()
            made[places[one.name, ".xlsx"]] = reply_xlsx(reply, region.profil.nama, region.date)
    return made


def _told(form: str, judgement: Judgement, difference: Difference, audience: Audience) -> None:
    from spbe.differences.difference_text import text_of
    from spbe.differences.rows import rows_of
    from spbe.differences.telling.markdown import markdown_of
    from spbe.i18n import about
    from spbe.problems.report import text_report

    done, wrong = judgement.acceptance, judgement.wrong
    if form == "json":
        rows = [row.as_json() for row in done.rows]
        said = {"counts": done.counts, "rows": rows, "difference": rows_of(difference)}
        click.echo(json.dumps(said, ensure_ascii=False, indent=2))
        return
    if form == "text":
        _table(done)
    else:
        not_taken = [row for row in done.rows if row.outcome in ("open", "conflict", "refused")]
        for row in not_taken:
            click.echo("- " + ": ".join(filter(None, map(_literal, (row.cell, row.reason)))))
        for problem in (one for one in wrong if not any(row.reason.startswith(one.message) for row in not_taken)):
            click.echo(f"- {_literal(f'{problem.message} {problem.hint}')}")
    if judgement.trial.after is judgement.trial.before:
        return
    with about(audience.looked_at):
        if form == "markdown":
            click.echo(markdown_of(difference, "HEAD", ""))
            return
        click.echo(text_of(difference, _("sekarang"), _("sesudah diterima")))
    if wrong:
        click.echo(text_report(wrong))


def _table(done: Acceptance) -> None:
    """A line for each cell of which something became; how many rows stay as they are."""
    files = {row.file for row in done.rows}
    told = [
        (_(_OUTCOMES[row.outcome]), *((row.file,) if len(files) > 1 else ()), row.cell, row.id, row.reason)
        for row in done.rows
        if row.outcome != "unchanged" or row.reason
    ]
    if told:
        heads = (_("Hasil"), *((_("Berkas"),) if len(files) > 1 else ()), _("Isian"), "ID", _("Sebab"))
        click.echo(table(heads, list(dict.fromkeys(told))))
        click.echo()
    if done.counts["unchanged"]:
        click.echo(_("{n} tetap seperti semula.").format(n=done.counts["unchanged"]))
        click.echo()


def _literal(text: str) -> str:
    """``text`` in Markdown so that nothing in it is markup, a link, or calls anybody."""
    return f"`{' '.join(text.split()).replace('`', chr(39))}`" if text else ""


def _point_to_questions(count: int, file: Path | None) -> None:
    """Where a person decides."""
    if file is not None and count:
        words = _("{n} pertanyaan ada di {berkas}. Pilih jawabannya, lalu terima berkas itu bersama yang lain.")
        click.echo(words.format(n=count, berkas=file))
    elif file is not None:
        click.echo(_("Tidak ada yang perlu diputuskan; {berkas} tidak dibuat.").format(berkas=file))
    elif count:
        words = _("{n} pertanyaan perlu diputuskan. Dengan --keputusan BERKAS.xlsx jawabannya tinggal dipilih.")
        click.echo(words.format(n=count))


def _close(judgement: Judgement, *, write_it: bool, partly: bool) -> None:
    files = judgement.acceptance.change.files
    if not judgement.is_writable:
        more = "" if partly else " " + _("Dengan --sebagian, yang dapat diterima ditulis tanpa sisanya.")
        if write_it:
            click.echo(_("Tidak ada yang ditulis.") + more)
    elif not files:
        click.echo(_("Tidak ada yang perlu diubah."))
    elif write_it:
        click.echo(_("{n} berkas ditulis.").format(n=len(files)))
    else:
        click.echo(_("Belum ada yang ditulis. Jalankan lagi dengan --tulis."))
