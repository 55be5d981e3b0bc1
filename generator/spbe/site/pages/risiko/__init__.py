"""``/risiko/`` and what lies below."""
