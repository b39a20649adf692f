#!/usr/bin/env python3
"""Bar P3: a warm check through MCP on stdio, from the request's line to the answer's.

usage: warm_check.py [RESOURCES] [CHECKS] [bill]      run it from the root of the repository, after a build and ./tag-compliance demo

Writes an estate file of RESOURCES (50,000) made-up resources, and with `bill` a FOCUS bill of the month before with a row
for each of them, serves it with eight rules, asks once
cold and then CHECKS times (40) warm, and prints the first check's seconds and the 50th and 95th percentile of the warm ones
in milliseconds. Fails where a warm answer isn't the first one's, its time of reading and correlation aside.
"""
import contextlib
import datetime
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TYPES = ["ec2:instance", "ec2:volume", "ec2:snapshot", "rds:db", "s3:bucket", "lambda:function", "sqs:queue"]
REGIONS = ["eu-west-1", "eu-central-1", "us-east-1", "us-west-2", "ap-south-1"]
POLICY = {
    "version": "3.0",
    "required_tags": [
        {"id": "cost", "name": "CostCenter", "pattern": "CC-[0-9]{4}"},
        {"id": "owner", "name": "Owner", "pattern": "[a-z0-9-]+@quillmere\\.example"},
        {"id": "environment", "name": "Environment",
         "allowed_values": ["production", "staging", "development", "test", "sandbox"]},
        {"id": "class", "name": "DataClass", "applies_to": ["rds:db", "s3:bucket", "ec2:volume"],
         "allowed_values": ["public", "internal", "confidential", "restricted"]},
        {"id": "project", "name": "Project", "severity": "warning"}],
    "optional_tags": [
        {"id": "creator", "name": "CreatedBy", "allowed_values": ["terraform", "cloudformation", "cdk"],
         "severity": "warning"},
        {"id": "version", "name": "Version", "pattern": "v[0-9]+\\.[0-9]+"}],
    "conditional_tags": [
        {"id": "restricted", "when": {"tag": "DataClass", "in": ["restricted"]},
         "require": {"name": "Environment", "allowed_values": ["production", "staging"]}}],
}


def resource(number, dice):
    kind = dice.choice(TYPES)
    region = dice.choice(REGIONS)
    account = f"{100_000_000_001 + dice.randrange(40):012d}"
    service, what = kind.split(":")
    name = f"{what[0]}-{dice.getrandbits(64):016x}"
    project = dice.randrange(900)
    tags = {"Name": f"project-{project}-{dice.randrange(40)}"}
    for key, value in {
            "CostCenter": f"CC-{1000 + project % 300}",
            "Owner": f"team-{project % 120}" + ("" if dice.randrange(20) == 0 else "@quillmere.example"),
            "Environment": dice.choice(["production", "staging", "development", "test", "sandbox"] * 3 + ["prod"]),
            "DataClass": dice.choice(["public", "internal", "confidential", "restricted"]),
            "Project": f"project-{project}"}.items():
        if dice.randrange(14):
            tags[key] = value
    tags["CreatedBy"] = dice.choice(["terraform", "cloudformation", "console", "cdk"])
    tags["Version"] = f"v{dice.randrange(4)}.{dice.randrange(25)}"
    return {"resource_id": f"arn:aws:{service}:{region}:{account}:{what}/{name}", "resource_type": kind,
            "account_id": account, "region": region, "name": name, "tags": tags}


def last_month():
    return (datetime.date.today().replace(day=1) - datetime.timedelta(days=1)).replace(day=1)


def write(directory, size, bill=False):
    """An estate, eight rules and, if it is asked for, a bill that names each resource once; what the bill adds up to in cents."""
    dice = random.Random(20261124)
    total = 0
    charges = open(os.path.join(directory, "bill.csv"), "w") if bill else contextlib.nullcontext()
    with open(os.path.join(directory, "estate.jsonl"), "w") as estate, charges as rows:
        if bill:
            rows.write("BillingCurrency,ChargeCategory,ProviderName,ServiceName,SubAccountId,ResourceId,ChargePeriodStart,"
                       "BilledCost,EffectiveCost,Tags\n")
        for number in range(size):
            one = resource(number, dice)
            estate.write(json.dumps(one) + "\n")
            if bill:
                cents = 1 + number * 7919 % 99_991
                total += cents
                tags = json.dumps(one["tags"]).replace('"', '""')
                rows.write(f"USD,Usage,AWS,Amazon Elastic Compute Cloud,{one['account_id']},{one['resource_id']},"
                           f"{last_month()}T00:00:00Z,{cents / 100:.2f},{cents / 100:.2f},\"{tags}\"\n")
    with open(os.path.join(directory, "policy.json"), "w") as file:
        json.dump(POLICY, file)
    return total


class Server:
    def __init__(self, directory, bill=False):
        environment = dict(
            os.environ, TAG_COMPLIANCE_CLOUDS="file", TAG_COMPLIANCE_ESTATE=os.path.join(directory, "estate.jsonl"),
            TAG_COMPLIANCE_POLICY=os.path.join(directory, "policy.json"), TAG_COMPLIANCE_DATA_DIR=directory,
            TAG_COMPLIANCE_DEADLINE_SECONDS="600")
        if bill:
            environment["TAG_COMPLIANCE_BILL"] = os.path.join(directory, "bill.csv")
        self.process = subprocess.Popen([os.path.join(HERE, "tag-compliance"), "serve"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, env=environment)
        self.number = 0
        self.ask("initialize", {"protocolVersion": "2025-11-25", "capabilities": {},
                                "clientInfo": {"name": "warm", "version": "1"}})
        self.send({"jsonrpc": "2.0", "method": "notifications/initialized"})

    def send(self, message):
        self.process.stdin.write((json.dumps(message) + "\n").encode())
        self.process.stdin.flush()

    def ask(self, method, params):
        self.number += 1
        began = time.perf_counter()
        self.send({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params})
        while True:
            line = self.process.stdout.readline()
            took = time.perf_counter() - began
            answer = json.loads(line)
            if answer.get("id") == self.number:
                return answer, took

    def check(self):
        answer, took = self.ask("tools/call", {"name": "check_tag_compliance", "arguments": {}})
        content = answer["result"]["structuredContent"]
        for changing in ("correlation_id", "audited", "read_from", "as_of", "next_cursor"):
            content.pop(changing, None)
        return content, took


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    checks = int(sys.argv[2]) if len(sys.argv) > 2 else 40
    bill = sys.argv[3:] == ["bill"]
    with tempfile.TemporaryDirectory() as directory:
        total = write(directory, size, bill)
        server = Server(directory, bill)
        first, cold = server.check()
        if first["total_resources"] != size:
            sys.exit(f"{first['total_resources']} resources were found")
        if bill and not first.get("total_cost_impact"):
            sys.exit(f"no costs, though there is a bill over {total / 100} USD: {first.get('null_reasons')}")
        warm = []
        for _ in range(checks):
            again, took = server.check()
            if again != first:
                sys.exit("a warm answer differs from the first one")
            warm.append(took * 1000)
        server.process.stdin.close()
        server.process.wait(60)
    warm.sort()
    print(f"{size:,} resources, {first['non_compliant_resources']:,} not compliant: first check {cold:.2f} s, "
          f"{checks} warm ones p50 {statistics.median(warm):.1f} ms, p95 {warm[int(0.95 * (len(warm) - 1))]:.1f} ms")


if __name__ == "__main__":
    main()
