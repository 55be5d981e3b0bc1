"""The national reference architecture (Perpres 132/2022) as a tree of codes, and a region's own codes below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Protocol

from spbe.standards.findings import Finding

LOCAL_LEVEL = 4
"""The first level that a region may fill itself."""


@dataclass(frozen=True, slots=True)
class ReferenceNode:
    """One code. ``induk`` is the code above it, ``None`` at level 1.

    ``status`` says how sure the code is: ``terkonfirmasi``, ``templat-sia``, ``belum-terverifikasi`` or, added by a
    region, ``daerah``. ``sumber`` are keys of :attr:`ReferenceArchitecture.sumber`; ``nama_lain`` is the name in
    another source, ``ejaan_sumber`` the spelling of the source where it differs from ``nama``.
    """

    kode: str
    nama: str
    tingkat: int
    status: str
    induk: str | None
    sumber: tuple[str, ...] = ()
    nama_lain: str = ""
    ejaan_sumber: str = ""
    catatan: str = ""

    @property
    def is_verified(self) -> bool:
        """Whether an official source has the code, or the region itself."""
        return self.status != "belum-terverifikasi"


@dataclass(frozen=True, slots=True)
class ReferenceDomain:
    """What is known of a whole domain; ``jenis`` is the kind of record it classifies.

    ``label`` names the levels, ``lengkap`` is the deepest level of which our national list is complete, ``tercetak``
    the place of levels 1 and 2 in the annex of the circular (SE 18/2022).
    """

    kode: str
    judul: str
    jenis: str
    label: Mapping[int, str]
    lengkap: int
    tercetak: str
    catatan: str = ""

    @property
    def is_listed_whole(self) -> bool:
        """Whether our national list is complete down to the last level that is the nation's."""
        return self.lengkap >= LOCAL_LEVEL - 1


@dataclass(frozen=True, slots=True)
class ReferenceSource:
    """Where codes were read: document or repository, revision and file, and what that is.

    ``peraturan`` is the id of an official document in :func:`spbe.standards.legal.laws`, empty for all others.
    """

    rujukan: str
    asal: str
    tautan: str = ""
    peraturan: str = ""


class LocalCode(Protocol):
    """A code that a region adds; any record with these two attributes will do."""

    @property
    def kode(self) -> str:
        """Such as ``RAB.09.06``, below a national one."""

    @property
    def nama(self) -> str:
        """What it is called."""


@dataclass(frozen=True, slots=True)
class ReferenceArchitecture:
    """The codes in their order, parents before children, with what is known of domains and sources.

    ``nodes`` maps codes such as ``RAB.09.06`` to nodes; ``domains`` maps ``RAB`` … ``RAK``; ``status`` explains the
    words of :attr:`ReferenceNode.status`; ``selisih`` are discrepancies between sources that nobody has resolved.
    """

    nodes: Mapping[str, ReferenceNode]
    domains: Mapping[str, ReferenceDomain]
    status: Mapping[str, str]
    sumber: Mapping[str, ReferenceSource]
    selisih: tuple[str, ...]
    judul: str
    _children: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: dict[str, list[str]] = {code: [] for code in self.domains}
        for node in self.nodes.values():
            children.setdefault(node.induk or node.kode[:3], []).append(node.kode)
        object.__setattr__(self, "_children", MappingProxyType({key: tuple(codes) for key, codes in children.items()}))

    def parent(self, code: str) -> ReferenceNode | None:
        """The node above ``code``, ``None`` at level 1; raises ``KeyError`` for an unknown code."""
        above = self.nodes[code].induk
        return None if above is None else self.nodes[above]

    def children(self, code: str) -> tuple[ReferenceNode, ...]:
        """The nodes right below ``code``, which may also be a domain such as ``RAB``."""
        return tuple(self.nodes[child] for child in self._children.get(code, ()))

    def line(self, code: str) -> tuple[ReferenceNode, ...]:
        """The nodes from level 1 down to ``code``; raises ``KeyError`` for an unknown code."""
        found = [self.nodes[code]]
        while (above := found[-1].induk) is not None:
            found.append(self.nodes[above])
        return tuple(reversed(found))

    def names(self, code: str) -> tuple[str, ...]:
        """The names from level 1 down to ``code``: ``("Pemerintahan Umum", "Aparatur Negara")``."""
        return tuple(node.nama for node in self.line(code))

    def with_local(self, codes: Iterable[LocalCode]) -> tuple[ReferenceArchitecture, tuple[Finding, ...]]:
        """This tree with a region's own codes added, and what was wrong with those left out.

        Paths of findings are ``(position, "kode")``, counted in ``codes``.
        ``referensi-ganda``: the code is taken (``kode``, ``nama`` of the one that has it).
        ``referensi-tingkat``: not of level 4 or deeper (``kode``, ``tingkat``).
        ``referensi-induk``: the code above it does not exist (``kode``, ``contoh``: one that would do). A level 4 code
        may hang from its nearest known ancestor where our national list stops above level 3.
        """
        findings: dict[int, Finding] = {}
        nodes = dict(self.nodes)
        # Parents first, so that the order in the file does not matter.
        for position, local in sorted(enumerate(codes), key=lambda item: (level_of(item[1].kode), item[0])):
            made = self._local(nodes, local, position)
            if isinstance(made, Finding):
                findings[position] = made
            else:
                nodes[made.kode] = made
        extended = replace(self, nodes=MappingProxyType(nodes))
        return extended, tuple(findings[position] for position in sorted(findings))

    def _local(self, nodes: Mapping[str, ReferenceNode], local: LocalCode, position: int) -> ReferenceNode | Finding:
        code, path = local.kode, (position, "kode")
        if code in nodes:
            return Finding("referensi-ganda", path, {"kode": code, "nama": nodes[code].nama})
        level = level_of(code)
        if level < LOCAL_LEVEL:
            return Finding("referensi-tingkat", path, {"kode": code, "tingkat": str(level)})
        above = next((ancestor for ancestor in _ancestors(code) if ancestor in nodes), None)
        if above is None or not self._reaches(nodes[above], level):
            return Finding("referensi-induk", path, {"kode": code, "contoh": self._example(above or code[:3])})
        return ReferenceNode(code, local.nama, level, "daerah", above)

    def _reaches(self, above: ReferenceNode, level: int) -> bool:
        """Whether a code of ``level`` may hang from ``above``, its nearest known ancestor."""
        if above.tingkat == level - 1:
            return True
        national = any(child.tingkat < LOCAL_LEVEL for child in self.children(above.kode))
        listed = national and self.domains[above.kode[:3]].lengkap > above.tingkat
        return level == LOCAL_LEVEL and not listed

    def _example(self, code: str) -> str:
        """A code below ``code`` that a region might add."""
        while children := self._children.get(code):
            code = children[0]
        return code + ".01" * max(LOCAL_LEVEL - level_of(code), 1)


def level_of(code: str) -> int:
    """The level of ``code``: how many groups of digits it has."""
    return code.count(".")


def _ancestors(code: str) -> Iterator[str]:
    while (code := code.rpartition(".")[0]).count("."):
        yield code
