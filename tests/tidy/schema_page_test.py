#!/usr/bin/env python3
"""docs/schema.md says what client/domain/schema/*.json says.

usage: schema_page_test.py SOURCE_DIR [--write]     --write makes the page again
"""
import json
import pathlib
import sys

HEAD = """# What is recorded

Made from `client/domain/schema/*.json` by `tests/tidy/schema_page_test.py . --write`, which as a test compares the two: do not
edit this page. Schema version {version}. Numbers are what is stored and synchronised; they are never reused, and no type, field
or value is ever removed or given another meaning (decision [0060](decisions/0060-schema-as-data.md)).

Every field may also hold a text, when what somebody entered could not be interpreted; *kind* says what it is meant to hold. *Key*
fields together tell one record from another outside the program: an import matches rows by them. *Public* fields may be
published, *members* fields stay among the members of a space, and of a *none* field nothing ever leaves it. The values of
*sealed* fields are sealed under a key of their record's own and can be erased. Column heads are matched without regard to case, accents, `_`, `-` and
`.`; a field's name and its labels always are column heads too.
"""


def load(folder):
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    version = next(d["version"] for d in documents if "version" in d)
    shared = {d["enumeration"]: d["enumerators"] for d in documents if "enumeration" in d}
    types = sorted((d for d in documents if "type" in d), key=lambda d: d["number"])
    return version, shared, types


def kind_of(field):
    text = field["kind"]
    if "enumeration" in field:
        text = f"[{field['enumeration']}](#values-of-{field['enumeration']})"
    elif "enumerators" in field:
        text = "one of those below"
    elif field["kind"] == "reference":
        text = "reference to " + (" or ".join(field["refersTo"]) or "any record")
    elif field["kind"] == "term":
        text = "[term](due_dates.md)"
    elif "minimum" in field:
        text = "number with two decimals" if field.get("decimals") == 2 else text
        text += f" from {field['minimum']}" + (f" to {field['maximum']}" if "maximum" in field else "")
    return "set of " + text if field.get("set") else text


def field_row(field, key):
    marks = [word for word, on in (("key", field["name"] in key), ("required", field.get("required", False)),
                                  ("sealed", field.get("sealed", False))) if on]
    if "requiredWhen" in field:
        marks.append(f"required when `{field['requiredWhen']['field']}` is {' or '.join(field['requiredWhen']['values'])}")
    heads = ", ".join(f"`{head}`" for head in field.get("columns", []))
    return (f"| {field['number']} | `{field['name']}` | {kind_of(field)} | {', '.join(marks)} | {field['label']['es']} | "
            f"{field['label']['en']} | {field['publication']} | {heads} |")


def values_table(enumerators):
    lines = ["| number | name | es | en | also understood |", "|---|---|---|---|---|"]
    for value in enumerators:
        lines.append(f"| {value['number']} | `{value['name']}` | {value['label']['es']} | {value['label']['en']} | "
                     f"{', '.join(value.get('accepts', []))} |")
    return lines


def type_section(document):
    lines = [f"\n## {document['number']} `{document['type']}`: {document['label']['es']} / {document['label']['en']}\n",
             f"{document['help']['en']} ({document['help']['es']})\n",
             "| number | name | kind | | es | en | who | other column heads |", "|---|---|---|---|---|---|---|---|"]
    lines += [field_row(field, document["naturalKey"]) for field in document["fields"]]
    notes = [f"`{first}` must not be after `{last}`." for first, last in document.get("order", [])]
    notes += [f"Worked out, never stored: `{field['name']}` ({field['label']['es']} / {field['label']['en']}): {field['help']['en']}"
              for field in document.get("computed", [])]
    if document.get("alwaysPublished"):
        notes.append("Its public fields are always part of a publication.")
    if "publishedWith" in document:
        notes.append(f"Published if what `{document['publishedWith']}` names is.")
    notes += ["Only in restricted spaces."] if document.get("restricted") else []
    if notes:
        lines += [""] + [f"- {note}" for note in notes]
    for field in document["fields"]:
        if "enumerators" in field:
            lines += [f"\n### Values of `{document['type']}.{field['name']}`\n"] + values_table(field["enumerators"])
    return lines


def page(folder):
    version, shared, types = load(folder)
    lines = [HEAD.format(version=version).rstrip()]
    for document in types:
        lines += type_section(document)
    for name, enumerators in sorted(shared.items()):
        lines += [f"\n## Values of `{name}`\n"] + values_table(enumerators)
    return "\n".join(lines) + "\n"


def main():
    root = pathlib.Path(sys.argv[1])
    target = root / "docs" / "schema.md"
    expected = page(root / "client" / "domain" / "schema")
    if "--write" in sys.argv:
        target.write_text(expected, encoding="utf-8")
    elif not target.exists() or target.read_text(encoding="utf-8") != expected:
        sys.exit("docs/schema.md is out of date: run tests/tidy/schema_page_test.py . --write")


main()
