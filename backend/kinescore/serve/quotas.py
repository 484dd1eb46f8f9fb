"""What single clients may have, where it is less or more than what all may."""

from __future__ import annotations

from dataclasses import dataclass

from kinescore.wire.errors import WireError
from kinescore.wire.messages import Priority


@dataclass(frozen=True)
class Quota:
    """jobs: unfinished ones at a time. highest_priority: of its jobs; those that ask for none get no more either.
    result_bytes: of its results that the server keeps; None for as many as all may have."""

    jobs: int
    highest_priority: Priority = Priority.HIGH
    result_bytes: int | None = None

    def granted(self, asked: Priority) -> Priority:
        """Return the priority of a job that asks for this one. Raises WireError, code "not_allowed", for "high" where
        that is too much."""
        if asked is Priority.HIGH and self.highest_priority is not Priority.HIGH:
            raise WireError(
                f"This client's jobs have priority '{self.highest_priority.value}' at most on this server.",
                "Send it without a priority, or ask the server's keeper.",
                code="not_allowed",
            )
        return min(asked, self.highest_priority, key=lambda priority: priority.rank)
