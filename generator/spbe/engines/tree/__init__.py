"""A site as a plain folder for other engines."""
