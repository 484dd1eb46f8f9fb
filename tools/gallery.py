# SPDX-License-Identifier: GPL-3.0-or-later
"""`make gallery`: one piece in every style, and a page to listen to them: index.html, with the sound files beside it.

    python tools/gallery.py [--style house]... [--prompt WORDS] [--seconds 24] [--seed 1] [--output FOLDER]

The demo's dancer dances the same dance for each of them, at the tempo in the middle of those that the style is at home
in, so that what differs is the music.
"""

from __future__ import annotations

import argparse
import html
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import soundfile

from kinescore.engines.composer import compose
from kinescore.groovebox.styles import STYLES
from kinescore.motion.keypoints import Keypoints
from kinescore.report.media import mel_uri
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio
from kinescore.take import Take

REPOSITORY = Path(__file__).resolve().parents[1]
WAVE_COLUMNS, WAVE_HEIGHT = 600, 48
BLOCK = 1 << 14
PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Kinescore: a piece in every style</title>
<style>
body {{ font: 15px/1.4 system-ui, sans-serif; margin: 2em auto; max-width: 1240px; padding: 0 1em;
        background: #15171c; color: #e6e6ea }}
main {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(360px, 1fr)); gap: 1em }}
section {{ background: #20232b; border-radius: 8px; padding: 1em }}
h2 {{ margin: 0 0 .2em; font-size: 1.1em }} p {{ margin: .2em 0 .6em; color: #a9adb8; font-size: .85em }}
img, svg, audio {{ display: block; width: 100% }} img {{ height: 96px; image-rendering: auto }}
svg {{ height: 48px; background: #15171c }} path {{ fill: #7aa2f7 }} audio {{ margin-top: .6em; height: 36px }}
</style>
<h1>A piece in every style</h1>
<p>{intro}</p>
<main>
{pieces}
</main>
<script>
document.addEventListener("play", event => document.querySelectorAll("audio").forEach(
  other => other === event.target || other.pause()), true)
</script>
</html>
"""
PIECE = """<section id="{file}"><h2>{name}</h2>
<p>{facts}<br>{players}</p>
<svg viewBox="0 0 {columns} {height}" preserveAspectRatio="none" role="img" aria-label="Waveform">
<path d="{wave}"/></svg>
<img alt="Mel spectrogram" src="{mel}"><audio controls preload="none" src="{file}.ogg"></audio></section>"""
Danced = Callable[[float], Keypoints]
"""The movement at a tempo in BPM."""


@dataclass(frozen=True)
class Wish:
    """What is asked of every piece."""

    prompt: str = ""
    seed: int = 1


def main() -> int:
    """Make the gallery; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--style", action="append", choices=STYLES, metavar="STYLE", help="left out: all of them")
    parser.add_argument("--prompt", default="", help="words that colour every piece")
    parser.add_argument("--seconds", type=float, default=24.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path, default=REPOSITORY / "build" / "gallery")
    options = parser.parse_args()
    page = write_gallery(
        danced_for(options.seconds), options.style or STYLES, Wish(options.prompt, options.seed), options.output
    )
    print(page)
    return 0


def write_gallery(danced: Danced, styles: Iterable[str], wish: Wish, folder: Path) -> Path:
    """Write a sound file for each of `styles` and index.html into `folder`, which is made; returns the page's path."""
    folder.mkdir(parents=True, exist_ok=True)
    pieces = []
    for name, take in played(danced, styles, wish):
        file = name.replace(" ", "-")
        write_ogg(folder / f"{file}.ogg", take.audio)
        pieces.append(_piece(name, file, take))
        print(f"{name}: {take.audio.seconds:.1f} s", file=sys.stderr)
    words = f"with the words “{wish.prompt}”" if wish.prompt else "without a word"
    intro = f"The same dance at each style's own tempo, by the built-in engine, {words}, seed {wish.seed}."
    page = folder / "index.html"
    page.write_text(PAGE.format(intro=html.escape(intro), pieces="\n".join(pieces)), "utf-8")
    return page


def played(danced: Danced, styles: Iterable[str], wish: Wish) -> Iterator[tuple[str, Take]]:
    """Yield the name of each of `styles` and its piece, at the tempo in the middle of those it is at home in."""
    for name in styles:
        low, high = STYLES[name].tempo
        request = SoundtrackRequest(danced((low + high) / 2), wish.prompt, genre=name, seed=wish.seed, stems=False)
        yield name, compose(request)


def write_ogg(path: Path, audio: Audio) -> None:
    """Write `audio` as Ogg Vorbis, block by block: libsndfile's encoder takes no long sound at once."""
    with soundfile.SoundFile(path, "w", audio.rate, len(audio.samples), "VORBIS", format="OGG") as file:
        for first in range(0, audio.samples.shape[1], BLOCK):
            file.write(np.clip(audio.samples[:, first : first + BLOCK].T, -1.0, 1.0))


def _piece(name: str, file: str, take: Take) -> str:
    told = take.provenance
    facts = f"{take.tempo_bpm:.0f} BPM, {told['metre']}, {told['key']}, {len(take.sections)} sections"
    facts += f"; {told['prompt_read_as']}" if told["prompt_read_as"] else ""
    return PIECE.format(
        name=html.escape(name),
        file=html.escape(file),
        facts=html.escape(facts),
        players=html.escape(str(told["instruments"]).replace("_", " ")),
        columns=WAVE_COLUMNS,
        height=WAVE_HEIGHT,
        wave=_wave(take.audio),
        mel=mel_uri(take.audio, take.audio.seconds),
    )


def _wave(audio: Audio) -> str:
    """The outline of the loudest sample in each of WAVE_COLUMNS pieces, as an SVG path around the middle."""
    peaks = [float(np.abs(piece).max()) for piece in np.array_split(audio.samples, WAVE_COLUMNS, axis=1)]
    middle = WAVE_HEIGHT / 2
    upper = [f"{x} {middle - peak * middle:.1f}" for x, peak in enumerate(peaks)]
    lower = [f"{x} {middle + peak * middle:.1f}" for x, peak in reversed(list(enumerate(peaks)))]
    return f"M{'L'.join([*upper, *lower])}Z"


def danced_for(seconds: float) -> Danced:
    """Return the demo's dance, as long as that at any tempo that a style is in the middle of."""
    sys.path[:0] = [str(REPOSITORY), str(REPOSITORY / "tools")]  # for the add-on's sampler and the programs beside this
    from demo_dance import BPM
    from demo_dances import seen

    fastest = max(sum(style.tempo) / 2 for style in STYLES.values())
    dance = seen(1.05 * seconds * fastest / BPM)
    return lambda bpm: replace(dance, fps=dance.fps * bpm / BPM).between(0.0, seconds)


if __name__ == "__main__":
    sys.exit(main())
