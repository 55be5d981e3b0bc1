"""The MkDocs adapter, and MkDocs started in this process."""

from spbe.engines.mkdocs.plugin import SpbePlugin

__all__ = ["SpbePlugin"]
