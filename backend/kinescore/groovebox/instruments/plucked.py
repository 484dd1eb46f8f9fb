"""Plucked strings with a body of their own: acoustic guitars, banjo, harpsichord, koto, and violins plucked."""

from __future__ import annotations

from kinescore.groovebox.instruments.plucked_string import PluckedString

acoustic_guitar = PluckedString(
    0.15, brightness_hz=3800.0, damping=1.1, high_damping=1.6, stiffness=4e-5, spread_cents=2.0,
    body=((105.0, 0.4, 0.8), (210.0, 0.35, 1.0), (420.0, 0.5, 0.4), (3200.0, 0.7, 0.5)), attack=0.0015, release=0.12,
    pick_db=-15.0, pick_hz=4200.0,
)  # fmt: skip
nylon_guitar = PluckedString(
    0.22, brightness_hz=1900.0, damping=1.3, high_damping=3.2, stiffness=2e-5, spread_cents=1.0,
    body=((100.0, 0.4, 1.0), (220.0, 0.4, 0.9), (1500.0, 0.7, 0.4)), attack=0.003, release=0.14, pick_db=-24.0,
    pick_hz=1800.0,
)  # fmt: skip
banjo = PluckedString(
    0.07, brightness_hz=5200.0, damping=4.5, high_damping=3.0, stiffness=4e-5, spread_cents=1.5,
    body=((380.0, 0.5, 1.2), (820.0, 0.5, 1.0), (2600.0, 0.5, 0.8)), attack=0.0008, release=0.05, pick_db=-19.0,
    pick_hz=3800.0,
)  # fmt: skip
pizzicato = PluckedString(
    0.24, brightness_hz=1500.0, damping=7.5, high_damping=9.0, stiffness=2e-5, spread_cents=4.0,
    body=((280.0, 0.4, 1.0), (520.0, 0.5, 0.8), (1200.0, 0.6, 0.5)), attack=0.003, release=0.12, pick_db=-33.0,
    pick_hz=1200.0,
)  # fmt: skip
harpsichord = PluckedString(
    0.06, brightness_hz=6500.0, damping=1.2, high_damping=1.4, stiffness=3e-5, spread_cents=2.5,
    body=((300.0, 0.5, 0.6), (1400.0, 0.6, 0.6)), attack=0.0006, release=0.05, pick_db=-14.0, pick_hz=5200.0,
)  # fmt: skip
koto = PluckedString(
    0.10, brightness_hz=3600.0, damping=1.7, high_damping=2.6, stiffness=6e-5, spread_cents=1.0,
    body=((240.0, 0.4, 0.8), (700.0, 0.5, 0.8)), attack=0.0008, release=0.3, pick_db=-13.0, pick_hz=4200.0,
)  # fmt: skip
