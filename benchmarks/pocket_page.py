"""A page to listen to Pocket on dances of dancers left out, with every figure that was measured beside its chance.

    python -m benchmarks.pocket_page MODEL [-o FOLDER] [--clips 12] [--seconds 10.24] [--projector mlp]

For each clip the same seed is played to the words of its own movement, of another of the same tempo, of another, and to
none; beside them the built-in engine on the beats that were found. They are evaluated as `kinescore evaluate` does,
against the beats of the music that was danced to, and the page is that of `kinescore report`. Figures that other
benchmarks of Pocket kept in FOLDER for these weights come first on it. Writes FOLDER/<digest>/report.html.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from benchmarks.figures import kept
from benchmarks.pocket_clips import (
    FOLDER,
    WHOSE,
    Clip,
    codes_of,
    left_out,
    opened,
    piece,
    some_of,
    sound_of,
    written,
)
from benchmarks.pocket_encoders import fitted
from kinescore.backbones.pocket.backbone import Pocket
from kinescore.cli.main import main as kinescore
from kinescore.encoders.config import Projector
from kinescore.encoders.encoders import Encoders
from kinescore.engines.composer import compose
from kinescore.evaluation.results.evaluation_files import load_evaluation, save_evaluation
from kinescore.genres import find_genre
from kinescore.motion.readers.npz import write_npz
from kinescore.report.page import write_page
from kinescore.request import SoundtrackRequest

NAMES = {"own": "own movement", "same tempo": "another of its tempo", "another": "another movement"}
NO_WORD, BUILT_IN = "no word", "built-in engine"
SYSTEMS = (*NAMES.values(), NO_WORD, BUILT_IN)
TITLE = "Pocket on dances of dancers left out"
DRAWS = 200


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the page and print where it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER)
    parser.add_argument("--clips", type=int, default=12)
    parser.add_argument("--seconds", type=float, default=10.24)
    parser.add_argument("--projector", type=Projector, default=Projector.MLP)
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    pocket, folder = opened(options.model, options.output)
    clips, lessons = left_out(options.seconds, 0)
    encoders = fitted("ours", options.projector, pocket, lessons, folder)
    print(write_report(pocket, encoders, some_of(clips, options.clips), clips, folder))


def write_report(
    pocket: Pocket, encoders: Encoders, some: Sequence[Clip], clips: Sequence[Clip], folder: Path, draws: int = DRAWS
) -> Path:
    """Play, evaluate and write the page in `folder`; return it. clips: in which `Clip.others` are."""
    inputs, results = folder / "page", folder / "results"
    _write_inputs(pocket, encoders, some, clips, inputs)
    systems = [word for name in SYSTEMS for word in ("--generated", f"{name}={inputs / name}")]
    words = ["evaluate", *systems, "--reference", inputs / "beats", "--motion", inputs / "motion", "-o", results]
    if code := kinescore([str(word) for word in (*words, "--draws", draws)]):
        raise SystemExit(code)
    evaluation = load_evaluation(results)
    model = Path(pocket.text_space.source).name
    note = f"Model {model}, weights {folder.name}. Reference: the beats of the music danced to."
    more = tuple(kept(folder))
    save_evaluation(replace(evaluation, results=(*more, *evaluation.results), notes=(note, *evaluation.notes)), results)
    page = folder / "report.html"
    write_page(results, page, clips=len(some), title=TITLE)
    return page


def _write_inputs(
    pocket: Pocket, encoders: Encoders, some: Sequence[Clip], clips: Sequence[Clip], folder: Path
) -> None:
    for name in ("motion", "beats", *SYSTEMS):
        (folder / name).mkdir(parents=True, exist_ok=True)
    seconds = some[0].dance.keypoints.seconds
    for number, clip in enumerate(some):
        name = _name(clip)
        write_npz(clip.dance.keypoints, folder / "motion" / f"{name}.npz")
        (folder / "beats" / f"{name}.beats").write_text("".join(f"{beat:.3f}\n" for beat in clip.dance.beats))
        request = SoundtrackRequest(clip.dance.keypoints, genre=find_genre(clip.code).name, seed=number, stems=False)
        compose(request).audio.save(folder / BUILT_IN / f"{name}.wav")
    for system, place in {**{NAMES[whose]: place for place, whose in enumerate(WHOSE)}, NO_WORD: None}.items():
        words = [
            None if place is None else written(pocket, encoders, clips[clip.others[place]], seconds) for clip in some
        ]
        made = codes_of(pocket, [piece(pocket, each, number, seconds) for number, each in enumerate(words)])
        for codes, clip in zip(made, some, strict=True):
            sound_of(codes, clip, seconds).save(folder / system / f"{_name(clip)}.wav")


def _name(clip: Clip) -> str:
    """In AIST++'s manner of naming, by which clips of one song are known."""
    return f"{clip.whole.name}_{1 + round(2 * clip.start_seconds / clip.dance.keypoints.seconds)}"


if __name__ == "__main__":
    main()
