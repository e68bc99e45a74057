"""Every change of the tables, one module a revision, oldest first."""

# A new revision is a module beside this one and its id here; the tables in ``tables.py`` change with it.
REVISIONS = ("0001",)
