#!/usr/bin/env python3
"""Every text for people exists in Spanish, and fills the same places as in English.

lupdate collects the texts of the sources anew; whatever it finds that the catalogue lacks, has unfinished or no longer
needs is a fault.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
from pathlib import Path

ROOT = Path(sys.argv[1])
CATALOGUES = [("client/cli/translations/puente_es.ts", ["client/core", "client/cli"])]


def lupdate():
    for candidate in (shutil.which("lupdate6"), "/usr/lib/qt6/bin/lupdate", shutil.which("lupdate")):
        if candidate and Path(candidate).exists():
            return candidate
    sys.exit("lupdate is not installed (qt6-l10n-tools)")


def places(text):
    return sorted(re.findall(r"%(?:n|[0-9]+)", text))


def fault_of(message):
    source, translation = message.findtext("source"), message.find("translation")
    state = translation.get("type", "finished")
    if state != "finished":
        return f"{state}: {source}"
    if not (translation.text or "").strip():
        return f"not translated: {source}"
    if places(source) != places(translation.text):
        return f"other places than in English: {source}"
    return None


def faults_of(catalogue, folders):
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / "fresh.ts"
        shutil.copy(ROOT / catalogue, fresh)
        subprocess.run([lupdate(), "-silent", "-locations", "none", *folders, "-ts", str(fresh)],
                       cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
        messages = list(tree.parse(fresh).getroot().iter("message"))
    sources = [message.findtext("source") for message in tree.parse(ROOT / catalogue).getroot().iter("message")]
    for source in sorted({source for source in sources if sources.count(source) > 1}):
        yield f"{catalogue}: stands there twice: {source}"
    if len(messages) < 40:
        yield f"{catalogue}: too few texts found"
    for message in messages:
        if fault := fault_of(message):
            yield f"{catalogue}: {fault}"


faults = [fault for catalogue, folders in CATALOGUES for fault in faults_of(catalogue, folders)]
print("\n".join(faults) or "all texts are translated")
sys.exit(1 if faults else 0)
