#!/usr/bin/env python3
"""Every defence in tests/sabotage/sabotages.toml is where the list says, so that run.py can take it out.

Usage: sabotage_test.py SOURCE_ROOT. First it breaks each rule in a small list of its own and insists on being told;
then it checks the real one.
"""

import pathlib
import sys
import tempfile
import tomllib
import unittest


def is_text(value):
    return isinstance(value, str) and value.strip() != ""


def problems_of_change(root, change):
    file, old, new = change.get("file"), change.get("old"), change.get("new")
    if not is_text(file) or not is_text(old) or not isinstance(new, str):
        return ["a change without file, old or new"]
    if not (root / file).is_file():
        return [f"{file} does not exist"]
    times = (root / file).read_text(encoding="utf-8").count(old)
    problems = [] if times == 1 else [f"`old` stands {times} times in {file}, not once: {old}"]
    return problems + ([f"`new` is no other than `old`: {old}"] if new == old else [])


def problems_of_entry(root, entry):
    test, changes = entry.get("test"), entry.get("change")
    problems = [f"{key}: not one that run.py knows" for key in entry.keys() - {"what", "test", "change"}]
    if not is_text(test):
        problems.append("names no test")
    elif not (root / "tests" / (test + ".cpp")).is_file():
        problems.append(f"tests/{test}.cpp does not exist")
    if not changes:
        problems.append("changes nothing")
    for change in changes or []:
        problems += problems_of_change(root, change)
    return problems


def problems_of(root):
    entries = tomllib.loads((root / "tests/sabotage/sabotages.toml").read_text(encoding="utf-8")).get("sabotage", [])
    problems = [] if entries else ["tests/sabotage/sabotages.toml lists no defence"]
    seen = set()
    for number, entry in enumerate(entries, start=1):
        what = entry.get("what")
        name = what if is_text(what) else f"entry {number}"
        if not is_text(what):
            problems.append(f"{name}: does not say what it defends")
        elif what in seen:
            problems.append(f"{name}: is listed twice")
        seen.add(name)
        problems += [f"{name}: {problem}" for problem in problems_of_entry(root, entry)]
    return problems


class EachRuleBites(unittest.TestCase):
    """A sound list passes; with one thing changed it does not."""

    SOUND = """
[[sabotage]]
what = "the door is locked"
test = "house/door_test"
[[sabotage.change]]
file = "house/door.cpp"
old = "lock();"
new = ""
"""

    def problems_with(self, text):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for path, content in (("tests/sabotage/sabotages.toml", text), ("tests/house/door_test.cpp", ""),
                                  ("house/door.cpp", "close();\nlock();\nclose();\n")):
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(content, encoding="utf-8")
            return problems_of(root)

    def test_sound_list_passes(self):
        self.assertEqual(self.problems_with(self.SOUND), [])

    def test_each_break_is_reported(self):
        breaks = {
            "nothing is listed": (self.SOUND, ""),
            "no what": ('what = "the door is locked"\n', ""),
            "an empty what": ("the door is locked", ""),
            "no test": ('test = "house/door_test"\n', ""),
            "no such test": ("door_test", "gate_test"),
            "no change": (self.SOUND[self.SOUND.index("[[sabotage.change]]"):], ""),
            "no such file": ("door.cpp", "gate.cpp"),
            "no old": ('old = "lock();"\n', ""),
            "no new": ('new = ""\n', ""),
            "old is gone": ("lock();", "bolt();"),
            "old stands twice": ("lock();", "close();"),
            "new is old": ('new = ""', 'new = "lock();"'),
            "a word misspelt": ("[[sabotage.change]]", "tset = ''\n[[sabotage.change]]"),
            "listed twice": (self.SOUND, self.SOUND + self.SOUND),
        }
        for name, (before, after) in breaks.items():
            with self.subTest(name):
                self.assertIn(before, self.SOUND)
                self.assertNotEqual(self.problems_with(self.SOUND.replace(before, after)), [])


def main():
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(EachRuleBites)
    if not unittest.TextTestRunner(stream=sys.stderr).run(suite).wasSuccessful():
        return 1
    problems = problems_of(pathlib.Path(sys.argv[1]))
    print("\n".join(problems) or "every defence stands where the list says")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
