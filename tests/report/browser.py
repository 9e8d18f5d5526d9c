"""A Chromium without a window, for looking at pages as a person would."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PATIENCE = 10.0


class Browser:
    """Opens files, reads what they show, and remembers what they asked for and complained of."""

    def __init__(self, program: str, driver: str) -> None:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        options = webdriver.ChromeOptions()
        options.binary_location = program
        for flag in _FLAGS:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(driver))

    def fresh(self, file: Path) -> None:
        """Opens the file anew, in Chinese, wide and light."""
        self.size(1280, 900)
        self.media()
        self.driver.get(file.as_uri())
        self.run("localStorage.clear()")
        self.driver.get("about:blank")
        self.complaints(), self.requests()
        self.driver.get(file.as_uri())

    def size(self, width: int, height: int) -> None:
        """The size of the window, in CSS pixels."""
        wanted = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", wanted)

    def media(self, kind: str = "", scheme: str = "light") -> None:
        """Shown as on paper (`print`), or in the dark."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": kind, "features": features})

    def go(self, route: str) -> None:
        """Follows a way inside the page and waits until it is drawn."""
        self.run("location.hash = arguments[0]", f"#/{route}")
        self.settle()

    def settle(self) -> None:
        """Waits for two frames to be drawn."""
        self.driver.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")

    def run(self, script: str, *values: Any) -> Any:
        """What a script of the page gives back."""
        return self.driver.execute_script(script, *values)

    def text(self, selector: str) -> str:
        """The text of the first element that the selector finds, as shown."""
        return str(self.run("return document.querySelector(arguments[0]).innerText", selector))

    def texts(self, selector: str) -> list[str]:
        """The texts of all of them."""
        return list(self.run("return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText)", selector))

    def click(self, selector: str, number: int = 0) -> None:
        """A real click on an element."""
        self.driver.find_elements("css selector", selector)[number].click()
        self.settle()

    def type(self, selector: str, keys: str) -> None:
        """Keys into a field."""
        self.driver.find_element("css selector", selector).send_keys(keys)
        self.settle()

    def press(self, keys: str) -> None:
        """Keys where the focus is."""
        self.driver.switch_to.active_element.send_keys(keys)
        self.settle()

    def hover(self, selector: str, number: int = 0) -> None:
        """The pointer over an element."""
        from selenium.webdriver import ActionChains

        ActionChains(self.driver).move_to_element(self.driver.find_elements("css selector", selector)[number]).perform()
        self.settle()

    def choose(self, selector: str, value: str) -> None:
        """An option of a list, by its value."""
        from selenium.webdriver.support.select import Select

        Select(self.driver.find_element("css selector", selector)).select_by_value(value)
        self.settle()

    def wait(self, met: Callable[[], bool]) -> None:
        """Until it is so; fails when it never is."""
        late = time.monotonic() + PATIENCE
        while not met():
            assert time.monotonic() < late, "waited in vain"
            time.sleep(0.05)

    def complaints(self) -> list[str]:
        """What the console said since last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """The addresses asked for since last asked."""
        told = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [m["params"]["request"]["url"] for m in told if m["method"] == "Network.requestWillBeSent"]

    def close(self) -> None:
        """Ends the browser."""
        self.driver.quit()
