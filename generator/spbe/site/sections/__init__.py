"""One module per section of the site. Each has ``plan(desk)``, which gives its pages and its menu entries."""
