"""The order of the checks: those that need no browser run in a process beside those that do, so both cores have work."""
import concurrent.futures
import multiprocessing
import pathlib
import tempfile
import time

import browser
import damaged
import hostile
import journeys
import links
import looking
import markup
import pages
import printing
import register
import sameness
from report import Report, tell
from server import Server


def beside(name, folder, root, work):
    """One check that needs no browser."""
    report = Report(name)
    try:
        _beside(name, folder, root, work, report)
    except register.Refused as problem:
        report.breach("the program", str(problem))
    return report.close()


def _beside(name, folder, root, work, report):
    site = pages.Site(folder)
    if name == "structure":
        markup.check_structure(site, report)
    elif name == "sizes":
        markup.check_sizes(site, report)
    elif name == "links":
        links.check_links(site, report)
    elif name == "same bytes":
        sameness.check_same_bytes(root, work, report)
    elif name == "one figure":
        sameness.check_one_figure(work, report)
    elif name == "damaged markup":
        damaged.check_damaged_markup(folder, work, report)
    elif name == "nu":
        markup.check_nu(markup.start_nu(folder), folder, report)


BESIDE = ("structure", "sizes", "links", "nu", "same bytes", "one figure", "damaged markup")
IN_BROWSER = ("axe", "columns", "keyboard", "without scripts", "places", "journeys", "print", "hostile", "damaged pages")


def in_browser(name, chromium, folder, addresses, work, unsure):
    report = Report(name)
    site = pages.Site(folder)
    base = addresses["base"]
    if name == "axe":
        looking.check_axe(chromium, base, site, report, unsure)
    elif name == "columns":
        looking.check_columns(chromium, base, site, report)
    elif name == "keyboard":
        looking.check_keyboard(chromium, base, site, report)
    elif name == "without scripts":
        looking.check_without_scripts(chromium, base, site, report)
        journeys.check_journeys_without_scripts(chromium, base, site, report)
    elif name == "places":
        looking.check_places(chromium, folder, addresses["root"], base, site, report)
    elif name == "journeys":
        journeys.check_journeys(chromium, base, site, report)
    elif name == "print":
        printing.check_print(chromium, base, site, report)
    elif name == "hostile":
        hostile.check_hostile(chromium, work, report)
    elif name == "damaged pages":
        damaged.check_damaged_pages(chromium, folder, work, report)
    return report.close()


def main(words):
    kept_in = None
    if words[:1] == ["--in"] and len(words) > 1:
        kept_in, words = pathlib.Path(words[1]).resolve(), words[2:]
    unknown = [word for word in words if word not in BESIDE + IN_BROWSER]
    if unknown:
        print(f"There is no check '{unknown[0]}'. There are: {', '.join(BESIDE + IN_BROWSER)}.")
        return 2
    wanted = words or BESIDE + IN_BROWSER
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="gazette-browser.") as temporary:
        work = pathlib.Path(temporary)
        try:
            root = kept_in or work / "register"
            if not (root / "Site").exists():
                register.published_twice(root)
        except (register.Refused, OSError) as problem:
            print(f"The sample could not be published: {problem}")
            return 2
        print(f"The sample is published ({time.monotonic() - began:.0f} s).", flush=True)
        kept = _run(wanted, root, work)
    print(f"{'Every page is as it must be' if kept else 'Not every page is as it must be'} ({time.monotonic() - began:.0f} s).")
    return 0 if kept else 1


def _run(wanted, root, work):
    folder = root / "Site"
    kept, unsure = True, {}
    fork = multiprocessing.get_context("fork")
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=fork) as pool:
        running = [pool.submit(beside, name, folder, root, work) for name in BESIDE if name in wanted]
        if any(name in wanted for name in IN_BROWSER):
            with Server(folder, "/register/") as base, Server(folder) as top, browser.chromium() as chromium:
                for name in IN_BROWSER:
                    if name in wanted:
                        kept &= tell(in_browser(name, chromium, folder, {"base": base, "root": top}, work, unsure))
        for future in running:
            kept &= tell(future.result())
    for rule, where in sorted(unsure.items()):
        page, mode, node = where[0]
        print(f"a person must judge: axe {rule} on {len(where)} pages, such as {page} in {mode}: {node}")
    return kept
