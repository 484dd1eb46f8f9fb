# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a run of several takes is, from how far the one being made is."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from ..background import WorkProgress


@dataclass(frozen=True)
class Share:
    """number: of the take being made, from 0; count: of all of them. begun: when this one began (`time.monotonic`)."""

    number: int
    count: int
    begun: float = field(default_factory=time.monotonic)

    def of(self, progress: WorkProgress) -> WorkProgress:
        """The progress of the whole, where the rest is expected to take as long as this one."""
        if self.count == 1:
            return progress
        eta = progress.eta_seconds
        if eta is not None:
            eta += (self.count - self.number - 1) * (time.monotonic() - self.begun + eta)
        phase = f"{self.number + 1} of {self.count}: {progress.phase}"
        return WorkProgress(phase, (self.number + progress.fraction) / self.count, eta)
