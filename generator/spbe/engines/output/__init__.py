"""Where results go: the guard of every target, whole sites put in the place of others, and scratch folders."""
