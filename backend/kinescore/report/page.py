"""Results -> one HTML page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kinescore.errors import ReportError
from kinescore.evaluation.clips.clip import Clip
from kinescore.evaluation.clips.clips_file import read_clips
from kinescore.evaluation.observations.store import load_observations
from kinescore.evaluation.results.evaluation import ClipBeatCounts, Evaluation
from kinescore.evaluation.results.evaluation_files import load_beat_counts, load_evaluation
from kinescore.evaluation.tables.protocols import PRIMARY
from kinescore.progress import Report, silent
from kinescore.report.choosing import ChosenClip, choose
from kinescore.report.clip_view import ClipView, clip_view
from kinescore.report.html import MAX_BYTES, megabytes, rendered, write_bounded
from kinescore.report.listening_files import CONTROL_NAMES
from kinescore.report.media import MEL_RANGE_DB, MEL_RANGE_HZ, mel_heights
from kinescore.report.mos import OpinionScores
from kinescore.report.published import ABLATION, COMPARISON, SOURCE
from kinescore.report.tables import dot_plot, result_tables

MAX_CLIPS = 50
MEL_TICKS = {"8 kHz": 8000.0, "2 kHz": 2000.0, "500 Hz": 500.0}
MEL_HEIGHT = 96.0  # px, as in clip.html


@dataclass(frozen=True)
class PageFacts:
    """What was written: bytes of the page, and the names of the clips in it."""

    bytes: int
    clips: tuple[str, ...]


def write_page(
    results: Path,
    output: Path,
    clips: int = 3,
    title: str = "Evaluation",
    opinions: OpinionScores | None = None,
    report: Report = silent,
) -> PageFacts:
    """Write the page of an evaluation: its results, and `clips` clips to hear and see. Same results, same bytes.

    opinions: what listeners said of its systems. Raises ReportError for a page that would be too large and for opinions
    on other systems, EvaluationError where results or sounds are missing.
    """
    if not 0 <= clips <= MAX_CLIPS:
        raise ReportError(f"{clips} clips were asked for; a page shows from 0 to {MAX_CLIPS}.")
    evaluation = load_evaluation(results)
    if opinions is not None:
        _refuse_other_systems(opinions, evaluation)
    counts = [each for each in load_beat_counts(results) if each.protocol == PRIMARY.name]
    chosen, choice = _chosen(evaluation, counts, read_clips(results), clips)
    views = tuple(_bounded(_views(results, chosen, counts, report)))
    write_bounded(_rendered(evaluation, opinions, views, choice, title), output, "Choose fewer --clips.")
    return PageFacts(output.stat().st_size, tuple(view.name for view in views))


def _chosen(
    evaluation: Evaluation, counts: Sequence[ClipBeatCounts], clips: Sequence[Clip], number: int
) -> tuple[tuple[tuple[Clip, ChosenClip], ...], str]:
    """The clips to show, and the sentence that says how they were chosen."""
    first = evaluation.systems[0]
    chosen = choose([each for each in counts if each.system == first], number)
    if chosen:
        shown = f"{len(chosen)} of {evaluation.clips} clips"
        sentence = f"{shown}, evenly from the best to the worst by the primary F1 of {first}."
    else:
        chosen = tuple(ChosenClip(clip.name, "") for clip in clips[:number])
        sentence = f"The first {len(chosen)} of {evaluation.clips} clips: none has a beat score to rank it by."
    of_name = {clip.name: clip for clip in clips}
    return tuple((of_name[each.clip], each) for each in chosen), sentence


def _views(
    results: Path, chosen: Sequence[tuple[Clip, ChosenClip]], counts: Sequence[ClipBeatCounts], report: Report
) -> Iterator[ClipView]:
    for number, (clip, why) in enumerate(chosen):
        report("drawing clips", number / len(chosen))
        (observations,) = load_observations(results, [clip])
        of_clip = {each.system: each for each in counts if each.clip == clip.name}
        yield clip_view(observations, why.rank, of_clip)


def _bounded(views: Iterator[ClipView]) -> Iterator[ClipView]:
    """Stop before more sound is gathered than a page may hold."""
    total = 0
    for view in views:
        total += sum(len(sound.uri) for sound in view.sounds)
        if total > MAX_BYTES:
            raise ReportError(
                f"The sounds of the clips have more than {megabytes(MAX_BYTES)}, which browsers open badly.",
                "Choose fewer --clips.",
            )
        yield view


def _refuse_other_systems(opinions: OpinionScores, evaluation: Evaluation) -> None:
    known = {*evaluation.systems, *CONTROL_NAMES}
    other = [each.system for each in opinions.systems if each.system not in known]
    if other:
        raise ReportError(
            f"The opinion scores are on '{other[0]}', which is no system of these results.",
            "Use the scores of a listening test that was made of them.",
        )


def _rendered(
    evaluation: Evaluation, opinions: OpinionScores | None, views: tuple[ClipView, ...], choice: str, title: str
) -> bytes:
    tables = result_tables(evaluation)
    primary = next((table for table in tables if table.group == PRIMARY.name), None)
    heights = mel_heights(tuple(MEL_TICKS.values())) if views else ()
    return rendered(
        "report.html",
        styles=("common.css", "report.css"),
        scripts=("skeleton.js", "player.js"),
        title=title,
        evaluation=evaluation,
        tables=tables,
        opinions=opinions,
        primary=PRIMARY.name,
        plot=primary and dot_plot(primary, "F1"),
        published=(COMPARISON, ABLATION),
        published_source=SOURCE,
        clips=views,
        choice=choice,
        mel_ticks=[(label, round(MEL_HEIGHT * y)) for label, y in zip(MEL_TICKS, heights, strict=False)],
        mel_range=f"{MEL_RANGE_HZ[0]:.0f} Hz to {MEL_RANGE_HZ[1] / 1000:.0f} kHz",
        mel_decibels=f"{MEL_RANGE_DB:.0f}",
        sound_size=megabytes(sum(len(sound.uri) for view in views for sound in view.sounds)),
    )
