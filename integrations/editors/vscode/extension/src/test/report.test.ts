import assert from "node:assert/strict";
import { test } from "node:test";
import { readReport, type ReportedFinding } from "../logic/report";
import { sameFinding } from "../logic/why";

const location = { file: "a.cpp", line: 3, column: 5, endLine: 3, endColumn: 9 };
const entry = {
  check: "coro-sync-wait",
  message: "'wait' blocks",
  location,
  notes: [
    { message: "'go' is a coroutine", location },
    { message: "evidence: waits: std.yaml:7", location },
  ],
};

test("findings and suppressed ones are read, with their evidence only", () => {
  const found = readReport(JSON.stringify({ version: 1, findings: [entry], suppressed: [entry] }));
  assert.equal(found.length, 2);
  assert.deepEqual(found[0]?.evidence, ["waits: std.yaml:7"]);
  assert.deepEqual([found[0]?.file, found[0]?.line, found[0]?.column], ["a.cpp", 3, 5]);
});

test("a finding without a place is left out", () => {
  const text = JSON.stringify({
    version: 1,
    findings: [
      { ...entry, location: { file: "a.cpp" } },
      { ...entry, location: null },
    ],
  });
  assert.deepEqual(readReport(text), []);
});

test("what is no report is refused in words", () => {
  assert.throws(() => readReport("Segmentation fault"), /printed no JSON/);
  assert.throws(() => readReport('{"version": 2}'), /version 2; expected 1/);
});

function finding(line: number, column: number, message: string): ReportedFinding {
  return { check: "coro-sync-wait", file: "a.cpp", evidence: [], line, column, message };
}

test("of equal messages the nearest is meant, after edits above too", () => {
  const inFile = [finding(3, 5, "'a' blocks"), finding(9, 2, "'a' blocks"), finding(9, 8, "'a' blocks")];
  const shown = { check: "coro-sync-wait", message: "'a' blocks", line: 10, column: 7 };
  assert.deepEqual(sameFinding(shown, inFile), inFile[2]);
});

test("another message or check is another finding", () => {
  const inFile = [finding(3, 5, "'a' blocks")];
  assert.equal(sameFinding({ check: "coro-sync-wait", message: "'b' blocks", line: 3, column: 5 }, inFile), undefined);
  assert.equal(sameFinding({ check: "coro-lock", message: "'a' blocks", line: 3, column: 5 }, inFile), undefined);
});
