"""The long tables of words, which are kept as text beside this module."""

from __future__ import annotations

from pathlib import Path


def written(table: str) -> str:
    """Return a table as it is written: rows "meaning: word, word", or as in `everyday`, whose indented lines go on.

    table: "german_common", "spanish_common" and "french_common", what prompts say most, with forms and false friends
    spelt out, which overrule the others; "german_refusals" and so on, how one says there what is not wanted (in
    Japanese and Chinese the parts of it, which the modules of that name join); "taken_apart", how one says it around
    the thing;
    "japanese_scenes" and "chinese_scenes", which the others overrule; "doings" and "occasions" of all five languages.
    """
    return (Path(__file__).parent / f"{table}.txt").read_text("utf-8")
