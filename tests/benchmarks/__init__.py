"""What KneeDesk takes in time: one run prints one table; `make bench`."""
