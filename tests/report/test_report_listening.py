"""The listening test, taken by a listener who has only a keyboard."""

from __future__ import annotations

import base64
import io
import json
from collections import Counter
from pathlib import Path

import numpy as np
import pyloudnorm
import pytest
import soundfile

from kinescore.cli.main import main
from kinescore.evaluation.clips.clips_file import read_clips
from kinescore.evaluation.results.evaluation import REFERENCE
from kinescore.report.listening_files import MISMATCHED
from tests.report.made_results import CLIPS, SYSTEMS, write_results

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

HEARD = "return document.getElementById('play').textContent === 'Play again'"
KINDS = {*SYSTEMS, REFERENCE, MISMATCHED}


@pytest.fixture(scope="module")
def page(results: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("listening") / "listening.html"
    assert main(["report", "listening", str(results), "-o", str(path), "--items", "1", "--seed", "7"]) == 0
    return path


@pytest.fixture(scope="module")
def key(page: Path) -> dict:
    return json.loads(page.with_suffix(".key.json").read_text("utf-8"))


def data_of(page: Path) -> dict:
    text = page.read_text("utf-8")
    return json.loads(text.split('id="test">')[1].split("</script>")[0])


def sounds_of(page: Path) -> dict[str, np.ndarray]:
    """Samples [N, 2] at 44.1 kHz by item."""
    found = {}
    for item in data_of(page)["items"]:
        samples, rate = soundfile.read(io.BytesIO(base64.b64decode(item["sound"].split(",")[1])))
        assert rate == 44_100
        found[item["id"]] = samples
    return found


def begin(browser: Chrome, page: Path) -> None:
    open_page(browser, page)
    browser.execute_script("localStorage.clear()")
    browser.refresh()
    browser.find_element(By.ID, "start").click()


def said(browser: Chrome) -> str:
    return browser.find_element(By.ID, "status").text


def title(browser: Chrome) -> str:
    return browser.find_element(By.ID, "trial-title").text


def test_a_listener_needs_only_keys_and_the_file_aggregates(
    browser: Chrome, page: Path, key: dict, downloads: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    open_page(browser, page)
    browser.execute_script("localStorage.clear()")
    browser.refresh()
    press(browser, Keys.TAB, *"Ada", Keys.TAB, Keys.ENTER)
    assert title(browser) == "Sound 1 of 4"
    still = canvas_bytes(browser)
    press(browser, "5", Keys.ARROW_RIGHT)
    assert "Listen to the end first" in said(browser)
    assert title(browser) == "Sound 1 of 4"
    assert not browser.find_elements(By.CSS_SELECTOR, ".rate[aria-pressed=true]")
    for number in range(4):
        press(browser, Keys.SPACE)
        wait(browser, lambda b: b.execute_script(HEARD))
        assert number > 0 or canvas_bytes(browser) != still
        press(browser, str(number + 1), Keys.ARROW_DOWN, "5", Keys.ARROW_RIGHT)
    assert "All rated" in browser.find_element(By.ID, "end-title").text
    press(browser, Keys.TAB, Keys.ENTER)
    assert "4 of 4 ratings saved" in wait(browser, lambda b: b.find_element(By.ID, "saved").text)
    (saved,) = wait(browser, lambda b: list(downloads.glob("ratings-*.json")))
    assert requests(browser) == []
    assert complaints(browser) == []

    ratings = json.loads(saved.read_text("utf-8"))
    assert ratings["nickname"] == "Ada"
    assert [each["item"] for each in ratings["ratings"]] == ratings["order"]
    assert [each["coherence"] for each in ratings["ratings"]] == [1, 2, 3, 4]
    scores = tmp_path / "mos.json"
    key_path = page.with_suffix(".key.json")
    assert main(["report", "mos", str(saved), "--key", str(key_path), "-o", str(scores)]) == 0
    found = {each["system"]: each for each in json.loads(scores.read_text("utf-8"))["systems"]}
    assert found.keys() == KINDS
    for place, item in enumerate(ratings["order"]):
        system = key["items"][item]["system"]
        assert found[system]["coherence"] == {"mean": place + 1.0, "low": None, "high": None}
        assert found[system]["quality"]["mean"] == 5.0
    assert "(undefined)" in capsys.readouterr().out


def test_the_page_tells_nobody_which_is_which(page: Path, key: dict, results: Path) -> None:
    text = page.read_text("utf-8")
    names = {*KINDS, *(clip.name for clip in read_clips(results)), "reference", "mismatch", "clip0", "system0", "song0"}
    assert [name for name in names if name.lower() in text.lower()] == []
    assert {item["system"] for item in key["items"].values()} == KINDS
    items = data_of(page)["items"]
    assert [item["id"] for item in items] == sorted(key["items"])
    assert all(item.keys() == {"id", "movement", "sound"} for item in items)


def test_all_sounds_of_a_dance_are_alike_but_for_the_music(page: Path) -> None:
    sounds = sounds_of(page)
    assert len({samples.shape for samples in sounds.values()}) == 1
    meter = pyloudnorm.Meter(44_100)
    levels = [meter.integrated_loudness(samples) for samples in sounds.values()]
    assert levels == pytest.approx([-20.0] * 4, abs=0.3)


def test_the_mismatched_control_is_the_music_of_another_song(results: Path, tmp_path: Path) -> None:
    """Pitches say which sound it is: the reference of clip k has tones of 300 + 40 k Hz."""
    page = tmp_path / "all.html"
    assert main(["report", "listening", str(results), "-o", str(page)]) == 0
    key = json.loads(page.with_suffix(".key.json").read_text("utf-8"))
    sounds = sounds_of(page)
    assert Counter(item["system"] for item in key["items"].values()) == dict.fromkeys(KINDS, CLIPS)
    for name, item in key["items"].items():
        number = int(item["clip"][-1])
        loudest = np.abs(np.fft.rfft(sounds[name][:, 0])).argmax() / (len(sounds[name]) / 44_100)
        whose = round((loudest - 300) / 40)
        if item["system"] == REFERENCE:
            assert whose == number
        elif item["system"] == MISMATCHED:
            assert whose in set(range(CLIPS)) - {number}


def test_a_reload_goes_on_where_the_listener_was(browser: Chrome, page: Path) -> None:
    begin(browser, page)
    press(browser, Keys.SPACE)
    wait(browser, lambda b: b.execute_script(HEARD))
    press(browser, "3", "4", Keys.ARROW_RIGHT)
    state = "return Object.entries(localStorage).find(([k]) => k.startsWith('kinescore-listening-'))[1]"
    before = json.loads(browser.execute_script(state))
    browser.refresh()
    assert title(browser) == "Sound 2 of 4"
    press(browser, Keys.ARROW_LEFT)
    assert title(browser) == "Sound 1 of 4"
    chosen = browser.find_elements(By.CSS_SELECTOR, ".rate[aria-pressed=true]")
    assert [button.get_attribute("data-value") for button in chosen] == ["3", "4"]
    after = json.loads(browser.execute_script(state))
    assert (after["seed"], after["session"]) == (before["seed"], before["session"])


def test_another_listener_gets_another_order(browser: Chrome, page: Path) -> None:
    """24 orders of 4 items: six listeners with the same one would be chance of 1 in 8 million."""
    orders = set()
    for _ in range(6):
        open_page(browser, page)
        browser.execute_script("localStorage.clear()")
        browser.refresh()
        order = browser.execute_script(
            "return shuffled(['a', 'b', 'c', 'd'], new Session('x', []).state.seed).join('')"
        )
        assert sorted(order) == ["a", "b", "c", "d"]
        browser.execute_script("localStorage.clear()")
        orders.add(order)
    assert len(orders) > 1


def test_orders_are_fair(browser: Chrome, page: Path) -> None:
    """Every order of three about as often as every other: chi squared with 5 degrees of freedom, p > 0.001."""
    open_page(browser, page)
    orders = browser.execute_script(
        "return [...Array(6000).keys()].map((k) => shuffled([0, 1, 2], k * 2654435761 >>> 0).join(''))"
    )
    counts = Counter(orders)
    assert len(counts) == 6
    assert sum((count - 1000) ** 2 / 1000 for count in counts.values()) < 20.5


def test_a_browser_that_keeps_nothing_is_said(browser: Chrome, page: Path) -> None:
    open_page(browser, page)
    script = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })"
    added = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": script})
    try:
        browser.refresh()
        assert browser.find_element(By.ID, "unkept").is_displayed()
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_small_screen_shows_all_of_it(browser: Chrome, page: Path, scheme: str) -> None:
    begin(browser, page)
    narrow(browser, 400)
    prefer(browser, color_scheme=scheme)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 400
    sizes = [button.size for button in browser.find_elements(By.CSS_SELECTOR, ".rate")]
    assert len(sizes) == 10
    assert all(size["width"] >= 40 and size["height"] >= 40 for size in sizes), "large enough for fingers"


def test_the_same_seed_gives_the_same_test(results: Path, tmp_path: Path) -> None:
    for name, seed in (("a", "1"), ("b", "1"), ("c", "2")):
        main(["report", "listening", str(results), "-o", str(tmp_path / f"{name}.html"), "--seed", seed])
    for suffix in (".html", ".key.json"):
        assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()
        assert (tmp_path / f"a{suffix}").read_bytes() != (tmp_path / f"c{suffix}").read_bytes()


def test_missing_controls_are_said(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    results = write_results(tmp_path, references=False, songs=1)
    assert main(["report", "listening", str(results), "-o", str(tmp_path / "test.html")]) == 0
    said = " ".join(capsys.readouterr().err.split())
    assert "no reference among the controls" in said
    assert "no mismatched control" in said
    assert "4 clips have a movement" in said


@pytest.mark.parametrize(("items", "words"), [("0", "at least 1"), ("-3", "at least 1")])
def test_impossible_tests_are_refused(
    results: Path, tmp_path: Path, items: str, words: str, capsys: pytest.CaptureFixture
) -> None:
    assert main(["report", "listening", str(results), "-o", str(tmp_path / "a.html"), "--items", items]) == 2
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
