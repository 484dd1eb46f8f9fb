"""Movement to music through encoders and a real (tiny) MusicGen: in this process, from the shell, through a server."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")

from kinescore.cli.main import main
from kinescore.encoders.config import Projector
from kinescore.engines.composer import compose, engines_with
from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.table import ENGINES
from kinescore.errors import Cancelled, EngineError, KinescoreError
from kinescore.form.form import Ending, SectionStart, Start
from kinescore.motion.readers import read_motion_file
from kinescore.request import SoundtrackRequest
from tests.cli.bouncers import write_bouncer
from tests.engines.serving import serving
from tests.engines.tiny_models import save_encoders_for, save_model


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_model(tmp_path_factory.mktemp("musicgen") / "tiny")


@pytest.fixture(scope="module")
def encoders(model: Path) -> Path:
    return save_encoders_for(model, model.parent / "encoders.safetensors")


@pytest.fixture(scope="module")
def dance(model: Path) -> Path:
    return write_bouncer(model.parent / "dance.npz", 112, seconds=3.0)


@pytest.fixture(scope="module")
def request_for(dance: Path) -> SoundtrackRequest:
    return SoundtrackRequest(read_motion_file(dance), engine="musicgen", genre="house", seed=4, beat_lock=False)


def choice(model: Path, encoders: Path | None = None) -> ModelChoice:
    return ModelChoice("musicgen", str(model), encoders, device="cpu")


def test_the_take_is_exact_and_says_where_it_came_from(
    model: Path, encoders: Path, request_for: SoundtrackRequest
) -> None:
    take = compose(request_for, engines=engines_with([choice(model, encoders)]))
    assert take.audio.samples.shape == (2, 3 * 44100)
    assert np.isfinite(take.audio.samples).all()
    assert not take.audio.samples[:, -1].any()
    assert take.provenance["engine"] == "musicgen"
    assert take.provenance["prompt_read"] == "a @ music with * as the rhythm"
    assert len(str(take.provenance["encoders"])) == 16
    assert take.provenance["licence"] == ENGINES["musicgen"].licence


def test_same_request_same_bytes(model: Path, encoders: Path, request_for: SoundtrackRequest) -> None:
    first, second, other = (
        compose(replace(request_for, seed=seed), engines=engines_with([choice(model, encoders)])) for seed in (4, 4, 5)
    )
    assert first.audio.samples.tobytes() == second.audio.samples.tobytes()
    assert first.audio.samples.tobytes() != other.audio.samples.tobytes()


@pytest.mark.parametrize("projector", Projector)
def test_movement_reaches_the_music(
    projector: Projector, model: Path, tmp_path: Path, request_for: SoundtrackRequest
) -> None:
    encoders = save_encoders_for(model, tmp_path / "encoders.safetensors", projector)
    engines = engines_with([choice(model, encoders)])
    other_dance = read_motion_file(write_bouncer(tmp_path / "other.npz", 90, seconds=3.0))
    here, there = (
        compose(replace(request_for, keypoints=k), engines=engines) for k in (request_for.keypoints, other_dance)
    )
    assert not np.array_equal(here.audio.samples, there.audio.samples)


def test_sampling_settings_are_obeyed_recorded_and_refused(
    model: Path, encoders: Path, request_for: SoundtrackRequest
) -> None:
    plain = compose(request_for, engines=engines_with([choice(model, encoders)]))
    greedy = replace(choice(model, encoders), sampling=(("top_k", "1"),))
    take = compose(request_for, engines=engines_with([greedy]))
    assert "top_k 1," in str(take.provenance["sampling"])
    assert not np.array_equal(take.audio.samples, plain.audio.samples)
    for wrong, words in ((("warmth", "1"), "top_k"), (("top_k", "many"), "number"), (("guidance", "-1"), "guidance")):
        with pytest.raises(KinescoreError, match=words):
            compose(request_for, engines=engines_with([replace(greedy, sampling=(wrong,))]))


def test_without_encoders_words_carry_tempo_and_genre_and_the_user_is_told(
    model: Path, request_for: SoundtrackRequest
) -> None:
    take = compose(replace(request_for, prompt="joyful piano", stems=True), engines=engines_with([choice(model)]))
    assert take.provenance["prompt_read"] == "joyful piano, house music, 112 BPM beat"
    assert take.provenance["encoders"] == "none"
    assert any("No encoders" in note for note in take.notes)
    assert any("no stems" in note for note in take.notes)


def test_encoders_of_another_model_are_refused(encoders: Path, tmp_path: Path, request_for: SoundtrackRequest) -> None:
    from tests.backbones.tiny_musicgen import save_tiny_musicgen

    other = save_tiny_musicgen(tmp_path / "other", "stereo")
    with pytest.raises(KinescoreError, match="belong to"):
        compose(request_for, engines=engines_with([choice(other, encoders)]))


def test_cancel_stops_within_a_step(model: Path, encoders: Path, request_for: SoundtrackRequest) -> None:
    steps = 0

    def report(phase: str, fraction: float) -> None:
        nonlocal steps
        steps += 1
        if steps == 10:
            raise Cancelled

    with pytest.raises(Cancelled):
        compose(request_for, report, engines_with([choice(model, encoders)]))
    assert steps == 10


def test_an_engine_without_a_model_says_what_to_do(request_for: SoundtrackRequest) -> None:
    with pytest.raises(EngineError, match="--model"):
        compose(request_for)


def test_shell_and_server_make_the_same_music(model: Path, encoders: Path, dance: Path, tmp_path: Path) -> None:
    here, there = tmp_path / "here.wav", tmp_path / "there.wav"
    asked = ["generate", str(dance), "--engine", "musicgen", "--no-beat-lock", "--genre", "house", "--seed", "4"]
    played_by = ["--model", str(model), "--encoders", str(encoders), "--device", "cpu"]
    assert main([*asked, "-o", str(here), *played_by]) == 0
    options = ["--model", f"musicgen={model}", "--encoders", f"musicgen={encoders}", "--device", "cpu"]
    with serving(tmp_path / "jobs", *options) as address:
        assert main([*asked, "-o", str(there), "--server", address]) == 0
    assert here.read_bytes() == there.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["generate", "{dance}", "--engine", "musicgen"], "--model"),
        (["generate", "{dance}", "--engine", "musicgen", "--model", "no/such/folder/at/all"], "no/such/folder"),
        (["generate", "{dance}", "--server", "tcp://127.0.0.1:9", "--model", "x"], "server"),
        (["serve", "--model", "musicgen"], "musicgen="),
        (["serve", "--model", "jukebox=x"], "musicgen"),
        (["serve", "--encoders", "musicgen=x"], "--encoders is for musicgen, which has no model"),
        (["serve", "--sampling", "musicgen=top_k=1"], "--sampling is for musicgen, which has no model"),
        (["serve", "--model", "musicgen=x", "--sampling", "musicgen=top_k"], "'top_k' has no value"),
        (["serve", "--model", "musicgen=x", "--clap", "y"], "--clap listens for encoders"),
        (["generate", "{dance}", "--model", "x", "--clap", "y"], "--clap listens for encoders"),
        (["generate", "{dance}", "--sampling", "top_k=1"], "No model is named for --sampling"),
        (["generate", "{dance}", "--server", "tcp://127.0.0.1:9", "--sampling", "top_k=1"], "Leave out --sampling"),
    ],
)
def test_bad_choices_are_one_sentence(
    arguments: list[str], words: str, dance: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    assert main([argument.format(dance=dance) for argument in arguments]) == 2
    printed = capsys.readouterr().err
    assert printed.count("kinescore: ") == 1
    assert words in printed


def test_a_model_fades_and_loops_and_tells_what_it_cannot(model: Path, request_for: SoundtrackRequest) -> None:
    engines = engines_with([choice(model)])
    faded = compose(replace(request_for, start=Start.FADE, ending=Ending.FADE), engines=engines).audio.samples
    whole = compose(request_for, engines=engines).audio.samples
    ends = [np.abs(one[:, -22050:]).mean() / np.abs(one[:, 55000:75000]).mean() for one in (faded, whole)]
    assert ends[0] < 0.6 * ends[1]
    loop = compose(replace(request_for, ending=Ending.LOOP), engines=engines)
    assert loop.audio.samples.shape == whole.shape
    steps = np.abs(np.diff(np.tile(loop.audio.samples, 2))).max(axis=0)
    assert steps[loop.audio.samples.shape[1] - 1] <= steps[:-44100].max()
    assert any("cross-fade of 0.50 s" in note for note in loop.notes)
    other = replace(request_for, start=Start.COUNT_IN, ending=Ending.STAB, sections=(SectionStart(1.0),))
    told = " ".join(compose(other, engines=engines).notes)
    assert "there is no stab" in told
    assert "there is no count-in" in told
    assert "cannot be told of sections" in told
