"""What the template of a page receives: one frozen dataclass per template, beside the function that fills it."""

from __future__ import annotations

import dataclasses
import importlib
from collections.abc import Mapping
from typing import Any, Final, TypeVar, dataclass_transform

C = TypeVar("C")

PAGES: Final = "spbe.site.pages."
"""Below this package a module lies where its templates lie below ``pages/``."""
_TOLD: Final = "uraian"
_TEMPLATE: Final = "__template__"


def variable(told: str) -> Any:
    """A variable of a template; ``told`` says in Indonesian, to those who write templates, what it holds."""
    return dataclasses.field(metadata={_TOLD: told})


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(variable,))
def template_context(cls: type[C]) -> type[C]:
    """Make ``cls`` what ``pages/<path>.html.j2`` receives, where ``<path>`` is that of its module below ``pages``."""
    module = cls.__module__.removeprefix(PAGES)
    if module == cls.__module__:
        raise TypeError(f"{cls.__module__} makes no page")
    made = dataclasses.dataclass(frozen=True, kw_only=True)(cls)
    setattr(made, _TEMPLATE, module.replace(".", "/"))
    return made


def template_of(context: type) -> str:
    """The path of the template below ``pages/`` that receives ``context``, without ending."""
    return str(getattr(context, _TEMPLATE))


def context_of(template: str) -> type | None:
    """What the template at this path below ``pages/`` receives; ``None`` where we ship no such template."""
    try:
        module = importlib.import_module(f"{PAGES}{template.replace('/', '.')}")
    except ModuleNotFoundError:
        return None
    return next((one for one in vars(module).values() if getattr(one, _TEMPLATE, "") == template), None)


def variables_of(context: object) -> dict[str, Any]:
    """The variables with their values."""
    return {one.name: getattr(context, one.name) for one in dataclasses.fields(context)}  # type: ignore[arg-type]


def explained_variables(context: type) -> Mapping[str, str]:
    """The variables with what they hold, in Indonesian."""
    return {one.name: str(one.metadata[_TOLD]) for one in dataclasses.fields(context)}
