"""Targets of whole songs, encoded once and cut into clips: EnCodec's codes by a real, tiny codec."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("transformers")
pytest.importorskip("soundfile")

import numpy as np
import soundfile
import torch

from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.data.targets import Targets
from kinescore.errors import Cancelled, DataError
from kinescore.files.shard import Shard
from kinescore.sound.audio import Audio
from kinescore.sound.sound_files import read_audio
from tests.backbones.tiny_musicgen import tiny_backbone
from tests.data.made_pairs import write_clicks


@pytest.fixture(scope="module")
def backbone() -> Musicgen:
    torch.set_num_threads(1)
    return tiny_backbone()


@pytest.fixture(scope="module")
def songs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("songs")
    names = ("a", "b/c", "d.1")
    for number, name in enumerate(names):
        (folder / name).parent.mkdir(exist_ok=True)
        write_clicks(folder / f"{name}.wav", 6.0, 90.0 + 20 * number)
    return {name: folder / f"{name}.wav" for name in names}


def files(dataset: Path) -> dict[str, bytes]:
    return {path.relative_to(dataset).as_posix(): path.read_bytes() for path in dataset.rglob("*") if path.is_file()}


def test_clips_are_cut_from_whole_songs(backbone: Musicgen, songs: dict[str, Path], tmp_path: Path) -> None:
    assert Targets(tmp_path, backbone).encode(songs, Shard()) == 3
    cache = Targets(tmp_path, backbone)
    whole = backbone.targets(read_audio(songs["b/c"]))
    clip = cache.cut("b/c", 0.64, 5.12)
    assert torch.equal(clip, whole[:, 32 : 32 + 256])
    assert clip.dtype == torch.int16
    assert cache.cut("d.1", 0.9, 5.12).shape == (4, 256), "a start that rounds beyond the end moves to it"


def test_a_cut_is_nearly_what_the_cut_sound_would_give(tmp_path: Path) -> None:
    """A codec's convolutions look a little to both sides, and its LSTM back: only the borders differ much.

    This codec's codes lie as close together as what its encoder makes of sound, so that they tell frames apart.
    """
    backbone = tiny_backbone()
    for layer in backbone.model.audio_encoder.quantizer.layers:
        layer.codebook.embed.mul_(0.01)
    generator = np.random.default_rng(0)
    loudness = np.repeat(generator.uniform(0.0, 0.8, 300), 640)
    samples = (loudness * np.sin(np.cumsum(np.repeat(generator.uniform(0.01, 1.5, 300), 640))))[None]
    soundfile.write(tmp_path / "song.wav", samples.T, 32000)
    Targets(tmp_path, backbone).encode({"song": tmp_path / "song.wav"}, Shard())
    clip = Targets(tmp_path, backbone).cut("song", 0.64, 5.12)
    start = round(0.64 * 32000)
    sound = read_audio(tmp_path / "song.wav").samples[:, start : start + round(5.12 * 32000)]
    alone = backbone.targets(Audio(sound, 32000))
    agreement, chance = ((clip == other)[0, 8:-8].float().mean() for other in (alone, alone.roll(1, -1)))
    assert agreement > 0.9
    assert chance < 0.6, "what a cut one frame off would give"


def test_what_is_there_is_not_encoded_again(backbone: Musicgen, songs: dict[str, Path], tmp_path: Path) -> None:
    asked = []

    def stop_at_the_second(phase: str, fraction: float) -> None:
        asked.append(phase)
        if len(asked) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        Targets(tmp_path, backbone).encode(songs, Shard(), stop_at_the_second)
    assert list(files(tmp_path)) == [f"targets/{backbone.target_kind}/a.safetensors"]
    assert Targets(tmp_path, backbone).encode(songs, Shard()) == 2
    assert Targets(tmp_path, backbone).encode(songs, Shard()) == 0


def test_shards_together_make_the_same_files(backbone: Musicgen, songs: dict[str, Path], tmp_path: Path) -> None:
    Targets(tmp_path / "whole", backbone).encode(songs, Shard())
    assert [Targets(tmp_path / "parts", backbone).encode(songs, Shard(number, 2)) for number in (1, 2)] == [2, 1]
    assert files(tmp_path / "parts") == files(tmp_path / "whole")


def test_missing_damaged_and_short_targets_are_refused(
    backbone: Musicgen, songs: dict[str, Path], tmp_path: Path
) -> None:
    targets = Targets(tmp_path, backbone)
    targets.encode(songs, Shard())
    path = tmp_path / "targets" / backbone.target_kind / "a.safetensors"
    path.write_bytes(path.read_bytes()[:-5])
    for song, seconds, words in (
        ("a", 5.12, "is damaged"),
        ("x", 5.12, "'x' is not encoded by the weights of musicgen 64x2"),
        ("d.1", 7.0, "end before 7"),
    ):
        with pytest.raises(DataError, match=words):
            targets.cut(song, 0.0, seconds)


def test_targets_belong_to_the_weights_that_made_them(songs: dict[str, Path], tmp_path: Path) -> None:
    """Another decoder with the same codec may use them; the same with another codec, or in stereo, may not."""
    backbone, another = tiny_backbone(), tiny_backbone()
    Targets(tmp_path, backbone).encode(songs, Shard())
    decoder = next(another.model.decoder.parameters())
    decoder.data.add_(1.0)
    assert Targets(tmp_path, another).encode(songs, Shard()) == 0
    codec = next(another.model.audio_encoder.parameters())
    codec.data.add_(1e-6)
    for stranger in (another, tiny_backbone("stereo")):
        words = f"that is {stranger.target_kind}, and the dataset has {backbone.target_kind}"
        with pytest.raises(DataError, match=words):
            Targets(tmp_path, stranger).cut("a", 0.0, 5.12)
