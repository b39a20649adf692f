#!/usr/bin/env python3
"""Calls to AWS (bar P1), and whether the answer is right, against an emulator that counts calls and whose estate is known.

  python3 benchmarks/aws_calls.py URL TRUTH.json POLICY.json REGION,REGION,…

URL answers the AWS calls, GET /__count__ with the calls so far as {"by": {"service|region|action": n}}, and POST
/__count__/reset. TRUTH.json lists the resources with type, region, arn and tags. Prints equality with the truth, the calls,
their ratio to the sum of ceil(items / page) over one list operation for each type and Region, plus GetResources filtered by
each type whose list carries no tags, and the calls of a second check. Types of which the truth knows nothing are listed too,
at one call a Region; what is found of them is printed and not compared. Ends with 1 where anything differs."""
import csv, json, math, os, re, subprocess, sys, tempfile, urllib.request
from collections import Counter

url, truth_file, policy_file, regions = sys.argv[1:5]
regions = regions.split(",")
program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tag-compliance")
# Items a page of the emulator's list operations, and of its GetResources.
PAGES = {"ec2:instance": 1000, "ec2:volume": 1000, "s3:bucket": 1000, "lambda:function": 1000, "rds:db": 100,
         "dynamodb:table": 100, "sns:topic": 100, "sqs:queue": 1000}
TAG_PAGE = 25
CATALOGUE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "policy-model", "src", "main", "resources", "io",
                         "tagcompliance", "policy", "types.csv")
GLOBAL = {"cloudfront:distribution", "route53:hostedzone"}
TAGGED_APART = ["s3:bucket", "lambda:function", "dynamodb:table", "sns:topic", "sqs:queue"]


def calls():
    return json.load(urllib.request.urlopen(url + "/__count__"))["by"]


def reset():
    urllib.request.urlopen(urllib.request.Request(url + "/__count__/reset", method="POST")).read()


def expected(truth, policy):
    violations, compliant = set(), 0
    for resource in truth:
        tags = {key.lower(): value for key, value in resource["tags"].items()}
        before = len(violations)
        for rule in policy["required_tags"] + policy.get("optional_tags", []):
            value, required = tags.get(rule["name"].lower()), rule in policy["required_tags"]
            if value is None:
                issue = "missing_required_tag" if required else None
            elif rule.get("allowed_values") and value not in rule["allowed_values"]:
                issue = "invalid_value"
            elif rule.get("validation_regex") and not re.fullmatch(rule["validation_regex"], value):
                issue = "invalid_format"
            else:
                issue = None
            if issue:
                violations.add((resource["arn"], rule["name"], issue))
        compliant += len(violations) == before
    return violations, compliant


def others():
    """The calls that list the types of which the truth knows nothing: one each in each Region."""
    rows = csv.reader(line for line in open(CATALOGUE) if not line.startswith("#"))
    types = [row[1] for row in rows if row[:1] + row[3:5] == ["aws", "yes", "bearing"] and row[1] not in PAGES]
    return sum(1 if type in GLOBAL else len(regions) for type in types)


def bar(truth):
    items = Counter((resource["type"], resource["region"]) for resource in truth)
    lists = sum(max(1, math.ceil(items[type, region] / page)) for type, page in PAGES.items() for region in regions
                if type != "s3:bucket") + 1
    buckets = sum(items["s3:bucket", region] for region in regions)
    own = everywhere = 0
    for type in TAGGED_APART:
        for region in regions:
            own += max(1, math.ceil(items[type, region] / TAG_PAGE))
            everywhere += max(1, math.ceil((buckets if type == "s3:bucket" else items[type, region]) / TAG_PAGE))
    return lists + others() + everywhere, lists + others() + own


def main():
    truth = json.load(open(truth_file))
    truth = truth if isinstance(truth, list) else truth["resources"]
    environment = dict(os.environ, AWS_ENDPOINT_URL=url, AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="x",
                       AWS_REGION=regions[0], TAG_COMPLIANCE_AWS_REGIONS=",".join(regions),
                       TAG_COMPLIANCE_POLICY=os.path.abspath(policy_file), TAG_COMPLIANCE_DATA_DIR=tempfile.mkdtemp())
    reset()
    run = subprocess.run([program, "check", "--json", "--all"], env=environment, capture_output=True, text=True)
    answer = json.loads(run.stdout)
    first = calls()
    found = {(row["resource_id"], violation["tag"], violation["issue"])
             for row in answer["violations"] for violation in row["violations"] if row["resource_type"] in PAGES}
    known = [row for row in answer["by_resource_type"] if row["resource_type"] in PAGES]
    unknown = {row["resource_type"]: row["total_resources"] for row in answer["by_resource_type"] if row not in known}
    violations, compliant = expected(truth, json.load(open(policy_file)))
    right = (found == violations and sum(row["total_resources"] for row in known) == len(truth)
             and sum(row["compliant_resources"] for row in known) == compliant and answer["coverage"] == "complete")
    outside = [call for call in first if call.split("|")[1] not in regions]
    total = sum(first.values())
    everywhere, own = bar(truth)
    print(f"{len(truth)} resources, {compliant} compliant, {len(violations)} violations: "
          + ("equal to the truth" if right else "NOT EQUAL TO THE TRUTH")
          + (f"; besides: {unknown}" if unknown else ""))
    print(f"{total} calls, {sum(n for call, n in first.items() if 'GetResources' in call)} of them GetResources; "
          f"outside the Regions: {len(outside)}; ratio {total / everywhere:.2f}, "
          f"{total / own:.2f} with each Region's own buckets only")

    reset()
    ask = [{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
        "protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "benchmark", "version": "1"}}}]
    server = subprocess.Popen([program, "serve"], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    counts = []
    for number in (2, 3):
        ask.append({"jsonrpc": "2.0", "id": number, "method": "tools/call",
                    "params": {"name": "check_tag_compliance", "arguments": {}}})
        for message in ask:
            server.stdin.write(json.dumps(message) + "\n")
        server.stdin.flush()
        ask = []
        while json.loads(server.stdout.readline()).get("id") != number:
            pass
        counts.append(sum(calls().values()))
    server.stdin.close()
    server.wait()
    print(f"a second check in one process: {counts[1] - counts[0]} calls")
    return 0 if right and not outside and counts[0] == counts[1] else 1


sys.exit(main())
