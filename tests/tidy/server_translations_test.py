#!/usr/bin/env python3
"""Every text of puente-server that people see has its Spanish translation."""

import re
import sys
import xml.etree.ElementTree as tree
from pathlib import Path

root = Path(sys.argv[1])
CALL = r'(?:ServerText::tr\(|QT_TRANSLATE_NOOP\("ServerText",\s*|\btr\()\s*"((?:[^"\\]|\\.)*)"'


def texts_in_code():
    for source in sorted((root / "server" / "app").rglob("*.cpp")):
        joined = re.sub(r'"\s*\n\s*"', "", source.read_text(encoding="utf-8"))
        yield from re.findall(CALL, joined)


messages = tree.parse(root / "server/app/translations/puente-server_es.ts").getroot().iter("message")
translated = {message.findtext("source"): message.findtext("translation") for message in messages}
wanted = set(texts_in_code())
faults = [f"not translated: {text}" for text in sorted(wanted) if not translated.get(text)]
faults += [f"no longer used: {text}" for text in sorted(set(translated) - wanted)]
faults += [f"another number of places: {text}" for text, spanish in translated.items()
           if spanish and sorted(re.findall(r"%\d", text)) != sorted(re.findall(r"%\d", spanish))]
if len(wanted) < 40:
    faults.append("too few texts found: is the search still right?")
print("\n".join(faults))
sys.exit(1 if faults else 0)
