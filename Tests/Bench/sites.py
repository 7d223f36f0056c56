"""The two sites under test: how each is made, built and changed, and whether both hold the same pages."""

import pathlib
import re
import shutil
import subprocess
import sysconfig

import generate
import hugo
from measuring import Cost, cost, settle

DAY = generate.DAYS[0]
FLOOR = pathlib.Path(__file__).with_name("floor.c")
DESCRIPTION = re.compile(r"^## Description\n\n", re.M)


class Gazette:
    """A register, and the program that builds it."""

    def __init__(self, program, folder, count):
        self.program, self.folder, self.count = program, folder, count
        generate.generate(count, folder)
        # A theme of its own, so that one of its templates can be changed.
        shutil.copytree(generate.ROOT / "Themes", folder / "Themes")
        self.template = folder / "Themes/civic/templates/parts/footer.mustache"

    def tools(self):
        return sorted((self.folder / "Content/tools").iterdir())

    def build(self, to):
        settle(self.folder / "Content")
        return cost(self.program, "build", "--root", self.folder, "--to", to, "--on", DAY, "--quiet")

    def check(self):
        return cost(self.program, "check", "--root", self.folder, "--on", DAY, "--quiet", accept=(0, 1))

    def change_file(self, round):
        reword(self.tools()[round % self.count] / "record.md", round)

    def change_template(self, round):
        self.template.write_text(self.template.read_text().replace('class="foot-promise', f'class="foot-promise p{round}', 1))


class Hugo:
    """The same as a Hugo site, and Hugo itself without the Python around it."""

    def __init__(self, folder, count):
        self.folder, self.count = folder, count
        self.program = pathlib.Path(sysconfig.get_paths()["purelib"]) / "hugo/binaries/hugo"
        hugo.write_site(count, folder)

    def tools(self):
        return sorted(path for path in (self.folder / "content/tools").iterdir() if path.is_dir())

    def build(self, to):
        settle(self.folder)
        return cost(self.program, "--source", self.folder, "--destination", to, "--quiet",
                    "--cacheDir", self.folder.with_name("hugo-cache"))

    def change_file(self, round):
        reword(self.tools()[round % self.count] / "_index.md", round)

    def change_template(self, round):
        path = self.folder / "layouts/partials/foot.html"
        path.write_text(path.read_text().replace('class="foot-promise', f'class="foot-promise p{round}', 1))


def reword(path, round):
    """Adds a sentence to the description of a record."""
    text, count = DESCRIPTION.subn(f"## Description\n\nSince round {round} this reads a little better. ", path.read_text(), count=1)
    assert count == 1, f"{path} has no description"
    path.write_text(text)


def floor(tree, to, folder):
    """Writing the same files from memory."""
    program = folder / "floor"
    if not program.exists():
        compiler = shutil.which("cc") or shutil.which("clang")
        subprocess.run([compiler, "-O2", "-o", program, FLOOR], check=True)
    wall, cpu = subprocess.run([program, tree, to], check=True, capture_output=True, text=True).stdout.split()
    return Cost(float(wall), float(cpu), 0)


def pages(site):
    """Of each tool the files it has."""
    tools = pathlib.Path(site) / "tools"
    return {tool.name: sorted(str(path.relative_to(tool)) for path in tool.rglob("*") if path.is_file())
            for tool in tools.iterdir() if tool.is_dir()}


def differences(ours, theirs):
    """In which tools the two sites do not hold the same files; in words."""
    one, other = pages(ours), pages(theirs)
    found = [f"{tool} is in one site only" for tool in sorted(one.keys() ^ other.keys())]
    for tool in sorted(one.keys() & other.keys()):
        odd = sorted(set(one[tool]) ^ set(other[tool]))
        if odd:
            found.append(f"{tool}: {', '.join(odd)} in one site only")
    return found


def size(folder):
    """How many files a tree has, and how many megabytes they are."""
    sizes = [path.stat().st_size for path in pathlib.Path(folder).rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 1e6
