"""A difference as outsiders get it: the promised form of ``spbe diff --format json``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from spbe.differences.answer_changes import AnswerChange
from spbe.differences.comparing import FieldChange
from spbe.differences.consequences import ClaimChange, FindingChange
from spbe.differences.contents import ContentIdentity
from spbe.differences.difference import Difference
from spbe.differences.index_changes import FigureChange, printed_index
from spbe.differences.plain import ListPart
from spbe.differences.problems import ProblemTold
from spbe.differences.promise import (
    AnswerRow,
    ChangedRow,
    ClaimRow,
    DifferenceRows,
    FieldRow,
    FigureRow,
    FindingRow,
    NodeRow,
    ProblemRow,
    PublicRow,
    QualityPart,
    RecordsPart,
    RelationRow,
    ReviewerRow,
    ServicesPart,
    TimePart,
)
from spbe.differences.publicity import Publicity
from spbe.differences.record_changes import ChangedRecord
from spbe.differences.telling.story import story_of
from spbe.differences.words import DifferenceNames
from spbe.i18n import gettext
from spbe.model.instrumen import weight_text
from spbe.model.kinds import OFFICE
from spbe.model.pengerjaan import TahapanJadwal
from spbe.model.perangkat_daerah import PerangkatDaerah
from spbe.model.values import Tanggal
from spbe.region import Node, Relation
from spbe.scoring.results import IndexRow


def rows_of(difference: Difference) -> DifferenceRows:
    """``difference`` as plain values, ready for JSON, in the form that programs may rely on."""
    return _Rows(difference).all()


class _Rows:
    def __init__(self, difference: Difference) -> None:
        self.difference = difference
        self.words = DifferenceNames(difference)

    def all(self) -> DifferenceRows:
        one = self.difference
        relations, story = one.relations, story_of(one)
        return {
            "edition": one.after.edition,
            "records": self.records(),
            "index": [_figure_row(figure) for figure in one.figures],
            "relations": {
                "added": self.relations(relations.added),
                "removed": self.relations(relations.removed),
                "broken": self.relations(relations.broken),
            },
            "problems": {
                "new": [self.problem(told) for told in one.problems.new],
                "fixed": [self.problem(told) for told in one.problems.fixed],
            },
            "claims": [_claim_row(claim) for claim in one.claims],
            "impact": [
                {**self.node(impact.node), "before": impact.before, "after": impact.after} for impact in one.impact
            ],
            "quality": self.quality(),
            "public_fields": {
                "appeared": [self.public(told) for told in one.public.appeared],
                "vanished": [self.public(told) for told in one.public.vanished],
            },
            "reviewers": [self.reviewer(told.office, told.nodes) for told in one.reviewers],
            "time": self.time(),
            "services": self.services(),
            "answers": [_answer_row(answer) for answer in one.answers],
            "calendar": [
                {
                    "penilaian": told.penilaian,
                    "stage": told.name,
                    "before": _days(told.before),
                    "after": _days(told.after),
                }
                for told in one.stages
            ],
            "meaningful": bool(story),
            "decision": story.decision,
            "verdict": story.verdict,
            "sentences": [{"topic": told.topic, "text": told.text} for told in story.sentences],
        }

    def quality(self) -> QualityPart:
        quality = self.difference.quality
        return {
            "limits": [
                {
                    "key": "/".join(told.after.key),
                    "limit": told.after.limit,
                    "before": told.before.present,
                    "after": told.after.present,
                    "broken": told.after.broken,
                }
                for told in quality.limits
            ],
            "findings": [self.finding(finding) for finding in quality.findings],
            "completeness": [
                {
                    "kind": told.kind,
                    "before": f"{told.before.answered}/{told.before.total}",
                    "after": f"{told.after.answered}/{told.after.total}",
                }
                for told in quality.completeness
            ],
        }

    def time(self) -> TimePart:
        time = self.difference.time
        return {
            "before": time.since.isoformat(),
            "after": time.until.isoformat(),
            "claims": [_claim_row(claim) for claim in time.claims],
            "findings": [self.finding(finding) for finding in time.findings],
        }

    def services(self) -> ServicesPart:
        services = self.difference.services
        return {
            "stopped": [
                {**self.node(told.lost), "services": [self.node(node) for node in told.services]}
                for told in services.stopped
            ],
            "uncarried": [self.node(node) for node in services.uncarried],
        }

    def node(self, node: Node) -> NodeRow:
        return {"kind": node.kind, "id": node.id, "name": self.words.name(node), "office": self.difference.owner(node)}

    def records(self) -> RecordsPart:
        found = self.difference.records
        return {
            "added": [self.node(node) for node in found.added],
            "removed": [self.node(node) for node in found.removed],
            "renamed": [
                {**self.node(one.node), "former_id": one.former.id, "merged": one.merged} for one in found.renamed
            ],
            "changed": [self.changed(one) for one in found.changed],
            "unreadable": [
                {**self.node(node), "side": side, "file": self.difference.place(node)}
                for node, side in found.unreadable.items()
            ],
        }

    def changed(self, changed: ChangedRecord) -> ChangedRow:
        return {**self.node(changed.node), "fields": [self.field(changed, field) for field in changed.fields]}

    def field(self, changed: ChangedRecord, field: FieldChange) -> FieldRow:
        made: FieldRow = {"field": "/".join(field.path), "label": self.words.field(changed.models, field.path)}
        if isinstance(field.before, ContentIdentity) or isinstance(field.after, ContentIdentity):
            return {**made, "content": True}
        if field.listed:
            return {**made, "added": _json(field.came), "removed": _json(field.went)}
        return {**made, "before": _json(field.before), "after": _json(field.after)}

    def relations(self, relations: Iterable[Relation]) -> list[RelationRow]:
        return [
            {
                "source": self.node(one.source),
                "target": self.node(one.target),
                "field": one.field,
                "relation": gettext(one.forward),
                "planned": one.planned,
            }
            for one in relations
        ]

    def problem(self, told: ProblemTold) -> ProblemRow:
        problem = told.problem
        return {
            **self.node(told.node),
            "rule": problem.rule,
            "severity": problem.severity,
            "key": problem.key,
            "file": problem.file if self.difference.after.audience.is_whole else self.difference.place(told.node),
            "message": told.words,
        }

    def finding(self, finding: FindingChange) -> FindingRow:
        return {
            "finding": finding.id,
            "title": gettext(finding.title),
            "added": [self.node(node) for node in finding.came],
            "removed": [self.node(node) for node in finding.went],
        }

    def public(self, told: Publicity) -> PublicRow:
        return {**self.node(told.node), "fields": list(told.fields), "whole": told.whole}

    def reviewer(self, office: str, nodes: Iterable[Node]) -> ReviewerRow:
        record = self.words.region.records[OFFICE].get(office)
        accounts = list(record.akun_git) if isinstance(record, PerangkatDaerah) else []
        name = self.words.office(office) or office
        return {"id": office, "name": name, "accounts": accounts, "records": [self.node(node) for node in nodes]}


def _figure_row(figure: FigureChange) -> FigureRow:
    """One stage of one assessment."""
    was, now = figure.before, figure.after
    codes = {part: dict.fromkeys((*_parts(now, part), *_parts(was, part))) for part in ("domain", "aspek")}

    def pairs(part: str) -> dict[str, list[str | None]]:
        found = {code: [_parts(was, part).get(code), _parts(now, part).get(code)] for code in codes[part]}
        return {code: pair for code, pair in found.items() if pair[0] != pair[1]}

    return {
        "penilaian": figure.penilaian,
        "tahun": figure.tahun,
        "tahap": figure.tahap,
        "before": printed_index(was),
        "after": printed_index(now),
        "predikat": [was["predikat"] if was else None, now["predikat"] if now else None],
        "resmi": [was["resmi"] if was else None, now["resmi"] if now else None],
        "domain": pairs("domain"),
        "aspek": pairs("aspek"),
        "causes": [
            {
                "indikator": cause.indikator.kode,
                "name": cause.indikator.nama,
                "level": [_number(cause.dari), _number(cause.ke)],
                "weight": [_number(cause.bobot_dari), _number(cause.bobot_ke)],
                "share": _number(cause.share),
            }
            for cause in figure.causes
        ],
    }


def _claim_row(claim: ClaimChange) -> ClaimRow:
    """One claim."""
    return {
        "penilaian": claim.penilaian,
        "indikator": claim.code,
        "rule": claim.rule.id,
        "statement": gettext(claim.rule.statement),
        "before": claim.before,
        "after": claim.after,
    }


def _answer_row(answer: AnswerChange) -> AnswerRow:
    return {
        "penilaian": answer.penilaian,
        "indikator": answer.code,
        "evidence_added": list(answer.came),
        "evidence_removed": list(answer.went),
        "state": [answer.before, answer.after],
    }


def _days(stage: TahapanJadwal | None) -> list[str | None] | None:
    return [str(day) if day else None for day in (stage.mulai, stage.selesai)] if stage else None


def _parts(row: IndexRow | None, part: str) -> Mapping[str, str | None]:
    return {} if row is None else row["domain"] if part == "domain" else row["aspek"]


def _number(value: Fraction | None) -> str | None:
    if value is None:
        return None
    return f"-{weight_text(-value)}" if value < 0 else weight_text(value)


def _json(value: Any) -> Any:
    if isinstance(value, Fraction):
        return _number(value)
    if isinstance(value, Tanggal):
        return str(value)
    if isinstance(value, ListPart):
        return _json(value.fields)
    if isinstance(value, Mapping):
        return {key: _json(item) for key, item in value.items()}
    return [_json(item) for item in value] if isinstance(value, list | tuple) else value
