"""A difference as tables with before and after side by side: the value that a page is made of, without any markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from spbe.differences.comparing import FieldChange, changes_between
from spbe.differences.concealing import concealed
from spbe.differences.contents import ContentIdentity
from spbe.differences.difference import Difference
from spbe.differences.difference_text import further_blocks_of
from spbe.differences.index_changes import FigureChange, printed_index
from spbe.differences.plain import plain_of
from spbe.differences.record_changes import ChangedRecord, RecordChanges
from spbe.differences.telling.marking import Marked, marked
from spbe.differences.telling.sentence import Narrator, lower
from spbe.differences.telling.story import Story, story_of
from spbe.differences.words import LABELS, NOTHING, verdicts_of
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, OFFICE
from spbe.model.pengerjaan import STATUS_JAWABAN, TahapanJadwal
from spbe.model.penilaian import TAHAP
from spbe.region import Node
from spbe.scoring.results import IndexRow
from spbe.wording import formatting

RECORDS: Final = 1_000
"""How many records of one kind are shown; a first import has thousands."""

DETAILED: Final = 100
"""Up to how many records of one kind that came or went are shown with their fields."""


_ORDER: Final = (*KINDS, *LABELS)
"""Records first, files last."""


@dataclass(frozen=True)
class Compared:
    """One line: what ``label`` was and is."""

    label: str
    before: Marked
    after: Marked


@dataclass(frozen=True)
class ComparedThing:
    """One record, stage or answer with its lines; ``happened`` is a word for what became of it, or empty."""

    name: str
    note: str
    happened: str
    rows: tuple[Compared, ...]


@dataclass(frozen=True)
class ComparedTable:
    """Things of one kind; ``number`` is how many there are, also where fewer are shown."""

    id: str
    title: str
    number: int
    things: tuple[ComparedThing, ...]


@dataclass(frozen=True)
class FurtherPart:
    """What has no two sides: lines, each with its depth."""

    id: str
    title: str
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class SideBySide:
    """All of a difference; ``moved`` are the figures that lead, as name, before, after and predicate after."""

    story: Story
    moved: tuple[tuple[str, str, str, str], ...]
    tables: tuple[ComparedTable, ...]
    further: tuple[FurtherPart, ...]


def side_by_side(difference: Difference) -> SideBySide:
    """``difference`` in the language in force."""
    made = _Tables(difference)
    tables = (made.figures(), *made.records(), made.claims(), made.answers(), made.calendar(), made.impact())
    further = (
        FurtherPart(f"lain-{number}", title, tuple(map(_depth, lines)))
        for number, (title, lines) in enumerate(further_blocks_of(difference), 1)
    )
    return SideBySide(
        story_of(difference), tuple(made.moved()), tuple(one for one in tables if one.things), tuple(further)
    )


def _depth(line: str) -> tuple[int, str]:
    text = line.lstrip()
    return max((len(line) - len(text)) // 2 - 1, 0), text


class _Tables:
    def __init__(self, difference: Difference) -> None:
        self.difference = difference
        self.told = Narrator(difference)
        self.words = self.told.words

    def moved(self) -> Iterator[tuple[str, str, str, str]]:
        was = self.difference.before.results
        for name, now in self.difference.after.results.items():
            before = was.get(name)
            if before is not None and (name == self.told.lead or before.teks != now.teks):
                first, last = (formatting.comma(one.teks) if one.teks else NOTHING for one in (before, now))
                yield now.assessment.title, first, last, now.predikat or ""

    def figures(self) -> ComparedTable:
        things = tuple(self._figure(figure) for figure in self.difference.figures)
        return ComparedTable("indeks", _("Indeks"), len(things), things)

    def _figure(self, figure: FigureChange) -> ComparedThing:
        rows = [_plain(_("Indeks"), *(formatting.comma(printed_index(row)) for row in (figure.before, figure.after)))]
        predicates = [(row["predikat"] if row else None) or NOTHING for row in (figure.before, figure.after)]
        if predicates[0] != predicates[1]:
            rows.append(_plain(_("Predikat"), *predicates))
        for label, part in ((_("Domain"), "domain"), (_("Aspek"), "aspek")):
            was, now = (_parts(row, part) for row in (figure.before, figure.after))
            for code in dict.fromkeys((*now, *was)):
                if was.get(code) != now.get(code):
                    figures = (formatting.comma(one) if one else NOTHING for one in (was.get(code), now.get(code)))
                    rows.append(_plain(f"{label} {code}", *figures))
        for cause in figure.causes if figure.before is not None and figure.after is not None else ():
            levels = [formatting.number(one) if one is not None else NOTHING for one in (cause.dari, cause.ke)]
            share = (
                "" if not cause.share else f" ({_('andil {n} pada indeks').format(n=formatting.signed(cause.share))})"
            )
            rows.append(_plain(f"{cause.indikator.label}{share}", *levels))
        stage = lower(_(TAHAP.label(figure.tahap)))
        return ComparedThing(self.told.title(figure.penilaian), stage, "", tuple(rows))

    def records(self) -> Iterator[ComparedTable]:
        """One table for each kind of thing that came, went or changed."""
        found = self.difference.records
        changed = {one.node: one for one in found.changed}
        happened = {
            **dict.fromkeys(found.unreadable, _("Tidak terbaca")),
            **dict.fromkeys(found.removed, _("Dihapus")),
            **dict.fromkeys(found.added, _("Ditambah")),
            **dict.fromkeys((one.node for one in found.renamed), _("Berganti ID")),
            **dict.fromkeys(changed, _("Diubah")),
        }
        by_kind: dict[str, list[Node]] = {}
        for node in happened:
            by_kind.setdefault(node.kind, []).append(node)
        for kind in sorted(by_kind, key=_ORDER.index):
            nodes = by_kind[kind]
            ordered = sorted(nodes, key=lambda node: self.words.name(node).casefold())
            whole = len(nodes) <= DETAILED
            things = (
                ComparedThing(
                    self.words.name(node),
                    self._note(node),
                    happened[node],
                    tuple(self._rows(changed.get(node) or (self._alone(node) if whole else None))),
                )
                for node in ordered[:RECORDS]
            )
            yield ComparedTable(f"jenis-{kind}", self.words.kind(kind), len(nodes), tuple(things))

    def _note(self, node: Node) -> str:
        office = self.words.office(self.difference.owner(node)) if node.kind != OFFICE else None
        place = self.difference.place(node)
        return " · ".join(one for one in (office, place) if one and one != self.words.name(node))

    def _alone(self, node: Node) -> ChangedRecord | None:
        """All that a record says that is only on one side, as if it had said nothing on the other."""
        views = self.difference.before, self.difference.after
        was, now = (view.region.get(node) for view in views)
        if (was is None) == (now is None):
            return None
        values = [plain_of(record) if record is not None else {} for record in (was, now)]
        models = type(was or now), None
        made = ChangedRecord(node, models, tuple(changes_between(*values)))  # type: ignore[arg-type]
        return concealed(RecordChanges(changed=(made,)), self.difference.leaking).changed[0]

    def _rows(self, changed: ChangedRecord | None) -> Iterator[Compared]:
        for field in changed.fields if changed else ():
            label = self.words.field(changed.models, field.path) if changed else ""
            sides = self._sides(changed, field)
            if isinstance(field.before, ContentIdentity) or isinstance(field.after, ContentIdentity):
                yield _plain(label, *sides)
            else:
                yield Compared(label, *marked(*sides))

    def _sides(self, changed: ChangedRecord | None, field: FieldChange) -> tuple[str, str]:
        models: Sequence[type | None] = changed.models if changed else ()
        if isinstance(field.before, ContentIdentity) or isinstance(field.after, ContentIdentity):
            one, other = (
                NOTHING if value is None else _("ada, tidak disalin ke sini") for value in (field.before, field.after)
            )
            return one, other if one != other else _("berubah, tidak disalin ke sini")

        def said(values: Iterable[object]) -> str:
            return ", ".join(self.words.value(models, field.path, one) for one in values) or NOTHING

        if not field.listed:
            return said((field.before,)), said((field.after,))
        if not field.came and not field.went:
            return _("urutan lama"), _("urutan baru")
        return said(field.went), said(field.came)

    def claims(self) -> ComparedTable:
        by_answer: dict[str, list[Compared]] = {}
        for one in self.difference.claims:
            by_answer.setdefault(self.told.indicator(one.penilaian, one.code), []).append(
                _plain(_(one.rule.statement), *verdicts_of(one))
            )
        things = tuple(ComparedThing(name, "", "", tuple(rows)) for name, rows in by_answer.items())
        return ComparedTable("kesesuaian", _("Kesesuaian nilai dengan arsitektur"), len(self.difference.claims), things)

    def answers(self) -> ComparedTable:
        things = []
        for one in self.difference.answers:
            rows = []
            if one.came or one.went:
                names = (
                    self.told.names(Node("bukti", each) for each in ids) or NOTHING for ids in (one.went, one.came)
                )
                rows.append(_plain(_("Bukti"), *names))
            if one.before != one.after:
                states = (_(STATUS_JAWABAN.label(state)) if state else NOTHING for state in (one.before, one.after))
                rows.append(_plain(_("Status"), *states))
            things.append(ComparedThing(self.told.indicator(one.penilaian, one.code), "", "", tuple(rows)))
        return ComparedTable("bukti-dan-status", _("Bukti dan status jawaban"), len(things), tuple(things))

    def calendar(self) -> ComparedTable:
        by_assessment: dict[str, list[Compared]] = {}
        for one in self.difference.stages:
            row = _plain(one.name, *map(_days, (one.before, one.after)))
            by_assessment.setdefault(self.told.title(one.penilaian), []).append(row)
        things = tuple(ComparedThing(name, "", "", tuple(rows)) for name, rows in by_assessment.items())
        return ComparedTable("jadwal", _("Jadwal"), len(self.difference.stages), things)

    def impact(self) -> ComparedTable:
        touched = set(self.difference.records.touched)
        rows = tuple(
            _plain(self.words.name(one.node), *map(_count, (one.before, one.after)))
            for one in self.difference.impact
            if one.node in touched
        )
        thing = ComparedThing(_("Banyaknya layanan"), "", "", rows)
        return ComparedTable("layanan", _("Layanan yang bergantung padanya"), len(rows), (thing,) if rows else ())


def _plain(label: str, before: str, after: str) -> Compared:
    return Compared(label, ((before, False),), ((after, False),))


def _parts(row: IndexRow | None, part: str) -> Mapping[str, str | None]:
    return {} if row is None else row["domain"] if part == "domain" else row["aspek"]


def _days(stage: TahapanJadwal | None) -> str:
    return f"{formatting.day(stage.mulai)} – {formatting.day(stage.selesai)}" if stage else NOTHING


def _count(number: int | None) -> str:
    return NOTHING if number is None else formatting.number(number)
