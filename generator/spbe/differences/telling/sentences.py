"""The sentences of a difference, each with its topic: names and offices, never ids where there is a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spbe.catalogue.claims import LABELS, VERDICTS
from spbe.differences.consequences import ClaimChange
from spbe.differences.difference import Difference
from spbe.differences.words import NOTHING, DifferenceNames
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.model.pengerjaan import STATUS_JAWABAN
from spbe.region import Node
from spbe.scoring.moves import Cause
from spbe.wording import formatting

NAMED: Final = 5
"""How many names one sentence has."""

_PLACED: Final = frozenset({"otomasi", "templat", "pengaturan"})
"""What is no data but decides what runs, or how the site is made."""


@dataclass(frozen=True)
class Sentence:
    """One sentence in the language in force; ``topic`` weighs it."""

    topic: str
    text: str


def sentences_of(difference: Difference) -> Iterator[Sentence]:
    """Everything that may be told of ``difference``, in no order of weight."""
    teller = _Sentences(difference)
    for part in (
        teller.damage,
        teller.automation,
        teller.services,
        teller.levels,
        teller.claims,
        teller.publicity,
        teller.records,
        teller.answers,
        teller.calendar,
        teller.quality,
        teller.reviewers,
    ):
        yield from part()


class _Sentences:
    def __init__(self, difference: Difference) -> None:
        self.difference = difference
        self.words = DifferenceNames(difference)

    def names(self, nodes: Iterable[Node]) -> str:
        """Some names, and how many more there are."""
        return _listed([self.words.name(node) for node in dict.fromkeys(nodes)])

    def damage(self) -> Iterator[Sentence]:
        """What cannot be read, problems, and relations that lead nowhere."""
        one = self.difference
        unread = [node for node, side in one.records.unreadable.items() if side != "before"]
        if unread:
            yield Sentence("tidak-terbaca", _("Tidak dapat dibaca: {nama}.").format(nama=self.names(unread)))
        for severity, topic, words in (
            ("error", "kesalahan", _("Kesalahan baru pada {nama}: {isi}")),
            ("warning", "peringatan", _("Peringatan baru pada {nama}: {isi}")),
        ):
            found = [told for told in one.problems.new if told.problem.severity == severity]
            for message in list(dict.fromkeys(told.words for told in found))[:3]:
                nodes = [told.node for told in found if told.words == message]
                yield Sentence(topic, words.format(nama=self.names(nodes), isi=_ended(message)))
        if one.problems.fixed:
            words = _("{n} masalah selesai.")
            yield Sentence("selesai", words.format(n=formatting.number(len(one.problems.fixed))))
        by_target: dict[Node, list[Node]] = {}
        for relation in one.relations.broken:
            by_target.setdefault(relation.target, []).append(relation.source)
        for target, sources in by_target.items():
            words = _("{nama} tidak ada lagi, tetapi masih disebut oleh {penyebut}.")
            text = words.format(nama=self.words.name(target), penyebut=self.names(sources))
            yield Sentence("hubungan-putus", text)

    def automation(self) -> Iterator[Sentence]:
        """Files that decide what runs, and how the site is made."""
        touched = [node for node in self.difference.records.touched if node.kind in _PLACED]
        run = [node for node in touched if node.kind == "otomasi"]
        if run:
            words = _("Usulan ini mengubah berkas otomasi, yang menentukan apa yang dijalankan: {nama}.")
            yield Sentence("otomasi", words.format(nama=self.names(run)))
        look = [node for node in touched if node.kind != "otomasi"]
        if look:
            words = _("Pengaturan atau templat situs berubah: {nama}.")
            yield Sentence("templat", words.format(nama=self.names(look)))

    def services(self) -> Iterator[Sentence]:
        """Services that stop, and those that nothing carries any more."""
        found = self.difference.services
        for one in found.stopped:
            words = _("{n} layanan memerlukan {nama}, yang tidak ada atau tidak dipakai lagi: {layanan}.")
            number = formatting.number(len(one.services))
            text = words.format(n=number, nama=self.words.name(one.lost), layanan=self.names(one.services))
            yield Sentence("layanan-berhenti", text)
        if found.uncarried:
            words = _("Tidak lagi ditopang aplikasi apa pun: {nama}.")
            yield Sentence("tanpa-aplikasi", words.format(nama=self.names(found.uncarried)))

    def levels(self) -> Iterator[Sentence]:
        """Why an index moved, and levels that rose without evidence."""
        after = self.difference.after.region.assessments
        for figure in self.difference.figures:
            if figure.before is None or figure.after is None:
                continue
            title = self.words.name(Node("penilaian", figure.penilaian))
            assessment = after.get(figure.penilaian)
            for cause in figure.causes:
                code = cause.indikator.kode
                yield Sentence("indeks" if cause.share else "tingkat", f"{title}: {_cause(cause)}.")
                answer = assessment.answers.get(code) if assessment else None
                if (cause.ke or 0) > (cause.dari or 0) and not (answer and answer.bukti):
                    words = _("{indikator} naik tanpa bukti {pada_data}.")
                    name = self.words.name(Node("jawaban", f"{figure.penilaian}/{code}"))
                    yield Sentence("tanpa-bukti", words.format(indikator=name))

    def claims(self) -> Iterator[Sentence]:
        """Claims that turned."""
        for claim in self.difference.claims:
            if claim.before is None and claim.after in {"selaras", "tak-dinilai"}:
                continue
            yield self._claim(claim)

    def _claim(self, claim: ClaimChange) -> Sentence:
        name = self.words.name(Node("jawaban", f"{claim.penilaian}/{claim.code}"))
        states = [_(LABELS[one]) if one else NOTHING for one in (claim.before, claim.after)]
        words = _("{indikator}: {isi} Dahulu {lama}, kini {baru}.")
        text = words.format(indikator=name, isi=_(claim.rule.statement), lama=states[0].lower(), baru=states[1].lower())
        better = claim.after is None or (
            claim.before is not None and VERDICTS.index(claim.after) > VERDICTS.index(claim.before)
        )
        topic = "kesesuaian-membaik" if better else "kesesuaian"
        return Sentence("bertentangan" if claim.after == "bertentangan" else topic, text)

    def publicity(self) -> Iterator[Sentence]:
        """What the public will see, or see no more, of what was there before; told to those who see more."""
        if self.difference.after.audience.is_public:
            return
        records = self.difference.records
        for topic, words, found, new in (
            ("terbuka", _("Akan tampak bagi umum: {nama}."), self.difference.public.appeared, records.added),
            ("tertutup", _("Tidak lagi tampak bagi umum: {nama}."), self.difference.public.vanished, records.removed),
        ):
            nodes = [one.node for one in found if one.node not in new and one.whole]
            if nodes:
                yield Sentence(topic, words.format(nama=self.names(nodes)))

    def records(self) -> Iterator[Sentence]:
        """What came, went, got another id or owner, or says something else."""
        records = self.difference.records
        for topic, words, nodes in (
            ("dihapus", _("Dihapus, {jenis}: {nama}."), records.removed),
            ("ditambah", _("Ditambah, {jenis}: {nama}."), records.added),
            ("diubah", _("Diubah, {jenis}: {nama}."), tuple(one.node for one in records.changed)),
        ):
            by_kind: dict[str, list[Node]] = {}
            for node in nodes:
                if node.kind not in _PLACED:
                    by_kind.setdefault(node.kind, []).append(node)
            for kind, found in by_kind.items():
                label = f"{self.words.kind(kind).lower()} ({formatting.number(len(found))})"
                new = topic == "ditambah" and kind == "penilaian"
                text = words.format(jenis=label, nama=self.names(found))
                yield Sentence("penilaian-baru" if new else topic, text)
        for renamed in records.renamed:
            former = self.difference.before.region.name(renamed.former)
            now = self.words.name(renamed.node)
            if renamed.merged:
                yield Sentence("digabung", _("{lama} digabung ke {baru}.").format(lama=former, baru=now))
            else:
                words = _("{nama} berganti ID dari {lama} menjadi {baru}.")
                text = words.format(nama=now, lama=renamed.former.id, baru=renamed.node.id)
                yield Sentence("berganti-id", text)
        for changed in records.changed:
            for field in changed.fields:
                if changed.node.kind in KINDS and field.path == ("perangkat_daerah",):
                    offices = [self.words.office(one) or NOTHING for one in (field.before, field.after)]
                    words = _("{nama} berpindah dari {lama} ke {baru}.")
                    text = words.format(nama=self.words.name(changed.node), lama=offices[0], baru=offices[1])
                    yield Sentence("pemilik", text)

    def answers(self) -> Iterator[Sentence]:
        """Evidence gained or lost, and states reached."""
        for one in self.difference.answers:
            name = self.words.name(Node("jawaban", f"{one.penilaian}/{one.code}"))
            for topic, words, ids in (
                ("bukti-baru", _("{indikator} mendapat bukti: {nama}."), one.came),
                ("bukti-hilang", _("{indikator} kehilangan bukti: {nama}."), one.went),
            ):
                if ids:
                    nodes = [Node("bukti", each) for each in ids]
                    yield Sentence(topic, words.format(indikator=name, nama=self.names(nodes)))
            if one.before != one.after:
                states = [
                    _(STATUS_JAWABAN.label(state)).lower() if state else NOTHING for state in (one.before, one.after)
                ]
                words = _("{indikator}: dari {lama} menjadi {baru}.")
                yield Sentence("status-jawaban", words.format(indikator=name, lama=states[0], baru=states[1]))

    def calendar(self) -> Iterator[Sentence]:
        """Stages whose days are other ones."""
        for one in self.difference.stages:
            title = self.words.name(Node("penilaian", one.penilaian))
            days = [
                f"{formatting.day(stage.mulai)} – {formatting.day(stage.selesai)}" if stage else NOTHING
                for stage in (one.before, one.after)
            ]
            words = _("Jadwal {penilaian}, {tahapan}: {lama} menjadi {baru}.")
            yield Sentence("jadwal", words.format(penilaian=title, tahapan=one.name, lama=days[0], baru=days[1]))

    def quality(self) -> Iterator[Sentence]:
        """Limits that are broken, and shortcomings that came."""
        for limit in self.difference.quality.limits:
            if limit.after.broken:
                words = _("Batas kualitas data {nama} terlewati: batas {batas}, kini {kini}.")
                name = " ".join(limit.after.key)
                yield Sentence(
                    "batas-kualitas", words.format(nama=name, batas=limit.after.limit, kini=limit.after.present)
                )
        for finding in self.difference.quality.findings:
            if finding.came:
                text = f"{_(finding.title)}: {_('bertambah {isi}').format(isi=self.names(finding.came))}."
                yield Sentence("kualitas", text)

    def reviewers(self) -> Iterator[Sentence]:
        """Who must agree."""
        offices = [self.words.office(one.office) or one.office for one in self.difference.reviewers]
        if offices:
            yield Sentence("penyetuju", _("Perlu persetujuan {nama}.").format(nama=_listed(offices)))


def _cause(cause: Cause) -> str:
    """Why: a level, a weight, or both, and what that carried."""
    label = cause.indikator.label
    share = "" if not cause.share else f" ({_('andil {n} pada indeks').format(n=formatting.signed(cause.share))})"
    if cause.dari == cause.ke:
        return f"{label}: " + _("bobot berubah") + share
    words = _("tingkat {nama} dari {lama} menjadi {baru}")
    return words.format(nama=label, lama=formatting.number(cause.dari), baru=formatting.number(cause.ke)) + share


def _listed(names: Sequence[str]) -> str:
    more = [_("{n} lagi").format(n=formatting.number(len(names) - NAMED))] if len(names) > NAMED else []
    return ", ".join((*names[:NAMED], *more))


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
