"""What may be seen, as a site: one module per section, templates, charts."""

from spbe.site.page import Asset, Block, Entry, Heading, Html, Markdown, MenuItem, Notice, Page, Redirect, Site
from spbe.site.planning import plan, problem_site

__all__ = [
    "Asset",
    "Block",
    "Entry",
    "Heading",
    "Html",
    "Markdown",
    "MenuItem",
    "Notice",
    "Page",
    "Redirect",
    "Site",
    "plan",
    "problem_site",
]
