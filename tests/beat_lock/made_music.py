"""Music whose beats are known: of the built-in engine, at another tempo than a movement's, from any moment on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.analysis import DanceAnalysis
from kinescore.engines.composer import compose
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio


def stand_in(
    request: SoundtrackRequest, analysis: DanceAnalysis, ratio: float, skipped: float, seconds: float
) -> tuple[Audio, NDArray[np.float64]]:
    """Return `seconds` of music at `ratio` times the movement's tempo, from `skipped` s on, and its beats [N] s."""
    tempo = analysis.grid.tempo_bpm * ratio
    take = compose(replace(request, engine="groovebox", tempo_bpm=tempo, seconds=seconds + skipped + 1.0))
    first = round(skipped * take.audio.rate)
    part = take.audio.part(first, first + round(seconds * take.audio.rate))
    return Audio(np.ascontiguousarray(part), take.audio.rate), take.beats - skipped
