#!/usr/bin/env python3
"""Bars P2 and P11 on AWS, and a million resources in 512 MiB: estates of growing size, against a lab on this machine.

usage: aws_scale.py [ACCOUNTSxRESOURCES:WAIT_MS:RATES[:SCANS[:HEAP]] ...]      run it from the root of the repository

Each run checks that every resource was found and judged as the estate was made, in a process of its own with 512 MiB of
heap, or HEAP, and the launcher's flags. Prints the calls, the longest chain of calls that wait for each other, and wall, CPU and heap
of the first scan of a process and the median of the later ones, beside the CPU that the lab took in all. Without arguments:
the sizes of the bars.
WAIT_MS 0 shows the ceiling of the lab itself; RATES is published (AWS's limits) or unlimited.
"""
import re, subprocess, sys

RUNS = sys.argv[1:] or ["1x10000:0:unlimited:12", "1x10000:80:unlimited:12", "1x100000:0:unlimited:4",
                        "1x100000:80:unlimited:4", "1x100000:80:published", "100x10000:0:unlimited"]
# The lab shares the machine with what is measured: where that waits for it, what it compiles would count as waiting.
LEAN = "-Dsun.net.httpserver.nodelay=true -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn256m"
FIELDS = ["calls_a_scan", "chain_ms", "first_wall_ms", "first_cpu_ms", "later_wall_ms", "later_cpu_ms", "peak_heap_mib",
          "lab_cpu_ms"]
print(" | ".join(["run", "resources"] + FIELDS + ["later wall / chain"]))
for run in RUNS:
    size, wait, rates, *rest = run.split(":")
    scans, heap = rest + ["2", "512m"][len(rest):]
    accounts, each = size.split("x")
    lab = [f"-Dsurefire.jvm={LEAN}"] if accounts == "1" else []
    out = subprocess.run(
        ["./mvnw", "-B", "-ntp", "-pl", "aws-adapter", "-am", "test", "-Dtest=ScaleTest#r81*",
         "-Dsurefire.failIfNoSpecifiedTests=false", f"-Dscale.accounts={accounts}", f"-Dscale.per.account={each}",
         f"-Dscale.wait={wait}", f"-Dscale.rates={rates}", f"-Dscale.scans={scans}", f"-Dscale.heap={heap}"] + lab, capture_output=True, text=True).stdout
    found = re.search(r"scale: \{(.*?)\}", out)
    if "BUILD SUCCESS" not in out or not found:
        sys.exit(out[-3000:])
    figures = dict(pair.split("=") for pair in found.group(1).split(", "))
    chain = int(figures["chain_ms"])
    ratio = f"{int(figures['later_wall_ms']) / chain:.2f}" if chain else "-"
    print(" | ".join([run, figures["total"]] + [figures[field] for field in FIELDS] + [ratio]), flush=True)
