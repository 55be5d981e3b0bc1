"""Proposals that cannot all be taken: what each disagreement is about, as a question, and what was decided of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, islice
from typing import Any, Final

from spbe.checks import Opened
from spbe.editions import Audience, Edition
from spbe.exchange.handed_in.merging import FieldVersions, is_references, merged
from spbe.exchange.handed_in.proposal_places import PlaceWords, edition_for, present_value, shape_at
from spbe.exchange.handed_in.proposals import AcceptanceRow, Dispute, Outcome, Proposal
from spbe.exchange.handed_in.questions import Choice, Decision, Premise, Question, choices_of
from spbe.exchange.sheets.field_shapes import FieldShape
from spbe.exchange.sheets.names import names_of
from spbe.i18n import gettext as _
from spbe.i18n import mark
from spbe.region import Node
from spbe.yamlio.positions import Path

_REASONS: Final[dict[Dispute, str]] = {
    "changed": mark("Isian ini juga diubah orang lain sejak berkas ini dibuat."),
    "hidden": mark("Isian ini hanya dapat diubah oleh pengelola."),
    "gone": mark("Catatan ini sudah tidak ada."),
    "erased": mark("Barisnya dihapus, tetapi catatannya berubah sejak berkas ini dibuat."),
}


@dataclass
class SortedProposals:
    """Proposals sorted out: those that may be judged, what became of the others, and what a person has to decide."""

    agreed: list[Proposal] = field(default_factory=list)
    rows: list[AcceptanceRow] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def sorted_out(opened: Opened, proposals: Iterable[Proposal], decisions: Sequence[Decision]) -> SortedProposals:
    """Sort ``proposals``; what a decision answers is settled by it, and its own choice goes in their place."""
    done = _Sorting(opened, SortedProposals())
    by_record: dict[Node, list[Proposal]] = {}
    for one in _settled(done.made, proposals, decisions):
        by_record.setdefault(one.node, []).append(one)
    for node, asked in by_record.items():
        if done.is_about_all(asked):
            done.ask_about_record(node, asked)
        else:
            done.sort_fields(node, asked)
    return done.made


def _settled(made: SortedProposals, proposals: Iterable[Proposal], decisions: Sequence[Decision]) -> list[Proposal]:
    """What is still to be sorted: what was chosen, and what no decision was about."""
    said: dict[str, Decision] = {}
    for decision in decisions:
        for choice in decision.question.choices:
            said |= dict.fromkeys(map(_meaning, choice.proposals), decision)
        if not decision.choice.proposals:
            row = AcceptanceRow(decision.file, decision.cell, "unchanged", decision.question.subject)
            made.rows.append(row)
    left = [one for decision in decisions for one in decision.choice.proposals]
    for one in proposals:
        answer = said.get(_meaning(one))
        if answer is None:
            left.append(one)
            continue
        taken = _meaning(one) in map(_meaning, answer.choice.proposals)
        outcome: Outcome = ("new" if one.new else "changed") if taken else "unchanged"
        reason = _("Diputuskan: {pilihan}").format(pilihan=answer.choice.label)
        made.rows.append(AcceptanceRow(one.file, one.cell, outcome, one.id, reason, one))
    return left


def _meaning(one: Proposal) -> str:
    """What ``one`` asks for, whoever does."""
    return json.dumps([one.kind, one.id, one.path, one.as_seen], sort_keys=True)


@dataclass
class _Sorting:
    opened: Opened
    made: SortedProposals
    views: dict[Audience, tuple[Edition, PlaceWords]] = field(default_factory=dict)

    def is_about_all(self, asked: Sequence[Proposal]) -> bool:
        """Whether there is disagreement about a record as a whole: whether it shall be there, or what it is."""
        if any(one.dispute in ("gone", "erased") for one in asked):
            return True
        if len({one.file for one in asked}) == 1:
            return False
        sorts = {(one.new, not one.path) for one in asked}
        said: dict[Path, Any] = {}
        return len(sorts) > 1 or any(one.new and said.setdefault(one.path, one.value) != one.value for one in asked)

    def ask_about_record(self, node: Node, asked: Sequence[Proposal]) -> None:
        """Ask what shall become of the record at ``node``."""
        view, words = self._seen_by(asked)
        by_file: dict[str, list[Proposal]] = {}
        for one in asked:
            by_file.setdefault(one.file, []).append(_as_seen(one))
        there = present_value(view.region, node, ())
        keep = _("Tetap ada") if there is not None else _("Tidak dicatat")
        choices = [Choice(keep), *(self._wish(file, mine, words) for file, mine in by_file.items())]
        if there is None and len(by_file) > 1 and all(one.new for one in asked):
            apart = _apart(list(by_file.values()), self.opened)
            choices.append(Choice(_("Semuanya, sebagai catatan yang berbeda"), apart))
        self._ask(node, (), asked, there, choices)

    def sort_fields(self, node: Node, asked: Sequence[Proposal]) -> None:
        """Let through what nobody disagrees about, and ask about every other field."""
        by_path: dict[Path, list[Proposal]] = {}
        for one in asked:
            by_path.setdefault(one.path, []).append(one)
        for path, wished in by_path.items():
            values = [one.value for one in wished]
            same = all(value == values[0] for value in values)
            if same and not all(one.dispute for one in wished):
                self.made.agreed += map(_undisputed, wished if path else wished[:1])
                continue
            whole = present_value(self.opened.region, node, ())
            shape = shape_at(node, path, whole)
            together = (
                None if any(one.dispute for one in wished) else _together(shape, (whole or {}).get(path[0]), values)
            )
            if together is None:
                self._ask_about_field(node, path, wished)
            else:
                self.made.agreed += (replace(one, value=together) for one in wished)

    def _ask_about_field(self, node: Node, path: Path, wished: Sequence[Proposal]) -> None:
        view, words = self._seen_by(wished)
        there = present_value(view.region, node, ())
        now = present_value(view.region, node, path)
        by_value: dict[str, list[Proposal]] = {}
        for one in wished:
            by_value.setdefault(_meaning(one), []).append(one)
        choices = [Choice(_("Tetap seperti sekarang"))]
        for same in by_value.values():
            files = ", ".join(dict.fromkeys(one.file for one in same))
            said = words.value(node, path, same[0].as_seen, there)
            told = f"{files}: {said}"
            if any(one.dispute == "hidden" for one in same):
                told = _("{berkas}: {isi} (yang tertutup bagi pengirim ikut diganti)").format(berkas=files, isi=said)
            places = ", ".join(f"{one.file}, {one.cell}" for one in same)
            choices.append(Choice(told, (_as_seen(same[0]),), f"{said}\n({places})"))
        self._ask(node, path, wished, now, choices)

    def _ask(self, node: Node, path: Path, asked: Sequence[Proposal], now: Any, choices: Sequence[Choice]) -> None:
        """Ask, and say so of everything that was asked for."""
        view, words = self._seen_by(asked)
        there = present_value(view.region, node, ())
        said = {str(one.path[0]): one.value for one in reversed(asked) if len(one.path) == 1}
        owners = dict.fromkeys(one.value for one in asked if one.new and one.path == ("perangkat_daerah",))
        began = next((one for one in asked if one.dispute and path), None)
        why = next((one.dispute for one in asked if one.dispute), None)
        reason = _(_REASONS[why]) if why else _("Dua kiriman meminta isi yang berbeda.")
        self.made.questions.append(
            Question(
                "/".join((node.kind, node.id, *map(str, path))),
                "; ".join(filter(None, (words.office(node, owner) for owner in owners or (None,)))),
                words.record(node, str(said.get("nama") or "")),
                words.field(node, path, there),
                reason,
                choices_of(choices),
                (Premise(node.kind, node.id, path, now),),
                words.value(node, path, began.base, there) if began else "",
                words.value(node, path, now, there) if path else words.whole(node, now or {}),
                view.audience,
            )
        )
        for one in asked:
            own = _(_REASONS[one.dispute]) if one.dispute else reason
            self.made.rows.append(AcceptanceRow(one.file, one.cell, "conflict", one.id, own, one))

    def _wish(self, file: str, mine: Sequence[Proposal], words: PlaceWords) -> Choice:
        """What one file would have of a whole record."""
        if any(not one.path for one in mine):
            return Choice(_("{berkas}: hapus catatan ini").format(berkas=file), tuple(mine))
        said = {str(one.path[0]): one.value for one in mine if len(one.path) == 1}
        label = _("{berkas}: catat isinya") if mine[0].new else _("{berkas}: tetap ada, dengan isiannya")
        shown = words.whole(mine[0].node, said)
        return Choice(label.format(berkas=file), tuple(mine), f"{shown}\n({file}, {mine[0].cell})")

    def _seen_by(self, asked: Sequence[Proposal]) -> tuple[Edition, PlaceWords]:
        """The region as all who ask may see it."""
        audiences = {one.seen_by for one in asked}
        audience = audiences.pop() if len(audiences) == 1 else Audience()
        if audience not in self.views:
            view = edition_for(self.opened, audience)
            self.views[audience] = view, PlaceWords(view.region, names_of(view.region))
        return self.views[audience]


def _undisputed(one: Proposal) -> Proposal:
    return replace(one, dispute=None, base=None)


def _as_seen(one: Proposal) -> Proposal:
    """``one`` as it may stand in a workbook; what its author does not see is found again when it is decided."""
    return replace(one, value=one.as_seen, shown=(), dispute=None, base=None)


def _together(shape: FieldShape | None, now: Any, values: Sequence[Any]) -> Any:
    """Lists of references that several changed, each with its part; ``None`` for anything else."""
    if shape is None or not is_references(shape):
        return None
    made = now
    for value in values:
        verdict, both = merged(shape, FieldVersions(now, made, value, made))
        if verdict not in ("theirs", "same"):
            return None
        made = both if verdict == "theirs" else made
    return made


def _apart(asked: Sequence[Sequence[Proposal]], opened: Opened) -> tuple[Proposal, ...]:
    """New records of the same id as records of their own, each after the first by another id."""
    first = asked[0][0]
    taken = opened.region.records[first.kind]
    free = (f"{first.id}-{n}" for n in count(2) if f"{first.id}-{n}" not in taken)
    names = [first.id, *islice(free, len(asked) - 1)]
    return tuple(replace(one, id=name) for mine, name in zip(asked, names, strict=True) for one in mine)
