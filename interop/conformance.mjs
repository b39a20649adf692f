// The conformance suite of the protocol against a server that offers the suite's fixtures: every scored server scenario
// of each revision must pass. What the suite runs beside them, unscored, is counted and shown.
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
