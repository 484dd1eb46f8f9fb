"""Pocket as an engine: its model writes a score to the movement, which the built-in engine's band plays.

Its own encoders write the rhythm's word and, for the genres that they know, the genre's. Without encoders the beats
that were found in the movement fill the rhythm's place in the prompt, by the model's own word for tempo and phase.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kinescore.backbones.base import Window
from kinescore.backbones.musicgen.sampling import MusicgenSampling
from kinescore.backbones.pocket.backbone import Pocket
from kinescore.beat_lock.lock import BEFORE, CLEAR_SHARE, Locked, measured_unlocked
from kinescore.dance.analysis import DanceAnalysis
from kinescore.engines.genre_input import Rows
from kinescore.engines.learned import LearnedEngine, Part, Read, joined
from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.pocket_prompt import read_prompt
from kinescore.engines.rolls import MOST_ROLLS, drawn_seed
from kinescore.engines.table import ENGINES, EngineTable
from kinescore.errors import EngineError, PromptError, RequestError
from kinescore.form.form import Ending, Start, fade_in_seconds, fade_out_seconds
from kinescore.genres import find_aist_genre, find_genre, genres_in
from kinescore.groovebox.codes.decode import score_of
from kinescore.groovebox.midi import midi_bytes
from kinescore.groovebox.render import render
from kinescore.groovebox.score import Score
from kinescore.progress import Report
from kinescore.pseudo_words.marks import with_marks
from kinescore.pseudo_words.splice import PseudoWords
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio
from kinescore.take import Section, Take


@dataclass(frozen=True)
class _Played:
    """A score, its sound, and how its beats were heard. number: of the roll."""

    score: Score
    mix: Audio
    stems: dict[str, Audio]
    heard: Locked
    number: int


class PocketEngine(LearnedEngine):
    """One loaded Pocket with its encoders, or with the clock's word."""

    def __init__(self, choice: ModelChoice, table: EngineTable = ENGINES) -> None:
        """Load. Raises as LearnedEngine."""
        super().__init__(choice, table)
        if not (isinstance(self._backbone, Pocket) and isinstance(self._sampling, MusicgenSampling)):
            raise EngineError(f"{self._entry.title} plays with a Pocket, not with {self._backbone.text_space}.")
        self._pocket, self._drawing = self._backbone, self._sampling

    def together(self, asked: Sequence[tuple[SoundtrackRequest, DanceAnalysis]], report: Report) -> list[Take]:
        """Play several requests side by side, each to the byte as alone. Raises as `LearnedEngine`."""
        parts = [self._part(request, analysis, report) for request, analysis in asked]
        best: dict[int, _Played] = {}
        places = list(range(len(parts)))
        for number in range(MOST_ROLLS):
            for place, played in zip(places, self._rolled([parts[i] for i in places], number, report), strict=True):
                best[place] = max(best.get(place, played), played, key=lambda each: each.heard.share)
            places = [i for i in places if asked[i][0].beat_lock and best[i].heard.share < CLEAR_SHARE]
            if not places:
                break
        return [self._written(part, best[place]) for place, part in enumerate(parts)]

    def _seconds(self, request: SoundtrackRequest, analysis: DanceAnalysis) -> float:
        """Notes need no stretching."""
        if request.guide:
            raise RequestError(
                f"{self._entry.title} writes notes; it cannot be guided by sound.", "Leave the guide out."
            )
        return request.music_seconds

    def _read(self, request: SoundtrackRequest, analysis: DanceAnalysis) -> Read:
        return read_prompt(request, analysis, drawn_seed(request), self._has_genre_word(request))

    def _has_genre_word(self, request: SoundtrackRequest) -> bool:
        """Whether the encoders write a word for the genre; any other style is a word of Pocket's own."""
        if self._encoders is None:
            return False
        if self._encoders.config.clap is not None:
            return request.example is not None
        parts = genres_in(request.genre)
        return bool(parts) and ("@" in request.prompt or all(_is_label(name) for name, _ in parts))

    def _genre_rows(self, request: SoundtrackRequest) -> tuple[Rows, list[str]]:
        by_name = self._encoders is not None and self._encoders.config.clap is None
        return ((), []) if by_name and not self._has_genre_word(request) else super()._genre_rows(request)

    def _prompts_without_encoders(
        self, request: SoundtrackRequest, analysis: DanceAnalysis, windows: Sequence[Window]
    ) -> tuple[list[str], PseudoWords | None, list[str]]:
        read = self._read(request, analysis)
        rhythms = [self._pocket.clock_word(window, read.grid.beats) for window in windows]
        words = joined([PseudoWords(rhythm, rhythm[:, :0]) for rhythm in rhythms])
        note = "The beats found in the movement are Pocket's rhythm word; no encoders were given."
        return [with_marks(read.text, genre=False)] * len(windows), words, [*read.notes, note]

    def _rolled(self, parts: Sequence[Part], number: int, report: Report) -> list[_Played]:
        seeds = [drawn_seed(part.request, number) for part in parts]
        pieces = [replace(part.piece, seed=seed) for part, seed in zip(parts, seeds, strict=True)]
        codes = self._pocket.codes(pieces, self._drawing, report)
        played = []
        for part, seed, made in zip(parts, seeds, codes, strict=True):
            request, grid = part.request, part.analysis.grid
            seconds = request.music_seconds
            score = score_of(
                made.cpu().numpy().astype(np.int16), seconds, grid.beats[grid.beats < seconds], grid.tempo_bpm, seed
            )
            score = _in_form(score, request)
            mix, stems = render(score, request.loudness_lufs, request.seed, report, request.stems)
            heard = measured_unlocked(mix, part.analysis, seconds)
            played.append(_Played(score, mix, stems, heard, number))
        return played

    def _written(self, part: Part, played: _Played) -> Take:
        request, grid = part.request, part.analysis.grid
        share, chance = played.heard.share, played.heard.chance
        notes = [*part.notes, *_form_notes(request)]
        notes.append(f"Beats heard on the movement's grid: {share:.2f}, {chance:.2f} by chance.")
        if played.number:
            notes.append(f"This is roll {played.number + 1} of the seed: those before kept another beat.")
        inside = grid.beats < request.music_seconds
        return Take(
            audio=played.mix,
            beats=grid.beats[inside],
            downbeats=grid.downbeats[grid.downbeats < inside.sum()],
            tempo_bpm=grid.tempo_bpm,
            sections=(Section(self._choice.engine, 0.0, played.mix.seconds),),
            stems=played.stems,
            midi=midi_bytes(played.score),
            scores={name: score for name, score in played.heard.scores.items() if name != BEFORE},
            provenance={**self._provenance(request, part.text), **({"roll": played.number} if played.number else {})},
            notes=tuple(notes),
        )


def _is_label(name: str) -> bool:
    """Whether one of the genre encoder's labels means just the style that the built-in engine plays for `name`."""
    try:
        return find_aist_genre(name) == find_genre(name)
    except PromptError:
        return False


def _in_form(score: Score, request: SoundtrackRequest) -> Score:
    """The score with the fades that are asked for, or going on at its beginning."""
    seconds = request.music_seconds
    return replace(
        score,
        fade_in_seconds=fade_in_seconds(seconds) if request.start is Start.FADE else 0.0,
        fade_out_seconds=fade_out_seconds(seconds) if request.ending is Ending.FADE else 0.0,
        loops=request.ending is Ending.LOOP,
    )


def _form_notes(request: SoundtrackRequest) -> list[str]:
    notes = []
    if request.ending is Ending.LOOP:
        notes.append("What still sounds at the end is heard at the beginning; Pocket writes no loops itself.")
    if request.ending in (Ending.RESOLVE, Ending.STAB):
        notes.append(f"Pocket cannot be told how to end: there is no {request.ending.value}, the music is cut.")
    if request.start not in (None, Start.FADE, Start.COLD) and request.start is not None:
        notes.append(f"Pocket cannot be told how to begin: there is no {request.start.value}.")
    if request.sections:
        notes.append("Pocket cannot be told of sections: those that were set are not followed.")
    return notes
