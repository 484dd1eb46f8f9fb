"""What Pocket is told of a prompt: words that it knows, the beat that it is to feel, and what it has no words for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.beat_grid import BeatGrid
from kinescore.engines.learned import Read
from kinescore.form.foley_words import foley_in
from kinescore.groovebox.arranger.arrange import choose_feel, choose_harmony
from kinescore.groovebox.engine import settle_style, settle_tempo
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.prompt.words.instruments import FAMILIES
from kinescore.groovebox.styles import STYLES
from kinescore.pseudo_words.marks import GENRE_MARK
from kinescore.request import SoundtrackRequest

KNOWN_BPM = (60.0, 190.0)
"""The tempi that Pocket and its encoders are taught."""
_FEELS = {1.0: "as the beat", 2.0: "half time", 0.5: "double time"}
"""By grid beats per beat of the rhythm's word."""


def read_prompt(request: SoundtrackRequest, analysis: DanceAnalysis, seed: int, has_genre_word: bool) -> Read:
    """Read as the built-in engine does; rhythm words are for the movement's beats, or every second, or twice as many.

    seed: of the key. has_genre_word: encoders say the genre, no word does.

    Raises RequestError for a genre that is not known.
    """
    intent = parse_prompt(foley_in(request.prompt, ())[1])
    style, style_notes = settle_style(request.genre, intent, analysis)
    intent, tempo_notes = settle_tempo(intent, analysis.grid.tempo_bpm)
    key, _ = choose_harmony(STYLES[style], intent, np.random.default_rng(seed))
    spoken = ["a", intent.mood.name if intent.mood else "", GENRE_MARK if has_genre_word else style, "music"]
    asides = [f"in {key.name}", "no drums" if "drums" in intent.unwanted else ""]
    text = ", ".join(filter(None, [" ".join(filter(None, spoken)), *asides]))
    feel, feel_notes = _feel(style, intent, analysis.grid)
    grid = analysis.grid if feel == 1.0 else _felt(analysis.grid, feel)
    untold = ", ".join(_untold(intent, style))
    untold_notes = [f"Pocket cannot be told of what else the prompt asks for: {untold}."] if untold else []
    notes = (*intent.notes, *style_notes, *tempo_notes, *feel_notes, *_range_notes(grid), *untold_notes)
    return Read(text, grid, notes)


def _feel(style: str, intent: PromptIntent, grid: BeatGrid) -> tuple[float, list[str]]:
    """Beats of the movement per beat of the rhythm's word. Pocket plays a tempo in the feel that the built-in engine
    has at it: for another feel it is told half or double the tempo, where that is felt so."""
    wanted, tempo = STYLES[style], grid.tempo_bpm
    feel = intent.feel or choose_feel(wanted, tempo, intent.pace)
    possible = [each for each in _FEELS if _is_known(tempo / each) and len(grid.beats) >= 2 * max(each, 1.0)]
    fitting = [each for each in possible if each * choose_feel(wanted, tempo / each) == feel]
    told = next(iter(fitting or possible), 1.0)
    notes = []
    if asked := _FEELS[intent.feel] if intent.feel else f"'{intent.pace.value}'" if intent.pace else "":
        notes.append(_answer(asked, f"{style} at {tempo:.0f} BPM", feel, told, has_it=bool(fitting)))
    if told != 1.0:
        why = "" if asked and fitting else f", since it knows {KNOWN_BPM[0]:g} to {KNOWN_BPM[1]:g}"
        beats = "every second beat" if told > 1.0 else "twice the beats"
        notes.append(f"Pocket is told {beats} of the movement, {tempo / told:.1f} BPM{why}.")
    return told, notes


def _answer(asked: str, music: str, feel: float, told: float, *, has_it: bool) -> str:
    if not has_it:
        return f"Pocket was not taught {music} for {asked}: it plays it in the feel that it has."
    if feel == told == 1.0:
        return f"For {asked}, {music} stays in the movement's own beat."
    return f"For {asked}, {music} is played in {_FEELS[feel]}."


def _is_known(tempo_bpm: float) -> bool:
    return KNOWN_BPM[0] <= tempo_bpm <= KNOWN_BPM[1]


def _felt(grid: BeatGrid, feel: float) -> BeatGrid:
    """Every second beat, the first "one" among them, or the beats and what lies half way between."""
    if feel > 1.0:
        first = int(grid.downbeats[0]) % 2 if len(grid.downbeats) else 0
        beats = grid.beats[first::2]
    else:
        places = np.arange(len(grid.beats))
        beats = np.interp(np.arange(0.0, len(grid.beats) - 0.75, 0.5), places, grid.beats)
    return replace(grid, beats=beats, tempo_bpm=grid.tempo_bpm / feel).in_metre(grid.metre)


def _range_notes(grid: BeatGrid) -> list[str]:
    """Where the tempo slides, a part of the piece may be beyond what is known though the most of it is not."""
    beyond = [bpm for bpm in grid.tempo_range_bpm if not _is_known(bpm)]
    if not beyond:
        return []
    low, high = KNOWN_BPM
    return [f"Pocket's beat goes to {beyond[0]:.0f} BPM; it knows {low:g} to {high:g}, and keeps no other surely."]


def _untold(intent: PromptIntent, style: str) -> Iterator[str]:
    """What the built-in engine would follow and Pocket has no words for."""
    members = {each for key in intent.unwanted for each in FAMILIES.get(key, ()) if each != key}
    yield from (_named(key) for key in intent.wanted if key != style)  # a piano piece has its piano
    yield from (f"no {_named(key)}" for key in intent.unwanted if key != "drums" and key not in members)
    yield from (f"{_named(key)} {'louder' if decibels > 0 else 'softer'}" for key, decibels in intent.balance)
    yield from (f"{_named(key)} from the {place.value} on" for key, place in intent.late)
    if intent.players:
        yield f"{intent.players} players"
    if intent.level_shift:
        yield "fuller" if intent.level_shift > 0 else "sparser"
    if intent.room:
        yield f"{intent.room} room"
    if intent.shape:
        yield f"form: {intent.shape.value}"
    if intent.metre and intent.metre != STYLES[style].usual_metre:
        yield intent.metre.value


def _named(key: str) -> str:
    return key.replace("_", " ")
