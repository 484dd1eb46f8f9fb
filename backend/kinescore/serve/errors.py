"""What can go wrong in the server itself."""

from __future__ import annotations

import errno
import sqlite3

from kinescore.errors import KinescoreError

NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


class ServeError(KinescoreError):
    """The server cannot start or go on."""

    code = "cannot_serve"


class StoreError(KinescoreError):
    """The store's disk does not do what it should; code "disk_full" when there is no room."""

    code = "store_failed"


def disk_error(error: OSError | sqlite3.Error) -> StoreError:
    """Return the failure of a write as an error for the client."""
    full = isinstance(error, sqlite3.OperationalError) or (isinstance(error, OSError) and error.errno in NO_ROOM)
    if full:
        return StoreError("The server's disk is full.", "Make room there, then send the job again.", code="disk_full")
    return StoreError(f"The server's disk failed: {error}.", "Tell the server's keeper.")
