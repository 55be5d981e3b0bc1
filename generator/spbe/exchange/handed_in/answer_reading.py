"""The working sheets of an assessment as they came back: answers, and the values that assessors gave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from spbe.checks import Opened
from spbe.editions import Edition
from spbe.exchange.handed_in.merging import FieldVersions, FieldWish, wished
from spbe.exchange.handed_in.proposals import AcceptanceRow, Outcome, Proposal
from spbe.exchange.handed_in.returned_workbook import ReturnedSheet
from spbe.exchange.sheets.assessment_sheets import ANSWERED, ANSWERS, CODE, VALUES, AssessmentSheets
from spbe.exchange.sheets.base_values import BaseValues
from spbe.exchange.sheets.cell_forms import text_of
from spbe.exchange.sheets.field_shapes import FieldShape, shape_of
from spbe.exchange.sheets.long_texts import TOO_LONG, fitting, is_cut
from spbe.exchange.sheets.names import Names
from spbe.exchange.sheets.written_values import written_record
from spbe.i18n import gettext as _
from spbe.model.penilaian import Jawaban, NilaiTahap
from spbe.model.values import decimal_text
from spbe.region import Node, Region
from spbe.yamlio.positions import Path


@dataclass
class AnswerReading:
    """What the sheets of one workbook ask of the assessment ``name``, beside what they went out with."""

    file: str
    name: str
    opened: Opened
    view: Edition
    base: BaseValues
    names: Names
    rows: list[AcceptanceRow] = field(default_factory=list)

    def proposals(self, sheets: Mapping[str, ReturnedSheet]) -> Iterator[Proposal]:
        """What is asked for, indicator by indicator; what cannot be is in ``rows``."""
        assessment = self.view.region.assessments.get(self.name)
        if assessment is None:
            self._say("", "refused", self.name, _("Penilaian ini tidak dapat dibuka lagi."))
            return
        both = AssessmentSheets(assessment, ())
        for key, read in ((ANSWERS, both.read), (VALUES, both.read_values)):
            sheet = sheets.get(key)
            if sheet is None or (key == VALUES and not self.view.audience.is_whole):
                continue
            places = {text_of(sheet.grid.at(row, CODE)): number for number, row in enumerate(sheet.grid.rows)}
            for code, returned in read(sheet.grid, self.names).items():
                if key == VALUES:
                    yield from self._values(code, returned, sheet, places[code])
                elif self._is_theirs(code):
                    yield from self._answer(code, returned, sheet, places[code])
                else:
                    words = _("Indikator ini bukan tanggung jawab OPD yang menerima berkas ini.")
                    self._say(sheet.place(places[code], CODE), "refused", f"{self.name}/{code}", words)

    def _is_theirs(self, code: str) -> bool:
        region, opd = self.view.region, self.base.opd
        return opd is None or region.owner_id(region.assessments[self.name].answers.get(code)) == opd

    def _answer(self, code: str, returned: Mapping[str, Any], sheet: ReturnedSheet, row: int) -> Iterator[Proposal]:
        base = self.base.answers[self.name].get(code, {})
        now, whole = self._written(self.view.region, code), self._written(self.opened.region, code)
        node = Node("jawaban", f"{self.name}/{code}")
        for name in ANSWERED:
            if name in sheet.grid.keys:
                versions = FieldVersions(base.get(name), now.get(name), returned.get(name), whole.get(name))
                yield from self._merged(node, sheet.place(row, name), (name,), shape_of(name, Jawaban), versions)
        if "nilai/mandiri" in sheet.grid.keys:
            levels = [one.get("nilai", {}).get("mandiri") for one in (base, now, returned, whole)]
            path, cell = ("nilai", "mandiri"), sheet.place(row, "nilai/mandiri")
            yield from self._merged(node, cell, path, shape_of("mandiri", NilaiTahap), FieldVersions(*levels))
        states: list[Any] = list(whole["status"]) if isinstance(whole.get("status"), list) else []
        picked = returned.get("status")
        if picked and (not states or states[-1]["keadaan"] != picked[0]["keadaan"]):
            yield from self._asked(node, sheet.place(row, "status+"), ("status",), FieldWish([*states, *picked]))

    def _written(self, region: Region, code: str) -> dict[str, Any]:
        return written_record(region.assessments[self.name].answers.get(code) or Jawaban())

    def _values(self, code: str, returned: Mapping[str, str], sheet: ReturnedSheet, row: int) -> Iterator[Proposal]:
        went_out = self.base.stages.get(self.name, {})
        for stage, value in returned.items():
            given = self.opened.region.assessments[self.name].values.get(stage, {}).get(code)
            now = None if given is None else decimal_text(given)
            versions = FieldVersions(went_out.get(stage, {}).get(code), now, value, now)
            node, shape = Node("nilai", f"{self.name}/{code}"), shape_of(stage, NilaiTahap)
            yield from self._merged(node, sheet.place(row, stage), (stage,), shape, versions)

    def _merged(
        self, node: Node, cell: str, path: Path, shape: FieldShape, versions: FieldVersions
    ) -> Iterator[Proposal]:
        """What becomes of one field; what nobody touched in the workbook stays as it is now."""
        cells = (fitting(one) if isinstance(one, str) else one for one in shape.cells(versions.base, self.names))
        as_sent = shape.written(tuple(cells), self.names)
        if versions.theirs in (versions.base, as_sent):
            return
        if is_cut(as_sent, versions.base) or is_cut(versions.theirs, versions.base):
            self._say(cell, "refused", node.id, _(TOO_LONG))
            return
        wish = wished(shape, versions)
        if wish is not None:
            yield from self._asked(node, cell, path, wish, versions.base)

    def _asked(self, node: Node, cell: str, path: Path, wish: FieldWish, base: Any = None) -> Iterator[Proposal]:
        if node in self.opened.entries.at:
            yield Proposal(
                self.file,
                cell,
                node.kind,
                node.id,
                path,
                wish.value,
                seen_by=self.view.audience,
                base=base,
                dispute=wish.dispute,
                shown=wish.shown,
            )
            return
        self._say(cell, "refused", node.id, _("Jawaban {id} belum ada; pengelola membuatnya dulu.").format(id=node.id))

    def _say(self, cell: str, outcome: Outcome, name: str, reason: str) -> None:
        self.rows.append(AcceptanceRow(self.file, cell, outcome, name, reason))
