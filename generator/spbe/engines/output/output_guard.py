"""Where a whole folder may be written: the one guard for every target, whoever names it.

A target is new, empty, or a folder that spbe wrote for the same readers; its mark says so. It is never the region, what
lies above it, a folder of its data, of git, or with files that the region's repository tracks.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, cast

from spbe.editions import EDITIONS, INTERNAL, PUBLIC, Audience
from spbe.i18n import gettext
from spbe.problems.system import said
from spbe.region.file_naming import FOLDERS
from spbe.sources.git import Repository, repository_around

MARK: Final = ".spbe"
"""A folder with this file in it was written here; the file says what it holds and for whom."""

What = Literal["situs", "luring", "pohon"]
"""A site, a copy of one that opens from disk, or a tree for other engines."""

_SOURCES: Final = (*FOLDERS, "site_templates", "skema")
_OF_HOSTS: Final = frozenset(
    [
        *(".git", ".gitattributes", ".github", ".gitignore", ".gitlab-ci.yml", ".htaccess", ".htpasswd", ".nojekyll"),
        *(".well-known", ".domains", ".keep", ".gitkeep", ".user.ini", "CNAME", "lost+found"),
    ]
)
"""What may stand alone in a folder that is as good as empty. Other hidden files are somebody's: of a home, say."""
_OF_EARLIER_VERSIONS: Final[dict[str, tuple[str, str, tuple[What, ...]]]] = {
    "aset/spbe.css": ("index.html", 'content="noindex', ("situs", "luring")),
    ".spbe-tree": ("docs/robots.txt", "Disallow: /\n", ("pohon",)),
}
"""Files by which a folder is known that has no mark yet; which words of which file close it to search engines, as all
editions but the public one are; and what the folder may hold."""


class OutputPlaceError(Exception):
    """A folder that may not be replaced; the text, in the user's language, says why and what to do."""


@dataclass(frozen=True, slots=True)
class OutputMark:
    """What a folder of ours holds, and for whom."""

    what: What
    audience: Audience

    @property
    def text(self) -> str:
        """What stands in the file :data:`MARK`."""
        return f"{self.what} {self.audience.code}\n"


def is_hosts(name: str) -> bool:
    """Whether an entry at the top of a folder of ours is its host's: a history, a domain, answers to a certifier."""
    return name in {"CNAME", "lost+found"} or (name.startswith(".") and not name.startswith(MARK))


def edition_folder(folder: Path, mark: OutputMark) -> Path:
    """Where a build goes when nobody names another folder; ``folder`` is that of the public site."""
    return folder.with_name(f"{folder.name}{mark.audience.suffix}{'-luring' if mark.what == 'luring' else ''}")


def demand_place(target: Path, root: Path, mark: OutputMark, sources: Iterable[Path] = ()) -> None:
    """Raise :class:`OutputPlaceError` unless ``target`` may come to hold what ``mark`` says.

    ``root`` is the region's folder; ``sources`` are further folders that it is made of. A link means what it leads to.
    """
    with _readable(target):
        place, region = target.resolve(), root.resolve()
        _demand_no_sources(target, place, region, sources)
        _demand_folder(target, place)
        _demand_untracked(target, place, region)
        _demand_outside(target, place, region)
        _demand_ours(target, place, mark)


def demand_no_sources(target: Path, root: Path) -> None:
    """Raise :class:`OutputPlaceError` where ``target`` is the region at ``root``, a folder of its data, or git's."""
    with _readable(target):
        _demand_no_sources(target, target.resolve(), root.resolve(), ())


@contextmanager
def _readable(target: Path) -> Iterator[None]:
    """What the system says of ``target`` within the block is why it cannot be a target."""
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        # A link that leads to itself is a RuntimeError before Python 3.13; a null in a name is a ValueError.
        reason = said(error) if isinstance(error, OSError) else str(error)
        words = gettext("Folder {folder} tidak dapat dibaca ({sebab}); pilih folder lain.")
        raise OutputPlaceError(words.format(folder=target, sebab=reason)) from error


def unwritable(target: Path, error: OSError) -> str:
    """Why ``target`` could not be written, and what to do, in the user's language."""
    where = f"{error.filename}: " if error.filename else ""
    words = gettext(
        "Situs tidak dapat ditulis ke {folder} ({sebab}), jadi situs yang lama tidak diubah. Beri izin menulis dan "
        "ruang kosong di sana, atau sebut folder lain dengan --out, misalnya {dalam}."
    )
    return words.format(folder=target, sebab=where + said(error), dalam=target / "situs")


def _demand_no_sources(target: Path, place: Path, region: Path, sources: Iterable[Path]) -> None:
    data = [path for path in (*(region / name for name in _SOURCES), *sources) if path.exists()]
    within = [one for one in (place, *place.parents) if one.exists()]
    beneath = any(_same(one, path) for one in within for path in data)
    above = any(path.resolve().is_relative_to(place) for path in (region, *data))
    if beneath or above or _same(place, region) or (place.parent == region and place.name.casefold() in _SOURCES):
        words = gettext("{folder} berisi data wilayah dan tidak boleh diganti; pilih folder lain.")
        raise OutputPlaceError(words.format(folder=target))
    if any(part.casefold() == ".git" for part in place.parts):
        words = gettext("{folder} milik git dan tidak boleh diganti; pilih folder lain.")
        raise OutputPlaceError(words.format(folder=target))


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _demand_folder(target: Path, place: Path) -> None:
    above = next(folder for folder in (place, *place.parents) if os.path.lexists(folder))
    if not above.is_dir():
        words = gettext("{folder} sudah ada dan bukan folder; pilih folder lain.")
        raise OutputPlaceError(words.format(folder=target if above == place else above))


def _demand_untracked(target: Path, place: Path, region: Path) -> None:
    repository = repository_around(region)
    if isinstance(repository, Repository) and repository.tracks(place):
        words = gettext(
            "{folder} berisi berkas yang dicatat git di repositori wilayah; pilih folder lain, "
            "atau lepaskan dahulu dengan `git rm -r --cached {folder}`."
        )
        raise OutputPlaceError(words.format(folder=target))


def _demand_outside(target: Path, place: Path, region: Path) -> None:
    """Nothing is written into what another build published: it would be read there, and go with the next one."""
    above = (one for one in place.parents if not region.is_relative_to(one) and (one / MARK).is_file())
    if outer := next(above, None):
        words = gettext("{folder} berada di dalam {luar}, yang dibuat perintah ini; pilih folder di luarnya.")
        raise OutputPlaceError(words.format(folder=target, luar=outer))


def _demand_ours(target: Path, place: Path, mark: OutputMark) -> None:
    if not place.is_dir() or all(one.name in _OF_HOSTS for one in place.iterdir()):
        return
    there = [*_marks(place, mark.audience.opd)]
    if not there:
        words = gettext(
            "Folder {folder} sudah berisi dan bukan buatan perintah ini; pilih folder baru atau yang kosong."
        )
        raise OutputPlaceError(words.format(folder=target))
    if mark not in there:
        words = gettext("Folder {folder} berisi {isi}, bukan {baru}; pilih folder lain, atau hapus dahulu folder itu.")
        raise OutputPlaceError(words.format(folder=target, isi=_called(there[0]), baru=_called(mark)))


def _marks(folder: Path, opd: str | None) -> Iterator[OutputMark]:
    """What ``folder`` may hold; nothing when it is not ours."""
    file = folder / MARK
    if file.is_file():
        what, edition, named = (*file.read_text("utf-8", "replace").split(), "", "", "")[:3]
        if what in {"situs", "luring", "pohon"} and edition in EDITIONS and _is_whole(folder, what):
            yield OutputMark(cast("What", what), Audience(edition, named or None))
        return
    for name, (page, closed, kinds) in _OF_EARLIER_VERSIONS.items():
        if (folder / name).is_file() and (folder / page).is_file():
            words = (folder / page).read_text("utf-8", "replace")
            for what in kinds if _is_whole(folder, kinds[0]) else ():
                if closed in words:  # which of the editions that are not for search engines nobody wrote down
                    yield from (OutputMark(what, INTERNAL), OutputMark(what, Audience("opd", opd)))
                else:
                    yield OutputMark(what, PUBLIC)


def _is_whole(folder: Path, what: str) -> bool:
    """Whether nothing of anybody else's stands in a tree, where engines put their own things too."""
    names = {one.name for one in folder.iterdir() if not is_hosts(one.name)}
    return what != "pohon" or names <= {MARK, ".spbe-tree", "docs", "mkdocs.yml", "site"}


def _called(mark: OutputMark) -> str:
    what = {
        "situs": gettext("situs"),
        "luring": gettext("salinan luring"),
        "pohon": gettext("pohon situs"),
    }[mark.what]
    return gettext("{isi} edisi {edisi}").format(isi=what, edisi=mark.audience.code)
