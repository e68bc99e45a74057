"""The gate of the knowledge pack: each module checks one thing over the whole pack."""
