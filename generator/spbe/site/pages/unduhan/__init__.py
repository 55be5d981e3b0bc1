"""``/unduhan/`` and what lies below."""
