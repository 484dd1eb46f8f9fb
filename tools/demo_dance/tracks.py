# SPDX-License-Identifier: GPL-3.0-or-later
"""What the dancer's controls do over time, written in beats and body language; no bpy here.

Every channel is one number: metres for `*_side`, `*_forward`, `*_height`, `*_lift`, degrees for the rest. "side", "yaw"
and "roll" are positive towards the leading side of a phrase, so that a phrase danced with the other lead is its mirror
image. Arms are directions (outward, forward, up) in the frame of the chest.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import hypot

BPM = 112.0
FPS = 30
SIDES = ("left", "right")
TOWARDS_LEAD = ("_side", "_yaw", "_roll")  # channels that change sign in the mirror
BODY_YAW = ("hips_yaw", "left_foot_yaw", "right_foot_yaw")  # channels that count whole turns of the dancer
RAISED_SHRUG = 24.0  # degrees that the shoulder rises with an arm held straight up
LAG_FRAMES = {"chest": 1, "head": 2}  # the upper body follows through a moment after the hips

Direction = tuple[float, float, float]


@dataclass(frozen=True)
class ArmPose:
    """Where the upper arm, the forearm and the hand point: (outward, forward, up), any length."""

    upper: Direction
    fore: Direction
    hand: Direction


@dataclass
class Tracks:
    """Keys per channel and per arm: {frame: value}, frame 1 is time zero."""

    channels: dict[str, dict[int, float]] = field(default_factory=dict)
    arms: dict[str, dict[int, ArmPose]] = field(default_factory=lambda: {side: {} for side in SIDES})
    full_turns_degrees: float = 0.0

    def value_before(self, channel: str, frame: int) -> float:
        """The value of the last key at or before `frame`; 0 where there is none."""
        keys = self.channels.get(channel, {})
        earlier = [f for f in keys if f <= frame]
        return keys[max(earlier)] if earlier else 0.0


def frame_of(beat: float) -> int:
    """The whole frame nearest to `beat` (beat 0 is frame 1): animators key on whole frames."""
    return 1 + round(beat * 60.0 / BPM * FPS)


@dataclass(frozen=True)
class Phrase:
    """A view of the tracks from `start_beat` on, danced with the `lead` side leading ("left" or "right")."""

    tracks: Tracks
    start_beat: float
    lead: str

    def at(self, beat: float, **values: float) -> None:
        """Key channels at `beat` of this phrase, for example at(1, hips_side=0.1, lead_foot_lift=0.05)."""
        for name, value in values.items():
            channel = self._sided(name)
            if name.endswith(TOWARDS_LEAD) and self.lead == "right":
                value = -value
            if channel in BODY_YAW:
                value += self.tracks.full_turns_degrees
            frame = frame_of(self.start_beat + beat) + LAG_FRAMES.get(channel.split("_")[0], 0)
            self.tracks.channels.setdefault(channel, {})[frame] = value

    def arm(self, which: str, beat: float, upper: Direction, fore: Direction, hand: Direction | None = None) -> None:
        """Key the "lead" or "trail" arm at `beat`; the hand continues the forearm unless it is said otherwise.

        The shoulder blade goes along with a raised arm.
        """
        frame = frame_of(self.start_beat + beat)
        self.tracks.arms[self._sided(which)][frame] = ArmPose(upper, fore, hand or fore)
        self.at(beat, **{f"{which}_shrug": RAISED_SHRUG * max(0.0, upper[2] / hypot(*upper))})

    def both_arms(self, beat: float, upper: Direction, fore: Direction, hand: Direction | None = None) -> None:
        """Key both arms alike."""
        for which in ("lead", "trail"):
            self.arm(which, beat, upper, fore, hand)

    def hold_arms(self, beat: float) -> None:
        """Key both arms at `beat` with the pose that they have had since their last key."""
        frame = frame_of(self.start_beat + beat)
        for keys in self.tracks.arms.values():
            keys[frame] = keys[max(f for f in keys if f <= frame)]
        self.hold(beat, "lead_shrug", "trail_shrug")

    def hold(self, beat: float, *names: str) -> None:
        """Key channels at `beat` with the value that they have had since their last key."""
        for name in names:
            channel = self._sided(name)
            lag = LAG_FRAMES.get(channel.split("_")[0], 0)
            frame = frame_of(self.start_beat + beat) + lag
            self.tracks.channels.setdefault(channel, {})[frame] = self.tracks.value_before(channel, frame)

    def mirrored(self) -> Phrase:
        """The same place in time with the other side leading."""
        return Phrase(self.tracks, self.start_beat, self._other())

    def _other(self) -> str:
        return "left" if self.lead == "right" else "right"

    def _sided(self, name: str) -> str:
        return name.replace("lead", self.lead).replace("trail", self._other())
