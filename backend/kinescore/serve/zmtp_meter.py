"""What one direction of a ZMTP 3 connection carries, counted without decoding it (https://rfc.zeromq.org/spec/23/).

Frames are counted as they arrive, because libzmq collects the frames of a message until its last one has come, and
hands over none of them before: a message of a million frames is then a memory of a million and seconds in one piece.
CURVE encrypts what is in a frame, and whether more follow, but not where it begins and ends.
"""

from __future__ import annotations

from collections.abc import Callable

GREETING_BYTES = 64
SIGNATURE_BYTES = 10
LONG, COMMAND = 0x02, 0x04
OLDEST_VERSION = 3

MayBegin = Callable[[int, int], bool]
"""(flags, bytes) of the next frame: whether it may begin."""


class NotZmtpError(Exception):
    """These bytes do not begin as ZMTP 3 does."""


class FrameMeter:
    """One direction of one connection. Hand it the bytes as they come; what it does not let pass, hand it again."""

    def __init__(self) -> None:
        self._greeting = GREETING_BYTES
        self._left = 0  # bytes of the frame that has begun
        self._seen = bytearray()
        self.mechanism = b""
        self.is_held = False

    def read(self, data: bytes, may_begin: MayBegin) -> int:
        """Return how many bytes of `data` may pass: up to a frame that may not begin, or whose length is not here yet.

        `is_held` tells which. Raises NotZmtpError.
        """
        self.is_held = False
        at = self._read_greeting(data) if self._greeting else 0
        while at < len(data):
            if self._left:
                step = min(self._left, len(data) - at)
                at, self._left = at + step, self._left - step
                continue
            flags = data[at]
            head = 9 if flags & LONG else 2
            if len(data) - at < head:
                break
            length = int.from_bytes(data[at + 1 : at + head], "big")
            if not may_begin(flags, length):
                self.is_held = True
                break
            at, self._left = at + head, length
        return at

    def _read_greeting(self, data: bytes) -> int:
        taken = data[: self._greeting]
        self._seen += taken
        self._greeting -= len(taken)
        signature = self._seen[:1] + self._seen[9:10] + self._seen[10:11]
        for byte, is_right in zip(signature, (0xFF.__eq__, 0x7F.__eq__, OLDEST_VERSION.__le__), strict=False):
            if not is_right(byte):
                raise NotZmtpError
        if not self._greeting:
            self.mechanism = bytes(self._seen[12:32]).rstrip(b"\0")
            self._seen.clear()
        return len(taken)
