"""Content that tries to be more than text, as a register of its own: it becomes findings and escaped text, never markup."""
import json
import re
import shutil

import links
import markup
import pages
from browser import Window
from register import ROOT, TOOL, copy_sample, edit, gazette
from report import Report
from server import Server

# Words that a careless page would run. None of them may hold a line break; `alert` is what the browser listens for.
TEXTS = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(2)>",
    "' onmouseover='alert(3)' x='",
    "</title></textarea></style></script><svg/onload=alert(4)>",
    "{{{site.title}}} {{>layout}} {{#page}}",
    "&lt;script&gt;alert(5)&lt;/script&gt; &#60;b>",
    "<!-- --!> ]]> <![CDATA[ <?php ?>",
    "`\"><b onclick=alert(6)>` \\<iframe src=//evil.example>",
)
LINKS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "java&#10;script:alert(1)",
    "javascript&colon;alert(1)", "&#1;javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)",
    "//evil.example/x", "blob:https://evil.example/x", "view-source:javascript:alert(1)", "file:///etc/passwd",
    "intent://evil.example", "https://example.org/\"onmouseover=\"alert(1)",
)
MARKDOWN = "\n\n".join(
    [text for text in TEXTS] + [f"[a link]({link})" for link in LINKS] + [f"![a picture]({link})" for link in LINKS]
    + [f"<{link}>" for link in LINKS[:2]] + [f"[named {at}][r{at}]" for at in range(3)]
    + [f"[r{at}]: {link} \"' onmouseover='alert(1)\"" for at, link in enumerate(LINKS[:3])]
    + ["[titled](https://example.org/ \"\\\" onmouseover=\\\"alert(1)\")", "```\"><script>alert(1)</script>\n</code>\n```",
       "| <b> | \"onclick=alert(1) |\n|---|---|\n| <script>alert(1)</script> | `</td><script>` |",
       "A note.[^\"><b>]\n\n[^\"><b>]: </aside><script>alert(1)</script>"])
SCALAR = re.compile(r"^( *(?:- )?(?!kind|metric)[a-z_]+): (?![|>\[{&*])(.+)$")


def poison(path, every):
    """Adds hostile words to a document's values and to each part of its text; all values, or only those of many words."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    lines, turn = [], 0
    for line in front.split("\n"):
        found = SCALAR.match(line)
        if found and (every or len(found.group(2).split()) > 4) and not re.search(r'(?<!")"$|: ', found.group(2)):
            turn += 1
            value = (found.group(2).strip('"') + " " + TEXTS[turn % len(TEXTS)]).replace("'", "''")
            line = f"{found.group(1)}: '{value}'"
        lines.append(line)
    body = re.sub(r"^(#+ .*\n\n)", lambda heading: heading.group(1) + MARKDOWN + "\n\n", body, count=3, flags=re.M)
    body = re.sub(r"^(### .*\n\n)", lambda heading: heading.group(1) + "\n\n".join(TEXTS) + "\n\n", body, flags=re.M)
    path.write_text("---\n" + "\n".join(lines) + "---\n" + body, encoding="utf-8")


def poisoned(to):
    root = copy_sample(to, published=False)
    for tool in sorted((root / "Content/tools").iterdir()):
        if tool.name not in (TOOL, "referral-assistant", "exclusion-signal"):
            shutil.rmtree(tool)
            continue
        for path in sorted(tool.glob("*.md")):
            poison(path, every=tool.name != TOOL)
    for path in sorted((root / "Content/pages").glob("*.md")):
        poison(path, every=True)
    settings = root / "Content/register.yaml"
    edit(settings, r"^title: .*", "title: 'A register \"><script>alert(7)</script>{{x}}'")
    edit(settings, r"^    name: Example County Council", "    name: '</script><img src=x onerror=alert(8)> Council'")
    return root


def check_hostile(chromium, work, report):
    """Every page of the poisoned register stands, shows the words as words, and runs none of them; bad files are refused."""
    root = poisoned(work / "hostile")
    gazette("build", "--to", work / "poisoned", root=root, may_find=True)
    site = pages.Site(work / "poisoned")
    inner = Report("hostile")
    markup.check_structure(site, inner)
    for page, words in inner.breaches:
        report.breach("poisoned: " + page, words)
    shown = [page for page in site.pages if "&lt;script&gt;alert(" in page.text]
    if len(shown) < 20:
        report.breach("the poisoned register", f"shows its poison on {len(shown)} pages only; the test reaches nothing")
    for page in site.pages:
        for element in markup.elements(page.tree):
            for name in ("href", "src"):
                _scheme(page, element, element.get(name), report)
        page.forget()
    with Server(work / "poisoned", "/register/") as address, Window(chromium, address, report) as window:
        for page in site.samples():
            window.open(page.address)
            if page.type == "redirect":
                # It goes on by itself, and would go on while the next page is being opened.
                window.page.wait_for_url(lambda url: not url.endswith("/register/" + page.address))
            window.page.mouse.move(400, 300)
        window.open("index.html")
        for typed in TEXTS[:3]:
            window.page.fill("#g-query", typed)
            window.page.wait_for_timeout(200)
    _bad_files(work, report)
    _bad_themes(work, report)


def _scheme(page, element, address, report):
    if address and re.match(r"[\s\x00-\x20]*[a-zA-Z][\w+.-]*:", address):
        if address.split(":", 1)[0].lower() not in links.SCHEMES:
            report.breach("poisoned: " + page.address, f"<{element.tag}> leads to {address[:80]}")
    elif address and address.replace("\\", "/").startswith("//"):
        report.breach("poisoned: " + page.address, f"<{element.tag}> leads to {address[:80]}")


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
# A file that must not be published, below a tool's folder or among the pages, and the family of the finding it gets.
BAD_FILES = {
    "tools/{tool}/script.svg": SVG.format("<script>alert(1)</script>"),
    "tools/{tool}/event.svg": SVG.replace("<svg ", '<svg onload="alert(1)" ').format(""),
    "tools/{tool}/outside.svg": SVG.format('<image href="https://evil.example/x.png"/>'),
    "tools/{tool}/foreign.svg": SVG.format('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
    "tools/{tool}/link.svg": SVG.format('<a href="javascript:alert(1)"><text>x</text></a>'),
    "tools/{tool}/entity.svg": '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG.format("&x;"),
    "tools/{tool}/page.png": "<!doctype html><script>alert(1)</script>",
    "tools/{tool}/a b.pdf": "%PDF-1.4\n",
    "tools/{tool}/\"onload=.pdf": "%PDF-1.4\n",
    "tools/{tool}/per%2e%2ecent.pdf": "%PDF-1.4\n",
    "tools/{tool}/..md": "x",
    "tools/{tool}/café.md": "---\nkind: dpia\n---\n",
    "tools/{tool}/page.html": "<script>alert(1)</script>",
    "tools/up..down/record.md": "---\nkind: atrs-4.0\n---\n",
    "tools/Ünï/record.md": "---\nkind: atrs-4.0\n---\n",
    **{f"pages/{name}.md": "---\ntitle: A page\n---\n\nText.\n" for name in (
        "tools", "assets", "browse", "compare", "changes", "editions", "data", "quality", "index", "a b", "x'y")},
}


def findings(root, *words):
    told = gazette("check", "--format", "json", *words, root=root, may_find=True).stdout
    return [json.loads(line) for line in told.splitlines() if line.startswith("{")]


def _bad_files(work, report):
    root = copy_sample(work / "files", published=False)
    for name, text in BAD_FILES.items():
        path = root / "Content" / name.format(tool=TOOL)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = json.dumps(findings(root), ensure_ascii=False)
    gazette("build", "--to", work / "refused", root=root, may_find=True)
    for name, text in BAD_FILES.items():
        name = "Content/" + name.format(tool=TOOL)
        if json.dumps(name, ensure_ascii=False)[1:-1] not in found and name.rpartition("/")[0] not in found:
            report.breach(name, "is taken without a finding")
    for path in (work / "refused").rglob("*"):
        if path.is_file() and path.suffix in (".svg", ".png", ".pdf") and "evil.example" in path.read_text(errors="replace"):
            report.breach(path.name, "a refused file stands in the site")
        if path.is_file() and path.name in {name.rpartition("/")[2] for name in BAD_FILES if "/tools/" in "/" + name} - {"record.md"}:
            report.breach(path.name, "a refused file stands in the site")


# A theme that cannot work: the file, what is put into it, and the word its finding must say.
BAD_THEMES = {
    "an unknown name": ("home.mustache", "{{no_such_name}}\n", "no_such_name"),
    "a missing template": ("home.mustache", "{{>parts/nowhere}}\n", "parts/nowhere"),
    "a loop": ("home.mustache", "{{>home}}\n", "home"),
    "a name in a script": ("home.mustache", "<script>{{page.title}}</script>\n", "script"),
    "a name without quotes": ("home.mustache", "<p title={{page.title}}>x</p>\n", "quot"),
}


def _bad_themes(work, report):
    root = copy_sample(work / "theme", published=False)
    sound = (ROOT / "Themes/civic/templates/home.mustache").read_text(encoding="utf-8")
    for what, (name, text, word) in BAD_THEMES.items():
        path = root / "Themes/civic/templates" / name
        path.write_text(sound + text, encoding="utf-8")
        done = gazette("build", "--to", work / "themed", root=root, may_find=True)
        if done.returncode != 1 or f"Themes/civic/templates/{name}:" not in done.stderr or word not in done.stderr:
            report.breach(f"a theme with {what}", f"is not refused with its place: {done.stderr[:300]}")
        if (work / "themed/index.html").exists():
            report.breach(f"a theme with {what}", "makes pages all the same")
