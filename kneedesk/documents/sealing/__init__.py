"""Seals: a digital signature of the practice over a document, and the check that nothing changed since."""
