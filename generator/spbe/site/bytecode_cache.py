"""Compiled templates: kept for as long as the program runs, and those of the program beside its compiled modules.

Compiling them takes a third of the time that a small region needs. What a region brings itself is compiled anew by
every process: a folder of data must not hold code that runs.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final

import jinja2
from jinja2.bccache import Bucket

from spbe import __version__
from spbe.region.template_folders import shipped_templates

_PROGRAMS: Final = "p-"
"""What keys of templates begin with that belong to the program."""


def kept_folder() -> Path:
    """Where compiled templates lie: in the folder of Python's own compiled modules, whoever may write there."""
    return Path(cache_from_source(__file__)).parent / f"templates-{__version__}-jinja-{jinja2.__version__}"


class TemplateBytecodeCache(jinja2.BytecodeCache):
    """In memory, and in ``folder`` too what lies below the ``programs``; Jinja compares the source with its code.

    Whether anything is written there follows what Python does with its own: ``PYTHONDONTWRITEBYTECODE`` forbids it, and
    a folder that cannot be written is none.
    """

    def __init__(self, folder: Path, programs: Iterable[Path]) -> None:
        self._code: dict[str, bytes] = {}
        self._folder = folder
        self._programs = tuple(f"{place}{os.sep}" for place in programs)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The key that Jinja gives, and whether the template is the program's."""
        key = super().get_cache_key(name, filename)
        return f"{_PROGRAMS}{key}" if filename is not None and filename.startswith(self._programs) else key

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code that was kept for the template of ``bucket``, if any."""
        if bucket.key not in self._code and bucket.key.startswith(_PROGRAMS):
            with suppress(OSError):
                self._code[bucket.key] = (self._folder / bucket.key).read_bytes()
        if code := self._code.get(bucket.key):
            with suppress(EOFError, pickle.UnpicklingError):
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of ``bucket``."""
        code = self._code[bucket.key] = bucket.bytecode_to_string()
        if bucket.key.startswith(_PROGRAMS) and not sys.dont_write_bytecode:
            with suppress(OSError):
                self._write(bucket.key, code)

    def _write(self, key: str, code: bytes) -> None:
        """Whole or not at all, for another process may read it at the same time."""
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._folder / f"{key}.{os.getpid()}"
        part.write_bytes(code)
        part.replace(self._folder / key)


BYTECODE = TemplateBytecodeCache(kept_folder(), (shipped_templates(), Path(jinja2.__file__).parents[1]))
