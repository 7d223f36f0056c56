"""Every link of every page leads somewhere: to a file of the site and a place in it, from the root, a sub-path or a folder."""
import posixpath
import re
import urllib.parse

from markup import elements

# Links that content and theme may carry; everything else is a page trying to be more than a page.
SCHEMES = {"http", "https", "mailto", "tel"}
BASE = "https://example.org/register/"


def _folder(address):
    """A page's address as it is told: a folder's page goes by the folder's name."""
    return re.sub(r"(\A|/)index\.html\Z", r"\1", address)


# Attributes that make a browser load something or lead somewhere.
LEADING = ("href", "src", "srcset", "action", "formaction", "poster", "data", "cite", "{http://www.w3.org/1999/xlink}href")


def _facts(page):
    """A page's ids, and its links as (element, attribute, address)."""
    ids, links = set(), []
    for element in elements(page.tree):
        if element.get("id"):
            ids.add(element.get("id"))
        links += [(element, name, element.get(name)) for name in LEADING if element.get(name) is not None]
    page.forget()
    return ids, links


def check_links(site, report):
    """Internal links and fragments resolve, every page is led to, and addresses the site gives of itself are its own."""
    facts = {page.address: _facts(page) for page in site.pages}
    led_to = {"index.html", "404.html"}
    for page in site.pages:
        for element, name, address in facts[page.address][1]:
            _one(page, element, name, address, site, facts, led_to, report)
    for page in site.pages:
        if page.address not in led_to and page.type != "redirect":
            report.breach(page.address, "no page leads here")
    _own_addresses(site, report)


def _one(page, element, name, address, site, facts, led_to, report):
    def wrong(words):
        report.breach(page.address, f"<{element.tag}> leads to '{address}': {words}")

    try:
        parts = urllib.parse.urlsplit(address)
    except ValueError:
        return wrong("not an address")
    if element.tag == "link" and element.get("rel") == "canonical":
        if address != BASE + _folder(page.address) and page.type != "redirect":
            wrong("a page's canonical address is its own")
        return
    if parts.scheme or parts.netloc:
        if parts.scheme not in SCHEMES or (name != "href"):
            wrong("nothing of this kind may be loaded or led to")
        return
    if address == "":
        return wrong("an empty link")
    path = urllib.parse.unquote(parts.path)
    if path.startswith("/"):
        if page.type != "not-found" or not path.startswith("/register/"):
            return wrong("a page must not know where on a server it stands")
        target = path[len("/register/"):]
    elif path:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.address), path))
        if path.endswith("/"):
            return wrong("a folder's own name opens a list of files where there is no server")
    else:
        target = page.address
    if target.startswith(".."):
        return wrong("outside the site")
    if not (site.folder / target).is_file():
        return report.breach(page.address, f"<{element.tag}> leads to {target}, and there is no such file")
    if element.tag == "a" and target != page.address:
        led_to.add(target)
    fragment = urllib.parse.unquote(parts.fragment)
    if fragment and target in facts and fragment not in facts[target][0]:
        return report.breach(page.address, f"<{element.tag}> leads to {target}#{fragment}, and there is no such place in that page")
    return None


def _own_addresses(site, report):
    """What the map for search engines and the feeds name is there."""
    for name in ("sitemap.xml", "robots.txt", "changes.atom", "changes.json"):
        path = site.folder / name
        if not path.is_file():
            report.breach(name, "is not there")
            continue
        for address in set(re.findall(re.escape(BASE) + r"[^\s\"'<>)]*", path.read_text(encoding="utf-8"))):
            target = urllib.parse.unquote(address[len(BASE):].split("#")[0].split("?")[0])
            if target == "" or target.endswith("/"):
                target += "index.html"
            if not (site.folder / target).is_file():
                report.breach(name, f"names {address}, which is not there")
    known = site.folder / "sitemap.xml"
    if known.is_file():
        text = known.read_text(encoding="utf-8")
        for page in site.pages:
            hidden = page.type in ("redirect", "not-found") or 'name="robots" content="noindex"' in page.text
            if re.match(r"version|edition\Z|compare-(versions|since)", page.type or ""):
                continue  # what was, is found through what holds now
            named = f"<loc>{BASE}{_folder(page.address)}</loc>" in text
            if named == hidden:
                report.breach(page.address, "the map for search engines " + ("names it" if named else "leaves it out"))
