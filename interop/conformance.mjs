// The conformance suite of the protocol against a server that offers the suite's fixtures: every scored server scenario
// of each revision must pass. What the suite runs beside them, unscored, is counted and shown. Then the TypeScript SDK and
// its successor connect to the same endpoint, and must settle on the newest revision that each knows.
//
//   node conformance.mjs http://localhost:PORT/mcp
//
// ConformanceTest in mcp-server starts the fixtures and runs this; the suite needs Node 22 or newer.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client as OlderClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as OlderTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";

const SCORED = { "2025-11-25": 30, "2026-07-28": 37 };
const url = process.argv[2];
assert.match(url ?? "", /^http:\/\/localhost:\d+\//, "give the URL of the fixtures; it must say localhost");

const suite = join(dirname(fileURLToPath(import.meta.url)), "node_modules", "@modelcontextprotocol", "conformance", "dist", "index.js");

for (const [revision, expected] of Object.entries(SCORED)) {
  const args = [suite, "server", "--url", url, "--requirements", revision];
  const run = spawnSync(process.execPath, args, { encoding: "utf8", cwd: mkdtempSync(join(tmpdir(), "conformance-")) });
  const summary = run.stdout.slice(run.stdout.indexOf("=== SUMMARY ==="));
  const unscored = new Set([...summary.matchAll(/^ {2}[✓✗] (\S+) \(/gm)].map((match) => match[1]));
  const all = [...summary.matchAll(/^([✓✗~]) (\S+): (\d+) passed, (\d+) failed/gm)].map(([, , name, passed, failed]) => ({ name, passed: +passed, failed: +failed }));
  const scored = all.filter((scenario) => !unscored.has(scenario.name));
  const failed = scored.filter((scenario) => scenario.failed > 0 || scenario.passed === 0);
  console.log(`${revision}: ${scored.length - failed.length} of ${scored.length} scored scenarios pass, ${unscored.size} more are not scored`);
  assert.equal(run.status, 0, `${revision}: the suite failed\n${run.stderr}\n${summary}`);
  assert.deepEqual(failed, [], `${revision}: scored scenarios failed`);
  assert.equal(scored.length, expected, `${revision}: this suite scores another number of scenarios`);
}

async function settles(name, client, transport, settled, revision) {
  await client.connect(transport);
  const { tools } = await client.listTools();
  const { content } = await client.callTool({ name: "test_simple_text", arguments: {} });
  assert.ok(tools.length > 0 && content.length > 0, `${name}: no answer over HTTP`);
  assert.equal(settled(), revision, `${name}: settled on another revision over HTTP`);
  await client.close();
  console.log(`${name} over HTTP: settles on ${revision}`);
}

const olderTransport = new OlderTransport(new URL(url));
const newer = new Client({ name: "interop", version: "1" }, { versionNegotiation: { mode: "auto" } });
await settles("TypeScript SDK 1.32.2", new OlderClient({ name: "interop", version: "1" }), olderTransport, () => olderTransport.protocolVersion, "2025-11-25");
await settles("TypeScript client 2.4.0", newer, new StreamableHTTPClientTransport(new URL(url)), () => newer.getNegotiatedProtocolVersion(), "2026-07-28");
