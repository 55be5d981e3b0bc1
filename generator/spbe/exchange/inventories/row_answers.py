"""The answers to what a list leaves open: for each doubt those that somebody may give, with the records they make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from spbe.exchange.inventories.import_files import ImportFiles
from spbe.exchange.inventories.import_prints import KEY, prints_in, prints_text
from spbe.exchange.inventories.list_drafts import NAME, OWNER, REST, STATE, ListDraft
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
from spbe.exchange.inventories.office_names import FORMER_NAMES, NamedOffice, OfficeCandidate, OfficeRegister
from spbe.exchange.inventories.record_matching import nation_of
from spbe.exchange.inventories.record_updates import RecordUpdate, with_former
from spbe.exchange.inventories.thing_records import Resolve, record_of
from spbe.exchange.inventories.value_reading import UNKNOWN
from spbe.i18n import gettext as _
from spbe.i18n import mark
from spbe.model.aplikasi import Aplikasi
from spbe.model.kinds import Kind, kind_of
from spbe.region import Entry
from spbe.standards.national import AplikasiNasional

SHARED: Final = (NAME, OWNER, USERS, "jenis")
"""What several answers that make one record all say of it, so that any of them may be given alone."""


OWNER_UNKNOWN: Final = mark("Catat; pemiliknya belum diketahui")


@dataclass
class RowAnswers:
    """Makes the questions of one list; ``known`` has the id and values of what was taken, by its first draft."""

    kind: Kind
    offices: OfficeRegister
    files: ImportFiles
    resolve: Resolve
    entries: Sequence[Entry]
    known: dict[int, tuple[str, Mapping[str, Any]]] = field(default_factory=dict)
    _nations: dict[str, int] = field(default_factory=dict)
    _places: dict[tuple[str, str | None], int] = field(default_factory=dict)
    _named: dict[str, list[int]] = field(default_factory=dict)
    _proposed: dict[str, str] = field(default_factory=dict)
    """Ids under which national applications and parts of cells are proposed already: several answers, one record."""
    _filled: set[str] = field(default_factory=set)
    """Records whose gaps an answer fills already."""

    def take(self, thing: ListThing, name: str, values: Mapping[str, Any]) -> None:
        """Remember what was taken, so that answers may add to it."""
        self.known[id(thing.first)] = (name, values)
        self._named.setdefault(thing.key, []).append(id(thing.first))
        if thing.national is not None:
            self._nations[thing.national.id] = id(thing.first)
        elif thing.host is not None:
            self._places[thing.key, thing.host] = id(thing.first)

    def of_row(
        self, drafts: Sequence[ListDraft], office: str | None, candidates: Sequence[OfficeCandidate]
    ) -> RowQuestion:
        """The answers for rows of which the same is asked; ``office`` is theirs, where it is known."""
        draft = drafts[0]
        there = self._there(draft)
        if draft.doubt == "owner":
            answers = self._owners_of_all(drafts, candidates)
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

    def _owners_of_all(self, drafts: Sequence[ListDraft], candidates: Sequence[OfficeCandidate]) -> list[RowAnswer]:
        """Each answer once, for all rows that name the office in the same way."""
        found: dict[str, list[ProposedRecord]] = {}
        for draft in drafts:
            for answer in self._owners(draft, self._there(draft), candidates):
                found.setdefault(answer.label, []).extend(replace(one, rows=(draft,)) for one in answer.records)
        last = found.pop(_(OWNER_UNKNOWN), None)
        if last is not None:
            found[_(OWNER_UNKNOWN)] = last
        return [RowAnswer(label, tuple(records)) for label, records in found.items()]

    def _owners(
        self, draft: ListDraft, there: tuple[str, Mapping[str, Any]] | None, candidates: Sequence[OfficeCandidate]
    ) -> list[RowAnswer]:
        picked = office_answers(self.offices, candidates)
        if there is not None:
            made = self._fills(there)
            return [RowAnswer(label, (self._joined(draft, there, one.id, fills=made),)) for label, one in picked]
        new = self._new(self._record(draft, None))
        names = None if REST in new.values else SHARED
        answers = []
        for label, one in picked:
            record = self._record(draft, one.id)
            kept = {name: value for name, value in record.items() if names is None or name in names}
            answers.append(RowAnswer(label, (replace(new, values=kept),)))
        return [*answers, RowAnswer(_(OWNER_UNKNOWN), (new,))]

    def _several(self, draft: ListDraft, office: str | None) -> list[RowAnswer]:
        records: list[ProposedRecord] = []
        apart: list[str] = []
        for part in draft.parts:
            found = self._called(part)
            there = found[0] if len(found) == 1 else self._theirs(found, office)
            if there is not None:
                records.append(self._used(there, office))
                continue
            apart += [part] if found else []
            lone = replace(draft, values={NAME: part}, names={}, rest={}, parts=())
            used = {OWNER: UNKNOWN, **({USERS: [office]} if office else {})}
            records.append(self._new({**self._record(lone, None), **used}, f"/{name_key(part)}"))
        words = _("Catat {n} {jenis}: {nama}")
        if apart:
            words = _("Catat {n} {jenis} ({baru} tersendiri di samping yang senama): {nama}")
        label = words.format(
            n=len(records), jenis=_(self.kind.singular).lower(), nama=", ".join(draft.parts), baru=", ".join(apart)
        )
        one = _("Catat sebagai satu: {nama}").format(nama=draft.name)
        return [RowAnswer(label, tuple(records)), RowAnswer(one, (self._new(self._record(draft, office)),))]

    def _called(self, name: str) -> list[tuple[str, Mapping[str, Any]]]:
        """What is called ``name``: among what was taken, else in the region."""
        national = national_called(name)
        if national is not None:
            taken = [self._nations[national.id]] if national.id in self._nations else []
        else:
            taken = self._named.get(name_key(name), [])
        return [self.known[one] for one in taken] or self._written(name, national)

    def _written(self, name: str, national: AplikasiNasional | None) -> list[tuple[str, Mapping[str, Any]]]:
        """The records of the region that are called ``name`` or are the national application."""
        if national is not None:
            there = [one for one in self.entries if nation_of(one) == national.id]
        else:
            key = name_key(name)
            there = [one for one in self.entries if name_key(str(one.raw.get(NAME, ""))) == key]
        return [(one.id, one.raw) for one in there]

    def _theirs(
        self, found: Sequence[tuple[str, Mapping[str, Any]]], office: str | None
    ) -> tuple[str, Mapping[str, Any]] | None:
        """Of several of one name that which ``office`` has or uses."""
        mine = [one for one in found if office and (one[1].get(OWNER) == office or office in (one[1].get(USERS) or ()))]
        return mine[0] if len(mine) == 1 else None

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
            taken = self.known.get(self._nations.get(national.id, 0))
            return taken or next(iter(self._written(draft.name, national)), None)
        taken = self.known.get(self._places.get((key_of(draft, self.offices), draft.host), 0)) if draft.host else None
        if taken is not None:
            return taken
        spoken = {name for name, _values in self.known.values()}
        written = [one for one in self._written(draft.name, None) if one[0] not in spoken]
        return written[0] if len(written) == 1 and written[0][1].get(OWNER, UNKNOWN) == UNKNOWN else None

    def _fills(self, there: tuple[str, Mapping[str, Any]]) -> bool:
        """Whether a row may fill gaps of the record: one that no row made, and of several that ask the first."""
        if there[0] in self._filled or any(name == there[0] for name, _values in self.known.values()):
            return False
        self._filled.add(there[0])
        return True

    def _joined(
        self, draft: ListDraft, there: tuple[str, Mapping[str, Any]], office: str | None, *, fills: bool
    ) -> ProposedRecord:
        """The record that is there, with what the row says more of it, and ``office`` among those that use it."""
        used = self._used(there, office)
        if not fills:
            return used
        record = self._record(draft, office)
        gaps = {
            name: value
            for name, value in record.items()
            if name not in {NAME, REST, USERS, STATE} and value != UNKNOWN and there[1].get(name, UNKNOWN) == UNKNOWN
        }
        users = {} if OWNER in gaps else used.values
        given = {name: one for name, one in prints_in(record[REST]).items() if name in gaps}
        rest = {KEY: prints_text({**prints_in(there[1].get(REST)), **given})} if given else {}
        return replace(used, values={**gaps, **users, **({REST: rest} if rest else {})})

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

    def _new(self, record: Mapping[str, Any], key: str = "") -> ProposedRecord:
        """A record to be made; one of the same nation or ``key`` is the same, whichever answer makes it."""
        national = national_called(str(record[NAME])) if self.kind.slug == kind_of(Aplikasi) else None
        if national is not None and national.id in self._proposed:
            shared = {name: record[name] for name in SHARED if name in record}
            return ProposedRecord(self._proposed[national.id], {**shared, NAME: national.nama})
        key = national.id if national is not None else key
        name = self._proposed.get(key) or self.files.free_id(self.kind.slug, str(record[NAME])) or ""
        self.files.reserve(self.kind.slug, name)
        if key:
            self._proposed[key] = name
        return ProposedRecord(name, record)
