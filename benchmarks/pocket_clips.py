"""What benchmarks of Pocket on real dances share: clips of dancers left out, words for them, and music to the words.

Dances are AIST++'s, of ../shared/data: those read from stick drawings are learnt from, the nine others are tested, and
no dancer is on both sides. Beats found by `analyse` may be tuned on those nine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from benchmarks.dances import DATA, Dance, cut, dancer_of_name, genre_of_name, load_dances
from benchmarks.pocket_encoders import Lessons
from kinescore.backbones.base import Piece, Window
from kinescore.backbones.musicgen.sampling import MusicgenSampling
from kinescore.backbones.pocket.backbone import Pocket, load_pocket
from kinescore.dance.analysis import analyse
from kinescore.dance.beat_grid import even_beats
from kinescore.dance.rhythm import Rhythm
from kinescore.data.score_pieces import PieceFacts
from kinescore.encoders.config import EncoderConfig, RhythmMode
from kinescore.encoders.encoders import Encoders, genre_one_hot, rhythm_for
from kinescore.groovebox.codes.decode import score_of
from kinescore.groovebox.codes.encode import LEVELS, STYLE_NAMES
from kinescore.groovebox.codes.layout import Codebook, Codes
from kinescore.groovebox.render import render
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.pretrained.weights import DIGEST_CHARACTERS, weights_digest
from kinescore.progress import silent
from kinescore.pseudo_words.marks import TRAINING_PROMPT
from kinescore.pseudo_words.splice import PseudoWords
from kinescore.sound.audio import Audio

FOLDER = Path("build/pocket")
TOGETHER = 16
WHOSE = ("own", "same tempo", "another")
WINDOW_SECONDS = 5.12


@dataclass(frozen=True)
class Clip:
    """A stretch of a dance, with the music's beats inside. start_seconds: in `whole`. code: of the genre, such as KR.
    others: places of the clips whose movement is heard in its place, as WHOSE names them."""

    dance: Dance
    whole: Dance
    start_seconds: float
    code: str
    others: tuple[int, int, int]

    def rhythm(self, config: EncoderConfig) -> Rhythm:
        """Return what encoders read of its movement; found once, however many read it."""
        key = (config.rhythm_mode, config.fps)
        if key not in self._rhythms:
            self._rhythms[key] = rhythm_for(self.dance.keypoints, config)
        return self._rhythms[key]

    @cached_property
    def _rhythms(self) -> dict[tuple[RhythmMode, float], Rhythm]:
        return {}

    @cached_property
    def found_beats(self) -> NDArray[np.float64]:
        """[N] s, as `analyse` finds them in this stretch alone."""
        return analyse(self.dance.keypoints).grid.beats


def opened(model: str, folder: Path) -> tuple[Pocket, Path]:
    """Return the Pocket at `model`, and the folder in `folder` of what belongs to its very weights, which is made."""
    pocket = load_pocket(ModelSource(model), Runtime("cpu"))
    own = folder / weights_digest(pocket.model)[:DIGEST_CHARACTERS]
    own.mkdir(parents=True, exist_ok=True)
    return pocket, own


def left_out(seconds: float, updates: int) -> tuple[list[Clip], Lessons]:
    """Return the clips of `seconds` of the dances left out, and what encoders may learn from, with that many updates
    of cross-entropy. Ends the program where the dances are not there."""
    dances = tested()
    dancers = {dancer_of_name(dance.name) for dance in dances}
    others = [dance for dance in load_dances(DATA / "aist_sticks") if dancer_of_name(dance.name) not in dancers]
    if not dances or len(others) < 3:
        raise SystemExit(f"The dances are not in {DATA}.")
    return clips_of(dances, seconds), Lessons(others[2:], others[:2], updates)


def tested() -> list[Dance]:
    """Return the dances that nothing is learnt from."""
    return [dance for name in ("aist", "aist_more") for dance in load_dances(DATA / name)]


def clips_of(dances: Sequence[Dance], seconds: float) -> list[Clip]:
    """Return the stretches of `seconds` in the dances, half of it apart; the same every time."""
    rng = np.random.default_rng(5)
    pieces = [
        (cut(dance, start, min(seconds, dance.keypoints.seconds - start)), dance, float(start))
        for dance in dances
        for start in np.arange(0.0, dance.keypoints.seconds - seconds + 0.1, seconds / 2)
    ]
    clips = []
    for place, (piece, whole, start) in enumerate(pieces):
        same = [i for i, (each, *_) in enumerate(pieces) if each.tempo_bpm == piece.tempo_bpm and i != place] or [place]
        other = [i for i, (each, *_) in enumerate(pieces) if each.tempo_bpm != piece.tempo_bpm] or [place]
        places = (place, int(rng.choice(same)), int(rng.choice(other)))
        clips.append(Clip(piece, whole, start, genre_of_name(piece.name), places))
    return clips


def some_of(clips: Sequence[Clip], count: int) -> list[Clip]:
    """Return `count` clips, evenly from all."""
    return [clips[i] for i in np.linspace(0, len(clips) - 1, min(count, len(clips))).astype(int)]


def windows(pocket: Pocket, seconds: float) -> tuple[Window, ...]:
    """Return the windows that a piece is made in; each has words of its own."""
    return pocket.windows(seconds, pocket.default_sampling)


@torch.no_grad()
def written(pocket: Pocket, encoders: Encoders, clip: Clip, seconds: float, code: str | None = None) -> PseudoWords:
    """Return the words of all windows that encoders write. code: of the genre; None is the clip's own."""
    rhythm = clip.rhythm(encoders.config)
    genre = genre_one_hot(encoders.config, code or clip.code)
    words = [
        encoders.words_for(rhythm, genre, window.start_seconds, WINDOW_SECONDS) for window in windows(pocket, seconds)
    ]
    return PseudoWords(torch.cat([each.rhythm for each in words]), torch.cat([each.genre for each in words]))


def own_words(pocket: Pocket, beats: np.ndarray, seconds: float) -> PseudoWords:
    """Return the model's own rhythm words for beats; none for the genre."""
    rhythm: Tensor = torch.cat([pocket.clock_word(window, beats) for window in windows(pocket, seconds)])
    return PseudoWords(rhythm, rhythm[:, :0])


@torch.no_grad()
def piece(pocket: Pocket, words: PseudoWords | None, seed: int, seconds: float, text: str = "") -> Piece:
    """Return a piece to be made. text: with the marks that the words stand for; left out, the training prompt."""
    count = len(windows(pocket, seconds))
    if words is None:
        return Piece(pocket.embed([pocket.tokenizer.encode(text or "a music", 0, 0)] * count), seconds, seed)
    text = text or (TRAINING_PROMPT if words.genre.shape[1] else TRAINING_PROMPT.replace("@ ", ""))
    tokens = [pocket.tokenizer.encode(text, words.rhythm.shape[1], words.genre.shape[1])] * count
    return Piece(pocket.embed(tokens, words), seconds, seed)


def clocked_piece(pocket: Pocket, facts: PieceFacts, text: str, seed: int, seconds: float) -> Piece:
    """Return a piece to be made on the clock of `facts`. text: with the mark of the rhythm."""
    beats = even_beats(facts.first_beat_seconds, facts.tempo_bpm, seconds + 10.0)
    return piece(pocket, own_words(pocket, beats, seconds), seed, seconds, text)


def codes_of(pocket: Pocket, pieces: Sequence[Piece], guidance: float | None = None) -> list[Codes]:
    """Return the codes of each piece. guidance: None is the model's own."""
    sampling: MusicgenSampling = pocket.default_sampling
    if guidance is not None:
        sampling = replace(sampling, guidance=guidance)
    made = [pocket.codes(pieces[start : start + TOGETHER], sampling) for start in range(0, len(pieces), TOGETHER)]
    return [codes.numpy().astype(np.int16) for some in made for codes in some]


def sound_of(codes: Codes, clip: Clip, seconds: float) -> Audio:
    """Return codes as the built-in engine's band plays them."""
    score = score_of(codes, seconds, clip.dance.beats, clip.dance.tempo_bpm, 1)
    return render(score, -14.0, 1, silent, with_stems=False)[0]


def style_named(codes: Codes) -> str:
    """Return the style that most frames of the codes name."""
    named = int(np.bincount(np.maximum(codes[Codebook.SCENE] - 1, 0) // LEVELS).argmax())
    return STYLE_NAMES[min(named, len(STYLE_NAMES) - 1)]
