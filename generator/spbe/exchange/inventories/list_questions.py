"""What of a list is for a person: each row as a question with its answers, which ``spbe terima`` takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from spbe.editions import Audience
from spbe.exchange.handed_in.proposals import Proposal
from spbe.exchange.handed_in.questions import Choice, Premise, Question, choices_of
from spbe.exchange.inventories.import_prints import KEY, ROW_KEY, print_of, prints_in, prints_text
from spbe.exchange.inventories.list_drafts import NAME, OWNER, REST, STATE, ListDraft
from spbe.exchange.inventories.list_things import USERS
from spbe.exchange.inventories.mapped_rows import MappedRow
from spbe.exchange.inventories.office_names import NamedOffice, OfficeCandidate, OfficeRegister
from spbe.exchange.inventories.record_updates import SOURCE
from spbe.exchange.inventories.thing_records import source_of_rows
from spbe.i18n import gettext as _
from spbe.model.kinds import Kind
from spbe.model.record import CURRENT, DISCONTINUED, Record
from spbe.region import Entry

_ALL_OFFICES: Final = 100
"""Up to so many offices all are offered; of more only those that are most like."""

_MOST_TOLD: Final = 8
"""Of so many rows a question tells what they hold."""

_INTERNAL: Final = Audience("internal")

NOT_LISTED: Final = "Tidak ada pada daftar"
"""The key in ``lain`` for the list in which a record was missed, once somebody said what became of it."""


@dataclass(frozen=True)
class ProposedRecord:
    """A record that a row may be: ``values`` as written, with the ``id`` that it has or shall have.

    ``there``: the record is one of the region, or one that this import makes; then ``values`` are what it gets more.
    ``rows`` are those that it comes from, where these are not all of which is asked.
    """

    id: str
    values: Mapping[str, Any]
    there: bool = False
    rows: tuple[ListDraft, ...] = ()


@dataclass(frozen=True)
class RowAnswer:
    """An answer: what is picked, and the records that it makes or changes; without any the row is left out."""

    label: str
    records: tuple[ProposedRecord, ...] = ()


@dataclass(frozen=True)
class RowQuestion:
    """The rows of ``drafts``, of which the same is asked, with the answers to pick from."""

    drafts: tuple[ListDraft, ...]
    answers: tuple[RowAnswer, ...]


def row_print(row: MappedRow) -> str:
    """What is equal for two rows that say the same, wherever they stand."""
    cells = [cell for cells in row.fields.values() for cell in cells] + list(row.other)
    return print_of(sorted((cell.header, cell.text) for cell in cells))


def questions_of(kind: Kind, file: str, asked: Iterable[RowQuestion]) -> Iterator[Question]:
    """Each as a question of a workbook to decide in; ``file`` is the list that they are about."""
    asked = tuple(asked)
    sources = _sources(file, asked)
    for one in asked:
        first = one.drafts[0]
        marks = {f"{ROW_KEY}{row_print(draft.row)}": source_of_rows(file, [draft]) for draft in one.drafts}
        yield Question(
            id=f"{kind.slug}/{'-'.join(sorted(mark.removeprefix(ROW_KEY) for mark in marks))}",
            office=" ".join(first.owner.text.split()) if first.owner else "",
            record=", ".join(dict.fromkeys(draft.name for draft in one.drafts if draft.name)) or _("(tanpa nama)"),
            field=source_of_rows(file, one.drafts),
            asks=first.reason,
            choices=choices_of([_choice(kind, file, first, answer, marks, sources) for answer in one.answers]),
            premises=tuple(_premises(kind, one.answers)),
            now="\n\n".join(_told(draft.row) for draft in one.drafts[:_MOST_TOLD]),
            seen_by=_INTERNAL,
        )


def missing_questions(kind: Kind, file: str, missing: Iterable[Entry]) -> Iterator[Question]:
    """Whether a record of an earlier list that is not in ``file`` is still there."""
    for entry in missing:
        rest = entry.raw.get(REST)
        is_over = isinstance(entry.record, Record) and not entry.record.is_current
        if is_over or (isinstance(rest, Mapping) and rest.get(NOT_LISTED) == file):
            continue
        noted = Proposal(file, "", kind.slug, entry.id, (REST, NOT_LISTED), file, seen_by=_INTERNAL)
        choices = [Choice(_("Masih ada"), (noted,))]
        if isinstance(entry.record, Record):
            over = Proposal(file, "", kind.slug, entry.id, (STATE,), DISCONTINUED, seen_by=_INTERNAL)
            choices.append(Choice(_("Dihentikan"), (over, noted)))
        yield Question(
            id=f"{kind.slug}/{entry.id}/{NOT_LISTED}",
            office="",
            record=f"{entry.raw.get(NAME, '')} [{entry.id}]",
            field=file,
            asks=_("Ada pada daftar terdahulu, tidak ada pada daftar ini."),
            choices=choices_of(choices),
            premises=(Premise(kind.slug, entry.id, (NAME,), str(entry.raw.get(NAME, ""))),),
            now=str(entry.raw.get(SOURCE, "")),
            seen_by=_INTERNAL,
        )


def office_answers(
    offices: OfficeRegister, candidates: Sequence[OfficeCandidate]
) -> tuple[tuple[str, NamedOffice], ...]:
    """The offices to pick from, with their labels: the likely ones first."""
    likely = [one.office for one in candidates]
    every = sorted(offices.by_id.values(), key=lambda one: one.name.casefold())
    others = [one for one in every if one not in likely] if len(every) <= _ALL_OFFICES else []
    often = Counter(one.name for one in every)
    return tuple((f"{one.name} [{one.id}]" if often[one.name] > 1 else one.name, one) for one in (*likely, *others))


def owner_reason(text: str, candidates: Sequence[OfficeCandidate]) -> str:
    """Why the owner of a row is a person's to say."""
    offered = "; ".join(f"{one.office.name} [{one.office.id}]" for one in candidates)
    if not candidates:
        return _("Perangkat daerah `{tulisan}` tidak ada pada register.").format(tulisan=text)
    if all(one.likeness == 1.0 for one in candidates):
        return _("Beberapa perangkat daerah bernama `{tulisan}`: {calon}.").format(tulisan=text, calon=offered)
    words = _("Perangkat daerah `{tulisan}` tidak ada pada register; mungkin {calon}.")
    return words.format(tulisan=text, calon=offered)


def _sources(file: str, asked: Iterable[RowQuestion]) -> dict[str, str]:
    """Where each record that may be made comes from: the same for all answers that make it, so that any may."""
    drafts: dict[str, list[ListDraft]] = {}
    for one in asked:
        for record in (record for answer in one.answers for record in answer.records if not record.there):
            known = drafts.setdefault(record.id, [])
            known.extend(draft for draft in record.rows or one.drafts if draft not in known)
    return {name: source_of_rows(file, rows) for name, rows in drafts.items()}


def _choice(
    kind: Kind, file: str, draft: ListDraft, answer: RowAnswer, marks: Mapping[str, str], sources: Mapping[str, str]
) -> Choice:
    proposals = [one for record in answer.records for one in _proposals(kind, file, draft, record, marks, sources)]
    return Choice(answer.label, tuple(proposals))


def _proposals(
    kind: Kind,
    file: str,
    draft: ListDraft,
    record: ProposedRecord,
    marks: Mapping[str, str],
    sources: Mapping[str, str],
) -> Iterator[Proposal]:
    """What makes the record true, and what lets the row be known again."""
    draft = record.rows[0] if record.rows else draft
    cell = draft.doubt_cell or draft.row.address
    own = {f"{ROW_KEY}{row_print(one.row)}" for one in record.rows} or {*marks}
    values = dict(record.values)
    rest: dict[str, str] = dict(values.pop(REST, {}))
    if not record.there:
        values.setdefault(SOURCE, sources[record.id])
    if not record.there and values.get(STATE) == CURRENT:
        del values[STATE]
    for name, value in values.items():
        yield Proposal(file, cell, kind.slug, record.id, (name,), value, not record.there, _INTERNAL, bare=True)
    for key, text in {**rest, **{key: text for key, text in marks.items() if key in own}}.items():
        yield Proposal(file, cell, kind.slug, record.id, (REST, key), text, not record.there, _INTERNAL, bare=True)


def _premises(kind: Kind, answers: Sequence[RowAnswer]) -> Iterator[Premise]:
    """That what shall be made is not there yet."""
    made = {record.id: None for answer in answers for record in answer.records if not record.there}
    yield from (Premise(kind.slug, name, (), None) for name in made)


def _told(row: MappedRow) -> str:
    cells = [*(cell for cells in row.fields.values() for cell in cells), *row.other]
    return "\n".join(f"{' '.join(cell.header.split())}: {cell.text}" for cell in cells)


def with_user(users: Sequence[str], office: str | None) -> dict[str, Any]:
    """What an application gets that one more office uses."""
    return {USERS: [*users, office]} if office and office not in users else {}


def name_and_owner(record: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a record that a row says for sure whose columns shifted."""
    kept = {name: value for name, value in record.items() if name in {NAME, OWNER, USERS}}
    prints = prints_in(record.get(REST))
    return {**kept, REST: {KEY: prints_text({name: one for name, one in prints.items() if name in kept})}}
