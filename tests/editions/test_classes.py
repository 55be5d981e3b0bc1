"""Every field of every model says who may see it; one that does not is shown to nobody."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import spbe.model
from spbe.editions.redaction import allowed_fields, strip
from spbe.model.base import KELAS, Base, FieldSpec, Kelas, fields_of
from spbe.model.kebijakan import Pengecualian
from spbe.model.record import Record
from spbe.model.values import Teks

for _module in pkgutil.walk_packages(spbe.model.__path__, "spbe.model."):
    importlib.import_module(_module.name)

EVERYTHING: frozenset[Kelas] = frozenset(KELAS)


def models(base: type[Base] = Base) -> Iterator[type[Base]]:
    """Every model of the package; those that tests make are their own affair."""
    for model in base.__subclasses__():
        if model.__module__.startswith("spbe."):
            yield model
        yield from models(model)


ALL = sorted(set(models()), key=lambda model: (model.__module__, model.__name__))
OF_NO_EDITION = {Pengecualian}
"""Parts of files that no edition shows as a whole."""


def undeclared(model: type[Base]) -> list[FieldSpec]:
    return [spec for spec in fields_of(model).values() if spec.kelas is None]


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_every_field_has_a_class(model: type[Base]) -> None:
    assert undeclared(model) == []


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_every_field_has_words_for_people(model: type[Base]) -> None:
    for spec in fields_of(model).values():
        assert spec.label, spec.name
        assert spec.description.endswith((".", "…", "?")), spec.description


@pytest.mark.parametrize(
    "model", [model for model in ALL if model not in OF_NO_EDITION], ids=lambda model: model.__name__
)
def test_what_a_record_must_have_is_public(model: type[Base]) -> None:
    """A field that has no default could not be taken away."""
    assert [spec.name for spec in fields_of(model).values() if spec.required and spec.kelas != "publik"] == []


def test_there_are_many_models() -> None:
    assert len(ALL) > 40


class Undeclared(Base):
    """A model whose author forgot to decide."""

    nama: Teks = "?"


def test_a_field_without_a_class_is_found_and_shown_to_nobody() -> None:
    assert [spec.name for spec in undeclared(Undeclared)] == ["nama"]
    assert allowed_fields(Undeclared, EVERYTHING) == frozenset()
    made = Undeclared.model_validate({"nama": "rahasia"})
    assert strip(made, EVERYTHING, lambda _node: True).nama == "?"


def test_columns_without_a_place_are_for_administrators() -> None:
    assert fields_of(Record)["lain"].kelas == "internal"
