"""Which style a movement and a prompt ask for when nobody names one."""

from __future__ import annotations

import numpy as np

from kinescore.dance.analysis import DanceAnalysis
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.styles import STYLES

_CALM, _LIVELY = 0.35, 0.6
_FAR_TEMPO = 0.8
"""Votes that a style loses per octave between the movement's tempo and its home."""
_MANNERS = ("calm", "moderate", "lively")

_BY_TEMPO: tuple[tuple[float, tuple[str, str, str]], ...] = (
    (76.0, ("ambient", "orchestral", "trap")),
    (92.0, ("lo-fi", "middle hip-hop", "hip-hop")),
    (108.0, ("street jazz", "middle hip-hop", "funk")),
    (118.0, ("pop", "funk", "break")),
    (134.0, ("house", "house", "techno")),
    (158.0, ("jazz", "rock", "techno")),
    (float("inf"), ("jazz", "latin", "drum and bass")),
)
"""Below this tempo (BPM): the style for calm, moderate and lively movement. None is cinematic: at slow tempi its beats
are not heard, and who keeps time is to hear them."""


def choose_style(analysis: DanceAnalysis, intent: PromptIntent) -> tuple[str, str]:
    """Return a style's name and the reason as a sentence: the prompt's words decide, else the movement.

    Of the styles that words suggest (`PromptIntent.votes`) the one with most votes is played; a tempo far from its home
    costs some. Without words a movement that keeps no time (`DanceAnalysis.keeps_time`) gets ambient music when it is
    calm (mean energy below 0.35) and cinematic otherwise; one that does gets what its tempo and its mean energy (calm,
    moderate, from 0.6 on lively) point to. Tempo and energy are the movement's own, whatever the artist fixed: another
    tempo keeps the style.
    """
    own = analysis.as_found or analysis
    name = _suggested(intent, own.grid.tempo_bpm)
    if name:
        return name, f"No style was named; {_words_for(intent)} of the prompt suggest {name}."
    return _by_movement(own, intent, keeps_time=analysis.keeps_time)


def _suggested(intent: PromptIntent, tempo_bpm: float) -> str | None:
    votes = {
        style: weight - _FAR_TEMPO * octaves_from_home(style, tempo_bpm)
        for style, weight in intent.votes
        if style not in intent.unwanted_styles
    }
    return max(votes, key=votes.__getitem__) if votes else None


def octaves_from_home(style: str, tempo_bpm: float) -> float:
    """How far a tempo lies outside the tempi that a style is at home in, as it is or felt at half or double time."""
    low, high = STYLES[style].tempo
    felt = [max(np.log2(low / bpm), np.log2(bpm / high), 0.0) for bpm in (tempo_bpm, tempo_bpm / 2, tempo_bpm * 2)]
    return float(min(felt))


def _words_for(intent: PromptIntent) -> str:
    said = [words for words, taken in intent.readings if taken and not words.startswith("not ")]
    return ", ".join(f"'{words}'" for words in dict.fromkeys(said)) or "words"


def _by_movement(own: DanceAnalysis, intent: PromptIntent, *, keeps_time: bool) -> tuple[str, str]:
    energy = float(np.mean(own.energy)) if len(own.energy) else 0.0
    tempo = own.grid.tempo_bpm
    column = 0 if energy < _CALM else 1 if energy < _LIVELY else 2
    if not keeps_time:
        manner = "calm" if energy < _CALM else "restless"
        wanted: tuple[str, ...] = ("ambient" if energy < _CALM else "cinematic", "cinematic", "ambient", "orchestral")
        reason = f"the movement is {manner} and has no clear pulse, so this is"
    else:
        first = next(names for limit, names in _BY_TEMPO if tempo < limit)
        wanted = (first[column], *first, "pop", "house", "ambient")
        reason = f"{_MANNERS[column]} movement at {tempo:.1f} BPM suggests"
    name = next((name for name in wanted if name not in intent.unwanted_styles), wanted[0])
    return name, f"No style was named; {reason} {name}."
