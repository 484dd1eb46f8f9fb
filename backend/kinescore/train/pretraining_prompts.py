"""What a piece of the corpus is called in a prompt: now this of it, now that, in the forms that users' prompts have."""

from __future__ import annotations

import numpy as np

from kinescore.data.score_pieces import PieceFacts

_UNKNOWN = "something"
"""A word that no vocabulary knows: prompts of users have some."""


def prompt_text(facts: PieceFacts, rng: np.random.Generator, says_clock: bool, says_tempo: bool, says_key: bool) -> str:
    """Return a prompt for a piece. says_clock: with a `*` for words on when beats fall. says_tempo: with a number.
    says_key: if the piece has one."""
    style = facts.style if rng.random() < 0.85 else ""
    mood = facts.mood if rng.random() < 0.8 else ""
    asides = [f"in {facts.key}"] if says_key and facts.key else []
    if not facts.has_drums and rng.random() < 0.8:
        asides.append("no drums")
    if facts.is_drums_alone:
        asides.append("drums")
    if says_tempo:
        asides.append(f"at {facts.tempo_bpm:.0f} bpm")
    if rng.random() < 0.1:
        asides.append(_UNKNOWN)
    rhythm = "with * as the rhythm" if says_clock else ""
    if rng.random() < 0.5:  # "a @ music with * as the rhythm", and what is added to it
        parts = [_spoken("a", mood, style, "music", rhythm), *asides]
    else:  # "sad, waltz, a @ music, with * as the rhythm"
        named = [f"a {style} music"] if style and rng.random() < 0.3 else [style]
        parts = [mood, *asides, *named, rhythm]
    text = ", ".join(part for part in parts if part)
    return text or "music"


def _spoken(*words: str) -> str:
    return " ".join(word for word in words if word)
