"""Compiled templates, kept for as long as the program runs: a preview compiles each only once."""

from __future__ import annotations

import jinja2
from jinja2.bccache import Bucket


class MemoryBytecodeCache(jinja2.BytecodeCache):
    """In memory; Jinja itself compares the source of a template with that of its code."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code that was kept for the template of ``bucket``, if any."""
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of ``bucket``."""
        self._code[bucket.key] = bucket.bytecode_to_string()


BYTECODE = MemoryBytecodeCache()
