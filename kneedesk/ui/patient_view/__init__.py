"""The patient's window: what it shows, and when."""
