"""Workbooks that people hand in: looked through before a library sees them, then read as plain cells."""
