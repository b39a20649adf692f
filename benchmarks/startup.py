#!/usr/bin/env python3
"""Bar P10: from spawn to the answers of `initialize` and `tools/list` on stdio, over the whole process tree.

usage: startup.py [RUNS]      run it from the root of the repository, after ./tag-compliance demo

Two sides in turn, RUNS times (10): the launcher as everybody uses it, with its start-up cache, and the same program
without the cache. Prints each side's median CPU seconds, wall seconds and resident memory a second after the answers,
and the median of the pairs' ratios; fails where the two sides' answers differ. Linux only: it reads /proc.
"""
import json
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HERTZ = os.sysconf("SC_CLK_TCK")
MESSAGES = [
    {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
        "protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "startup", "version": "1"}}},
    {"jsonrpc": "2.0", "method": "notifications/initialized"},
    {"jsonrpc": "2.0", "id": 2, "method": "tools/list"},
]


def tree(pid):
    found = [pid]
    for other in filter(str.isdigit, os.listdir("/proc")):
        try:
            parent = int(open(f"/proc/{other}/stat").read().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
        if parent == pid:
            found += tree(int(other))
    return found


def cpu(pid):
    """Of the process and of all its children that have ended, in seconds."""
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return sum(int(field) for field in fields[11:15]) / HERTZ


def resident(pid):
    for line in open(f"/proc/{pid}/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def run(environment):
    began = time.perf_counter()
    server = subprocess.Popen([os.path.join(HERE, "tag-compliance"), "serve", "--demo"], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
    for message in MESSAGES:
        server.stdin.write((json.dumps(message) + "\n").encode())
    server.stdin.flush()
    answers = [json.loads(server.stdout.readline()) for _ in range(2)]
    wall = time.perf_counter() - began
    processes = tree(server.pid)
    seconds = sum(cpu(pid) for pid in processes)
    time.sleep(1)
    memory = sum(resident(pid) for pid in tree(server.pid))
    server.stdin.close()
    server.wait(30)
    return seconds, wall, memory, answers


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    cached = dict(os.environ)
    bare = dict(os.environ, TAG_COMPLIANCE_START_CACHE="off")
    run(cached)
    sides = {"with the start-up cache": [], "without it": []}
    for _ in range(runs):
        pair = [run(cached), run(bare)]
        if pair[0][3] != pair[1][3]:
            sys.exit("the two sides answer differently")
        for side, figures in zip(sides.values(), pair):
            side.append(figures)
    for name, side in sides.items():
        medians = [statistics.median(figures[at] for figures in side) for at in range(3)]
        print(f"{name:<24} CPU {medians[0]:.2f} s, wall {medians[1]:.2f} s, resident {medians[2]:.0f} MiB"
              f" (median of {runs})")
    first, second = sides.values()
    ratios = [a[0] / b[0] for a, b in zip(first, second)]
    print(f"CPU with ÷ without the cache: {statistics.median(ratios):.2f} (median of {runs} pairs); answers equal")


main()
