"""The office of every row of a list: found beyond doubt, made where that was asked for, else a question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from spbe.checks import Opened
from spbe.exchange.inventories.cell_cleaning import one_line_of
from spbe.exchange.inventories.import_files import ImportFiles
from spbe.exchange.inventories.list_drafts import ADDRESS, OWNER, CellRemark, ListDraft
from spbe.exchange.inventories.list_questions import owner_reason
from spbe.exchange.inventories.mapped_rows import SourceCell
from spbe.exchange.inventories.office_names import (
    NEARLY,
    NamedOffice,
    OfficeCandidate,
    OfficeRegister,
    jenis_of,
    looks_like_office,
    name_and_short,
    named_office,
    readable_name,
)
from spbe.model.kinds import OFFICE
from spbe.model.perangkat_daerah import PerangkatDaerah
from spbe.model.sensitive import masked


class ListOffices:
    """The ``register`` of the region, and by the identity of a draft its office (``owners``) or who it may be."""

    def __init__(self, opened: Opened, files: ImportFiles, name: str) -> None:
        offices = (
            named_office(one.id, one.record)
            for one in opened.entries.of_kind(OFFICE)
            if isinstance(one.record, PerangkatDaerah)
        )
        self.register = OfficeRegister(offices, opened.region.profil.nama)
        self.owners: dict[int, str] = {}
        self.candidates: dict[int, tuple[OfficeCandidate, ...]] = {}
        self._files, self._name = files, name

    def find(self, drafts: Sequence[ListDraft], *, make: bool) -> None:
        """Find the office of every draft; with ``make`` those that are not there, nor nearly, are made."""
        hosts: defaultdict[str, set[str]] = defaultdict(set)
        for draft in drafts:
            if draft.owner is not None and draft.host:
                hosts[draft.owner.text].add(draft.host)
        for draft in drafts:
            if draft.owner is not None and draft.doubt != "refused":
                self._find(draft, draft.owner, hosts[draft.owner.text], make=make)

    def _find(self, draft: ListDraft, cell: SourceCell, hosts: Iterable[str], *, make: bool) -> None:
        text = cell.text
        found = self._named(draft, text, hosts)
        if found is None and draft.owner_field != OWNER and not looks_like_office(text, self.register.region):
            return
        candidates = () if found else self.register.candidates(text)
        if found is None and make and not self._is_near(candidates):
            found = self._made(text)
        if found is None:
            self.candidates[id(draft)] = candidates
            draft.question("owner", cell.address, owner_reason(text, candidates))
            return
        self.owners[id(draft)] = found
        if not self.register.is_called(found, text):
            draft.remarks.append(CellRemark(cell.address, "office", f"{text} → {self.register.by_id[found].name}"))
        if draft.owner_field != OWNER:
            del draft.values[draft.owner_field]

    def _named(self, draft: ListDraft, text: str, hosts: Iterable[str]) -> str | None:
        """The office that ``text`` names: alone, beside what tells namesakes apart, or confirmed by addresses."""
        beside = f"{draft.name} {draft.values.get(ADDRESS, '')}"
        register = self.register
        return register.find(text) or register.find_beside(text, beside) or register.confirmed(text, hosts)

    def _is_near(self, candidates: Sequence[OfficeCandidate]) -> bool:
        """Whether a text may name an office that was there already, by another name."""
        made = {one.id for one in self.register.added}
        return any(one.likeness >= NEARLY for one in candidates if one.office.id not in made)

    def _made(self, text: str) -> str | None:
        name, short = name_and_short(one_line_of(masked(text)))
        name = readable_name(name)
        new = self._files.free_id(OFFICE, name)
        if new is None:
            return None
        self.register.add(NamedOffice(new, name, (short,) if short else ()))
        values = {"nama": name, "singkatan": short, "jenis": jenis_of(name) or "", "sumber": self._name}
        self._files.add(OFFICE, PerangkatDaerah, new, values, counted=False)
        return new
