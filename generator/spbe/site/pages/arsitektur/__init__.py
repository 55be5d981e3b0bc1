"""``/arsitektur/`` and what lies below."""
