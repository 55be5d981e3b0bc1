"""``/mutu-data/`` and what lies below."""
