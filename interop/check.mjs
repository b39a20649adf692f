// Other people's clients against our server on stdio: the TypeScript SDK, its successor, and the inspector's command
// line. Each lists the tools and calls every one; the clients check each answer against its output schema. The older
// client must settle on the newest revision that it knows, and the newer one on ours.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client as OlderClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as OlderTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

const here = dirname(fileURLToPath(import.meta.url));
const command = join(here, "..", "tag-compliance");
const args = ["serve", "--demo", "--data-dir", mkdtempSync(join(tmpdir(), "tag-compliance-interop-"))];
const calls = {
  check_tag_compliance: {},
  find_untagged_resources: { missing: "any_required" },
  validate_resource_tags: { proposed: [{ resource_type: "ec2:instance", tags: { Environment: "prod" } }] },
  suggest_tags: { resource_arn: "arn:aws:dynamodb:eu-central-1:104729000066:table/insights-sbx-table-01" },
  get_tagging_policy: { resource_type: "rds:db" },
  cross_account_compliance_check: {},
  get_violation_history: { group_by: "week" },
  detect_tag_drift: { lookback_days: 7 },
  get_cost_attribution_gap: { grouping: "by_account" },
  generate_compliance_report: { format: "html" },
  export_violations_csv: { format: "csv" },
};
let passed = 0;

async function with_client(name, client, transport, revision, settled) {
  await client.connect(transport);
  assert.equal(settled(), revision, `${name}: settled on another revision`);
  const { tools } = await client.listTools();
  assert.deepEqual(tools.map((tool) => tool.name).sort(), Object.keys(calls).sort());
  for (const [tool, parameters] of Object.entries(calls)) {
    const result = await client.callTool({ name: tool, arguments: parameters });
    assert.ok(!result.isError, `${name}: ${tool} failed`);
    assert.ok(result.structuredContent, `${name}: ${tool} has no structured answer`);
    passed++;
  }
  const { resources } = await client.listResources();
  assert.deepEqual(resources.map((resource) => resource.uri), ["tagpolicy://current", "tagpolicy://schema", "compliance://latest", "compliance://history"]);
  for (const { uri } of resources) {
    const { contents } = await client.readResource({ uri });
    assert.ok(JSON.parse(contents[0].text), `${name}: ${uri} is not JSON`);
    passed++;
  }
  const ref = { type: "ref/prompt", name: "explain_violation" };
  const prompt = await client.getPrompt({ name: ref.name, arguments: { resource_id: "x" } });
  assert.equal(prompt.messages.length, 2, `${name}: explain_violation`);
  const { completion } = await client.complete({ ref, argument: { name: "tag", value: "cost" } });
  assert.ok(completion.values.includes("CostCenter"), `${name}: completion of a tag`);
  passed += 3;
  await client.close();
  console.log(`${name}: settles on ${revision}, lists ${tools.length} tools and calls each, reads, prompts and completes`);
}

function with_inspector(method, more) {
  const inspector = join(here, "node_modules", ".bin", "mcp-inspector");
  const run = spawnSync(inspector, ["--cli", command, ...args, "--method", method, ...more], { encoding: "utf8" });
  assert.equal(run.status, 0, `inspector ${method}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

const olderTransport = new OlderTransport({ command, args });
let olderRevision = "none";
olderTransport.setProtocolVersion = (revision) => (olderRevision = revision);
const newer = new Client({ name: "interop", version: "1" }, { versionNegotiation: { mode: "auto" } });

await with_client("TypeScript SDK 1.32.2", new OlderClient({ name: "interop", version: "1" }), olderTransport, "2025-11-25", () => olderRevision);
await with_client("TypeScript client 2.4.0", newer, new StdioClientTransport({ command, args }), "2026-07-28", () => newer.getNegotiatedProtocolVersion());
assert.equal(with_inspector("tools/list", []).tools.length, Object.keys(calls).length);
for (const [tool, parameters] of Object.entries(calls)) {
  const toolArgs = Object.entries(parameters).flatMap(([name, value]) => [
    "--tool-arg",
    `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`,
  ]);
  const result = with_inspector("tools/call", ["--tool-name", tool, ...toolArgs]);
  assert.ok(!result.isError, `inspector: ${tool} failed`);
  passed++;
}
console.log("inspector 2.12.0 --cli: lists the tools and calls each");
console.log(`${passed} passed, 0 failed`);
