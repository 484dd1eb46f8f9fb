"""Which style a movement asks for when nobody names one."""

from __future__ import annotations

import numpy as np

from kinescore.dance.analysis import DanceAnalysis

_CALM, _LIVELY = 0.35, 0.6

_BY_TEMPO: tuple[tuple[float, tuple[str, str, str]], ...] = (
    (76.0, ("ambient", "orchestral", "cinematic")),
    (92.0, ("lo-fi", "middle hip-hop", "hip-hop")),
    (108.0, ("street jazz", "middle hip-hop", "funk")),
    (118.0, ("pop", "funk", "break")),
    (134.0, ("house", "house", "techno")),
    (158.0, ("jazz", "rock", "techno")),
    (float("inf"), ("jazz", "latin", "drum and bass")),
)
"""Below this tempo (BPM): the style for calm, moderate and lively movement."""


def choose_style(analysis: DanceAnalysis) -> tuple[str, str]:
    """Return a style's name and the reason as a sentence.

    A movement that keeps no time (`DanceAnalysis.keeps_time`) gets ambient music when it is calm (mean energy below
    0.35) and cinematic otherwise; one that does gets what its tempo and its mean energy (calm, moderate, from 0.6 on
    lively) point to.
    """
    energy = float(np.mean(analysis.energy)) if len(analysis.energy) else 0.0
    tempo = analysis.grid.tempo_bpm
    if not analysis.keeps_time:
        name = "ambient" if energy < _CALM else "cinematic"
        return name, f"No style was named; the movement has no clear pulse (energy {energy:.2f}), so this is {name}."
    column = 0 if energy < _CALM else 1 if energy < _LIVELY else 2
    name = next(names for limit, names in _BY_TEMPO if tempo < limit)[column]
    return name, f"No style was named; the movement's tempo {tempo:.1f} BPM and energy {energy:.2f} suggest {name}."
