#!/usr/bin/env python3
"""Writes recovery_kit_v1.json anew: make_recovery_kit.py > recovery_kit_v1.json.

A second implementation of docs/formats/recovery_kit.md, so that the vectors check the first one."""

import base64
import hashlib
import json

CONSONANTS = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "ch"]
SYLLABLES = [c + v for c in CONSONANTS for v in "aeiou"][:64]


def hash_of(word, data):
    label = b"puente.v1." + word
    return hashlib.blake2b(bytes([len(label)]) + label + data, digest_size=32).digest()


def field_product(a, b, bits, modulus):
    product = 0
    for bit in range(bits):
        if b >> bit & 1:
            product ^= a << bit
    for bit in range(2 * bits - 2, bits - 1, -1):
        if product >> bit & 1:
            product ^= modulus << (bit - bits)
    return product


def words(kind, data):
    number, bits = int.from_bytes(data, "big") | kind << 8 * len(data), 8 * len(data) + 4
    found = []
    for place in range(1, bits // 12 + 1):
        twelve = number >> (bits - 12 * place) & 0xfff
        a, b = twelve >> 6, twelve & 63
        check = field_product(2, a, 6, 0x43) ^ field_product(3, b, 6, 0x43) ^ place
        found.append(SYLLABLES[a] + SYLLABLES[b] + SYLLABLES[check])
    assert bits % 12 == 0
    return " ".join(found)


def sealed(label, content):
    return content + hash_of(label, content)[:4]


def line(prefix, data):
    return prefix + base64.urlsafe_b64encode(data).decode().rstrip("=")


def kit(root, version=1):
    return sealed(b"recovery-kit", bytes([version]) + root)


def share(set_id, threshold, total, index, data, version=1):
    counts = (threshold - 1) << 4 | (total - 1)
    return sealed(b"recovery-share", bytes([version]) + set_id + bytes([counts, index]) + data)


def split(root, set_id, threshold, total, coefficients):
    digest = hash_of(b"recovery-shares", set_id + bytes([threshold, total]) + root)[:8]
    shared = root + digest
    shares = []
    for x in range(1, total + 1):
        data = bytearray()
        for i, byte in enumerate(shared):
            value, power = byte, 1
            for coefficient in coefficients:
                power = field_product(power, x, 8, 0x11b)
                value ^= field_product(coefficient[i], power, 8, 0x11b)
            data.append(value)
        shares.append(bytes(data))
    return shares


def changed(text, place, word):
    parts = text.split()
    parts[place - 1:place] = word
    return " ".join(parts)


root = bytes(range(32))
set_id = bytes.fromhex("a0a1a2a3a4a5a6a7")
datas = split(root, set_id, 2, 3, [bytes((7 * i + 3) % 256 for i in range(40))])
shares = [share(set_id, 2, 3, index, data) for index, data in enumerate(datas, 1)]
kit_words, share_words = words(1, kit(root)), words(2, shares[0])
KIT, SHARE = "puente-kit:", "puente-share:"


def bad(what, text, fault, kind="kit", position=0):
    vector = {"what": what, "as": kind, "text": text, "fault": fault}
    return dict(vector, position=position) if position else vector


flipped = bytearray(kit(root))
flipped[5] ^= 1
print(json.dumps({
    "kit": {"root": root.hex(), "text": line(KIT, kit(root)), "words": kit_words},
    "shares": [{"set": set_id.hex(), "threshold": 2, "total": 3, "index": index, "data": data.hex(),
                "text": line(SHARE, whole), "words": words(2, whole)}
               for index, (data, whole) in enumerate(zip(datas, shares), 1)],
    "bad": [
        bad("nothing", "", "not a kit"),
        bad("another line", "puente-invite:AQID", "not a kit"),
        bad("a share for a kit", line(SHARE, shares[0]), "not a kit"),
        bad("a share's words for a kit", share_words, "not a kit"),
        bad("a kit's words for a share", kit_words, "not a kit", "share"),
        bad("not base64", KIT + "!", "damaged"),
        bad("an empty line", KIT, "damaged"),
        bad("a flipped bit", line(KIT, bytes(flipped)), "damaged"),
        bad("a flipped bit, in words", words(1, bytes(flipped)), "damaged"),
        bad("a byte too few", line(KIT, kit(root[:31])), "damaged"),
        bad("a byte too many", line(KIT, kit(root + b"\0")), "damaged"),
        bad("a later version", line(KIT, kit(root, 2)), "unknown version"),
        bad("a later version, in words", words(1, kit(root, 2)), "unknown version"),
        bad("a later version of a share", line(SHARE, share(set_id, 2, 3, 1, datas[0], 2)), "unknown version", "share"),
        bad("the first word is another", changed(kit_words, 1, ["bababa"]), "unknown word", position=1),
        bad("the seventh word is no word", changed(kit_words, 7, ["hola"]), "unknown word", position=7),
        bad("the last word is missing", changed(kit_words, 25, []), "unknown word", position=25),
        bad("a word too many", kit_words + " bababa", "unknown word", position=26),
        bad("a share of one", line(SHARE, share(set_id, 1, 3, 1, datas[0])), "damaged", "share"),
        bad("more needed than made", line(SHARE, share(set_id, 4, 3, 1, datas[0])), "damaged", "share"),
        bad("the share before the first", line(SHARE, share(set_id, 2, 3, 0, datas[0])), "damaged", "share"),
        bad("a share beyond the last", line(SHARE, share(set_id, 2, 3, 4, datas[0])), "damaged", "share"),
    ],
}, indent=1))
