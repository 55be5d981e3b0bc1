"""``/indeks/`` and what lies below."""
