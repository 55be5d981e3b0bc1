"""``/perangkat-daerah/`` and what lies below."""
