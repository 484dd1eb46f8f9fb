"""What a user asks for: everything that affects the sound, and nothing else."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_grid import require_beats, require_shift, require_tempo
from kinescore.errors import RequestError, require_within
from kinescore.motion.keypoints import MAX_SECONDS, Keypoints
from kinescore.motion.mover import Mover, require_together
from kinescore.sound.audio import Audio
from kinescore.sound.resampling import resampled

MAX_PROMPT_CHARACTERS = 1000
MAX_SEED = 2**31 - 1
LOUDNESS_RANGE_LUFS = (-36.0, -6.0)
MAX_CUTS = 1000
MAX_OTHERS = 15
MAX_EXAMPLE_SECONDS = 30.0
EXAMPLE_RATES = (8_000, 48_000)


@dataclass(frozen=True)
class SoundtrackRequest:
    """One take of music for one movement.

    keypoints: the movement; time zero of the music is its frame 0.
    prompt: free words ("joyful house with piano"). genre: a genre by name or AIST++ code; empty lets the prompt, then
    the movement decide. seconds: length of the music; None means exactly as long as the movement.
    seed: same request, seed, engine and version give the same audio. engine: "groovebox", "musicgen", ...
    tempo_bpm: None finds the tempo in the movement. music_beats: the beats of music that is known, seconds from frame
    0, instead of the movement's; a tempo beside them is refused. beat_shift_seconds: all beats come later by this.
    loudness_lufs: integrated loudness of the result (BS.1770).
    stems: also return the stems that sum to the mix. example: music whose genre is to be taken, by engines that listen:
    mono, at most MAX_EXAMPLE_SECONDS, at a rate within EXAMPLE_RATES; `example_of` makes one of any music.
    cuts: times in seconds, increasing, at which the picture cuts to another shot, for the music to mark; at most
    MAX_CUTS.
    others: who moves beside it, at most MAX_OTHERS, each with a weight beside that of `keypoints`, which is 1. name: of
    whoever moves as `keypoints` say, to tell them from the others.

    Raises RequestError naming the field, what came and what is accepted.
    """

    keypoints: Keypoints
    prompt: str = ""
    genre: str = ""
    seconds: float | None = None
    seed: int = 0
    engine: str = "groovebox"
    tempo_bpm: float | None = None
    music_beats: tuple[float, ...] = ()
    beat_shift_seconds: float = 0.0
    loudness_lufs: float = -14.0
    stems: bool = False
    example: Audio | None = None
    cuts: tuple[float, ...] = ()
    name: str = ""
    others: tuple[Mover, ...] = ()

    def __post_init__(self) -> None:
        self._settle_numbers()
        if len(self.prompt) > MAX_PROMPT_CHARACTERS:
            raise RequestError(
                f"The prompt has {len(self.prompt)} characters; at most {MAX_PROMPT_CHARACTERS} are accepted."
            )
        if not 0 <= self.seed <= MAX_SEED:
            raise RequestError(f"The seed is {self.seed}; it must be a whole number from 0 to {MAX_SEED}.")
        require_within("length", self.seconds, 0.5, MAX_SECONDS, "s")
        require_tempo(self.tempo_bpm)
        require_beats(self.music_beats, self.tempo_bpm)
        require_shift(self.beat_shift_seconds)
        require_within("loudness", self.loudness_lufs, *LOUDNESS_RANGE_LUFS, "LUFS")
        if self.example is not None:
            _require_example(self.example)
        if len(self.others) > MAX_OTHERS:
            raise RequestError(f"{len(self.others) + 1} movements are too many; at most {MAX_OTHERS + 1} are followed.")
        require_together((Mover(self.keypoints, name=self.name), *self.others))
        if len(self.cuts) > MAX_CUTS or not all(
            0 <= before < after <= MAX_SECONDS for before, after in pairwise((*self.cuts, MAX_SECONDS))
        ):
            raise RequestError(
                f"The cuts are not at most {MAX_CUTS} times from 0 to {MAX_SECONDS:.0f} s, each after the one before."
            )

    def _settle_numbers(self) -> None:
        """Make 120, 120.0 and numpy's 120 the same request, with the same bytes and the same digest."""
        object.__setattr__(self, "seed", operator.index(self.seed))
        object.__setattr__(self, "loudness_lufs", float(self.loudness_lufs))
        object.__setattr__(self, "cuts", tuple(round(float(cut), 4) for cut in self.cuts))
        object.__setattr__(self, "beat_shift_seconds", float(self.beat_shift_seconds))
        object.__setattr__(self, "music_beats", tuple(float(beat) for beat in self.music_beats))
        for name in ("seconds", "tempo_bpm"):
            value = getattr(self, name)
            object.__setattr__(self, name, None if value is None else float(value))

    @property
    def music_seconds(self) -> float:
        """Length of the music in seconds."""
        return self.keypoints.seconds if self.seconds is None else self.seconds


def example_of(music: Audio) -> Audio:
    """Return the middle of `music`, of any length, as an example: songs begin and end unlike themselves.

    Raises RequestError for music without samples or with some that are not finite numbers, DataError for a rate that
    no sound has.
    """
    count = round(MAX_EXAMPLE_SECONDS * music.rate)
    first = max(0, (music.samples.shape[1] - count) // 2)
    mono = music.samples[:, first : first + count].mean(axis=0)
    rate = min(max(music.rate, EXAMPLE_RATES[0]), EXAMPLE_RATES[1])
    _require_sound(mono)
    return Audio(resampled(mono, music.rate, rate).astype(np.float32)[None], rate)


def _require_example(example: Audio) -> None:
    low, high = EXAMPLE_RATES
    if not low <= example.rate <= high:
        raise RequestError(f"The example has a rate of {example.rate} Hz; it must lie between {low} and {high} Hz.")
    if example.samples.ndim != 2 or len(example.samples) != 1 or example.samples.dtype != np.float32:
        raise RequestError("The example is not one channel of float32 samples.", "Make it with example_of.")
    if example.seconds > MAX_EXAMPLE_SECONDS:
        raise RequestError(
            f"The example lasts {example.seconds:.1f} s; at most {MAX_EXAMPLE_SECONDS:g} s are accepted."
        )
    _require_sound(example.samples)


def _require_sound(samples: NDArray[np.float32]) -> None:
    if samples.size == 0 or not np.isfinite(samples).all():
        raise RequestError("The example has no samples, or some that are not finite numbers.")
