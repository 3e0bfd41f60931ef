#!/usr/bin/env python3
"""Runs the benchmarks and sets their figures beside the targets.

usage: run.py --build BUILD_FOLDER [--seed N] [--only PROGRAM]

The workload is made by workload.py, with another seed if asked for. Prints a Markdown table for docs/performance.md.
"""
import argparse
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent

# row: (target as text, what must hold)
TARGETS = {
    "an office's quarter: bytes up": ("≤ 16,000 B", lambda v: v <= 16_000),
    "an office's quarter: bytes down": ("≤ 150,000 B", lambda v: v <= 150_000),
    "all 11 offices, both syncs: bytes": ("≤ 1,900,000 B", lambda v: v <= 1_900_000),
    "nothing new: bytes up": ("≤ 400 B", lambda v: v <= 400),
    "nothing new: bytes down": ("≤ 400 B", lambda v: v <= 400),
    "nothing new: round trips": ("1", lambda v: v == 1),
    "one change: A up": ("≤ 700 B", lambda v: v <= 700),
    "one change: B down": ("≤ 700 B", lambda v: v <= 700),
    "one change: round trips": ("1", lambda v: v == 1),
    "first sync of 20,000 records: bytes": ("≤ 4,600,000 B", lambda v: v <= 4_600_000),
    "first sync of 20,000 records: wall over TLS": ("≤ 1.5 s", lambda v: v <= 1.5),
    "quarter at 300 ms one way: wall": ("≤ 2.2 s", lambda v: v <= 2.2),
    "applying whole records": ("≥ 200,000 cells/s", lambda v: v >= 200_000),
    "applying single-field change sets": ("≥ 60,000 change sets/s", lambda v: v >= 60_000),
    "server ingest, 64 KiB segments and larger": ("≥ 20 MB/s", lambda v: v >= 20),
    "server with 1,000 TLS connections: memory": ("≤ 160 MiB", lambda v: v <= 160),
    "one durable change: large space against small": ("≤ 1.2", lambda v: v <= 1.2),
    "a new epoch for 300 keys: time": ("≤ 60 ms", lambda v: v <= 60),
    "a new epoch for 300 keys: bytes": ("≤ 40,000 B", lambda v: v <= 40_000),
    "a new epoch for 1,000 devices and 300 kits: bytes": ("≤ 130,000 B", lambda v: v <= 130_000),
    "at rest: import, sealed against plain": ("≤ 1.5", lambda v: v <= 1.5),
    "at rest: sync, sealed against plain": ("≤ 1.5", lambda v: v <= 1.5),
    "at rest: reading, sealed against plain": ("≤ 1.2", lambda v: v <= 1.2),
    "searching 50,000 records, a rare word": ("≤ 50 ms", lambda v: v <= 50),
    "searching 50,000 records, two common words": ("≤ 50 ms", lambda v: v <= 50),
    "searching 50,000 records, a code": ("≤ 50 ms", lambda v: v <= 50),
    "searching 50,000 records, the beginning of a word": ("≤ 50 ms", lambda v: v <= 50),
    "a document up, of the speed of sealing": ("≥ 0.40", lambda v: v >= 0.40),
    "a document down, of the speed of sealing": ("≥ 0.40", lambda v: v >= 0.40),
    "a document of 300 MB: peak memory of the client": ("≤ 64 MiB", lambda v: v <= 64),
    "a document of 300 MB: peak memory of the server": ("≤ 64 MiB", lambda v: v <= 64),
    "20 MB at 56 kbit/s, 600 ms, cut every minute, up: sent beyond the document": ("≤ 3 %", lambda v: v <= 3),
    "20 MB at 56 kbit/s, 600 ms, cut every minute, down: sent beyond the document": ("≤ 3 %", lambda v: v <= 3),
    "conflicts offered with both values, of 275": ("275", lambda v: v == 275),
}


def machine():
    model = ""
    with open("/proc/cpuinfo", encoding="utf-8") as cpuinfo:
        for line in cpuinfo:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    return f"{os.cpu_count()} × {model}, Linux {platform.release()}"


def figures(program, *arguments):
    run = subprocess.run([program, *arguments], stdout=subprocess.PIPE, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{program.name} ended with {run.returncode}: a figure could not be measured")
    return [json.loads(line) for line in run.stdout.splitlines()]


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def table(rows):
    print("| measure | figure | target | |")
    print("|---|---:|---:|---|")
    for row in rows:
        target, holds = TARGETS.get(row["row"], ("", None))
        verdict = "" if holds is None else ("met" if holds(row["value"]) else "**missed**")
        print(f"| {row['row']} | {number(row['value'])} {row['unit']} | {target} | {verdict} |")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--build", required=True, type=pathlib.Path)
    arguments.add_argument("--seed", default="20261124")
    arguments.add_argument("--only", default="")
    chosen = arguments.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="puente-bench-"))
    try:
        workload = folder / "workload"
        subprocess.run([sys.executable, HERE / "workload.py", workload, "--seed", chosen.seed], check=True,
                       stdout=subprocess.DEVNULL)
        print(f"Machine: {machine()}. Workload seed {chosen.seed}.\n")
        rows = []
        for program, needs_folder in (("limits_bench", False), ("bytes_bench", True), ("apply_bench", True),
                                      ("at_rest_bench", True), ("rotation_bench", False), ("search_bench", False),
                                      ("documents_bench", True),
                                      ("network_bench", True)):
            if chosen.only not in program:
                continue
            places = [workload, folder / program] if needs_folder else [workload]
            rows += figures(chosen.build.resolve() / "bin" / program, *places)
        table(rows)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
