"""As short as half a second, every style has something to say: at once, on the hits, with an ending."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kinescore.dance.hit_points import HitKind, HitPoint
from kinescore.engines.composer import compose
from kinescore.groovebox.arranger.arrange import arrange
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.styles import STYLES
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import SAMPLE_RATE
from tests.groovebox.made_cycles import walk_cycle
from tests.groovebox.made_dances import made_dance


@pytest.mark.parametrize("seconds", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("genre", STYLES)
def test_short_music_is_heard_at_once_on_the_hits_and_to_the_end(genre: str, seconds: float) -> None:
    take = compose(SoundtrackRequest(walk_cycle(round(24 * seconds)), genre=genre, seed=1))
    samples = take.audio.samples
    assert samples.shape == (2, round(seconds * SAMPLE_RATE))
    assert 20 * np.log10(np.sqrt(np.mean(samples**2))) > -24
    loud = np.flatnonzero(np.abs(samples).max(axis=0) > 0.01) / SAMPLE_RATE
    first_beat = min(float(take.beats[0]), take.hits[0].time_s if take.hits else seconds)
    assert loud[0] <= first_beat + 0.06
    assert seconds - loud[-1] < 0.25
    assert samples[:, -1].tolist() == [0.0, 0.0]
    assert take.hits
    assert take.scores["hit_coverage"] == 1.0


@pytest.mark.parametrize(
    ("seconds", "hits"),
    [
        (1.0, ((0.117, 0.79), (0.454, 0.42), (0.825, 0.8))),
        (0.792, ((0.117, 0.78), (0.617, 0.78))),
        (0.5, ((0.116, 0.79), (0.42, 0.81))),
        (0.333, ((0.117, 0.79),)),
    ],
)
@pytest.mark.parametrize("genre", ["house", "orchestral", "jazz", "comedy"])
def test_the_last_pose_of_a_short_shot_takes_the_chord_and_all_before_are_marked(
    genre: str, seconds: float, hits: tuple[tuple[float, float], ...]
) -> None:
    """As dancers and balls have them in 8 to 24 frames; on the first one the piece would be over with it."""
    found = tuple(HitPoint(time, weight, HitKind.STOP) for time, weight in hits)
    dance = replace(made_dance(seconds=seconds, tempo_bpm=100.0, first_beat_s=0.1), hits=found, fps=24.0)
    piece = arrange(dance, seconds, STYLES[genre], PromptIntent(), 1)
    assert abs(piece.plan.final_seconds - hits[-1][0]) < 0.016
    assert len(piece.accents) == len(hits)
