"""``/tata-kelola/`` and what lies below."""
