"""The built-in engine's music for a movement, in sync by construction, as a guide for a model."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kinescore.backbones.guide import LONGEST_LEAD_SECONDS, Guide
from kinescore.dance.analysis import DanceAnalysis
from kinescore.form.foley_words import foley_in
from kinescore.groovebox.engine import play
from kinescore.progress import Report
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio


def guide_for(request: SoundtrackRequest, analysis: DanceAnalysis, seconds: float, report: Report) -> Guide | None:
    """Return the guide for `seconds` of music, None where the request wants none. Raises as the built-in engine.

    Marks of pseudo-words are no words to it, and it plays no stems, no foley and no SoundFonts here.
    """
    if request.guide == 0.0:
        return None
    prompt = foley_in(request.prompt, ())[1].replace("*", " ").replace("@", " ")
    plain = replace(request, engine="groovebox", prompt=prompt, stems=False, foley=(), soundfonts=(), guide=0.0)
    sketch = play(plain, analysis, report).audio
    bar = analysis.grid.metre.beats * 60.0 / analysis.grid.tempo_bpm
    count = round((seconds + LONGEST_LEAD_SECONDS + bar) * sketch.rate)
    return Guide(
        Audio(_going_on(sketch.part(0, sketch.count), count, round(bar * sketch.rate)), sketch.rate), request.guide, bar
    )


def _going_on(samples: NDArray[np.float32], count: int, bar: int) -> NDArray[np.float32]:
    """samples [C, N], going on with their last whole bars, as [C, count]; silence where there is no bar."""
    places = np.arange(count)
    beyond = np.maximum(places - samples.shape[1] + 1, 0)
    places -= bar * -(-beyond // bar)
    return np.where(places >= 0, samples[:, np.maximum(places, 0)], np.float32(0.0))
