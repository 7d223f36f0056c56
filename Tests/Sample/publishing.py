"""Publishes drafts forwards with the program, approvals and all, and compares what came of it with what is committed."""

import filecmp
import os
import pathlib
import re
import shutil
import subprocess
import tomllib

from drafts import SIGN_OFFS, Misfit

HERE = pathlib.Path(__file__).resolve().parent
POSTS = tomllib.loads((HERE / "posts.toml").read_text(encoding="utf-8"))
STALE = "Site/ is stale: renew it with Tests/Sample/make-site --write and commit what that writes."


class Refused(Exception):
    """The program did not do what it was asked."""


class Register:
    """A register in a folder of its own, published edition by edition."""

    def __init__(self, folder, gazette, themes, in_git):
        self.folder, self.gazette, self.in_git = folder, gazette, in_git
        self.content = folder / "Content"
        self.before = {}
        if not gazette.exists():
            raise Refused(f"there is no program at {gazette}; build it first: swift build --product gazette")
        shutil.copytree(themes, folder / "Themes")
        if in_git:
            shutil.copyfile(themes.parent / ".gitattributes", folder / ".gitattributes")
            self.git("init", "--quiet", "--initial-branch=main", on="2024-11-01")

    def publish(self, edition, texts):
        """Lays the drafts of an edition, has the changed tools approved and publishes them, or redacts."""
        changed = sorted({tool(path) for path in texts if self.before.get(path) != texts[path]} - {None})
        self.lay(texts)
        for name in changed:
            self.approve(name, edition)
        if "redact" in edition.told:
            self.redact(edition)
        else:
            self.run("publish", "--on", str(edition.day), "--note", edition.note)
        if self.in_git:
            self.git("add", ".gitattributes", "Content", "Site", on=edition.day)
            self.git("commit", "--quiet", "--message", f"Edition {edition.number}: {edition.note}", on=edition.day)
            self.git("tag", f"edition-{edition.number}", on=edition.day)

    def lay(self, texts):
        for path in self.before.keys() - texts.keys():
            (self.content / path).unlink()
        for path, text in texts.items():
            if self.before.get(path) != text:
                target = self.content / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(text)
        self.before = texts

    def approve(self, name, edition):
        """Every role that the significance of the change asks for approves, on the edition's day for that role."""
        record = self.before[f"tools/{name}/record.md"].decode()
        significance = re.search(r"^significance: (\w+)$", record, re.MULTILINE).group(1)
        settings = self.before["register.yaml"].decode()
        posts = POSTS["every-tool"] | POSTS.get(name, {})
        for role, needed in re.findall(r"^  - \{role: ([\w-]+),.* for: \[(.*)\]\}$", settings, re.MULTILINE):
            if significance in needed.split(", "):
                day = str(edition.told["approved"][role])
                self.run("approve", name, "--role", role, "--by", posts[role], "--on", day)

    def redact(self, edition):
        """Takes a published file out; what stands in its place is the same file with one passage put differently."""
        order = edition.told["redact"]
        frozen = self.folder / "Site/tools" / order["tool"] / "versions" / str(order["version"]) / "source" / order["file"]
        text = frozen.read_text(encoding="utf-8")
        if text.count(order["was"]) != 1:
            raise Misfit(f"{edition.name}: {order['file']} does not hold what is to be taken out exactly once")
        replacement = self.folder / "replacement.md"
        replacement.write_text(text.replace(order["was"], order["now"]), encoding="utf-8")
        self.run(
            "redact", order["tool"], str(order["version"]), order["file"], "--because", order["because"],
            "--role", order["role"], "--with", str(replacement), "--on", str(edition.day), "--note", edition.note)
        replacement.unlink()

    def run(self, *words):
        command = [str(self.gazette), *words, "--root", str(self.folder)]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode != 0:
            raise Refused(f"gazette {' '.join(words[:2])}: exit {done.returncode}\n{done.stdout}{done.stderr}")

    def git(self, *words, on):
        who = {"NAME": "Corporate communications", "EMAIL": "algorithms@example.org", "DATE": f"{on}T12:00:00Z"}
        environment = os.environ | {f"GIT_{part}_{key}": value for part in ("AUTHOR", "COMMITTER") for key, value in who.items()}
        environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        quiet = ["-c", "core.autocrlf=false", "-c", "gc.auto=0"]
        subprocess.run(["git", *quiet, *words], cwd=self.folder, env=environment, check=True)


def tool(path):
    parts = path.split("/")
    return parts[1] if parts[0] == "tools" and len(parts) > 2 else None


def compare(made, root, write):
    """Compares a register with the committed one, or writes the committed one; whether they are the same."""
    differing = [f"Site/{path}" for path in differences(made / "Site", root / "Site")]
    differing += [f"Content/{path}" for path in differences(made / "Content", root / "Content")]
    drafts = [path for path in differing if path.startswith("Content/") and not path.endswith("/" + SIGN_OFFS)]
    if drafts:
        raise Misfit(f"the drafts of the newest edition are not those of Content/: {', '.join(drafts)}")
    if write:
        shutil.rmtree(root / "Site", ignore_errors=True)
        shutil.copytree(made / "Site", root / "Site")
        for path in sorted((made / "Content/tools").glob("*/" + SIGN_OFFS)):
            shutil.copyfile(path, root / path.relative_to(made))
        print(f"Site/ and the sign-offs are written; {len(differing)} files differed.")
        return True
    for path in differing[:10]:
        print(f"differs: {path}")
    if differing:
        print(f"{len(differing)} files differ. {STALE}")
    return not differing


def differences(one, other):
    """The files that stand in one folder only, or not with the same bytes in both; sorted."""
    names = [{path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} for folder in (one, other)]
    _, unlike, unread = filecmp.cmpfiles(one, other, names[0] & names[1], shallow=False)
    return sorted(names[0] ^ names[1] | set(unlike) | set(unread))
