"""Videos on the command line: music for a clip, the clip with its music, keypoints found once."""

from __future__ import annotations

import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile

from kinescore.cli.main import main
from kinescore.data.pairs import find_pairs
from kinescore.errors import KinescoreError
from kinescore.motion.readers import read_motion_file
from kinescore.motion.video.video_output import left_out, write_video
from kinescore.sound.audio import Audio
from tests.cli.bouncers import write_bouncer
from tests.motion.made_video import picture_at, trim_by_label, turn_by_label, write_pictures, write_square
from tests.motion.test_video_odd import INTERLACED, write_as

DANCER = Path(__file__).parents[1] / "motion" / "fixtures" / "dancer.mp4"
RATE, CLICK_SECONDS = 44100, (0.0, 0.31, 1.2)


def clicks(channels: int = 2, seconds: float = 1.5) -> Audio:
    sound = np.zeros(round(seconds * RATE), np.float32)
    for second in CLICK_SECONDS:
        time = np.arange(600) / RATE
        start = round(second * RATE)
        sound[start : start + 600] += (0.7 * np.sin(2 * np.pi * 2500 * time) * np.exp(-200 * time)).astype(np.float32)
    return Audio(np.tile(sound, (channels, 1)), RATE)


def first_frame_seconds(path: Path) -> float:
    with av.open(str(path)) as container:
        return next(container.decode(video=0)).time


def decoded_sound(path: Path) -> tuple[np.ndarray, float]:
    """Samples [C, N] as a player hears them, and the time of the first."""
    with av.open(str(path)) as container:
        frames = list(container.decode(audio=0))
    return np.concatenate([frame.to_ndarray() for frame in frames], axis=1), frames[0].time


def delay_seconds(heard: np.ndarray, meant: np.ndarray) -> float:
    """Where `heard` [N] fits `meant` [M] best: positive is late."""
    size = 2 ** int(np.ceil(np.log2(len(heard) + len(meant))))
    match = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(meant, size)))
    place = int(np.argmax(match))
    return (place - size if place > size / 2 else place) / RATE


def encoded_pictures(path: Path) -> list[bytes]:
    with av.open(str(path)) as container:
        return [bytes(packet) for packet in container.demux(video=0) if packet.size]


@pytest.mark.parametrize("target", ["out.mp4", "out.mov"])
@pytest.mark.parametrize(("source", "start"), [("clip.mp4", 0.0), ("clip.mkv", 0.0), ("clip.mkv", 0.4)])
def test_music_starts_with_the_first_picture_to_the_sample(
    tmp_path: Path, source: str, start: float, target: str
) -> None:
    """B-frames, a later start and AAC's own 1024 samples shift nothing; the pictures are not encoded anew."""
    clip = write_square(tmp_path / source, start + np.arange(45) / 30, bf="2")
    for channels in (1, 2):
        audio = clicks(channels)
        write_video(clip, audio, tmp_path / target)
        heard, begin = decoded_sound(tmp_path / target)
        late = begin + delay_seconds(heard[0], audio.samples[0]) - first_frame_seconds(tmp_path / target)
        assert abs(late) < 0.0005
        assert len(heard) == channels
        assert encoded_pictures(tmp_path / target) == encoded_pictures(clip)
        assert sorted(path.name for path in tmp_path.iterdir()) == sorted([source, target])


def test_a_phone_s_upright_film_stays_upright_and_its_times_its_own(tmp_path: Path) -> None:
    times = np.cumsum(np.random.default_rng(2).uniform(0.02, 0.06, 30))
    lying = [np.rot90(picture_at(seconds)) for seconds in times]
    clip = turn_by_label(write_pictures(tmp_path / "phone.mp4", lying, times), (0, 1, -1, 0))
    write_video(clip, clicks(), tmp_path / "out.mp4")
    with av.open(str(tmp_path / "out.mp4")) as container:
        frames = list(container.decode(video=0))
    assert frames[0].rotation == -90
    np.testing.assert_allclose([frame.time for frame in frames], times - times[0], atol=2e-4)


def test_a_trimmed_film_keeps_its_hidden_start_hidden_and_music_begins_after_it(tmp_path: Path) -> None:
    clip = trim_by_label(write_square(tmp_path / "phone.mp4", np.arange(60) / 30, bf="0"), frames=10)
    write_video(clip, clicks(), tmp_path / "out.mp4")
    with av.open(str(tmp_path / "out.mp4")) as container:
        frames = list(container.decode(video=0))
    assert len(frames) == 50
    assert np.abs(frames[0].to_ndarray(format="rgb24").astype(int) - picture_at(10 / 30)).mean() < 2
    heard, begin = decoded_sound(tmp_path / "out.mp4")
    assert abs(begin + delay_seconds(heard[0], clicks().samples[0]) - frames[0].time) < 0.0005


def with_other_tracks(clip: Path, target: Path) -> Path:
    """The pictures of `clip`, a second of sound and one line of subtitles."""
    lines = clip.with_suffix(".srt")
    lines.write_text("1\n00:00:00,100 --> 00:00:00,600\nHe dances.\n", "utf-8")
    with av.open(str(clip)) as source, av.open(str(lines)) as subtitles, av.open(str(target), "w") as out:
        copied = [
            (film, film.streams[0], out.add_stream_from_template(film.streams[0])) for film in (source, subtitles)
        ]
        sound = out.add_stream("aac", rate=RATE, layout="mono")
        for film, stream, track in copied:
            for packet in film.demux(stream):
                if packet.size:
                    packet.stream = track
                    out.mux(packet)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, RATE), np.float32), format="fltp", layout="mono")
        frame.rate = RATE
        out.mux([*sound.encode(frame), *sound.encode(None)])
    return target


def test_tracks_that_are_left_out_are_named_and_the_music_is_the_only_sound(tmp_path: Path) -> None:
    clip = write_square(tmp_path / "clip.mkv", np.arange(45) / 30, bf="2")
    film = with_other_tracks(clip, tmp_path / "film.mkv")
    assert left_out(film, tmp_path / "out.mp4") == (
        "Of film.mkv, 1 audio and 1 subtitle tracks are not in out.mp4.",
    )  # fmt: skip
    assert left_out(clip, tmp_path / "out.mp4") == ()
    write_video(film, clicks(), tmp_path / "out.mp4")
    heard, begin = decoded_sound(tmp_path / "out.mp4")
    assert abs(begin + delay_seconds(heard[0], clicks().samples[0]) - first_frame_seconds(tmp_path / "out.mp4")) < 5e-4
    with av.open(str(tmp_path / "out.mp4")) as container:
        assert [stream.type for stream in container.streams] == ["video", "audio"]


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("ten_bit.mp4", {"pixels": "yuv420p10le"}),
        ("wide.mp4", {"pixel_aspect": Fraction(2, 1)}),
        ("fast.mp4", {"rate": 120}),
        ("cinema.mkv", {"rate": Fraction(24000, 1001)}),
        ("interlaced.mts", {"rate": 25, **INTERLACED}),
        ("dvd.mpg", {"codec": "mpeg2video", "rate": 25}),
    ],
)
def test_odd_films_keep_their_pictures_their_shape_and_the_music_its_place(
    tmp_path: Path, name: str, options: dict
) -> None:
    clip = write_as(tmp_path / name, **options)
    write_video(clip, clicks(), tmp_path / "out.mp4")
    heard, begin = decoded_sound(tmp_path / "out.mp4")
    assert abs(begin + delay_seconds(heard[0], clicks().samples[0]) - first_frame_seconds(tmp_path / "out.mp4")) < 5e-4
    with av.open(str(clip)) as source, av.open(str(tmp_path / "out.mp4")) as out:
        before, after = list(source.decode(video=0)), list(out.decode(video=0))
        assert (out.streams.video[0].sample_aspect_ratio or 1) == options.get("pixel_aspect", 1)
    assert len(after) == len(before)
    assert all(np.array_equal(one.to_ndarray(), two.to_ndarray()) for one, two in zip(before, after, strict=True))
    shown = [frame.time - before[0].time for frame in before]
    np.testing.assert_allclose([frame.time - after[0].time for frame in after], shown, atol=0.001)


def test_pictures_that_the_format_cannot_hold_leave_what_was_there(tmp_path: Path) -> None:
    clip = write_square(tmp_path / "clip.webm", np.arange(30) / 30, "libvpx")
    (tmp_path / "out.mp4").write_bytes(b"before")
    with pytest.raises(KinescoreError, match=r"cannot be put into \.mp4 untouched"):
        write_video(clip, clicks(), tmp_path / "out.mp4")
    assert (tmp_path / "out.mp4").read_bytes() == b"before"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(
    ("motion", "output", "words"),
    [
        ("dance.npz", "out.mp4", "no pictures"),
        ("clip.mp4", "clip.mp4", "not overwritten"),
        ("clip.mp4", "out.webm", ".mp4 or .mov"),
        ("vp8.webm", "out.mp4", "untouched"),
        ("text.mp4", "out.mp4", "no video that can be read"),
        ("none.mp4", "out.mp4", "There is no file"),
        ("none.mp4", "out.wav", "There is no file"),
        ("dance.json", "dance.wav", "overwrite the movement"),
    ],
)
def test_bad_input_is_one_sentence_before_any_work(
    motion: str,
    output: str,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture,
) -> None:
    monkeypatch.chdir(tmp_path)
    write_bouncer(Path("dance.npz"), 112, seconds=2.0)
    write_square(Path("clip.mp4"), np.arange(30) / 30)
    write_square(Path("vp8.webm"), np.arange(30) / 30, "libvpx")
    Path("text.mp4").write_text("no video\n" * 50, "utf-8")
    Path("dance.json").write_text("{}", "utf-8")
    before = {path: path.read_bytes() for path in Path().iterdir()}
    assert main(["generate", motion, "-o", output]) == 2
    printed = capsys.readouterr().err
    assert words in printed
    assert printed.startswith("kinescore: ")
    assert {path: path.read_bytes() for path in Path().iterdir()} == before


def test_a_movement_in_json_is_not_replaced_by_the_description_of_its_music(tmp_path: Path) -> None:
    keypoints = read_motion_file(write_bouncer(tmp_path / "dance.npz", 112, seconds=4.0))
    joints = np.concatenate([keypoints.positions, keypoints.confidence[..., None]], axis=2)
    content = {"fps": 30, "width": 1280, "height": 720, "keypoints": joints.astype(float).round(3).tolist()}
    motion = tmp_path / "dance.json"
    motion.write_text(json.dumps(content), "utf-8")
    assert main(["generate", str(motion)]) == 0
    assert json.loads(motion.read_text("utf-8")) == content
    assert soundfile.info(tmp_path / "dance-music.wav").frames == 4 * RATE


def test_a_take_s_own_description_is_no_movement(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    main(["generate", str(write_bouncer(tmp_path / "dance.npz", 112, seconds=3.0))])
    assert main(["analyse", str(tmp_path / "dance.json")]) == 2
    assert "describes music that was made" in capsys.readouterr().err


def test_keypoints_of_any_motion_are_saved(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    dance = write_bouncer(tmp_path / "dance.npz", 112)
    assert main(["analyse", str(dance), "--json", "--keypoints", str(tmp_path / "again.npz")]) == 0
    first = json.loads(capsys.readouterr().out)
    main(["analyse", str(tmp_path / "again.npz"), "--json"])
    assert json.loads(capsys.readouterr().out) == first
    assert main(["analyse", str(dance), "--keypoints", str(tmp_path / "again.txt")]) == 2
    assert ".npz" in capsys.readouterr().err


def test_of_one_name_saved_keypoints_come_before_a_video_and_a_description(tmp_path: Path) -> None:
    motion, music = tmp_path / "motion" / "house", tmp_path / "music" / "house"
    for folder in (motion, music):
        folder.mkdir(parents=True)
    for name in ("one.npz", "one.mp4", "one.json", "two.mp4", "two.json", "three.json"):
        (motion / name).write_bytes(b"")
    for name in ("one", "two", "three"):
        (music / f"{name}.wav").write_bytes(b"")
    assert [pair.motion.name for pair in find_pairs(motion.parent, music.parent)] == [
        "one.npz",
        "three.json",
        "two.mp4",
    ]


def test_light_commands_load_neither_video_nor_pose_packages() -> None:
    code = (
        "import sys, kinescore.cli.main as m; m.build_parser(); import kinescore.motion.video.video_output;"
        "print(*sorted({'av', 'mediapipe', 'cv2', 'torch'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() == []


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """The first five seconds of the dancer."""
    pytest.importorskip("mediapipe", reason="pose estimation (the extra 'video') is not installed")
    path = tmp_path / "clip.mp4"
    with av.open(str(DANCER)) as source, av.open(str(path), "w") as out:
        stream = out.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.size and packet.dts * packet.time_base < 5:
                packet.stream = stream
                out.mux(packet)
    return path


def test_a_clip_gets_its_music_and_the_clip_with_music_has_the_same(clip: Path, tmp_path: Path) -> None:
    assert main(["analyse", str(clip), "--keypoints", str(tmp_path / "clip.npz"), "--json"]) == 0
    keypoints = read_motion_file(tmp_path / "clip.npz")
    assert main(["generate", str(clip), "--seed", "3"]) == 0
    sound, rate = soundfile.read(clip.with_suffix(".wav"), always_2d=True)
    assert len(sound) == round(keypoints.seconds * rate)
    assert json.loads(clip.with_suffix(".json").read_text("utf-8"))["tempo_bpm"] == pytest.approx(112, rel=0.03)
    main(["generate", str(tmp_path / "clip.npz"), "--seed", "3", "-o", str(tmp_path / "same.wav")])
    assert (tmp_path / "same.wav").read_bytes() == clip.with_suffix(".wav").read_bytes()

    out = tmp_path / "scored.mp4"
    assert main(["generate", str(clip), "--seed", "3", "-o", str(out), "--stems", str(tmp_path / "stems")]) == 0
    heard, begin = decoded_sound(out)
    assert abs(begin + delay_seconds(heard[0], sound[:, 0]) - first_frame_seconds(out)) < 0.0005
    assert encoded_pictures(out) == encoded_pictures(clip)
    assert json.loads(out.with_suffix(".json").read_text("utf-8"))["provenance"]["seed"] == 3
    assert {path.suffix for path in (tmp_path / "stems").iterdir()} == {".wav"}
