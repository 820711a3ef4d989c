"""What Asciidoctor reads. It has to be installed, with its Ruby.

Where it differs, the reader does so on purpose: a title that another one follows and the cells of a row that
is not full are on no page, but somebody wrote them; a "+" that fills its line parts texts wherever it stands;
an address ends where Chinese text goes on without a blank; and single quotes are no markup, as once.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from oracles import Text
from stetlint.document import LINE_BREAK, OBJECT

CODE = re.compile(r"<code>.*?</code>", re.DOTALL)
BREAK = re.compile(r"<br>\n?")
TAG = re.compile(r"</?[a-z][^<>]*>")
UNSEEN = re.compile("\u200b")


def of_asciidoc(text: str) -> Iterator[Text]:
    stdin, stdout = _asciidoctor().stdin, _asciidoctor().stdout
    assert stdin is not None
    assert stdout is not None
    stdin.write(json.dumps(text) + "\n")
    stdin.flush()
    texts = json.loads(stdout.readline())
    if isinstance(texts, str):
        raise ValueError(texts)
    for each in texts:
        shown = TAG.sub("", BREAK.sub(LINE_BREAK, CODE.sub(OBJECT, each)))
        yield html.unescape(shown), None


@cache
def _asciidoctor() -> subprocess.Popen[str]:
    command = ["ruby", str(Path(__file__).with_suffix(".rb"))]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
