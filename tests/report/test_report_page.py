"""The page of an evaluation in a real browser: complete in itself, in sync, readable by everyone."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import math
import re
import time
from pathlib import Path

import pytest

from kinescore.cli.main import main
from kinescore.evaluation.results.evaluation import REFERENCE
from kinescore.report.html import rendered
from kinescore.report.listening_files import MISMATCHED
from kinescore.report.mos import Opinion, OpinionScores, SystemOpinion, as_json
from tests.report.made_results import CLIPS, SECONDS, SYSTEMS, write_results

selenium = pytest.importorskip("selenium")

from selenium.webdriver import Chrome, Keys  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402

from tests.report.browsing import (  # noqa: E402
    canvas_bytes,
    complaints,
    narrow,
    open_page,
    prefer,
    press,
    requests,
    wait,
)

TIME = "return document.querySelector('[data-clip] .scrub').valueAsNumber"
SOUNDING = "return [...document.querySelectorAll('audio')].filter((a) => !a.paused).length"


@pytest.fixture(scope="module")
def page(results: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    assert main(["report", "page", str(results), "-o", str(path), "--title", "Two & more"]) == 0
    return path


@pytest.fixture
def opened(browser: Chrome, page: Path) -> Chrome:
    open_page(browser, page)
    return browser


def play_buttons(browser: Chrome) -> list:
    return browser.find_elements(By.CSS_SELECTOR, "[data-clip]:first-of-type .play")


def text_of(browser: Chrome) -> str:
    return browser.find_element(By.TAG_NAME, "body").text


def test_it_is_one_file_that_asks_for_nothing_and_complains_of_nothing(opened: Chrome) -> None:
    play_buttons(opened)[0].click()
    wait(opened, lambda b: b.execute_script(TIME) > 0.2)
    assert requests(opened) == []
    assert complaints(opened) == []


def test_the_policy_lets_no_request_out(opened: Chrome) -> None:
    script = "fetch('https://example.org').then(() => arguments[0]('sent'), () => arguments[0]('refused'))"
    assert opened.execute_async_script(script) == "refused"
    assert any("Content Security Policy" in complaint for complaint in complaints(opened))
    assert requests(opened) == []


def test_playing_moves_playhead_slider_and_skeleton(opened: Chrome) -> None:
    still = canvas_bytes(opened)
    head = opened.find_element(By.CSS_SELECTOR, ".playhead")
    assert head.get_attribute("x1") in ("0%", "0.0%")
    play_buttons(opened)[1].click()
    wait(opened, lambda b: b.execute_script(TIME) > 0.4)
    assert canvas_bytes(opened) != still
    at, place = opened.execute_script(f"{TIME.replace('return', 'return [')}, document.querySelector('.playhead')"
                                        ".getAttribute('x1')]")  # fmt: skip
    assert float(place.rstrip("%")) == pytest.approx(100 * at / SECONDS, abs=1.5)


def test_another_sound_goes_on_at_the_same_moment_and_the_first_stops(opened: Chrome) -> None:
    play_buttons(opened)[0].click()
    wait(opened, lambda b: b.execute_script(TIME) > 0.5)
    began, before = time.monotonic(), opened.execute_script(TIME)
    play_buttons(opened)[2].click()
    after = opened.execute_script(TIME)
    assert opened.execute_script(SOUNDING) == 1
    assert (after - before) % SECONDS < time.monotonic() - began + 0.2  # a busy machine is slow to click
    assert [button.get_attribute("aria-pressed") for button in play_buttons(opened)] == ["false", "false", "true"]
    other = opened.find_elements(By.CSS_SELECTOR, "[data-clip]")[1].find_element(By.CSS_SELECTOR, ".play")
    other.click()
    assert opened.execute_script(SOUNDING) == 1
    assert opened.execute_script(TIME) > 0, "a clip that is stopped stays where it is"


def test_it_plays_from_keys_alone_and_loops(opened: Chrome) -> None:
    opened.execute_script("document.querySelector('.scrub').focus()")
    press(opened, Keys.END)
    assert opened.execute_script(TIME) == pytest.approx(SECONDS, abs=0.02)
    press(opened, Keys.HOME, Keys.PAGE_UP)
    sought = opened.execute_script(TIME)
    assert 0 < sought < SECONDS
    press(opened, Keys.TAB, Keys.SPACE)
    assert opened.find_element(By.CSS_SELECTOR, ".loop").is_selected()
    press(opened, "2")
    wait(opened, lambda b: b.execute_script(TIME) > SECONDS - 0.5)
    wait(opened, lambda b: b.execute_script(TIME) < SECONDS - 0.5)
    assert opened.execute_script(SOUNDING) == 1


def test_a_click_into_a_plot_goes_there(opened: Chrome) -> None:
    plot = opened.find_element(By.CSS_SELECTOR, ".seekable")
    opened.execute_script("arguments[0].scrollIntoView({block: 'center'})", plot)
    plot.click()
    assert opened.execute_script(TIME) == pytest.approx(SECONDS / 2, abs=0.02)


def test_it_says_every_number_and_how_far_to_trust_it(opened: Chrome) -> None:
    text = text_of(opened)
    for words in (
        "Two & more", *SYSTEMS, "0.520", "0.470 to 0.580", "0.400", "0.350 to 0.450", "corrected 0.200", "p 0.012",
        "clicks at 120 BPM", "undefined", "no tempo", "intervals are wide", "as printed", ".4572", "other clips",
        f"3 of {CLIPS} clips, evenly from the best to the worst by the primary F1 of {SYSTEMS[0]}",
    ):  # fmt: skip
        assert words in text, words
    best = opened.find_elements(By.CSS_SELECTOR, "td.best .value")
    assert [cell.text for cell in best] == ["0.520"], "BCS overlaps, and what is undefined beats nothing"
    names = [heading.text for heading in opened.find_elements(By.CSS_SELECTOR, ".clip h3")]
    assert names == [
        "dances/clip0 best: rank 1 of 4",
        "dances/clip1 rank 3 of 4",
        "dances/clip3 worst: rank 4 of 4",
    ]


def test_requests_are_inside_as_they_were_written(opened: Chrome, results: Path) -> None:
    link = opened.find_element(By.CSS_SELECTOR, ".links a")
    assert link.get_attribute("download") == "clip0.json"
    content = base64.b64decode(link.get_attribute("href").split(",")[1])
    assert content == (results.parent / "system0" / "dances" / "clip0.json").read_bytes()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_small_screen_needs_no_sideways_scrolling(opened: Chrome, scheme: str) -> None:
    narrow(opened, 400)
    prefer(opened, color_scheme=scheme)
    width = opened.execute_script("return document.documentElement.scrollWidth")
    assert width <= 400
    canvas = opened.find_element(By.TAG_NAME, "canvas")
    assert canvas.size["width"] > 250


def test_less_motion_when_asked_for(opened: Chrome) -> None:
    opened.execute_script("document.querySelector('.scrub').focus()")
    press(opened, Keys.END)
    trailing = canvas_bytes(opened)
    prefer(opened, reduced_motion="reduce")
    wait(opened, lambda b: canvas_bytes(b) != trailing)


def test_paper_shows_what_is_folded_on_screen(opened: Chrome) -> None:
    closed = "return document.querySelectorAll('details:not([open])').length"
    before = opened.execute_script(closed)
    assert before > 0
    opened.execute_script("dispatchEvent(new Event('beforeprint'))")
    assert opened.execute_script(closed) == 0
    opened.execute_script("dispatchEvent(new Event('afterprint'))")
    assert opened.execute_script(closed) == before


def test_structure_for_those_who_listen_to_pages(opened: Chrome) -> None:
    levels = [int(h.tag_name[1]) for h in opened.find_elements(By.CSS_SELECTOR, "h1, h2, h3, h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert opened.execute_script("return document.documentElement.lang") == "en"
    unnamed = """return [...document.querySelectorAll('button, input, canvas, svg[role=img], table, a')].filter((e) =>
        !(e.textContent.trim() || e.getAttribute('aria-label') || (e.labels && e.labels.length))).length"""
    assert opened.execute_script(unnamed) == 0
    assert not opened.find_elements(By.CSS_SELECTOR, "th:not([scope])")
    assert not opened.find_elements(By.CSS_SELECTOR, "table:not(:has(caption))")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(opened: Chrome, scheme: str) -> None:
    """WCAG 2.2 AA: 4.5 to 1 for text, 3 to 1 for what is drawn."""
    prefer(opened, color_scheme=scheme)
    names = ("paper", "raised", "wash", "ink", "soft", "accent", "on-accent", "reference", "motion", "chance")
    colours = {
        name: opened.execute_script(
            "return getComputedStyle(document.documentElement).getPropertyValue(arguments[0])", f"--{name}"
        )
        for name in names
    }
    for ground in ("paper", "raised", "wash"):
        for name in ("ink", "soft", "accent", "reference"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
        for name in ("motion", "chance"):
            assert contrast(colours[name], colours[ground]) >= 3, (name, ground)
    assert contrast(colours["on-accent"], colours["accent"]) >= 4.5


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour.strip()[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_same_results_give_the_same_bytes(results: Path, tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        assert main(["report", "page", str(results), "-o", str(tmp_path / name), "--clips", "1"]) == 0
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_what_users_named_cannot_break_out(results: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    main(["report", "page", str(results), "-o", str(page), "--title", "</title><script>alert(1)</script>"])
    text = page.read_text("utf-8")
    assert "<script>alert" not in text
    assert "<2>" not in text
    assert text.count("</script>") == 1 + 3, "the page's own and one movement for each clip"


def test_without_references_clips_are_taken_in_order(tmp_path: Path) -> None:
    results = write_results(tmp_path, references=False)
    page = tmp_path / "page.html"
    assert main(["report", "page", str(results), "-o", str(page), "--clips", "2"]) == 0
    text = page.read_text("utf-8")
    assert "The first 2 of 4 clips" in text
    assert re.findall(r'data-name="(.*?)"', text) == [SYSTEMS[0], "Tickatron &lt;2&gt;"] * 2


def test_a_page_can_do_without_clips(results: Path, tmp_path: Path) -> None:
    assert main(["report", "page", str(results), "-o", str(tmp_path / "page.html"), "--clips", "0"]) == 0
    text = (tmp_path / "page.html").read_text("utf-8")
    assert "0.520" in text
    assert "<audio" not in text


def opinions(*systems: str) -> bytes:
    """A file of `kinescore report mos`: the first system is heard by two listeners, the others by one."""
    scores = [
        SystemOpinion(name, Opinion(4.25, *span), Opinion(3.5, *span), number, 7)
        for name, span, number in zip(systems, [(4.0, 4.5), *[(math.nan, math.nan)] * 9], (2, *[1] * 9), strict=False)
    ]
    return json.dumps(as_json(OpinionScores("test", 2, 14, tuple(scores), ("Said <b> & done.",)))).encode()


def test_what_listeners_said_stands_beside_the_figures(results: Path, tmp_path: Path, browser: Chrome) -> None:
    mos, page = tmp_path / "mos.json", tmp_path / "page.html"
    mos.write_bytes(opinions(SYSTEMS[1], REFERENCE, MISMATCHED))
    assert main(["report", "page", str(results), "-o", str(page), "--clips", "0", "--mos", str(mos)]) == 0
    open_page(browser, page)
    rows = browser.find_elements(By.CSS_SELECTOR, "[aria-labelledby=opinions] tbody tr")
    assert [row.text.split("\n")[0].split(" 4.25")[0] for row in rows] == [
        SYSTEMS[1],
        "reference",
        "other dance's music",
    ]
    assert "4.250\n4.000 to 4.500" in rows[0].text
    assert rows[1].text.count("no interval") == 2
    assert "Said <b> & done." in text_of(browser)
    assert complaints(browser) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"{}", "no opinion scores"), (b"[]", "no opinion scores"), (opinions("Nobody"), "'Nobody', which is no system")],
)
def test_opinions_on_something_else_are_refused(
    content: bytes, words: str, results: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    (tmp_path / "mos.json").write_bytes(content)
    assert main(["report", "page", str(results), "-o", str(tmp_path / "p.html"), "--mos", f"{tmp_path}/mos.json"]) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "p.html").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere", "-o", "page.html"], "no results"),
        (["results", "-o", "page.pdf"], ".html"),
        (["results", "-o", "page.html", "--clips", "51"], "from 0 to 50"),
        (["results", "-o", "no_folder/page.html"], "no_folder"),
        (["results", "-o", "page.html", "--mos", "gone.json"], "gone.json"),
    ],
)
def test_bad_input_is_one_sentence(
    arguments: list[str],
    words: str,
    results: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "results").symlink_to(results)
    assert main(["report", "page", *arguments]) == 2
    printed = capsys.readouterr().err
    assert printed.startswith("kinescore: ")
    assert printed.count("\n") == 1
    assert words in printed


def test_too_much_sound_is_refused_before_it_is_written(
    results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr("kinescore.report.page.MAX_BYTES", 100_000)
    assert main(["report", "page", str(results), "-o", str(tmp_path / "page.html")]) == 2
    assert "--clips" in capsys.readouterr().err
    assert not (tmp_path / "page.html").exists()


def test_script_and_style_are_the_ones_that_the_policy_names() -> None:
    """Independent of the browser: digests in the policy against the bytes between the tags."""
    values = {"title": "t", "data": {}, "count": 1, "minutes": 1}
    page = rendered("listening.html", ("common.css",), ("skeleton.js",), **values).decode()
    for kind in ("script", "style"):
        inside = re.search(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode().replace("+", "&#43;")
        assert f"{kind}-src" in page
        assert digest in page.replace("+", "&#43;")
    assert json.dumps("unsafe-inline")[1:-1] not in page


def test_from_sounds_and_beat_times_to_the_page(tmp_path: Path) -> None:
    """All commands in a row, the reference being times of beats, as annotators write them."""
    write_results(tmp_path)
    beats = tmp_path / "beats" / "dances"
    beats.mkdir(parents=True)
    for number in range(CLIPS):
        (beats / f"clip{number}.beats").write_text("0.2\n0.7\n1.2\n1.7\n", "utf-8")
    results, page, test = tmp_path / "evaluated", tmp_path / "page.html", tmp_path / "test.html"
    evaluate = ["evaluate", "--generated", f"Brassdream={tmp_path / 'system0'}", "--draws", "20", "-o", str(results)]
    assert main([*evaluate, "--reference", str(beats.parent), "--motion", str(tmp_path / "motion")]) == 0
    assert main(["report", "page", str(results), "-o", str(page)]) == 0
    text = page.read_text("utf-8")
    assert re.findall(r'data-name="(.*?)"', text) == ["Brassdream"] * 3, "beat times make no sound"
    assert text.count('class="beat reference" x1="10.000%"') == 3, "0.2 s of 2 s"
    assert "shuffled pairs" in text
    assert main(["report", "listening", str(results), "-o", str(test), "--items", "2"]) == 0
    key = json.loads(test.with_suffix(".key.json").read_text("utf-8"))
    assert key["systems"] == ["Brassdream", "@mismatched"]
