"""The drafts of each edition, worked out backwards from those of the newest."""

import dataclasses
import pathlib
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
SIGN_OFFS = "sign-offs.yaml"


class Misfit(Exception):
    """What an edition says it brought does not fit the drafts."""


@dataclasses.dataclass
class Edition:
    number: int
    told: dict

    @property
    def day(self):
        return self.told["day"]

    @property
    def note(self):
        return self.told["note"]

    @property
    def name(self):
        return f"editions/{self.number}.toml"


def editions():
    """All editions, the first one first."""
    files = sorted((HERE / "editions").glob("*.toml"), key=lambda path: int(path.stem))
    return [Edition(int(path.stem), tomllib.loads(path.read_text(encoding="utf-8"))) for path in files]


def read(folder):
    """Every file below a folder but the approvals: its path and its bytes."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != SIGN_OFFS)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def backwards(content, editions):
    """The drafts at each edition, the first one first, from those of the newest."""
    texts = read(content)
    states = [texts]
    for edition in reversed(editions[1:]):
        texts = undone(edition, texts)
        states.append(texts)
    return states[::-1]


def undone(edition, texts):
    """The drafts as they stood before an edition."""
    texts = dict(texts)
    for name in edition.told.get("added", []):
        gone = [path for path in texts if path == name or name.endswith("/") and path.startswith(name)]
        if not gone:
            raise Misfit(f"{edition.name} adds {name}, and it is not there")
        for path in gone:
            del texts[path]
    for edit in edition.told.get("edit", []):
        put_back(edition, edit, texts)
    for old, new in edition.told.get("renamed", {}).items():
        if new not in texts:
            raise Misfit(f"{edition.name} renames {old} to {new}, and it is not there")
        texts[old] = texts.pop(new)
    was = HERE / "was" / str(edition.number)
    for path, old in read(was).items() if was.is_dir() else ():
        if path not in texts:
            raise Misfit(f"was/{edition.number}/{path} is of a file that is not there after edition {edition.number}")
        texts[path] = old
    return texts


def put_back(edition, edit, texts):
    path, now, was = edit["file"], edit["now"].encode(), edit["was"].encode()
    if path not in texts:
        raise Misfit(f"{edition.name} edits {path}, and it is not there")
    count = texts[path].count(now)
    if count != 1:
        raise Misfit(f"{edition.name}: {path} holds this {count} times, not once:\n{edit['now']}")
    texts[path] = texts[path].replace(now, was)
