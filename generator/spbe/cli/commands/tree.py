"""``spbe tree``: the site as a plain folder for other engines."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from spbe.cli.command import Command
from spbe.cli.exit_codes import FINE, PROBLEMS, ReportError
from spbe.cli.loading import prepared
from spbe.cli.options import debugging, edition_options
from spbe.i18n import gettext as _
from spbe.problems.usage import RefusalError


def command() -> click.Command:
    """Make the command."""
    text = _(
        "Tulis situs sebagai folder biasa (docs/ dan mkdocs.yml) yang dapat dibangun ProperDocs, Zensical, atau MkDocs "
        "dengan Material tanpa plugin. Isi folder hasil perintah ini sebelumnya diganti seluruhnya."
    )
    folder = click.Argument(["folder"], type=click.Path(path_type=Path), metavar="DIR")
    example = "spbe tree pohon\nspbe tree pohon --edition internal"
    return Command("tree", run, text, example, [folder, *edition_options("publik")])


def run(folder: Path, root: Path, edition: str | None, opd: str | None, today: date | None) -> int:
    """Write the folder, or tell why the data cannot be published."""
    from spbe.engines.mkdocs.build_log import build_logging
    from spbe.engines.mkdocs.mkdocs_settings import region_settings
    from spbe.engines.output.output_guard import OutputPlaceError, demand_place
    from spbe.engines.own_templates.template_faults import problem_of
    from spbe.engines.pipeline import prepare
    from spbe.engines.tree import tree_mark, write_tree
    from spbe.engines.tree.tree_settings import SettingsFaultError
    from spbe.problems.report import text_report
    from spbe.site.templates import TemplateFaultError

    with build_logging(debug=debugging()):
        settings, options = prepared(root, edition, opd, today)
    kept = region_settings(settings)
    try:
        demand_place(folder, root, tree_mark(options.audience))  # a plan takes seconds
        opened, site = prepare(root, options, kept.language)
        if opened.problems:
            click.echo(text_report(opened.problems, everything=False), err=True)
        if site is None:
            return PROBLEMS
        write_tree(site, root, folder, kept, options.audience)
    except TemplateFaultError as fault:
        raise ReportError(text_report([problem_of(fault, root)])) from fault
    except (OutputPlaceError, SettingsFaultError) as error:
        raise RefusalError(str(error)) from error
    click.echo(_("Pohon situs selesai: {folder}").format(folder=folder))
    return FINE
