# SPDX-License-Identifier: GPL-3.0-or-later
"""The vocabulary: how the dancer stands, steps, bounces, and carries the arms."""

from __future__ import annotations

from .tracks import Phrase

STANCE = 0.13  # m from the middle to each foot when standing
TURNOUT = 12.0  # degrees that each foot points outwards
CONTACT_LEAD_BEATS = 0.12  # a foot touches the floor this long before it carries the body
FOOT_CHANNELS = ("side", "forward", "lift", "yaw", "heel")

# (upper arm, forearm) and, where the wrist breaks, the hand: directions (outward, forward, up).
RELAXED = ((0.32, -0.05, -1.0), (0.16, 0.42, -0.9))
LOOSE_FRONT = ((0.40, 0.22, -0.9), (0.10, 0.95, -0.15))
LOOSE_BACK = ((0.42, -0.45, -0.9), (0.35, 0.05, -1.0))
SNAP = ((0.55, 0.35, -0.75), (0.25, 0.45, 0.85))
ACROSS = ((-0.05, 0.75, -0.65), (-0.85, 0.55, 0.15))
OUT = ((1.0, 0.05, 0.02), (1.0, 0.10, 0.02))
UP_HIGH = ((0.42, 0.08, 1.0), (0.22, 0.10, 1.0))
FIST_UP = ((0.50, 0.25, 0.85), (-0.05, 0.20, 1.0))
CHAMBER = ((0.55, -0.45, -0.75), (0.25, 0.85, 0.10))
ON_HIP = ((0.85, -0.42, -0.72), (-0.62, 0.42, -0.72), (-0.75, 0.35, -0.1))
SKY = ((0.85, 0.10, 0.85), (0.80, 0.10, 0.90))
POINT_UP = ((0.72, 0.10, 0.85), (0.62, 0.12, 0.95))
POINT_DOWN = ((0.80, -0.10, -0.80), (0.80, -0.05, -0.85))
CACTUS = ((1.0, 0.10, 0.05), (0.15, 0.20, 1.0))
SWUNG_BACK = ((0.35, -0.95, -0.60), (0.30, -0.90, -0.55))
BRACED = ((0.85, 0.30, -0.55), (0.50, 0.70, -0.50))
HUGGED = ((0.20, 0.85, -0.45), (-0.75, 0.40, 0.35))


def stand(p: Phrase, beat: float) -> None:
    """Both feet under the body, facing front."""
    for foot, sign in (("lead", 1.0), ("trail", -1.0)):
        place(p, foot, beat, side=sign * STANCE, yaw=sign * TURNOUT)


def place(p: Phrase, foot: str, beat: float, **where: float) -> None:
    """Key the foot flat on the floor: side and forward in metres, yaw in degrees; what is not given is 0."""
    values = dict.fromkeys(FOOT_CHANNELS, 0.0) | where
    p.at(beat, **{f"{foot}_foot_{name}": value for name, value in values.items()})


def plant(p: Phrase, foot: str, beat: float) -> None:
    """Keep the foot where it is until `beat`: the key that stops it from sliding."""
    p.hold(beat, *(f"{foot}_foot_{name}" for name in FOOT_CHANNELS))


def step(
    p: Phrase, foot: str, land: float, side: float, forward: float = 0.0, yaw: float | None = None,
    lift: float = 0.09, beats: float = 0.5, heel: float = 0.0,
) -> None:  # fmt: skip
    """Step to (side, forward), heel first off the floor `beats` earlier, so that the weight has arrived at `land`."""
    land -= CONTACT_LEAD_BEATS
    outwards = TURNOUT if foot == "lead" else -TURNOUT
    plant(p, foot, land - beats)
    p.at(land - beats * 0.5, **{f"{foot}_foot_lift": lift, f"{foot}_foot_heel": 28.0})
    place(p, foot, land, side=side, forward=forward, yaw=outwards if yaw is None else yaw, heel=heel)


def bounce(p: Phrase, beats: range, depth: float, rise: float = 0.02, nod: float = 6.0) -> None:
    """The groove: lowest on every beat, highest between; chest and head give in with it."""
    for beat in beats:
        p.at(beat, hips_height=-depth, chest_pitch=nod * 0.8, head_pitch=nod)
        p.at(beat + 0.5, hips_height=-rise, chest_pitch=-nod * 0.3, head_pitch=-nod * 0.5)


def freeze(p: Phrase, beat: float, until: float, overshoot: float = 1.12, **pose: float) -> None:
    """Snap into `pose` on `beat`, a little past it, settle, and stay until `until`."""
    p.at(beat, **{name: value * overshoot for name, value in pose.items()})
    p.at(beat + 0.25, **pose)
    p.at(until, **pose)
