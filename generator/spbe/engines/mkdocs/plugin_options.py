"""The options of the plugin in ``mkdocs.yml``."""

from __future__ import annotations

from datetime import date

from mkdocs.config import config_options as c
from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from spbe.editions import EDITIONS
from spbe.problems.usage import WrongUsageError
from spbe.region.clock import wished_day


class ReferenceDay(BaseConfigOption[date]):
    """A date, which may stand in quotes."""

    def run_validation(self, value: object) -> date:
        """Read ``value``; raises what MkDocs expects."""
        try:
            return wished_day(value)
        except WrongUsageError as error:
            raise ValidationError(str(error)) from None


class SpbeConfig(Config):
    """Options of the plugin in ``mkdocs.yml``; the command line overrides them."""

    edition = c.Choice(EDITIONS, default="publik")
    """For whom the site is built: ``publik``, ``opd`` or ``internal``."""
    opd = c.Optional(c.Type(str))
    """The OPD of an ``opd`` edition, by its id."""
    per_tanggal = c.Optional(ReferenceDay())
    """The reference date, ``YYYY-MM-DD``; without it that of the commit."""
    offline = c.Type(bool, default=False)
    """Whether to build a copy that opens from disk: links name files, and there is no search.

    Not ``use_directory_urls: false``, which would move hand-written pages away from the addresses that others link to.
    """
