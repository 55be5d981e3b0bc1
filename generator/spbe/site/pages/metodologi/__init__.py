"""``/metodologi/`` and what lies below."""
