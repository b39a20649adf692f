#!/usr/bin/env python3
"""300 pipelined calls with a malformed line among them and the input closed at once, on a loaded machine.

usage: pipelined.py [RUNS]    run it from the root of the repository, after ./tag-compliance demo

Keeps every core busy with other work, then does RUNS runs (10). A run passes where each of the 300 calls, and the
greeting, has exactly one answer, the malformed line exactly one error, and the server ends with 0.
"""
import collections
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CALLS = 300


def message(number):
    tool = "get_tagging_policy" if number % 2 else "check_tag_compliance"
    return {"jsonrpc": "2.0", "id": number, "method": "tools/call", "params": {"name": tool, "arguments": {"limit": 1}}}


def script():
    lines = [json.dumps({"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {
        "protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "pipelined", "version": "1"}}}),
        json.dumps({"jsonrpc": "2.0", "method": "notifications/initialized"})]
    lines += [json.dumps(message(number)) for number in range(1, CALLS + 1)]
    lines.insert(CALLS // 2, "{this is no message")
    return "\n".join(lines) + "\n"


def run(data):
    done = subprocess.run([os.path.join(HERE, "tag-compliance"), "serve", "--demo", "--data-dir", data],
                          input=script(), capture_output=True, text=True, timeout=300)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    ids = collections.Counter(answer["id"] for answer in answers if answer.get("id") is not None)
    bad = [answer for answer in answers if answer.get("id") is None]
    results = [a for a in answers if a.get("id") and not a["result"]["isError"]]
    return (done.returncode == 0 and ids == collections.Counter(range(CALLS + 1)) and len(results) == CALLS
            and [answer["error"]["code"] for answer in bad] == [-32700])


def burn():
    while True:
        pass


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    load = [multiprocessing.Process(target=burn, daemon=True) for _ in range(2 * os.cpu_count())]
    for process in load:
        process.start()
    with tempfile.TemporaryDirectory() as data:
        passed = sum(run(data) for _ in range(runs))
    for process in load:
        process.kill()
    print(f"{passed} passed, {runs - passed} failed")
    sys.exit(passed != runs)


main()
