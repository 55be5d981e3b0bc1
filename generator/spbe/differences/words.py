"""Nodes, fields and values of a difference in the words of its readers: names, never ids where there is a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from spbe.catalogue.claims import LABELS as VERDICTS
from spbe.differences.consequences import ClaimChange
from spbe.differences.contents import BODY, ContentIdentity
from spbe.differences.difference import Difference
from spbe.differences.plain import ListPart
from spbe.differences.things import PLACE
from spbe.i18n import gettext
from spbe.i18n import mark as _
from spbe.model.base import Base, absence_word, fields_of
from spbe.model.kinds import KINDS, OFFICE
from spbe.model.references import Ref, RefByKind, direct_references
from spbe.region import Node, Region
from spbe.wording.fields import words_of
from spbe.yamlio.parts import part_of

NOTHING: Final = "–"

LABELS: Final[Mapping[str, str]] = {
    "profil": _("Profil wilayah"),
    "tim": _("Tim tata kelola"),
    "upaya": _("Upaya menaikkan indikator"),
    "pembanding": _("Pembanding"),
    "kualitas": _("Batas kualitas data"),
    "penilaian": _("Penilaian"),
    "jawaban": _("Jawaban indikator"),
    "nilai": _("Nilai indikator"),
    "instrumen": _("Instrumen daerah"),
    "referensi": _("Kode arsitektur daerah"),
    "halaman": _("Halaman"),
    "lampiran": _("Lampiran"),
    "pengaturan": _("Pengaturan situs"),
    "kebijakan": _("Kebijakan pemeriksaan"),
    "templat": _("Templat daerah"),
    "otomasi": _("Berkas otomasi"),
    "berkas": _("Berkas"),
}
"""What things are called that are no records."""

_ONCE: Final = frozenset({"tim", "upaya", "pembanding", "kualitas"})

Models = Sequence[type[Base] | None]


class DifferenceNames:
    """The names of both sides of ``difference``; what is there no more keeps the name that it had."""

    def __init__(self, difference: Difference) -> None:
        before, after = difference.before.region, difference.after.region
        records = {kind: {**before.records.get(kind, {}), **found} for kind, found in after.records.items()}
        assessments = {**before.assessments, **after.assessments}
        instruments = {**before.instruments, **after.instruments}
        self.region: Region = replace(after, records=records, assessments=assessments, instruments=instruments)
        self._codes = {**before.reference.nodes, **after.reference.nodes}
        self._leaking = difference.leaking
        self._formers: dict[Node, list[str]] = {}
        self._mergers = {one.node for one in difference.records.renamed if one.merged}
        for one in difference.records.renamed:
            former = before.name(one.former if one.merged else one.node)
            self._formers.setdefault(one.node, []).append(former)

    def name(self, node: Node) -> str:
        """What ``node`` is called; its id where the name must not be repeated."""
        if not self._leaking.isdisjoint({(node, ""), (node, "nama")}):
            return node.id
        if node.kind in KINDS:
            return self.region.name(self.region.present(node))
        name, _slash, code = node.id.partition("/")
        assessment = self.region.assessments.get(name)
        if assessment is not None and node.kind in {"penilaian", "jawaban", "nilai"}:
            known = {one.kode: one.label for one in assessment.instrumen.all_indicators()}
            return f"{assessment.title}: {known.get(code, code)}" if code else assessment.title
        if node.kind == "profil":
            return self.region.profil.nama
        if node.kind == "instrumen" and node.id in self.region.instruments:
            return self.region.instruments[node.id].nama
        if node.kind == "referensi" and node.id in self._codes:
            return f"{node.id} {self._codes[node.id].nama}"
        return self.kind(node.kind) if node.kind in _ONCE else node.id

    def kind(self, kind: str) -> str:
        """What things of ``kind`` are called."""
        return gettext(KINDS[kind].plural if kind in KINDS else LABELS[kind])

    def office(self, owner: str | None) -> str | None:
        """The name of the office ``owner``; ``None`` where there is none."""
        return self.name(Node(OFFICE, owner)) if owner else None

    def owner(self, owner: str | None) -> str | None:
        """The name of the office ``owner``, with those that it had, or that became it; ``None`` where there is none."""
        if owner is None:
            return None
        now = self.name(Node(OFFICE, owner))
        formers = sorted({name for name in self._formers.get(Node(OFFICE, owner), ()) if name != now})
        return gettext("{nama} (dahulu {lama})").format(nama=now, lama=", ".join(formers)) if formers else now

    def mergers(self) -> Mapping[Node, Sequence[str]]:
        """Records that others became, with the names that those had."""
        return {node: sorted(names) for node, names in self._formers.items() if node in self._mergers}

    def field(self, models: Models, path: Sequence[str]) -> str:
        """What the field at ``path`` is called, with all that it stands in."""
        return " › ".join(self._walked(models, path)[0])

    def value(self, models: Models, path: Sequence[str], value: Any) -> str:
        """``value``, which stands at ``path``, or an item of it."""
        if value is None:
            return NOTHING
        if isinstance(value, ContentIdentity):
            return gettext("isi lain")
        if isinstance(value, tuple):
            return ", ".join(self.value(models, path, item) for item in value) or NOTHING
        if isinstance(value, str) and (absence := absence_word(value)):
            return gettext(absence)
        holder = self._walked(models, path)[1]
        written = value.written if isinstance(value, ListPart) else value
        if holder is None or isinstance(written, Mapping):
            return str(written)
        model, name, kind = holder
        return self.name(Node(kind, str(value))) if kind else words_of(self.region, model, name, written)

    def _walked(
        self, models: Models, path: Sequence[str]
    ) -> tuple[list[str], tuple[type[Base], str, str | None] | None]:
        """The labels along ``path``, and which field of which model it ends in, with the kind of what that names."""
        labels: list[str] = []
        holder: tuple[type[Base], str, str | None] | None = None
        model = next((one for one in models if one is not None and path[0] in one.model_fields), None)
        place = 0
        while place < len(path):
            name = path[place]
            place += 1
            if model is None or name not in model.model_fields:
                labels.append((_FURTHER.get(name) and gettext(_FURTHER[name])) or name)
                continue
            labels.append(gettext(fields_of(model)[name].label))
            marker = direct_references(model).get(name)
            holder = model, name, None
            if name == "rencana":
                continue
            if isinstance(marker, RefByKind):
                if place < len(path):
                    holder = model, name, path[place]
                    labels.append(self.kind(path[place]))
                return labels, holder
            part, many = part_of(model.model_fields[name].annotation)
            if part is not None and many and place < len(path):
                labels.append(self._part(part, path[place]))
                place += 1
            model = part
        return labels, holder

    def _part(self, part: type[Base], name: str) -> str:
        """What a part of a list is called: what it names, if its name is an id."""
        first = next((field for field, info in part.model_fields.items() if info.is_required()), None)
        marker = direct_references(part).get(first) if first else None
        return self.name(Node(marker.kind, name)) if isinstance(marker, Ref) else name


_FURTHER: Final[Mapping[str, str]] = {BODY: _("Isi"), PLACE: _("Letak berkas")}
"""Fields that no model declares."""


def edition_of(difference: Difference) -> str:
    """For whom ``difference`` is told."""
    audience, words = difference.after.audience, DifferenceNames(difference)
    if audience.opd is not None:
        return gettext("edisi OPD {nama}").format(nama=words.office(audience.opd))
    return gettext("edisi internal") if audience.is_whole else gettext("edisi publik")


def verdicts_of(claim: ClaimChange) -> tuple[str, str]:
    """What came out of a claim before and after, in words; a level may not ask for it yet, or no longer."""
    before = VERDICTS[claim.before] if claim.before else _("Belum disyaratkan")
    after = VERDICTS[claim.after] if claim.after else _("Tidak lagi disyaratkan")
    return gettext(before), gettext(after)
