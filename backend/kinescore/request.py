"""What a user asks for: everything that affects the sound, and nothing else."""

from __future__ import annotations

import operator
from dataclasses import dataclass, fields
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.foley_events import FoleyKind
from kinescore.dance.hit_points import HitPoint
from kinescore.dance.metre import Metre
from kinescore.dance.tempo_map import TempoChange
from kinescore.dance.timing import Timing
from kinescore.errors import RequestError, require_within
from kinescore.form.form import Ending, Form, SectionStart, Start
from kinescore.motion.keypoints import MAX_SECONDS, Keypoints
from kinescore.motion.mover import Mover, require_together
from kinescore.sound.audio import Audio
from kinescore.sound.resampling import resampled
from kinescore.sound.soundfont_choice import MAX_CHOICES, SoundFontChoice

MAX_PROMPT_CHARACTERS = 1000
MAX_SEED = 2**31 - 1
MAX_VARIATION = 999_999
LOUDNESS_RANGE_LUFS = (-36.0, -6.0)
MAX_CUTS = 1000
MAX_OTHERS = 15
MAX_EXAMPLE_SECONDS = 30.0
EXAMPLE_RATES = (8_000, 48_000)
TIMING = tuple(field.name for field in fields(Timing))
FORM = tuple(field.name for field in fields(Form))


@dataclass(frozen=True)
class SoundtrackRequest:
    """One take of music for one movement.

    keypoints: the movement; time zero of the music is its frame 0.
    prompt: free words ("joyful house with piano"). genre: a genre by name or AIST++ code; empty lets the prompt, then
    the movement decide. seconds: length of the music; None means exactly as long as the movement, or as the longest
    where several move.
    seed: same request, seed, engine and version give the same audio. variation: another number, 0 to MAX_VARIATION,
    plays the same song otherwise: of the seed's draws key, chords and band stay, the notes differ.
    own_song: the movement has a say in the song as well: with one seed, another movement gets another key, other chords
    and another tune; as it is, the seed gives every movement the same song.
    engine: "groovebox", "musicgen", ...
    tempo_bpm, music_beats, beat_shift_seconds, metre, downbeats, tempo_map, hits, intensity: what the artist fixes of
    the timing, each as in `Timing`; left out, it is found in the movement.
    start, ending, sections: what the artist decides of the form, each as in `Form`; left out, prompt and engine decide.
    loudness_lufs: integrated loudness of the result (BS.1770).
    stems: also return the stems that sum to the mix. example: music whose genre is to be taken, by engines that listen:
    mono, at most MAX_EXAMPLE_SECONDS, at a rate within EXAMPLE_RATES; `example_of` makes one of any music.
    cuts: times in seconds, increasing, at which the picture cuts to another shot, for the music to mark; at most
    MAX_CUTS. Given hits stand in their place.
    others: who moves beside it, at most MAX_OTHERS, each with a weight beside that of `keypoints`, which is 1. All
    begin with their frame 0 and keep their own frame rate; who ends early holds the last pose. name: of whoever moves
    as `keypoints` say, to tell them from the others.
    soundfonts: sampled instruments that the built-in engine plays from files of this name, at most MAX_CHOICES; where
    two would play a part, the first does.
    beat_lock: music of an engine that plays from a model is stretched onto the movement's beats; others are on them.
    guide: 0 to 1, how much of the built-in engine's music for the movement a model that plays keeps to; 0 is none.
    foley: sounds of the movement itself to add beside the music, each kind on its own stem; empty lets the prompt ask.

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
    metre: Metre | None = None
    downbeats: tuple[float, ...] = ()
    tempo_map: tuple[TempoChange, ...] = ()
    hits: tuple[HitPoint, ...] | None = None
    intensity: tuple[float, ...] = ()
    start: Start | None = None
    ending: Ending | None = None
    sections: tuple[SectionStart, ...] = ()
    variation: int = 0
    own_song: bool = False
    soundfonts: tuple[SoundFontChoice, ...] = ()
    foley: tuple[FoleyKind, ...] = ()
    beat_lock: bool = True
    guide: float = 0.0

    def __post_init__(self) -> None:
        self._settle_numbers()
        if len(self.soundfonts) > MAX_CHOICES:
            raise RequestError(f"{len(self.soundfonts)} SoundFonts are too many; at most {MAX_CHOICES} play.")
        if len(self.prompt) > MAX_PROMPT_CHARACTERS:
            raise RequestError(
                f"The prompt has {len(self.prompt)} characters; at most {MAX_PROMPT_CHARACTERS} are accepted."
            )
        if not 0 <= self.seed <= MAX_SEED:
            raise RequestError(f"The seed is {self.seed}; it must be a whole number from 0 to {MAX_SEED}.")
        if not 0 <= self.variation <= MAX_VARIATION:
            raise RequestError(
                f"The variation is {self.variation}; it must be a whole number from 0 to {MAX_VARIATION}."
            )
        require_within("length", self.seconds, 0.5, MAX_SECONDS, "s")
        require_within("guide", self.guide, 0.0, 1.0, "of it")
        require_within("loudness", self.loudness_lufs, *LOUDNESS_RANGE_LUFS, "LUFS")
        if self.example is not None:
            _require_example(self.example)
        if len(self.others) > MAX_OTHERS:
            raise RequestError(f"{len(self.others) + 1} movements are too many; at most {MAX_OTHERS + 1} are followed.")
        require_together(self.movers)
        if len(self.cuts) > MAX_CUTS or not all(
            0 <= before < after <= MAX_SECONDS for before, after in pairwise((*self.cuts, MAX_SECONDS))
        ):
            raise RequestError(
                f"The cuts are not at most {MAX_CUTS} times from 0 to {MAX_SECONDS:.0f} s, each after the one before."
            )

    def _settle_numbers(self) -> None:
        """Make 120, 120.0 and numpy's 120 the same request, with the same bytes and the same digest."""
        object.__setattr__(self, "seed", operator.index(self.seed))
        object.__setattr__(self, "variation", operator.index(self.variation))
        object.__setattr__(self, "foley", tuple(kind for kind in FoleyKind if kind in self.foley))
        object.__setattr__(self, "loudness_lufs", float(self.loudness_lufs))
        object.__setattr__(self, "guide", float(self.guide))
        object.__setattr__(self, "cuts", tuple(round(float(cut), 4) for cut in self.cuts))
        if self.seconds is not None:
            object.__setattr__(self, "seconds", float(self.seconds))
        timing = self.timing
        for name in TIMING:
            object.__setattr__(self, name, getattr(timing, name))
        object.__setattr__(self, "sections", self.form.sections)

    @property
    def timing(self) -> Timing:
        """What is fixed of the timing, checked."""
        return Timing(**{name: getattr(self, name) for name in TIMING})

    @property
    def form(self) -> Form:
        """What is decided of the form, checked."""
        return Form(**{name: getattr(self, name) for name in FORM})

    @property
    def music_seconds(self) -> float:
        """Length of the music in seconds."""
        if self.seconds is not None:
            return self.seconds
        return max(mover.keypoints.seconds for mover in self.movers)

    @property
    def movers(self) -> tuple[Mover, ...]:
        """All who move, whoever moves as `keypoints` say first."""
        return (Mover(self.keypoints, name=self.name), *self.others)


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
