"""One module per command, each with a function ``command`` that makes it."""
