"""Forms of a host for people without git: what is asked of a record, made from the declarations of its kind.

A form comes back as Markdown, each answer below the heading of its question, so the heading finds the question again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from spbe.model.base import FieldSpec, fields_of
from spbe.model.choices import Pilihan, choices_of
from spbe.model.kinds import KINDS, Kind

REQUEST: Final = "Permintaan"
CHANGED: Final = "Ubah catatan yang ada"
NEW: Final = "Catatan baru"
SAME: Final = "tidak berubah"
"""The first choice of every list; an open question says the same by being left empty."""

WORDS: Final = "Apa yang berubah"
"""The question of the form that is answered in words, which only people can read."""


@dataclass(frozen=True)
class FormQuestion:
    """One field that is asked for; ``choice`` where only some answers are possible."""

    field: FieldSpec
    choice: Pilihan | None

    @property
    def label(self) -> str:
        """The heading that its answer stands below."""
        return self.field.label

    @property
    def is_long(self) -> bool:
        """Whether an answer may have several sentences."""
        return self.field.name == "uraian"


@dataclass(frozen=True)
class OfficeForm:
    """The form for records of ``kind``; ``record`` is the heading above the id of the one that is meant."""

    kind: Kind
    record: str
    questions: tuple[FormQuestion, ...]

    @property
    def by_label(self) -> Mapping[str, FormQuestion]:
        """Its questions by their headings."""
        return {question.label: question for question in self.questions}

    @property
    def title(self) -> str:
        """What it is for."""
        return f"Ubah atau tambah {self.kind.singular.lower()}"


@cache
def office_forms() -> tuple[OfficeForm, ...]:
    """The form of every kind that has one."""
    return tuple(_form(kind) for kind in KINDS.values() if kind.form)


def _form(kind: Kind) -> OfficeForm:
    model = kind.models[None]
    specs, choices = fields_of(model), choices_of(model)
    questions = tuple(FormQuestion(specs[name], choices.get(name)) for name in kind.form)
    return OfficeForm(kind, f"ID {kind.singular.lower()}", questions)
