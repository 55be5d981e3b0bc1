"""What is wrong in ``mkdocs.yml``, told before the engine starts: MkDocs itself is not imported."""

from spbe.checks.settings.checking import settings_problems

__all__ = ["settings_problems"]
