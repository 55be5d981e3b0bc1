"""``/peta-rencana/`` and what lies below."""
