"""Values as YAML's own rules make them, for the one file that is not ours: ``mkdocs.yml``."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.constructor import ConstructorError

from spbe.i18n import gettext
from spbe.problems import RULES, Problem
from spbe.yamlio.document import Document
from spbe.yamlio.syntax import syntax_problem

_PYTHON = "tag:yaml.org,2002:python/"
_NUMBERS_AND_DATES = ("int", "float", "timestamp")


@dataclass(frozen=True)
class Tagged:
    """A value that only the engine can make: a name of Python, or a folder (``!relative``)."""

    tag: str


class UnreadableValueError(ConstructorError):
    """A scalar that looks like a number or a date and is none, such as ``2026-02-30``."""


def typed_value(document: Document) -> tuple[Any, tuple[Problem, ...]]:
    """The value of ``document`` with numbers, dates, truth values and merged keys.

    Whatever cannot be made is a problem, and then there is no value.
    """
    try:
        return yaml.load(document.text, Loader=_Loader), ()  # noqa: S506  (below SafeLoader)
    except UnreadableValueError as error:
        mark: Any = error.problem_mark
        cause = gettext("nilai ini mirip bilangan atau tanggal, tetapi tidak ada")
        advice = gettext("Perbaiki nilainya, atau apit dengan tanda petik bila memang teks.")
        return None, (
            RULES["yaml-tulisan"].at(document.file, mark.line + 1, mark.column + 1, sebab=cause, saran=advice),
        )
    except ConstructorError as error:
        mark = error.problem_mark
        if mark is not None and error.problem == _UNKNOWN:
            return None, (RULES["yaml-tag"].at(document.file, mark.line + 1, mark.column + 1, tag=str(error.note)),)
        return None, (syntax_problem(document.file, document.text, error),)
    except yaml.YAMLError as error:
        return None, (syntax_problem(document.file, document.text, error),)


_UNKNOWN = "unknown tag"


class _Loader(yaml.SafeLoader):
    """Reads tags as MkDocs does, but makes nothing of Python."""


def _careful(kind: str) -> None:
    make = yaml.SafeLoader.yaml_constructors[f"tag:yaml.org,2002:{kind}"]

    def construct(loader: Any, node: yaml.Node) -> Any:
        try:
            return make(loader, node)
        except (ValueError, OverflowError) as error:
            raise UnreadableValueError(None, None, str(error), node.start_mark) from error

    _Loader.add_constructor(f"tag:yaml.org,2002:{kind}", construct)


def _environment(loader: Any, node: yaml.Node) -> Any:
    """``!ENV NAME`` or ``!ENV [NAME, OTHER, default]``: what a variable of the environment says, as a value."""
    names, default = [node], None
    if isinstance(node, yaml.SequenceNode):
        names = node.value
        if len(names) > 1:
            *names, last = names
            default = loader.construct_object(last)
    for name in names:
        said = os.environ.get(loader.construct_scalar(name))
        if said is not None:
            tag = loader.resolve(yaml.ScalarNode, said, (True, False))
            return loader.construct_object(yaml.ScalarNode(tag, said, node.start_mark, node.end_mark))
    return default


def _tagged(loader: Any, suffix: str, node: yaml.Node) -> Tagged:  # noqa: ARG001
    return Tagged(node.tag)


def _unknown(loader: Any, node: yaml.Node) -> None:  # noqa: ARG001
    raise ConstructorError(None, None, _UNKNOWN, node.start_mark, node.tag.replace("tag:yaml.org,2002:", "!!"))


for _kind in _NUMBERS_AND_DATES:
    _careful(_kind)
_Loader.add_constructor("!ENV", _environment)
_Loader.add_constructor("!relative", lambda _loader, node: Tagged(node.tag))
_Loader.add_multi_constructor(_PYTHON, _tagged)
_Loader.add_constructor(None, _unknown)
