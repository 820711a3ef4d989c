"""A LanguageTool server: one that runs somewhere, or one that stet starts and stops.

Text goes to its HTTP interface as it is, without a library between: positions come back in UTF-16 units,
and what is no prose is marked as such. Whatever goes wrong raises ``Unavailable`` and is not tried again.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from http.client import HTTPException
from shutil import which
from typing import IO, Any, NamedTuple, TypeVar
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import OpenerDirector, ProxyHandler, Request, build_opener

from stetlint import Unavailable

T = TypeVar("T")

TABLE = "[rules.language-tool]"
MEMORY = "-Xmx512m"
MAIN = "org.languagetool.server.HTTPServer"
LARGEST = 64 << 20  # bytes of an answer
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Match(NamedTuple):
    """What LanguageTool reports: offset and length in UTF-16 units of all that was sent."""

    offset: int
    length: int
    message: str
    rule: str
    category: str
    suggestions: tuple[str, ...]


class Server:
    """A server that answers at an address.

    address   without a slash at its end
    timeout   seconds that one request may take
    """

    def __init__(self, address: str, timeout: float) -> None:
        self.address = address.rstrip("/")
        self.timeout = timeout
        self._failure = ""
        try:
            parts = urlsplit(self.address)
            is_url = parts.scheme in ("http", "https") and bool(parts.hostname)
        except ValueError:
            is_url = False
        if not is_url:
            raise Unavailable(f'server in {TABLE} has to look like "http://localhost:8081", not "{address}"')
        # A proxy has no way to this machine's own servers.
        self._opener: OpenerDirector = build_opener(*[ProxyHandler({})] * (parts.hostname in LOOPBACK))

    @cached_property
    def version(self) -> str:
        """The version of LanguageTool and when it was built."""

        def meaning(answer: Any) -> str:
            software = answer["software"]
            return f"{software['version']} {software.get('buildDate')}"

        return self._read("/v2/info", meaning)

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """The codes of its languages by tag in small letters: with and without the country."""

        def meaning(answer: Any) -> dict[str, str]:
            tags = {str(each["longCode"]).lower(): str(each["longCode"]) for each in answer}
            for each in answer:
                tags.setdefault(str(each["code"]).lower(), str(each["longCode"]))
            return tags

        return self._read("/v2/languages", meaning)

    def ids(self, code: str) -> frozenset[str]:
        """Return the ids of all rules and categories of a language."""

        def meaning(answer: Any) -> frozenset[str]:
            return frozenset(str(rule[key]) for rule in answer["rules"] for key in ("ruleId", "categoryId"))

        return self._read(f"/v2/configinfo?{urlencode({'language': code})}", meaning)

    def check(self, parts: Iterable[Mapping[str, str]], settings: Mapping[str, str]) -> list[Match]:
        """Return what is wrong in a text, given as LanguageTool's annotations."""
        form = urlencode({**settings, "data": json.dumps({"annotation": list(parts)})})
        return self._read("/v2/check", lambda answer: list(map(_match, answer["matches"])), form.encode())

    def is_healthy(self) -> bool:
        """Whether it answers by now; asked while it starts."""
        try:
            return b"OK" in self._fetch("/v2/healthcheck", None, time.monotonic() + 1)
        except (OSError, HTTPException):
            return False

    def stop(self) -> None:
        """Stop the server where stet started it."""

    def why_gone(self) -> str:
        """Say why nobody answers, and what to do."""
        return f"start a LanguageTool server there, or correct server in {TABLE}"

    def _read(self, path: str, meaning: Callable[[Any], T], data: bytes | None = None) -> T:
        """Ask, and return what the answer means. Once something failed, fail the same way at once."""
        if self._failure:
            raise Unavailable(self._failure)
        try:
            answer = self._fetch(path, data, time.monotonic() + self.timeout)
            return meaning(json.loads(answer))
        except HTTPError as error:
            with error:
                words = " ".join(error.read(300).decode(errors="replace").split())
            self._failure = f"{self.address} refuses to answer (HTTP {error.code}): {words or error.reason}"
        except (TimeoutError, URLError, OSError, HTTPException) as error:
            reason = getattr(error, "reason", error)
            if isinstance(reason, TimeoutError):
                self._failure = (
                    f"{self.address} does not answer within {self.timeout:g} s: raise timeout in {TABLE}"
                )
            else:
                what = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
                self._failure = f"no answer from {self.address} ({what}): {self.why_gone()}"
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            self._failure = f"{self.address} does not answer as LanguageTool does: correct server in {TABLE}"
        raise Unavailable(self._failure)

    def _fetch(self, path: str, data: bytes | None, deadline: float) -> bytes:
        """Return the body of an answer. ``deadline`` holds for all of it, not for each piece."""
        request = Request(self.address + path, data)
        body = bytearray()
        with self._opener.open(request, timeout=max(deadline - time.monotonic(), 0.1)) as answer:
            while piece := answer.read1(1 << 16):
                body += piece
                if time.monotonic() > deadline:
                    raise TimeoutError
                if len(body) > LARGEST:
                    raise ValueError("an answer without an end")
        return bytes(body)


def _match(found: Any) -> Match:
    rule = found["rule"]
    offset, length = found["offset"], found["length"]
    if type(offset) is not int or type(length) is not int:
        raise TypeError("offsets are whole numbers")
    suggestions = tuple(str(each["value"]) for each in found["replacements"][:5])
    message = " ".join(str(found["message"]).split())
    return Match(offset, length, message, str(rule["id"]), str(rule["category"]["id"]), suggestions)


class OwnServer(Server):
    """A server that stet starts from a folder of LanguageTool, on a free port that only this machine sees."""

    def __init__(self, home: str, timeout: float) -> None:
        java = which("java")
        if java is None:
            raise Unavailable("LanguageTool needs Java 17 or newer, and there is no java on the PATH")
        home = os.path.abspath(os.path.expanduser(home))
        if not _is_home(home):
            raise Unavailable(
                f"{home} holds no languagetool-server.jar: home in {TABLE} has to be a folder of LanguageTool"
            )
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        super().__init__(f"http://127.0.0.1:{port}", timeout)
        # The folder itself holds the dictionaries in what LanguageTool publishes as one archive.
        classes = os.pathsep.join((home, os.path.join(home, "*"), os.path.join(home, "libs", "*")))
        command = [java, MEMORY, "-cp", classes, MAIN, "--port", str(port)]
        self._log: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (open as long as the server runs)
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=self._log, stderr=subprocess.STDOUT
        )
        try:
            self._await()
        except BaseException:
            self.stop()
            raise

    def _await(self) -> None:
        deadline = time.monotonic() + self.timeout
        while not (self.is_healthy() and self._process.poll() is None):
            if self._process.poll() is not None:
                raise Unavailable(f"LanguageTool does not start: {self._last_words()}")
            if time.monotonic() > deadline:
                raise Unavailable(
                    f"LanguageTool does not start within {self.timeout:g} s: raise timeout in {TABLE}"
                )
            time.sleep(0.05)

    def _last_words(self) -> str:
        """Return what the server's output says of an error, else the exit code."""
        self._log.seek(0)
        output = self._log.read(1 << 20).decode(errors="replace")
        if "OutOfMemoryError" in output:
            return f"{MEMORY} is too little memory: set the variable _JAVA_OPTIONS to -Xmx1g"
        for line in output.splitlines():
            if ("Error" in line or "Exception" in line) and " INFO " not in line:
                return line.strip()[:300]
        return f"exit code {self._process.returncode}"

    def why_gone(self) -> str:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
            return f"the server that stet started has ended ({self._last_words()}); run stet again"
        return "the server that stet started hangs; run stet again"

    def stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()


def _is_home(home: str) -> bool:
    with suppress(OSError):
        return any(n.startswith("languagetool-server") and n.endswith(".jar") for n in os.listdir(home))
    return False


_servers: dict[tuple[str, str, bool], Server | Unavailable] = {}


def connect(server: str, home: str, download: bool, timeout: float) -> Server:
    """Return the one server of this run. Raise Unavailable where there is none, and say what to do."""
    key = (server, home, download)
    if key not in _servers:
        try:
            _servers[key] = _connect(server, home, download, timeout)
        except Unavailable as error:
            _servers[key] = error
    found = _servers[key]
    if isinstance(found, Unavailable):
        raise found
    return found


def _connect(server: str, home: str, download: bool, timeout: float) -> Server:
    if server and home:
        raise Unavailable(f"{TABLE} has both server and home: remove one")
    if server:
        return Server(server, timeout)
    _stop_on_sigterm()
    return OwnServer(home or _installed(download), timeout)


def _installed(download: bool) -> str:
    """Return the folder of LanguageTool that language-tool-python knows of, or downloads."""
    try:
        from language_tool_python.download_lt import LocalLanguageTool
    except ImportError:
        raise Unavailable(
            f"say in {TABLE} where LanguageTool is (server or home), or install stetlint[languagetool]"
        ) from None
    found = LocalLanguageTool.get_latest_installed_version()
    if found is None and not download:
        raise Unavailable(
            f"there is no LanguageTool: say in {TABLE} where it is (server or home), or let "
            "language-tool-python download it (download = true)"
        )
    try:
        if found is None:
            found = LocalLanguageTool.from_version_name()
            found.download()
        return str(found.get_directory_path())
    except Exception as error:  # whatever a download may raise
        raise Unavailable(f"language-tool-python cannot download LanguageTool: {error}") from error


def _stop_on_sigterm() -> None:
    """Let a server not outlive stet where somebody ends stet itself: unwind, as Ctrl-C does."""
    import signal

    with suppress(ValueError):  # not the main thread
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))


def close() -> None:
    """Stop what ``connect`` started, and forget what it found."""
    while _servers:
        _, server = _servers.popitem()
        if isinstance(server, Server):
            server.stop()
