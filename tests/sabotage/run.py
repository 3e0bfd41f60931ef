#!/usr/bin/env python3
"""Takes defences out one by one and expects a test to notice.

Each entry of sabotages.toml names a defence, the text that is the defence, what stands there instead, and the test that
must fail then. Works on a copy of the tree under build/sabotage. Arguments: words that the names must contain.
"""

import functools
import os
import pathlib
import shutil
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
# The build lies in the copy as it does in the tree, and so finds what was compiled there in the cache.
COPY = ROOT / "build" / "sabotage"
BUILD = COPY / "build"
ENVIRONMENT = {"CCACHE_BASEDIR": str(COPY), "CCACHE_NOHASHDIR": "1", "CCACHE_SLOPPINESS": "pch_defines,time_macros",
               "QTEST_FUNCTION_TIMEOUT": "900000"}


def copy_tree():
    """The tree as it is, files not yet committed included. What is in the copy already keeps its time, so that little is
    built again; what differs gets a new one, or an object of an earlier, interrupted run would pass for its own."""
    files = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True,
                           capture_output=True, text=True).stdout.split("\n")
    names = {name for name in files if name and (ROOT / name).is_file()}
    for path in COPY.rglob("*"):
        if path.is_file() and BUILD not in path.parents and str(path.relative_to(COPY)) not in names:
            path.unlink()
    for name in names:
        source, target = ROOT / name, COPY / name
        if target.is_file() and target.read_bytes() == source.read_bytes():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def run(command, **options):
    return subprocess.run(command, cwd=COPY, capture_output=True, text=True, env=os.environ | ENVIRONMENT, **options)


def build(target):
    """The programs too: a test that runs them fails without them, and would seem to have noticed."""
    return run(["cmake", "--build", str(BUILD), "--target", target, "puente", "puente-server", "--", "--quiet"])


def passes(test):
    """A hang counts as a failure too: here, and not by the five minutes that Qt grants a function."""
    name = BUILD / "tests" / test.replace("/", ".")
    try:
        return run([str(name)], timeout=900).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def take_out(changes):
    """Puts something else where the defence stands. The files as they were, or nothing if it is not there."""
    before = {}
    for change in changes:
        path = COPY / change["file"]
        text = path.read_text()
        before.setdefault(path, text)
        if text.count(change["old"]) != 1:
            put_back(before)
            return None
        path.write_text(text.replace(change["old"], change["new"]))
    return before


def put_back(before):
    for path, text in before.items():
        path.write_text(text)


@functools.cache
def is_sound(test):
    """A test that fails with every defence in its place would say nothing."""
    return build(test.replace("/", ".")).returncode == 0 and passes(test)


def try_one(entry):
    """Nothing when a test failed, as it must; else what is wrong."""
    if not is_sound(entry["test"]):
        return "the test fails with the defence in its place"
    before = take_out(entry["change"])
    if before is None:
        return "the defence is not where the list says"
    try:
        built = build(entry["test"].replace("/", "."))
        if built.returncode != 0:
            return "does not build without it:\n" + built.stdout[-2000:]
        return "NOBODY NOTICED" if passes(entry["test"]) else None
    finally:
        put_back(before)


def main():
    entries = tomllib.loads((ROOT / "tests/sabotage/sabotages.toml").read_text())["sabotage"]
    entries = [entry for entry in entries if all(word in entry["what"] for word in sys.argv[1:])]
    copy_tree()
    run(["cmake", "-S", str(COPY), "-B", str(BUILD), "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release"], check=True)
    sound = 0
    for entry in entries:
        trouble = try_one(entry)
        print(f"{'caught  ' if trouble is None else 'TROUBLE '} {entry['what']}  [{entry['test']}]", flush=True)
        if trouble is not None:
            print("         " + trouble, flush=True)
        sound += trouble is None
    print(f"{sound} of {len(entries)} caught")
    return 0 if sound == len(entries) and entries else 1


if __name__ == "__main__":
    sys.exit(main())
