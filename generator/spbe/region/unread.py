"""Unread is not absent: what cannot be read may hold whatever others refer to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

from spbe.model.kinds import KINDS
from spbe.problems import Problem
from spbe.region.file_naming import SUFFIXES, meant_folder, proper_name
from spbe.region.layout import ASSESSMENT_STEM, PROFILE, VALUES_STEM
from spbe.region.relations import Node
from spbe.sources.source import Source
from spbe.sources.walk import Walk
from spbe.yamlio.limits import SALVAGED_BYTES
from spbe.yamlio.salvage import salvage

State = Literal["there", "gone", "unread"]
"""Of what a name leads to: it was read, it does not exist, or nobody can tell before a file is mended."""

_FOLDERS = {kind.folder: slug for slug, kind in KINDS.items()} | {"indicators/instrumen": "instrumen"}
_OF_ASSESSMENT = frozenset({"penilaian", "jawaban", "nilai"})
_IN_TOP = {
    "content": frozenset({"profil"}),
    "indicators": _OF_ASSESSMENT | {"tim", "upaya", "pembanding"},
    "architecture": frozenset({"kualitas", "kebijakan", "referensi"}),
}
"""What is read from the three folders besides records."""

_UNSEEN = frozenset({"berkas-tak-terbaca", "tautan-keluar", "folder-tak-dikenal", "berkas-salah-tempat"})


@dataclass
class Unread:
    """What stands, or may stand, in files and folders that could not be read.

    ``nodes`` are records, what a region has once (``Node("profil", "profil")``), assessments
    (``Node("penilaian", "2025")``), instruments (``Node("instrumen", …)``), single answers
    (``Node("jawaban", "2025/I11")``), and all answers or values of an assessment (``Node("nilai", "2025")``);
    ``names`` are ids of a kind that nobody knows; ``kinds`` are those of which any id may exist; ``assessments`` are
    those of which a file is missing here.
    """

    nodes: set[Node] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    assessments: set[str] = field(default_factory=set)

    def holds(self, node: Node) -> bool:
        """Whether ``node`` may stand in what could not be read."""
        whole = Node(node.kind, node.id.partition("/")[0])
        return not self.nodes.isdisjoint((node, whole)) or node.kind in self.kinds or node.id in self.names

    def assessment_file(self, name: str, stem: str) -> None:
        """The file called ``stem`` of the assessment ``name`` could not be understood."""
        self.assessments.add(name)
        if stem in {ASSESSMENT_STEM, VALUES_STEM}:
            self.nodes.add(Node(stem, name))
        else:
            self.nodes.add(Node("jawaban", f"{name}/{stem}"))

    def record_file(self, kind: str, source: Source, path: PurePosixPath) -> None:
        """The file at ``path``, of one or several records of ``kind``, could not be understood."""
        self.nodes.add(Node(kind, path.stem))
        content = _content(source, path)
        if content is None:
            self.kinds.add(kind)
            return
        found = salvage(content)
        self.nodes |= {Node(kind, name) for name in (*found.ids, *found.former)}

    def folders(self, source: Source, problems: Iterable[Problem]) -> None:
        """What is wrong with folders and misplaced files of ``source`` says what was not looked into."""
        for problem in problems:
            place = PurePosixPath(problem.file)
            if problem.rule in {"berkas-akhiran", "berkas-ejaan"}:
                self._misnamed(source, place)
            elif problem.rule in _UNSEEN:
                self._unseen(source, place, named=problem.rule == "folder-tak-dikenal")

    def _misnamed(self, source: Source, place: PurePosixPath) -> None:
        """A file that would be read under another name."""
        stem = PurePosixPath(proper_name(place.name) or place.name).stem
        if _FOLDERS.get("/".join(place.parts[:2])) is None and len(place.parts) > 2:
            lower = stem.casefold()
            self.assessment_file(place.parts[1], lower if lower in {ASSESSMENT_STEM, VALUES_STEM} else stem)
            return
        written = salvage(_content(source, place) or b"")
        self.names |= {stem, *written.ids, *written.former}

    def _unseen(self, source: Source, place: PurePosixPath, *, named: bool) -> None:
        if len(place.parts) == 1:
            top = meant_folder(place.name) or place.name
            self.kinds |= {slug for folder, slug in _FOLDERS.items() if folder.startswith(f"{top}/")}
            self.kinds |= _IN_TOP.get(top, frozenset())
            return
        if place.as_posix() == PROFILE:
            self.nodes.add(Node("profil", "profil"))
        if place.parts[0] not in {"architecture", "indicators"}:
            return
        kind = _FOLDERS.get("/".join(place.parts[:2]))
        if kind is not None:
            self.kinds.add(kind)
        elif place.parts[0] == "indicators" and len(place.parts) > 2 and place.suffix in SUFFIXES:
            self.assessment_file(place.parts[1], place.stem)
        elif place.parts[0] == "indicators" and not place.suffix and not named:
            self.assessments.add(place.parts[1])
            self.nodes |= {Node(kind, place.parts[1]) for kind in _OF_ASSESSMENT}
        else:
            self._names_below(Walk(source, PurePosixPath(place.parts[0])), place)

    def _names_below(self, walk: Walk, path: PurePosixPath) -> None:
        """The ids in files that lie where nobody looks for them; what ``walk`` does not follow has its name only."""
        if not walk.usable(path):
            self.names.add(path.stem)
            return
        found = walk.files(path) if walk.source.status(str(path)).type == "folder" else [path]
        for file in found:
            if file.suffix.lower() in {".yaml", ".yml"}:
                self.names.add(file.stem)
                written = salvage(_content(walk.source, file) or b"")
                self.names |= {*written.ids, *written.former}


def _content(source: Source, path: PurePosixPath) -> bytes | None:
    """The bytes of a file of bearable size, as far as there are any to be had."""
    try:
        return source.read(str(path), SALVAGED_BYTES)
    except OSError:
        return None
