"""What readers of an edition may be told of a former version of a record.

Former versions never went through the reduction, so the same rules are applied to them here as they were written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from spbe.editions import Edition
from spbe.editions.redaction import allowed_fields
from spbe.history.versions import Raw
from spbe.model.base import Base, Kelas, absence_word
from spbe.model.choices import choices_of
from spbe.model.kinds import KINDS, OFFICE
from spbe.model.penilaian import PUBLISHED, STATUS_PUBLIKASI, Jawaban, NilaiTahap, Penilaian
from spbe.model.profil import Profil
from spbe.model.record import KLASIFIKASI
from spbe.model.references import RefByKind, direct_references
from spbe.model.tim import TataKelola
from spbe.region import Node
from spbe.yamlio.parts import part_of

_MODELS: Mapping[str, type[Base]] = {
    "profil": Profil,
    "tim": TataKelola,
    "penilaian": Penilaian,
    "jawaban": Jawaban,
    "nilai": NilaiTahap,
}

Told = Mapping[str, Any]
"""Field to a value that can be compared: only what may be told, in one spelling."""


@dataclass(frozen=True)
class EditionReader:
    """What the readers of ``view`` may see, now and in former versions."""

    view: Edition

    def present(self, node: Node) -> Node:
        """The node under its present id, where the edition knows that it has another now."""
        return self.view.region.present(node)

    def sees(self, node: Node) -> bool:
        """Whether the record is there now and visible."""
        if node.kind in {"profil", "tim"}:
            return True
        if node.kind in _MODELS:
            return node.id.partition("/")[0] in self.view.region.assessments
        return self.view.region.get(self.present(node)) is not None

    def saw(self, node: Node, raw: Raw) -> bool:
        """Whether this version of a record was for these readers; what is not understood was not."""
        if node.kind not in KINDS:
            return True
        written = raw.get("klasifikasi")
        if written in (None, ""):
            return True
        code = KLASIFIKASI.find(written) if isinstance(written, str) else None
        return code is not None and self.view.audience.sees_classification(code)

    def saw_assessment(self, raw: Raw | None) -> bool:
        """Whether an assessment whose head was ``raw`` was for these readers."""
        written = (raw or {}).get("publikasi")
        status = written.get("status") if isinstance(written, dict) else None
        published = isinstance(status, str) and STATUS_PUBLIKASI.find(status) == PUBLISHED
        return self.view.audience.sees_result(published=published)

    def model_of(self, node: Node, raw: Raw) -> type[Base]:
        """The class that reads this version."""
        return _MODELS[node.kind] if node.kind in _MODELS else KINDS[node.kind].model_for(raw)

    def classes_of(self, node: Node, raw: Raw) -> frozenset[Kelas]:
        """The classes of fields that they may see of this version, by its owner then."""
        owner = node.id if node.kind == OFFICE else raw.get("perangkat_daerah")
        return self.view.classes_for(owner if isinstance(owner, str) else None)

    def told(self, model: type[Base], raw: Raw, classes: frozenset[Kelas]) -> Told:
        """The fields of ``raw`` that may be told: by class, without references to what they do not see."""
        allowed = allowed_fields(model, classes)
        found = {name: self._value(model, name, raw[name], classes) for name in raw if name in allowed}
        return {name: value for name, value in found.items() if value is not None}

    def _value(self, model: type[Base], name: str, value: Any, classes: frozenset[Kelas]) -> Any:
        if value is None or value == "":
            return None
        if value == []:
            return "tidak ada"
        if isinstance(value, str) and absence_word(value):
            return absence_word(value)
        marker = direct_references(model).get(name)
        if isinstance(marker, RefByKind):
            return self._seen_by_kind(value)
        if marker is not None:
            return self._seen(marker.kind, value)
        part = model if name == "rencana" else part_of(model.model_fields[name].annotation)[0]
        if part is not None:
            return self._parts(part, value, classes)
        choice = choices_of(model).get(name)
        items = [_plain(item) for item in (value if isinstance(value, list) else [value])]
        if choice is not None:
            items = [choice.find(item) or item if isinstance(item, str) else item for item in items]
        return items[0] if len(items) == 1 else items

    def _parts(self, part: type[Base], value: Any, classes: frozenset[Kelas]) -> Any:
        """Parts without what may not be told; one that has lost a reference it must have is not told at all."""
        needed = {name for name, info in part.model_fields.items() if info.is_required()} & set(direct_references(part))
        told = [
            self.told(part, item, classes)
            for item in (value if isinstance(value, list) else [value])
            if isinstance(item, dict)
        ]
        return [item for item in told if item and needed <= set(item)] or None

    def _seen(self, kind: str, value: Any) -> Any:
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        nodes = (self.present(Node(kind, name.strip())) for name in names if isinstance(name, str))
        return [node.id for node in nodes if self.sees(node)] or None

    def _seen_by_kind(self, value: Any) -> Any:
        found = {kind: self._seen(kind, names) for kind, names in value.items()} if isinstance(value, dict) else {}
        return {kind: names for kind, names in found.items() if names} or None


def _plain(value: Any) -> Any:
    """``value`` in one spelling: breaks of lines mean nothing, and one item is the same as a list of it."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        items = [_plain(item) for item in value]
        return items[0] if len(items) == 1 else items
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value
