#!/usr/bin/env python3
"""A report and an export of an estate, made on the command line: how long that takes and how much memory.

usage: documents.py [RESOURCES] [HEAP]      run it from the root of the repository, after a build and ./tag-compliance demo

Writes an estate file of RESOURCES (50,000) made-up resources, and makes of it a report as HTML and exports as CSV and XLSX with
HEAP (512m) for objects. Prints for each the wall time, the CPU and the most memory that was resident, with how many lines of
progress were told. Fails where these, or `check`, count violations otherwise.
"""
import csv
import json
import os
import re
import resource as limits
import subprocess
import sys
import tempfile
import time
import zipfile

from warm_check import HERE, write

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
HEAP = sys.argv[2] if len(sys.argv) > 2 else "512m"


def run(directory, *command):
    environment = dict(os.environ, JAVA_TOOL_OPTIONS=f"-Xmx{HEAP}", TAG_COMPLIANCE_DATA_DIR=os.path.join(directory, "data"),
                       TAG_COMPLIANCE_DEADLINE_SECONDS="600", TAG_COMPLIANCE_BILL="")
    began = time.perf_counter()
    before = limits.getrusage(limits.RUSAGE_CHILDREN)
    done = subprocess.run(
        [os.path.join(HERE, "tag-compliance"), *command, "--estate", os.path.join(directory, "estate.jsonl"), "--policy",
         os.path.join(directory, "policy.json")], capture_output=True, text=True, env=environment)
    after = limits.getrusage(limits.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr[-2000:])
    progress = sum("JAVA_TOOL_OPTIONS" not in line for line in done.stderr.splitlines())
    print(f"{command[0]}: {time.perf_counter() - began:.1f} s, "
          f"{after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime:.1f} CPU-s, "
          f"{after.ru_maxrss / 1024:.0f} MiB at most so far, {progress} lines of progress", flush=True)
    return done.stdout


def sheet_rows(workbook):
    """How many rows the sheets of a workbook have, their heads included."""
    count = 0
    with zipfile.ZipFile(workbook) as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets/sheet"):
                with parts.open(name) as sheet:
                    rest = b""
                    while chunk := sheet.read(1 << 20):
                        count += (rest + chunk).count(b"<row ")
                        rest = chunk[-4:]
    return count


with tempfile.TemporaryDirectory() as directory:
    write(directory, SIZE)
    html, table, workbook = (os.path.join(directory, name) for name in ("report.html", "list.csv", "list.xlsx"))
    checked = json.loads(run(directory, "check", "--json"))
    run(directory, "report", "--out", html)
    run(directory, "export", "--out", table)
    run(directory, "export", "--out", workbook)
    with open(table, newline="") as file:
        rows = list(csv.DictReader(file))
    broken = {row["resource_id"] for row in rows}
    print(f"{SIZE:,} resources: {len(rows):,} rows about {len(broken):,} of them")
    text = re.sub("<[^>]*>", " ", open(html).read())
    if f"{checked['non_compliant_resources']:,}" not in text:
        sys.exit("the report counts otherwise than the check")
    errors = {row["resource_id"] for row in rows if row["severity"] == "error"}
    if len(errors) != checked["non_compliant_resources"]:
        sys.exit(f"{len(errors)} resources with errors in the export, {checked['non_compliant_resources']} in the check")
    if sheet_rows(workbook) != len(rows) + 1:
        sys.exit(f"{sheet_rows(workbook) - 1} rows in the workbook, {len(rows)} in the table")
