"""Settings of MkDocs and Material that every region's site shares, so that ``mkdocs.yml`` stays short."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from spbe.i18n import gettext
from spbe.site import Site

FEATURES = (
    "navigation.indexes",
    "navigation.tabs",
    "navigation.prune",
    "navigation.top",
    "toc.follow",
)


def prepare_theme(config: MkDocsConfig, site: Site, folders: Sequence[Path]) -> None:
    """Add the overrides of ``folders`` (first wins) and the defaults that ``mkdocs.yml`` does not set itself.

    Fonts are never loaded from elsewhere, whatever it says.
    """
    overrides = [str(folder / "overrides") for folder in folders if (folder / "overrides").is_dir()]
    config.theme.dirs[:0] = overrides
    config.theme["font"] = False
    config.theme["features"] = list(dict.fromkeys([*FEATURES, *(config.theme.get("features") or [])]))
    if not config.theme.get("palette"):
        config.theme["palette"] = _palettes()
    if site.logo:
        config.theme["logo"] = site.logo
    config.extra.setdefault("generator", False)
    config.extra["spbe"] = site


def _palettes() -> list[dict[str, Any]]:
    """Light and dark, following the reader's system until the toggle is used."""
    return [
        _palette("light", "default", "material/weather-night", gettext("Ganti ke tampilan gelap")),
        _palette("dark", "slate", "material/weather-sunny", gettext("Ganti ke tampilan terang")),
    ]


def _palette(wish: str, scheme: str, icon: str, name: str) -> dict[str, Any]:
    return {
        "media": f"(prefers-color-scheme: {wish})",
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": icon, "name": name},
    }
