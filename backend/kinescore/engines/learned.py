"""A text-to-music model that follows the movement: encoders write the pseudo-words, a backbone plays the prompt.

Method: Li et al., SIGGRAPH Asia 2024.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch

from kinescore import __version__
from kinescore.backbones.audio_format import matched
from kinescore.backbones.base import Backbone, Piece, Sampling, Window
from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.beat_grid import BeatGrid
from kinescore.dance.found_rhythm import gone_on, pulses
from kinescore.dance.rhythm import Rhythm
from kinescore.encoders.blending import words_between
from kinescore.encoders.checkpoint import load_encoders
from kinescore.encoders.config import EncoderConfig, RhythmMode
from kinescore.encoders.encoders import Encoders, rhythm_for
from kinescore.engines.genre_input import Rows, genre_input_for
from kinescore.engines.known_form import form_of
from kinescore.engines.model_choice import ModelChoice, load_backbone, runtime_of
from kinescore.engines.model_form import form_notes, in_form
from kinescore.engines.rolls import Roll, drawn_seed, played_seconds, rolled
from kinescore.engines.sketch import guide_for
from kinescore.engines.table import ENGINES, EngineTable, model_engine
from kinescore.errors import PromptError, RequestError
from kinescore.form.foley_words import foley_in
from kinescore.genres import find_aist_genre, genres_in
from kinescore.motion.repair import repaired
from kinescore.pretrained.weights import DIGEST_CHARACTERS, weights_digest
from kinescore.progress import Report, silent
from kinescore.pseudo_words.marks import in_words, with_marks
from kinescore.pseudo_words.splice import PseudoWords
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import SAMPLE_RATE, Audio
from kinescore.take import Section, Take


@dataclass(frozen=True)
class Part:
    """A request as the model plays it. text: the prompt as read. notes: for the user."""

    request: SoundtrackRequest
    analysis: DanceAnalysis
    piece: Piece
    text: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Read:
    """text: a prompt without its marks as the model is to read it. grid: the beats that rhythm words are for. notes:
    for the user."""

    text: str
    grid: BeatGrid
    notes: tuple[str, ...] = ()


class LearnedEngine:
    """One loaded model with its encoders; call it as every engine is called."""

    def __init__(self, choice: ModelChoice, table: EngineTable = ENGINES) -> None:
        """Load. Raises KinescoreError for files that are missing, damaged or do not belong together."""
        self._choice = choice
        self._entry = model_engine(choice.engine, table)
        self._backbone: Backbone = load_backbone(choice, table)
        self._sampling = _changed(self._backbone.default_sampling, choice.sampling)
        self._encoders: Encoders | None = None
        if choice.encoders is not None:
            self._encoders = load_encoders(choice.encoders, self._backbone.text_space)
            self._genre = genre_input_for(self._encoders.config, choice)

    def __call__(self, request: SoundtrackRequest, analysis: DanceAnalysis, report: Report) -> Take:
        """Play. Raises PromptError, RequestError or BackboneError, and whatever `report` raises to stop the work."""
        return self.together([(request, analysis)], report)[0]

    def together(self, asked: Sequence[tuple[SoundtrackRequest, DanceAnalysis]], report: Report) -> list[Take]:
        """Play several requests side by side, each to the byte as alone. Raises as `__call__` does for any of them."""
        parts = [self._part(request, analysis, report) for request, analysis in asked]

        def play(drawn: Sequence[tuple[int, int]]) -> list[Audio]:
            pieces = [replace(parts[place].piece, seed=seed) for place, seed in drawn]
            played = self._backbone.generate(pieces, self._sampling, report)
            return [Audio(matched(audio, SAMPLE_RATE, 2), SAMPLE_RATE) for audio in played]

        return [self._take(part, roll) for part, roll in zip(parts, rolled(asked, play), strict=True)]

    def alike(self, asked: Sequence[tuple[SoundtrackRequest, DanceAnalysis]]) -> list[list[int]]:
        """Return the places of those that the model plays in the same steps. Raises as `__call__` for any of them."""
        return self._backbone.alike([self._part(*each, silent).piece for each in asked], self._sampling)

    def _part(self, request: SoundtrackRequest, analysis: DanceAnalysis, report: Report) -> Part:
        backbone = self._backbone
        seconds = self._seconds(request, analysis)
        guide = guide_for(request, analysis, seconds, report)
        lead = 0.0 if guide is None else backbone.lead_seconds(guide.share, self._sampling)
        windows = [
            Window(max(0.0, window.start_seconds - lead), window.seconds)
            for window in backbone.windows(seconds + lead, self._sampling)
        ]
        texts, words, notes = self._prompts(request, analysis, windows)
        counts = (0, 0) if words is None else (words.rhythm.shape[1], words.genre.shape[1])
        forms = [form_of(window, analysis.grid, request.prompt, guide is not None) for window in windows]
        tokens = [backbone.tokenizer_for(form).encode(text, *counts) for text, form in zip(texts, forms, strict=True)]
        with torch.no_grad():
            prompts = backbone.embed(tokens, words)
        if guide is not None:
            notes.append(f"The built-in engine's music guides {self._entry.title}: {guide.share:.0%} of it is kept.")
        return Part(request, analysis, Piece(prompts, seconds, drawn_seed(request), guide), texts[0], tuple(notes))

    def _seconds(self, request: SoundtrackRequest, analysis: DanceAnalysis) -> float:
        """How much music is to be played."""
        return played_seconds(request, analysis)

    def _read(self, request: SoundtrackRequest, analysis: DanceAnalysis) -> Read:
        return Read(foley_in(request.prompt, ())[1], analysis.grid)

    def _take(self, part: Part, roll: Roll) -> Take:
        request, grid = part.request, part.analysis.grid
        audio = Audio(in_form(roll.locked.audio.samples, request), SAMPLE_RATE)
        inside = grid.beats < request.music_seconds
        notes = list(part.notes)
        if request.stems:
            notes.append(f"{self._entry.title} makes one mix; there are no stems.")
        notes += form_notes(request, self._entry.title)
        notes += roll.notes(request)
        return Take(
            audio=audio,
            beats=grid.beats[inside],
            downbeats=grid.downbeats[grid.downbeats < inside.sum()],
            tempo_bpm=grid.tempo_bpm,
            sections=(Section(self._choice.engine, 0.0, audio.seconds),),
            scores=roll.locked.scores,
            provenance={**self._provenance(request, part.text), **({"roll": roll.number} if roll.number else {})},
            notes=tuple(notes),
        )

    def _prompts(
        self, request: SoundtrackRequest, analysis: DanceAnalysis, windows: Sequence[Window]
    ) -> tuple[list[str], PseudoWords | None, list[str]]:
        """One text and one row of pseudo-words for each window, and notes for the user."""
        if self._encoders is None:
            return self._prompts_without_encoders(request, analysis, windows)
        genres, notes = self._genre_rows(request)
        if not genres and "@" in request.prompt:
            listens = self._encoders.config.clap is not None
            wanted = "an example of the music, which is where these encoders hear genre" if listens else "a genre"
            raise RequestError(
                "The prompt has a genre mark '@', but there is no genre word to put there.",
                f"Give {wanted}; or remove '@'.",
            )
        encoders, read = self._encoders, self._read(request, analysis)
        rhythms = _rhythms(request, read.grid, encoders.config)
        if len(rhythms) > 1:
            notes.append(f"The rhythm word lies between those of {len(rhythms)} movements, by their weights.")
        rows = [words_between(encoders, rhythms, genres, each.start_seconds, each.seconds) for each in windows]
        return [with_marks(read.text, bool(genres))] * len(windows), joined(rows), [*notes, *read.notes]

    def _genre_rows(self, request: SoundtrackRequest) -> tuple[Rows, list[str]]:
        """What the genre encoder reads of a request, nothing where there is to be no genre word; and notes."""
        return self._genre.rows(request)

    def _prompts_without_encoders(
        self, request: SoundtrackRequest, analysis: DanceAnalysis, windows: Sequence[Window]
    ) -> tuple[list[str], PseudoWords | None, list[str]]:
        note = "No encoders were given: tempo, genre and mood reach the model as words only"
        note += "." if request.example is None else ", and the example was not listened to."
        text = in_words(foley_in(request.prompt, ())[1], _music_words(request.genre), analysis.grid.tempo_bpm)
        return [text] * len(windows), None, [note]

    def _provenance(self, request: SoundtrackRequest, text: str) -> dict[str, str | int | float]:
        encoders = "none" if self._encoders is None else weights_digest(self._encoders)[:DIGEST_CHARACTERS]
        return {
            "engine": self._choice.engine,
            "version": __version__,
            "model": str(self._backbone.text_space),
            "encoders": encoders,
            "prompt": request.prompt,
            "prompt_read": text,
            "genre": request.genre,
            "example": _digest(request.example),
            "style": request.genre or "as prompted",
            "seed": request.seed,
            **({"guide": request.guide} if request.guide else {}),
            **({"variation": request.variation} if request.variation else {}),
            "sampling": ", ".join(f"{name} {value}" for name, value in vars(self._sampling).items()),
            "precision": runtime_of(self._choice).precision.value,
            "licence": self._entry.licence,
        }


def _rhythms(request: SoundtrackRequest, grid: BeatGrid, config: EncoderConfig) -> list[tuple[Rhythm, float]]:
    """The rhythm of each movement with its weight. Where encoders read the beats that were found, it is one for all:
    those of `grid`, which the artist may have fixed, going on at their tempo to the end of the music."""
    if config.rhythm_mode is RhythmMode.FOUND:
        beats = gone_on(grid.beats, request.music_seconds)
        return [(pulses(beats, round(request.music_seconds * config.fps), config.fps), 1.0)]
    return [(rhythm_for(repaired(mover.keypoints).keypoints, config), mover.weight) for mover in request.movers]


def _changed(sampling: Sampling, changes: Sequence[tuple[str, str]]) -> Sampling:
    """Return `sampling` with other numbers. Raises RequestError for what it has not, or for what is no number."""
    numbers = {name: value for name, value in vars(sampling).items() if type(value) in (int, float)}
    chosen = {}
    for name, text in changes:
        if name not in numbers:
            raise RequestError(f"This model has no setting '{name}'; it has {', '.join(numbers)}.")
        try:
            chosen[name] = type(numbers[name])(text)
        except ValueError:
            raise RequestError(f"The setting '{name}' is '{text}'; it must be a number like {numbers[name]}.") from None
    return replace(sampling, **chosen)


def _music_words(genre: str) -> str:
    """Dance genres in words for music; any other genre is such words already."""
    return " and ".join(_words_of_one(name) for name, _ in genres_in(genre)) or "dance"


def _words_of_one(name: str) -> str:
    try:
        return find_aist_genre(name).music
    except PromptError:
        return name


def _digest(example: Audio | None) -> str:
    return "none" if example is None else hashlib.sha256(example.samples.tobytes()).hexdigest()[:DIGEST_CHARACTERS]


def joined(rows: Sequence[PseudoWords]) -> PseudoWords:
    """One batch of the words of several windows. The last window may be shorter and have fewer words: it is padded
    with its own last word, because every prompt of a batch has the same slots."""
    longest = max(row.rhythm.shape[1] for row in rows)
    rhythm = [
        torch.cat([row.rhythm, row.rhythm[:, -1:].expand(-1, longest - row.rhythm.shape[1], -1)], dim=1) for row in rows
    ]
    return PseudoWords(torch.cat(rhythm), torch.cat([row.genre for row in rows]))
