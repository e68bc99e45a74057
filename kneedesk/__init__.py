"""KneeDesk: what was recorded about one knee meets what is known about its treatments."""

__version__ = "0.1.0"
