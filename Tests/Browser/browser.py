"""One Chromium for all tests, and windows in it that notice what a page must never do."""
import contextlib
import pathlib
import shutil

import axe_playwright_python
from playwright.sync_api import sync_playwright

PROBES = (pathlib.Path(__file__).parent / "probes.js").read_text(encoding="utf-8")
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
MODES = {
    "light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 640}, "color_scheme": "light"},
}


@contextlib.contextmanager
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
            args=["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"])
        try:
            yield browser
        finally:
            browser.close()


class Window:
    """A window that stays on one origin: what a page asks for elsewhere is refused and becomes a breach, as do
    complaints on the console, dialogs, cookies and missing files."""

    def __init__(self, browser, address, report, mode="light", **options):
        self.address = address
        self.report = report
        self.context = browser.new_context(**{**MODES[mode], "reduced_motion": "reduce", **options})
        self.context.set_default_timeout(15000)
        self.context.route("**/*", self._only_own)
        self.at = "(none)"
        self.missing_is_meant = False
        self.page = self.context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self._say(f"a script fails: {error}"))
        self.page.on("dialog", self._dialog)
        self.page.on("response", self._response)
        self.page.on("download", lambda download: self._say(f"a download begins by itself: {download.url}"))
        self.context.on("page", lambda page: page is self.page or self._say(f"a window opens: {page.url}"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        cookies = self.context.cookies()
        if cookies:
            self._say(f"cookies are set: {[cookie['name'] for cookie in cookies]}")
        self.context.close()

    def _say(self, words):
        self.report.breach(self.at, words)

    def _only_own(self, route):
        if route.request.url.startswith(self.address):
            route.continue_()
        else:
            self._say(f"asks for {route.request.url[:120]}, outside the site")
            route.abort()

    def _console(self, message):
        if message.type in ("error", "warning") and not (self.missing_is_meant and "404" in message.text):
            self._say(f"the console says: {message.text[:200]}")

    def _dialog(self, dialog):
        self._say(f"a dialog opens: {dialog.message[:80]}")
        dialog.dismiss()

    def _response(self, response):
        if response.status >= 400 and not self.missing_is_meant:
            self._say(f"{response.url[len(self.address):]} answers {response.status}")

    def open(self, address):
        """Goes to a page of the site; breaches name it from now on."""
        self.at = address
        self.page.goto(self.address + address)
        return self.page

    def probe(self, call):
        """Asks the page something by probes.js, which stands beside the page's own scripts and not under its policy."""
        return self.page.evaluate(f"() => {{ if (!window.probes) {{ {PROBES} }} return probes.{call}; }}")
