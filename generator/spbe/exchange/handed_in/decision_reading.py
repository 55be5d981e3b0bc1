"""A workbook to decide in, as it came back: what was decided, as far as it still is what was asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spbe.checks import Opened
from spbe.editions import Audience
from spbe.exchange.handed_in.decision_workbook import NUMBER, PICKED
from spbe.exchange.handed_in.merging import FieldVersions, wished
from spbe.exchange.handed_in.proposal_places import PlaceWords, edition_for, present_value, shape_at
from spbe.exchange.handed_in.proposals import AcceptanceRow, Outcome, Proposal
from spbe.exchange.handed_in.questions import Choice, Decision, Question
from spbe.exchange.handed_in.returned_workbook import ReturnedSheet
from spbe.exchange.handed_in.submissions import Submission
from spbe.exchange.sheets.cell_forms import text_of
from spbe.exchange.sheets.names import names_of
from spbe.i18n import gettext as _
from spbe.region import Region


def read_decisions(file: str, sheet: ReturnedSheet, questions: tuple[Question, ...], opened: Opened) -> Submission:
    """What was picked in ``sheet``; what was not is asked again."""
    reading = _DecisionReading(file, sheet, questions, opened)
    decisions = tuple(reading.decisions())
    return Submission(file, (), tuple(reading.rows), decisions, tuple(reading.open), decides=True)


@dataclass
class _DecisionReading:
    file: str
    sheet: ReturnedSheet
    questions: tuple[Question, ...]
    opened: Opened
    rows: list[AcceptanceRow] = field(default_factory=list)
    open: list[Question] = field(default_factory=list)
    regions: dict[Audience, Region] = field(default_factory=dict)

    def decisions(self) -> Iterator[Decision]:
        """Every answer that counts; ``rows`` say of each other question why it has none, and ``open`` asks it again."""
        numbers = [text_of(self.sheet.grid.at(row, NUMBER)) for row in self.sheet.grid.rows]
        often = Counter(numbers)
        for number, question in enumerate(self.questions, 1):
            name = str(number)
            if often[name] != 1:
                words = _("Belum diputuskan: barisnya tidak ada lagi.")
                gone = not often[name]
                again = _("Nomor ini ada dua kali.")
                self._ask_again(question, self.sheet.title, words if gone else again, "open" if gone else "conflict")
                continue
            place = numbers.index(name)
            cell = self.sheet.place(place, PICKED)
            picked = text_of(self.sheet.grid.at(self.sheet.grid.rows[place], PICKED))
            choice = question.chosen(picked)
            if not picked:
                self._ask_again(question, cell, _("Belum diputuskan."), "open")
            elif choice is None:
                self._ask_again(question, cell, _("Ini bukan salah satu jawaban dari daftarnya."), "refused")
            elif self._is_done(question, choice):
                self._say(question, cell, "unchanged", "")
            elif self._still_holds(question):
                mine = tuple(self._placed(one, cell) for one in choice.proposals)
                yield Decision(question, replace(choice, proposals=mine), self.file, cell)
            else:
                words = _("Isinya berubah sejak ditanyakan, jadi keputusan ini tidak dipakai.")
                self._ask_again(self._as_now(question), cell, words)

    def _placed(self, one: Proposal, cell: str) -> Proposal:
        """``one`` as asked for there; of a record that has come to be meanwhile, not as a new one."""
        whole = present_value(self.opened.region, one.node, ())
        now = present_value(self._region(one.seen_by), one.node, one.path)
        there = present_value(self.opened.region, one.node, one.path)
        shape = shape_at(one.node, one.path, whole)
        wish = wished(shape, FieldVersions(now, now, one.value, there)) if shape is not None and now != there else None
        value = wish.value if wish is not None else one.value
        return replace(one, file=self.file, cell=cell, value=value, new=one.new and whole is None)

    def _still_holds(self, question: Question) -> bool:
        region = self._region(question.seen_by)
        return all(present_value(region, one.node, one.path) == one.value for one in question.premises)

    def _is_done(self, question: Question, choice: Choice) -> bool:
        """Whether what was picked has come true already."""
        region = self._region(question.seen_by)
        return bool(choice.proposals) and all(
            present_value(region, one.node, one.path) == one.value for one in choice.proposals
        )

    def _as_now(self, question: Question) -> Question:
        """``question`` asked about what stands there now."""
        region = self._region(question.seen_by)
        words = PlaceWords(region, names_of(region))
        premises = tuple(replace(one, value=present_value(region, one.node, one.path)) for one in question.premises)
        if len(premises) != 1:
            return replace(question, premises=premises)
        [one] = premises
        record = present_value(region, one.node, ())
        now = words.value(one.node, one.path, one.value, record) if one.path else words.whole(one.node, record or {})
        return replace(question, premises=premises, now=now)

    def _region(self, audience: Audience) -> Region:
        if audience not in self.regions:
            self.regions[audience] = edition_for(self.opened, audience).region
        return self.regions[audience]

    def _ask_again(self, question: Question, cell: str, reason: str, outcome: Outcome = "conflict") -> None:
        self.open.append(question)
        self._say(question, cell, outcome, reason)

    def _say(self, question: Question, cell: str, outcome: Outcome, reason: str) -> None:
        self.rows.append(AcceptanceRow(self.file, cell, outcome, question.subject, reason))
