"""A Take as one file: whole, small in trust, the same every time."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import numpy as np
import pytest

from kinescore.sound.audio import Audio
from kinescore.take import Section, Take
from kinescore.wire.errors import ArchiveError
from kinescore.wire.take_archive import take_from_bytes, take_to_bytes

ONE_STEP = 1 / 2**23


def some_take() -> Take:
    rng = np.random.default_rng(1)
    stems = {name: Audio(rng.uniform(-0.4, 0.4, (2, 4410)).astype(np.float32), 44100) for name in ("drums", "bass")}
    mix = Audio(stems["drums"].samples + stems["bass"].samples, 44100)
    return Take(
        audio=mix,
        beats=np.array([0.0, 0.1 + 1e-17, 1 / 3]),
        downbeats=np.array([0, 2]),
        tempo_bpm=123.456,
        sections=(Section("intro", 0.0, 0.05), Section("drop", 0.05, 0.1)),
        stems=stems,
        midi=b"MThd\x00\x01",
        scores={"hit_f1": 0.75},
        provenance={"engine": "groovebox", "seed": 3, "tempo": 1.5},
        notes=("Unknown word: blorp.",),
    )


def test_everything_survives_and_sound_to_24_bits() -> None:
    take = some_take()
    back = take_from_bytes(take_to_bytes(take))
    assert np.abs(back.audio.samples - take.audio.samples).max() <= ONE_STEP
    assert back.beats.tolist() == take.beats.tolist()
    assert back.downbeats.tolist() == take.downbeats.tolist()
    silent = replace(take, audio=None, stems={}, beats=None, downbeats=None)
    assert replace(back, audio=None, stems={}, beats=None, downbeats=None) == silent
    assert list(back.stems) == list(take.stems)
    summed = sum(stem.samples for stem in back.stems.values())
    assert np.abs(summed - back.audio.samples).max() <= 3 * ONE_STEP


def test_same_take_same_bytes_also_after_reading_it_back() -> None:
    once = take_to_bytes(some_take())
    assert take_to_bytes(some_take()) == once
    assert take_to_bytes(take_from_bytes(once)) == once


def test_without_stems_and_midi() -> None:
    bare = take_from_bytes(take_to_bytes(replace(some_take(), stems={}, midi=b"")))
    assert bare.stems == {}
    assert bare.midi == b""


def test_any_zip_tool_and_sound_player_reads_it() -> None:
    soundfile = pytest.importorskip("soundfile")
    with zipfile.ZipFile(io.BytesIO(take_to_bytes(some_take()))) as archive:
        assert archive.testzip() is None
        samples, rate = soundfile.read(io.BytesIO(archive.read("mix.wav")))
    assert rate == 44100
    assert np.abs(samples.T - some_take().audio.samples).max() <= ONE_STEP


def rebuilt(change: dict[str, bytes | None], compression: int = zipfile.ZIP_STORED) -> bytes:
    """The archive of some_take with members replaced, or left out where None."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(take_to_bytes(some_take()))) as old,
        zipfile.ZipFile(buffer, "w", compression) as new,
    ):
        for name in {**dict.fromkeys(old.namelist()), **change}:
            data = change[name] if name in change else old.read(name)
            if data is not None:
                new.writestr(name, data)
    return buffer.getvalue()


def card(old: bytes, new: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(take_to_bytes(some_take()))) as archive:
        text = archive.read("take.json")
    assert old in text
    return {"take.json": text.replace(old, new)}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "not a Kinescore take"),
        (b"PK\x03\x04" + bytes(100), "not a Kinescore take"),
        (take_to_bytes(some_take())[:-30], "not a Kinescore take"),
        (rebuilt({"mix.wav": None}), "lacks its part 'mix.wav'"),
        (rebuilt({"music.mid": None}), "lacks its part 'music.mid'"),
        (rebuilt({"mix.wav": b"RIFF"}), "damaged"),
        (rebuilt({}, zipfile.ZIP_DEFLATED), "compressed"),
        (rebuilt(card(b'"format":1', b'"format":2')), "format 2; this version reads format 1. Update"),
        (rebuilt(card(b'"drums"', b'"../../drums"')), "unfit for files"),
        (rebuilt(card(b'"downbeats":[0,2]', b'"downbeats":[0,3]')), "not among its beats"),
        (rebuilt(card(b"123.456", b"1e999")), "not a finite number"),
    ],
    ids=range(11),
)
def test_other_files_are_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(ArchiveError, match=sentence):
        take_from_bytes(data)


def test_a_flipped_bit_is_noticed() -> None:
    data = bytearray(take_to_bytes(some_take()))
    data[len(data) // 2] ^= 1
    with pytest.raises(ArchiveError, match="CRC"):
        take_from_bytes(bytes(data))
