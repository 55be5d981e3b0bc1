"""The way from a page to the file that it comes from, in the region's own repository."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig

from spbe.sources.git import repository_around
from spbe.sources.git_command import GitHindrance

_EDITORS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "github": ("edit/{branch}/", ""),
        "gitlab": ("-/edit/{branch}/", ""),
        "bitbucket": ("src/{branch}/", "?mode=edit"),
        "gitea": ("_edit/{branch}/", ""),
        "forgejo": ("_edit/{branch}/", ""),
        "codeberg": ("_edit/{branch}/", ""),
    }
)
"""Where the editor of each kind of host is: what stands before the path of a file, and after it."""

_MADE_UP: Final = frozenset({None, "edit/master/docs/", "src/default/docs/"})
"""The ``edit_uri`` of MkDocs where none is written: it cannot know the branch, nor a region in a subfolder."""

_ANY_BRANCH: Final = "HEAD"
"""What hosts understand as their main branch; for a copy of the repository that knows of no branch."""


@dataclass(frozen=True, slots=True)
class RepositoryLinks:
    """Where the files of a region are edited.

    ``edit`` is the URL below which the editor opens a file of the region's root; it ends with a slash.
    """

    edit: str
    after: str = ""

    def edit_url(self, file: str) -> str:
        """Where ``file``, relative to the region's root, can be edited."""
        return self.edit + quote(file) + self.after


def take_repository(config: MkDocsConfig, root: Path) -> RepositoryLinks | None:
    """The repository that ``mkdocs.yml`` names, if it or its host says how files are edited there.

    It is taken out of ``config``: Material would link it on every page, in editions that must not tell of it too,
    and its script would ask the host for stars and forks. An ``edit_uri`` that is written counts as it is; MkDocs
    means it to end with the folder of the pages, ours begins above that.
    """
    url, edit, name = config.repo_url, config.edit_uri, config.repo_name or ""
    config.repo_url = None
    config.edit_uri = None
    if not url:
        return None
    base = url.rstrip("/") + "/"
    if edit in _MADE_UP:
        return _on_host(base, name, root)
    if not edit:
        return None
    for folder in ("docs", Path(config.docs_dir).name):
        edit = edit.removesuffix(f"{folder}/") if edit.endswith(f"/{folder}/") else edit
    return RepositoryLinks(urljoin(base, edit))


def _on_host(base: str, name: str, root: Path) -> RepositoryLinks | None:
    """The editor of the host of ``base``, which its own name or else the repository's ``name`` tells."""
    host = (urlsplit(base).hostname or "").casefold()
    kind = next((kind for kind in _EDITORS if kind in host), None) or name.casefold()
    if kind not in _EDITORS:
        return None
    before, after = _EDITORS[kind]
    around = repository_around(root)
    branch = around.branch() if not isinstance(around, GitHindrance) else None
    place = before.format(branch=quote(branch or _ANY_BRANCH))
    inside = quote(around.prefix()) if not isinstance(around, GitHindrance) else ""
    return RepositoryLinks(base.removesuffix("/").removesuffix(".git") + "/" + place + inside, after)
