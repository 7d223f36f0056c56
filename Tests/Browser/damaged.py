"""The checks themselves are checked: pages damaged one way each, and what must be said of them."""
import shutil

import links
import looking
import markup
import pages
from browser import Window
from report import Report
from server import Server

OPEN = "default-src * 'unsafe-inline'"

# What is done to a sound page: its words, what stands there instead, and what the checks must then say.
# Where the words are None, the new ones go before the end of the main part.
STATIC = {
    "an id twice": (None, '<p id="g-main">x</p>', "the id 'g-main'"),
    "two first headings": (None, "<h1>x</h1>", "2 headings of the first level"),
    "a level left out": (None, "<h6>x</h6>", "follows one of level"),
    "an empty heading": (None, "<h2></h2>", "an empty h2"),
    "a style of its own": (None, '<p style="color:red">x</p>', "the attribute style"),
    "an event": (None, '<p onclick="x()">x</p>', "the attribute onclick"),
    "a script in the page": (None, "<script>x()</script>", "a script in the page"),
    "a frame": (None, '<iframe src="../index.html" title="x"></iframe>', "<iframe> in the page"),
    "no policy": ("http-equiv", "data-equiv", "no security policy"),
    "a weaker policy": ("style-src 'self'", "style-src 'self' 'unsafe-inline'", "the security policy is another"),
    "no language": ('<html lang="en">', "<html>", "does not say its language"),
    "a navigation without name": (' aria-label="Main"', "", "navigations are named"),
    "no skip link": ('class="skip" href="#g-main"', 'class="skip" href="#elsewhere"', "skips to its main part"),
    "a parser's mistake": (None, "<p>x</div>", "html5lib says"),
    "a heading cell without scope": (None, "<table><thead><tr><th>x</th></tr></thead></table>", "without scope"),
    "an old attribute": (None, '<p align="left">x</p>', "The “align” attribute"),
    "a dead link": (None, '<a href="../nowhere/index.html">x</a>', "there is no such file"),
    "a dead place": (None, '<a href="#nowhere">x</a>', "there is no such place"),
    "a folder": (None, '<a href="../">x</a>', "a folder's own name"),
    "an empty link": (None, '<a href="">x</a>', "an empty link"),
    "a place on a server": (None, '<a href="/register/index.html">x</a>', "must not know where"),
    "a link that runs": (None, '<a href="javascript:x()">x</a>', "nothing of this kind"),
    "a picture from elsewhere": (None, '<img src="https://elsewhere.example/x.png" alt="">', "nothing of this kind"),
    "a page on its own": (None, "<p>x</p>", "no page leads here"),
}
ALIVE = {
    "a picture without words": (None, '<img src="../LOGO">', "axe image-alt"),
    "faint words": (None, '<p><font color="#dddddd">hardly to be read</font></p>', "axe color-contrast"),
    "a word too wide": (None, "<p><nobr>" + "wide " * 80 + "</nobr></p>", "phone: "),
    "an order of its own": (None, '<a href="../index.html" tabindex="3">x</a>', "has an order of its own"),
    "a skip that does not": (' tabindex="-1"', "", "does not move the focus"),
    "hidden words": (None, "<p hidden>only a script would show this</p>", "without scripts nobody sees"),
    "a missing file": (None, '<script src="nowhere.js" defer></script>', "answers 404"),
    "a script that is refused": (None, "<script>alert(1)</script>", "the console says"),
    "a dialog": ("default-src 'none'", OPEN + ";default-src 'none'", "a dialog opens"),
    "a cookie": ("default-src 'none'", OPEN + ";default-src 'none'", "cookies are set"),
    "a request elsewhere": ("default-src 'none'", OPEN + ";default-src 'none'", "outside the site"),
}
RUNS = {"a dialog": "alert(1)", "a cookie": "document.cookie = 'a=b'", "a request elsewhere": "fetch('https://elsewhere.example/')"}


class Damaged(pages.Site):
    """A folder whose every damaged page is looked at, though all are of one type."""

    def samples(self):
        return [page for page in self.pages if page.address.startswith("damaged-")]


def _make(folder, sound, damages):
    """Damaged pages beside sound ones; the address of each."""
    logo = next((folder / "assets").glob("logo*")).relative_to(folder).as_posix()
    where = {}
    for at, (what, (words, instead, _)) in enumerate(damages.items()):
        text = sound
        if what in RUNS:  # the sound policy goes, and a script stands in the page
            text = text.replace('http-equiv="Content-Security-Policy"', 'name="x"')
            words, instead = None, f"<script>{RUNS[what]}</script>"
        new = text.replace(words, instead, 1) if words else text.replace("</main>", instead + "\n</main>", 1)
        where[what] = f"damaged-{at}/index.html"
        (folder / where[what]).parent.mkdir()
        (folder / where[what]).write_text(new.replace("LOGO", logo), encoding="utf-8")
    return where


def _tell(damages, where, found, report):
    for what, (_, _, expected) in damages.items():
        said = [words for page, words in found.breaches if page == where[what]]
        if not any(expected in words for words in said):
            report.breach(what, f"is not noticed; the checks say only {said}")


def check_damaged_markup(folder, work, report):
    small, where = _small(folder, work / "damaged-markup", STATIC)
    site, found = pages.Site(small), Report("damaged")
    markup.check_nu(markup.start_nu(small), small, found)
    markup.check_structure(site, found)
    links.check_links(site, found)
    _tell(STATIC, where, found, report)


def check_damaged_pages(chromium, folder, work, report):
    small, where = _small(folder, work / "damaged-pages", ALIVE)
    site, found = Damaged(small), Report("damaged")
    with Server(small, "/register/") as address:
        looking.check_axe(chromium, address, site, found, {}, pictures=False)
        looking.check_keyboard(chromium, address, site, found)
        looking.check_without_scripts(chromium, address, site, found)
        for page in where.values():
            with Window(chromium, address, found) as window:
                window.open(page)
    _tell(ALIVE, where, found, report)


def _small(folder, small, damages):
    """A small site: one sound page, its files, and its damaged copies."""
    small.mkdir()
    shutil.copytree(folder / "assets", small / "assets")
    shutil.copy(folder / "404.html", small)
    sound = (folder / "about/index.html").read_text(encoding="utf-8")
    (small / "index.html").write_text(sound.replace("../", ""), encoding="utf-8")
    return small, _make(small, sound, damages)
