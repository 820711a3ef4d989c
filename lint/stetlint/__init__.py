"""stet finds what machine translation leaves in copy. ``stetlint.api`` has the names for rules."""

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from stetlint.api import *  # noqa: F403
else:

    def __getattr__(name: str) -> object:
        """Return a name that rules are written with: stet --help and --version start without all of these."""
        if not name[:1].isupper():
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from stetlint import api

        return getattr(api, name)
