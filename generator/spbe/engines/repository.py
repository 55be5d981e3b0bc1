"""The way from a page to the file that it comes from, in the region's own repository."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urljoin

from mkdocs.config.defaults import MkDocsConfig


@dataclass(frozen=True, slots=True)
class Repository:
    """``edit`` is the URL below which the editor opens a file of the region's root; it ends with a slash."""

    edit: str

    def edit_url(self, file: str) -> str:
        """Where ``file``, relative to the region's root, can be edited."""
        return self.edit + quote(file)


def take_repository(config: MkDocsConfig) -> Repository | None:
    """The repository that ``mkdocs.yml`` names, if it says how files are edited there.

    It is taken out of ``config``: Material would link it on every page, in editions that must not tell of it too,
    and its script would ask the host for stars and forks. MkDocs means ``edit_uri`` to end with the folder of the
    pages; ours begins above that.
    """
    url, edit = config.repo_url, config.edit_uri
    config.repo_url = None
    config.edit_uri = None
    if not url or not edit:
        return None
    for folder in ("docs", Path(config.docs_dir).name):
        edit = edit.removesuffix(f"{folder}/") if edit.endswith(f"/{folder}/") else edit
    return Repository(urljoin(url.rstrip("/") + "/", edit))
