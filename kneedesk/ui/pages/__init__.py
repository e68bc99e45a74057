"""One page a step of the consultation."""
