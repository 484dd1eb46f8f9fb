"""One HTML file that needs nothing else: templates, styles and scripts are put into it, and nothing may be loaded."""

from __future__ import annotations

import base64
import hashlib
import math
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from kinescore.errors import ReportError
from kinescore.files.atomic_file import write_atomically
from kinescore.report.listening_files import CONTROL_NAMES

MAX_BYTES = 150_000_000
"""Above this browsers open a file slowly or not at all."""


def rendered(template: str, styles: Sequence[str], scripts: Sequence[str], **values: object) -> bytes:
    """Return a page of `template` with files of this room's `pages` inside, in UTF-8. Same values, same bytes.

    The content security policy names the digests of the one style and the one script, allows sound and pictures within
    the page and forbids everything else, so that no request can leave it. Values are escaped.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    room = Environment(
        loader=PackageLoader("kinescore.report", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    room.filters |= {"number": number, "probability": probability, "percent": percent, "shown": shown}
    room.tests["defined_number"] = lambda value: value is not None and math.isfinite(value)
    style, script = _joined(styles), _joined(scripts)
    policy = (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "img-src data:; media-src data:; base-uri 'none'; form-action 'none'"
    )
    return room.get_template(template).render(policy=policy, style=style, script=script, **values).encode()


def write_bounded(page: bytes, output: Path, remedy: str) -> None:
    """Write `page`. Raises ReportError with the `remedy` when it has more than MAX_BYTES."""
    if len(page) > MAX_BYTES:
        sentence = f"The page would have {megabytes(len(page))}; browsers open at most {megabytes(MAX_BYTES)} well."
        raise ReportError(sentence, remedy)
    write_atomically(output, page)


def megabytes(count: int) -> str:
    """Return a size for people, as in "12.3 MB"."""
    return f"{count / 1e6:.1f} MB"


def number(value: float) -> str:
    """Return four figures or three decimals, whatever is shorter, with a proper minus."""
    decimals = max(0, 3 - max(0, len(f"{abs(value):.0f}") - 1))
    rounded = round(value, decimals) + 0.0  # minus nothing is nothing
    return f"{rounded:.{decimals}f}".replace("-", "−")


def probability(value: float) -> str:
    """Return a p value as it is printed."""
    return "< 0.001" if value < 0.001 else f"{value:.3f}"


def shown(system: str) -> str:
    """Return what people read for a system: controls have names for files that begin with @."""
    return CONTROL_NAMES.get(system, system)


def percent(value: float, whole: float) -> str:
    """Return where `value` lies on an axis from 0 to `whole`, for SVG."""
    return f"{100 * value / whole:.3f}%"


def _joined(names: Sequence[str]) -> str:
    return "\n".join((files("kinescore.report") / "pages" / name).read_text("utf-8") for name in names)


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
