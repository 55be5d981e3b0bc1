"""What may be seen, as a site: one module per section, templates, charts."""

from spbe.site.page import Asset, Block, Heading, Html, Markdown, MenuItem, Page, Site
from spbe.site.planning import plan

__all__ = ["Asset", "Block", "Heading", "Html", "Markdown", "MenuItem", "Page", "Site", "plan"]
