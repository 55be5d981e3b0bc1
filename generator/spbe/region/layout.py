"""Which files of a folder are data, and of what; and which look as if they wanted to be."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spbe.i18n import gettext
from spbe.model.kinds import KINDS
from spbe.model.values import slug
from spbe.problems import RULES, Problem
from spbe.yamlio.reading import reason
from spbe.yamlio.validation import did_you_mean

SUFFIXES = frozenset({".yaml", ".yml"})
ASSESSMENT_STEM = "penilaian"
VALUES_STEM = "nilai"
_PASSED_OVER = frozenset({"readme", "license", "changelog", "codeowners"})


@dataclass
class Layout:
    """The data files of a region by what they hold; all paths are sorted.

    ``records``: kind to files. ``assessments``: folder name to its files.
    """

    root: Path
    records: dict[str, list[Path]] = field(default_factory=dict)
    assessments: dict[str, list[Path]] = field(default_factory=dict)
    instruments: list[Path] = field(default_factory=list)
    profile: Path | None = None
    teams: Path | None = None
    efforts: Path | None = None
    reference: Path | None = None
    limits: Path | None = None
    problems: list[Problem] = field(default_factory=list)

    def name(self, path: Path) -> str:
        """``path`` as it is called in messages; bytes of a name that are no UTF-8 are replaced."""
        return os.fsencode(path.relative_to(self.root).as_posix()).decode("utf-8", "replace")


def find_files(root: Path) -> Layout:
    """Look through the three folders of the region at ``root``; nothing in them is passed over in silence."""
    layout = Layout(root)
    if not _is_folder(root):
        layout.problems.append(RULES["wilayah-tak-ada"].at(str(root), folder=root))
        return layout
    if not any(_is_folder(root / name) for name in ("content", "indicators", "architecture")):
        layout.problems.append(RULES["wilayah-kosong"].at(".", folder=root))
        return layout
    profile = root / "content" / "profil.yaml"
    if os.path.lexists(profile):
        layout.profile = profile
    else:
        layout.problems.append(RULES["profil-tak-ada"].at("content/profil.yaml"))
    _architecture(layout)
    _indicators(layout)
    return layout


def _architecture(layout: Layout) -> None:
    folder = layout.root / "architecture"
    known = {kind.folder.split("/")[1]: slug for slug, kind in KINDS.items() if kind.folder.startswith("architecture/")}
    for path in _children(layout, folder):
        if _is_folder(path):
            if path.name in known:
                layout.records[known[path.name]] = list(_data_files(layout, path))
            else:
                _unknown_folder(layout, path, sorted(known))
        elif path.name == "referensi.yaml":
            layout.reference = path
        elif path.name == "mutu.yaml":
            layout.limits = path
        else:
            _misplaced(layout, path, ["mutu.yaml", "referensi.yaml"])


def _indicators(layout: Layout) -> None:
    for path in _children(layout, layout.root / "indicators"):
        if not _is_folder(path):
            if path.name == "tim.yaml":
                layout.teams = path
            elif path.name == "usaha.yaml":
                layout.efforts = path
            else:
                _misplaced(layout, path, ["tim.yaml", "usaha.yaml"])
        elif path.name == "bukti":
            layout.records["bukti"] = list(_data_files(layout, path))
        elif path.name == "instrumen":
            layout.instruments = list(_data_files(layout, path))
        else:
            files = list(_data_files(layout, path))
            if files and slug(path.name) != path.name:  # its name becomes an address
                rule = RULES["nilai-id"]
                layout.problems.append(rule.at(layout.name(path), tulisan=path.name, saran=slug(path.name) or "2025"))
            layout.assessments[path.name] = files


def _children(layout: Layout, folder: Path) -> list[Path]:
    if not _is_folder(folder):
        return []
    try:
        if not os.access(folder, os.X_OK):  # its files would have names, but neither kind nor content
            raise PermissionError(errno.EACCES, "folder cannot be entered")
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        layout.problems.append(_unreadable(layout, folder, error))
        return []


def _data_files(layout: Layout, folder: Path) -> Iterator[Path]:
    """Every data file below ``folder``; sub-folders mean nothing. Links to folders are not followed."""
    found: list[Path] = []

    def failed(error: OSError) -> None:
        layout.problems.append(_unreadable(layout, Path(error.filename or folder), error))

    for parent, folders, files in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in list(folders):
            if Path(parent, name).is_symlink():
                linked = RULES["berkas-tak-terbaca"]
                said = gettext("tautan ke folder tidak diikuti")
                layout.problems.append(linked.at(layout.name(Path(parent, name)), sebab=said))
            elif Path(name).suffix.lower() in SUFFIXES:
                folders.remove(name)
                found.append(Path(parent, name))  # reading it will say that it is a folder
        found += [Path(parent, name) for name in files if not name.startswith(".")]
    for path in sorted(found):
        if path.suffix in SUFFIXES:
            yield path
        elif path.stem.lower() not in _PASSED_OVER:
            layout.problems.append(RULES["berkas-bukan-yaml"].at(layout.name(path), nama=path.name))


def _unknown_folder(layout: Layout, path: Path, known: list[str]) -> None:
    rule = RULES["folder-tak-dikenal"]
    meant = did_you_mean(path.name, known)
    layout.problems.append(rule.at(layout.name(path), nama=path.name, maksud=meant, pilihan=", ".join(known)))


def _misplaced(layout: Layout, path: Path, known: list[str]) -> None:
    if path.stem.lower() in _PASSED_OVER:
        return
    if path.suffix not in SUFFIXES:
        layout.problems.append(RULES["berkas-bukan-yaml"].at(layout.name(path), nama=path.name))
        return
    meant = did_you_mean(path.name, known)
    rule = RULES["berkas-salah-tempat"]
    layout.problems.append(rule.at(layout.name(path), nama=path.name, maksud=meant, pilihan=", ".join(known)))


def _unreadable(layout: Layout, path: Path, error: OSError) -> Problem:
    return RULES["berkas-tak-terbaca"].at(layout.name(path), sebab=reason(error))


def _is_folder(path: Path) -> bool:
    """Whether ``path`` is a folder; in a folder that may be listed but not entered nothing is known to be one."""
    return os.path.isdir(path)  # noqa: PTH112  (Path.is_dir raises there)
