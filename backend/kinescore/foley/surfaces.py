"""How each surface sounds under a foot."""

from __future__ import annotations

from dataclasses import dataclass

from kinescore.form.foley_words import Surface


@dataclass(frozen=True)
class Ground:
    """thud_hz, thud: pitch and level of the low knock. click_hz, click: band and level of the hard contact.
    grains: how many crunch per step, in the band grain_hz; spread_seconds: over how long. ring_hz: of what rings."""

    thud_hz: float
    thud: float
    click_hz: tuple[float, float]
    click: float
    grains: int = 0
    grain_hz: tuple[float, float] = (1500.0, 7000.0)
    spread_seconds: float = 0.1
    ring_hz: tuple[float, ...] = ()


GROUNDS: dict[Surface, Ground] = {
    Surface.FLOOR: Ground(95.0, 0.6, (500.0, 2800.0), 0.9),
    Surface.WOOD: Ground(120.0, 0.7, (350.0, 2200.0), 0.7, ring_hz=(210.0, 390.0, 640.0)),
    Surface.STONE: Ground(110.0, 0.45, (900.0, 6000.0), 1.1),
    Surface.METAL: Ground(130.0, 0.5, (1200.0, 7000.0), 0.8, ring_hz=(410.0, 930.0, 1570.0, 2480.0)),
    Surface.GRAVEL: Ground(90.0, 0.4, (900.0, 5000.0), 0.5, grains=26, grain_hz=(1200.0, 8000.0)),
    Surface.SNOW: Ground(80.0, 0.35, (300.0, 1500.0), 0.15, grains=60, grain_hz=(900.0, 4500.0), spread_seconds=0.16),
    Surface.WATER: Ground(85.0, 0.4, (400.0, 3000.0), 0.3, grains=18, grain_hz=(500.0, 2500.0), spread_seconds=0.22),
}
