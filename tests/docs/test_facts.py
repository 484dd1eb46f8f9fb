"""What the pages claim about the code is what the code says."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import numpy as np
import yaml

import kinescore
from kinescore import errors
from kinescore.cli.main import build_parser
from kinescore.dance.rhythm import released_rhythm
from kinescore.groovebox.styles import STYLES
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.read import MOTION_SUFFIXES
from kinescore.request import MAX_PROMPT_CHARACTERS
from kinescore.serve.config import ServeConfig
from kinescore.wire import codec, encoded_request, messages, request_codec
from kinescore.wire.errors import WireError
from tests.docs.pages import ROOT, SITE, blocks
from tests.test_house import ADD_ON_ORDER, ORDER
from tests.wire.motions import wandering

WIRE = SITE / "reference" / "wire-protocol.md"
FORMATS = SITE / "reference" / "file-formats.md"
ARCHITECTURE = SITE / "explanation" / "architecture.md"
FIRST_CELLS = re.compile(r"^\| (`[^|]+) \|", re.MULTILINE)


def text(page: Path) -> str:
    return page.read_text("utf-8")


def section(page: Path, heading: str) -> str:
    """What stands below a heading, up to the next of the same or a higher level."""
    level = re.search(rf"^(#+) {re.escape(heading)}$", text(page), re.MULTILINE)
    assert level, f"{page.name} has no heading '{heading}'"
    return re.split(rf"^#{{1,{len(level[1])}}} ", text(page)[level.end() :], maxsplit=1, flags=re.MULTILINE)[0]


def named(passage: str) -> list[str]:
    """The names in the first cells of a passage's tables."""
    return [name for cell in FIRST_CELLS.findall(passage) for name in re.findall(r"`([^`]+)`", cell)]


def test_the_rooms_are_those_of_the_house_in_its_order() -> None:
    assert named(section(ARCHITECTURE, "Rooms")) == list(ORDER)
    assert named(section(ARCHITECTURE, "The add-on")) == list(ADD_ON_ORDER)


def test_the_readme_names_rooms_that_are_there() -> None:
    for name in re.findall(r"^\| ((?:`[\w/]+/`(?:, )?)+) \|", text(ROOT / "README.md"), re.MULTILINE):
        for folder in re.findall(r"`([\w/]+)/`", name):
            assert (ROOT / folder).is_dir() or (ROOT / "backend/kinescore" / folder).is_dir(), folder


def test_the_styles_are_those_that_the_engine_plays() -> None:
    said = section(SITE / "tutorials" / "animators.md", "3. Say what you want to hear").split("The styles are ")[1]
    assert re.split(r", | and (?!bass)", said.split(".\n")[0].replace("\n", " ")) == list(STYLES)


def test_the_add_on_has_every_button_that_its_tutorial_names() -> None:
    code = "\n".join(text(path) for path in (ROOT / "blender_addon").rglob("*.py"))
    buttons = set(re.findall(r"\*\*([^*]+)\*\*", text(SITE / "tutorials" / "animators.md")))
    assert len(buttons) > 8
    assert not {button for button in buttons if f'"{button}"' not in code}


def test_the_messages_of_the_protocol() -> None:
    assert named(section(WIRE, "Calls")) == list(codec.CALLS)
    assert named(section(WIRE, "Replies")) == list(codec.REPLIES)
    for heading, kinds in (("Calls", codec.CALLS), ("Replies", codec.REPLIES)):
        for name, kind in kinds.items():
            row = re.search(rf"^\| `{name}` \| ([^|]+) \|", section(WIRE, heading), re.MULTILINE)[1]
            members = [field.name for field in fields(kind) if field.name != "data"]
            assert [word for word in re.findall(r"`(\w+)`", row) if word in members] == members, name


def test_the_sizes_of_the_protocol() -> None:
    sizes = re.findall(r"^\| [^|]+ \| (\d+) ([KM]iB) \|$", section(WIRE, "Sizes"), re.MULTILINE)
    in_bytes = [int(size) * {"KiB": 1024, "MiB": 1024**2}[unit] for size, unit in sizes]
    header, array = encoded_request.MAX_HEADER_BYTES, encoded_request.MAX_ARRAY_BYTES
    assert in_bytes == [header, array, codec.MAX_REPLY_HEADER_BYTES, messages.MAX_CHUNK_BYTES]
    assert f"from 2 to {encoded_request.MAX_FRAMES:,} frames" in text(WIRE)
    assert f"`protocol` is {messages.PROTOCOL}." in text(WIRE)
    limits = messages.Limits()
    assert f"{limits.jobs})" in text(WIRE)
    assert f"({limits.jobs_per_client})" in text(WIRE)


def test_a_submission_made_as_the_page_says_is_one() -> None:
    header = next(json.loads(block.text) for block in blocks(WIRE) if '"prompt"' in block.text)
    motion, example = header["motion"], header["example"]
    array = bytes(motion["frames"] * 17 * 3 * 4 + example["samples"] * 4)
    line = json.dumps(header, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(f"{line}\n".encode() + array).hexdigest()
    body = {"job": messages.new_job_id(), "digest": digest, "request": header}
    message = json.dumps({"protocol": 1, "id": 7, "type": "submit", "body": body}).encode()
    call, _ = codec.decode_call([message, array])
    assert call.request.digest == digest
    assert call.request.decode().prompt == "joyful house with piano"


def test_every_code_of_an_error_that_travels_is_on_the_page() -> None:
    """Those of the wire's and the server's own files, and of the errors that a request can raise."""
    said = set(re.findall(r"`(\w+)`", section(WIRE, "Errors")))
    written = {
        code
        for room in ("wire", "serve")
        for path in (ROOT / "backend/kinescore" / room).glob("*.py")
        for code in re.findall(r'\bcode = "(\w+)"|\bcode="(\w+)"|Failure\(\s*"(\w+)"', path.read_text("utf-8"))
        for code in code
        if code
    }
    raised = {errors.MotionError.code, errors.RequestError.code, errors.EngineError.code, WireError.code}
    of_the_server_alone = {"cannot_serve", "bad_archive"}
    assert (written | raised) - of_the_server_alone <= said


def test_the_request_file() -> None:
    passage = section(FORMATS, "Request file")
    assert named(passage) == list(request_codec.SETTINGS)
    assert f"up to {MAX_PROMPT_CHARACTERS} characters" in passage


def test_the_example_of_a_request_is_one() -> None:

    request = next(block.text for block in blocks(FORMATS) if '"prompt"' in block.text)
    assert request_codec.request_from_json(request, wandering()).genre == "house"


def test_motion_suffixes() -> None:
    page = text(SITE / "reference" / "motion-files.md")
    assert set(MOTION_SUFFIXES) <= set(re.findall(r"`(\.\w+)`", page))


def test_what_the_studio_is_told_of_the_server() -> None:
    said, config = text(SITE / "how-to" / "studio.md"), ServeConfig()
    for claim in (
        f"{config.keep_seconds / 3600:.0f} hours",
        f"{config.quota_bytes / 1024**3:.0f} GiB",
        f"up to {config.batch} by each worker",
        f"lost {config.attempts} workers",
        f"for {config.step_timeout_seconds:.0f} s",
        f"within {config.stop_grace_seconds:.0f} s",
        f"at most {config.limits.jobs_per_client} unfinished",
        f"{config.limits.jobs} in all",
    ):
        assert claim in said, claim


def test_every_command_has_its_help() -> None:
    page = text(SITE / "reference" / "command-line.md")
    for command in paths_of(build_parser(), ()):
        assert "```{command-help} " + " ".join(command) + "\n" in page, command


def paths_of(parser: object, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    below = [action for action in parser._actions if isinstance(action.choices, dict)]
    if not below:
        yield path
    for action in below:
        for name, command in action.choices.items():
            yield from paths_of(command, (*path, name))


def test_every_public_name_is_on_the_page_and_nothing_else() -> None:
    said = re.findall(r"^\.\. auto\w+:: kinescore\.(\w+)$", text(SITE / "reference" / "python.md"), re.MULTILINE)
    assert sorted(said) == sorted(kinescore.__all__)


def test_one_version() -> None:
    """The package's own, in the changelog, and in the names of the zips."""
    version = kinescore.__version__
    assert f"\n## {version} " in text(ROOT / "CHANGELOG.md")
    zips = re.findall(r"`kinescore-([\d.]+)-(\w+)-windows_x64\.zip`", text(SITE / "tutorials" / "animators.md"))
    assert zips == [(version, "cp311"), (version, "abi3")]


def test_the_released_rhythm_marks_about_eight_peaks_a_second_on_anything() -> None:
    """As the page on the method says of a still figure with some noise."""
    still = np.full((6000, 17, 2), 400.0) + np.random.default_rng(0).normal(scale=1.0, size=(6000, 17, 2))
    rhythm = released_rhythm(Keypoints(still, np.ones((6000, 17)), 60.0, (800, 800)))
    assert 7.5 < rhythm.peaks.sum() / 100 < 9.0
    assert "about eight peaks a second" in text(SITE / "explanation" / "method.md")


def test_the_public_workflow_does_what_the_readme_says() -> None:
    """On every system the versions that constraints pin, with the extras and the libraries that the README names."""
    flow = yaml.safe_load(text(ROOT / ".github/workflows/test.yml"))
    test, readme = flow["jobs"]["test"], text(ROOT / "README.md")
    pinned = {path.stem.removeprefix("python-") for path in (ROOT / "constraints").glob("*.txt")}
    assert set(test["strategy"]["matrix"]["python"]) == pinned
    ran = "\n".join(step.get("run", "") for step in test["steps"])
    assert set(re.search(r"apt-get install (lib[^`]+)`", readme)[1].split()) <= set(ran.split())
    assert {"make test PYTHON=python", "make demo PYTHON=python"} <= set(ran.splitlines())
    assert '-c constraints/python-${{ matrix.python }}.txt -e ".[bpy,dev]"' in ran
    used = {step["uses"] for job in flow["jobs"].values() for step in job["steps"] if "uses" in step}
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", action) for action in used)


def test_templates_are_yaml() -> None:
    for path in (*(ROOT / ".github").rglob("*.yml"), ROOT / ".pre-commit-config.yaml"):
        assert yaml.safe_load(path.read_text("utf-8")), path
