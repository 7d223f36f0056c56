"""Pages on paper: a tagged PDF with the words and the address of the page, and nothing that only works on a screen."""
import io
import unicodedata

import pypdf

from browser import Window
from looking import SCREENSHOTS

KINDS = ("tool-public", "tool-technical", "edition", "document-evaluation", "version-changes", "home")


def check_print(browser, address, site, report):
    """Each printed page is tagged, has its heading and says the address it came from; pictures of paper are taken."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    with Window(browser, address, report, viewport={"width": 794, "height": 1123}) as window:
        for page in site.samples():
            if page.type == "redirect":
                continue
            window.open(page.address)
            if page.type in KINDS:
                _paper(window, page, report)
            window.page.emulate_media(media="print")
            height = window.page.evaluate("() => document.documentElement.scrollHeight")
            window.page.screenshot(
                path=SCREENSHOTS / f"{page.type}-print.png", full_page=True,
                clip={"x": 0, "y": 0, "width": 794, "height": min(height, 4000)})
            apart = window.page.evaluate(
                "() => [...document.querySelectorAll('.text td')].filter(cell => cell.offsetParent && getComputedStyle(cell).display != 'table-cell').length")
            if apart:
                report.breach(page.address, f"printed, {apart} cells of tables stand by themselves")
            width = window.page.evaluate("() => document.documentElement.scrollWidth")
            if width > 794:
                report.breach(page.address, f"printed, it is {width} pixels wide where the paper has 794")
            for selector in (".main-nav", ".skip", ".contents", "form"):
                if window.page.locator(f"{selector} >> visible=true").count():
                    report.breach(page.address, f"{selector} is printed")
            window.page.emulate_media(media="null")


def _paper(window, page, report):
    heading = window.page.inner_text("h1")
    written = window.page.pdf(format="A4", tagged=True)
    (SCREENSHOTS / f"{page.type}.pdf").write_bytes(written)
    paper = pypdf.PdfReader(io.BytesIO(written))
    text = "".join(leaf.extract_text() for leaf in paper.pages)
    # A font may set two letters as one.
    squeezed = "".join(unicodedata.normalize("NFKC", text).split())
    if not paper.trailer["/Root"].get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in paper.trailer["/Root"]:
        report.breach(page.address, "printed, the PDF is not tagged")
    if "".join(heading.split()).lower() not in squeezed.lower():
        report.breach(page.address, f"printed, the heading '{heading}' is not there")
    canonical = window.page.get_attribute("link[rel=canonical]", "href") if window.page.locator(
        "link[rel=canonical]").count() else None
    if canonical and "".join(canonical.split()) not in squeezed:
        report.breach(page.address, f"printed, it does not say its address {canonical}")
    if len(text) < 400:
        report.breach(page.address, f"printed, it has only {len(text)} letters")
