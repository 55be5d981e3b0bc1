"""A region's own templates: looked at before they are used, and what goes wrong while they are."""
