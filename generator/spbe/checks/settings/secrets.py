"""Settings hold no passwords, keys or personal data: they stand on every page, and git keeps them."""

from __future__ import annotations

from collections.abc import Iterator

from spbe.checks.sensitive_texts import Sensitive, sensitive_problems
from spbe.checks.settings.look import Look
from spbe.model.sensitive import sensitive_parts
from spbe.problems import Problem
from spbe.region.settings import WrittenSettings


def disclosed(look: Look) -> Iterator[Problem]:
    """Rules ``alamat-sandi``, ``rahasia-*`` and ``pribadi-*``, in comments too."""
    yield from sensitive_problems(sensitive_settings(look.settings))


def sensitive_settings(settings: WrittenSettings) -> Sensitive:
    """What is sensitive in the files of settings."""
    return {one.document.file: sensitive_parts(one.document.text) for one in settings.files}


CHECKS = (disclosed,)
