"""SoundFonts: played where they are named, refused where they are broken, stated where they are missing."""

import struct
from dataclasses import replace
from importlib.util import find_spec

import numpy as np
import pytest

from kinescore.dance.metre import Metre
from kinescore.engines.composer import BUILT_IN, with_fonts
from kinescore.errors import RequestError
from kinescore.groovebox.band import INSTRUMENTS
from kinescore.groovebox.engine import play
from kinescore.groovebox.instruments.voice import Voice
from kinescore.groovebox.render import render
from kinescore.groovebox.score import Note, Part, Score
from kinescore.groovebox.soundfonts.casting import cast
from kinescore.groovebox.soundfonts.font_check import require_font
from kinescore.groovebox.soundfonts.font_folder import find_font, font_folder
from kinescore.motion.keypoints import Keypoints
from kinescore.progress import silent
from kinescore.request import SoundtrackRequest
from kinescore.sound.soundfont_choice import SoundFontChoice, soundfont_option
from kinescore.wire.request_codec import request_from_json, request_to_json
from tests.groovebox.made_dances import FPS, made_dance
from tests.groovebox.made_fonts import font_bytes

RATE = 44_100
player = pytest.mark.skipif(find_spec("tinysoundfont") is None, reason="the package tinysoundfont is not installed")
GM = "Made GM.sf2"


@pytest.fixture
def fonts(tmp_path, monkeypatch):
    """The folder of SoundFonts, with one in it."""
    folder = tmp_path / "soundfonts"
    folder.mkdir()
    (folder / GM).write_bytes(font_bytes())
    monkeypatch.setenv("KINESCORE_SOUNDFONTS", str(folder))
    return folder


def small_score():
    beats = np.arange(0, 4, 0.5)
    keys = Part("keys", "piano", "harmony", tuple(Note(t, 0.4, 69, 0.7) for t in beats), reverb=0.0)
    pluck = Part("bass", "electric_bass", "bass", tuple(Note(t, 0.4, 33, 0.7) for t in beats), reverb=0.0)
    lead = Part("lead", "flute", "melody", (Note(0.0, 0.5, 72, 0.7),), reverb=0.0)
    return Score(4.0, 120.0, beats, np.arange(0, 8, 4), (Metre.FOUR_FOUR,) * 2, "A minor", (), (keys, pluck, lead))


def casting(*choices, score=None, **given):
    return cast(score or small_score(), choices, INSTRUMENTS, given or None)


def request(**fields):
    frames = 240
    still = Keypoints(np.full((frames, 17, 2), 100.0), np.ones((frames, 17)), FPS, (640, 480))
    return SoundtrackRequest(still, prompt="jazz piano trio", **fields)


@player
def test_a_font_plays_the_parts_that_are_named_and_the_take_says_so(fonts):
    asked = casting(SoundFontChoice(GM, ("harmony", "electric_bass")))
    assert asked.sources == {"piano": f"{GM} (Sine Piano)", "electric_bass": f"{GM} (Sine Bass)", "flute": "built in"}
    assert asked.notes == ()
    sound = asked.instruments["piano"].play(Voice(69, 0.5, 0.7, np.random.default_rng(0)))
    spectrum = np.abs(np.fft.rfft(sound[0, : RATE // 2] * np.hanning(RATE // 2)))
    assert spectrum.argmax() * 2 == pytest.approx(440.0, abs=4.0)
    assert asked.instruments["flute"] is INSTRUMENTS["flute"]


@player
def test_a_font_plays_one_stem_of_an_instrument_that_plays_in_two(fonts):
    score = small_score()
    lead = replace(score.parts[0], name="lead", stem="melody")
    asked = casting(SoundFontChoice(GM, ("melody",)), score=replace(score, parts=(*score.parts[:2], lead)))
    assert asked.sources["piano"] == asked.sources["electric_bass"] == "built in"
    assert asked.sources["piano for melody"] == f"{GM} (Sine Piano)"
    assert [part.instrument for part in asked.score.parts] == ["piano", "electric_bass", "piano for melody"]
    assert asked.instruments["piano"] is INSTRUMENTS["piano"]


@player
def test_a_font_is_about_as_loud_as_the_built_in_sound(fonts):
    def rms(band):
        mix, stems = render(small_score(), -20.0, 1, silent, True, band)
        return np.sqrt(np.mean(stems["harmony"].samples ** 2) / np.mean(mix.samples**2))

    assert rms(casting(SoundFontChoice(GM)).instruments) == pytest.approx(rms(INSTRUMENTS), rel=0.5)


@player
def test_same_request_same_bytes_whatever_was_played_before(fonts):
    asked = request(soundfonts=(SoundFontChoice(GM, ("harmony",)),), seed=4)
    dance = made_dance(seconds=8.0)
    first = play(asked, dance, silent)
    play(replace(asked, seed=5), dance, silent)
    again = play(asked, dance, silent)
    assert again.audio.samples.tobytes() == first.audio.samples.tobytes()
    assert f"piano: {GM} (Sine Piano)" in first.provenance["instrument_sources"]
    assert "upright_bass: built in" in first.provenance["instrument_sources"]
    assert play(replace(asked, soundfonts=()), dance, silent).audio.samples.tobytes() != first.audio.samples.tobytes()


@player
def test_a_preset_that_is_not_there_leaves_the_built_in_sound_and_a_note(fonts):
    asked = casting(SoundFontChoice(GM))
    assert asked.sources["flute"] == "built in"
    assert asked.notes == (f"'{GM}' has no flute; the built-in one plays instead.",)


def test_a_font_that_is_not_there_leaves_the_built_in_band_and_a_note(fonts):
    take = play(request(soundfonts=(SoundFontChoice("Missing.sf3"),)), made_dance(seconds=8.0), silent)
    assert "There is no SoundFont 'Missing.sf3' here; built-in sounds play instead." in take.notes
    assert GM not in take.provenance["instrument_sources"]


@player
def test_a_kit_that_the_font_lacks_is_played_by_its_standard_kit(fonts):
    kit = Part("kit", "brush_kit", "drums", (Note(0.0, 0.1, 38, 0.8),))
    assert casting(SoundFontChoice(GM), score=replace(small_score(), parts=(kit,))).sources == {
        "brush_kit": f"{GM} (Sine Kit)"
    }


def test_a_request_never_opens_a_path():
    for name in ("/etc/passwd", "../x.sf2", "a/b.sf2", "C:\\x.sf2", "x.wav", ".sf2", "x" * 200 + ".sf2", "x\n.sf2"):
        with pytest.raises(RequestError, match="plain name"):
            SoundFontChoice(name)


def test_a_link_out_of_the_folder_is_not_followed(fonts, tmp_path):
    outside = tmp_path / "outside.sf2"
    outside.write_bytes(font_bytes())
    (fonts / "link.sf2").symlink_to(outside)
    assert find_font("link.sf2", {}, font_folder()) is None
    assert find_font("link.sf2", {"link.sf2": outside}, font_folder()) == outside
    assert find_font(GM, {}, font_folder()) == fonts / GM


def test_a_part_that_is_none_is_refused_with_those_that_are(fonts):
    with pytest.raises(RequestError, match=r"'kazoo'.*drums, percussion, bass"):
        casting(SoundFontChoice(GM, ("kazoo",)))


def test_fonts_survive_the_wire_and_old_requests_keep_their_bytes():
    asked = request(soundfonts=(SoundFontChoice(GM, ("drums", "bass")), SoundFontChoice("b.sf3")))
    assert request_from_json(request_to_json(asked), asked.keypoints) == asked
    assert "soundfonts" not in request_to_json(request())


def test_option_of_the_command_line():
    assert soundfont_option("C:\\fonts\\GM.sf2:drums, bass") == ("C:\\fonts\\GM.sf2", ("drums", "bass"))
    assert soundfont_option("/a.sf2/b.SF3") == ("/a.sf2/b.SF3", ())
    with pytest.raises(RequestError, match="names no SoundFont"):
        soundfont_option("drums")


def broken(change):
    """The bytes of a font after `change`."""
    data = bytearray(font_bytes())
    change(data)
    return bytes(data)


def _poke(table, offset, number):
    def change(data):
        at = data.index(table) + 8 + offset
        data[at : at + 2] = struct.pack("<H", number)

    return change


@pytest.mark.parametrize(
    "data",
    [
        b"", b"RIFF", bytes(5000), font_bytes()[:20_000], font_bytes()[:-3],
        broken(_poke(b"phdr", 24, 9000)), broken(_poke(b"pgen", 2, 77)), broken(_poke(b"igen", 10, 500)),
        broken(_poke(b"shdr", 26, 60_000)), broken(_poke(b"inst", 20, 4)), broken(_poke(b"ibag", 4, 900)),
        broken(lambda data: data.__setitem__(slice(8, 12), b"WAVE")),
        broken(lambda data: data.__setitem__(slice(data.index(b"shdr"), data.index(b"shdr") + 4), b"none")),
    ],
)  # fmt: skip
def test_a_broken_font_is_refused_in_one_sentence(tmp_path, data):
    path = tmp_path / "broken.sf2"
    path.write_bytes(data)
    with pytest.raises(RequestError) as raised:
        require_font(path)
    assert raised.value.sentence.startswith("The SoundFont 'broken.sf2' ")
    assert raised.value.sentence.count(". ") == 0


def test_a_whole_font_passes(fonts):
    require_font(fonts / GM)


@player
def test_a_list_of_odd_length_without_a_pad_is_whole_and_plays(tmp_path):
    """As MuseScore writes compressed fonts: RIFF would have a zero between the sounds and the tables."""
    data = bytearray(font_bytes())
    sdta, smpl, pdta = (data.index(name) for name in (b"sdta", b"smpl", b"pdta"))
    for size_at in (4, sdta - 4, smpl + 4):
        struct.pack_into("<I", data, size_at, struct.unpack_from("<I", data, size_at)[0] + 1)
    data.insert(pdta - 8, 1)
    (tmp_path / "odd.sf2").write_bytes(data)
    asked = casting(SoundFontChoice("odd.sf2"), **{"odd.sf2": tmp_path / "odd.sf2"})
    assert asked.sources["piano"] == "odd.sf2 (Sine Piano)"


def test_a_padded_chunk_of_odd_length_is_whole(tmp_path):
    data = font_bytes()
    at = data.index(b"LIST", data.index(b"smpl"))
    more = b"junk" + struct.pack("<I", 3) + b"odd\0"
    (tmp_path / "padded.sf2").write_bytes(data[:at] + more + data[at:])
    require_font(tmp_path / "padded.sf2")


def test_a_huge_font_is_refused_unread(tmp_path):
    path = tmp_path / "huge.sf2"
    with path.open("wb") as file:
        file.truncate(600 * 1024**2)
    with pytest.raises(RequestError, match="at most 512 MB"):
        require_font(path)


@player
def test_a_file_that_the_user_points_at_plays_from_any_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("KINESCORE_SOUNDFONTS", str(tmp_path / "none"))
    elsewhere = tmp_path / "mine.sf2"
    elsewhere.write_bytes(font_bytes())
    engine = with_fonts(BUILT_IN, {"mine.sf2": elsewhere})["groovebox"]()
    take = engine(request(soundfonts=(SoundFontChoice("mine.sf2"),)), made_dance(seconds=8.0), silent)
    assert "piano: mine.sf2 (Sine Piano)" in take.provenance["instrument_sources"]
