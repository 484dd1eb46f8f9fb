"""List the interface texts of the Blender add-on that a language lacks, or has and no longer needs.

    python tools/translations.py            per language, what is missing and what is stale; exit code 1 if anything is
    python tools/translations.py --all      every text that the add-on shows

Texts are found in the sources. A value in an f-string is a place {0}, {1} ... in the text, as in the catalogues that
blender_addon/translations/ keeps: one JSON per language, text -> translation.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ADD_ON = Path(__file__).resolve().parents[1] / "blender_addon"
CATALOGUES = ADD_ON / "translations"
PACKAGE = ADD_ON.parent / "backend" / "kinescore"
BACKEND = (
    *("dance/analysis", "dance/beat_confidence", "dance/ensemble", "exchange/export", "exchange/timecode", "fit/song"),
    *("foley/playing", "groovebox/balance"),
    *("form/section_grid", "form/loop_tempo", "engines/learned", "engines/model_form", "engines/rolls"),
    *("groovebox/engine", "groovebox/arranger/choose_style", "motion/bone_map", "motion/mover", "motion/moving_points"),
    *("motion/repair", "motion/skeleton", "wire/address", "wire/errors"),
)
"""Modules whose errors and notes are read in Blender by somebody who did nothing unusual."""
PHASES = (
    *("Analysing", "Loading", "Arranging", "Synthesis", "Mixing", "Placing", "Uploading", "Queued", "Downloading"),
    *("Generating", "Cancelling..."),
)
PHRASES = (
    *("tempo sure", "tempo likely", "tempo doubtful: try half, double or a given one", "no armature"),
    *("beats sure", "beats likely: check them by ear", "the beat may be half a beat off: tap or nudge"),
    *("whooshes", "steps", "impacts"),
    *("the music ends before it", "another section starts too near"),
    *("no pulse found", "the beats were chosen to fall on the hit points"),
    *(f"No style was named; {how} movement at {{0}} BPM suggests {{1}}." for how in ("calm", "moderate", "lively")),
    *(
        f"No style was named; the movement is {how} and has no clear pulse, so this is {{0}}."
        for how in ("calm", "restless")
    ),
)
"""Words of the package that stand as values in its sentences, and sentences whole that it puts together of parts."""
PARTS = (
    *("Soundtrack", "Music", "Drums", "Percussion", "Bass", "Harmony", "Melody", "Accents"),
    *("Foley-Whooshes", "Foley-Steps", "Foley-Impacts"),
)
"""After which strips and channels are named."""
NAMES = {
    "Channel {0}",
    "Kinescore: {0} ...",
    "OpenTimelineIO",
    "LA Hip-Hop",
    "K-Pop",
    "FLAC",
    "WAV",
    "CSV",
    "EDL",
    "MIDI",
}
"""Which are the same in every language."""
SHOWN_WORDS, OF_PROPERTIES = {"text", "placeholder", "heading"}, {"name", "description"}
SHOWN_BY = {
    "report": (1,),
    "draw_text": (1,),
    "poll_message_set": (0,),
    "translated": (0,),
    "label": (0,),
    "Preset": (0, 3),
    "_draw_cards": (1,),
}
"""Function -> which of its arguments are shown."""
LABELS = {"bl_label", "bl_description"}
IN_BUG_REPORTS = {"describe", "_rig_lines"}
LOGGED = {"debug", "info", "warning", "error", "exception"}
SENTENCE = re.compile(r"^[“'\"(]?([A-Z]|\{\d\}).* \S")
WORDS = re.compile(r"[A-Za-z]{2}")
PLACE = re.compile(r"\{\d\}")
BORDER = re.compile(r"(?<=[.!?…]) (?=[A-Z'“{])")


def texts_of(folder: Path = ADD_ON) -> dict[str, str]:
    """Return every text that is shown -> the file that shows it."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        for text in _texts_in(ast.parse(path.read_text("utf-8"))):
            found.setdefault(text, path.relative_to(folder.parent).as_posix())
    return found


def as_text(node: ast.AST) -> str | None:
    """Return a string constant or an f-string as a text with places; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        places = iter(range(10))
        parts = [str(part.value) if isinstance(part, ast.Constant) else f"{{{next(places)}}}" for part in node.values]
        return "".join(parts)
    return None


def _texts_in(tree: ast.Module) -> Iterator[str]:
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    silent = {id(part) for node in ast.walk(tree) for part in _not_shown(node)}
    for node in ast.walk(tree):
        for shown in _shown(node):
            yield from sentences(as_text(shown) or "")
        text = as_text(node)
        if text and id(node) not in parts | silent and SENTENCE.match(text):
            yield from sentences(text)


def sentences(text: str) -> Iterator[str]:
    """Yield a text as it is looked up: whole, or where it has places, each of its sentences, places counted from 0."""
    for sentence in BORDER.split(text) if PLACE.search(text) else [text]:
        if WORDS.search(PLACE.sub("", sentence)):
            places = iter(range(10))
            yield PLACE.sub(lambda _, places=places: f"{{{next(places)}}}", sentence)  # type: ignore[misc]


def _not_shown(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings of all kinds, what is logged, and what the diagnostics say, which are for a bug report."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") in LOGGED:
        yield from node.args
    elif isinstance(node, ast.FunctionDef) and node.name in IN_BUG_REPORTS:
        yield from ast.walk(node)


def _shown(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.ClassDef):
        first = node.body[0]
        if node.name.startswith("KINESCORE_OT") and isinstance(first, ast.Expr):
            yield first.value
        for line in node.body:
            if isinstance(line, ast.Assign) and getattr(line.targets[0], "id", "") in LABELS:
                yield line.value
    elif isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for place in SHOWN_BY.get(name, ()):
            yield from _branches(node.args[place]) if len(node.args) > place else ()
        wanted = OF_PROPERTIES if name.endswith("Property") else SHOWN_WORDS
        for word in node.keywords:
            if word.arg in wanted:
                yield from _branches(word.value)
    elif isinstance(node, ast.Tuple) and 3 <= len(node.elts) <= 5:
        name, description = (as_text(element) for element in node.elts[1:3])
        if name and description and " " in description and name != name.lower():  # an entry of a menu
            yield from node.elts[1:3]


def _branches(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.IfExp):
        yield from _branches(node.body)
        yield from _branches(node.orelse)
    else:
        yield node


def texts_of_backend() -> dict[str, str]:
    """Return the sentences of the package that a user of the add-on may read -> the module that says them."""
    found: dict[str, str] = {}
    for name in BACKEND:
        path = PACKAGE / f"{name}.py"
        for text in _texts_in(ast.parse(path.read_text("utf-8"))):
            found.setdefault(text, path.relative_to(PACKAGE.parents[1]).as_posix())
    return found


def names_of_sections() -> dict[str, str]:
    """Return the names that kinds and styles of music give to sections, as the timeline has them -> where."""
    found: dict[str, str] = {}
    for path in sorted((PACKAGE / "groovebox").glob("*/*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for name in _section_names(node):
                found.setdefault(f"♪ {name.title()}", path.relative_to(PACKAGE.parents[1]).as_posix())
    return found


def _section_names(node: ast.AST) -> Iterator[str]:
    """Names in a dictionary from kinds of sections, and those of the kinds themselves."""
    if isinstance(node, ast.Dict):
        of_kinds = zip(node.keys, node.values, strict=True)
        named = [value for key, value in of_kinds if ast.unparse(key or value).startswith("SectionKind.")]
    elif isinstance(node, ast.ClassDef) and node.name == "SectionKind":
        named = [line.value for line in node.body if isinstance(line, ast.Assign)]
    else:
        return
    yield from (value.value for value in named if isinstance(value, ast.Constant) and isinstance(value.value, str))


def wanted() -> dict[str, str]:
    """Return all texts that each catalogue must have -> where they are from."""
    phases = dict.fromkeys((*PHASES, *PHRASES), "backend")
    parts = dict.fromkeys((f"♪ {part}" for part in PARTS), "the timeline")
    told = {**texts_of_backend(), **names_of_sections(), **parts, **texts_of(), **phases}
    return {text: place for text, place in told.items() if text not in NAMES}


def faults(catalogue: Mapping[str, str]) -> list[str]:
    """Return what is wrong with a catalogue, one line each."""
    told = wanted()
    lines = [
        f"missing: {json.dumps(text, ensure_ascii=False)}  ({told[text]})" for text in told if text not in catalogue
    ]
    lines += [f"stale: {json.dumps(text, ensure_ascii=False)}" for text in catalogue if text not in told]
    for text, words in catalogue.items():
        if sorted(PLACE.findall(text)) != sorted(PLACE.findall(words)):
            lines.append(f"lost a place for a value: {_quoted(words)}")
        if not words.strip():
            lines.append(f"empty: {_quoted(text)}")
    return lines


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def main() -> int:
    """List; 1 where a catalogue has a fault."""
    parser = argparse.ArgumentParser(description="Check the add-on's translations.")
    parser.add_argument("--all", action="store_true", help="list every text that is shown")
    parser.add_argument("--prune", action="store_true", help="remove what is stale from the catalogues, and sort them")
    options = parser.parse_args()
    if options.all:
        print(*(f"{place}: {text}" for text, place in wanted().items()), sep="\n")
        return 0
    count = 0
    for path in sorted(CATALOGUES.glob("*.json")):
        catalogue = json.loads(path.read_text("utf-8"))
        if options.prune:
            told = wanted()
            catalogue = {text: catalogue[text] for text in told if text in catalogue}
            path.write_text(json.dumps(catalogue, ensure_ascii=False, indent=1) + "\n", "utf-8")
        lines = faults(catalogue)
        count += len(lines)
        print(f"{path.name}: {len(catalogue)} texts, {len(lines)} to mend", *lines, sep="\n  ")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
