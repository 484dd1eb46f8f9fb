"""A score played by the band: stems, their sum, and one gain for all, in memory that does not grow with the piece."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import numpy as np

from kinescore.groovebox.band import INSTRUMENTS
from kinescore.groovebox.instruments.tuning import seconds_to_samples
from kinescore.groovebox.instruments.voice import Instrument
from kinescore.groovebox.mix.chords import with_chords_as_one
from kinescore.groovebox.mix.console import play_group
from kinescore.groovebox.score import STEMS, Part, Score
from kinescore.mastering.finish import end_in_silence, fade_in, fade_out
from kinescore.mastering.limiter import GainCurve, finishing_curve
from kinescore.mastering.looping import LoopingCurve, fold, looping_curve
from kinescore.progress import Report
from kinescore.sound.audio import SAMPLE_RATE, Audio
from kinescore.sound.long_audio import Watched, audio_of
from kinescore.sound.stored import WritableSamples, blocks_of, require_disk, room_for


def render(
    score: Score,
    loudness_lufs: float,
    seed: int,
    report: Report,
    with_stems: bool = True,
    instruments: Mapping[str, Instrument] = INSTRUMENTS,
) -> tuple[Audio, dict[str, Audio]]:
    """Play `score` and return the mix and the stems it uses, which sum to it.

    All are [2, round(score.seconds * 44100)] at 44.1 kHz and end in exact silence, but for loops, whose end goes on at
    their beginning. The mix has the integrated loudness `loudness_lufs` (BS.1770-4) with true peaks at most -1 dBTP;
    see `mastering.limiter.finishing_curve` for when a piece stays quieter. Same score and seed, same samples. Without
    stems everybody plays onto one bus, in half the time; the mix is the same but for rounding, and no stems are
    returned. Memory does not grow with the piece: what is long lies in temporary files. instruments: who plays, by
    name. Raises KinescoreError where the disk has no room for them.
    """
    score = with_chords_as_one(score, instruments)
    count = seconds_to_samples(score.seconds)
    groups = _by_stem(score.parts) if with_stems else {"": score.parts}
    require_disk(len(groups) + with_stems, 2, count)
    played = {}
    for number, (name, parts) in enumerate(groups.items()):
        done = partial(_report_group, report, number, len(groups))
        played[name] = _played(score, parts, instruments, count, seed, done)
    report("mixing", 0.0)
    mix = _sum(played, count, report) if with_stems else played[""]
    heard = Watched(mix, partial(report, "mixing", 0.5))
    level = (looping_curve if score.loops else finishing_curve)(heard, loudness_lufs)
    for samples in (mix, *played.values()) if with_stems else (mix,):
        _amplify(samples, level, report)
    report("mixing", 1.0)
    stems = {name: audio_of(samples, SAMPLE_RATE) for name, samples in played.items()} if with_stems else {}
    return audio_of(mix, SAMPLE_RATE), stems


def _report_group(report: Report, number: int, groups: int, done: float) -> None:
    report("synthesis", (number + done) / groups)


def _played(
    score: Score,
    parts: Sequence[Part],
    instruments: Mapping[str, Instrument],
    count: int,
    seed: int,
    report: Callable[[float], None],
) -> WritableSamples:
    """What `parts` play, from beginning to end. report: is told how much is done, 0..1."""
    sound = room_for(2, count)
    first = 0
    report(0.0)
    for block in play_group(score, parts, instruments, count, seed):
        if score.loops:
            fold(sound, block, first)
        else:
            sound[:, first : first + block.shape[1]] = block
        first += block.shape[1]
        report(min(1.0, first / max(count, 1)))
    _begin_and_end(sound, score)
    return sound


def _begin_and_end(samples: WritableSamples, score: Score) -> None:
    """Fades, and silence at the end, in place."""
    if score.fade_in_seconds:
        fade_in(samples, score.fade_in_seconds)
    if score.fade_out_seconds:
        fade_out(samples, score.fade_out_seconds)
    elif not score.loops:
        end_in_silence(samples)


def _by_stem(parts: tuple[Part, ...]) -> dict[str, list[Part]]:
    grouped = {stem: [part for part in parts if part.stem == stem] for stem in STEMS}
    return {stem: members for stem, members in grouped.items() if members}


def _sum(played: Mapping[str, WritableSamples], count: int, report: Report) -> WritableSamples:
    mix = room_for(2, count)
    for first, last in blocks_of(count):
        report("mixing", 0.0)
        block = np.zeros((2, last - first), np.float32)
        for samples in played.values():
            block += samples[:, first:last]
        mix[:, first:last] = block
    return mix


def _amplify(samples: WritableSamples, level: GainCurve | LoopingCurve, report: Report) -> None:
    """Give samples their gain, in place."""
    for first, last in blocks_of(samples.shape[1]):
        report("mixing", 0.5)
        samples[:, first:last] = samples[:, first:last] * level.between(first, last)
