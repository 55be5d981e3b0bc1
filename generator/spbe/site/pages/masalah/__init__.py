"""``/masalah/``, which only a preview has."""
