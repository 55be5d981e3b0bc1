"""Settings of MkDocs and Material that every region's site shares, so that ``mkdocs.yml`` stays short."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from spbe import wording
from spbe.engines.mkdocs.theme_files import list_visible_files
from spbe.engines.theme_defaults import FEATURES, palettes
from spbe.i18n import gettext, speaking
from spbe.site import Site


def prepare_theme(config: MkDocsConfig, site: Site, folders: Sequence[Path]) -> None:
    """Add the overrides of ``folders`` (first wins) and the defaults that ``mkdocs.yml`` does not set itself.

    Fonts are never loaded from elsewhere, whatever it says.
    """
    overrides = [str(folder / "overrides") for folder in folders if (folder / "overrides").is_dir()]
    config.theme.dirs[:0] = overrides
    list_visible_files(config.theme)
    config.theme["font"] = False
    config.theme["features"] = list(dict.fromkeys([*FEATURES, *(config.theme.get("features") or [])]))
    if not config.theme.get("palette"):
        config.theme["palette"] = palettes()
    if site.logo:
        config.theme["logo"] = site.logo
    if site.icon:
        config.theme["favicon"] = site.icon
    config.extra.setdefault("generator", False)
    config.extra["spbe"] = site


def words_of_overrides(code: str) -> dict[str, Callable[[str], str]]:
    """For overrides, in the language ``code``: ``spbe_t`` translates a sentence, ``spbe_date`` tells an ISO date."""

    def words(msgid: str) -> str:
        with speaking(code):
            return gettext(msgid)

    def day(text: str) -> str:
        with speaking(code):
            return wording.day(date.fromisoformat(text))

    return {"spbe_t": words, "spbe_date": day}


def mended(html: str) -> str:
    """A page of the theme without what HTML does not allow: a checkbox knows no ``autocomplete``.

    The inputs themselves stay, because the theme's script looks for them.
    """
    for name in ("__drawer", "__search"):
        html = html.replace(f'id="{name}" autocomplete="off"', f'id="{name}"', 1)
    return html
