"""Does the built-in band sound like the instruments it names? An independent ear is asked, and plain figures are given.

    python benchmarks/instrument_sound.py [--tagger build/tagger/bin/python] [--seeds 1-6] [--seconds 24]
        [--style rock]... [--font MuseScore_General.sf3] [--ear MSD_vgg | MTT_musicnn]

Pieces of every style are rendered and tagged by musicnn (`music_tagger.py` says how to set that up): probability and
rank of the wanted tag among 50, and how often "electronic" comes first. Chance: a wanted tag is first in 2 % of pieces.
Seeds 11 to 14 were used while instruments were tuned; judge on others. With --font a General MIDI SoundFont plays what
it can (Debian's musescore-general-soundfont-small and fluid-soundfont-gm are such, both MIT). Beside it the side
against the middle of the mix (real music: about -8 dB), the energy between the harmonics of held notes, and how many
different waveforms twelve equal strokes give.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.beat_grid import BeatGrid, even_beats
from kinescore.dance.hit_points import HitKind, HitPoint
from kinescore.groovebox.arranger.arrange import arrange
from kinescore.groovebox.band import INSTRUMENTS
from kinescore.groovebox.instruments.voice import Voice
from kinescore.groovebox.mix.sampler import RenderedNotes, Sampler
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.render import render
from kinescore.groovebox.score import Note, Score
from kinescore.groovebox.soundfonts.casting import cast
from kinescore.groovebox.styles import STYLES
from kinescore.progress import silent
from kinescore.sound.audio import SAMPLE_RATE, Audio
from kinescore.sound.soundfont_choice import SoundFontChoice

WANTED = {
    "rock": "rock", "funk": "funk", "lock": "funk", "break": "funk", "jazz": "jazz", "pop": "pop", "latin": "pop",
    "house": "electronic", "techno": "electronic", "drum and bass": "electronic", "synthwave": "electronic",
    "ambient": "ambient",
}  # fmt: skip
WANTED_OF_MTT = {
    "choral": "choir", "piano": "piano", "orchestral": "classical", "rock": "rock", "techno": "techno",
    "ambient": "ambient", "country": "country",
}  # fmt: skip
"""The same for the ears that learned MagnaTagATune, whose words are others."""
PLAYED = ("rock", "funk", "lock", "break", "jazz", "pop", "latin")
"""Styles of players, for which "electronic" is the wrong word."""
HELD = (
    "brass_section", "trumpet", "saxophone", "flute", "violin", "string_section", "choir", "driven_guitar",
    "clean_guitar", "electric_bass", "piano",
)  # fmt: skip
STROKES = {"kick": 36, "snare": 38, "hi-hat": 42, "ride": 51}


def score_of(style: str, seconds: float, seed: int) -> Score:
    """A piece for a made dance whose energy swells and that stops every five beats."""
    tempo = STYLES[style].tempo[0] * 0.5 + STYLES[style].tempo[1] * 0.5
    beats = even_beats(0.0, tempo, seconds)
    swell = 0.55 + 0.4 * np.sin(np.linspace(0.0, 4.0, int(seconds * 60)))
    grid = BeatGrid(beats, np.arange(0, len(beats), 4), tempo, (), 1.0, 1.0)
    hits = tuple(HitPoint(float(at), 0.7, HitKind.STOP) for at in beats[3::5])
    dance = DanceAnalysis(seconds, 60.0, swell.astype(np.float32), grid, hits)
    return arrange(dance, seconds, STYLES[style], parse_prompt(""), seed).score


def pieces(styles: list[str], seconds: float, seeds: range, font: Path | None) -> Iterator[tuple[str, int, np.ndarray]]:
    """Each piece as style, seed and samples [2, N]. font: who plays; None: the built-in band."""
    choices = (SoundFontChoice(font.name),) if font else ()
    for style in styles:
        for seed in seeds:
            score = score_of(style, seconds, seed)
            band = cast(score, choices, INSTRUMENTS, {font.name: font} if font else None).instruments
            mix, _ = render(score, -14.0, seed, silent, with_stems=False, instruments=band)
            yield style, seed, mix.samples


def seed_range(text: str) -> range:
    """Seeds of "1-6" or "7"."""
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def side_against_mid_db(samples: np.ndarray) -> float:
    """Power of left minus right against left plus right, dB."""
    mid, side = samples[0] + samples[1], samples[0] - samples[1]
    return float(10.0 * np.log10(np.mean(side**2) / np.mean(mid**2)))


def outside_harmonics_db(name: str) -> float:
    """Energy of a note of 2 s further than a seventh of its fundamental from every harmonic, against all, dB."""
    pitch = 40 if "bass" in name else 60
    voice = Voice(pitch, 2.0, 0.7, np.random.default_rng(1))
    sound = INSTRUMENTS[name].play(voice).mean(axis=0)[: 2 * SAMPLE_RATE]
    power = np.abs(np.fft.rfft(sound * np.hanning(len(sound)))) ** 2
    ratio = np.fft.rfftfreq(len(sound), 1.0 / SAMPLE_RATE) / voice.hz
    outside = np.abs(ratio - np.round(ratio)) > 1.0 / 7.0
    outside |= ratio < 0.5
    return float(10.0 * np.log10(power[outside].sum() / power.sum()))


def waveforms(kit: str, key: int) -> int:
    """How many different sounds twelve equal strokes give."""
    sampler = Sampler(kit, INSTRUMENTS[kit], 1, RenderedNotes())
    return len({sampler.sound(Note(0.0, 0.1, key, 0.8)).full.tobytes() for _ in range(12)})


def tagged(folder: Path, python: str, ear: str) -> dict[str, dict[str, float]]:
    """Tags of each WAV file in `folder`, heard by a model of musicnn's in the tagger's own environment."""
    script = Path(__file__).with_name("music_tagger.py")
    heard = subprocess.run([python, str(script), str(folder), ear], check=True, capture_output=True, text=True)
    return json.loads(heard.stdout.splitlines()[-1])


def print_tags(
    styles: list[str], tags: dict[str, dict[str, float]], wide: dict[str, list[float]], wanted_of: dict[str, str]
) -> None:
    """One line a style, then how often "electronic" comes first."""
    first: dict[str, list[bool]] = {}
    print(f"{'style':14} {'wanted':11} p     rank  first  'electronic' p, first   side/mid   most likely words")
    for style in styles:
        heard = [words for name, words in tags.items() if name.rpartition("-")[0] == style]
        mean = {word: float(np.mean([words[word] for words in heard])) for word in heard[0]}
        order = sorted(mean, key=lambda word: -mean[word])
        wanted = wanted_of[style]
        ours = np.mean([max(words, key=lambda word: words[word]) == wanted for words in heard])
        first[style] = [max(words, key=lambda word: words[word]) == "electronic" for words in heard]
        print(
            f"{style:14} {wanted:11} {mean[wanted]:.2f}  {order.index(wanted) + 1:3d}   {ours:4.0%}   "
            f"{mean['electronic']:.2f}  {np.mean(first[style]):4.0%}                {np.mean(wide[style]):5.1f} dB   "
            + ", ".join(f"{word} {mean[word]:.2f}" for word in order[:4])
        )
    for label, chosen in (("all", styles), ("played", [style for style in styles if style in PLAYED])):
        words = [hit for style in chosen for hit in first[style]]
        if words:
            print(f"'electronic' first, {label} styles: {sum(words)} of {len(words)} = {np.mean(words):.0%}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tagger", default="build/tagger/bin/python", help="Python that has musicnn")
    parser.add_argument("--seeds", type=seed_range, default=range(1, 7), help="such as 1-6")
    parser.add_argument("--seconds", type=float, default=24.0)
    parser.add_argument("--style", action="append", choices={**WANTED, **WANTED_OF_MTT})
    parser.add_argument("--font", type=Path, help="a General MIDI SoundFont that plays instead of the built-in band")
    ears = ("MSD_musicnn", "MSD_vgg", "MTT_musicnn", "MTT_vgg")
    parser.add_argument("--ear", choices=ears, default=ears[0], help="who listens")
    parser.add_argument("--keep", type=Path, help="a folder for the pieces")
    options = parser.parse_args()
    wanted_of = WANTED_OF_MTT if options.ear.startswith("MTT") else WANTED
    styles = options.style or list(wanted_of)
    with tempfile.TemporaryDirectory() as made:
        folder = options.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        wide: dict[str, list[float]] = {style: [] for style in styles}
        for style, seed, samples in pieces(styles, options.seconds, options.seeds, options.font):
            Audio(samples, SAMPLE_RATE).save(folder / f"{style}-{seed}.wav")
            wide[style].append(side_against_mid_db(samples))
        print_tags(styles, tagged(folder, options.tagger, options.ear), wide, wanted_of)
    if options.font:
        return
    print("outside the harmonics, dB:", ", ".join(f"{name} {outside_harmonics_db(name):.0f}" for name in HELD))
    counts = [f"{word} {waveforms('acoustic_kit', key)}" for word, key in STROKES.items()]
    print("waveforms of twelve equal strokes, acoustic_kit:", ", ".join(counts))


if __name__ == "__main__":
    main()
