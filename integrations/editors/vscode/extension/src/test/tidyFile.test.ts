import assert from "node:assert/strict";
import { test } from "node:test";
import { newTidyFile, switchedOff } from "../logic/tidyFile";

const cases: [before: string, after: string][] = [
  ["Checks: '-*,bugprone-*'\n", "Checks: '-*,bugprone-*,-coro-x'\n"],
  ['Checks: "-*, a-*, " # ours\nX: 1\n', 'Checks: "-*, a-*,-coro-x" # ours\nX: 1\n'],
  ["Checks: -*,a-* # ours\n", "Checks: '-*,a-*,-coro-x' # ours\n"],
  ["Checks: ''\n", "Checks: '-coro-x'\n"],
  ["Checks: >-\n  -*,\n  a-*\nX: 1\n", "Checks: >-\n  -*,\n  a-*,\n  -coro-x\nX: 1\n"],
  ["Checks: |\n  a-*,\n\n", "Checks: |\n  a-*,\n  -coro-x\n\n"],
  ["Checks:\n  # all\n  - '-*'\n  - a-*\nX: 1\n", "Checks:\n  # all\n  - '-*'\n  - a-*\n  - '-coro-x'\nX: 1\n"],
  ["Checks:\n- a-*", "Checks:\n- a-*\n- '-coro-x'"],
  ["---\n# ours\nX: 1\n", "---\nChecks: '-coro-x'\n# ours\nX: 1\n"],
  ["", "Checks: '-coro-x'\n"],
  ["X: 1\r\nChecks: 'a'\r\n", "X: 1\r\nChecks: 'a,-coro-x'\r\n"],
  ["CheckOptions:\n  Checks: 'a'\n", "Checks: '-coro-x'\nCheckOptions:\n  Checks: 'a'\n"],
];

for (const [before, after] of cases)
  test(`${JSON.stringify(before)} has one more name, and is else as it was`, () => {
    assert.equal(switchedOff(before, "coro-x"), after);
  });

const foreign = [
  "{Checks: 'a'}\n",
  "Checks: [a, b]\n",
  "Checks: 'a,\n  b'\n",
  "Checks: a,\n  b\n",
  "Checks: &all 'a'\n",
  "Checks: >-\nX: 1\n",
  "Checks: 'a'\nChecks: 'b'\n",
  "---\nX: 1\n---\nY: 1\n",
  "Checks:\n  - a\n    - b\n",
];

for (const text of foreign)
  test(`${JSON.stringify(text)} is left to the user`, () => {
    assert.equal(switchedOff(text, "coro-x"), undefined);
  });

test("a new file switches nothing else", () => {
  assert.equal(newTidyFile("coro-x"), "Checks: '-coro-x'\n");
});
