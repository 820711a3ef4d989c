"""What was found in a file, kept until the file, its configuration or the code of the rules changes.

A result is known by the content of its file and by all else that it depends on: the path as it is reported
(rules look at it), the format, the language, the rules with their options and severities, the names of the
house, and the code of stet, of rules from elsewhere and of the libraries that read text. Times of change
decide nothing. Results of files with which something went wrong are not kept.

The results of all runs in one working directory are one file in the user's folder of caches. It is read as a
whole, if it is whole and this user's, and replaced as a whole; of two runs at the same time the later one
keeps what the earlier one wrote. Nothing is lost with it: what cannot be read or written costs time, and no
more. It has at most LARGEST bytes, in which the results that were not used for longest make room, and files
that nobody used for UNUSED days are deleted. Runs over few files, as hooks make them, have a small file of
their own, which is read sooner than a file is checked.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from stetlint.discover import File
from stetlint.engine import FileResult
from stetlint.packing import Unplain, pack, unpack
from stetlint.rule import Rule

try:
    from _blake2 import blake2b  # that of hashlib, whose import takes as long as all else here
except ImportError:
    from hashlib import blake2b

if TYPE_CHECKING:
    from stetlint.config import Config, FileSettings

VARIABLE = "STET_CACHE_DIR"
ENDING = ".stet"
ENDING_OF_CODE = ".code"
NAME = re.compile(r"[0-9a-f]{32}\.(?:stet|code)(?:\.\d+)?")  # also of one that was being written
FORMAT = 1  # of the file; to be raised when it changes
SIZE = 16  # bytes of a hash
LARGEST = 64_000_000  # bytes of a file
LARGEST_OF_FEW = 200_000  # bytes of that for runs over few files
LARGEST_FOLDER = 256_000_000  # bytes of all files together
DAY = 86_400  # seconds
UNUSED = 30  # days
BLOCK = 1 << 20  # bytes that are read of a file at once
# What a cache of any tool has, so that no backup keeps it and no repository takes it up.
MARKS = {
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# What stet found. It can be deleted.\n",
    ".gitignore": "*\n",
}
OWN = ("stetlint", "stetlint_rules")
# The libraries on which results depend, as their folders in site-packages are called.
LIBRARIES = ("google_re2-", "pyromark-", "regex-")


def folder(given: str | None = None) -> str | None:
    """Return the folder of caches: the given one, that of the variable, or the user's; None without a home.

    It is not in the folder that is checked: an editor wants nothing there, a repository must not bring
    results with it, and it may be read-only.
    """
    if named := given or os.environ.get(VARIABLE):
        return os.path.abspath(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(base):  # as the specification says
            base = os.path.expanduser("~/.cache")
    return os.path.join(base, "stet") if os.path.isabs(base) else None


class Cache:
    """The results of earlier runs, and of this one."""

    def __init__(self, folder: str, largest: int = LARGEST) -> None:
        """``folder`` is an absolute path. It is made when there is something to keep. Of a working directory
        the results have a file for each ``largest`` size that it may have."""
        self._folder = folder
        self._largest = largest
        self._stamp = _stamp()
        name = _hash(repr((sys.version, *_folders())).encode()).hex()
        self._stamp_path = os.path.join(folder, name + ENDING_OF_CODE)
        self._is_stamped = False
        self._fingerprint = self._known_fingerprint() or _fingerprint()
        name = _hash(b"%b\0%b%d" % (os.fsencode(os.getcwd()), self._fingerprint, largest)).hex()
        self._path = os.path.join(folder, name + ENDING)
        self._contexts: dict[tuple[Config, int, str], bytes | None] = {}
        self._codes: dict[str, bytes] = {}
        self._read_at: tuple[int, ...] = ()
        self._entries = self._read()
        self._used: dict[bytes, bytes] = {}
        self._is_changed = False

    def key(self, file: File, settings: FileSettings, content: bytes | None = None) -> bytes | None:
        """Return what the result of a file is known by; None where it cannot be kept.

        content   the bytes of the file; where they are not given, it is read once for this, in blocks

        Raise OSError where it cannot be read.
        """
        context = self._context(file, settings)
        if context is None:
            return None
        hash = blake2b(context, digest_size=SIZE)
        hash.update(os.fsencode(file.path) + b"\0")
        if content is not None:
            hash.update(content)
        else:
            with open(file.absolute, "rb", buffering=0) as stream:
                while block := stream.read(BLOCK):
                    hash.update(block)
        return hash.digest()

    def get(self, key: bytes, file: File, settings: FileSettings) -> FileResult | None:
        """Return the result that is known by a key, None where there is none."""
        data = self._entries.get(key)
        if data is None:
            return None
        try:
            result = unpack(data, file.path, settings)
        except Unplain:
            return None
        self._used[key] = data
        return result

    def put(self, key: bytes, result: FileResult) -> None:
        """Keep a result, unless something went wrong or it is no plain data."""
        if not result.problems:
            with suppress(Unplain):
                self._used[key] = pack(result)
                self._is_changed = True

    # What results are known by.

    def _context(self, file: File, settings: FileSettings) -> bytes | None:
        """Return a hash of all that the result depends on beside the file; None where that cannot be told."""
        known_by = (file.config, id(settings), file.format)
        if known_by not in self._contexts:
            described = list(self._described(file, settings))
            self._contexts[known_by] = None if None in described else _hash(repr(described).encode())
        return self._contexts[known_by]

    def _described(self, file: File, settings: FileSettings) -> Iterator[Any]:
        config = file.config
        yield file.format, _canonical(settings), _canonical(config.names)
        for rule in config.rules:
            if rule.id not in settings.rules:
                continue
            yield rule.id, _canonical(config.options.get(rule.id))
            if isinstance(rule, Rule) or rule.is_external:  # of the others the fingerprint knows all
                try:
                    made = rule.ready()
                    modules = {kind.__module__.partition(".")[0] for kind in type(made).__mro__}
                    yield made.version(), *map(self._code_of, sorted(modules - sys.stdlib_module_names))
                except Exception:  # such as Unavailable: the check says what is wrong
                    yield None

    def _code_of(self, name: str) -> bytes:
        if name not in self._codes:
            self._codes[name] = self._fingerprint if name in OWN else _code_of(name)
        return self._codes[name]

    # The file.

    def _known_fingerprint(self) -> bytes | None:
        """Return the fingerprint if an earlier run has read the code, which takes as long as a small file.

        It is the same code while the sizes and times of its files are, by which Python knows its bytecode.
        """
        with suppress(OSError), open(self._stamp_path, "rb", buffering=0) as file:
            data = file.read() if _is_ours(os.fstat(file.fileno())) else b""
            self._is_stamped = data[:SIZE] == self._stamp and len(data) == 2 * SIZE
            return data[SIZE:] if self._is_stamped else None
        return None

    def _read(self) -> dict[bytes, bytes]:
        """Return the entries of the file, none where there is no file of this user, version and Python."""
        try:
            with open(self._path, "rb", buffering=0) as file:
                status = os.fstat(file.fileno())
                if not _is_ours(status) or status.st_size > self._largest:
                    return {}
                data = memoryview(file.read())
            self._read_at = _state(status)
            payload = data[SIZE:]
            if data[:SIZE] != self._checksum(payload):
                return {}
            entries: dict[bytes, bytes] = marshal.loads(payload)
            if time.time() - status.st_mtime > DAY:
                os.utime(self._path)  # it is in use
        except OSError:
            return {}
        return entries

    def save(self) -> None:
        """Write the file, where there is something new to keep, and if that can be done."""
        if not self._is_changed:
            return
        with suppress(OSError):
            if self._stamp != _stamp() or any(
                _code_of(name) != code for name, code in self._codes.items() if name not in OWN
            ):
                return  # whoever changes code at this moment: it may have been imported before or after
            self._make_folder()
            with suppress(OSError):
                if _state(os.stat(self._path)) != self._read_at:
                    self._entries = self._read()  # of another run meanwhile
            entries = {key: data for key, data in self._entries.items() if key not in self._used}
            entries.update(self._used)
            payload = marshal.dumps(_fitting(entries, self._largest))
            self._replace(self._path, self._checksum(payload) + payload)
            if not self._is_stamped:
                self._replace(self._stamp_path, self._stamp + self._fingerprint)
            self._clean()

    def _checksum(self, payload: bytes | memoryview) -> bytes:
        return blake2b(payload, digest_size=SIZE, key=self._fingerprint).digest()

    def _make_folder(self) -> None:
        if os.path.isdir(self._folder):
            return
        os.makedirs(self._folder, mode=0o700, exist_ok=True)
        for name, text in MARKS.items():
            with open(os.path.join(self._folder, name), "w", encoding="utf-8") as file:
                file.write(text)

    @staticmethod
    def _replace(path: str, data: bytes) -> None:
        temporary = f"{path}.{os.getpid()}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            with open(os.open(temporary, flags, 0o600), "wb") as file:
                file.write(data)
            os.replace(temporary, path)
        except BaseException:  # also where one is there of a run that was killed and had our number
            os.unlink(temporary)
            raise

    def _clean(self) -> None:
        """Delete files that nobody used for long, and the oldest while all together are too large."""
        with os.scandir(self._folder) as scan:
            mine = [(entry.stat(), entry.path) for entry in scan if NAME.fullmatch(entry.name)]
        size = 0
        for status, path in sorted(mine, key=lambda each: -each[0].st_mtime):
            size += status.st_size
            if size > LARGEST_FOLDER or time.time() - status.st_mtime > UNUSED * DAY:
                with suppress(OSError):
                    os.unlink(path)


def _fitting(entries: dict[bytes, bytes], largest: int) -> dict[bytes, bytes]:
    """Return the last of some entries, as many as a file may have."""
    left = largest - 1000
    kept: list[tuple[bytes, bytes]] = []
    for key, data in reversed(entries.items()):
        left -= len(key) + len(data) + 10  # bytes that marshal writes beside
        if left < 0:
            break
        kept.append((key, data))
    return dict(reversed(kept))


def _is_ours(status: os.stat_result) -> bool:
    """Whether a file is this user's alone: what others may write is not read."""
    return os.name != "posix" or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)


def _state(status: os.stat_result) -> tuple[int, ...]:
    return status.st_ino, status.st_size, status.st_mtime_ns


def _hash(data: bytes | memoryview) -> bytes:
    return blake2b(data, digest_size=SIZE).digest()


def _fingerprint() -> bytes:
    """Return a hash of the code on which all results depend: of stet, Python, and libraries that read text.

    The code itself is read: several commits have one version, and times of change may all be the same.
    """
    return _hash_of_all(map(_code_of, OWN))


def _folders() -> list[str]:
    return [folder for name in OWN for folder in import_module(name).__path__]


def _stamp() -> bytes:
    """Return a hash of all of which the fingerprint is made but for what is in the files of stet: where they
    stand, their sizes and times of change."""
    return _hash_of_all(sorted((entry.path, *_state(entry.stat())) for entry in _files(_folders())))


def _hash_of_all(own: Iterable[object]) -> bytes:
    """Return a hash of what stands for the code of stet, and of all else on which results depend."""
    return _hash(repr((FORMAT, sys.version, *own, *sorted(_libraries()))).encode())


def _code_of(name: str) -> bytes:
    """Return a hash of the files of a module or package that is imported."""
    module = sys.modules[name]
    hash = blake2b(digest_size=SIZE)
    paths = (
        [entry.path for entry in _files(module.__path__)]
        if hasattr(module, "__path__")
        else [module.__file__]
    )
    for path in sorted(map(str, paths)):
        with open(path, "rb", buffering=0) as file:
            content = file.readall()
        hash.update(f"{path}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        hash.update(content)
    return hash.digest()


def _files(folders: Iterable[str]) -> Iterator[os.DirEntry[str]]:
    for folder in folders:
        with os.scandir(folder) as scan:
            for entry in scan:
                if not entry.is_dir():
                    yield entry
                elif entry.name != "__pycache__":
                    yield from _files([entry.path])


def _libraries() -> Iterator[str]:
    """Yield the names of folders that name the versions of the libraries, which are not imported for it."""
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or os.curdir) as scan:
            yield from (entry.name for entry in scan if entry.name.lower().startswith(LIBRARIES))


def _canonical(value: Any) -> Any:
    """Return a value with what has no order in an order."""
    if isinstance(value, Mapping):
        return sorted((repr(key), _canonical(each)) for key, each in value.items())
    if isinstance(value, frozenset | set):
        return sorted(repr(_canonical(each)) for each in value)
    if isinstance(value, tuple | list):
        return [_canonical(each) for each in value]
    if hasattr(value, "__dataclass_fields__"):
        return [_canonical(getattr(value, name)) for name in value.__dataclass_fields__]
    return value
