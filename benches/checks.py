#!/usr/bin/env python3
"""Checks of translations: tolmach beside Translate Toolkit's pofilter and Weblate's checks, on one material.

    cargo build --release
    pip install translate-toolkit polib weblate==5.14.3
    python3 benches/checks.py target/release/tolmach

The material is the project's own (tests/fixtures/checks): clean pairs of news, and defects planted in them by rule,
at most 14 of a kind. A defect counts as found where a program says of the pair what it does not say of its clean twin,
and a clean pair as flagged where it says anything. Of tolmach only errors and warnings count; of pofilter all filters for
translators, as by default; of Weblate the checks that are on by default for plain text. A program that is
missing is named and skipped.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

FIXTURES = Path(__file__).resolve().parent.parent / "tests/fixtures/checks"
LAYOUT = """[segmentation]
unit = "block"

[[articles]]
source = "articles/{article}/{language}.txt"
catalog = "articles/{article}/{language}.toml"
document = "articles/{article}/{language}.txt"
"""
# Checks of Weblate that ask its database for other texts.
STORED = {"inconsistent", "reused", "translated"}
# What an article says of itself, and not of a text.
ASIDE = {"unsealed", "missing", "stale", "orphan", "unreviewed", "draft", "unpublished", "consistency"}


def rows(name):
    lines = (FIXTURES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


def planted(text, old, new):
    """The text with the defect in it, where its rule fits; whole words alone are exchanged."""
    if old == "#":
        at = next((at for at, c in enumerate(text) if c in "0123456789"), None)
        return None if at is None else text[:at] + str(int(text[at]) % 9 + 1) + text[at + 1 :]
    if old.endswith("$"):
        old = old[:-1]
        return text[: -len(old)] + new if text.endswith(old) else None
    at = text.find(old)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(old) : at + len(old) + 1]
        if not (old[0].isalnum() and before.isalnum() or old[-1].isalnum() and after.isalnum()):
            return text[:at] + new + text[at + len(old) :]
        at = text.find(old, at + 1)
    return None


def material(most):
    """The clean pairs, and the defects as (kind, number of the pair, translation)."""
    clean = [tuple(line.split(" | ", 1)) for name in ("clean.txt", "news-clean.txt") for line in rows(name)]
    kinds = defaultdict(list)
    for line in [line for name in ("plants.txt", "news-plants.txt") for line in rows(name)]:
        columns = line.split(" | ", 3)
        if len(columns) == 3:
            columns = [*columns[:2], columns[2].removesuffix(" |"), ""]
        kind, _, old, new = columns
        found = [(at, planted(target, old, new)) for at, (_, target) in enumerate(clean)]
        kinds[kind].append([(at, text) for at, text in found if text and text != clean[at][1]])
    defects = []
    for kind, rules in kinds.items():
        turns = [hits[turn] for turn in range(most) for hits in rules if turn < len(hits)]
        defects += [(kind, at, text) for at, text in turns[:most]]
    return clean, defects


def tolmach(program, pairs):
    """What is said of each pair; each stands in the middle of its neighbours."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "tolmach.toml").write_text(LAYOUT, encoding="utf-8")
        for number, article in enumerate(pairs):
            place = Path(folder, "articles", f"a{number}")
            place.mkdir(parents=True)
            place.joinpath("ru.txt").write_text("\n\n".join(source for source, _ in article[1]) + "\n", encoding="utf-8")
            quoted = lambda text: json.dumps(text, ensure_ascii=False)
            table = "".join(
                f'[[pair]]\nsource = {quoted(source)}\ntarget = {quoted(target)}\nstate = "translated"\n\n'
                for source, target in article[1]
            )
            place.joinpath("en.toml").write_text(table, encoding="utf-8")
        done = subprocess.run(
            [program, "check", "--format", "json"], cwd=folder, capture_output=True, text=True, check=False
        )
    said = [set() for _ in pairs]
    for finding in json.loads(done.stdout)["findings"]:
        number = int(finding["article"][1:])
        is_here = finding.get("segment") == pairs[number][0] + 1
        if is_here and finding["check"] not in ASIDE and finding["severity"] != "info":
            said[number].add(finding["check"])
    return said


def pofilter(pairs):
    """What pofilter says of each pair: its marks stand in the comments of what it writes."""
    import polib

    with tempfile.TemporaryDirectory() as folder:
        source, result = Path(folder, "in.po"), Path(folder, "out.po")
        po = polib.POFile()
        po.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "en"}
        for number, (at, article) in enumerate(pairs):
            po.append(polib.POEntry(msgctxt=str(number), msgid=article[at][0], msgstr=article[at][1]))
        po.save(str(source))
        program = shutil.which("pofilter") or str(Path(sys.executable).with_name("pofilter"))
        subprocess.run([program, "--progress=none", "--language=en", str(source), str(result)], check=True, capture_output=True)
        said = [set() for _ in pairs]
        if result.exists():
            for entry in polib.pofile(str(result)):
                for line in entry.tcomment.splitlines():
                    if line.startswith("(pofilter) "):
                        said[int(entry.msgctxt)].add(line.removeprefix("(pofilter) ").split(":")[0])
    return said


def weblate(pairs):
    """What Weblate's checks say of each pair, without a database."""
    from unittest.mock import MagicMock

    # Weblate draws badges and keeps backups with these; no check asks for them.
    for name in ("cairo", "gi", "gi.repository"):
        sys.modules[name] = MagicMock()
    os.environ["DJANGO_SETTINGS_MODULE"] = "weblate.settings_example"
    import django
    from django.conf import settings

    settings.DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
    django.setup()
    from weblate.checks.flags import Flags
    from weblate.checks.models import CHECKS
    from weblate.lang.models import Language, Plural

    class Thing:
        def __init__(self, **values):
            self.__dict__.update(values)

    english, russian = Language(code="en", name="English"), Language(code="ru", name="Russian")
    plural = Plural(language=english, number=2, formula="n != 1")
    component = Thing(source_language=russian, file_format="po", is_multivalue=False, is_glossary=False, name="news")
    component.project = Thing(name="news")
    translation = Thing(language=english, component=component, plural=plural, is_template=False, is_source=False)
    said = []
    for at, article in pairs:
        source, target = article[at]
        unit = Thing(
            translation=translation, all_flags=Flags(), flags="", extra_flags="", is_source=False, source=source,
            target=target, state=20, source_string=source, context="", note="", is_plural=False, fuzzy=False, translated=True,
            readonly=False, id_hash=hash((source, target)), check_cache={}, get_source_plurals=lambda s=source: [s],
            get_target_plurals=lambda t=target: [t],
        )
        found = set()
        for name, check in CHECKS.items():
            if not check.target or check.default_disabled or name in STORED:
                continue
            if check.check_target([source], [target], unit):
                found.add(name)
        said.append(found)
    return said


def table(said, clean, defects):
    """How many defects of each kind are found, and how many clean pairs flagged."""
    kinds = defaultdict(lambda: [0, 0])
    for (kind, at, _), found in zip(defects, said[len(clean) :]):
        kinds[kind][0] += bool(found - said[at])
        kinds[kind][1] += 1
    return kinds, sum(bool(found) for found in said[: len(clean)])


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("program")
    arguments.add_argument("--most", type=int, default=14, help="defects of a kind")
    arguments.add_argument("--kinds", action="store_true", help="one row for each kind")
    asked = arguments.parse_args()
    clean, defects = material(asked.most)
    pairs = []
    for at, text in [(at, target) for at, (_, target) in enumerate(clean)] + [(at, text) for _, at, text in defects]:
        low, high = max(0, at - 2), min(len(clean), at + 3)
        article = [(clean[near][0], text if near == at else clean[near][1]) for near in range(low, high)]
        pairs.append((at - low, article))
    programs = [
        ("tolmach", lambda: tolmach(os.path.abspath(asked.program), pairs)),
        ("Translate Toolkit", lambda: pofilter(pairs)),
        ("Weblate", lambda: weblate(pairs)),
    ]
    columns = []
    for name, run in programs:
        try:
            columns.append((name, *table(run(), clean, defects)))
        except (ImportError, FileNotFoundError) as error:
            print(f"skipped {name}: {error}", file=sys.stderr)
    print("| | " + " | ".join(name for name, _, _ in columns) + " |")
    print("| --- |" + " --- |" * len(columns))
    total = len(defects)
    found = [sum(hits for hits, _ in kinds.values()) for _, kinds, _ in columns]
    print(f"| of {total} defects found | " + " | ".join(f"{n} ({n / total:.1%})" for n in found) + " |")
    print(f"| of {len(clean)} clean pairs flagged | " + " | ".join(str(flagged) for _, _, flagged in columns) + " |")
    for kind in columns[0][1] if asked.kinds else []:
        cells = [kinds[kind] for _, kinds, _ in columns]
        print(f"| {kind} | " + " | ".join(f"{hits} of {count}" for hits, count in cells) + " |")


if __name__ == "__main__":
    main()
