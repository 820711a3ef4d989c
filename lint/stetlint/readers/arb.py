"""ARB: the resources of Flutter, which are JSON."""

from __future__ import annotations

from stetlint.readers.json import declared_language as declared_language
from stetlint.readers.json import read as read
