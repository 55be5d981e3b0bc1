"""Lists that others made in their own form: what stands in which column, and the rows that come of it."""
