"""Computed views over the architecture: what a record says, whom it is related to, what is missing."""
