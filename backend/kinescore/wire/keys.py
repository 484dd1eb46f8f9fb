"""CURVE keys: one pair for the server, one pair for each client, and the list of clients that the server lets in.

DIR/server.key             the server's pair; stays on the server, readable by its owner only
DIR/allowed/NAME.pub       public key of a client that may connect; delete the file to shut the client out
DIR/admins/NAME.pub        the same of those that may keep the server: everybody's jobs, drain, revoke, backup
DIR/revoked/NAME.pub       the clients that were shut out
DIR/to_hand_out/NAME.key   that client's pair and the server's public key; move it to the client's machine
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

import zmq

from kinescore.files.atomic_file import write_atomically
from kinescore.files.strict_json import from_plain, parse, to_plain
from kinescore.wire.errors import WireError


@dataclass(frozen=True)
class KeyPair:
    """A CURVE key pair in Z85, 40 characters each."""

    public: str
    secret: str = field(repr=False)

    def __post_init__(self) -> None:
        try:
            fitting = zmq.curve_public(self.secret.encode()).decode() == self.public
        except (ValueError, zmq.ZMQError):
            fitting = False
        if not fitting:
            raise WireError("The key file is damaged: its two keys do not belong together.", "Copy it again.")

    @classmethod
    def new(cls) -> KeyPair:
        """Make a fresh pair."""
        public, secret = zmq.curve_keypair()
        return cls(public.decode(), secret.decode())


@dataclass(frozen=True)
class ClientKeys:
    """What a client needs: its own pair, and the public key by which it knows the right server."""

    own: KeyPair
    server_public: str


@dataclass(frozen=True)
class ServerKeys:
    """What a server needs: its own pair, and the folder of the clients' public keys."""

    own: KeyPair
    allowed_folder: Path

    def allowed(self) -> dict[str, str]:
        """Read the public keys of the clients that may connect, and what each is called.

        Raises OSError where the folder cannot be read.
        """
        return _names_by_key(self.allowed_folder)

    def revoked(self) -> dict[str, str]:
        """Read the public keys of the clients that were shut out, and what each was called."""
        folder = self.allowed_folder.with_name("revoked")
        return _names_by_key(folder) if folder.is_dir() else {}

    def changed_at(self) -> int | None:
        """Return when a client was last added or removed, in ns of the file system's clock; None if unknown."""
        try:
            return os.stat(self.allowed_folder).st_mtime_ns
        except OSError:
            return None

    def admins(self) -> frozenset[str]:
        """Read the public keys of the admins. Raises OSError where the folder cannot be read."""
        folder = self.allowed_folder.with_name("admins")
        names = os.listdir(folder) if folder.is_dir() else []
        return frozenset(_text_of(folder / name) for name in names if name.endswith(".pub")) - {""}

    def revoke(self, client: str) -> str:
        """Shut a client out and return its public key; its file goes to `revoked`. Raises WireError for a stranger."""
        file = self.allowed_folder / f"{client}.pub"
        public = _text_of(file)
        if not public:
            raise WireError(f"There is no client '{client}' on the list.", "Names are those of its files.")
        place = self.allowed_folder.with_name("revoked")
        place.mkdir(mode=0o700, exist_ok=True)
        os.replace(file, place / file.name)
        return public

    def add(self, client: str, public: str) -> None:
        """Let one more client in; the same once more is harmless.

        Raises WireError where its name or its key is on the list, and for a key that was shut out; OSError where its
        file cannot be written.
        """
        listed = self.allowed()
        if listed.get(public) == client:
            return
        if client in listed.values():
            raise WireError(f"There is a client '{client}' on the list already.", "Choose another name, or revoke it.")
        if public in listed:
            raise WireError(f"This key is on the list already, as '{listed[public]}'.", "Make new keys.")
        place = self.allowed_folder.with_name("revoked")
        if place.is_dir() and public in (_text_of(file) for file in place.iterdir()):
            raise WireError("This key was shut out.", "Make new keys.")
        write_atomically(self.allowed_folder / f"{client}.pub", f"{public}\n".encode("ascii"))


def make_keys(folder: Path, client: str = "animator", is_admin: bool = False) -> Path:
    """Make the server's keys in `folder` unless they are there, and keys for one more client; return the client's file.

    is_admin: let this client keep the server.

    Raises WireError if the client's name is unfit for a file or has keys already.
    """
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", client):
        raise WireError(f"'{client[:80]}' cannot name a client.", "Use letters, digits, '-' and '_'.")
    client_file = folder / "to_hand_out" / f"{client}.key"
    allowed_file = folder / "allowed" / f"{client}.pub"
    if client_file.exists() or allowed_file.exists():
        raise WireError(f"There are keys for '{client}' in {folder} already.", "Choose another name or delete them.")
    for place in (folder, client_file.parent, allowed_file.parent):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    server_file = folder / "server.key"
    if not server_file.exists():
        _write_private(server_file, to_plain(KeyPair.new()))
    keys = ClientKeys(KeyPair.new(), load_server_keys(folder).own.public)
    _write_private(client_file, to_plain(keys))
    if is_admin:
        admin_file = folder / "admins" / allowed_file.name
        admin_file.parent.mkdir(mode=0o700, exist_ok=True)
        write_atomically(admin_file, f"{keys.own.public}\n".encode("ascii"))
    write_atomically(allowed_file, f"{keys.own.public}\n".encode("ascii"))
    return client_file


def write_client_keys(path: Path, keys: ClientKeys) -> None:
    """Write a new client's key file, for its owner's eyes only. Raises WireError where a file is, or none can be."""
    if path.exists():
        raise WireError(f"{path} is there already.", "Choose another file, or another name.")
    try:
        _write_private(path, to_plain(keys))
    except OSError as error:
        raise WireError(f"The key file {path} cannot be written: {error.strerror}.", "Choose another file.") from error


def load_server_keys(folder: Path) -> ServerKeys:
    """Read the server's keys from a folder made by `make_keys`. Raises WireError or FormatError."""
    return ServerKeys(from_plain(KeyPair, _read_private(folder / "server.key"), "key file"), folder / "allowed")


def load_client_keys(path: str | Path) -> ClientKeys:
    """Read a client's key file. Raises WireError or FormatError."""
    return from_plain(ClientKeys, _read_private(Path(path)), "key file")


def fingerprint(public: str) -> str:
    """Return a public key in a form that people can compare: eight groups of four hexadecimal digits."""
    digits = hashlib.sha256(public.encode("ascii")).hexdigest()
    return " ".join(digits[i : i + 4] for i in range(0, 32, 4))


def _names_by_key(folder: Path) -> dict[str, str]:
    names = [name.removesuffix(".pub") for name in os.listdir(folder) if name.endswith(".pub")]
    keys = {_text_of(folder / f"{name}.pub"): name for name in names}
    return {key: name for key, name in keys.items() if key}


def _text_of(path: Path) -> str:
    """Return the text, or nothing if it is none or has just been deleted: one bad file shuts nobody else out."""
    try:
        return path.read_text("ascii").strip()
    except (FileNotFoundError, IsADirectoryError, PermissionError, UnicodeDecodeError):
        return ""


def _write_private(path: Path, value: object) -> None:
    # Windows ignores the mode; there the folder's own permissions decide.
    write_atomically(path, json.dumps(value, indent=2).encode("ascii"), mode=0o600)


def _read_private(path: Path) -> object:
    try:
        open_to_others = os.name == "posix" and path.stat().st_mode & 0o077
        data = path.read_bytes()
    except OSError as error:
        raise WireError(
            f"The key file {path} cannot be read: {error.strerror}.",
            "Make keys with `kinescore serve --make-keys DIR`.",
        ) from error
    if open_to_others:
        raise WireError(f"Others on this machine can read the key file {path}.", f"Run `chmod 600 {path}`.")
    return parse(data, "key file")
