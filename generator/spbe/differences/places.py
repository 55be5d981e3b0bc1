"""Where the things of a difference stand, as far as its readers may know."""

from __future__ import annotations

from spbe.editions import Edition
from spbe.model.kinds import KINDS
from spbe.region import Node

_FILES = frozenset({"berkas", "otomasi", "templat", "pengaturan", "kebijakan"})
"""Kinds of what is told by its path anyway."""


def tells_files(view: Edition) -> bool:
    """Whether readers of ``view`` may know the files of records, or the repository is open to everybody."""
    return not view.audience.is_public or view.region.profil.publikasi.repo_publik


def place_of(view: Edition, node: Node) -> str | None:
    """The file of ``node``, which readers of ``view`` may see; ``None`` where nobody, or not they, can tell.

    The public is told a file whose path says no more than the kind and the id, which it knows: folders that people
    made and files with several records are theirs.
    """
    if node.kind in _FILES:
        return node.id
    if node.kind in {"halaman", "lampiran"}:
        return f"content/{node.id}"
    if node.kind == "jawaban":
        return f"indicators/{node.id}.yaml"
    file = view.region.files.get(node)
    if file is None or tells_files(view):
        return file
    usual = f"{KINDS[node.kind].folder}/{node.id}.yaml" if node.kind in KINDS else None
    return file if file == usual else None
