"""Find the files of ``resources/``, from a checkout, a wheel or a frozen application."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resources() -> Path:
    """Return the root of the resources: inside the package once shipped, beside it in a checkout."""
    shipped = _PACKAGE / "resources"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "resources"
