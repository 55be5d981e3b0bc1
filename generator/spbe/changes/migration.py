"""What a region wrote as it was written once, in the words of today: one change for all of it.

Old data stay valid, and every step here follows a rule of ``check`` that tells it as information or warning; nothing
changes its meaning. A step that needs somebody's judgement is none of ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from spbe.catalogue.shortcomings import present_name
from spbe.changes.change import Change
from spbe.checks import Opened
from spbe.i18n import mark
from spbe.model.aplikasi import Aplikasi
from spbe.model.base import Base, absence_word
from spbe.model.choices import choices_of
from spbe.model.kualitas import Kualitas
from spbe.model.references import references_in
from spbe.region import Node
from spbe.region.entry import Entry
from spbe.region.layout import FORMER_FILES
from spbe.region.moved_links import with_present_links
from spbe.region.record_links import record_links
from spbe.sources.source import exists
from spbe.standards.national import GENERAL, national_application
from spbe.yamlio import Path
from spbe.yamlio.editing import NotEditableError, renamed, with_value
from spbe.yamlio.limits import FILE_BYTES

Edit = Callable[[str], str]
MINISTRY: Final = "pusat"


@dataclass(frozen=True, slots=True)
class MigrationStep:
    """One thing that is written anew in ``file``: ``old`` becomes ``new``, both in words."""

    file: str
    old: str
    new: str
    edit: Edit | None = None
    """What it makes of the file's text; ``None`` where the file itself is called ``new``."""


@dataclass(frozen=True, slots=True)
class Migration:
    """A way in which data were written once; ``title`` says for people what is done about it."""

    id: str
    title: str
    steps: Callable[[Opened], Iterator[MigrationStep]]


@dataclass(frozen=True)
class MigratedRegion:
    """A region written anew in the words of today.

    ``change`` makes all of it true; ``told`` are the steps of each migration that has any.

    ``left`` are steps that nobody but a person can take, since the text does not let itself be edited.
    """

    change: Change
    told: tuple[tuple[Migration, tuple[MigrationStep, ...]], ...]
    left: tuple[MigrationStep, ...]


def migrated(opened: Opened) -> MigratedRegion:
    """Everything that ``opened`` has by its former words, as a change; entries with errors stay as they are."""
    texts: dict[str, str] = {}
    before: dict[str, bytes | None] = {}
    moved: dict[str, str] = {}
    told: list[tuple[Migration, tuple[MigrationStep, ...]]] = []
    left: list[MigrationStep] = []
    for migration in MIGRATIONS:
        taken: list[MigrationStep] = []
        for step in migration.steps(opened):
            if step.file not in texts:
                content = opened.source.read(step.file, FILE_BYTES)
                before[step.file], texts[step.file] = content, content.decode("utf-8")
            if step.edit is None:
                moved[step.file] = step.new
                before[step.new] = None
            else:
                try:
                    texts[step.file] = step.edit(texts[step.file])
                except NotEditableError:
                    left.append(step)
                    continue
            taken.append(step)
        if taken:
            told.append((migration, tuple(taken)))
    files: dict[str, bytes | None] = {}
    for path, text in texts.items():
        if path in moved:
            files |= {path: None, moved[path]: text.encode()}
        elif text.encode() != before[path]:
            files[path] = text.encode()
    return MigratedRegion(Change("spbe migrate", files, before), tuple(told), tuple(left))


def _former_files(opened: Opened) -> Iterator[MigrationStep]:
    for old, new in FORMER_FILES.items():
        if exists(opened.source, old) and not exists(opened.source, new):
            yield MigrationStep(old, old, new)


def _former_keys(opened: Opened) -> Iterator[MigrationStep]:
    documents = {id(entry.document): entry.document for entry in opened.entries.all}
    for document in documents.values():
        for path, old in sorted(document.former.items(), key=lambda one: len(one[0])):  # what holds others comes first
            edit = partial(renamed, path=(*path[:-1], old), key=str(path[-1]))
            yield MigrationStep(document.file, old, str(path[-1]), edit)
    limits = opened.limits.record if opened.limits is not None else None
    if opened.limits is not None and isinstance(limits, Kualitas):
        for old in limits.temuan:
            if (new := present_name(old)) != old:
                yield MigrationStep(opened.limits.file, old, new, partial(renamed, path=("temuan", old), key=new))


def _spellings(opened: Opened) -> Iterator[MigrationStep]:
    for entry in opened.entries.all:
        if isinstance(entry.record, Base) and isinstance(entry.raw, dict):
            for path, old, new in _spelled(entry.record, entry.raw, ()):
                yield _value(entry, path, old, new)


def _spelled(record: Base, raw: dict[str, Any], path: Path) -> Iterator[tuple[Path, str, str]]:
    """Where ``raw``, which ``record`` was read from, has a value of a closed list in other words than its code."""
    choices = choices_of(type(record))
    for key, value in raw.items():
        if key not in type(record).model_fields:
            continue
        here = (*path, key)
        read = getattr(record, key)
        meant = absence_word(value) if isinstance(value, str) and record.absence(key) else None
        if meant is not None:
            if value != meant:
                yield here, value, meant
        elif key in choices:
            for place, one in enumerate(value) if isinstance(value, list) else ((None, value),):
                code = choices[key].find(one) if isinstance(one, str) else None
                if code is not None and one.strip() != code:
                    yield (here if place is None else (*here, place)), one, code
        elif isinstance(read, Base) and isinstance(value, dict):
            yield from _spelled(read, value, here)
        elif isinstance(read, tuple) and isinstance(value, list):
            for place, (part, one) in enumerate(zip(read, value, strict=False)):
                if isinstance(part, Base) and isinstance(one, dict):
                    yield from _spelled(part, one, (*here, place))


def _references(opened: Opened) -> Iterator[MigrationStep]:
    former = opened.entries.former
    for entry in opened.entries.all:
        for reference in references_in(entry.model, entry.raw):
            node = Node(reference.kind, reference.id)
            if node in former and node not in opened.entries.at:
                yield _value(entry, reference.path, reference.id, former[node].id)
    for page in opened.content.pages:
        for link in record_links(page.text):
            node = Node(link.kind, link.id)
            if node in former and node not in opened.entries.at:
                old, new = f"spbe:{link.kind}/{link.id}", f"spbe:{link.kind}/{former[node].id}"
                yield MigrationStep(page.file, old, new, partial(_replaced, old=old, new=new))


def _replaced(text: str, old: str, new: str) -> str:
    """``text`` with the reference ``old`` as ``new``, where it is not the beginning of a longer id."""
    parts = text.split(old)
    return "".join(
        part + ("" if place == len(parts) - 1 else old if _goes_on(parts[place + 1]) else new)
        for place, part in enumerate(parts)
    )


def _goes_on(after: str) -> bool:
    return bool(after) and (after[0].isalnum() or after[0] == "-")


def _general_applications(opened: Opened) -> Iterator[MigrationStep]:
    """Applications that the register knows, which say of themselves what it does not."""
    for entry in opened.entries.all:
        record = entry.record
        known = national_application(record.nama) if isinstance(record, Aplikasi) else None
        if not isinstance(record, Aplikasi) or known is None or record.jenis is None:
            continue
        decreed = any("panrb" in law.casefold().replace(" ", "") for law in record.dasar_hukum)
        if record.jenis == GENERAL and not known.general and not decreed:
            yield _value(entry, ("jenis",), record.jenis, MINISTRY)


def _addresses(opened: Opened) -> Iterator[MigrationStep]:
    for page in opened.content.pages:
        text, moved = with_present_links(page.text)
        if text != page.text:
            for old, new in moved:
                yield MigrationStep(page.file, old, new, lambda whole: with_present_links(whole)[0])


def _value(entry: Entry, path: Path, old: str, new: str) -> MigrationStep:
    return MigrationStep(entry.file, old, new, partial(with_value, path=(*entry.path, *path), value=new))


MIGRATIONS: Final = (
    Migration("nama-berkas", mark("Berkas dengan nama lama"), _former_files),
    Migration("nama-isian", mark("Isian dengan nama lama"), _former_keys),
    Migration("ejaan", mark("Nilai dengan ejaan atau sebutan lama"), _spellings),
    Migration("id", mark("Rujukan dengan ID lama"), _references),
    Migration("aplikasi-umum", mark("Aplikasi instansi pusat yang ditulis umum"), _general_applications),
    Migration("alamat", mark("Tautan dengan alamat lama"), _addresses),
)
"""Every migration there is, in the order in which they are applied."""
