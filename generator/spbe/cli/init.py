"""``spbe init``: a new region that builds at once."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import click

from spbe.cli.commands import Command
from spbe.cli.ending import FINE, RefusalError
from spbe.i18n import gettext as _

_TEMPLATE = ".j2"
_HIDDEN = "dot-"


def command() -> click.Command:
    """Make the command."""
    text = _(
        "Buat repositori wilayah baru di folder DIR: pengaturan, profil, tiga catatan contoh, dan skema untuk editor. "
        "Folder yang sudah berisi ditolak."
    )
    params = [
        click.Argument(["folder"], type=click.Path(path_type=Path), metavar="DIR"),
        click.Option(["--nama"], default="Daerah Contoh", metavar="TEKS", help=_("Nama wilayah.")),
    ]
    return Command("init", run, text, 'spbe init arunika --nama "Kabupaten Arunika"', params, root=False)


def run(folder: Path, nama: str) -> int:
    """Write the files and say how to go on."""
    name = demand_name(nama)
    _demand_empty(folder)
    for place, text in _files(name):
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    click.echo(_("Wilayah baru dibuat di {folder}.").format(folder=folder))
    click.echo(
        _("Berikutnya: baca {readme}, lalu jalankan `spbe serve --root {folder}`.").format(
            readme=folder / "README.md", folder=folder
        )
    )
    return FINE


def demand_name(text: str) -> str:
    """``text`` on one line; raises a usage error when it is empty or holds control characters."""
    name = " ".join(text.split())
    if not name or not name.isprintable():
        raise click.UsageError(_("--nama harus berisi teks biasa."))
    return name


def _demand_empty(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise RefusalError(_("{folder} sudah ada dan bukan folder.").format(folder=folder))
    if folder.is_dir() and any(path.name != ".git" for path in folder.iterdir()):
        raise RefusalError(_("Folder {folder} sudah berisi; pilih folder baru atau yang kosong.").format(folder=folder))


def _files(name: str) -> list[tuple[PurePosixPath, str]]:
    """Every file of a new region by its place."""
    import jinja2

    from spbe.model.profil import JENIS_WILAYAH
    from spbe.site.templates import shipped_templates
    from spbe.yamlio.jsonschema import FOLDER, schema_texts
    from spbe.yamlio.writing import scalar

    source = shipped_templates() / "init"
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(str(source)),
        autoescape=False,  # noqa: S701  (YAML and Markdown, not HTML)
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters["yaml"] = scalar
    words = {"nama": name, "jenis": JENIS_WILAYAH.find(name.partition(" ")[0])}
    found: list[tuple[PurePosixPath, str]] = []
    for path in sorted(source.rglob("*")):
        if not path.is_file():
            continue
        inside = PurePosixPath(path.relative_to(source).as_posix())
        if path.suffix == _TEMPLATE:
            text = env.get_template(str(inside)).render(words)
        else:
            text = path.read_text(encoding="utf-8")
        plain = path.name.removesuffix(_TEMPLATE)
        found.append(
            (inside.with_name(f".{plain.removeprefix(_HIDDEN)}" if plain.startswith(_HIDDEN) else plain), text)
        )
    found += [(PurePosixPath(FOLDER, file), text) for file, text in schema_texts().items()]
    return found
