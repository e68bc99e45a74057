"""Find the files of ``resources/``, from a checkout, a wheel or a frozen application."""

from importlib.resources import files
from pathlib import Path


def resources() -> Path:
    """Return the root of the resources: inside the package once shipped, beside it in a checkout."""
    package = Path(str(files("kneedesk")))
    shipped = package / "resources"
    return shipped if shipped.is_dir() else package.parent / "resources"
