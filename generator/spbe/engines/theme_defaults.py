"""How every region's site looks, whatever builds it: features of the theme and colours."""

from __future__ import annotations

from typing import Any, Final

from spbe.i18n import gettext

FEATURES: Final = (
    "navigation.indexes",
    "navigation.tabs",
    "navigation.prune",
    "navigation.top",
    "toc.follow",
)
"""Features of Material that are always on."""


def palettes() -> list[dict[str, Any]]:
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
