"""A reference song decides the genre word: through a real (tiny) CLAP, in this process, from the shell, on a server."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("soundfile")

from kinescore.cli.main import main
from kinescore.encoders.config import ClapIdentity
from kinescore.encoders.example import ExampleListener
from kinescore.engines.composer import compose, engines_with
from kinescore.engines.model_choice import ModelChoice
from kinescore.errors import KinescoreError
from kinescore.motion.readers import read_motion_file
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio, wav_bytes
from kinescore.take import Take
from tests.cli.bouncers import write_bouncer
from tests.encoders.tiny_clap import save_tiny_clap, tiny_clap
from tests.engines.serving import serving
from tests.engines.tiny_models import save_encoders_for, save_model
from tests.train.made_clips import made_song


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model, a CLAP, encoders that listen, others that take labels, a dance and a long song."""
    folder = tmp_path_factory.mktemp("example")
    model, clap = save_model(folder / "musicgen"), save_tiny_clap(folder / "clap")
    trained_with = ExampleListener(*tiny_clap(), str(clap)).clap
    save_encoders_for(model, folder / "listening.safetensors", clap=trained_with)
    save_encoders_for(model, folder / "named.safetensors")
    write_bouncer(folder / "dance.npz", 112, seconds=1.0)
    song = np.tile(made_song(1, np.random.default_rng(0)).samples, (2, 20))
    (folder / "song.wav").write_bytes(wav_bytes(Audio(song, 48_000)))
    return folder


def choice(folder: Path, encoders: str | None = "listening", clap: Path | None = None) -> ModelChoice:
    path = folder / f"{encoders}.safetensors" if encoders else None
    return ModelChoice("musicgen", str(folder / "musicgen"), path, device="cpu", clap=clap and str(clap))


def played(folder: Path, by: ModelChoice, **asked: object) -> Take:
    request = SoundtrackRequest(read_motion_file(folder / "dance.npz"), engine="musicgen", beat_lock=False, **asked)
    return compose(request, engines=engines_with([by]))


def song(genre: int) -> Audio:
    return made_song(genre, np.random.default_rng(genre))


def test_the_example_reaches_the_music(folder: Path) -> None:
    here, again, there = (played(folder, choice(folder), example=song(genre)) for genre in (0, 0, 1))
    assert here.audio.samples.tobytes() == again.audio.samples.tobytes()
    assert not np.array_equal(here.audio.samples, there.audio.samples)
    assert here.provenance["prompt_read"] == "a @ music with * as the rhythm"
    assert here.provenance["example"] not in ("none", there.provenance["example"])
    assert not any("genre" in note for note in here.notes)


@pytest.mark.parametrize(
    ("encoders", "asked", "words"),
    [
        ("listening", {}, "none was given: there is no genre word. Give some with `kinescore generate --example SONG`"),
        ("listening", {"genre": "house", "example": song(0)}, "the name 'house' was not used"),
        ("named", {"genre": "house", "example": song(0)}, "take genre by name; the example was not listened to"),
        (None, {"example": song(0)}, "No encoders were given: .* and the example was not listened to"),
    ],
)
def test_what_is_not_listened_to_is_told(folder: Path, encoders: str | None, asked: dict, words: str) -> None:
    take = played(folder, choice(folder, encoders), **asked)
    assert pytest.approx(1.0) == take.audio.seconds
    [note] = [note for note in take.notes if "example" in note]
    assert re.search(words, note)


def test_a_mark_for_the_genre_wants_an_example(folder: Path) -> None:
    with pytest.raises(KinescoreError, match=r"no genre word to put there\. Give an example of the music"):
        played(folder, choice(folder), prompt="@ with *")


def test_a_clap_that_was_moved_is_named_and_another_one_refused(folder: Path, tmp_path: Path) -> None:
    lost = ClapIdentity(str(tmp_path / "gone"), ExampleListener(*tiny_clap()).clap.digest, 24)
    save_encoders_for(folder / "musicgen", folder / "lost.safetensors", clap=lost)
    with pytest.raises(KinescoreError, match=r"There is no model at '.*gone'"):
        played(folder, choice(folder, "lost"), example=song(0))
    found = played(folder, choice(folder, "lost", folder / "clap"), example=song(0))
    expected = played(folder, choice(folder), example=song(0))
    assert found.audio.samples.tobytes() == expected.audio.samples.tobytes()
    with pytest.raises(KinescoreError, match=r"trained with the CLAP .* has other weights"):
        played(folder, choice(folder, clap=save_tiny_clap(tmp_path / "other", seed=1)), example=song(0))
    with pytest.raises(KinescoreError, match="of kind 'musicgen', not a CLAP"):
        played(folder, choice(folder, clap=folder / "musicgen"), example=song(0))


def test_shell_and_server_hear_the_same(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """With sampling settings of the server's owner; of the song, 40 s long, the middle crosses the wire."""
    here, there = tmp_path / "here.wav", tmp_path / "there.wav"
    asked = [
        "generate",
        str(folder / "dance.npz"),
        "--engine",
        "musicgen",
        "--no-beat-lock",
        "--example",
        str(folder / "song.wav"),
    ]
    model, encoders = str(folder / "musicgen"), str(folder / "listening.safetensors")
    played_by = ["--model", model, "--encoders", encoders, "--sampling", "top_k=2", "--device", "cpu"]
    assert main([*asked, "-o", str(here), *played_by]) == 0
    options = ["--model", f"musicgen={model}", "--encoders", f"musicgen={encoders}", "--device", "cpu"]
    with serving(tmp_path / "jobs", *options, "--sampling", "musicgen=top_k=2") as address:
        assert main([*asked, "-o", str(there), "--server", address]) == 0
    assert here.read_bytes() == there.read_bytes()
    assert '"sampling": "guidance 3.0, top_k 2' in there.with_suffix(".json").read_text()
    assert "genre" not in capsys.readouterr().err
