"""What can go wrong between client and server, as errors with a stable code, a sentence and a remedy."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore import errors
from kinescore.errors import KinescoreError


class WireError(KinescoreError):
    """A refusal or failure on the wire; `code` tells which. Codes a server sends: bad_format, protocol_mismatch, busy,
    conflict, unknown_job, not_ready, disk_full, worker_lost, out_of_memory, engine_crashed, and those of
    KinescoreError's classes."""

    code = "bad_message"


class ServerUnreachable(WireError):
    """Nothing at the address answers."""

    code = "server_unreachable"

    def __init__(self, address: str) -> None:
        super().__init__(
            f"No Kinescore server answers at {address}.",
            "Start it with `kinescore serve` or choose the built-in engine; if it runs, check the address and the key "
            "file.",
        )


class ServerLost(WireError):
    """The server stopped answering while it had a job of ours."""

    code = "server_lost"

    def __init__(self, address: str, job: str) -> None:
        super().__init__(
            f"The Kinescore server at {address} has stopped answering.",
            "The job is kept there: start the server again, then resume the job.",
        )
        self.job = job


class ProtocolMismatch(WireError):
    """Client and server are of versions that do not understand each other."""

    code = "protocol_mismatch"

    def __init__(self, server: int, client: int) -> None:
        older = "client (add-on or command line)" if client < server else "server"
        super().__init__(
            f"The server speaks protocol {server} and the client protocol {client}.",
            f"Update Kinescore on the {older}.",
        )


class Busy(WireError):
    """The queue is full; the same job may be sent again after `retry_after_seconds`."""

    code = "busy"

    def __init__(self, sentence: str, retry_after_seconds: float) -> None:
        super().__init__(sentence, f"Try again in {retry_after_seconds:.0f} s.")
        self.retry_after_seconds = retry_after_seconds


class JobCancelled(WireError):
    """The job was cancelled, by this client or by another holder of its id."""

    code = "job_cancelled"

    def __init__(self) -> None:
        super().__init__("The job was cancelled.", "Generate again to start a new one.")


class ArchiveError(KinescoreError):
    """A file that is not a Take archive, or a damaged one."""

    code = "bad_archive"


SHARED: list[type[KinescoreError]] = [
    kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, KinescoreError)
]
CLASSES: Mapping[str, type[KinescoreError]] = {kind.code: kind for kind in SHARED} | {WireError.code: WireError}


def error_for(code: str, sentence: str, remedy: str) -> KinescoreError:
    """Return the error that the other side meant, as the same class that it would have here."""
    return CLASSES.get(code, WireError)(sentence, remedy, code=code)
