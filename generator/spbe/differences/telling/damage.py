"""Sentences on what must not go in as it is: leaks, automation, unreadable files, problems, names that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spbe.differences.problems import ProblemTold
from spbe.differences.telling.sentence import Narrator, Sentence, ended, first_of
from spbe.differences.telling.weights import RULE_TOPICS
from spbe.i18n import gettext as _
from spbe.problems import RULES
from spbe.region import Node
from spbe.wording import formatting

MOST: Final = 3
"""How many messages of one weight are told above the detail."""


def leaks(told: Narrator) -> Iterator[Sentence]:
    """What must not stand there, for it would be published or is kept in the history; it is not repeated."""
    found: dict[str, dict[Node, None]] = {}
    for one in told.difference.problems.new:
        if (leaked := RULES[one.problem.rule].leaks) is not None:
            found.setdefault(_(leaked), {})[one.node] = None
    for leaked, nodes in found.items():
        names = [told.placed(node) for node in nodes]
        text = _(
            "Ada {rahasia} pada {nama}; hapus sebelum usulan ini diterima, karena sesudahnya tersimpan "
            "selamanya di riwayat perubahan."
        )
        reason = _("ada {rahasia} pada {nama}")
        yield Sentence(
            "bocor",
            text.format(rahasia=leaked, nama=", ".join(names)),
            reason.format(rahasia=leaked, nama=first_of([told.words.name(node) for node in nodes])),
        )


def automation(told: Narrator) -> Iterator[Sentence]:
    """Files that decide what runs, and how the site is made."""
    touched = told.difference.records.touched
    run = [node for node in touched if node.kind == "otomasi"]
    if run:
        text = _("Usulan ini mengubah berkas otomasi, yang menentukan apa yang dijalankan: {nama}.")
        reason = _("berkas otomasi berubah ({nama})").format(nama=first_of([node.id for node in run]))
        yield Sentence("otomasi", text.format(nama=told.names(run)), reason)
    look = [node for node in touched if node.kind in {"templat", "pengaturan"}]
    if look:
        text = _("Pengaturan atau templat situs berubah: {nama}.")
        yield Sentence("templat", text.format(nama=told.names(look)), _("pengaturan atau templat situs berubah"))
    if any(node.kind == "kebijakan" for node in touched):
        text = _("Kebijakan pemeriksaan berubah: periksa apa yang tidak lagi dihitung sebagai masalah, dan alasannya.")
        yield Sentence("templat", text, _("kebijakan pemeriksaan berubah"))


def unreadable(told: Narrator) -> Iterator[Sentence]:
    """Files that cannot be read any more."""
    sides, new = told.difference.records.unreadable, told.difference.problems.new
    wrong = {one.node for one in new if one.problem.severity == "error" and not one.unread}
    nodes = [node for node, side in sides.items() if side == "after" and node not in wrong]
    if nodes:
        names = [told.placed(node) for node in nodes]
        text = _("{n} berkas tidak terbaca, jadi situs tidak dapat dibuat: {nama}.")
        number = formatting.number(len(nodes))
        reason = _("{n} berkas tidak terbaca ({nama})").format(
            n=number, nama=first_of([told.words.name(node) for node in nodes])
        )
        yield Sentence("tidak-terbaca", text.format(n=number, nama=", ".join(names)), reason)


def problems(told: Narrator) -> Iterator[Sentence]:
    """What a check finds now and did not before, and what it finds no more."""
    one = told.difference
    by_topic: dict[str, list[ProblemTold]] = {}
    for new in one.problems.new:
        topic = _topic(new)
        if topic is not None:
            by_topic.setdefault(topic, []).append(new)
    for topic, found in by_topic.items():
        yield from _messages(told, topic, found)
    if one.problems.fixed:
        number = formatting.number(len(one.problems.fixed))
        text = _("{n} masalah selesai").format(n=number)
        yield Sentence("selesai", f"{text}.", text)


def _topic(new: ProblemTold) -> str | None:
    rule = new.problem.rule
    if RULES[rule].leaks is not None or new.unread:
        return None  # told as such
    return RULE_TOPICS.get(rule) or {"error": "kesalahan", "warning": "peringatan"}.get(new.problem.severity)


def _messages(told: Narrator, topic: str, found: list[ProblemTold]) -> Iterator[Sentence]:
    words, short = {
        "kesalahan": (_("Kesalahan baru pada {nama}: {isi}"), _("{n} kesalahan baru, pada {nama}")),
        "peringatan": (_("Peringatan baru pada {nama}: {isi}"), _("{n} peringatan baru, pada {nama}")),
        "bukti-berganti": (
            _("Berkas bukti {nama} bukan lagi berkas yang dicatat: {isi}"),
            _("berkas bukti {nama} bukan lagi yang dicatat"),
        ),
        "instrumen-lain": (
            _("{nama} memakai instrumen yang bukan untuk tahunnya: {isi}"),
            _("{nama} memakai instrumen yang bukan untuk tahunnya"),
        ),
    }[topic]
    named = first_of([told.words.name(node) for node in dict.fromkeys(one.node for one in found)])
    reason = short.format(n=formatting.number(len(found)), nama=named)
    for message in list(dict.fromkeys(one.words for one in found))[:MOST]:
        nodes = dict.fromkeys(one.node for one in found if one.words == message)
        names = first_of([told.placed(node) for node in nodes])
        yield Sentence(topic, words.format(nama=names, isi=ended(message)), reason)


def broken(told: Narrator) -> Iterator[Sentence]:
    """Names of records that are gone."""
    by_target: dict[Node, list[Node]] = {}
    for relation in told.difference.relations.broken:
        by_target.setdefault(relation.target, []).append(relation.source)
    for target, sources in by_target.items():
        name = told.words.name(target)
        text = _("{nama} tidak ada lagi, tetapi masih disebut oleh {penyebut}.")
        reason = _("{nama} masih disebut, padahal tidak ada").format(nama=name)
        yield Sentence("hubungan-putus", text.format(nama=name, penyebut=told.names(sources)), reason)
