"""YAML resources: the scalars that keys and lists hold. Anchors, tags and flow collections hold no prose."""

from __future__ import annotations

from stetlint.document import Comment, Content
from stetlint.language.patterns import Pattern
from stetlint.readers import front_matter, messages, paths
from stetlint.readers.broken_yaml import Check
from stetlint.readers.prose import ProseBuilder
from stetlint.source import Source

# The marks of list items in front, and a key.
START = Pattern(
    rb"(?P<indent>[ ]*(?:-[ ]+)*+)"
    rb"(?P<key>\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+'"
    rb"|[^\s\"'#:{}\[\],&*!|>%@`-](?:[^:#\n]|(?<!\s)#)*+(?::[^\s:#](?:[^:#\n]|(?<!\s)#)*+)*+)"
    rb"[ \t]*:(?=[ \t\r\n]|$)[ \t]*(?:![\w!]*[ \t]+)?"
)
ITEM = Pattern(rb"[ ]*(?:-(?:[ ]+|(?=\r?\n)))++")
NO_PROSE = b"&*!%@`[]{},#"
LANGUAGE_KEY = Pattern(
    rb"(?:[ \t]*(?:#[^\n]*|---[ \t]*)?\r?\n)*([a-z]{2,3}(?:-[A-Za-z]{2,4})?):[ \t\r]*\n[ \t]"
)


def declared_language(source: Source) -> str | None:
    """Return the language that is the first key of all, as Rails has it, or else that of the path."""
    match = LANGUAGE_KEY.match(source.data)
    return paths.declared(match, source.path)


def read(source: Source, lang: str) -> Content:
    """Read the scalars of a file."""
    content = Content([], [], [])
    check = Check(source)
    data = source.data
    size = len(data)
    whole = front_matter.FrontMatter(0, size, 0, size, False)
    at = 0
    while at < size:
        line_end = front_matter.line_end_of(data, at, size)
        body = data[at:line_end].strip()
        if body.startswith(b"#"):
            start = data.index(b"#", at)
            content.comments.append(Comment(start, start + len(body), body[1:].decode().strip()))
            at = line_end
            continue
        match = START.match(data, at, line_end) or ITEM.match(data, at, line_end)
        if match is None:
            check.line(at, line_end)
            at = line_end
            continue
        start = match.end()
        indent = len(match["indent"]) if match.re.groups else data.rindex(b"-", at, start) - at
        if not data[start:line_end].strip():  # a scalar may begin in the next line
            following = front_matter.line_end_of(data, line_end, size)
            line = data[line_end:following]
            lead = len(line) - len(line.lstrip())
            is_other = line[lead : lead + 1] == b"#" or START.match(line) or ITEM.match(line)
            if lead > indent and not is_other:
                start, line_end = line_end + lead, following
        if not data[start:line_end].strip():
            at = line_end
            continue
        check.value(start, line_end, is_of_key=bool(match.re.groups))
        if data[start] in NO_PROSE:
            at = line_end
            continue
        end = front_matter.value_end(data, start, line_end, indent, whole)
        builder = ProseBuilder(source)
        front_matter.add_value(builder, data, start, end, False)
        content.segments.extend(messages.segments(builder, lang))
        at = max(end, line_end)
    return content._replace(complaints=check.complaints)
