"""``/kualitas-data/`` and what lies below."""
