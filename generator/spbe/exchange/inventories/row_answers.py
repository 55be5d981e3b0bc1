"""The answers to what a list leaves open: for each doubt those that somebody may give, with the records they make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from spbe.exchange.inventories.import_files import ImportFiles
from spbe.exchange.inventories.import_prints import KEY, prints_in, prints_text
from spbe.exchange.inventories.list_drafts import NAME, OWNER, REST, ListDraft
from spbe.exchange.inventories.list_questions import (
    ProposedRecord,
    RowAnswer,
    RowQuestion,
    name_and_owner,
    office_answers,
    with_user,
)
from spbe.exchange.inventories.list_things import USERS, ListThing, key_of, national_of
from spbe.exchange.inventories.name_keys import name_key, national_called
from spbe.exchange.inventories.office_names import FORMER_NAMES, Candidate, NamedOffice, OfficeRegister
from spbe.exchange.inventories.record_updates import RecordUpdate, with_former
from spbe.exchange.inventories.thing_records import Resolve, record_of
from spbe.exchange.inventories.value_reading import UNKNOWN
from spbe.i18n import gettext as _
from spbe.model.aplikasi import Aplikasi
from spbe.model.kinds import Kind
from spbe.region import Entry


@dataclass
class RowAnswers:
    """Makes the questions of one list; ``known`` has the id and values of what was taken, by its first draft."""

    kind: Kind
    offices: OfficeRegister
    files: ImportFiles
    resolve: Resolve
    known: dict[int, tuple[str, Mapping[str, Any]]] = field(default_factory=dict)
    _nations: dict[str, int] = field(default_factory=dict)
    _places: dict[tuple[str, str | None], int] = field(default_factory=dict)
    _named: dict[str, list[int]] = field(default_factory=dict)
    _proposed: dict[str, str] = field(default_factory=dict)
    """Ids under which national applications are proposed already, so that several answers make one record."""

    def take(self, thing: ListThing, name: str, values: Mapping[str, Any]) -> None:
        """Remember what was taken, so that answers may add to it."""
        self.known[id(thing.first)] = (name, values)
        self._named.setdefault(thing.key, []).append(id(thing.first))
        if thing.national is not None:
            self._nations[thing.national.id] = id(thing.first)
        elif thing.host is not None:
            self._places[thing.key, thing.host] = id(thing.first)

    def of_row(self, drafts: Sequence[ListDraft], office: str | None, candidates: Sequence[Candidate]) -> RowQuestion:
        """The answers for rows of which the same is asked; ``office`` is theirs, where it is known."""
        draft = drafts[0]
        there = self._there(draft)
        if draft.doubt == "owner":
            answers = self._owners(draft, there, candidates)
        elif draft.doubt == "several":
            answers = self._several(draft, office)
        elif draft.doubt == "repeat":
            answers = self._repeated(draft, office)
        elif there is not None:
            answers = [
                RowAnswer(
                    _("Catat {opd} sebagai pengguna {nama}").format(**self._words(there, office)),
                    (self._used(there, office),),
                )
            ]
        else:
            answers = self._alone(draft, office)
        return RowQuestion(tuple(drafts), (*answers, RowAnswer(_("Tidak dicatat"))))

    def disputed(self, thing: ListThing, record: Mapping[str, Any], update: RecordUpdate, entry: Entry) -> RowQuestion:
        """Whether the record or the list is right."""
        rest = {KEY: prints_text({**prints_in(entry.raw.get(REST)), **prints_in(record[REST])})}
        taken = {**update.values, **{one: record[one] for one in update.disputed}}
        more = {
            **{
                key: text for key, text in dict(taken.pop(REST, {})).items() if entry.raw.get(REST, {}).get(key) != text
            },
            **rest,
        }
        answers = (
            RowAnswer(_("Catatan tetap seperti sekarang"), (ProposedRecord(entry.id, {REST: rest}, there=True),)),
            RowAnswer(_("Pakai isi daftar"), (ProposedRecord(entry.id, {**taken, REST: more}, there=True),)),
        )
        return RowQuestion(tuple(thing.drafts), answers)

    def renamed(
        self, thing: ListThing, record: Mapping[str, Any], near: NamedOffice, raw: Mapping[str, Any]
    ) -> RowQuestion:
        """Whether an office is the new name of ``near``, which is written as ``raw``."""
        rest = {**record[REST], FORMER_NAMES: with_former(raw, near.name)}
        values = {name: value for name, value in record.items() if name not in raw or name == NAME}
        label = _("Nama baru dari {nama} [{id}]").format(nama=near.name, id=near.id)
        answers = (
            RowAnswer(label, (ProposedRecord(near.id, {**values, REST: rest}, there=True),)),
            RowAnswer(_("Perangkat daerah lain: catat tersendiri"), (self._new(record),)),
            RowAnswer(_("Tidak dicatat")),
        )
        return RowQuestion(tuple(thing.drafts), answers)

    def _owners(
        self, draft: ListDraft, there: tuple[str, Mapping[str, Any]] | None, candidates: Sequence[Candidate]
    ) -> list[RowAnswer]:
        picked = office_answers(self.offices, candidates)
        if there is not None:
            return [RowAnswer(label, (self._used(there, one.id),)) for label, one in picked]
        new = self._new(self._record(draft, None))
        answers = [RowAnswer(label, (replace(new, values=self._record(draft, one.id)),)) for label, one in picked]
        return [*answers, RowAnswer(_("Catat; pemiliknya belum diketahui"), (new,))]

    def _several(self, draft: ListDraft, office: str | None) -> list[RowAnswer]:
        records: list[ProposedRecord] = []
        for part in draft.parts:
            there = self._called(part)
            if there is not None:
                records.append(self._used(there, office))
                continue
            lone = replace(draft, values={NAME: part}, names={}, rest={}, parts=())
            used = {OWNER: UNKNOWN, **({USERS: [office]} if office else {})}
            records.append(self._new({**self._record(lone, None), **used}))
        words = _("Catat {n} {jenis}: {nama}")
        label = words.format(n=len(records), jenis=_(self.kind.singular).lower(), nama=", ".join(draft.parts))
        one = _("Catat sebagai satu: {nama}").format(nama=draft.name)
        return [RowAnswer(label, tuple(records)), RowAnswer(one, (self._new(self._record(draft, office)),))]

    def _called(self, name: str) -> tuple[str, Mapping[str, Any]] | None:
        """The one thing that was taken and is called ``name``."""
        national = national_called(name)
        named = (
            [self._nations[national.id]]
            if national and national.id in self._nations
            else self._named.get(name_key(name), [])
        )
        return self.known[named[0]] if len(named) == 1 else None

    def _repeated(self, draft: ListDraft, office: str | None) -> list[RowAnswer]:
        other = self.known.get(id(draft.like))
        answers = []
        if other is not None:
            label = _("Sama dengan {nama} [{id}]").format(nama=other[1].get(NAME, draft.name), id=other[0])
            answers.append(RowAnswer(label, (ProposedRecord(other[0], {}, there=True),)))
        return [*answers, RowAnswer(_("Hal lain: catat tersendiri"), (self._new(self._record(draft, office)),))]

    def _alone(self, draft: ListDraft, office: str | None) -> list[RowAnswer]:
        record = self._record(draft, office)
        if draft.doubt == "shifted":
            return [RowAnswer(_("Catat nama dan pemiliknya saja"), (self._new(name_and_owner(record)),))]
        if draft.doubt == "address":
            return [RowAnswer(_("Catat tanpa alamat itu"), (self._new(record),))]
        return [RowAnswer(_("Catat seperti tertulis"), (self._new(record),))] if draft.name else []

    def _there(self, draft: ListDraft) -> tuple[str, Mapping[str, Any]] | None:
        """What was taken of which the row speaks too."""
        if not issubclass(draft.model, Aplikasi) or not draft.name or draft.doubt in {"several", "repeat"}:
            return None
        national = national_of(draft)
        if national is not None:
            return self.known.get(self._nations.get(national.id, 0))
        return self.known.get(self._places.get((key_of(draft, self.offices), draft.host), 0)) if draft.host else None

    def _used(self, there: tuple[str, Mapping[str, Any]], office: str | None) -> ProposedRecord:
        users = there[1].get(USERS)
        owner = [one for one in [there[1].get(OWNER)] if office and one == office]
        return ProposedRecord(
            there[0], {} if owner else with_user(users if isinstance(users, list) else [], office), there=True
        )

    def _words(self, there: tuple[str, Mapping[str, Any]], office: str | None) -> dict[str, str]:
        name = self.offices.by_id[office].name if office in self.offices.by_id else _("pelapornya")
        return {"opd": name, "nama": f"{there[1].get(NAME, '')} [{there[0]}]"}

    def _record(self, draft: ListDraft, office: str | None) -> dict[str, Any]:
        lone = replace(draft, doubt=None)
        national = national_of(lone) if issubclass(lone.model, Aplikasi) and lone.name else None
        thing = ListThing([lone], key_of(lone, self.offices), national, [office] if office else [])
        record = record_of(thing, self.offices, self.resolve)
        return record if office or draft.owner is None else {**record, OWNER: UNKNOWN}

    def _new(self, record: Mapping[str, Any]) -> ProposedRecord:
        national = national_called(str(record[NAME])) if self.kind.slug == "aplikasi" else None
        if national is not None and national.id in self._proposed:
            users = {USERS: record[USERS]} if USERS in record else {}
            return ProposedRecord(self._proposed[national.id], {NAME: national.nama, **users})
        name = self.files.free_id(self.kind.slug, str(record[NAME])) or ""
        self.files.reserve(self.kind.slug, name)
        if national is not None:
            self._proposed[national.id] = name
        return ProposedRecord(name, record)
