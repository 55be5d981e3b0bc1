"""What the host of a repository does for a region: checks, comments and publication, as files that it reads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from textwrap import indent
from types import MappingProxyType
from typing import Final

from spbe.changes.file_templates import filled
from spbe.changes.form_files import github_forms, gitlab_templates
from spbe.region.template_folders import shipped_templates

HOSTS: Final = MappingProxyType(
    {"github": ("github",), "gitlab": ("gitlab",), "keduanya": ("github", "gitlab")},
)
"""The hosts of each choice of ``spbe init --ci``."""

_FOLDER: Final = "ci"
_GITHUB_FORMS: Final = ".github/ISSUE_TEMPLATE"
_GITLAB_FORMS: Final = ".gitlab/issue_templates"
_PARTS: Final = "parts"


def host_files(hosts: Sequence[str]) -> dict[PurePosixPath, bytes]:
    """The files for each of ``hosts``, by place below the top of the repository."""
    found: dict[PurePosixPath, bytes] = {}
    for part in (*hosts, "any"):
        texts = filled(f"{_FOLDER}/{part}", {"script": _script, "text": _text}, square=True)
        found |= {place: text.encode() for place, text in texts.items()}
    if "github" in hosts:
        found |= {PurePosixPath(_GITHUB_FORMS, name): text.encode() for name, text in github_forms().items()}
    if "gitlab" in hosts:
        found |= {PurePosixPath(_GITLAB_FORMS, name): text.encode() for name, text in gitlab_templates().items()}
    return found


def _text(name: str) -> str:
    """What several hosts say alike."""
    return (shipped_templates() / _FOLDER / _PARTS / name).read_text(encoding="utf-8").rstrip("\n")


def _script(name: str, columns: int) -> str:
    """A program that runs on the host alone, as lines of a block of YAML."""
    return indent(_text(name), " " * columns)
