"""The table of relations: who is related to whom, by which field."""

from __future__ import annotations

from spbe.editions import Edition
from spbe.exchange.assessment_tables import column
from spbe.exchange.tables import DataTable, Schema
from spbe.i18n import gettext as _
from spbe.region import Node

_TEXT: Schema = {"type": "string"}


def relation_table(view: Edition) -> DataTable:
    """Every relation that may be seen, told once, from the record that names the other."""
    relations = sorted(
        (relation for found in view.region.relations.outgoing.values() for relation in found),
        key=lambda one: (one.source, one.field, one.target, one.planned),
    )
    rows = tuple(
        {
            "dari_jenis": relation.source.kind,
            "dari": relation.source.id,
            "dari_nama": _name(view, relation.source),
            "hubungan": _(relation.forward),
            "ke_jenis": relation.target.kind,
            "ke": relation.target.id,
            "ke_nama": _name(view, relation.target),
            "isian": relation.field,
            "rencana": relation.planned,
        }
        for relation in relations
    )
    kind = _("Jenis catatan, atau jawaban, penilaian, tim.")
    columns = (
        column("dari_jenis", _TEXT, _("Jenis catatan asal"), kind),
        column("dari", _TEXT, _("ID catatan asal"), _("Catatan yang menyebut catatan lain.")),
        column("dari_nama", _TEXT, _("Nama catatan asal"), _("Nama yang dikenal orang.")),
        column("hubungan", _TEXT, _("Hubungan"), _("Nama hubungan, dibaca dari catatan asal.")),
        column("ke_jenis", _TEXT, _("Jenis catatan tujuan"), kind),
        column("ke", _TEXT, _("ID catatan tujuan"), _("Catatan yang disebut.")),
        column("ke_nama", _TEXT, _("Nama catatan tujuan"), _("Nama yang dikenal orang.")),
        column("isian", _TEXT, _("Isian"), _("Isian tempat hubungan itu ditulis.")),
        column("rencana", {"type": "boolean"}, _("Rencana"), _("Apakah hubungan itu baru direncanakan.")),
    )
    about = _("Semua hubungan antarcatatan yang ditampilkan, satu baris per hubungan.")
    return DataTable("relasi", _("Hubungan antarcatatan"), about, columns, rows)


def _name(view: Edition, node: Node) -> str:
    """What people call the other end; an answer is called by its assessment and indicator."""
    assessment = view.region.assessments.get(node.id.partition("/")[0])
    if node.kind == "penilaian" and assessment:
        return assessment.title
    if node.kind == "jawaban" and assessment:
        code = node.id.partition("/")[2]
        return f"{assessment.title} {code}"
    return _("Tim tata kelola") if node.kind == "tim" else view.region.name(node)
