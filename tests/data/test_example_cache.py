"""What a real, tiny CLAP hears in songs: cached per song, and taken for a clip from elsewhere in its song."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("transformers")
pytest.importorskip("soundfile")

import soundfile
import torch

from kinescore.data.examples import Examples, another_segment, clap_of, heard, segment_count
from kinescore.encoders.config import WINDOW_SECONDS
from kinescore.encoders.example import ExampleListener
from kinescore.errors import Cancelled, DataError
from kinescore.files.shard import Shard
from kinescore.sound.audio import Audio
from kinescore.sound.sound_files import read_audio
from tests.encoders.tiny_clap import tiny_clap, tiny_listener

RATE = 8000


@pytest.fixture(scope="module")
def listener() -> ExampleListener:
    torch.set_num_threads(1)
    return tiny_listener()


@pytest.fixture(scope="module")
def songs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Songs of 3, 11 and 22 s whose pitch rises all the time."""
    folder = tmp_path_factory.mktemp("songs")
    paths = {}
    for name, seconds in (("short", 3.0), ("house/middle", 11.0), ("long", 22.0)):
        pitch = np.linspace(100.0, 3000.0, round(seconds * RATE))
        paths[name] = folder / f"{name.replace('/', '-')}.wav"
        soundfile.write(paths[name], 0.5 * np.sin(2 * np.pi * np.cumsum(pitch) / RATE), RATE)
    return paths


def test_a_song_is_heard_in_whole_segments_as_long_as_clips(listener: ExampleListener, songs: dict[str, Path]) -> None:
    long = read_audio(songs["long"])
    segments = heard(long, listener)
    assert segments.shape == (4, 24)
    length = round(WINDOW_SECONDS * RATE)
    third = listener.hear(Audio(long.samples[:, 2 * length : 3 * length], RATE))
    torch.testing.assert_close(segments[2:3], third)
    assert heard(read_audio(songs["short"]), listener).shape == (1, 24)


@pytest.mark.parametrize("segments", range(1, 40))
def test_whole_segments_are_counted_whole(segments: int) -> None:
    """15.36 // 5.12 is 2 in binary."""
    assert segment_count(segments * WINDOW_SECONDS) == segments
    assert segment_count((segments + 0.99) * WINDOW_SECONDS) == segments
    assert segment_count(1.0) == 1


@pytest.mark.parametrize("segments", range(2, 12))
def test_a_clip_never_hears_itself_where_its_song_has_more(segments: int) -> None:
    """A clip touches the segment that it starts in and, off the segments' own places, the next."""
    for cell in range(64 * (segments - 1) + 1):
        start = cell * 0.08
        first = int(cell // 64)
        own = {first} if cell % 64 == 0 else {first, first + 1}
        if len(own) < segments:
            assert another_segment(start, segments) not in own
    assert another_segment(0.0, 1) == 0


def test_what_is_cached_is_what_was_heard(listener: ExampleListener, songs: dict[str, Path], tmp_path: Path) -> None:
    examples = Examples(tmp_path, listener.clap)
    assert examples.listen(songs, listener, Shard()) == 3
    assert examples.listen(songs, listener, Shard()) == 0
    everything = heard(read_audio(songs["long"]), listener)
    assert torch.equal(examples.beside("long", 5.12), everything[3])
    assert clap_of(tmp_path) == listener.clap
    assert (listener.clap.name, listener.clap.width, len(listener.clap.digest)) == ("tiny", 24, 16)


def test_a_stop_and_shards_leave_the_same_files(
    listener: ExampleListener, songs: dict[str, Path], tmp_path: Path
) -> None:
    asked = []

    def stop_at_the_second(phase: str, fraction: float) -> None:
        asked.append(phase)
        if len(asked) == 2:
            raise Cancelled

    whole, parts = (Examples(tmp_path / name, listener.clap) for name in ("whole", "parts"))
    with pytest.raises(Cancelled):
        whole.listen(songs, listener, Shard(), stop_at_the_second)
    assert whole.listen(songs, listener, Shard()) == 2
    assert [parts.listen(songs, listener, Shard(number, 2)) for number in (2, 1)] == [1, 2]
    files = [{path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.*")} for name in ("whole", "parts")]
    assert files[0] == files[1]
    assert len(files[0]) == 3


def test_missing_foreign_and_several_claps_are_one_sentence(
    listener: ExampleListener, songs: dict[str, Path], tmp_path: Path
) -> None:
    with pytest.raises(DataError, match=r"No CLAP has listened .* --clap MODEL"):
        clap_of(tmp_path)
    Examples(tmp_path, listener.clap).listen({"short": songs["short"]}, listener, Shard())
    with pytest.raises(DataError, match="'long' was not listened to by tiny"):
        Examples(tmp_path, listener.clap).beside("long", 0.0)
    other = ExampleListener(*tiny_clap(seed=1), "other")
    assert other.clap.digest != listener.clap.digest
    with pytest.raises(DataError, match="'short' was not listened to by other"):
        Examples(tmp_path, other.clap).beside("short", 0.0)
    Examples(tmp_path, other.clap).listen(songs, other, Shard())
    with pytest.raises(DataError, match="Several CLAPs"):
        clap_of(tmp_path)
