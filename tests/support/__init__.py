"""What tests share: regions to build, pages to visit, files to read back. Each module is named for what it does."""
