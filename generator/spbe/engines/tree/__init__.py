"""A site as a plain folder for other engines."""

from spbe.engines.tree.tree_writer import write_tree

__all__ = ["write_tree"]
