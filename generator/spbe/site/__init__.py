"""What may be seen, as a site: one module per section, templates, charts."""

from spbe.site.page import Asset, Block, Heading, Html, Markdown, MenuItem, Notice, Page, Redirect, SearchEntry, Site
from spbe.site.planning import plan, problem_site

__all__ = [
    "Asset",
    "Block",
    "Heading",
    "Html",
    "Markdown",
    "MenuItem",
    "Notice",
    "Page",
    "Redirect",
    "SearchEntry",
    "Site",
    "plan",
    "problem_site",
]
