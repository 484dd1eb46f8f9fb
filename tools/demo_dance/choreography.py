# SPDX-License-Identifier: GPL-3.0-or-later
"""The dance: phrases of one or two bars at 112 BPM, from a calm intro to the final pose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, radians, sin

from . import moves as m
from .moves import bounce, freeze, place, plant, stand, step
from .tracks import BPM, FPS, LAG_FRAMES, Phrase, Tracks, frame_of

BEATS_PER_BAR = 4
HOLD_SECONDS = 0.3  # at least this long the final pose is held


@dataclass(frozen=True)
class Hit:
    """A moment that the dance was built to land on, in seconds from the first frame."""

    seconds: float
    what: str


def groove_in(p: Phrase) -> None:
    """Two bars: shift from side to side from the first beat on, then snap the fingers to it."""
    stand(p, 0)
    p.at(0, hips_side=0, hips_forward=0, hips_yaw=0, hips_pitch=0, hips_roll=0, chest_yaw=0, chest_roll=0)
    p.at(0, head_yaw=0, head_roll=0, lead_shrug=0, trail_shrug=0)
    p.both_arms(0, *m.RELAXED)
    bounce(p, range(0, 4), depth=0.075, rise=0.035, nod=10)
    bounce(p, range(4, 8), depth=0.085, rise=0.04, nod=8)
    for beat in range(0, 2):
        p.at(beat, lead_shrug=0, trail_shrug=0)
        p.at(beat + 0.5, lead_shrug=7, trail_shrug=7)
    sways = ((1, 1), (2, -1), (3, 1), (4, -1), (5, 1), (6, -1), (7, 1))
    for beat, sign in sways:
        p.at(beat, hips_side=0.065 * sign, hips_roll=5 * sign, chest_roll=-7 * sign, head_roll=4 * sign)
    for beat in range(2, 8):
        which, sign = ("lead", 1) if beat % 2 else ("trail", -1)
        p.arm(which, beat - 0.5, *m.RELAXED)
        p.arm(which, beat, *m.SNAP)
        p.arm(which, beat + 0.5, *m.LOOSE_FRONT)
        p.at(beat, head_yaw=14 * sign, chest_yaw=8 * sign)
    _settle(p, 8)


def two_step(p: Phrase) -> None:
    """Step out and touch, there and back; the arms swing low with the steps."""
    bounce(p, range(0, 4), depth=0.105, rise=0.06, nod=8)
    step(p, "lead", 0, side=0.42)
    step(p, "trail", 1, side=0.20, heel=30)
    step(p, "trail", 2, side=-m.STANCE)
    step(p, "lead", 3, side=m.STANCE, heel=30)
    place(p, "lead", 3.4, side=m.STANCE, yaw=m.TURNOUT)
    for beat, side, sign in ((0, 0.22, 1), (1, 0.30, 1), (2, 0.02, -1), (3, -0.06, -1)):
        p.at(beat, hips_side=side, hips_roll=-4 * sign, chest_roll=6 * sign, chest_yaw=14 * sign, head_yaw=6 * sign)
    for beat, front, back in ((0, "trail", "lead"), (1, "lead", "trail"), (2, "lead", "trail"), (3, "trail", "lead")):
        p.arm(front, beat, *m.ACROSS)
        p.arm(back, beat, *m.LOOSE_BACK)
        p.both_arms(beat + 0.5, *m.LOOSE_FRONT)
    _settle(p, 4)


def two_step_high(p: Phrase) -> None:
    """The same steps, wider and lower, with the arms pushed up on the touches."""
    bounce(p, range(0, 4), depth=0.14, rise=0.09, nod=7)
    step(p, "lead", 0, side=0.46, lift=0.13)
    step(p, "trail", 1, side=0.22, heel=32)
    step(p, "trail", 2, side=-m.STANCE, lift=0.13)
    step(p, "lead", 3, side=m.STANCE, heel=32, beats=0.6)
    place(p, "lead", 3.4, side=m.STANCE, yaw=m.TURNOUT)
    for beat, side, sign in ((0, 0.24, 1), (1, 0.32, 1), (2, 0.07, -1), (3, -0.06, -1)):
        p.at(beat, hips_side=side, hips_roll=-5 * sign, chest_roll=9 * sign, chest_yaw=10 * sign, head_yaw=10 * sign)
    for beat in (0, 2):
        p.both_arms(beat, *m.CHAMBER)
        p.both_arms(beat + 0.5, *m.FIST_UP)
        p.both_arms(beat + 1, *m.UP_HIGH)
        p.both_arms(beat + 1.5, *m.FIST_UP)
    _settle(p, 4)


def arm_wave(p: Phrase) -> None:
    """A wave from the fingers of one hand through the chest to the other, and back."""
    bounce(p, range(0, 4), depth=0.075, rise=0.05, nod=3)
    step(p, "lead", 0, side=0.27)
    p.both_arms(0, *m.OUT)
    _wave_through(p, "trail", "lead", 0)
    _wave_through(p.mirrored(), "trail", "lead", 2)
    step(p, "lead", 3.6, side=m.STANCE, beats=0.4)
    for beat, sign in ((0, -1), (1, 0), (2, 1), (3, 0)):
        p.at(beat, hips_side=0.07 + 0.06 * sign, head_yaw=28 * sign, chest_roll=8 * sign, chest_yaw=0, hips_roll=0)
    _settle(p, 4)


def hits(p: Phrase) -> None:
    """Two freezes: a long diagonal, then a low box."""
    step(p, "lead", 0, side=0.42, yaw=40, lift=0.14)
    p.at(-0.4, hips_height=-0.03, chest_roll=-8, chest_yaw=-14)
    freeze(p, 0, 1.5, hips_side=0.22, hips_height=-0.15, hips_roll=-4, chest_roll=14, chest_yaw=10, head_yaw=35)
    freeze(p, 0, 1.5, chest_pitch=-4, head_pitch=-12)
    p.arm("lead", 0, *m.POINT_UP)
    p.arm("trail", 0, *m.POINT_DOWN)
    p.hold_arms(1.5)
    plant(p, "lead", 1.6)
    step(p, "trail", 2, side=-0.34, yaw=-35)
    p.at(1.75, hips_height=-0.05, chest_pitch=-8)
    freeze(p, 2, 3.4, hips_side=0.04, hips_height=-0.24, hips_roll=0, chest_roll=0, chest_yaw=0, head_yaw=0)
    freeze(p, 2, 3.4, chest_pitch=16, head_pitch=-8)
    p.both_arms(2, *m.CACTUS)
    p.hold_arms(3.4)
    step(p, "trail", 3.65, side=-m.STANCE + 0.05, beats=0.3)
    _settle(p, 4)


def turn(p: Phrase) -> None:
    """A full turn on the ball of the leading foot, pushed round by three steps of the other, and a clean stop."""
    bounce(p, range(0, 3), depth=0.095, rise=0.075, nod=2)
    p.at(-0.4, chest_yaw=-12)
    p.at(0.25, chest_yaw=-28, head_yaw=12, hips_yaw=-8, lead_foot_heel=0, lead_foot_yaw=m.TURNOUT, hips_roll=0)
    plant(p, "lead", 0.25)
    for third in (1, 2, 3):
        turned = 120.0 * third
        towards_trail = (-cos(radians(turned)), sin(radians(turned)))  # (side, forward) as seen by the audience
        side, forward = m.STANCE * (1 + 2 * towards_trail[0]), m.STANCE * 2 * towards_trail[1]
        step(p, "trail", third, side=side, forward=forward, yaw=turned - m.TURNOUT, lift=0.06, beats=0.7)
        p.at(third, hips_yaw=turned, hips_side=(m.STANCE + side) / 2, hips_forward=forward / 2)
        p.at(third, lead_foot_yaw=turned + m.TURNOUT, lead_foot_heel=14 if third < 3 else 0)
    p.at(1, chest_yaw=15, head_yaw=35)
    p.at(2, chest_yaw=15, head_yaw=40)
    p.at(3, chest_yaw=0, head_yaw=0)
    p.arm("lead", 0.25, *m.ACROSS)
    p.arm("trail", 0.25, *m.OUT)
    p.both_arms(1, *m.HUGGED)
    p.both_arms(2, *m.HUGGED)
    p.both_arms(3, *m.POINT_DOWN)
    p.hold_arms(3.5)
    freeze(p, 3, 3.6, hips_height=-0.10, chest_pitch=5, head_pitch=-6)
    p.tracks.full_turns_degrees += 360.0 if p.lead == "left" else -360.0
    _settle(p, 4)


def punches_and_jump(p: Phrase) -> None:
    """Two punches at the sky, a crouch, and a star jump that is in the air for exactly one beat."""
    bounce(p, range(0, 2), depth=0.12, rise=0.03, nod=8)
    for which, other, beat, sign in (("lead", "trail", 0, 1), ("trail", "lead", 1, -1)):
        p.arm(which, beat, *m.FIST_UP)
        p.arm(other, beat, *m.CHAMBER)
        p.both_arms(beat + 0.5, *m.CHAMBER)
        p.at(beat, chest_yaw=-16 * sign, chest_roll=-8 * sign, hips_side=-0.05 * sign, head_yaw=8 * sign)
        step(p, which, beat, side=sign * 0.20, lift=0.12)
    p.at(2, hips_height=-0.04, hips_side=0, chest_yaw=0, chest_roll=0, head_yaw=0, chest_pitch=4, hips_pitch=0)
    p.both_arms(2, *m.LOOSE_FRONT)
    p.at(2.55, hips_height=-0.30, chest_pitch=22, head_pitch=-14, hips_pitch=18)
    p.both_arms(2.55, *m.SWUNG_BACK)
    _leap(p, takeoff=3.0, landing=4.0, height=0.36)


def landing(p: Phrase) -> None:
    """Absorb the jump, come up through a body wave, wind up for the end."""
    p.at(0.3, hips_height=-0.30, chest_pitch=24, head_pitch=-14, hips_pitch=14)
    p.both_arms(0.3, *m.BRACED)
    p.at(1, hips_height=-0.25, chest_pitch=20, head_pitch=-10, hips_pitch=10)
    p.both_arms(1, *m.BRACED)
    p.at(1.5, hips_height=-0.12, chest_pitch=0, head_pitch=10, hips_pitch=-6)
    p.at(2, hips_height=-0.05, chest_pitch=-10, head_pitch=-10, hips_pitch=0)
    p.both_arms(2, *m.RELAXED)
    plant(p, "lead", 2)
    step(p, "trail", 2.5, side=-m.STANCE)
    step(p, "lead", 3, side=m.STANCE)
    p.at(3, hips_height=-0.11, chest_pitch=10, head_pitch=8, chest_yaw=-20, hips_side=-0.04, head_yaw=-12, chest_roll=0)
    p.arm("lead", 3, *m.ACROSS)
    p.arm("trail", 3, *m.LOOSE_BACK)
    p.at(3.5, hips_height=-0.05, chest_yaw=-24)


def final_pose(p: Phrase, until: float) -> None:
    """One arm at the sky, one hand on the hip, and hold."""
    step(p, "lead", 0, side=0.42, yaw=35, lift=0.10)
    plant(p, "trail", until)
    plant(p, "lead", until)
    freeze(p, 0, until, hips_side=0.04, hips_height=-0.10, hips_roll=8, hips_pitch=0, hips_yaw=0)
    freeze(p, 0, until, chest_roll=-8, chest_yaw=12, chest_pitch=-5, head_yaw=26, head_pitch=-16, head_roll=-6)
    p.arm("lead", 0, *m.SKY)
    p.arm("trail", 0, *m.ON_HIP)
    p.hold_arms(until)


def _wave_through(p: Phrase, first: str, second: str, beat: float) -> None:
    """Pass a raised joint from the hand of `first` to the hand of `second` within two beats."""
    flat = (1.0, 0.1, 0.0)
    stages = (
        (flat, flat, (0.7, 0.1, 0.75)),
        (flat, (0.85, 0.1, 0.55), (0.8, 0.1, -0.65)),
        ((0.88, 0.1, 0.45), (0.85, 0.1, -0.55), (0.9, 0.1, -0.3)),
        ((0.95, 0.1, -0.25), (0.97, 0.1, 0.15), flat),
    )
    for index, pose in enumerate(stages):
        p.arm(first, beat + 0.25 * index, *pose)
        p.arm(second, beat + 1.75 - 0.25 * index, *pose)
    p.arm(first, beat + 1.0, flat, flat, flat)
    p.arm(second, beat + 0.75, flat, flat, flat)
    p.arm(second, beat + 2.0, flat, flat, flat)
    p.at(beat + 0.75, **{f"{first}_shrug": 14, f"{second}_shrug": 0})
    p.at(beat + 1.0, **{f"{first}_shrug": 0, f"{second}_shrug": 14})
    p.at(beat + 1.35, **{f"{second}_shrug": 0})


def _leap(p: Phrase, takeoff: float, landing: float, height: float) -> None:
    """Fly on a parabola of `height` metres; feet leave the floor toes last and reach for it again."""
    stand_height = -0.05
    for tenth in range(0, 11, 2):
        u = tenth / 10
        beat = takeoff + (landing - takeoff) * u
        rise = height * 4 * u * (1 - u)
        p.at(beat, hips_height=stand_height + rise, lead_foot_lift=rise * 1.12, trail_foot_lift=rise * 1.12)
    for foot, sign in (("lead", 1), ("trail", -1)):
        plant(p, foot, takeoff - 0.25)
        p.hold(takeoff, f"{foot}_foot_side", f"{foot}_foot_yaw")
        p.at(takeoff, **{f"{foot}_foot_heel": 40.0})
        p.at((takeoff + landing) / 2, **{f"{foot}_foot_heel": 50.0, f"{foot}_foot_side": sign * 0.42})
        p.at(landing, **{f"{foot}_foot_heel": 0.0, f"{foot}_foot_side": sign * 0.27})
        p.at(landing, **{f"{foot}_foot_yaw": sign * 25.0, f"{foot}_foot_forward": 0.0})
    p.at(takeoff, chest_pitch=-6, head_pitch=-12, hips_pitch=0)
    p.at((takeoff + landing) / 2, chest_pitch=-10, head_pitch=-8)
    p.at(landing, chest_pitch=8, head_pitch=6, hips_pitch=4)
    p.both_arms(takeoff, *m.CACTUS)
    p.both_arms((takeoff + landing) / 2, *m.UP_HIGH)
    p.both_arms(landing, *m.OUT)


def _settle(p: Phrase, beat: float) -> None:
    """End a phrase upright and facing front, ready for any other."""
    p.at(beat, hips_side=0, hips_yaw=0, hips_pitch=0, hips_roll=0, chest_yaw=0, chest_roll=0, head_yaw=0, head_roll=0)
    p.both_arms(beat, *m.LOOSE_FRONT)


@dataclass(frozen=True)
class Part:
    """A phrase of `bars` bars and its hits: (beat, what)."""

    dance: Callable[[Phrase], None]
    bars: int = 1
    hits: tuple[tuple[float, str], ...] = ()


INTRO = Part(groove_in, bars=2)
MIDDLE = (
    Part(two_step),
    Part(two_step_high),
    Part(arm_wave),
    Part(hits, hits=((0, "freeze: long diagonal"), (2, "freeze: low box"))),
    Part(turn, hits=((3, "turn stops"),)),
)
ENDING = (Part(punches_and_jump, hits=((4, "jump lands"),)), Part(landing))
SHORTEST_BARS = INTRO.bars + sum(part.bars for part in ENDING) + 1


def programme(seconds: float) -> list[Part]:
    """The parts that fit into `seconds`: intro, as much of the middle as fits (in a circle), ending.

    Raises ValueError when not even one middle part fits.
    """
    bars = int((seconds - HOLD_SECONDS) / (BEATS_PER_BAR * 60.0 / BPM))
    if bars < SHORTEST_BARS:
        shortest = SHORTEST_BARS * BEATS_PER_BAR * 60.0 / BPM + HOLD_SECONDS
        raise ValueError(f"The dance is {seconds:g} s; it needs at least {shortest:.1f} s.")
    middle = [MIDDLE[i % len(MIDDLE)] for i in range(bars - SHORTEST_BARS + 1)]
    return [INTRO, *middle, *ENDING]


def choreograph(seconds: float) -> tuple[Tracks, tuple[Hit, ...]]:
    """The keys of the whole dance and the hits that it was built around, the final pose last."""
    tracks, landed, beat = Tracks(), [], 0.0
    for index, part in enumerate(programme(seconds)):
        part.dance(Phrase(tracks, beat, "left" if index % 2 else "right"))
        landed += [Hit((frame_of(beat + at) - 1) / FPS, what) for at, what in part.hits]
        beat += part.bars * BEATS_PER_BAR
    last_key = seconds - (1 + max(LAG_FRAMES.values())) / FPS  # what follows through is keyed within the scene, too
    final_pose(Phrase(tracks, beat, "left"), until=last_key * BPM / 60.0 - beat)
    landed.append(Hit((frame_of(beat) - 1) / FPS, "final pose"))
    return tracks, tuple(landed)
