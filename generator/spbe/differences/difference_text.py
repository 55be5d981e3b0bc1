"""A difference as plain sentences: names and offices, grouped by what happened and by kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from spbe.differences.comparing import FieldChange
from spbe.differences.consequences import ClaimChange, FindingChange
from spbe.differences.contents import ContentIdentity
from spbe.differences.difference import Difference
from spbe.differences.index_changes import FigureChange, printed_index
from spbe.differences.problems import ProblemTold
from spbe.differences.record_changes import ChangedRecord, Renaming
from spbe.differences.telling.sentence import NAMED, lower
from spbe.differences.telling.story import story_of
from spbe.differences.text_excerpts import excerpts
from spbe.differences.words import NOTHING, DifferenceNames, edition_of, verdicts_of
from spbe.i18n import gettext as _
from spbe.model.kinds import OFFICE
from spbe.model.penilaian import TAHAP
from spbe.problems.report import severity_word
from spbe.region import Node, Relation
from spbe.scoring.moves import Cause
from spbe.scoring.results import IndexRow
from spbe.wording import formatting

MOST: Final = 40
"""How many lines of one kind are told; a first import has thousands."""

Lines = Iterator[str]


def text_of(difference: Difference, before: str, after: str) -> str:
    """What leads from the state called ``before`` to the one called ``after``, in the language in force."""
    told = _Teller(difference)
    region = difference.after.region
    head = _("Perubahan dari {lama} ke {baru}: {edisi}, per {tanggal}.").format(
        lama=before, baru=after, edisi=edition_of(difference), tanggal=formatting.day(region.date)
    )
    blocks = [block for block in told.blocks() if block]
    story = story_of(difference)
    verdict = "\n".join((story.verdict, *(f"- {one.text}" for one in story.sentences)))
    return "\n\n".join((head, verdict, *blocks))


def blocks_of(difference: Difference) -> Iterator[tuple[str, Sequence[str]]]:
    """The whole difference in parts: a title each, and its lines, indented below one another."""
    return _parted(_Teller(difference).blocks())


def further_blocks_of(difference: Difference) -> Iterator[tuple[str, Sequence[str]]]:
    """The parts that have no before and after: relations, quality, problems, and what concerns whom and when."""
    return _parted(_Teller(difference).further())


def _parted(blocks: Iterable[str]) -> Iterator[tuple[str, Sequence[str]]]:
    for block in blocks:
        for part in block.split("\n\n") if block else ():
            title, *lines = part.split("\n")
            yield title, lines


class _Teller:
    def __init__(self, difference: Difference) -> None:
        self.difference = difference
        self.words = DifferenceNames(difference)

    def blocks(self) -> Iterator[str]:
        one = self.difference
        records = one.records
        yield self._block(_("Indeks"), [line for figure in one.figures for line in self._figure(figure)])
        yield self._nodes(_("Ditambah"), records.added)
        yield self._nodes(_("Dihapus"), records.removed)
        yield self._block(_("Berganti ID"), list(dict.fromkeys(map(self._renamed, records.renamed))))
        yield self._nodes(
            _("Tidak terbaca"),
            records.unreadable,
            lambda node: {
                "before": _("tidak terbaca pada keadaan lama"),
                "after": _("tidak terbaca pada keadaan baru, jadi tidak dibandingkan"),
                "both": _("tidak terbaca pada keduanya, jadi tidak dibandingkan"),
            }[records.unreadable[node]],
        )
        yield self._changed(records.changed)
        yield from self._relations()
        yield self._block(_("Kesesuaian nilai dengan arsitektur"), [self._claim(claim) for claim in one.claims])
        yield self._block(_("Layanan yang bergantung padanya"), list(self._impact()))
        yield from self._concerns()

    def further(self) -> Iterator[str]:
        yield from self._relations()
        yield from self._concerns()

    def _concerns(self) -> Iterator[str]:
        one = self.difference
        yield self._block(_("Kualitas data"), list(self._quality()))
        yield self._block(_("Masalah baru"), [f"  {self._problem(each)}" for each in one.problems.new])
        yield self._block(_("Masalah yang selesai"), [f"  {self._problem(each)}" for each in one.problems.fixed])
        if not one.after.audience.is_public:
            yield self._block(_("Edisi publik"), list(self._public()))
        yield self._block(_("Perlu persetujuan"), list(self._reviewers()))
        yield self._block(self._time_title(), list(self._time()))

    def _block(self, title: str, lines: Sequence[str]) -> str:
        if not lines:
            return ""
        return "\n".join((title, *lines[:MOST], *_more(lines)))

    def _by_kind(self, nodes: Iterable[Node]) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = {}
        for node in nodes:
            found.setdefault(node.kind, []).append(node)
        return {kind: sorted(named, key=lambda node: self.words.name(node).casefold()) for kind, named in found.items()}

    def _nodes(self, title: str, nodes: Iterable[Node], more: Callable[[Node], str] | None = None) -> str:
        blocks = []
        for kind, found in self._by_kind(nodes).items():
            head = f"{title}: {lower(self.words.kind(kind))} ({formatting.number(len(found))})"
            blocks.append(
                self._block(head, [f"  {self._named(node)}{': ' + more(node) if more else ''}" for node in found])
            )
        return "\n\n".join(blocks)

    def _named(self, node: Node) -> str:
        """A record with its office."""
        office = self.words.office(self.difference.owner(node)) if node.kind != OFFICE else None
        name = self.words.name(node)
        return f"{name} ({office})" if office else name

    def _renamed(self, renamed: Renaming) -> str:
        now = self._named(renamed.node)
        if renamed.node in (mergers := self.words.mergers()):
            return "  " + _("{lama} digabung ke {baru}").format(lama=", ".join(mergers[renamed.node]), baru=now)
        words = _("{baru}: ID {id_lama} menjadi {id_baru}")
        return "  " + words.format(baru=now, id_lama=renamed.former.id, id_baru=renamed.node.id)

    # --- what changed

    def _changed(self, changed: Sequence[ChangedRecord]) -> str:
        by_node = {one.node: one for one in changed}
        blocks = []
        for kind, nodes in self._by_kind(by_node).items():
            lines = [f"{_('Diubah')}: {lower(self.words.kind(kind))} ({formatting.number(len(nodes))})"]
            for node in nodes[:MOST]:
                lines.append(f"  {self._named(node)}")
                lines += [f"    {self._field(by_node[node], field)}" for field in by_node[node].fields]
            lines += _more(nodes)
            blocks.append("\n".join(lines))
        return "\n\n".join(blocks)

    def _field(self, changed: ChangedRecord, field: FieldChange) -> str:
        label = self.words.field(changed.models, field.path)
        if isinstance(field.before, ContentIdentity) or isinstance(field.after, ContentIdentity):
            state = _("dihapus") if field.after is None else _("ditambah") if field.before is None else _("berubah")
            return f"{label}: {state}"

        def said(value: object) -> str:
            return self.words.value(changed.models, field.path, value)

        if not field.listed:
            return f"{label}: {' → '.join(excerpts(said(field.before), said(field.after)))}"
        came, went = (", ".join(map(said, items)) for items in (field.came, field.went))
        parts = [_("bertambah {isi}").format(isi=came)] if came else []
        parts += [_("berkurang {isi}").format(isi=went)] if went else []
        return f"{label}: {'; '.join(parts) or _('urutannya berubah')}"

    def _relations(self) -> Iterator[str]:
        """Those of records that came or went go without saying; so do those that a changed field tells."""
        relations, records = self.difference.relations, self.difference.records
        told = {*records.added, *records.removed, *(one.node for one in records.changed)}
        for title, found in ((_("Hubungan baru"), relations.added), (_("Hubungan hilang"), relations.removed)):
            yield self._block(title, [self._relation(one) for one in found if one.source not in told])
        yield self._block(_("Hubungan putus"), [self._relation(one) for one in relations.broken])

    def _relation(self, relation: Relation) -> str:
        planned = f" {_('(rencana)')}" if relation.planned else ""
        name, other = self.words.name(relation.source), self.words.name(relation.target)
        return f"  {name}: {lower(_(relation.forward))} {other}{planned}"

    # --- figures

    def _figure(self, figure: FigureChange) -> Lines:
        title = self.words.name(Node("penilaian", figure.penilaian))
        stage = lower(_(TAHAP.label(figure.tahap)))
        was, now = (formatting.comma(printed_index(row)) for row in (figure.before, figure.after))
        moved = f"{was} → {now}" if was != now else _("tetap {indeks}").format(indeks=now)
        first, last = ((row["predikat"] if row else None) or NOTHING for row in (figure.before, figure.after))
        verdict = f"; {_('predikat')} {first} → {last}" if first != last else ""
        yield f"  {title}, {stage}: {moved}{verdict}"
        for part, label in (("domain", _("Domain")), ("aspek", _("Aspek"))):
            yield from (f"    {label} {line}" for line in _parts(figure, part))
        if figure.before is not None and figure.after is not None:
            yield from (f"    {_cause(cause)}" for cause in figure.causes)

    def _claim(self, claim: ClaimChange) -> str:
        name = self.words.name(Node("jawaban", f"{claim.penilaian}/{claim.code}"))
        before, after = map(lower, verdicts_of(claim))
        return f"  {name}: {_(claim.rule.statement)} {before} → {after}"

    def _impact(self) -> Lines:
        touched = set(self.difference.records.touched)
        own = [one for one in self.difference.impact if one.node in touched]
        for one in own:
            counts = [NOTHING if count is None else formatting.number(count) for count in (one.before, one.after)]
            yield f"  {self._named(one.node)}: {counts[0]} → {counts[1]} {_('layanan')}"
        others = len(self.difference.impact) - len(own)
        if others:
            yield "  " + _("Pada {n} catatan lain jumlahnya ikut berubah.").format(n=formatting.number(others))

    def _quality(self) -> Lines:
        for kind in self.difference.quality.completeness:
            shares = [
                f"{formatting.number(one.answered)}/{formatting.number(one.total)}" for one in (kind.before, kind.after)
            ]
            label = lower(self.words.kind(kind.kind))
            yield "  " + _("Isian {jenis} yang terisi: {lama} → {baru}").format(
                jenis=label, lama=shares[0], baru=shares[1]
            )
        for finding in self.difference.quality.findings:
            yield from self._finding(finding)

    def _finding(self, finding: FindingChange) -> Lines:
        for nodes, words in ((finding.came, _("bertambah {isi}")), (finding.went, _("berkurang {isi}"))):
            if nodes:
                yield f"  {_(finding.title)}: {words.format(isi=self._names(nodes))}"

    def _names(self, nodes: Sequence[Node]) -> str:
        """Some names, and how many more there are."""
        more = [_("{n} lagi").format(n=formatting.number(len(nodes) - NAMED))] if len(nodes) > NAMED else []
        return ", ".join((*map(self.words.name, nodes[:NAMED]), *more))

    def _problem(self, told: ProblemTold) -> str:
        place = self.words.name(told.node)
        file = self.difference.place(told.node)
        place = f"{place} ({file})" if file and file != place else place
        return f"{place}: {severity_word(told.problem)}: {told.words} [{told.problem.rule}]"

    def _public(self) -> Lines:
        public = self.difference.public
        for title, found in ((_("Muncul"), public.appeared), (_("Hilang"), public.vanished)):
            for one in found:
                what = (
                    ""
                    if one.whole
                    else ": " + ", ".join(self.words.field((one.model,), (name,)) for name in one.fields)
                )
                yield f"  {title}: {self._named(one.node)}{what}"

    def _reviewers(self) -> Lines:
        for one in self.difference.reviewers:
            name = self.words.owner(one.office)
            yield "  " + _("{nama}: {n} hal miliknya tersentuh").format(nama=name, n=formatting.number(len(one.nodes)))

    def _time_title(self) -> str:
        time = self.difference.time
        return _("Karena waktu saja, dari {lama} sampai {baru}").format(
            lama=formatting.day(time.since), baru=formatting.day(time.until)
        )

    def _time(self) -> Lines:
        time = self.difference.time
        yield from map(self._claim, time.claims)
        for finding in time.findings:
            yield from self._finding(finding)


def _parts(figure: FigureChange, part: str) -> Lines:
    """The domains or aspects whose printed figure is another one."""
    was, now = (_figures(row, part) for row in (figure.before, figure.after))
    for code in dict.fromkeys((*now, *was)):
        if figure.before and figure.after and was.get(code) != now.get(code):
            yield f"{code}: {formatting.comma(was.get(code))} → {formatting.comma(now.get(code))}"


def _figures(row: IndexRow | None, part: str) -> dict[str, str | None]:
    return {} if row is None else row["domain"] if part == "domain" else row["aspek"]


def _cause(cause: Cause) -> str:
    """Why: a level, a weight, or both, and what that carried."""
    parts = []
    if cause.dari != cause.ke:
        parts.append(
            _("tingkat {lama} → {baru}").format(lama=formatting.number(cause.dari), baru=formatting.number(cause.ke))
        )
    if cause.bobot_dari != cause.bobot_ke:
        weights = [formatting.number(one) for one in (cause.bobot_dari, cause.bobot_ke)]
        parts.append(_("bobot {lama} → {baru}").format(lama=weights[0], baru=weights[1]))
    share = "" if cause.share is None else f" ({formatting.signed(cause.share)})"
    return f"{cause.indikator.label}: {', '.join(parts)}{share}"


def _more(shown: Sequence[object]) -> list[str]:
    """That there are more than are told."""
    number = len(shown) - MOST
    return [f"  {_('… dan {n} lagi').format(n=formatting.number(number))}"] if number > 0 else []
