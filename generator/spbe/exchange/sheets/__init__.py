"""Records as spreadsheets that people fill in, and spreadsheets as records again (see decision 0017)."""
