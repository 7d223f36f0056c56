"""Each type of page as people meet it: wide, dark, on a phone, by keyboard, with spacing of their own, without scripts."""
import pathlib

from playwright.sync_api import TimeoutError

from browser import AXE, Window

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
SCREENSHOTS = pathlib.Path(__file__).resolve().parents[2] / ".build/screenshots"
TALLEST = 6000  # pixels of a screenshot; what is longer is looked at in the browser


def picture(window, kind, mode):
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    size = window.page.evaluate("() => [innerWidth, document.documentElement.scrollHeight]")
    window.page.screenshot(
        path=SCREENSHOTS / f"{kind}-{mode}.png", full_page=True,
        clip={"x": 0, "y": 0, "width": size[0], "height": min(size[1], TALLEST)})


def check_axe(browser, address, site, report, unsure, pictures=True):
    """axe-core finds no violation in light, in dark and at 320 px; nothing is wider than the window; pictures are taken."""
    for mode in ("light", "dark", "phone"):
        with Window(browser, address, report, mode) as window:
            for page in site.samples():
                if page.type == "redirect":
                    continue
                window.open(page.address)
                if pictures:
                    picture(window, page.type, mode)
                window.probe("openAll()")
                for words in window.probe("overflow()"):
                    window.report.breach(page.address, f"{mode}: {words}")
                _axe(window, page, mode, report, unsure)


def _axe(window, page, mode, report, unsure):
    found = window.page.evaluate(
        "async (rules) => { " + AXE + "; return axe.run(document, {runOnly: rules, preload: false,"
        " resultTypes: ['violations', 'incomplete']}); }", RULES)
    for rule in found["violations"]:
        nodes = "; ".join(node["html"][:120] for node in rule["nodes"][:3])
        report.breach(page.address, f"{mode}: axe {rule['id']}: {rule['help']}: {nodes}")
    for rule in found["incomplete"]:
        unsure.setdefault(rule["id"], []).append((page.address, mode, rule["nodes"][0]["html"][:100]))


def check_columns(browser, address, site, report):
    """On a tablet and a small screen no table of a tool's page stands over what is beside it, and no page is moved sideways."""
    with Window(browser, address, report) as window:
        for page in site.pages:
            if not page.address.startswith("tools/") or "/versions/" in page.address or page.type == "redirect":
                continue
            window.open(page.address)
            for width in (768, 1024, 1280):
                window.page.set_viewport_size({"width": width, "height": 900})
                for words in window.probe("crowded()") + window.probe("overflow()"):
                    report.breach(page.address, f"at {width} pixels: {words}")


def check_keyboard(browser, address, site, report):
    """All that can be used is reached by Tab, in order, and shows it; the skip link skips; readers' own spacing cuts nothing."""
    with Window(browser, address, report) as window:
        for page in site.samples():
            if page.type == "redirect":
                continue
            window.open(page.address)
            _skip(window, page, report)
            window.open(page.address)
            for _ in range(window.probe("watchFocus()") + 1):
                window.page.keyboard.press("Tab")
            for words in window.probe("focusFaults()"):
                report.breach(page.address, words)
            window.probe("openAll()")
            before = set(window.probe("clipped()"))
            window.probe("space()")
            for words in set(window.probe("clipped()")) - before:
                report.breach(page.address, f"readers' own spacing cuts text: {words}")
            for words in window.probe("overflow()"):
                report.breach(page.address, f"readers' own spacing: {words}")


def _skip(window, page, report):
    keys = window.page.keyboard
    keys.press("Tab")
    seen = window.page.evaluate(
        "() => { const at = document.activeElement, box = at.getBoundingClientRect();"
        " return at.matches('.skip') && box.left >= 0 && box.top >= 0 && box.width > 40; }")
    if not seen:
        return report.breach(page.address, "the skip link does not show when it is reached")
    keys.press("Enter")
    if not window.page.evaluate("() => document.activeElement.localName === 'main'"):
        report.breach(page.address, "the skip link does not move the focus to the main part")


def check_without_scripts(browser, address, site, report):
    """With scripts off nothing of the content is hidden, and every page has its text."""
    with Window(browser, address, report, java_script_enabled=False) as window:
        for page in site.samples():
            if page.type == "redirect":
                continue
            window.open(page.address)
            for words in window.probe("unseen()"):
                report.breach(page.address, f"without scripts nobody sees {words}")
            if len(window.page.inner_text("main")) < 60:
                report.breach(page.address, "without scripts the page says next to nothing")


def check_places(browser, folder, root_address, base_address, site, report):
    """Every type of page opens with its styles from a server's root, from a sub-path and from a folder without a server."""
    places = {"the root": root_address, "a sub-path": base_address, "a folder": folder.as_uri() + "/"}
    for place, address in places.items():
        with Window(browser, address, report) as window:
            for page in site.samples():
                if page.type == "redirect" or (page.type == "not-found" and place != "a sub-path"):
                    continue
                window.open(page.address)
                if not window.probe("styled()"):
                    report.breach(page.address, f"opened from {place}, the page has no styles")
            window.open("index.html")
            if not window.page.is_visible("form[data-search]"):
                report.breach("index.html", f"opened from {place}, the page's scripts do not run")
            window.page.click("[data-cards] .card-name a")
            try:
                window.page.wait_for_url("**/tools/*/**")
                window.page.locator("h1").wait_for()
            except TimeoutError:
                report.breach("index.html", f"opened from {place}, its links lead nowhere")
    with Window(browser, base_address, report) as window:
        window.missing_is_meant = True
        window.open("tools/no-such-tool/and/deep/index.html")
        if not window.probe("styled()"):
            report.breach("404.html", "shown at a deep address, the page has no styles")
