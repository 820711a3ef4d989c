"""What docutils reads of reStructuredText.

What a directive or a role of Sphinx holds, docutils does not know: the tables of the reader tell it.
It drops what has an error for it (titles in a directive, tables whose values stand in another file) and
takes the terms of a glossary that share a definition for one: there the reader is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import docutils.frontend
import docutils.nodes as nodes
import docutils.parsers.rst
import docutils.utils
from docutils.parsers.rst import directives, roles

from oracles import Text
from stetlint.document import LINE_BREAK, OBJECT
from stetlint.readers.rst_directives import Argument, Body, shape_of
from stetlint.readers.rst_inline import CODE_ROLES, PROSE_ROLES, TITLED_ROLES

OF_DOCUTILS = frozenset(
    """
    admonition attention caution class compound container csv-table danger date epigraph error figure
    highlights hint image important list-table meta note pull-quote raw replace rubric sidebar table tip
    topic unicode warning
    """.split()
)
SKIPPED = (
    nodes.literal_block, nodes.doctest_block, nodes.comment, nodes.math_block, nodes.raw, nodes.field_name,
    nodes.option_string, nodes.system_message, nodes.option_group, nodes.label, nodes.pending,
)  # fmt: skip
OPAQUE = (
    nodes.literal, nodes.math, nodes.image, nodes.substitution_reference, nodes.footnote_reference,
    nodes.citation_reference, nodes.title_reference, nodes.raw,
)  # fmt: skip


class _Other(docutils.parsers.rst.Directive):
    """A directive that docutils does not know, read as its name says."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True

    option_spec = {"any": str}  # noqa: RUF012

    def run(self) -> list[Any]:
        argument, body = shape_of(self.name.lower())
        found: list[Any] = []
        if self.arguments:
            text = self.arguments[0]
            if argument is Argument.VERSION:
                text = text.split(None, 1)[1] if len(text.split(None, 1)) > 1 else ""
            if argument in (Argument.VERSION, Argument.PROSE) and text:
                found.append(nodes.paragraph("", "", *self.state.inline_text(text, self.lineno)[0]))
        shown = [
            self.options[option] for option in ("caption", "title", "subtitle") if option in self.options
        ]
        for text in shown:
            found.append(nodes.paragraph("", "", *self.state.inline_text(text, self.lineno)[0]))  # noqa: PERF401
        first = next((line for line in self.content if line.strip()), "")
        is_blocks = body is Body.BLOCKS or re.match(r"\.\. [\w:.-]+::( |$)", first)
        if is_blocks and self.content:
            node = nodes.container()
            self.state.nested_parse(self.content, self.content_offset, node, match_titles=1)
            found.extend(node.children)
        elif body is Body.GLOSSARY:
            node = nodes.container()
            self.state.nested_parse(self.content, self.content_offset, node)
            found.extend(node.children)
        elif body is Body.ENTRIES:
            titles = [re.match(r"(.*\S)\s*<[^<>]*>$", line) for line in self.content]
            found.extend(nodes.paragraph("", "", nodes.Text(title[1])) for title in titles if title)
        return found


class _WithoutArgument(_Other):
    optional_arguments = 0


def _directive(name: str, language: Any, document: Any) -> Any:
    name = name.lower()
    if name in OF_DOCUTILS:
        return DIRECTIVE(name, language, document)
    if shape_of(name)[0] is Argument.NONE:
        return _WithoutArgument, []
    return _Other, []


def _options(fields: Any, specification: Any) -> dict[str, Any]:
    found: dict[str, Any] = {field[0].astext(): field[1].astext() for field in fields}
    if "header-rows" in found:
        found["header-rows"] = int(found["header-rows"])
    return {name: found[name] for name in KEPT_OPTIONS if found.get(name)}


def _role(name: str, language: Any, lineno: int, reporter: Any) -> Any:
    def role(
        name: str, rawtext: str, text: str, lineno: int, inliner: Any, options: Any = None, content: Any = ()
    ) -> Any:
        short = (name or "").lower().rpartition(":")[2]
        domain = (name or "").lower().rpartition(":")[0]
        match = re.search(r"(?s)^(.+?)(\s*)(?<!\x00)<([^<>]+)>$", text)
        if short == "abbr" or (name in PROSE_ROLES and not match):
            return [nodes.inline(rawtext, text)], []
        is_titled = match and domain in ("", "std") and short not in CODE_ROLES
        if name and is_titled and (match[2] or short in TITLED_ROLES):
            return [nodes.inline(rawtext, match[1])], []
        return [nodes.literal(rawtext, text)], []

    return role, []


KEPT_OPTIONS = ("alt", "caption", "delim", "escape", "header", "header-rows", "quote", "subtitle", "title")
DIRECTIVE = directives.directive
SETTINGS = docutils.frontend.get_default_settings(docutils.parsers.rst.Parser)
SETTINGS.report_level = SETTINGS.halt_level = 5
SETTINGS.file_insertion_enabled = False


def of_rst(text: str) -> Iterator[Text]:
    before = directives.directive, roles.role, docutils.utils.extract_extension_options
    directives.directive, roles.role = _directive, _role
    docutils.utils.extract_extension_options = _options
    try:
        document = docutils.utils.new_document("x", SETTINGS.copy())
        docutils.parsers.rst.Parser().parse(text, document)
    finally:
        directives.directive, roles.role, docutils.utils.extract_extension_options = before
    for each in _texts(document):
        yield each, None


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, SKIPPED):
        return
    if isinstance(node, nodes.field) and node[0].astext().split(" ")[0] in (
        "type", "rtype", "vartype", "kwtype", "orphan", "tocdepth", "nosearch",
    ):  # fmt: skip
        return
    if isinstance(node, nodes.line_block):
        yield from _lines_of(node)
    elif isinstance(node, nodes.image):
        yield node.get("alt", "")
    elif isinstance(node, nodes.meta):
        yield node["content"] if node.get("name") == "description" else ""
    elif isinstance(node, nodes.TextElement):
        if not isinstance(node, (nodes.target, nodes.substitution_definition)):
            yield _text(node)
        elif isinstance(node, nodes.substitution_definition):
            yield _text(node).strip(OBJECT)
        # docutils takes the name of a substitution for the alternative text of an image without one.
        names = node.get("names", ())
        yield from (text for image in node.findall(nodes.image) if (text := image.get("alt")) not in names)
    else:
        for child in node.children:
            yield from _texts(child)


def _lines_of(node: Any) -> Iterator[str]:
    gathered: list[str] = []
    for line in node.findall(nodes.line):
        text = _text(line)
        if not text:
            yield LINE_BREAK.join(gathered)
            gathered = []
        else:
            gathered.append(text)
    yield LINE_BREAK.join(gathered)


def _text(node: Any) -> str:
    if isinstance(node, nodes.Text):
        return node.astext()
    if isinstance(node, OPAQUE):
        return OBJECT
    return "".join(_text(child) for child in node.children)
