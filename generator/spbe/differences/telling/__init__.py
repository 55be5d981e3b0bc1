"""A difference in sentences: what to do with it first, then the weightiest of what changed."""
