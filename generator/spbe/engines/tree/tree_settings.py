"""``mkdocs.yml`` of a tree, as data and as text."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from spbe.engines.hand_written.written_pages import Extensions
from spbe.engines.theme_defaults import FEATURES, palettes
from spbe.i18n import gettext, speaking
from spbe.site import Site

NEEDED: Final = ("toc", "tables", "fenced_code", "attr_list")
"""Extensions of Markdown that MkDocs always has, and the one that gives headings their ids."""

_BUILT_IN: Final = frozenset({"toc", "tables", "fenced_code"})


class SettingsFaultError(Exception):
    """A setting of the region that cannot be written into a file; the text names it."""


@dataclass(frozen=True)
class RegionSettings:
    """What a region's own ``mkdocs.yml`` says and its tree keeps."""

    name: str
    language: str = "id"
    url: str | None = None
    extensions: Extensions = field(default_factory=Extensions)
    features: tuple[str, ...] = ()
    palette: Any = None
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()


def tree_settings(site: Site, region: RegionSettings, foot: str, menu: list[Any]) -> dict[str, Any]:
    """The settings of a tree; ``foot`` is HTML and stands at the foot of every page, ``menu`` is ``nav``."""
    with speaking(site.language):
        palette = region.palette or palettes()
    theme: dict[str, Any] = {
        "name": "material",
        "language": region.language,
        "font": False,
        "features": list(dict.fromkeys([*FEATURES, *region.features])),
        "palette": palette,
    }
    if site.logo:
        theme["logo"] = site.logo
    if site.icon:
        theme["favicon"] = site.icon
    return {
        "site_name": region.name,
        **({"site_url": region.url} if region.url else {}),
        "copyright": foot,
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": True,
        "theme": theme,
        "extra": {"generator": False},
        "extra_css": [*site.styles, *region.styles],
        "extra_javascript": [*site.scripts, *region.scripts],
        # Material's own search has no Indonesian; this is what it would choose itself, without a warning.
        "plugins": [{"search": {"lang": "en"}}],
        "markdown_extensions": _extensions(region.extensions),
        "nav": menu,
        "not_in_nav": "*\n",  # records are reached by lists, relations and search
    }


def settings_text(settings: Mapping[str, Any]) -> str:
    """``settings`` as YAML. Raises :class:`SettingsFaultError` for a value that has no text."""
    try:
        return yaml.dump(dict(settings), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    except yaml.representer.RepresenterError as error:
        words = gettext("mkdocs.yml: nilai ini tidak dapat disalin ke berkas lain: {nilai}")
        raise SettingsFaultError(words.format(nilai=error.args[-1])) from error


def _extensions(extensions: Extensions) -> list[Any]:
    settings = extensions.settings or {}
    names = [name for name in dict.fromkeys((*extensions.names, *NEEDED)) if name not in _BUILT_IN or name in settings]
    return [{name: settings[name]} if settings.get(name) else name for name in names]


class _Dumper(yaml.SafeDumper):
    """Safe, and able to name a function or class as MkDocs reads it, for such is what some extensions are set with."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """Write everything out."""
        return True


def _represent_other(dumper: yaml.SafeDumper, value: object) -> yaml.ScalarNode:
    if inspect.isroutine(value) or inspect.isclass(value):
        name = f"{value.__module__}.{value.__qualname__}"
        return dumper.represent_scalar(f"tag:yaml.org,2002:python/name:{name}", "")
    raise yaml.representer.RepresenterError("cannot represent an object", value)


_Dumper.add_multi_representer(object, _represent_other)
