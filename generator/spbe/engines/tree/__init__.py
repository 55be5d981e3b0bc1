"""A site as a plain folder for other engines."""

from spbe.engines.tree.tree_writer import tree_mark, write_tree

__all__ = ["tree_mark", "write_tree"]
