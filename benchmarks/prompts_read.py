"""How many prompts that were written before they were read land somewhere defensible, set by set, and which do not.

    python -m benchmarks.prompts_read [--all] [--file FILE]

The sets stand in tests/groovebox, each with styles that would do, an instrument that must play and one that must not.
"counted" is what a set gave when it was new, "chance" how many a style drawn by chance would do for. Since then misses
have been mended, and all of them are fitted to (`benchmarks/word_evidence.py`), so that "now" tells of no prompt that
is still to be written. --all prints how each prompt was read.

--file counts the sets of a text file instead: lines "# name of the set", then one prompt a line, "prompt | styles,
between, commas | instrument that plays | one that does not", as in tests/groovebox/prompts_to_learn_from.txt.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.styles import STYLES
from tests.groovebox import test_prompts_after_evidence as after
from tests.groovebox import test_prompts_counted_again as again
from tests.groovebox import test_prompts_counted_once as once
from tests.groovebox import test_prompts_in_six_languages as six
from tests.groovebox import test_prompts_not_mended as unmended
from tests.groovebox.test_prompts_after_shots import FOURTEENTH
from tests.groovebox.test_prompts_by_another import TWELFTH
from tests.groovebox.test_prompts_counted_last import SIXTEENTH
from tests.groovebox.test_prompts_for_shots import SHOTS
from tests.groovebox.test_prompts_of_europe import FRENCH, GERMAN, SPANISH
from tests.groovebox.test_prompts_of_many_films import FIFTEENTH

Case = tuple[str, str, str, str]
SETS: tuple[tuple[str, tuple[Case, ...], int], ...] = (
    ("earlier", once.EARLIER, 44),
    ("later", once.LATER, 41),
    ("other languages", once.OTHER_LANGUAGES, 22),
    ("first", again.FIRST, 41),
    ("second", again.SECOND, 23),
    ("third", again.THIRD, 22),
    ("fifth", six.FIFTH, 42),
    ("sixth", six.SIXTH, 42),
    ("seventh", six.SEVENTH, 43),
    ("eighth", unmended.EIGHTH, 41),
    ("ninth", after.NINTH, 37),
    ("tenth", after.TENTH, 43),
    ("eleventh", after.ELEVENTH, 44),
    ("twelfth", TWELFTH, 45),
    ("thirteenth", SHOTS, 41),
    ("fourteenth", FOURTEENTH, 44),
    ("fifteenth", FIFTEENTH, 37),
    ("sixteenth", SIXTEENTH, 42),
    ("German", GERMAN, 28),
    ("Spanish", SPANISH, 33),
    ("French", FRENCH, 32),
)
LEARNED = Path(once.__file__).with_name("prompts_to_learn_from.txt")


def read_sets(path: Path) -> dict[str, tuple[Case, ...]]:
    """The sets of a text file by name. Raises ValueError for a line that holds no prompt with styles that exist."""
    sets: dict[str, list[Case]] = {}
    for line in filter(None, path.read_text("utf-8").splitlines()):
        if line.startswith("#"):
            cases = sets.setdefault(line.strip("# "), [])
            continue
        prompt, styles, kept, refused = (*(part.strip() for part in line.split("|")), "", "", "")[:4]
        named = [style.strip() for style in styles.split(",")]
        if not {*named} <= STYLES.keys():
            raise ValueError(f"'{line}' names no style or one that does not exist.")
        cases.append((prompt, " ".join(named), kept, refused))
    return {name: tuple(cases) for name, cases in sets.items()}


def chance(cases: tuple[Case, ...]) -> float:
    """How many of the cases a style drawn by chance would land in, were every instrument as asked for."""
    return sum(len(once.styles_of(styles)) for _, styles, _, _ in cases) / len(STYLES)


def main() -> None:
    """Count every set and print what does not land."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--file", type=Path)
    args = parser.parse_args()
    told = args.all
    sets = [(name, cases, "") for name, cases in read_sets(args.file).items()] if args.file else SETS
    print(f"{'set':16} {'prompts':>8} {'counted':>8} {'now':>4} {'chance':>7}")
    for name, cases, counted in sets:
        landed = [case for case in cases if once.lands(*case)]
        print(f"{name:16} {len(cases):8} {counted:8} {len(landed):4} {chance(cases):7.1f}")
        for case in cases if told else [case for case in cases if case not in landed]:
            intent = parse_prompt(case[0])
            read = "; ".join(f"{words}: {taken}" for words, taken in intent.readings if taken)
            print(f"    {'' if case in landed else 'MISSED '}{case[0]}\n        {read}")


if __name__ == "__main__":
    main()
