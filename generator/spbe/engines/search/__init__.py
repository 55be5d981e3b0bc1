"""The search of a site: what may be found, the index of it, and what narrows results down."""
