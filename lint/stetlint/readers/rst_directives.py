"""What a directive holds, by its name: of docutils, of Sphinx and of what is widely used with it."""

from __future__ import annotations

from enum import Enum, auto


class Argument(Enum):
    """What stands behind the name: nothing, so that the content begins there; prose; a version and prose;
    something else."""

    NONE = auto()
    PROSE = auto()
    VERSION = auto()
    KEY = auto()


class Body(Enum):
    """What the content is: blocks, a quotation, the lists of a table, terms with definitions, entries of a
    table of contents, fields about the page, values parted by commas, or no prose."""

    BLOCKS = auto()
    QUOTE = auto()
    CELLS = auto()
    GLOSSARY = auto()
    ENTRIES = auto()
    META = auto()
    COMMAS = auto()
    CODE = auto()


NAMES = {
    (Argument.NONE, Body.BLOCKS): """
        attention best-practice caution compound danger error hint hlist important info margin note replace
        screencast seealso success tab-set tabs tip todo warning
    """,
    (Argument.PROSE, Body.BLOCKS): """
        accordion accordion-item admonition button card centered collapse contents definition details dropdown
        example exercise grid-item grid-item-card lemma panel proof rubric sidebar tab tab-item table theorem
        topic
    """,
    (Argument.VERSION, Body.BLOCKS): """
        deprecated deprecated-removed soft-deprecated version-added version-changed version-deprecated
        version-removed versionadded versionchanged versionremoved
    """,
    # The argument is a name, a path or a signature.
    (Argument.KEY, Body.BLOCKS): """
        attribute block card-footer card-header class classmethod cmdoption command concept confval const
        container cssclass data decorator decoratormethod describe div django-admin django-admin-option enum
        enumerator envvar event exception fieldlookup figure function grid group-tab ifconfig interface macro
        member method namespace object only opcode option pdbcommand property rst-class setting signal
        staticmethod struct t3-field-list-table templatefilter templatetag trait type union var
    """,
    (Argument.NONE, Body.QUOTE): "epigraph highlights pull-quote",
    (Argument.PROSE, Body.CELLS): "flat-table list-table",
    (Argument.PROSE, Body.COMMAS): "csv-table",
    (Argument.NONE, Body.GLOSSARY): "glossary",
    (Argument.KEY, Body.ENTRIES): "toctree",
    (Argument.KEY, Body.META): "meta",
}
SHAPES = {name: shape for shape, names in NAMES.items() for name in names.split()}


def shape_of(name: str) -> tuple[Argument, Body]:
    """Return what a directive holds. What nobody knows is no prose, but what a domain describes is."""
    return SHAPES.get(name, (Argument.KEY, Body.BLOCKS if ":" in name else Body.CODE))
