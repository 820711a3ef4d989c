"""What is said of a file that is broken: it is read as far as it goes, and no "all clear" may hide that.

Only what no parser of the format takes is told, and of a file only the first: what follows may come of it.
"""

from __future__ import annotations

from stetlint.source import Source

REMEDY = "mend it here, for what follows may not be checked"

Complaints = list[tuple[int, str]]


def at_byte(source: Source, at: int, what: str) -> Complaints:
    """Return the complaint that ``what`` is wrong at an offset, in bytes."""
    return _at_line(source.data.count(b"\n", 0, at) + 1, what)


def not_json(text: str) -> Complaints:
    """Return what keeps a text from being JSON."""
    from json import JSONDecodeError, loads

    try:
        loads(text, parse_int=str)  # of any length
    except JSONDecodeError as error:
        return _at_line(error.lineno, f"not JSON ({error.msg}; column {error.colno})")
    except RecursionError:
        pass
    return []


def not_xml(source: Source) -> Complaints:
    """Return what keeps a file from being XML. Prefixes need not be declared."""
    from xml.parsers import expat

    try:
        # A file may name the encoding that it had elsewhere: this one is UTF-8.
        expat.ParserCreate("utf-8").Parse(source.data, True)
    except expat.ExpatError as error:
        if source.data.strip():
            what = expat.ErrorString(error.code)
            return _at_line(error.lineno, f"not XML ({what}; column {error.offset + 1})")
    return []


def _at_line(line: int, what: str) -> Complaints:
    return [(line, f"{what}: {REMEDY}")]
