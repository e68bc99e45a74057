"""The way in: the first run, unlocking, and locking what nobody looks at any more."""
