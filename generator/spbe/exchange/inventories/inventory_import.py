"""A foreign list as a change of the region: every row comes to one outcome, nothing is written on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from spbe.changes import Change
from spbe.checks import Opened
from spbe.exchange.handed_in.questions import Question
from spbe.exchange.inventories.import_files import ImportFiles
from spbe.exchange.inventories.import_prints import prints_in, row_prints_in
from spbe.exchange.inventories.list_drafts import NAME, OWNER, REST, CellRemark, Doubt, ListDraft
from spbe.exchange.inventories.list_offices import ListOffices
from spbe.exchange.inventories.list_questions import RowQuestion, missing_questions, questions_of, row_print
from spbe.exchange.inventories.list_things import USERS, ListThing, things_of
from spbe.exchange.inventories.mapped_rows import Inventory
from spbe.exchange.inventories.name_keys import name_key
from spbe.exchange.inventories.office_names import NEARLY, NamedOffice, OfficeCandidate
from spbe.exchange.inventories.record_matching import matched
from spbe.exchange.inventories.record_updates import SOURCE, update_of
from spbe.exchange.inventories.row_answers import RowAnswers
from spbe.exchange.inventories.row_drafting import drafts_of
from spbe.exchange.inventories.sifting import sift
from spbe.exchange.inventories.thing_records import record_of, said_of, source_of_rows, without_itself
from spbe.exchange.inventories.value_reading import UNKNOWN
from spbe.exchange.sheets.names import Names, names_of
from spbe.i18n import gettext as _
from spbe.model.base import fields_of
from spbe.model.kinds import OFFICE
from spbe.region import Entry
from spbe.yamlio.editing import NotEditableError

ImportOutcome = Literal["new", "changed", "unchanged", "undecided", "refused"]

PUBLIC: Final = "publik"
"""The class of fields whose source is told."""

IMPORT_OUTCOMES: Final[tuple[ImportOutcome, ...]] = ("new", "changed", "unchanged", "undecided", "refused")


@dataclass(frozen=True)
class ImportRow:
    """What became of one row; ``reason`` says why where that is not what the row says alone."""

    row: int
    cell: str
    outcome: ImportOutcome
    id: str
    reason: str = ""

    def as_json(self) -> Mapping[str, str | int]:
        """The form promised by ``spbe import --format json``."""
        return {"row": self.row, "cell": self.cell, "outcome": self.outcome, "id": self.id, "reason": self.reason}


@dataclass(frozen=True)
class InventoryImport:
    """What becomes of a list; ``change`` makes true what was taken.

    ``records`` are the ids that it makes or changes, ``offices`` those of offices made for it; ``fields`` says how many
    records get each field; ``missing`` are the ids of records of an earlier list of which this one does not speak.
    ``users`` are those of ``records`` of which who reports them was taken for a user, ``ownerless`` all whose owner is
    openly unknown.
    """

    inventory: Inventory
    change: Change
    rows: tuple[ImportRow, ...]
    records: tuple[str, ...]
    offices: tuple[str, ...]
    fields: Mapping[str, int]
    remarks: tuple[CellRemark, ...]
    questions: tuple[Question, ...]
    missing: tuple[str, ...]
    users: tuple[str, ...] = ()
    ownerless: tuple[str, ...] = ()

    @property
    def counts(self) -> Mapping[ImportOutcome, int]:
        """How many rows came to each outcome."""
        found = Counter(row.outcome for row in self.rows)
        return {outcome: found[outcome] for outcome in IMPORT_OUTCOMES}

    def by_class(self) -> dict[str, dict[str, int]]:
        """How many records get each field, by the class of the field: what becomes public, and what does not."""
        found: dict[str, dict[str, int]] = {}
        for model in dict.fromkeys(self.inventory.kind.models.values()):
            for name, spec in fields_of(model).items():
                if name in self.fields:
                    found.setdefault(spec.kelas or "internal", {})[spec.label] = self.fields[name]
        return found


def imported(opened: Opened, inventory: Inventory, *, make_offices: bool = False) -> InventoryImport:
    """Work out what becomes of every row of ``inventory``. Never raises for what stands in it; nothing is written."""
    return _Import(opened, inventory, make_offices).done()


@dataclass
class _Import:
    """What has been worked out so far; drafts are told by their place in the list."""

    opened: Opened
    inventory: Inventory
    make_offices: bool
    outcomes: dict[int, tuple[ImportOutcome, str, str]] = field(default_factory=dict)
    fields: Counter[str] = field(default_factory=Counter)
    asked: list[RowQuestion] = field(default_factory=list)
    new_ids: dict[int, str] = field(default_factory=dict)
    renamed: dict[int, OfficeCandidate] = field(default_factory=dict)
    users: list[str] = field(default_factory=list)
    ownerless: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.kind = self.inventory.kind
        self.entries = [one for one in self.opened.entries.of_kind(self.kind.slug) if one.record is not None]
        self.files = ImportFiles(self.opened, f"spbe import {self.inventory.name}")
        self.names: Names = names_of(self.opened.region)
        known = {name_key(str(entry.raw.get(NAME, ""))) for entry in self.entries}
        self.drafts = drafts_of(self.kind, self.inventory.rows, known)
        for draft in self.drafts:
            sift(draft, self.kind, self.opened.region.reference.nodes)
        self.place = {id(draft): number for number, draft in enumerate(self.drafts)}
        self.list_offices = ListOffices(self.opened, self.files, self.inventory.name)
        self.offices = self.list_offices.register
        self.answers = RowAnswers(self.kind, self.offices, self.files, self._resolve, self.entries)

    def done(self) -> InventoryImport:
        if self.kind.slug != OFFICE:
            self.list_offices.find(self.drafts, make=self.make_offices)
        decided = {one: entry.id for entry in self.entries for one in row_prints_in(entry.raw.get(REST))}
        things = things_of([one for one in self.drafts if not self._is_decided(one, decided)], self.offices)
        records, found = self._records(things)
        for number, thing in enumerate(things):
            if not self._is_decided(thing.first, decided):
                self._thing(number, thing, records[number], found.get(number))
        for draft in self.drafts:
            if self.place[id(draft)] not in self.outcomes and not self._is_decided(draft, decided):
                self._ask(draft)
        spoken = {name for _outcome, name, _reason in self.outcomes.values()}
        missing = [one for one in self.entries if prints_in(one.raw.get(REST)) and one.id not in spoken]
        if missing:  # of a row that somebody took apart, each part is named by the row
            rows = {row_print(draft.row) for draft in self.drafts}
            missing = [one for one in missing if rows.isdisjoint(row_prints_in(one.raw.get(REST)))]
        return InventoryImport(
            self.inventory,
            self.files.change(),
            tuple(self._row(number, draft) for number, draft in enumerate(self.drafts)),
            tuple(self.files.records),
            tuple(one.id for one in self.offices.added),
            dict(self.fields),
            tuple(self._remarks()),
            (*questions_of(self.kind, self.inventory.name, self.asked), *self._about_missing(missing)),
            tuple(entry.id for entry in missing),
            tuple(self.users),
            tuple(self.ownerless),
        )

    def _about_missing(self, missing: Sequence[Entry]) -> Iterator[Question]:
        """What became of records of an earlier list of the same things; none of a list that names few of them."""
        imported_before = sum(bool(prints_in(entry.raw.get(REST))) for entry in self.entries)
        if 2 * len(missing) < imported_before:
            yield from missing_questions(self.kind, self.inventory.name, missing)

    def _is_decided(self, draft: ListDraft, decided: Mapping[str, str]) -> bool:
        """Whether a person has decided of a row of which somebody must; then that is its outcome."""
        if draft.doubt in {None, "refused"}:
            return False
        name = decided.get(row_print(draft.row))
        if name is not None:
            self.outcomes[self.place[id(draft)]] = ("unchanged", name, _("Sudah diputuskan."))
        return name is not None

    def _records(self, things: Sequence[ListThing]) -> tuple[list[dict[str, Any]], Mapping[int, Entry]]:
        """The values of every thing, and the entry of those that are there already; then names lead to new ones too."""
        for thing in things:
            reported = (self.list_offices.owners.get(id(draft)) for draft in thing.drafts)
            thing.offices = list(dict.fromkeys(one for one in reported if one))
        records = [record_of(thing, self.offices, self._resolve) for thing in things]
        found = matched(things, records, self.entries, self.offices)
        there = {one.id for one in found.values()}
        for number, thing in enumerate(things):
            if number in found:
                continue
            near = self._nearly(thing, there)
            if near is not None:
                self.renamed[number] = near
                continue
            given = self.files.free_id(self.kind.slug, thing.national.id if thing.national else thing.name)
            if given is not None:
                self.files.reserve(self.kind.slug, given)
                self.new_ids[number] = given
        called = {name: str(records[number][NAME]) for number, name in self.new_ids.items()}
        if self.kind.slug == OFFICE:
            for number, name in self.new_ids.items():
                made = records[number]
                short = (str(made["singkatan"]),) if "singkatan" in made else ()
                office = NamedOffice(name, called[name], short, str(made.get("kode", "")))
                self.offices.add(office, by_the_way=False)
        if called and any(draft.names for thing in things for draft in thing.drafts):
            self.names = self.names.with_new(self.kind.slug, called)
            records = [record_of(thing, self.offices, self._resolve) for thing in things]
        return records, found

    def _resolve(self, kind: str, text: str) -> tuple[str, ...] | None:
        if kind == OFFICE:
            found = self.offices.find(text)
        else:
            found = self.names.id_of(kind, text) or (text if text in self.names.by_kind.get(kind, {}) else None)
        return (found,) if found else None

    def _nearly(self, thing: ListThing, there: set[str]) -> OfficeCandidate | None:
        """Of a list of offices: one of the region that the list does not name, but nearly."""
        if self.kind.slug != OFFICE:
            return None
        near = (one for one in self.offices.candidates(thing.name) if one.likeness >= NEARLY)
        return next((one for one in near if one.office.id not in there), None)

    def _thing(self, number: int, thing: ListThing, record: dict[str, Any], entry: Entry | None) -> None:
        record = without_itself(record, thing.first.model, entry.id if entry else self.new_ids.get(number, ""))
        if entry is not None:
            self._update(thing, record, entry)
        elif number in self.renamed:
            near = self.renamed[number].office
            reason = _("Mungkin nama baru dari {calon}.").format(calon=f"{near.name} [{near.id}]")
            self._doubted(thing, "renamed", reason)
            self.asked.append(self.answers.renamed(thing, record, near, self._raw(near.id)))
        elif number in self.new_ids:
            made = {**record, SOURCE: source_of_rows(self.inventory.name, thing.drafts)}
            given = self.files.add(self.kind.slug, thing.first.model, self.new_ids[number], made)
            self._taken(thing, "new", self.new_ids[number], given)
        else:
            self._doubted(thing, "refused", _("Nama ini tidak dapat menjadi ID."))

    def _update(self, thing: ListThing, record: dict[str, Any], entry: Entry) -> None:
        model = entry.model
        update = update_of(self.kind.slug, model, entry.raw, record, said_of(thing))
        if update.disputed:
            labels = ", ".join(_(fields_of(model)[one].label) for one in update.disputed)
            words = _("Daftar berbeda dari catatan {id}, yang ditulis atau diubah orang: {isian}.")
            self._doubted(thing, "record", words.format(id=entry.id, isian=labels), entry.id)
            self.asked.append(self.answers.disputed(thing, record, update, entry))
            return
        values = dict(update.values)
        if any(fields_of(model)[one].kelas == PUBLIC for one in values):
            values[SOURCE] = source_of_rows(self.inventory.name, thing.drafts)
        try:
            self.files.edit(entry, values)
        except (NotEditableError, OSError, UnicodeDecodeError):
            words = _("{berkas} tidak dapat diubah di tempat itu; ubah dengan editor.")
            self._doubted(thing, "refused", words.format(berkas=entry.file), entry.id)
            return
        self._taken(thing, "changed" if values else "unchanged", entry.id, values)
        self.answers.known[id(thing.first)] = (entry.id, {**entry.raw, **values})

    def _raw(self, name: str) -> Mapping[str, Any]:
        return next((entry.raw for entry in self.entries if entry.id == name), {})

    def _taken(self, thing: ListThing, outcome: ImportOutcome, name: str, values: Mapping[str, Any]) -> None:
        self.fields.update([*values])
        self.answers.take(thing, name, values)
        if values.get(OWNER) == UNKNOWN:
            self.ownerless.append(name)
            self.users += [name] if values.get(USERS) else []
        for draft in thing.drafts:
            if thing.national is not None and name_key(draft.name) != name_key(thing.name):
                cell = draft.name_cell.address if draft.name_cell else draft.row.address
                draft.remarks.append(CellRemark(cell, "named", f"{draft.name} → {thing.name}"))
        reason = ""
        for draft in thing.drafts:
            self.outcomes[self.place[id(draft)]] = (outcome, name, reason)
            reason = _("Satu catatan dengan baris {baris}.").format(baris=thing.first.row.address)

    def _doubted(self, thing: ListThing, doubt: Doubt, reason: str, name: str = "") -> None:
        outcome: ImportOutcome = "refused" if doubt == "refused" else "undecided"
        for draft in thing.drafts:
            draft.question(doubt, draft.name_cell.address if draft.name_cell else draft.row.address, reason)
            self.outcomes[self.place[id(draft)]] = (outcome, name, draft.reason)

    def _ask(self, draft: ListDraft) -> None:
        """Tell what becomes of a row that is no thing: refused, or for a person, with what it may be."""
        number = self.place[id(draft)]
        if draft.doubt == "refused":
            self.outcomes[number] = ("refused", "", draft.reason)
            return
        alike = [one for one in self.drafts if self._is_asked_with(one, draft)] or [draft]
        office = self.list_offices.owners.get(id(draft))
        candidates = self.list_offices.candidates.get(id(draft), ())
        asked = self.answers.of_row(alike, office, candidates)
        self.asked.append(asked)
        records = asked.answers[0].records
        for one in alike:
            mine = [record for record in records if not record.rows or record.rows[0] is one]
            there = mine[0].id if len(mine) == 1 and mine[0].there else ""
            self.outcomes[self.place[id(one)]] = ("undecided", there, one.reason)

    def _is_asked_with(self, one: ListDraft, draft: ListDraft) -> bool:
        """Whether one answer holds for both: the same cell of several names, or the same spelling of an office."""
        if one.doubt != draft.doubt or self._owner_text(one) != self._owner_text(draft):
            return False
        alike = draft.doubt == "owner" or (draft.doubt == "several" and one.parts == draft.parts)
        return alike and self.place[id(one)] not in self.outcomes

    def _owner_text(self, draft: ListDraft) -> str:
        return draft.owner.text if draft.owner else ""

    def _remarks(self) -> Sequence[CellRemark]:
        """What is to be said of rows that become something, and of secrets in any."""
        taken = ("new", "changed")
        return [
            remark
            for number, draft in enumerate(self.drafts)
            for remark in draft.remarks
            if self.outcomes[number][0] in taken or not remark.text
        ]

    def _row(self, number: int, draft: ListDraft) -> ImportRow:
        outcome, name, reason = self.outcomes[number]
        cell = draft.doubt_cell or (draft.name_cell.address if draft.name_cell else draft.row.address)
        return ImportRow(draft.row.number, cell, outcome, name, reason)
