"""What clients may have under way through the gate before they are answered: each its frames and bytes, and all
together their large frames, for which the server has memory only once.
"""

from __future__ import annotations

from collections.abc import Callable

from kinescore.wire.encoded_request import MAX_ARRAY_BYTES, MAX_HEADER_BYTES

FRAMES_UNDER_WAY = 64
FRAMES_PER_SECOND = 16.0
"""Heartbeats are frames that nobody answers."""
BYTES_UNDER_WAY = MAX_ARRAY_BYTES + 2 * MAX_HEADER_BYTES
LARGE_BYTES = 4 * 1024 * 1024
"""Ten minutes of movement at 30 fps are below that, and never wait."""
SLOWEST_BYTES_PER_SECOND = 64 * 1024
"""Who has the room for large frames and sends them slower than this is cut, for others wait."""
STALL_SECONDS = 10.0


class Allowance:
    """Frames and bytes that a client may send before the next reply comes."""

    def __init__(self, now: float) -> None:
        self._frames, self._bytes = float(FRAMES_UNDER_WAY), BYTES_UNDER_WAY
        self._at = now

    def takes(self, length: int, now: float) -> bool:
        """Whether a frame of so many bytes may begin now."""
        self._frames = min(self._frames + (now - self._at) * FRAMES_PER_SECOND, FRAMES_UNDER_WAY)
        self._at = now
        return self._frames >= 1 and length <= self._bytes

    def count(self, length: int) -> None:
        """A frame of so many bytes begins."""
        self._frames -= 1
        self._bytes -= length

    def renew(self) -> None:
        """A reply has come."""
        self._frames, self._bytes = float(FRAMES_UNDER_WAY), BYTES_UNDER_WAY


class Room:
    """Memory for the large frames of all clients. One that finds none waits outside, in TCP's hands, for its turn."""

    def __init__(self, size: int = BYTES_UNDER_WAY) -> None:
        self._left = size
        self._waiting: dict[object, Callable[[], None]] = {}  # first come, first served

    def takes(self, who: object, length: int, wake: Callable[[], None]) -> bool:
        """Whether `who` may begin a frame of so many bytes; if not, `wake` is called when there is more room."""
        is_its_turn = next(iter(self._waiting), who) is who
        if length <= self._left and is_its_turn:
            self._waiting.pop(who, None)
            self._left -= length
            return True
        self._waiting[who] = wake
        return False

    def give_back(self, who: object, length: int) -> None:
        """So many bytes were answered, or `who` is gone."""
        self._left += length
        self._waiting.pop(who, None)
        for wake in self._waiting.values():
            wake()
