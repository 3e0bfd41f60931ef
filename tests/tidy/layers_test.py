#!/usr/bin/env python3
"""The house keeps its own rules: arrows between folders, purity below, the top level, and paths and links that exist.

Usage: layers_test.py SOURCE_ROOT. First it breaks each rule in a small tree of its own and insists on being told;
then it checks the real one. The rules are those of docs/architecture.md.
"""

import glob
import os
import re
import subprocess
import sys
import tempfile
import unittest

TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE", "CHANGELOG.md", "dev",
             "client", "server", "common", "sync", "tests", "docs"}

# Who may include whom. The most specific folder that a path lies in speaks for it.
ARROWS = {
    "common": ["common"],
    "sync": ["sync", "common"],
    "client/domain": ["client/domain", "sync", "common"],
    "client/core": ["client/core", "client/domain", "sync", "common"],
    "client/cli": ["client/cli", "client/core", "client/domain", "common/base", "common/time"],
    "client/desktop": ["client/desktop", "client/core", "client/domain", "common/base", "common/time"],
    "server/relay": ["server/relay", "sync", "common"],
    "server/app": ["server/app", "server/relay", "sync", "common"],
    "tests": ["tests", "client", "server", "sync", "common"],
}

# What the server must not see, not even through others: whatever can hold a content key or reads plaintext.
BLIND_TO = ["common/crypto/space_key.h", "sync/segment/sealing.h", "sync/erasable/erasable_key.h",
            "sync/document/document_cipher.h", "sync/segment/body.h", "sync/replica/",
            "sync/merge/", "client/"]

# common/ and sync/ get time, randomness, threads and sockets from above, or not at all.
IMPURE_HEADERS = re.compile(r"Q\w+|thread|mutex|shared_mutex|condition_variable|future|random|sys/socket\.h|unistd\.h")
IMPURE_CODE = re.compile(r"_clock\s*::\s*now\b|\brandom_device\b|\brandombytes_\w+|\bgetrandom\b|\bsleep_for\b|"
                         r"\bgettimeofday\b|\bclock_gettime\b|\bstd::(?:time|clock|rand)\b|\brand\s*\(\s*\)|"
                         r"(?<![\w.>])time\s*\(\s*(?:nullptr|NULL|0|&)")
EDGES = {"common/time/clock.h", "common/base/system_entropy.h", "common/base/system_entropy.cpp"}

# What pages and comments may name though it is not there yet. A name goes from here when the thing lands.
STILL_TO_COME = {"client/desktop", "client/desktop/"}

PRIVATE_PATHS = re.compile(r"(?<![\w.~-])/(?:work|root|Users)/|(?<![\w.~-])/home/\w")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
CITED_PAGE = re.compile(r"\bdocs/[\w./-]+\.md\b")
CITED_PATH = re.compile(r"`((?:common|sync|client|server|tests|docs)/[\w./*{},-]*)`")


class Tree:
    """The files of a source tree, and what is wrong with them."""

    def __init__(self, root):
        self.root = root
        self.problems = []
        self.texts = {}
        for path in self.list_files():
            try:
                with open(os.path.join(root, path), encoding="utf-8") as file:
                    self.texts[path] = file.read()
            except (UnicodeDecodeError, FileNotFoundError):
                pass  # not text, or deleted and not committed yet
        self.code = {path: text for path, text in self.texts.items() if path.endswith((".h", ".cpp"))}
        self.includes = {path: [name for kind, name in INCLUDE.findall(text) if kind == '"' and "/" in name]
                         for path, text in self.code.items()}

    def list_files(self):
        git = ["git", "-C", self.root, "ls-files", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(git, capture_output=True, text=True) if os.path.exists(self.root + "/.git") else None
        if listed and listed.returncode == 0:
            return sorted(set(listed.stdout.splitlines()))
        skipped = {"build", ".git", "__pycache__"}
        found = []
        for folder, folders, files in os.walk(self.root):
            folders[:] = [name for name in folders if name not in skipped]
            found += [os.path.relpath(os.path.join(folder, name), self.root) for name in files]
        return sorted(found)

    def report(self, path, what):
        self.problems.append(f"{path}: {what}")

    def check(self):
        self.check_top_level()
        self.check_arrows()
        self.check_cycles()
        self.check_purity()
        self.check_blindness()
        self.check_names()
        self.check_private_paths()
        self.check_links()
        return self.problems

    def check_top_level(self):
        present = {path.split("/")[0] for path in self.list_files()}
        for name in sorted(present - TOP_LEVEL):
            if not name.startswith("."):
                self.report(name, "does not belong at the top level")
        for name in sorted(TOP_LEVEL - present):
            self.report(name, "is missing at the top level")

    def check_arrows(self):
        for path, names in self.includes.items():
            layer = max((folder for folder in ARROWS if path.startswith(folder + "/")), key=len, default=None)
            if layer is None:
                self.report(path, "lies in no layer")
                continue
            for name in names:
                if name.startswith(".") or name not in self.code:
                    self.report(path, f'includes "{name}", which is no file from the root')
                elif not any(name.startswith(target + "/") for target in ARROWS[layer]):
                    self.report(path, f'includes "{name}": {layer} may not')

    def check_cycles(self):
        done, path_so_far = set(), []

        def visit(path):
            if path in path_so_far:
                self.report(path, "includes itself by way of " + " > ".join(path_so_far[path_so_far.index(path):]))
            elif path not in done:
                path_so_far.append(path)
                for name in self.includes.get(path, []):
                    visit(name)
                path_so_far.pop()
                done.add(path)

        for path in self.includes:
            visit(path)

    def check_purity(self):
        for path, text in self.code.items():
            if not path.startswith(("common/", "sync/")) or path in EDGES:
                continue
            for kind, name in INCLUDE.findall(text):
                if kind == "<" and IMPURE_HEADERS.fullmatch(name):
                    self.report(path, f"includes <{name}>: common and sync are plain C++ without it")
                if name == "common/base/system_entropy.h":
                    self.report(path, "makes its own randomness; it must be given")
            for found in IMPURE_CODE.findall(COMMENT.sub("", text)):
                self.report(path, f"uses {found.strip()}: time and randomness must be given")

    def check_blindness(self):
        for start in [path for path in self.includes if path.startswith("server/")]:
            seen, waiting = set(), [start]
            while waiting:
                path = waiting.pop()
                if path in seen:
                    continue
                seen.add(path)
                waiting += self.includes.get(path, [])
            for path in sorted(seen):
                if path.startswith(tuple(BLIND_TO)):
                    self.report(start, f"reaches {path}: the server is blind")

    def check_names(self):
        """A type's name stands in one header: two definitions of one name in a program are no error that a linker
        would tell, and whoever meets the other one crashes."""
        homes = {}
        for path, text in self.code.items():
            if not path.endswith(".h") or path.startswith("tests/"):
                continue
            for name in re.findall(r"^(?:struct|class|enum class) (\w+)(?: final)?(?: : [^;{]*)? \{", text, re.M):
                homes.setdefault(name, []).append(path)
        for name, paths in homes.items():
            for program in ("client/", "server/"):  # never one program
                own = [path for path in paths if path.startswith((program, "common/", "sync/"))]
                if len(own) > 1:
                    self.report(own[1], f"{name} is defined in {own[0]} too")

    def check_private_paths(self):
        for path, text in self.texts.items():
            for found in PRIVATE_PATHS.findall(text):
                self.report(path, f"names a place on somebody's own machine: {found}")

    def check_links(self):
        for path, text in self.texts.items():
            for page in [] if path.startswith("tests/tidy/") else CITED_PAGE.findall(text):
                if page not in self.texts and page not in STILL_TO_COME:
                    self.report(path, f"cites {page}, which does not exist")
            if path.endswith(".md") and not path.startswith("tests/"):
                self.check_page(path, text)

    def check_page(self, path, text):
        for target in LINK.findall(text):
            if re.match(r"[a-z]+:", target):
                continue
            file, _, anchor = target.partition("#")
            page = os.path.normpath(os.path.join(os.path.dirname(path), file)) if file else path
            if page in STILL_TO_COME:
                continue
            if not os.path.exists(os.path.join(self.root, page)):
                self.report(path, f"links to {target}, which does not exist")
            elif anchor and page in self.texts and anchor not in self.anchors(page):
                self.report(path, f"links to {target}, where no such heading is")
        for cited in set(CITED_PATH.findall(text)) - STILL_TO_COME:
            if not all(glob.glob(os.path.join(self.root, name)) for name in expand_braces(cited)):
                self.report(path, f"names {cited}, which does not exist")

    def anchors(self, page):
        headings = re.findall(r"^#+ +(.*)$", self.texts[page], re.M)
        return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


def expand_braces(path):
    found = re.match(r"([^{]*)\{([^}]*)\}(.*)", path)
    if not found:
        return [path]
    return [name for middle in found[2].split(",") for name in expand_braces(found[1] + middle + found[3])]


class EachRuleBites(unittest.TestCase):
    """A sound tree passes; with one file more it does not."""

    SOUND = dict.fromkeys(["CMakeLists.txt", "CMakePresets.json", "LICENSE", "CHANGELOG.md", "dev", "README.md"], "") | {
        "common/base/a.h": "struct Twice {\n};\n",
        "common/crypto/space_key.h": "",
        "sync/model/b.h": '#include "common/base/a.h"\n// Nobody calls std::time(nullptr).\nint clock();\n',
        "sync/segment/sealing.h": '#include "common/crypto/space_key.h"\n',
        "client/domain/c.h": '#include "sync/model/b.h"\n',
        "client/cli/d.cpp": '#include "client/domain/c.h"\n#include <QString>\n',
        "server/relay/e.h": '#include "sync/model/b.h"\n',
        "tests/f_test.cpp": '#include "server/relay/e.h"\n',
        "docs/README.md": "[up](../README.md) [here](#the-map) `sync/model/b.h`\n# The map\n",
    }

    def problems_with(self, more):
        with tempfile.TemporaryDirectory() as root:
            for path, text in (self.SOUND | more).items():
                os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
                with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                    file.write(text)
            return Tree(root).check()

    def test_sound_tree_passes(self):
        self.assertEqual(self.problems_with({}), [])

    def test_each_break_is_reported(self):
        breaks = {
            "one name twice": ("sync/model/x.h", "struct Twice {\n};\n"),
            "upwards": ("common/x.h", '#include "sync/model/b.h"\n'),
            "sideways": ("server/relay/x.h", '#include "client/domain/c.h"\n'),
            "past the core": ("client/cli/x.h", '#include "sync/model/b.h"\n'),
            "relative": ("sync/model/x.h", '#include "../model/b.h"\n'),
            "no such file": ("sync/model/x.h", '#include "sync/model/y.h"\n'),
            "itself": ("sync/model/x.h", '#include "sync/model/x.h"\n'),
            "key in the server's reach": ("server/relay/x.cpp", '#include "sync/segment/sealing.h"\n'),
            "Qt below": ("sync/model/x.h", "#include <QString>\n"),
            "thread below": ("common/x.cpp", "#include <thread>\n"),
            "clock below": ("sync/x.cpp", "auto now = std::chrono::system_clock::now();\n"),
            "C clock below": ("sync/x.cpp", "auto now = std::time(nullptr);\n"),
            "another C clock below": ("sync/x.cpp", "auto now = time(NULL);\n"),
            "randomness below": ("sync/x.cpp", "std::random_device device;\n"),
            "top level": ("notes.txt", ""),
            "no layer": ("client/x.cpp", ""),
            "private path": ("docs/x.md", "see /" + "home/somebody/puente\n"),
            "broken link": ("docs/x.md", "[gone](gone.md)\n"),
            "broken anchor": ("docs/x.md", "[gone](README.md#gone)\n"),
            "cited page": ("sync/x.h", "// docs/" + "formats/gone.md\n"),
            "cited path": ("docs/x.md", "`sync/gone.h`\n"),
        }
        for name, (path, text) in breaks.items():
            with self.subTest(name):
                self.assertNotEqual(self.problems_with({path: text}), [])


def main():
    root = os.path.abspath(sys.argv[1])
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(EachRuleBites)
    if not unittest.TextTestRunner(stream=sys.stderr).run(suite).wasSuccessful():
        return 1
    problems = Tree(root).check()
    print("\n".join(problems) or "every arrow points where it should")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
