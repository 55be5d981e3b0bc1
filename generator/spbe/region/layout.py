"""Which files of a source are data, and of what; and which look as if they wanted to be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from spbe.i18n import gettext
from spbe.model.identifiers import slug
from spbe.model.kinds import KINDS
from spbe.problems import RULES, Problem
from spbe.region.attached_texts import may_be_text
from spbe.region.file_naming import FOLDERS, SUFFIXES, meant_folder, not_yaml, proper_case
from spbe.region.obstacles import obstacle_problem
from spbe.sources.folder import source_of
from spbe.sources.source import LeavesError, Source, called, exists
from spbe.sources.walk import Walk
from spbe.yamlio.validation import closest, did_you_mean

NO_REGION = frozenset({"wilayah-tak-ada", "wilayah-kosong"})
"""Rules about a folder that holds no region: nothing else is missing there."""
FORMER_FILES: Final = {
    "architecture/mutu.yaml": "architecture/kualitas.yaml",
    "indicators/usaha.yaml": "indicators/upaya.yaml",
}
"""Files that stand beside folders by their former names, each with its present one; both are read."""
ASSESSMENT_STEM = "penilaian"
VALUES_STEM = "nilai"
SETTINGS = "mkdocs.yml"
PROFILE = "content/profil.yaml"
POLICY = "architecture/kebijakan-pemeriksaan.yaml"
ATTACHMENTS = "lampiran"
"""The folder of ``content`` whose files are published as they are."""


def _folders_of_kinds(top: str) -> dict[str, str]:
    """The folders of ``top`` that hold records, each with their kind."""
    folders = ((kind.folder.split("/"), slug) for slug, kind in KINDS.items())
    return {folder: slug for (above, folder), slug in folders if above == top}


NOT_ASSESSMENTS = frozenset({"instrumen", *_folders_of_kinds("indicators")})
"""Folders of indicators/ that hold something else."""
_PASSED_OVER = frozenset({"readme", "license", "changelog", "codeowners"})


@dataclass
class Layout:
    """The data files of a region by what they hold; all paths are relative to its root, and sorted.

    ``records``: kind to files. ``assessments``: folder name to its files. ``pages`` are hand-written Markdown,
    ``attachments`` what lies in ``content/lampiran``, ``beside`` everything else in ``content``.
    """

    source: Source
    records: dict[str, list[PurePosixPath]] = field(default_factory=dict)
    assessments: dict[str, list[PurePosixPath]] = field(default_factory=dict)
    instruments: list[PurePosixPath] = field(default_factory=list)
    profile: PurePosixPath | None = None
    teams: PurePosixPath | None = None
    efforts: PurePosixPath | None = None
    peers: PurePosixPath | None = None
    reference: PurePosixPath | None = None
    limits: PurePosixPath | None = None
    policy: PurePosixPath | None = None
    pages: list[PurePosixPath] = field(default_factory=list)
    attachments: list[PurePosixPath] = field(default_factory=list)
    beside: list[PurePosixPath] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def texts(self) -> Iterator[PurePosixPath]:
        """Every file that will be read whole: data, pages, attached texts, and the settings of the site."""
        for single in (self.profile, self.teams, self.efforts, self.peers, self.limits, self.policy, self.reference):
            if single is not None:
                yield single
        for many in (*self.records.values(), *self.assessments.values(), self.instruments, self.pages):
            yield from many
        yield from filter(may_be_text, (*self.attachments, *self.beside))
        yield PurePosixPath(SETTINGS)

    @property
    def no_region(self) -> list[Problem]:
        """What is said where there is no region at all; nothing where there is one, right or wrong."""
        return [one for one in self.problems if one.rule in NO_REGION]

    def walk(self, *folder: str) -> Walk:
        """A new walk through one of the region's folders."""
        return Walk(self.source, PurePosixPath(*folder))

    def tell(self, walk: Walk) -> None:
        """Make problems of what was in the way of ``walk``."""
        self.problems += [obstacle_problem(self.name(one.path), one) for one in walk.obstacles]

    def name(self, path: PurePosixPath) -> str:
        """``path`` as it is called in messages; bytes of a name that are no UTF-8 are replaced."""
        return called(str(path))


def find_files(root: Path | Source) -> Layout:
    """Look through the three folders of the region at ``root``; nothing in them is passed over in silence."""
    source = source_of(root)
    layout = Layout(source)
    if not _is_folder(source, ""):
        layout.problems.append(RULES["wilayah-tak-ada"].at(str(source.place), folder=source.place))
        return layout
    if not any(_is_folder(source, name) for name in FOLDERS):
        layout.problems.append(RULES["wilayah-kosong"].at(".", folder=source.place))
        return layout
    _misnamed_folders(layout)
    _content(layout)
    _architecture(layout)
    _indicators(layout)
    templates = layout.walk("site_templates")
    list(templates.files())
    layout.tell(templates)
    return layout


def _misnamed_folders(layout: Layout) -> None:
    """Folders beside the three that seem to be one of them, in other letters or in Indonesian, and hold data."""
    try:
        beside = layout.source.listing("")
    except OSError:  # may be entered, not listed: the three folders are found by their names
        return
    for name in beside:
        meant = meant_folder(name)
        if meant and any(one.suffix in SUFFIXES for one in layout.walk(name).files()):
            _unknown_folder(layout, PurePosixPath(name), list(FOLDERS), meant)


def _content(layout: Layout) -> None:
    """Links among attachments may not lead to pages or data, which are more than their published form."""
    walk, attached = layout.walk("content"), layout.walk("content", ATTACHMENTS)
    folders, files = walk.children(walk.top)
    profile = walk.top / "profil.yaml"
    passed_over = {profile}
    if not exists(layout.source, str(profile)):
        others = [path for path in files if proper_case(path.name, (profile.name,))]
        passed_over.update(others)
        words = " " + gettext("Yang ada `{nama}`; ganti namanya.").format(nama=others[0].name) if others else ""
        layout.problems.append(RULES["profil-tak-ada"].at(PROFILE, maksud=words))
    elif walk.usable(profile):
        layout.profile = profile
    for folder in folders:
        files += (attached if folder == attached.top else walk).files(folder)
    for path in files:
        if path.is_relative_to(attached.top):
            layout.attachments.append(path)
        elif path.suffix == ".md":
            layout.pages.append(path)
        elif path not in passed_over:
            layout.beside.append(path)
    layout.tell(walk)
    layout.tell(attached)


def _architecture(layout: Layout) -> None:
    walk = layout.walk("architecture")
    known = _folders_of_kinds("architecture")
    folders, files = walk.children(walk.top)
    for path in folders:
        if path.name in known:
            layout.records[known[path.name]] = list(_data_files(layout, walk, path))
        else:
            _unknown_folder(layout, path, sorted(known))
    _single_files(
        layout,
        files,
        {"kualitas.yaml": "limits", "kebijakan-pemeriksaan.yaml": "policy", "referensi.yaml": "reference"},
    )
    layout.tell(walk)


def _single_files(layout: Layout, files: Collection[PurePosixPath], known: Mapping[str, str]) -> None:
    """Take up the files that stand beside folders: ``known`` maps their names to the fields of ``layout``.

    One by its former name is read and told, but not beside the one by the present name.
    """
    there = {str(path) for path in files}
    for path in files:
        present = FORMER_FILES.get(str(path))
        if present is not None and present not in there:
            setattr(layout, known[PurePosixPath(present).name], path)
            layout.problems.append(RULES["berkas-nama-lama"].at(layout.name(path), nama=path.name, baru=present))
        elif path.name in known:
            setattr(layout, known[path.name], path)
        else:
            _misplaced(layout, path, sorted(known))


def _indicators(layout: Layout) -> None:
    walk = layout.walk("indicators")
    known = _folders_of_kinds("indicators")
    folders, files = walk.children(walk.top)
    _single_files(layout, files, {"pembanding.yaml": "peers", "tim.yaml": "teams", "upaya.yaml": "efforts"})
    for path in folders:
        if path.name in known:
            layout.records[known[path.name]] = list(_data_files(layout, walk, path))
        elif path.name == "instrumen":
            layout.instruments = list(_data_files(layout, walk, path))
        else:
            found = [file for file in _data_files(layout, walk, path) if not _miscased(layout, file)]
            headed = any(file.stem == ASSESSMENT_STEM for file in found)
            if found and not headed and closest(path.name, NOT_ASSESSMENTS):
                _unknown_folder(layout, path, sorted(NOT_ASSESSMENTS))
                continue
            if found and slug(path.name) != path.name:  # its name becomes an address
                rule = RULES["nilai-id"]
                layout.problems.append(rule.at(layout.name(path), tulisan=path.name, saran=slug(path.name) or "2025"))
            layout.assessments[path.name] = found
    layout.tell(walk)


def _data_files(layout: Layout, walk: Walk, folder: PurePosixPath) -> Iterator[PurePosixPath]:
    """Every data file below ``folder``; sub-folders mean nothing."""
    found: list[PurePosixPath] = []
    waiting = [folder]
    while waiting:
        folders, files = walk.children(waiting.pop())
        found += files
        for path in folders:  # reading one that is called like a file will say that it is a folder
            (found if path.suffix.lower() in SUFFIXES else waiting).append(path)
    for path in sorted(found):
        if path.suffix in SUFFIXES:
            yield path
        elif path.stem.lower() not in _PASSED_OVER:
            layout.problems.append(not_yaml(path))


def _miscased(layout: Layout, path: PurePosixPath) -> bool:
    """Whether ``path`` is told to be one of the two files of an assessment in other letters."""
    proper = proper_case(path.name, (f"{ASSESSMENT_STEM}.yaml", f"{VALUES_STEM}.yaml"))
    if proper is None or path.stem in {ASSESSMENT_STEM, VALUES_STEM}:
        return False
    layout.problems.append(RULES["berkas-ejaan"].at(layout.name(path), nama=path.name, saran=proper))
    return True


def _unknown_folder(layout: Layout, path: PurePosixPath, known: list[str], meant_name: str | None = None) -> None:
    rule = RULES["folder-tak-dikenal"]
    meant = did_you_mean(meant_name or path.name, known)
    layout.problems.append(rule.at(layout.name(path), nama=path.name, maksud=meant, pilihan=", ".join(known)))


def _misplaced(layout: Layout, path: PurePosixPath, known: list[str]) -> None:
    if path.stem.lower() in _PASSED_OVER:
        return
    if path.suffix not in SUFFIXES:
        layout.problems.append(not_yaml(path))
        return
    meant = did_you_mean(path.name, known)
    rule = RULES["berkas-salah-tempat"]
    layout.problems.append(rule.at(layout.name(path), nama=path.name, maksud=meant, pilihan=", ".join(known)))


def _is_folder(source: Source, path: str) -> bool:
    """Whether ``path`` is a folder, be it one of which the source has not the files."""
    try:
        status = source.status(path)
        if status.type == "link":
            status = source.status(source.follow(path))
    except LeavesError:
        return True
    except OSError:
        return False
    return status.type in {"folder", "submodule"}
