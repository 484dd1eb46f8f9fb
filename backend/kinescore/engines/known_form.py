"""Tempo, metre and key of each window of a piece, from the movement's beats and the words of the prompt."""

from __future__ import annotations

import numpy as np

from kinescore.backbones.base import Window
from kinescore.backbones.music_form import MusicForm
from kinescore.dance.beat_grid import BeatGrid
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.theory.pitch import SHARP_NAMES


def form_of(window: Window, grid: BeatGrid, prompt: str, guided: bool = False) -> MusicForm:
    """Return what is known of the music in `window`: the tempo and the metre that most of it has."""
    end = window.start_seconds + window.seconds
    inside = (grid.beats >= window.start_seconds) & (grid.beats < end)
    between = np.diff(grid.beats[inside][1:-1])
    tempo = 60.0 / float(np.median(between)) if len(between) else grid.tempo_bpm
    bars = np.flatnonzero(inside[grid.downbeats])
    metres = [grid.metre_of(int(bar)) for bar in bars] or [grid.metre]
    metre = max(dict.fromkeys(metres), key=metres.count)
    return MusicForm(round(tempo), metre.numerator, _key_in(prompt), window.seconds, guided)


def _key_in(prompt: str) -> str:
    """The key that the prompt names, in any language that it is read in; "" where it leaves that open."""
    intent = parse_prompt(prompt)
    if intent.tonic is None:
        return ""
    return f"{SHARP_NAMES[intent.tonic]} {'minor' if intent.is_minor else 'major'}"
