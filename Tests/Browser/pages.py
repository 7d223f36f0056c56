"""The built site as tests see it: its pages, the type each is of, and one page of each type to look at closely."""
import pathlib
import re

import html5lib

AUDIENCES = ("affected-people", "end-users", "senior-leaders", "technical")
VIEW = "|".join(AUDIENCES)

# What stands at which address; the first that fits names the page's type.
TYPES = [(re.compile(pattern + r"\Z"), name) for pattern, name in (
    (r"index\.html", "home"),
    (r"404\.html", "not-found"),
    (r"tools/[^/]+/index\.html", "tool-public"),
    (rf"tools/[^/]+/({VIEW})/index\.html", r"tool-\1"),
    (r"tools/[^/]+/documents/[^/]+/index\.html", "document"),
    (r"tools/[^/]+/versions/index\.html", "versions"),
    (r"tools/[^/]+/compare/index\.html", "compare-versions"),
    (r"tools/[^/]+/compare/\d+/(?:\d+/)?index\.html", "compare-since"),
    (rf"tools/[^/]+/versions/\d+/(?:({VIEW})/)?index\.html", "version"),
    (r"tools/[^/]+/versions/\d+/documents/[^/]+/index\.html", "version-document"),
    (r"tools/[^/]+/versions/\d+/changes/index\.html", "version-changes"),
    (r"tools/[^/]+/(?:versions/\d+/|documents/[^/]+/)?.+/index\.html", "tombstone"),
    (r"compare/index\.html", "compare-tools"),
    (r"editions/index\.html", "editions"),
    (r"editions/\d+/index\.html", "edition"),
    (r"changes/index\.html", "changes"),
    (r"browse/index\.html", "browse"),
    (r"browse/[^/]+/index\.html", "browse-facet"),
    (r"browse/[^/]+/[^/]+/index\.html", "browse-value"),
    (r"quality/index\.html", "quality"),
    (r"data/index\.html", "data"),
    (r"[a-z0-9-]+/index\.html", "page"),
)]


class Page:
    """One page: its address below the site's root, its bytes, its tree (read once) and what the parser complained of."""

    def __init__(self, folder, path):
        self.address = path.relative_to(folder).as_posix()
        self.path = path
        self.bytes = path.read_bytes()
        self.text = self.bytes.decode("utf-8", "replace")
        self.type = self._type()
        self._tree = None
        self.mistakes = []

    def _type(self):
        if 'http-equiv="refresh"' in self.text:
            return "redirect"
        for pattern, name in TYPES:
            found = pattern.match(self.address)
            if found:
                break
        else:
            return None
        name = found.expand(name)
        if name == "document":
            role = re.search(r'class="document role-([a-z-]+)"', self.text)
            name += "-" + role.group(1) if role else ""
        if name == "version" and "banner-old" in self.text:
            name = "version-superseded"
        if name in ("tool-public", "tool-affected-people") and "banner-ended" in self.text:
            name += "-retired"
        if name == "tool-public" and '<html lang="en"' not in self.text:
            name += "-in-another-language"
        return name

    @property
    def tree(self):
        if self._tree is None:
            parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
            self._tree = parser.parse(self.bytes, transport_encoding="utf-8")
            self.mistakes = [(place, code) for place, code, _ in parser.errors]
        return self._tree

    def forget(self):
        """Lets the tree go; all pages' trees at once would fill a small machine."""
        self._tree = None


class Site:
    """All pages of a folder, in order of their addresses."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        frozen = re.compile(r"(tools/[^/]+/versions/\d+|editions/\d+)/source/")
        self.pages = [
            Page(self.folder, path) for path in sorted(self.folder.rglob("*.html"))
            if not frozen.match(path.relative_to(self.folder).as_posix())]
        self.by_address = {page.address: page for page in self.pages}

    def of_type(self, kind):
        return [page for page in self.pages if page.type == kind]

    def samples(self):
        """The longest page of every type: where something can go wrong, it is there."""
        longest = {}
        for page in self.pages:
            if page.type and (page.type not in longest or len(page.bytes) > len(longest[page.type].bytes)):
                longest[page.type] = page
        return [longest[kind] for kind in sorted(longest)]
