"""MDX: Markdown with imports, exports, expressions and components."""

from __future__ import annotations

from stetlint.document import Content
from stetlint.readers import markdown
from stetlint.readers.markdown import declared_language as declared_language
from stetlint.source import Source


def read(source: Source, lang: str) -> Content:
    """Read an MDX source."""
    return markdown.read(source, lang, is_mdx=True)


def gist(source: Source, lang: str) -> str:
    """Return the text of the source for its Gist."""
    return markdown.gist(source, lang, is_mdx=True)
