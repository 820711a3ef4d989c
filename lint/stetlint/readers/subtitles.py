"""Subtitles: SRT and WebVTT. A sentence or a quotation that runs over several cues is one segment.

Where the cues of a file mostly end without a mark, as in Chinese or in captions that a machine wrote, nothing
says where a sentence ends: a cue goes on there only with a small letter.
"""

from __future__ import annotations

from html import unescape

from stetlint.document import Comment, Content
from stetlint.language.patterns import Pattern
from stetlint.readers import broken, paths
from stetlint.readers.flow import Flow
from stetlint.source import Source

TIMING = Pattern(rb"[ \t]*(?:\d+:)?\d{1,2}:\d{2}[,.]\d{1,3}[ \t]*-+>[ \t]*(?:\d+:)?\d{1,2}:\d{2}[,.]\d")
LANGUAGE = Pattern(rb"WEBVTT[^\n]*\n(?:[^\n]+\n){0,10}?Language:[ \t]*([\w-]+)")
# Tags, positions and times dress a text. What else stands between < and > is text.
MARKUP = Pattern(
    r"</?(?:[biusc]|lang|rt|ruby|font|v)(?=[\s.>])[^<>\n]*>|<(?:\d+:)?\d\d:\d\d\.\d{3}>|\{\\[^{}\n]*\}|\{/?[biuy]\}"
    r"|(?P<entity>&(?:amp|lt|gt|nbsp|lrm|rlm|quot|\#\d{1,7});)"
)
ENDS = Pattern(r"[.!?…。！？।؟♪♫\])）」』】](?:[\"'”’»]|\s)*$")
GOES_ON = Pattern(r"(?:…|\.\.\.?)[\"'”’»]?\s*$")  # a pause, not an end, where the next cue begins small
OTHER_SPEAKER = Pattern(r"\s*(?:[-‐–—♪♫(（\[【]|>>)")
LEAST_MARKED = 0.25  # share of the cues that end with a mark
MOST_CUES = 12  # of one sentence
MOST_QUOTED_CUES = 40  # of one quotation
NO_CUE = "no subtitles: a cue begins with its times, as in 00:00:01,000 --> 00:00:02,500"
PAIRS = ("“”", "«»", "「」", "『』", "()", "[]", "（）")

Line = tuple[int, int, str]  # a line of text, without the blanks around it: bytes, half open


def declared_language(source: Source) -> str | None:
    """Return the language that the header names, or else the path: film.de.srt."""
    match = LANGUAGE.match(source.data)
    return paths.declared(match, source.path)


def read(source: Source, lang: str) -> Content:
    """Read the cues of a file."""
    flow = Flow(source, lang)
    cues = _cues(source, flow.content.comments)
    marked = sum(ENDS.search(cue[-1][2]) is not None for cue in cues)
    is_marked = marked >= LEAST_MARKED * len(cues)
    before: Line | None = None
    joined = 0
    for cue in cues:
        joined += 1
        for i, line in enumerate(cue):
            if before is not None and (
                (joined < MOST_CUES and _goes_on(before[2], line[2], i > 0, is_marked))
                or (joined < MOST_QUOTED_CUES and _is_open("".join(flow.prose.parts)))
            ):
                flow.break_line(before[1], line[0], "\n")
            else:
                flow.end_segment()
                joined = 0
            _add(flow, line)
            before = line
    flow.end_segment()
    content = flow.in_order()
    if not cues and _is_broken(source.data):
        content = content._replace(complaints=broken.at_byte(source, 0, NO_CUE))
    return content


def _is_broken(data: bytes) -> bool:
    """Whether a file without text is none by intent: it has something, but not one time of a cue."""
    has_some = b"-->" in data if data.startswith(b"WEBVTT") else bool(data.strip())
    return has_some and TIMING.search(data) is None


def _cues(source: Source, comments: list[Comment]) -> list[list[Line]]:
    """Return the lines of each cue that has any."""
    cues: list[list[Line]] = []
    is_cue = False
    notes: list[tuple[int, int]] = []
    is_note = False
    at = 0
    for raw in source.data.split(b"\n"):
        start, at = at, at + len(raw) + 1
        body = raw.strip()
        if TIMING.match(raw) is not None:
            if (
                is_cue and cues[-1] and cues[-1][-1][2].isdigit()
            ):  # the number of this cue: no blank line parts them
                cues[-1].pop()
            cues.append([])
            is_cue, is_note = True, False
        elif not body:
            is_cue, is_note = False, False
        elif is_cue:
            start += len(raw) - len(raw.lstrip())
            cues[-1].append((start, start + len(body), body.decode()))
        elif is_note:
            notes[-1] = (notes[-1][0], start + len(raw.rstrip()))
        elif body == b"NOTE" or body.startswith((b"NOTE ", b"NOTE\t")):
            is_note = True
            notes.append((start, start + len(raw.rstrip())))
    for start, end in notes:
        comments.append(Comment(start, end, source.data[start + 4 : end].decode().strip()))
    return [cue for cue in cues if cue]


def _goes_on(before: str, text: str, is_same_cue: bool, is_marked: bool) -> bool:
    """Whether the text of a line goes on in the next one."""
    if OTHER_SPEAKER.match(text) is not None:
        return False
    text = MARKUP.sub("", text).lstrip("\"'“‘«„…. ")
    if ENDS.search(before) is not None:
        return text[:1].islower() and (is_same_cue or GOES_ON.search(before) is not None)
    return is_same_cue or is_marked or text[:1].islower()


def _is_open(text: str) -> bool:
    """Whether a quotation or a bracket is open at the end of a text."""
    if "„" in text:
        return text.count("„") > text.count("“") + text.count("”")
    return any(text.count(pair[0]) > text.count(pair[1]) for pair in PAIRS) or text.count('"') % 2 == 1


def _add(flow: Flow, line: Line) -> None:
    start, end, text = line
    prose = flow.prose
    at = 0
    for match in MARKUP.finditer(text):
        plain = text[at : match.start()]
        if plain:
            until = start + len(plain.encode())
            prose.verbatim(start, until, plain)
            start = until
        until = start + len(match[0].encode())
        if match["entity"]:
            prose.decoded(start, until, unescape(match["entity"]))
        start = until
        at = match.end()
    if at < len(text):
        prose.verbatim(start, end, text[at:])
