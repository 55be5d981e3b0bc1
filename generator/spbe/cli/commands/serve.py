"""``spbe serve``: a preview that follows every change."""

from __future__ import annotations

import re
import signal
import socket
from datetime import date
from pathlib import Path

import click

from spbe.cli.command import Command
from spbe.cli.exit_codes import FINE, PROBLEMS
from spbe.cli.loading import demand_reader, options_for
from spbe.cli.options import debugging, edition_options
from spbe.i18n import gettext as _
from spbe.problems.system import said
from spbe.problems.usage import RefusalError


def command() -> click.Command:
    """Make the command."""
    text = _(
        "Tampilkan situs di komputer ini dan perbarui setiap kali berkas disimpan. "
        "Masalah pada data tampil di terminal dan di peramban. Hentikan dengan Ctrl-C."
    )
    example = "spbe serve\nspbe serve --addr 127.0.0.1:8001 --edition internal"
    address = click.Option(
        ["--addr"],
        default="127.0.0.1:8000",
        metavar="HOST:PORT",
        callback=_address,
        help=_("Alamat pratinjau (bawaan 127.0.0.1:8000)."),
    )
    return Command("serve", run, text, example, [address, *edition_options("publik")])


def run(root: Path, addr: str, edition: str | None, opd: str | None, today: date | None) -> int:
    """Serve until interrupted; refuse to begin where there is no region, which nobody will mend by editing."""
    from spbe.engines.mkdocs.build_log import build_logging
    from spbe.engines.output.scratch import Scratch
    from spbe.engines.pipeline import Options
    from spbe.engines.preview.server import Preview
    from spbe.problems.report import text_report
    from spbe.region.clock import day_in_environment
    from spbe.region.layout import find_files

    def choose(given: Options) -> Options:
        return options_for(given, edition, opd, today)

    if beside := find_files(root).no_region:
        click.echo(text_report(beside), err=True)
        return PROBLEMS
    day_in_environment()
    if edition or opd:
        demand_reader(root, choose(Options()))
    with build_logging(debug=debugging()):
        _demand_free(addr)
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # either way of stopping leaves nothing behind
        scratch = Scratch("spbe-")
        try:
            preview = Preview(root, choose, addr, scratch.folder, debug=debugging())
            _announce(preview.url)
            preview.run()
        finally:
            scratch.end()
    return FINE


def _announce(url: str) -> None:
    click.echo(_("Pratinjau: {alamat} (Ctrl-C untuk berhenti)").format(alamat=url), err=True)


def _address(ctx: click.Context, param: click.Parameter, value: str) -> str:
    match = re.fullmatch(r"(?:[A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\]):([0-9]{1,5})", value)
    if match is None or not 0 < int(match[1]) <= 65535:
        words = _("`{tulisan}` bukan alamat; tulis seperti 127.0.0.1:8000.")
        raise click.BadParameter(words.format(tulisan=value), ctx, param)
    return value


def _demand_free(addr: str) -> None:
    """Refuse an address in use before anything is built."""
    host, _colon, port = addr.rpartition(":")
    family = socket.AF_INET6 if host.startswith("[") else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host.strip("[]"), int(port)))
    except OSError as error:
        words = _("Alamat {alamat} tidak dapat dipakai: {sebab}. Pilih yang lain dengan --addr.")
        raise RefusalError(words.format(alamat=addr, sebab=said(error))) from error
