"""What one search costs a reader: the site's own script in Chromium, what it loads, and how soon the results stand there."""

import functools
import http.server
import shutil
import threading
import time

from playwright.sync_api import sync_playwright

from measuring import median

# As people type: a name, a purpose, words with slips, part of a word, an organisation, and a word that nearly every tool has.
QUERIES = ["early help finder", "housing repairs", "ealry hepl findr", "transl", "brookford county council", "children", "water quality",
           "production police", "flood warnings coldwater"]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        """Nothing but results is printed."""


def searches(site):
    """For each query, each in a window of its own: bytes loaded below search/, and seconds from typing to results."""
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
            return {query: search(browser, f"http://127.0.0.1:{server.server_port}/index.html", query) for query in QUERIES}
    finally:
        server.shutdown()


def search(browser, address, query):
    context = browser.new_context()
    page = context.new_page()
    loaded = []
    page.on("response", lambda answer: loaded.append(int(answer.headers.get("content-length", 0)))
            if "/search/" in answer.url else None)
    page.goto(address)
    before = page.inner_text("[data-count]")
    start = time.monotonic()
    page.fill("#g-query", query)
    try:
        page.wait_for_function("before => document.querySelector('[data-count]').textContent !== before", arg=before, timeout=10000)
    except Exception:  # The count may stay what it was: everything or nothing is found.
        pass
    page.wait_for_load_state("networkidle")
    took = time.monotonic() - start
    found = page.inner_text("[data-count]")
    context.close()
    return sum(loaded), took, len(loaded), found


def said(results):
    lines = ["| query | bytes loaded | files | found |", "|---|---:|---:|---|"]
    lines += [f"| {query} | {size:,} | {files} | {found} |" for query, (size, _, files, found) in results.items()]
    sizes = [size for size, *_ in results.values()]
    return lines + ["", f"Largest {max(sizes):,} bytes, median {int(median(sizes)):,}; the limit is 100,000."]
