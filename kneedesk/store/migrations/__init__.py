"""Every change of the tables, one module a revision, oldest first."""

# A new revision is a module beside this one, its id here, ``tables.py`` as it leaves the tables, and then a file of it
# for all later tests: ``python -m tests.store.keep_revision``.
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")
