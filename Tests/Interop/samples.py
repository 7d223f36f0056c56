"""Makes two sites of the sample to look at: the preview of the drafts, and a site published twice."""
import pathlib
import re
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
GAZETTE = ROOT / ".build/debug/gazette"


def gazette(root, *words):
    done = subprocess.run([GAZETTE, *words, "--root", root], text=True, capture_output=True)
    if done.returncode != 0:
        raise SystemExit(f"gazette {' '.join(words)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def sites(folder):
    """The folders of both sites, by name."""
    if not GAZETTE.exists():
        subprocess.run(["swift", "build", "--product", "gazette"], cwd=ROOT, check=True)
    root = folder / "register"
    root.mkdir()
    # Without its approvals, which are of later days.
    shutil.copytree(ROOT / "Content", root / "Content", ignore=shutil.ignore_patterns("sign-offs.yaml"))
    shutil.copytree(ROOT / "Themes", root / "Themes")
    preview = folder / "preview"
    gazette(root, "build", "--to", str(preview), "--on", "2026-10-01")
    publish(root, "2026-10-01", "First edition.")
    change(root / "Content/tools/early-help-finder/record.md")
    publish(root, "2026-10-02", "One correction.")
    return {"preview": preview, "published": root / "Site"}


def publish(root, day, note):
    roles = re.findall(r"\{role: ([a-z-]+),", (root / "Content/register.yaml").read_text())
    for tool in sorted(path.name for path in (root / "Content/tools").iterdir()):
        for role in roles:
            gazette(root, "approve", tool, "--role", role, "--by", "Head of " + role.replace("-", " "), "--on", day)
    gazette(root, "publish", "--on", day, "--note", note)


def change(record):
    text = record.read_text()
    found = re.search(r"(?m)^change:.*(?:\n +.*)*\n", text)
    note = "change: Corrects a slip of the pen.\n"
    text = text[: found.start()] + note + text[found.end():] if found else text.replace("\n---\n", "\n" + note + "---\n", 1)
    record.write_text(re.sub(r"(?m)^significance:.*$", "significance: correction", text))
