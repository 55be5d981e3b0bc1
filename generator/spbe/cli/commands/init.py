"""``spbe init``: a new region that builds at once, also in a fresh clone; nothing that is there is ever changed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Final

import click

from spbe import __version__
from spbe.changes import of_new_files
from spbe.changes.host_files import HOSTS, host_files
from spbe.changes.new_region import (
    Files,
    Founder,
    founder,
    founder_of,
    missing_lines,
    one_of,
    region_files,
    without_what_is_settled,
)
from spbe.changes.owners import owners_change
from spbe.changes.program_origin import FOLDER as PROGRAM
from spbe.changes.program_origin import own_origin, wished_origin
from spbe.changes.schema_files import ids_file
from spbe.cli.command import Command
from spbe.cli.exit_codes import FINE
from spbe.cli.loading import demand_top
from spbe.cli.options import ChoiceParameter
from spbe.cli.writing import write
from spbe.i18n import gettext as _
from spbe.problems.usage import RefusalError
from spbe.yamlio.forms import IDS
from spbe.yamlio.jsonschema import FOLDER as SCHEMAS

_DEFAULT_NAME: Final = "Daerah Contoh"
_OF_A_HOST: Final = frozenset(
    {"readme", "license", "licence", "copying", "notice", "contributing", "code_of_conduct", "security", "changelog"}
    | {"codeowners"}
)
"""What a fresh repository holds, without endings and in small letters; besides files whose names begin with a dot."""

_README: Final = PurePosixPath("README.md")
_SECOND_README: Final = PurePosixPath("README-spbe.md")
_PROFILE: Final = PurePosixPath("content/profil.yaml")
"""Where there is one, there is a region."""

_OURS: Final = frozenset({"content", "indicators", "architecture", "skema", PROGRAM, "mkdocs.yml", "requirements.txt"})
_LISTS: Final = (PurePosixPath(".gitignore"), PurePosixPath(".gitattributes"))


def command() -> click.Command:
    """Make the command."""
    text = _(
        "Buat repositori wilayah baru di folder DIR: pengaturan, profil, hasil nasional yang sudah terbit atau catatan "
        "contoh, panduan, dan skema untuk editor. Boleh di klon repositori yang baru berisi README dan lisensi. "
        "Yang sudah ada tidak diubah; perintah ini boleh diulang."
    )
    params = [
        click.Argument(["folder"], type=click.Path(path_type=Path), metavar="DIR"),
        click.Option(
            ["--nama"],
            metavar="TEKS",
            help=_("Nama wilayah. Bila ada pada tabel hasil nasional, hasilnya dimuat. (Bawaan: Daerah Contoh.)"),
        ),
        click.Option(
            ["--sumber"],
            metavar="ALAMAT",
            help=_(
                "Dari mana spbe dipasang, untuk requirements.txt: berkas wheel (ikut disalin), alamat wheel, atau "
                "https://ALAMAT/spbe.git@KOMIT. (Bawaan: dari mana spbe ini dipasang.)"
            ),
        ),
        click.Option(
            ["--ci"],
            type=ChoiceParameter(tuple(HOSTS)),
            metavar="|".join(HOSTS),
            help=_(
                "Tulis juga alur kerja GitHub, GitLab, atau keduanya: periksa dan komentari setiap usulan, terbitkan "
                "edisi publik."
            ),
        ),
    ]
    example = 'spbe init arunika --nama "Kabupaten Arunika"\nspbe init .\nspbe init . --ci github'
    return Command("init", run, text, example, params, root=False)


def run(folder: Path, nama: str | None, sumber: str | None, ci: str | None) -> int:
    """Write the files and say how to go on."""
    if ci is not None:
        demand_top(folder)
    named = None if nama is None else founder(_demand_name(nama))
    _demand_room(folder)
    begun = (folder / _PROFILE).is_file()
    who = named or (founder_of(folder) if begun else None) or Founder(_DEFAULT_NAME)
    origin = own_origin() if sumber is None else wished_origin(sumber)
    wanted = without_what_is_settled(region_files(who, origin, __version__), folder)
    wanted |= host_files(HOSTS[ci]) if ci is not None else {}
    files = _beside_another_readme(wanted, folder)
    for place in files:
        _demand_folders(folder, place)
    kept = [place for place in files if os.path.lexists(folder / place)]
    write(folder, of_new_files("spbe init", {str(place): data for place, data in files.items() if place not in kept}))
    if not (folder / SCHEMAS / IDS).exists():
        ids = ids_file(folder, folder / SCHEMAS)
        write(folder, of_new_files("spbe init", {f"{SCHEMAS}/{name}": text for name, text in ids.items()}))
    if ci is not None and None in (owners := owners_change(folder)).before.values():
        write(folder, owners)
    changed = [place for place in kept if not _holds(folder / place, files[place])]
    if begun:
        words = _("Wilayah di {folder} dilengkapi: {n} berkas ditulis.")
        click.echo(words.format(folder=_shown(folder), n=len(files) - len(kept)))
    else:
        click.echo(_("Wilayah baru dibuat di {folder}.").format(folder=_shown(folder)))
    if _README not in files:
        changed.insert(0, _README)
    _tell(folder, named, files, changed)
    return FINE


def _shown(folder: Path) -> str:
    return _("folder ini") if folder == Path() else str(folder)


def _demand_name(text: str) -> str:
    """``text`` on one line; raises a usage error when it is empty or holds control characters."""
    name = " ".join(text.split())
    if not name or not name.isprintable():
        raise click.UsageError(_("--nama harus berisi teks biasa."))
    return name


def _demand_room(folder: Path) -> None:
    """Refuse a folder that holds what neither a fresh repository nor a region does."""
    if folder.exists() and not folder.is_dir():
        raise RefusalError(_("{folder} sudah ada dan bukan folder.").format(folder=folder))
    if not folder.is_dir() or (folder / _PROFILE).is_file():
        return
    names = sorted(path.name for path in folder.iterdir())
    foreign = [name for name in names if not (name.startswith(".") or name in _OURS or _stem(name) in _OF_A_HOST)]
    if foreign:
        words = _(
            "Folder {folder} sudah berisi hal lain ({contoh}); pilih folder baru, yang kosong, atau klon repositori "
            "yang baru berisi README dan lisensi."
        )
        raise RefusalError(words.format(folder=folder, contoh=", ".join(foreign[:3])))


def _stem(name: str) -> str:
    return name.partition(".")[0].partition("-")[0].casefold()


def _beside_another_readme(files: Files, folder: Path) -> Files:
    """``files`` with our README under another name where there is one that does not tell the first steps."""
    there = [path for path in folder.glob("*") if path.stem.casefold() == "readme" and path.is_file()]
    if not there or any("spbe" in path.read_text("utf-8", errors="replace") for path in there):
        return files
    return {_SECOND_README if place == _README else place: data for place, data in files.items()}


def _demand_folders(folder: Path, place: PurePosixPath) -> None:
    for parent in reversed((folder / place).parents):
        if parent.is_relative_to(folder) and parent.exists() and not parent.is_dir():
            raise RefusalError(_("{folder} sudah ada dan bukan folder.").format(folder=parent))


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _tell(folder: Path, who: Founder | None, files: Files, changed: Sequence[PurePosixPath]) -> None:
    """What was left as it is, what is known of ``who``, and how to go on; ``who`` is nobody without a name."""
    if changed:
        click.echo(_("Sudah ada, jadi dibiarkan: {berkas}.").format(berkas=", ".join(map(str, changed))))
    for place in _LISTS:
        if place in changed:
            there = (folder / place).read_text("utf-8", errors="replace") if (folder / place).is_file() else ""
            if lines := missing_lines(files[place].decode(), there):
                click.echo(_("Tambahkan ke {berkas}:").format(berkas=place))
                for line in lines:
                    click.echo(f"  {line}")
    if who is not None:
        click.echo(_told_of(who))
    readme = folder / (_README if _README in files else _SECOND_README)
    root = "" if folder == Path() else f' --root "{folder}"' if " " in str(folder) else f" --root {folder}"
    words = _("Berikutnya: baca {readme}, lalu jalankan `spbe serve{root}`.")
    click.echo(words.format(readme=readme, root=root))


def _told_of(who: Founder) -> str:
    if who.results:
        years = _(" dan ").join(str(row.tahun) for row in who.results)
        return _("Hasil nasional {nama} tahun {tahun} dimuat; cocokkan dengan laporan yang Anda terima.").format(
            nama=who.name, tahun=years
        )
    words = _("{nama} tidak ada pada tabel hasil nasional, jadi isinya catatan contoh.").format(nama=who.name)
    if not who.near:
        return words
    meant = _(
        "Maksud Anda {nama}? Betulkan namanya di content/profil.yaml dan mkdocs.yml, lalu ulangi dengan nama itu."
    )
    return f"{words} {meant.format(nama=one_of(who.near))}"
