"""Goes the way of Content/pages/for-publishers.md from a blank folder to a published record, command by command."""

import re
import shutil

from auditing import expect, ran

# Stands for what a person writes into the documents after `gazette new`: a whole tool of the sample, and its settings.
WRITTEN = "return-checker"
# A part of a command, and what it must say then.
SAYS = {
    "gazette build": r"\S+/index\.html\n",
    "gazette status": r"(?s).*school-visit-planner.*",
    "--dry-run": r"(?s).*school-visit-planner.*",
}


def page(path, content, home):
    """Every command that the page shows succeeds; what a person would write between them is put in its place."""
    register = home
    seen = set()
    for line in commands(path):
        if line.startswith("cd "):
            register /= line.removeprefix("cd ")
            continue
        if line == "gazette check":
            write(register, content)
        said = ran(line, register)
        for part in SAYS:
            if part in line:
                expect(re.fullmatch(SAYS[part], said), f"{line}: it says\n{said}")
                seen.add(part)
    expect(seen == SAYS.keys(), f"{path.name} no longer shows {', '.join(sorted(SAYS.keys() - seen))}")
    expect((register / "Site/tools/school-visit-planner/index.html").exists(), f"{path.name} does not lead to a published record")
    ran("gazette verify", register)


def commands(path):
    blocks = re.findall(r"^```\n(.*?)^```$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def write(register, content):
    tool = register / "Content/tools/school-visit-planner"
    names = {file.name for file in tool.iterdir()}
    expect({"record.md", "data-protection.md", "beta-2027.md", "challenge.md"} <= names, f"`gazette new` made {sorted(names)}")
    shutil.rmtree(tool)
    shutil.copytree(content / "tools" / WRITTEN, tool, ignore=lambda _, found: {"sign-offs.yaml"} & set(found))
    settings = (content / "register.yaml").read_text(encoding="utf-8")
    settings = re.sub(r"^(?:redirects|accepted):.*\n(?:[ -].*\n)*", "", settings, flags=re.MULTILINE)
    (register / "Content/register.yaml").write_text(settings, encoding="utf-8")
