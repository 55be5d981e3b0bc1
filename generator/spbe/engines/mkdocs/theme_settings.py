"""Settings of MkDocs and Material that every region's site shares, so that ``mkdocs.yml`` stays short."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from spbe.engines.theme_defaults import FEATURES, palettes
from spbe.site import Site


def prepare_theme(config: MkDocsConfig, site: Site, folders: Sequence[Path]) -> None:
    """Add the overrides of ``folders`` (first wins) and the defaults that ``mkdocs.yml`` does not set itself.

    Fonts are never loaded from elsewhere, whatever it says.
    """
    overrides = [str(folder / "overrides") for folder in folders if (folder / "overrides").is_dir()]
    config.theme.dirs[:0] = overrides
    config.theme["font"] = False
    config.theme["features"] = list(dict.fromkeys([*FEATURES, *(config.theme.get("features") or [])]))
    if not config.theme.get("palette"):
        config.theme["palette"] = palettes()
    if site.logo:
        config.theme["logo"] = site.logo
    config.extra.setdefault("generator", False)
    config.extra["spbe"] = site


def mended(html: str) -> str:
    """A page of the theme without what HTML does not allow: a checkbox knows no ``autocomplete``.

    The inputs themselves stay, because the theme's script looks for them.
    """
    for name in ("__drawer", "__search"):
        html = html.replace(f'id="{name}" autocomplete="off"', f'id="{name}"', 1)
    return html
