"""A prepared dataset in memory: movement, genre and music of each clip belong together, wherever it is cut."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("transformers")
pytest.importorskip("soundfile")

import torch

from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.data.examples import Examples
from kinescore.data.pairs import Split, find_pairs
from kinescore.data.preparing import prepare_sequences
from kinescore.data.segmentation import cut
from kinescore.data.sequences import read_sequences
from kinescore.data.targets import Targets
from kinescore.encoders.config import EncoderConfig
from kinescore.encoders.encoders import genre_one_hot, rhythm_for
from kinescore.files.shard import Shard
from kinescore.train.clips import load_clips
from tests.backbones.tiny_musicgen import tiny_backbone
from tests.data.made_pairs import write_aist
from tests.encoders.tiny_clap import tiny_listener


@pytest.fixture(scope="module")
def backbone() -> Musicgen:
    """Its codes lie as close together as what its encoder makes of sound, so that they tell moments apart."""
    backbone = tiny_backbone()
    for layer in backbone.model.audio_encoder.quantizer.layers:
        layer.codebook.embed.mul_(0.01)
    return backbone


@pytest.fixture(scope="module")
def dataset(backbone: Musicgen, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clips")
    pairs = find_pairs(*write_aist(folder))
    songs, listener = {pair.song: pair.music for pair in pairs}, tiny_listener()
    prepare_sequences(pairs, folder / "set", Shard())
    Targets(folder / "set", backbone).encode(songs, Shard())
    Examples(folder / "set", listener.clap).listen(songs, listener, Shard())
    return folder / "set"


def test_each_clip_is_its_own_movement_genre_and_music(dataset: Path, backbone: Musicgen) -> None:
    shape, music = EncoderConfig(backbone.text_space), Targets(dataset, backbone)
    clips = load_clips(dataset, Split.TRAIN, shape, music)
    expected = [
        (rhythm_for(cut(keypoints, clip.start_seconds), shape).peaks, sequence, clip)
        for sequence, keypoints in read_sequences(dataset, Split.TRAIN)
        for clip in sequence.clips
    ]
    assert len(clips) == len(expected) == 6
    for index, (peaks, sequence, clip) in enumerate(expected):
        assert torch.equal(clips.peaks[index], torch.from_numpy(peaks))
        assert torch.equal(clips.genres[index], genre_one_hot(shape, sequence.genre)[0])
        assert torch.equal(clips.targets[index], music.cut(sequence.song, clip.start_seconds, 5.12))


def test_more_clips_come_from_other_places_of_the_same_dance(dataset: Path, backbone: Musicgen) -> None:
    """Each new clip is found again among all places of its dance, movement and music at the same one."""
    shape, music = EncoderConfig(backbone.text_space), Targets(dataset, backbone)
    clips = load_clips(dataset, Split.TRAIN, shape, music, starts_per_clip=3, seed=1)
    assert len(clips) == 18
    (sequence, keypoints), *_ = read_sequences(dataset, Split.TRAIN)
    places = [round(cell * 0.08, 2) for cell in range(round(sequence.clips[-1].start_seconds / 0.08) + 1)]
    codes = torch.stack([music.cut(sequence.song, place, 5.12) for place in places])
    peaks = torch.stack([torch.from_numpy(rhythm_for(cut(keypoints, place), shape).peaks) for place in places])
    found = []
    for index in range(6):
        same = (codes == clips.targets[index]).all(dim=(1, 2)) & (peaks == clips.peaks[index]).all(dim=1)
        assert same.sum() == 1
        found.append(int(same.nonzero()))
    assert found[:2] == [0, len(places) - 1]
    assert len(set(found)) == 6
    again = load_clips(dataset, Split.TRAIN, shape, music, starts_per_clip=3, seed=1)
    assert torch.equal(again.targets, clips.targets)
    assert not torch.equal(load_clips(dataset, Split.TRAIN, shape, music, 3, seed=2).targets, clips.targets)


def test_with_a_clap_the_genre_is_what_it_hears_elsewhere_in_the_song(dataset: Path, backbone: Musicgen) -> None:
    clap = tiny_listener().clap
    shape = EncoderConfig(backbone.text_space, clap=clap)
    clips = load_clips(dataset, Split.TRAIN, shape, Targets(dataset, backbone))
    assert clips.genres.shape == (6, 24)
    examples = Examples(dataset, clap)
    expected = [
        examples.beside(sequence.song, clip.start_seconds)
        for sequence, _ in read_sequences(dataset, Split.TRAIN)
        for clip in sequence.clips
    ]
    assert torch.equal(clips.genres, torch.stack(expected))
