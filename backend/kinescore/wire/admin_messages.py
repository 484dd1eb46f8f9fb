"""What a keeper says to a server, and what it answers. Only clients that its key folder lists as admins may."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kinescore.errors import RequestError
from kinescore.wire.messages import JobState, require_job_name

CLIENT_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
PUBLIC_KEY = re.compile(r"[0-9A-Za-z.:+=^!/*?&<>()\[\]{}@%$#-]{40}")
"""Z85 of 32 bytes."""


@dataclass(frozen=True)
class AskAllJobs:
    """Which jobs of all clients do you have?"""


@dataclass(frozen=True)
class CancelJob:
    """Stop this job, whose ever it is. `name` is the server's own, as AllJobs tells it."""

    name: str

    def __post_init__(self) -> None:
        require_job_name(self.name)


@dataclass(frozen=True)
class Drain:
    """Start no more jobs; end when those that run are done. What waits is kept for the next start."""


@dataclass(frozen=True)
class Backup:
    """Put a copy of the journal, the requests and the results into the store's folder of backups."""


@dataclass(frozen=True)
class Revoke:
    """Take this client from the list, and cancel its jobs."""

    client: str

    def __post_init__(self) -> None:
        _require_client_name(self.client)


@dataclass(frozen=True)
class AddClient:
    """Let one more client in. public: of a key pair whose other half stays where it was made."""

    client: str
    public: str

    def __post_init__(self) -> None:
        _require_client_name(self.client)
        if not PUBLIC_KEY.fullmatch(self.public):
            raise RequestError("The client's public key is none: 40 characters of Z85 are accepted.", "Make new keys.")


@dataclass(frozen=True)
class AdminJob:
    """name: the server's own for the job. id, client: its owner's for it, and the owner's own."""

    name: str
    id: str
    client: str
    state: JobState
    phase: str = ""
    fraction: float = 0.0


@dataclass(frozen=True)
class AllJobs:
    """Reply to AskAllJobs: the newest, oldest first."""

    jobs: tuple[AdminJob, ...]


@dataclass(frozen=True)
class Done:
    """Reply to the other calls: what was done, in a sentence."""

    sentence: str


AdminCall = AskAllJobs | CancelJob | Drain | Backup | Revoke | AddClient
AdminReply = AllJobs | Done


def _require_client_name(client: str) -> None:
    if not CLIENT_NAME.fullmatch(client):
        raise RequestError(f"'{client[:80]}' cannot name a client.", "Names are letters, digits, '-' and '_'.")
