"""Music from a model is locked to the beats of a movement, drawn once more where that fails, and told of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("python_stretch")

from kinescore.cli.main import main
from kinescore.engines.composer import analysis_of, compose, compose_all, engines_with
from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.rolls import drawn_seed, played_seconds, rolled
from kinescore.errors import RequestError
from kinescore.motion.readers import read_motion_file
from kinescore.request import MAX_SEED, SoundtrackRequest
from kinescore.sound.audio import Audio
from tests.beat_lock.made_music import stand_in
from tests.cli.bouncers import write_bouncer
from tests.engines.tiny_models import save_model
from tests.wire.motions import wandering


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("rolls")
    save_model(place / "model")
    write_bouncer(place / "dance.npz", 112, seconds=8.0)
    write_bouncer(place / "short.npz", 112, seconds=2.0)
    return place


@pytest.fixture(scope="module")
def asked(folder: Path) -> SoundtrackRequest:
    return SoundtrackRequest(read_motion_file(folder / "dance.npz"), engine="musicgen", genre="house", seed=4)


def test_what_does_not_fit_is_rolled_once_more_beside_nothing_else(asked: SoundtrackRequest) -> None:
    """Real music: the first roll of the second piece ends early, all others are 6 % too slow."""
    analysis = analysis_of(asked)
    seconds = played_seconds(asked, analysis)
    assert seconds > 1.1 * asked.music_seconds
    good, _ = stand_in(asked, analysis, 0.94, 0.2, seconds)
    early = Audio(good.part(0, 5 * good.rate), good.rate)
    drawn: list[list[tuple[int, int]]] = []

    def play(pieces: Sequence[tuple[int, int]]) -> list[Audio]:
        drawn.append(list(pieces))
        return [early if (place, len(drawn)) == (1, 1) else good for place, _ in pieces]

    first, second = rolled([(asked, analysis), (replace(asked, seed=9), analysis)], play)
    assert drawn == [[(0, 4), (1, 9)], [(1, drawn_seed(replace(asked, seed=9), 1))]]
    assert (first.number, second.number) == (0, 1)
    assert first.locked.audio.samples.tobytes() == second.locked.audio.samples.tobytes()
    [heard] = first.notes(asked)
    assert heard.startswith("Beats heard on the movement's grid: 0.9") or "grid: 1.00" in heard
    assert "before the beat lock" in heard
    assert "roll 2" in second.notes(asked)[1]


def test_with_the_lock_off_nothing_is_moved_or_rolled_and_the_beat_is_measured_all_the_same(
    asked: SoundtrackRequest,
) -> None:
    analysis = analysis_of(asked)
    off = replace(asked, beat_lock=False)
    assert played_seconds(off, analysis) == asked.music_seconds
    good, _ = stand_in(asked, analysis, 0.94, 0.2, 8.0)
    [roll] = rolled([(off, analysis)], lambda pieces: [good])
    assert np.array_equal(roll.locked.audio.samples, good.samples)
    assert "the beat lock is off" in roll.notes(off)[0]


def test_seeds_of_rolls_and_variations_are_their_own() -> None:
    request = SoundtrackRequest(wandering(frames=30), seed=MAX_SEED)
    seeds = [drawn_seed(replace(request, variation=variation), roll) for variation in (0, 1) for roll in (0, 1)]
    assert len(set(seeds)) == 4
    assert all(0 <= seed <= MAX_SEED for seed in seeds)


def test_a_models_take_is_exact_says_what_was_heard_and_is_what_it_is_alone(
    folder: Path, asked: SoundtrackRequest
) -> None:
    engines = engines_with([ModelChoice("musicgen", str(folder / "model"), device="cpu")])
    short = replace(asked, keypoints=read_motion_file(folder / "short.npz"))
    one, other = compose_all([short, replace(short, seed=5)], engines=engines)
    assert one.audio.samples.shape == (2, 2 * 44_100)
    assert {"beats_on_grid", "beats_on_grid_before", "beats_on_grid_chance"} <= set(one.scores)
    assert any(note.startswith("Beats heard on the movement's grid: ") for note in one.notes)
    assert not any("not measured" in note for note in one.notes)
    alone = compose(replace(short, seed=5), engines=engines)
    assert alone.audio.samples.tobytes() == other.audio.samples.tobytes()
    assert alone.scores == other.scores


def test_a_guide_reaches_the_model_and_is_told(folder: Path, asked: SoundtrackRequest) -> None:
    engines = engines_with([ModelChoice("musicgen", str(folder / "model"), device="cpu")])
    short = replace(asked, keypoints=read_motion_file(folder / "short.npz"), beat_lock=False)
    free, guided, again = (compose(replace(short, guide=share), engines=engines) for share in (0.0, 0.25, 0.25))
    assert guided.audio.samples.shape == free.audio.samples.shape
    assert guided.audio.samples.tobytes() != free.audio.samples.tobytes()
    assert guided.audio.samples.tobytes() == again.audio.samples.tobytes()
    assert guided.provenance["guide"] == 0.25
    assert "The built-in engine's music guides MusicGen: 25% of it is kept." in guided.notes
    with pytest.raises(RequestError, match="guide is 2"):
        replace(short, guide=2.0)


def test_the_command_line_shows_it(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    asked = ["generate", str(folder / "short.npz"), "--engine", "musicgen", "-o", str(tmp_path / "take.wav")]
    played_by = ["--model", str(folder / "model"), "--device", "cpu"]
    assert main([*asked, *played_by, "--no-beat-lock"]) == 0
    printed = capsys.readouterr().err
    assert "beats on grid " in printed
    assert "the beat lock is off" in printed
