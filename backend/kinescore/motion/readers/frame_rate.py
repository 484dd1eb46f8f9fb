"""The frame rate that was meant by a rounded frame time."""

from __future__ import annotations

_COMMON = (24, 25, 30, 48, 50, 60, 72, 90, 100, 120, 144, 200, 240)
_BROADCAST = tuple(nominal * 1000 / 1001 for nominal in (24, 30, 60, 120))


def nominal_rate(frame_seconds: float, tolerance_seconds: float) -> float:
    """Frames per second for a frame time known to within the tolerance: 0.008333 s means 120 fps, not 120.0048.

    A rate in common use wins where one fits (ten minutes at 120.0048 fps would end 24 ms early).
    """
    for rates in (_COMMON, _BROADCAST):
        nearest = min(rates, key=lambda rate: abs(1 / rate - frame_seconds))
        if abs(1 / nearest - frame_seconds) <= tolerance_seconds:
            return float(nearest)
    return 1 / frame_seconds
