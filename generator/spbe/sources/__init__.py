"""Where a region's files come from: its folder, and the git repository around it."""
