"""Music from a model on the movement's beats: each piece is locked to them, and rolled again where it cannot be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kinescore.beat_lock.lock import Locked, locked_to, measured_unlocked, seconds_to_play
from kinescore.dance.analysis import DanceAnalysis
from kinescore.engines.model_form import seam_seconds
from kinescore.request import MAX_SEED, SoundtrackRequest
from kinescore.sound.audio import Audio

MOST_ROLLS = 2
_BETWEEN_VARIATIONS, _BETWEEN_ROLLS = 1_000_003, 700_000_001


@dataclass(frozen=True)
class Roll:
    """One drawing of a piece. locked: the sound, and what was measured of it. number: from 0 on."""

    locked: Locked
    number: int

    def notes(self, request: SoundtrackRequest) -> list[str]:
        """Return sentences on what was measured and done, for the user."""
        found = self.locked
        share, before, chance = (f"{figure:.2f}" for figure in (found.share, found.before, found.chance))
        if not request.beat_lock:
            told = [f"Beats heard on the movement's grid: {share}, {chance} by chance; the beat lock is off."]
        elif found.time_map is not None:
            told = [f"Beats heard on the movement's grid: {share}, before the beat lock {before}, {chance} by chance."]
        elif found.fits:
            told = [
                f"Beats heard on the movement's grid: {share}, {chance} by chance: "
                "the music was in time as it was played, and the beat lock left it so."
            ]
        else:
            told = [
                f"Beats heard on the movement's grid: {share}, {chance} by chance: "
                "the beat lock found no tempo within 10 % of the movement's."
            ]
        if self.number:
            told.append(f"This is roll {self.number + 1} of the seed: those before kept another beat, or ended early.")
        if found.missing_seconds:
            told.append(f"The music ends {found.missing_seconds:.2f} s before the last frame: no more was played.")
        return told


def drawn_seed(request: SoundtrackRequest, roll: int = 0) -> int:
    """Return the seed that a model draws from: another one for each variation, and for each roll of it."""
    return (request.seed + _BETWEEN_VARIATIONS * request.variation + _BETWEEN_ROLLS * roll) % (MAX_SEED + 1)


def played_seconds(request: SoundtrackRequest, analysis: DanceAnalysis) -> float:
    """Return how much music a model has to play for `request`."""
    seconds = request.music_seconds + seam_seconds(request)
    return seconds_to_play(analysis, seconds) if request.beat_lock else seconds


def rolled(
    asked: Sequence[tuple[SoundtrackRequest, DanceAnalysis]],
    play: Callable[[Sequence[tuple[int, int]]], Sequence[Audio]],
) -> list[Roll]:
    """Return one piece for each of `asked`, rolled up to MOST_ROLLS times until it fits; the best where none does.

    play: makes pieces side by side, each given as its place in `asked` and the seed that it is drawn from.
    """
    best: dict[int, Roll] = {}
    open_places = list(range(len(asked)))
    for number in range(MOST_ROLLS):
        played = play([(place, drawn_seed(asked[place][0], number)) for place in open_places])
        for place, audio in zip(open_places, played, strict=True):
            roll = Roll(_locked(audio, *asked[place]), number)
            best[place] = max(best.get(place, roll), roll, key=lambda each: (each.locked.fits, each.locked.share))
        open_places = [place for place in open_places if asked[place][0].beat_lock and not best[place].locked.fits]
        if not open_places:
            break
    return [best[place] for place in range(len(asked))]


def _locked(audio: Audio, request: SoundtrackRequest, analysis: DanceAnalysis) -> Locked:
    seconds = request.music_seconds + seam_seconds(request)
    return (locked_to if request.beat_lock else measured_unlocked)(audio, analysis, seconds)
