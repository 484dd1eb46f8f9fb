"""Does Pocket obey the words of a prompt, and still beside pseudo-words?

    python -m benchmarks.pocket_words MODEL [-o FOLDER] [--pieces 35] [--seconds 10.24]

Prompts ask for a style, "no drums", a key, a mood, a tempo or half time. Alone: words and nothing else. Beside
pseudo-words: `*` and `@` that encoders (ours, mlp) write for a movement of a dancer left out; `*` alone beside the
name of a style, which says what `@` would. Moods, a tempo and half time are there asked for as `kinescore generate
--engine pocket` asks: a mood with a key that suits it, a tempo and half time with the model's own word for the beats of
a made movement: its tempo is to stay, half time to be played in it.
The built-in engine's music in codes, asked for the same, shows what each measure can tell:

- style: the one that the codes name. Chance: the one that another piece was asked for.
- no drums: no kick, snare, tom or crash in the codes. Chance: the same prompts without these words.
- key, mode: Krumhansl's key of the notes in the codes: MIREX's score (1 for the key, .5 a fifth away, .3 its relative,
  .2 its parallel), and whether it is major or minor as was asked. Chance: as for style.
- notes of it: the share of the notes that are in the scale of the key that was asked for. Chance: as for style.
- movement's tempo: librosa's within 4 % of it, or of its half or double, where the prompt says another ("at 97 bpm").
  Chance: that of another piece.
- half time: fewer frames have events than in the piece of the same movement, seed and style that is not asked for it.
  Of styles that are taught both ways. Chance: either order.
- calm < energetic: more frames of the energetic piece have events; sad < joyful: its notes lean more to major. Of the
  two pieces of a movement, seed and genre. Chance: either order.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import librosa
import numpy as np
import torch
from mir_eval.key import weighted_score
from numpy.typing import NDArray

from benchmarks.figures import by_chance, figure, keep, pair_figure, print_figures, share_named
from benchmarks.pocket_clips import (
    FOLDER,
    Clip,
    codes_of,
    left_out,
    opened,
    own_words,
    piece,
    some_of,
    sound_of,
    style_named,
    written,
)
from benchmarks.pocket_clock import STEADY
from benchmarks.pocket_encoders import fitted
from kinescore.backbones.pocket.backbone import Pocket
from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.beat_grid import BeatGrid, even_beats
from kinescore.encoders.config import Projector
from kinescore.encoders.encoders import Encoders
from kinescore.engines.pocket_prompt import read_prompt
from kinescore.evaluation.results.evaluation import MetricResult
from kinescore.genres import find_genre
from kinescore.groovebox.arranger.arrange import arrange
from kinescore.groovebox.codes.chord_codes import chord_of
from kinescore.groovebox.codes.encode import arrangement_codes
from kinescore.groovebox.codes.layout import RELEASE, Codebook, Codes
from kinescore.groovebox.codes.line_codes import LINES, is_begun
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.styles import STYLES
from kinescore.groovebox.theory.pitch import NOTE_NAMES, Key
from kinescore.pseudo_words.marks import with_marks
from kinescore.pseudo_words.splice import PseudoWords
from kinescore.request import SoundtrackRequest

GROUP = "Words obeyed"
NEAR_TEMPO = 0.04
SLOWEST_BPM, FASTEST_BPM = 80.0, 160.0
FELT_BOTH_WAYS = ("asian", "bossa nova", "cinematic", "epic", "middle eastern", "orchestral", "suspense")
FELT_BPM = (124.0, 140.0)
"""Pocket was taught these styles at these tempi, and at half of them, in the feel of the beat."""
HAS_NO_BEAT = "Pocket, words alone"
MAJOR = (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88)
MINOR = (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17)
"""How well each semitone above the tonic fits a key (Krumhansl & Kessler 1982)."""
KEYS = tuple(Key(tonic, scale) for scale in ("major", "minor") for tonic in range(12))


@dataclass(frozen=True)
class Wish:
    """What one prompt asks for; "" asks for nothing. style: instead of the genre of the clip's dance. beat_bpm: of a
    movement that is made, instead of the clip's; 0 is the clip's."""

    clip: Clip
    seed: int
    style: str = ""
    mood: str = ""
    aside: str = ""
    beat_bpm: float = 0.0

    @property
    def asides(self) -> str:
        """What follows the first words of the prompt."""
        return f", {self.aside}" if self.aside else ""

    def dance(self, seconds: float) -> DanceAnalysis:
        """Return a movement on a steady beat, that of the clip's music or at `beat_bpm`."""
        tempo = self.beat_bpm or self.clip.dance.tempo_bpm
        beats = even_beats(self.clip.dance.beat_seconds, tempo, seconds)
        grid = BeatGrid(beats, np.arange(0, len(beats), 4), tempo, (), 1.0, 1.0)
        return DanceAnalysis(seconds, 30.0, np.full(round(seconds * 30.0), 0.6, np.float32), grid, ())


Player = Callable[[Sequence[Wish]], list[Codes]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, and keep its figures for the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER)
    parser.add_argument("--pieces", type=int, default=35, help="how many clips; there are 35")
    parser.add_argument("--seconds", type=float, default=10.24)
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    pocket, folder = opened(options.model, options.output)
    clips, lessons = left_out(options.seconds, 0)
    encoders = fitted("ours", Projector.MLP, pocket, lessons, folder)
    figures = words_obeyed(players(pocket, encoders, options.seconds), some_of(clips, options.pieces), options.seconds)
    print_figures(figures)
    keep(figures, folder, "words")


def players(pocket: Pocket, encoders: Encoders, seconds: float) -> Mapping[str, Player]:
    """Return who is asked."""
    return {
        "the built-in engine, in codes": lambda wishes: [_built_in(wish, seconds) for wish in wishes],
        HAS_NO_BEAT: lambda wishes: codes_of(
            pocket, [piece(pocket, None, wish.seed, seconds, _alone(wish)) for wish in wishes]
        ),
        "Pocket, beside pseudo-words": lambda wishes: codes_of(
            pocket, [piece(pocket, *_beside(pocket, encoders, wish, seconds)) for wish in wishes]
        ),
    }


def _alone(wish: Wish) -> str:
    return f"a {wish.mood} {wish.style or find_genre(wish.clip.code).name} music{wish.asides}"


def _beside(pocket: Pocket, encoders: Encoders, wish: Wish, seconds: float) -> tuple[PseudoWords, int, float, str]:
    if wish.beat_bpm:
        request = SoundtrackRequest(wish.clip.dance.keypoints, prompt=f"{wish.style}{wish.asides}")
        read = read_prompt(request, wish.dance(seconds), wish.seed, has_genre_word=False)
        return own_words(pocket, read.grid.beats, seconds), wish.seed, seconds, with_marks(read.text, genre=False)
    words = written(pocket, encoders, wish.clip, seconds)
    if wish.mood:
        request = SoundtrackRequest(wish.clip.dance.keypoints, prompt=wish.mood, genre=find_genre(wish.clip.code).name)
        read = read_prompt(request, wish.dance(seconds), wish.seed, has_genre_word=True)
        return words, wish.seed, seconds, with_marks(read.text, genre=True)
    if wish.style:
        words = PseudoWords(words.rhythm, words.genre[:, :0])
    return words, wish.seed, seconds, f"a {wish.style or '@'} music with * as the rhythm{wish.asides}"


def _built_in(wish: Wish, seconds: float) -> Codes:
    style, intent = STYLES[wish.style or find_genre(wish.clip.code).name], parse_prompt(f"{wish.mood} {wish.aside}")
    return arrangement_codes(arrange(wish.dance(seconds), seconds, style, intent, wish.seed))


def words_obeyed(of_players: Mapping[str, Player], clips: Sequence[Clip], seconds: float) -> list[MetricResult]:
    """Return the figures of every player, word by word."""
    rng = np.random.default_rng(31)
    styles = [str(name) for name in rng.choice(STEADY, len(clips))]
    keys = [Key(int(rng.integers(12)), str(rng.choice(["major", "minor"]))) for _ in clips]
    tempi, others = (rng.uniform(SLOWEST_BPM, FASTEST_BPM, len(clips)) for _ in range(2))
    felt = [str(name) for name in rng.choice(FELT_BOTH_WAYS, len(clips))]
    felt_bpm = rng.uniform(*FELT_BPM, len(clips))
    songs, numbers = [clip.dance.name for clip in clips], range(len(clips))
    either, figures = by_chance("either order", [0.5]), []
    for name, play in of_players.items():
        by_style = play([Wish(clips[i], i, style=styles[i]) for i in numbers])
        named = [style_named(codes) for codes in by_style]
        figures.append(share_named((GROUP, "style", name), named, styles, songs))

        plain, without = (play([Wish(clips[i], i, aside=aside) for i in numbers]) for aside in ("", "no drums"))
        quiet, usual = ([not codes[Codebook.DRUMS].any() for codes in some] for some in (without, plain))
        figures.append(figure((GROUP, "no drums", name), quiet, songs, by_chance("not asked for", [np.mean(usual)])))

        in_keys = play([Wish(clips[i], i, aside=f"in {keys[i].name}") for i in numbers])
        found = [KEYS[int(_fits(codes).argmax())] for codes in in_keys]
        right = np.array([[weighted_score(_spoken(key), _spoken(each)) for key in keys] for each in found])
        figures.append(pair_figure((GROUP, "key", name), right, songs))
        modes = [[key.is_minor for key in some] for some in (found, keys)]
        figures.append(share_named((GROUP, "mode", name), *modes, songs))
        within = np.array([[_share_in(codes, key) for key in keys] for codes in in_keys])
        figures.append(pair_figure((GROUP, "notes of it", name), within, songs))

        if name != HAS_NO_BEAT:
            said = play([Wish(clips[i], i, styles[i], "", f"at {others[i]:.0f} bpm", tempi[i]) for i in numbers])
            heard = [_tempo(codes, clip, seconds) for codes, clip in zip(said, clips, strict=True)]
            near = _is_near(np.array(heard)[:, None], tempi[None])
            figures.append(pair_figure((GROUP, "movement's tempo", name), near, songs))

            asked = (
                [Wish(clips[i], i, felt[i], "", aside, felt_bpm[i]) for i in numbers] for aside in ("half time", "")
            )
            half, whole = (np.array([_fullness(codes) for codes in play(wishes)]) for wishes in asked)
            figures.append(figure((GROUP, "half time", name), list(half < whole), songs, either))

        for low, high, measure in (("calm", "energetic", _fullness), ("sad", "joyful", _brightness)):
            few, many = (
                np.array([measure(codes) for codes in play([Wish(clips[i], i, mood=mood) for i in numbers])])
                for mood in (low, high)
            )
            wins = list((many > few) + 0.5 * (many == few))
            figures.append(figure((GROUP, f"{low} < {high}", name), wins, songs, either))
    return figures


def _counts(codes: Codes) -> NDArray[np.float64]:
    """[12]: how often each class of pitch begins."""
    counts = np.zeros(12)
    for book, line in LINES.items():
        for code in codes[book][is_begun(codes[book])]:
            counts[line.note(int(code))[0] % 12] += 1
    for code in codes[Codebook.CHORD][codes[Codebook.CHORD] > RELEASE]:
        chord = chord_of(int(code))[0]
        counts[[(chord.root + step) % 12 for step in chord.intervals]] += 1
    return counts


def _share_in(codes: Codes, key: Key) -> float:
    counts = _counts(codes)
    return float(counts[list(key.pitch_classes)].sum() / max(1.0, counts.sum()))


def _fits(codes: Codes) -> NDArray[np.float64]:
    """[24]: how well the notes fit each of KEYS: correlation with Krumhansl's profiles."""
    counts = _counts(codes)
    if counts.std() == 0.0:
        return np.zeros(24)
    return np.array([np.corrcoef(np.roll(profile, t), counts)[0, 1] for profile in (MAJOR, MINOR) for t in range(12)])


def _brightness(codes: Codes) -> float:
    fits = _fits(codes)
    return float(fits[:12].max() - fits[12:].max())


def _spoken(key: Key) -> str:
    return f"{NOTE_NAMES[key.tonic]} {key.scale}"


def _fullness(codes: Codes) -> float:
    return float((codes[Codebook.MOMENT] > 0).mean())


def _tempo(codes: Codes, clip: Clip, seconds: float) -> float:
    mix = sound_of(codes, clip, seconds)
    return float(np.ravel(librosa.beat.beat_track(y=mix.samples.mean(axis=0), sr=mix.rate)[0])[0])


def _is_near(heard: NDArray[np.float64], asked: NDArray[np.float64]) -> NDArray[np.bool_]:
    off = [np.abs(heard / (asked * factor) - 1.0) for factor in (0.5, 1.0, 2.0)]
    return np.min(off, axis=0) <= NEAR_TEMPO


if __name__ == "__main__":
    main()
