"""A real browser without a screen, that notes every request and complaint of a page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from selenium.webdriver import ActionChains, Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.wait import WebDriverWait

CHROMIUM, DRIVER = Path("/usr/bin/chromium"), Path("/usr/bin/chromedriver")
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--mute-audio",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
)  # fmt: skip
WITHIN_THE_PAGE = ("file:", "data:", "blob:")
PATIENCE_S = 20


def start(profile: Path, downloads: Path) -> Chrome:
    """Start Chromium with a fresh profile; selenium's own search for browsers and drivers stays off."""
    options = ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in (*FLAGS, f"--user-data-dir={profile}", "--window-size=1280,900"):
        options.add_argument(flag)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return Chrome(options=options, service=Service(str(DRIVER)))


def requests(browser: Chrome) -> list[str]:
    """Every address that was asked for since the last call, those within the page left out."""
    events = (json.loads(entry["message"])["message"] for entry in browser.get_log("performance"))
    sent = (event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent")
    return [url for url in sent if not url.startswith(WITHIN_THE_PAGE)]


def complaints(browser: Chrome) -> list[str]:
    """Every message on the console since the last call, refusals by the content security policy among them."""
    return [entry["message"] for entry in browser.get_log("browser")]


def wait(browser: Chrome, condition: Callable[[Chrome], object], seconds: float = PATIENCE_S) -> object:
    """Return what `condition` gives as soon as that is true."""
    return WebDriverWait(browser, seconds, 0.05).until(condition)


def narrow(browser: Chrome, width: int, height: int = 900) -> None:
    """Make the page as wide as a small screen; windows themselves cannot be that narrow."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def prefer(browser: Chrome, **features: str) -> None:
    """Set what the reader prefers, as in prefer(browser, color_scheme="dark")."""
    named = [{"name": f"prefers-{name.replace('_', '-')}", "value": value} for name, value in features.items()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": named})


def open_page(browser: Chrome, page: Path) -> None:
    """Open `page` as on a wide light screen; what earlier pages did is forgotten."""
    browser.get("about:blank")
    narrow(browser, 1280)
    prefer(browser)
    requests(browser)
    complaints(browser)
    browser.get(page.as_uri())


def press(browser: Chrome, *keys: str) -> None:
    """Press keys one after another, wherever the focus is."""
    for key in keys:
        ActionChains(browser).send_keys(key).perform()


def canvas_bytes(browser: Chrome) -> str:
    """Return the picture in the first canvas."""
    return browser.execute_script("return document.querySelector('canvas').toDataURL()")
