"""A Take as one file: whole, small in trust, the same every time."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import numpy as np
import pytest

from kinescore.dance.foley_events import FoleyEvent, FoleyKind
from kinescore.dance.hit_points import HitKind, HitPoint
from kinescore.dance.metre import Metre
from kinescore.sound.audio import Audio
from kinescore.take import MoverHits, Section, Take
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


def test_whose_hits_are_when_survives_and_is_left_out_for_one() -> None:
    movers = (MoverHits("Ann", 1.0, (0.25, 1.5)), MoverHits("Ball", 0.5, ()))
    take = replace(some_take(), movers=movers)
    assert take_from_bytes(take_to_bytes(take)).movers == movers
    assert b"movers" not in take_to_bytes(some_take())


def test_hit_points_and_frame_rate_travel_beside_the_card_that_0_1_0_reads() -> None:
    """It refuses a take.json with members that it does not know, and passes over members of the archive."""
    hits = (HitPoint(0.01, 0.9, HitKind.CONTACT), HitPoint(0.05, 1.0, HitKind.STOP, who=1))
    data = take_to_bytes(replace(some_take(), hits=hits, fps=23.976))
    back = take_from_bytes(data)
    assert (back.hits, back.fps) == (hits, 23.976)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "picture.json" in archive.namelist()
        assert not {"hits", "fps", "tempo_map"} & json.loads(archive.read("take.json")).keys()
    with zipfile.ZipFile(io.BytesIO(take_to_bytes(some_take()))) as archive:
        assert "picture.json" not in archive.namelist()


def test_foley_travels_without_the_courses_of_whooshes_and_only_where_it_is() -> None:
    events = (FoleyEvent(0.5, FoleyKind.STEPS, 0.75, -0.25), FoleyEvent(1.0, FoleyKind.WHOOSHES, 1.0, 0.5, who=1))
    take = replace(some_take(), foley=events)
    assert take_from_bytes(take_to_bytes(take)).foley == events
    assert set(take.facts()["foley"][0]) == {"time_s", "kind", "strength", "pan", "who"}
    assert b"foley" not in take_to_bytes(replace(some_take(), fps=24.0))


def test_hit_points_that_are_none_are_refused() -> None:
    data = take_to_bytes(replace(some_take(), fps=24.0))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, b'{"hits": [{"time_s": "soon"}]}' if name == "picture.json" else old.read(name))
    with pytest.raises(ArchiveError, match="picture of the take"):
        take_from_bytes(out.getvalue())


def test_metres_travel_where_they_are_not_all_four_four() -> None:
    plain, waltz = some_take(), replace(some_take(), metres=(Metre.THREE_FOUR, Metre.FOUR_FOUR))
    assert "metres" not in plain.facts()
    assert take_from_bytes(take_to_bytes(waltz)).metres == waltz.metres
    with pytest.raises(ArchiveError, match="3 metres for 2 bars"):
        take_from_bytes(take_to_bytes(replace(plain, metres=(Metre.THREE_FOUR,) * 3)))


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
