"""What people come to do, done with scripts and without: find, filter, change audience, open a version, compare."""
import re

from browser import Window

TOOL = "early-help-finder"
NAME = "Early Help Finder"
SUPPLIER = ("example scoring", "Family Stability Score")  # who built a tool, and the tool
HOME_QUERY = 100 * 1000  # bytes one search may load


class Stop(Exception):
    """The journey cannot go on; what stopped it has been said."""


def expect(report, page, holds, words):
    if not holds:
        report.breach(page, words)
        raise Stop


def walk(report, page, step, *words):
    """One journey: ends at the first thing that is not as a person would need it."""
    try:
        step(*words)
    except Stop:
        pass
    except Exception as problem:  # a missing button is a breach of the page, not of the test
        report.breach(page, f"{step.__name__.replace('_', ' ')}: {str(problem).splitlines()[0][:200]}")


def check_journeys(browser, address, site, report):
    """Each journey in its own window, with scripts."""
    steps = [("index.html", find_misspelt), ("index.html", filter_tools), (f"tools/{TOOL}/index.html", keep_section),
             (f"tools/{TOOL}/versions/index.html", open_version), ("compare/index.html", compare_tools),
             (f"tools/{TOOL}/compare/index.html", compare_versions)]
    for page, step in steps:
        if page not in site.by_address:
            report.breach(page, f"{step.__name__.replace('_', ' ')}: there is no such page")
            continue
        with Window(browser, address, report) as window:
            walk(report, page, step, window, page, site, report)


def cards(page):
    return page.eval_on_selector_all("[data-cards] .card-name", "names => names.map(name => name.textContent.trim())")


def settle(page, words):
    """Waits until the count of tools is another than it was."""
    page.wait_for_function("before => document.querySelector('[data-count]').textContent !== before", arg=words)


def find_misspelt(window, start, site, report):
    page = window.open(start)
    loaded = []
    page.on("response", lambda answer: loaded.append(int(answer.headers.get("content-length", 0))) if "/search/" in answer.url else None)
    count = page.inner_text("[data-count]")
    page.fill("#g-query", "ealry hepl findr")
    settle(page, count)
    expect(report, start, cards(page)[:1] == [NAME], f"'ealry hepl findr' finds {cards(page)[:3]}")
    expect(report, start, sum(loaded) < HOME_QUERY, f"one search loads {sum(loaded)} bytes")
    follow(page, "[data-cards] .card-name a")
    expect(report, start, page.inner_text("h1") == NAME, "what was found does not open")
    page.go_back()
    page.wait_for_function("name => document.querySelector('[data-cards] .card-name').textContent.trim() === name", arg=NAME)
    expect(report, start, page.input_value("#g-query") == "ealry hepl findr", "what was typed is gone when one comes back")
    count = page.inner_text("[data-count]")
    page.fill("#g-query", f"zyxwv {NAME.lower()}")
    settle(page, count)
    told = page.inner_text("[data-count]")
    expect(report, start, cards(page)[:1] == [NAME] and "all of these words" in told, f"with one word that no tool has: {told}, {cards(page)[:3]}")
    page.fill("#g-query", SUPPLIER[0])
    settle(page, told)
    expect(report, start, cards(page) == [SUPPLIER[1]], f"'{SUPPLIER[0]}' finds {cards(page)[:3]}")
    page.fill("#g-query", "qzxvk")
    page.wait_for_function("() => !document.querySelectorAll('[data-cards] .card').length")
    expect(report, start, page.inner_text("[data-count]").strip() != "", "nobody is told that nothing was found")
    page.fill("#g-query", "")
    page.wait_for_function("() => document.querySelectorAll('[data-cards] .card').length > 1")


def follow(page, link):
    """Clicks a link, and goes on when the page it leads to is there."""
    page.click(link)
    page.wait_for_load_state()


def filter_tools(window, start, site, report):
    page = window.open(start)
    before, count = cards(page), page.inner_text("[data-count]")
    page.select_option("#g-f-phase", "retired")
    settle(page, count)
    after = cards(page)
    expect(report, start, 0 < len(after) < len(before), f"of {len(before)} tools {len(after)} are retired")
    phases = page.eval_on_selector_all("[data-cards] .phase", "all => all.map(one => one.className)")
    expect(report, start, all("phase-retired" in phase for phase in phases), f"retired tools are of phases {phases}")
    follow(page, "[data-cards] .card-name a")
    page.go_back()
    page.wait_for_function("count => document.querySelectorAll('[data-cards] .card').length === count", arg=len(after))
    expect(report, start, page.input_value("#g-f-phase") == "retired" and cards(page) == after, "after coming back the filter is not what is shown")
    values = page.eval_on_selector_all("#g-f-organisation option", "all => all.map(one => one.value)")
    for value in values[1:]:
        page.select_option("#g-f-organisation", value)
    page.wait_for_timeout(300)
    expect(report, start, len(cards(page)) <= len(after), "a second filter finds more")


def keep_section(window, start, site, report):
    page = window.open(start)
    places = page.eval_on_selector_all("main .part > h2[id]", "all => all.map(one => one.id)")
    shared = [place for place in places[3:] if f'id="{place}"' in site.by_address[
        start.replace("index.html", "technical/index.html")].text] or places[3:]
    page.evaluate("id => document.getElementById(id).scrollIntoView()", shared[0])
    page.evaluate("() => document.querySelector('.audiences a[href*=technical]').click()")
    page.wait_for_url("**/technical/index.html*")
    expect(report, start, "#" in page.url, "another audience's page opens at its top instead of the same section")


def open_version(window, start, site, report):
    page = window.open(start)
    expect(report, start, page.locator("ol.history > li").count() >= 2, "there are fewer than two versions")
    follow(page, "ol.history > li:last-child h2 a")
    expect(report, start, page.locator(".banner-old").count() == 1, "an old version does not say that it is one")
    follow(page, ".banner-old a")
    expect(report, start, "/versions/" not in page.url and page.inner_text("h1") == NAME,
           f"an old version's banner leads to {page.url} and not to the page now")


def compare_tools(window, start, site, report):
    page = window.open(start)
    boxes = page.eval_on_selector_all("[data-chooser] input", "all => all.map(one => one.value)")
    expect(report, start, len(boxes) >= 4, f"{len(boxes)} tools to choose from")
    for box in (boxes[0], boxes[2]):
        page.check(f"[data-chooser] input[value='{box}']")
    heads = page.eval_on_selector_all("table.compare:not([hidden]) thead th", "all => all.length")
    expect(report, start, heads == 3, f"two tools side by side have {heads} columns")
    window.open(start + f"#{boxes[1]},{boxes[3]}")
    page.reload()
    chosen = page.eval_on_selector_all("[data-chooser] input:checked", "all => all.map(one => one.value)")
    expect(report, start, chosen == [boxes[1], boxes[3]], f"an address that names two tools shows {chosen}")


def compare_versions(window, start, site, report):
    page = window.open(start)
    newest = page.locator(".history-brief > li").first
    expect(report, start, newest.locator(".pairs a").count() >= 2, "the newest version compares with fewer than two others")
    newest.locator(".pairs a").last.click()
    expect(report, start, re.search(r"/compare/1/\d+/index\.html$", page.url), f"the two versions are shown at {page.url}")
    expect(report, start, page.locator("ins, del").count(), "two versions that differ show no difference")
    page.go_back()
    page.locator("dl.rows a").first.click()
    place = page.url.partition("#")[2]
    expect(report, start, page.locator(f"[id='{place}']").count() == 1, f"a field's change leads to {page.url}")


def check_journeys_without_scripts(browser, address, site, report):
    """The same ends are reached by links alone."""
    with Window(browser, address, report, java_script_enabled=False) as window:
        walk(report, "index.html", by_links, window, site, report)


def by_links(window, site, report):
    page = window.open("index.html")
    follow(page, ".browse a[href*='phase/production']")
    window.at = re.sub(".*?/register/", "", page.url)
    follow(page, f".card-name a:text-is('{NAME}')")
    expect(report, window.at, page.inner_text("h1") == NAME, "browsing by phase does not lead to the tool")
    follow(page, ".audiences a[href*=affected-people]")
    expect(report, window.at, page.inner_text("h1") == NAME, "the audiences' links lead elsewhere")
    follow(page, ".stamp a[href$='versions/index.html']")
    follow(page, "ol.history > li:last-child h2 a")
    expect(report, page.url, page.locator(".banner-old").count() == 1, "an old version does not say that it is one")
    page.go_back()
    follow(page, "a.more[href$='2/changes/index.html']")
    expect(report, page.url, page.locator("ins").count() > 0, "the changes show nothing that was added")
    window.open("compare/index.html")
    rows = page.locator("[data-compare] tbody tr").count()
    tools = len([one for one in site.pages if one.type and one.type.startswith("tool-public")])
    expect(report, "compare/index.html", rows == tools, f"{rows} of {tools} tools stand side by side")
    start = f"tools/{TOOL}/compare/index.html"
    compare_versions(window, start, site, report)
