"""Do ears that know nothing of Kinescore hear in each piece of the gallery its style, and its beat?

    python -m benchmarks.gallery_heard [--tagger build/tagger/bin/python] [--seed 1]... [--style house]... [--keep DIR]

The pieces are those that `make gallery` makes, 24 s each (bpy builds the dance). musicnn and its second network, as
they learned the Million Song Dataset and MagnaTagATune, give each 50 words (`benchmarks/music_tagger.py` says how to
set them up): the rank of the word that is wanted, where a vocabulary has one, by the mean of its two networks. Beside
it the median rank of that word for the pieces of styles that want another (which is chance: some words are said of
everything), and how many of those pieces have it later. Beats: F within 0.07 s of what librosa and madmom hear, told
nothing (`benchmarks/ears.py` has how to install madmom), against the beats of the piece; chance is the mean of that
beat turned to every phase.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from mir_eval.beat import f_measure
from numpy.typing import NDArray

from benchmarks.ears import PHASES, Ear, ears
from benchmarks.instrument_sound import tagged
from kinescore.groovebox.styles import STYLES
from kinescore.sound.audio import Audio
from tools.gallery import Wish, danced_for, played

SECONDS = 24.0
NETWORKS = {"songs": ("MSD_musicnn", "MSD_vgg"), "instruments": ("MTT_musicnn", "MTT_vgg")}
"""By vocabulary: words of listeners of songs, and words that players of a game gave to clips."""
WANTED: Mapping[str, Mapping[str, str]] = {
    "songs": {
        "break": "funk", "house": "House", "street jazz": "funk", "krump": "Hip-Hop", "la hip-hop": "Hip-Hop",
        "lock": "funk", "middle hip-hop": "Hip-Hop", "popping": "funk", "waack": "dance", "techno": "electronic",
        "hip-hop": "Hip-Hop", "funk": "funk", "pop": "pop", "rock": "rock", "jazz": "jazz", "ambient": "ambient",
        "orchestral": "instrumental", "cinematic": "instrumental", "drum and bass": "electronic", "lo-fi": "chillout",
        "synthwave": "80s", "trap": "Hip-Hop", "dubstep": "electronic", "k-pop": "pop", "chiptune": "electronic",
        "bossa nova": "jazz", "country": "country", "celtic": "folk", "piano": "instrumental", "suspense": "ambient",
        "horror": "ambient", "epic": "instrumental", "corporate": "pop",
    },
    "instruments": {
        "ballet jazz": "piano", "techno": "techno", "rock": "rock", "pop": "pop", "orchestral": "classical",
        "ambient": "ambient", "cinematic": "classical", "drum and bass": "electronic", "synthwave": "synth",
        "dubstep": "electronic", "chiptune": "synth", "tango": "strings", "waltz": "classical", "country": "country",
        "celtic": "flute", "western": "guitar", "asian": "flute", "piano": "piano", "choral": "choir",
        "march": "classical", "suspense": "ambient", "horror": "ambient", "chase": "fast", "epic": "classical",
        "drumline": "drums", "body percussion": "beat",
    },
}  # fmt: skip
"""The word that is the style's, its family's or its leading instrument's; written before any piece was heard. Latin,
reggae, afrobeat, samba, middle eastern, circus and comedy have none in either vocabulary."""


def beats_heard(ear: Ear, audio: Audio, beats: NDArray[np.float64]) -> tuple[float, float]:
    """Return F of what an ear that is told nothing hears, and its chance."""
    [heard] = ear(audio, (None,))
    turned = [beats[:-1] + phase / PHASES * np.diff(beats) for phase in range(PHASES)]
    return f_measure(beats, heard), float(np.mean([f_measure(grid, heard) for grid in turned]))


def words_of(folder: Path, tagger: str, networks: Sequence[str]) -> dict[str, dict[str, float]]:
    """Return the probability of each word for each file in `folder`, the mean of all `networks`."""
    said = [tagged(folder, tagger, network) for network in networks]
    return {
        name: {word: float(np.mean([each[name][word] for each in said])) for word in words}
        for name, words in said[0].items()
    }


def print_words(said: Mapping[str, Mapping[str, float]], wanted: Mapping[str, str]) -> None:
    """Print a line for each style: the rank of its word and that of others' pieces; then what comes first."""
    styles = [style for style in STYLES if style in {_style(name) for name in said}]
    placed = {name: {word: at for at, word in enumerate(_order(words), start=1)} for name, words in said.items()}
    print("style            wanted        rank  others  later   most likely words")
    all_own, all_later = [], []
    for style in styles:
        mine = [name for name in said if _style(name) == style]
        mean = {word: float(np.mean([said[name][word] for name in mine])) for word in said[mine[0]]}
        first = ", ".join(f"{word} {mean[word]:.2f}" for word in _order(mean)[:4])
        word = wanted.get(style, "")
        others = [placed[name][word] for name in said if word and wanted.get(_style(name)) != word]
        own = [placed[name][word] for name in mine if word]
        later = [other > rank for rank in own for other in others]
        figures = f"{np.mean(own):4.0f} {np.median(others):7.0f}  {np.mean(later):5.0%}" if later else " " * 19
        print(f"{style:16} {word or '–':12} {figures}   {first}")
        all_own += own
        all_later += [float(np.mean(later))] if later else []
    print(f"first: {np.mean(np.equal(all_own, 1)):.0%} (chance 2 %); of the first five: ", end="")
    print(f"{np.mean(np.less_equal(all_own, 5)):.0%} (10 %); others' later: {np.mean(all_later):.0%} (50 %)")


def _style(name: str) -> str:
    return name.rpartition("-")[0]


def _order(words: Mapping[str, float]) -> list[str]:
    return sorted(words, key=lambda word: -words[word])


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tagger", default="build/tagger/bin/python", help="Python that has musicnn")
    parser.add_argument("--seed", type=int, action="append", help="left out: 1, the gallery's own")
    parser.add_argument("--style", action="append", choices=STYLES, metavar="STYLE", help="left out: all of them")
    parser.add_argument("--keep", type=Path, help="a folder for the pieces")
    options = parser.parse_args()
    listening = ears()
    styles, danced = options.style or list(STYLES), danced_for(SECONDS)
    print(f"{'beats':16} " + "  ".join(f"{name:>8} chance" for name in listening))
    with tempfile.TemporaryDirectory() as made:
        folder = options.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        means = []
        for style in styles:
            figures = []
            for seed in options.seed or [1]:
                [(_, take)] = played(danced, [style], Wish(seed=seed))
                take.audio.save(folder / f"{style}-{seed}.wav")
                figures.append([beats_heard(ear, take.audio, take.beats) for ear in listening.values()])
            means.append(np.mean(figures, axis=0))
            _print_beats(style, means[-1])
        _print_beats("all", np.mean(means, axis=0))
        for vocabulary, networks in NETWORKS.items():
            print(f"\nwords of {vocabulary}")
            print_words(words_of(folder, options.tagger, networks), WANTED[vocabulary])


def _print_beats(name: str, figures: NDArray[np.float64]) -> None:
    print(f"{name:16} " + "  ".join(f"{f:8.2f} {chance:6.2f}" for f, chance in figures), flush=True)


if __name__ == "__main__":
    main()
