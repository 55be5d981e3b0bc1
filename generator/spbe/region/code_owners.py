"""Which account of the host must agree to a change of which file: ``CODEOWNERS``, from offices and their records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Final

from spbe.i18n import gettext as _
from spbe.i18n import mark
from spbe.model.kinds import KINDS, OFFICE
from spbe.model.perangkat_daerah import PerangkatDaerah
from spbe.region.entries import Entries
from spbe.region.entry import Entry
from spbe.region.relations import Node
from spbe.sources.source import Source, exists
from spbe.yamlio.limits import FILE_BYTES

PLACES: Final = (".github/CODEOWNERS", "CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS")
"""Where hosts look for it; both know the second, which is where ours is written unless there is one already."""

MARK: Final = "# spbe: "
_HEAD: Final = (
    mark("pemilik menurut catatan; dibuat dengan `spbe codeowners`."),
    mark("Tulis aturan sendiri di atas baris ini; yang di bawahnya diganti."),
)
_PLAIN: Final = re.compile(r"[^*?\[\]!#\\\n]+")
"""Paths that mean themselves there."""


def place_of(source: Source) -> str:
    """Where the file is, or shall be."""
    return next((place for place in PLACES if exists(source, place)), PLACES[1])


def written(source: Source) -> str | None:
    """What stands there now, if anything that can be read does."""
    try:
        return source.read(place_of(source), FILE_BYTES).decode("utf-8", "replace")
    except OSError:
        return None


def wanted(entries: Entries, there: str | None) -> str:
    """What shall stand there: the author's own lines of ``there``, then a line for each file or folder of an office."""
    lines = (there or "").splitlines()
    own = next((number for number, line in enumerate(lines) if line.startswith(MARK)), len(lines))
    head = [*lines[:own], *([""] if own == len(lines) and lines and lines[-1] else [])]
    told = [f"{MARK}{_(_HEAD[0])}", f"# {_(_HEAD[1])}"]
    return "\n".join([*head, *told, *_lines(_owners(entries))]) + "\n"


def is_stale(entries: Entries, there: str | None) -> bool:
    """Whether ``there``, made by us once, no longer says what the records do; its sentences do not count."""
    if there is None or not any(line.startswith(MARK) for line in there.splitlines()):
        return False
    return _rules(wanted(entries, there)) != _rules(there)


def _rules(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _owners(entries: Entries) -> dict[str, tuple[str, ...]]:
    """The accounts of each file with a record, by path; none where an owner has no account or is not known."""
    found: dict[str, dict[str, None]] = {}
    for entry in entries:
        accounts = _accounts(entries, entry)
        if entry.kind in KINDS or accounts:
            found.setdefault(entry.file, {}).update(dict.fromkeys(accounts))
    return {file: tuple(accounts) for file, accounts in found.items()}


def _accounts(entries: Entries, entry: Entry) -> tuple[str, ...]:
    record = entry.record
    name = entry.id if entry.kind == OFFICE else getattr(record, "perangkat_daerah", None)
    node = Node(OFFICE, name or "")
    office = entries.at.get(entries.former.get(node, node))
    if office is None or not isinstance(office.record, PerangkatDaerah):
        return ()
    return tuple(f"@{account.removeprefix('@')}" for account in office.record.akun_git)


def _lines(owners: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    """One line for a folder below those of kinds where all files have the same owners, else one for each file."""
    tops = {kind.folder for kind in KINDS.values()}
    folders: dict[str, set[tuple[str, ...]]] = {}
    for file, accounts in owners.items():
        for folder in _within(file, tops):
            folders.setdefault(folder, set()).add(accounts)
    made: dict[str, tuple[str, ...]] = {}
    for file, accounts in owners.items():
        whole = [f"{folder}/" for folder in _within(file, tops) if len(folders[folder]) == 1]
        made[whole[0] if whole else file] = accounts
    for path, accounts in sorted(made.items()):
        if accounts and _PLAIN.fullmatch(path):
            yield f"/{path.replace(' ', chr(92) + ' ')} {' '.join(accounts)}"


def _within(file: str, tops: set[str]) -> list[str]:
    """The folders of ``file`` below the one of its kind, outermost first."""
    above = [str(folder) for folder in reversed(PurePosixPath(file).parents)]
    top = next((number for number, folder in enumerate(above) if folder in tops), None)
    return [] if top is None else above[top + 1 :]
