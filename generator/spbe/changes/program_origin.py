"""From where a region's machines get the program: what stands in its ``requirements.txt``.

Never the bare name of the distribution, for whoever owns that name on a package index would run code on them.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit
from urllib.request import url2pathname

from spbe.i18n import gettext as _
from spbe.problems.usage import WrongArgumentError
from spbe.sources.git import Repository, repository_around

NAME: Final = "spbe"
FOLDER: Final = "program"
"""Where a wheel that comes along lies, below the region's root."""

_HOSTED: Final = ("https", "ssh", "http")
_SCP: Final = re.compile(r"(?:(?P<user>[\w.-]+)@)?(?P<host>[\w-]+(?:\.[\w-]+)+):(?!/)(?P<path>.+)")


@dataclass(frozen=True)
class Wheel:
    """The program as one file."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Origin:
    """From where the program is to be installed.

    ``line`` stands in ``requirements.txt``; ``wheel`` must come along for it to be true.
    """

    line: str
    wheel: Wheel | None = None


def wished_origin(text: str) -> Origin:
    """What ``--sumber`` means: a wheel file, its URL, or a git repository at a commit. Raises a wrong argument."""
    path = Path(text)
    if path.suffix == ".whl" and path.is_file():
        return _carried(path)
    place, _mark, revision = text.removeprefix("git+").rpartition("@")
    if text.startswith(("https://", "http://")) and urlsplit(text).path.endswith(".whl"):
        return Origin(f"{NAME} @ {_without_secrets(text)}")
    if (address := hosted(place)) and re.fullmatch(r"[\w.-]+", revision):
        return Origin(f"{NAME} @ git+{address}@{revision}")
    raise WrongArgumentError(
        _(
            "--sumber `{tulisan}` tidak dapat dipakai. Tulis berkas wheel (.whl) yang ada, alamat wheel, atau alamat "
            "repositori git dengan komitnya: https://ALAMAT/spbe.git@KOMIT."
        ).format(tulisan=text)
    )


def own_origin() -> Origin | None:
    """Where the running program was installed from; ``None`` when nobody else could get it from there."""
    try:
        written = metadata.distribution(NAME).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return None
    if written is None:  # from an index, by its name
        return None
    told: dict[str, Any] = json.loads(written)
    url = str(told.get("url", ""))
    path = Path(url2pathname(urlsplit(url).path)) if url.startswith("file:") else None
    if "vcs_info" in told:
        address, commit = hosted(url), str(told["vcs_info"].get("commit_id", ""))
        return Origin(f"{NAME} @ git+{address}@{commit}") if address and commit else None
    if "dir_info" in told:
        return _checked_out(path) if path is not None else None
    if path is not None:
        return _carried(path) if path.suffix == ".whl" and path.is_file() else None
    digest = told.get("archive_info", {}).get("hashes", {}).get("sha256")
    return Origin(f"{NAME} @ {_without_secrets(url)}" + (f"#sha256={digest}" if digest else ""))


def hosted(address: str) -> str | None:
    """``address`` of a git repository as others can use it, without passwords; ``None`` for a place on this machine."""
    if found := _SCP.fullmatch(address):
        return f"ssh://{found['user'] or 'git'}@{found['host']}/{found['path']}"
    parts = urlsplit(address)
    return _without_secrets(address) if parts.scheme in _HOSTED and parts.hostname else None


def pins() -> list[str]:
    """Everything that the program needs here, at the version that is installed: ``name==version``, in order."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    def needs(name: str, extras: frozenset[str]) -> Iterator[Requirement]:
        for text in metadata.requires(name) or ():
            one = Requirement(text)
            if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
                yield one

    found: dict[str, str] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = [(NAME, frozenset[str]())]
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        try:
            found[name] = metadata.version(name)
            waiting += [(canonicalize_name(one.name), frozenset(one.extras)) for one in needs(name, extras)]
        except metadata.PackageNotFoundError:
            continue
    return [f"{name}=={version}" for name, version in sorted(found.items()) if name != NAME]


def _carried(path: Path) -> Origin:
    return Origin(f"./{FOLDER}/{path.name}", Wheel(path.name, path.read_bytes()))


def _checked_out(folder: Path) -> Origin | None:
    """A checkout of the program: where it is published, or else a wheel that is made of it."""
    repository = repository_around(folder)
    published = repository.published() if isinstance(repository, Repository) else None
    if published is not None and (address := hosted(published[0])):
        return Origin(f"{NAME} @ git+{address}@{published[1]}")
    return _made(folder)


def _made(folder: Path) -> Origin | None:
    """A wheel of the checkout in ``folder``, by what an editable install was made with; nothing is fetched."""
    with TemporaryDirectory() as made:
        command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", made]
        try:
            subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=60)
        except (OSError, subprocess.SubprocessError):
            return None
        return next((_carried(path) for path in Path(made).glob("*.whl")), None)


def _without_secrets(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme == "ssh":  # the user is part of the way in there
        user = (parts.username or "git") + "@"
        return urlunsplit(parts._replace(netloc=user + parts.netloc.rpartition("@")[2]))
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
