"""The files that an import makes and changes, and the ids that are still free."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from spbe.changes import Change
from spbe.changes.drafting import bare_record
from spbe.checks import Opened
from spbe.model.base import Base
from spbe.model.file_names import is_device
from spbe.model.identifiers import ID_LENGTH, slug
from spbe.model.kinds import KINDS
from spbe.model.record import CURRENT
from spbe.region import Entry
from spbe.region.file_naming import SUFFIXES
from spbe.sources.walk import Walk
from spbe.yamlio.editing import with_value
from spbe.yamlio.limits import FILE_BYTES

_MOST: Final = 10_000


class ImportFiles:
    """Texts by path, as they shall be; ``records`` are the ids made or changed, but for what is made by the way."""

    def __init__(self, opened: Opened, origin: str) -> None:
        self.opened, self.origin = opened, origin
        self.records: list[str] = []
        self._texts: dict[str, str] = {}
        self._before: dict[str, bytes | None] = {}
        self._taken: dict[str, set[str]] = {}

    def free_id(self, kind: str, name: str) -> str | None:
        """The id that ``name`` suggests, with a number behind it where it is, was or may be in use."""
        taken, first = self._ids(kind), slug(name)
        if not first:
            return None
        for number in range(1, _MOST):
            end = f"-{number}" if number > 1 else ""
            made = f"{first[: ID_LENGTH - len(end)].rstrip('-')}{end}"
            if made not in taken and not is_device(made):
                return made
        return None

    def reserve(self, kind: str, name: str) -> None:
        """Let nobody else have the id."""
        self._ids(kind).add(name)

    def add(
        self, kind: str, model: type[Base], name: str, values: Mapping[str, Any], *, counted: bool = True
    ) -> dict[str, Any]:
        """A new file for one record, and what is written in it; one that is not ``counted`` is made by the way."""
        self.reserve(kind, name)
        if counted:
            self.records.append(name)
        path = f"{KINDS[kind].folder}/{name}.yaml"
        given = {one: values[one] for one in model.model_fields if one in values and values[one] not in ("", {}, [])}
        if given.get("keadaan") == CURRENT:
            del given["keadaan"]
        self._texts[path] = bare_record(path, KINDS[kind], {"id": name, **given})
        self._before[path] = None
        return given

    def edit(self, entry: Entry, values: Mapping[str, Any]) -> None:
        """Let the record of ``entry`` say ``values``; every other byte stays. Raises as the edit does."""
        if not values:
            return
        text = self._text(entry.file)
        for name, value in values.items():
            text = with_value(text, (*entry.path, name), value)
        self._texts[entry.file] = text
        self.records.append(entry.id)

    def change(self) -> Change:
        """The change that makes it true."""
        files: dict[str, bytes | None] = {
            path: text.encode() for path, text in self._texts.items() if text.encode() != self._before[path]
        }
        return Change(self.origin, files, self._before)

    def _text(self, file: str) -> str:
        if file not in self._texts:
            data = self.opened.source.read(file, FILE_BYTES)
            self._before[file] = data
            self._texts[file] = data.decode("utf-8")
        return self._texts[file]

    def _ids(self, kind: str) -> set[str]:
        if kind not in self._taken:
            entries = self.opened.entries
            folder = PurePosixPath(KINDS[kind].folder)
            files = (path.stem for path in Walk(self.opened.source, folder).files() if path.suffix in SUFFIXES)
            former = (node.id for node in entries.former if node.kind == kind)
            unread = (node.id for node in entries.unread.nodes if node.kind == kind)
            self._taken[kind] = {*(one.id for one in entries.of_kind(kind)), *files, *former, *unread}
        return self._taken[kind]
