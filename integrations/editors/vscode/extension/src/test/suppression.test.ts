import assert from "node:assert/strict";
import { test } from "node:test";
import { suppression } from "../logic/suppression";

/** The text with the comment for its line 1. */
function suppressed(...lines: string[]): string | undefined {
  const insertion = suppression(lines, 1, "coro-x");
  if (!insertion) return undefined;
  const text = lines[insertion.line] ?? "";
  return text.slice(0, insertion.character) + insertion.text + text.slice(insertion.character);
}

test("the comment is behind the line", () => {
  assert.equal(suppressed("", "  f();"), "  f(); // NOLINT(coro-x)");
});

test("a NOLINT that is there gets one more name", () => {
  assert.equal(suppressed("", "  f(); // NOLINT(other) why"), "  f(); // NOLINT(other, coro-x) why");
});

test("a long line gets it above, indented as it is", () => {
  const long = `\t  f(${"a".repeat(60)});`;
  assert.equal(suppressed("", long), `\t  // NOLINTNEXTLINE(coro-x)\n${long}`);
});

test("the width is counted in letters", () => {
  const comment = " // NOLINT(coro-x)";
  const fits = "\u{1f600}".repeat(80 - comment.length);
  assert.equal(suppressed("", fits), fits + comment);
  assert.notEqual(suppressed("", `${fits}x`), `${fits}x${comment}`);
});

test("there is none in a macro, and none beyond the end", () => {
  assert.equal(suppressed("#define A \\", "  f();"), undefined);
  assert.equal(suppressed("", "  f(); \\"), undefined);
  assert.equal(suppression(["a"], 7, "coro-x"), undefined);
});
