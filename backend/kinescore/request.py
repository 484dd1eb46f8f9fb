"""What a user asks for: everything that affects the sound, and nothing else."""

from __future__ import annotations

import math
import operator
from dataclasses import dataclass

from kinescore.dance.keypoints import MAX_SECONDS, Keypoints
from kinescore.errors import RequestError

MAX_PROMPT_CHARACTERS = 1000
MAX_SEED = 2**31 - 1
TEMPO_RANGE_BPM = (40.0, 240.0)
LOUDNESS_RANGE_LUFS = (-36.0, -6.0)


@dataclass(frozen=True)
class SoundtrackRequest:
    """One take of music for one movement.

    keypoints: the movement; time zero of the music is its frame 0.
    prompt: free words ("joyful house with piano"). genre: a genre by name or AIST++ code; empty lets the prompt, then
    the movement decide. seconds: length of the music; None means exactly as long as the movement.
    seed: same request, seed, engine and version give the same audio. engine: "groovebox", "musicgen", ...
    tempo_bpm: None finds the tempo in the movement. loudness_lufs: integrated loudness of the result (BS.1770).
    stems: also return the stems that sum to the mix.

    Raises RequestError naming the field, what came and what is accepted.
    """

    keypoints: Keypoints
    prompt: str = ""
    genre: str = ""
    seconds: float | None = None
    seed: int = 0
    engine: str = "groovebox"
    tempo_bpm: float | None = None
    loudness_lufs: float = -14.0
    stems: bool = False

    def __post_init__(self) -> None:
        self._settle_numbers()
        if len(self.prompt) > MAX_PROMPT_CHARACTERS:
            raise RequestError(
                f"The prompt has {len(self.prompt)} characters; at most {MAX_PROMPT_CHARACTERS} are accepted."
            )
        if not 0 <= self.seed <= MAX_SEED:
            raise RequestError(f"The seed is {self.seed}; it must be a whole number from 0 to {MAX_SEED}.")
        _require_within("length", self.seconds, 0.5, MAX_SECONDS, "s")
        require_tempo(self.tempo_bpm)
        _require_within("loudness", self.loudness_lufs, *LOUDNESS_RANGE_LUFS, "LUFS")

    def _settle_numbers(self) -> None:
        """Make 120, 120.0 and numpy's 120 the same request, with the same bytes and the same digest."""
        object.__setattr__(self, "seed", operator.index(self.seed))
        object.__setattr__(self, "loudness_lufs", float(self.loudness_lufs))
        for name in ("seconds", "tempo_bpm"):
            value = getattr(self, name)
            object.__setattr__(self, name, None if value is None else float(value))

    @property
    def music_seconds(self) -> float:
        """Length of the music in seconds."""
        return self.keypoints.seconds if self.seconds is None else self.seconds


def require_tempo(tempo_bpm: float | None) -> None:
    """Raise RequestError unless `tempo_bpm` is None (find it) or within TEMPO_RANGE_BPM."""
    _require_within("tempo", tempo_bpm, *TEMPO_RANGE_BPM, "BPM")


def _require_within(what: str, value: float | None, low: float, high: float, unit: str) -> None:
    if value is not None and not (math.isfinite(value) and low <= value <= high):
        raise RequestError(f"The {what} is {value} {unit}; it must lie between {low:g} and {high:g} {unit}.")
