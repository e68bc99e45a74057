"""A private note that two people write at once: what both wrote stays."""


def together(theirs: str, ours: str, read: str) -> str:
    """Return what a note is where it was read as ``read``, written as ``ours``, and meanwhile kept as ``theirs``.

    Nothing that either of the two added goes: what is ours stands under what is theirs.
    """
    if theirs == read or theirs in ours:
        return ours
    if ours == read or ours in theirs:
        return theirs
    if read and theirs.endswith(read):  # somebody types on under what the other wrote
        return theirs.removesuffix(read) + ours
    added = ours.removeprefix(read) if read else ours
    return f"{theirs.rstrip()}\n\n{added.strip()}"
