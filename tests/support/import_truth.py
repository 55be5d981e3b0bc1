"""What a right import of real inventories is, decided row by row from the data alone, and a result held against it.

``tests/data/inventaris/README.md`` says by which rules. A row is named by its sheet ("" where a file has but one) and
by its number as a spreadsheet shows it: the header is row 1.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from openpyxl import Workbook

FOLDER = Path(__file__).parents[1] / "data" / "inventaris"
UNKNOWN = "belum diketahui"
WRITTEN = frozenset({"new", "changed", "unchanged"})

Place = tuple[str, int]


@dataclass(frozen=True)
class Truth:
    """One input row, decided. ``outcome``: catat (a record), orang (left to a person) or tolak (refused)."""

    place: Place
    outcome: str
    identity: str
    """Rows with one identity are one record. Two records of one identity are no mistake: they may be proposed only."""
    maybe: frozenset[str]
    """Identities with which nobody could say that it is not one."""
    names: tuple[str, ...]
    owner: str
    """An office as the register spells it, ``UNKNOWN``, or nothing where ``outside`` owns."""
    owner_row: int | None
    """The row of that office in the register, where names of offices are not unique."""
    outside: tuple[str, ...]
    accepted: frozenset[str]
    """Other owners that could not be called wrong."""
    reporter: str
    state: frozenset[str]
    reason: str

    def is_right_owner(self, seen: Seen) -> bool:
        """Whether ``seen`` names nobody or the right one."""
        return self._is_right_office(seen) and self._is_right_outside(seen)

    def _is_right_office(self, seen: Seen) -> bool:
        if _is_unknown(seen.owner):
            return True
        if self.owner_row is not None and seen.owner_row is not None:
            return seen.owner_row == self.owner_row or plain(seen.owner) in self._accepted
        return plain(seen.owner) in self._accepted | {plain(self.owner)}

    def _is_right_outside(self, seen: Seen) -> bool:
        if _is_unknown(seen.outside):
            return True
        return plain(seen.outside) in self._accepted | {plain(name) for name in self.outside}

    @property
    def _accepted(self) -> frozenset[str]:
        return frozenset(plain(name) for name in self.accepted)


@dataclass(frozen=True)
class Seen:
    """A record as the region holds it after the import."""

    name: str
    owner: str | None = None
    """The name of the office that owns it; of one among namesakes with what tells them apart, or with ``owner_row``."""
    outside: str | None = None
    """An owner outside the region, in words."""
    owner_row: int | None = None
    """The row of the register from which that office was made."""
    users: frozenset[str] = frozenset()
    state: str | None = None


@dataclass(frozen=True)
class Verdict:
    """One row of the input: what became of it, and what is wrong with that."""

    truth: Truth
    outcome: str
    id: str
    faults: tuple[str, ...]

    @property
    def taken(self) -> bool:
        """Whether a record stands for the row, with the right owner or openly none."""
        return self.truth.outcome == "catat" and self.outcome in WRITTEN and not self.faults

    def __str__(self) -> str:
        sheet, row = self.truth.place
        where = f"{sheet}!{row}" if sheet else str(row)
        what = ", ".join(self.faults) or f"expected {self.truth.outcome}"
        return f"{where} {' / '.join(self.truth.names)}: {self.outcome} {self.id} ({what}; {self.truth.reason})"


@dataclass(frozen=True)
class Comparison:
    """A result held against the truth, row by row."""

    verdicts: tuple[Verdict, ...]
    strangers: tuple[str, ...] = field(default=())
    """Outcomes for rows that the input does not have."""

    @property
    def share_taken(self) -> Fraction:
        """Rows taken, of all rows of the input."""
        return Fraction(sum(verdict.taken for verdict in self.verdicts), len(self.verdicts))

    def with_fault(self, fault: str) -> tuple[Verdict, ...]:
        """The rows with ``fault``.

        It is ``wrong owner``, ``wrong user``, ``merged``, ``other name``, ``other state``, ``guessed`` (written, but to
        be left to a person), ``no record`` or ``not told once``.
        """
        return tuple(verdict for verdict in self.verdicts if fault in verdict.faults)

    @property
    def wrong_owners(self) -> tuple[Verdict, ...]:
        """Rows whose record names an owner that is not theirs."""
        return self.with_fault("wrong owner")

    def worst(self, count: int = 10) -> tuple[Verdict, ...]:
        """Up to ``count`` rows that went otherwise than they should: faults first, then records that are missing."""
        lost = [verdict for verdict in self.verdicts if verdict.faults or not verdict.taken]
        lost = [verdict for verdict in lost if verdict.faults or verdict.truth.outcome == "catat"]
        return tuple(sorted(lost, key=lambda verdict: -len(verdict.faults))[:count])


def truth_of(inventory: str) -> tuple[Truth, ...]:
    """The truth of ``tests/data/inventaris/<inventory>``, in the order of the input."""
    text = (FOLDER / inventory / "kebenaran.csv").read_text(encoding="utf-8")
    return tuple(_truth(row) for row in csv.DictReader(io.StringIO(text)))


def compare(truths: Sequence[Truth], rows: Iterable[Mapping[str, Any]], records: Mapping[str, Seen]) -> Comparison:
    """Holds outcomes of rows (``rows`` of ``spbe import --format json``) and records by id against the truth."""
    told: dict[Place, list[Mapping[str, Any]]] = {}
    for row in rows:
        told.setdefault(place_of(row), []).append(row)
    by_record: dict[str, list[Truth]] = {}
    for truth in truths:
        for row in told.get(truth.place, ()):
            if row["outcome"] in WRITTEN:
                by_record.setdefault(row["id"], []).append(truth)
    verdicts = tuple(_verdict(truth, told.get(truth.place, []), records, by_record) for truth in truths)
    places = {truth.place for truth in truths}
    return Comparison(verdicts, tuple(str(row) for place, rows in told.items() if place not in places for row in rows))


def place_of(row: Mapping[str, Any]) -> Place:
    """The place of an outcome: its ``row``, and the sheet that its ``cell`` names before an exclamation mark."""
    cell = str(row.get("cell") or "")
    sheet = cell.rpartition("!")[0].strip("'")
    return sheet, int(row["row"])


def infrastructure_workbook() -> bytes:
    """The workbook that Banjarmasin's list of cells describes: a sheet per kind, its header in row 1."""
    book = Workbook()
    book.remove(book.active)
    text = (FOLDER / "banjarmasin" / "infrastruktur.csv").read_text(encoding="utf-8")
    for cell in csv.DictReader(io.StringIO(text)):
        sheet = book[cell["lembar"]] if cell["lembar"] in book.sheetnames else book.create_sheet(cell["lembar"])
        headers = [header.value for header in sheet[1] if header.value]
        if cell["kolom"] not in headers:
            headers.append(cell["kolom"])
            sheet.cell(1, len(headers), cell["kolom"])
        value = cell["nilai"]
        column = headers.index(cell["kolom"]) + 1
        sheet.cell(int(cell["objek"]) + 1, column, int(value) if value.isdecimal() else value or None)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _truth(row: Mapping[str, str]) -> Truth:
    parts = {key: tuple(part for part in (row.get(key) or "").split("~") if part) for key in row}
    return Truth(
        place=(row.get("lembar", ""), int(row["baris"])),
        outcome=row["hasil"],
        identity=row["identitas"],
        maybe=frozenset(parts.get("mungkin", ())),
        names=parts["nama"],
        owner=row.get("pemilik", ""),
        owner_row=int(row["pemilik_baris"]) if row.get("pemilik_baris") else None,
        outside=parts.get("pemilik_luar", ()),
        accepted=frozenset(parts.get("pemilik_boleh", ())),
        reporter=row.get("pelapor", ""),
        state=frozenset(parts.get("keadaan", ())),
        reason=row["alasan"],
    )


def _verdict(
    truth: Truth,
    told: Sequence[Mapping[str, Any]],
    records: Mapping[str, Seen],
    by_record: Mapping[str, Sequence[Truth]],
) -> Verdict:
    if len(told) != 1:
        return Verdict(truth, " ".join(row["outcome"] for row in told), "", ("not told once",))
    outcome, id_ = told[0]["outcome"], told[0].get("id") or ""
    if outcome not in WRITTEN:
        return Verdict(truth, outcome, id_, ())
    if truth.outcome != "catat":
        return Verdict(truth, outcome, id_, ("guessed",))
    seen = records.get(id_)
    if seen is None:
        return Verdict(truth, outcome, id_, ("no record",))
    return Verdict(truth, outcome, id_, tuple(_faults(truth, seen, by_record[id_])))


def _faults(truth: Truth, seen: Seen, alike: Sequence[Truth]) -> Iterable[str]:
    if not truth.is_right_owner(seen):
        yield "wrong owner"
    reporters = {plain(other.reporter) for other in alike}
    if truth.reporter and {plain(user) for user in seen.users} - reporters:
        yield "wrong user"
    first = alike[0]
    if not (truth.identity == first.identity or truth.identity in first.maybe or first.identity in truth.maybe):
        yield "merged"
    if plain(seen.name) not in {plain(name) for other in (truth, *alike) for name in other.names}:
        yield "other name"
    if seen.state and truth.state and seen.state not in truth.state:
        yield "other state"


def _is_unknown(owner: str | None) -> bool:
    return not owner or owner == UNKNOWN


def plain(text: str | None) -> str:
    """``text`` without case and punctuation: how names are compared."""
    return re.sub(r"\W+", "", text or "").casefold()
