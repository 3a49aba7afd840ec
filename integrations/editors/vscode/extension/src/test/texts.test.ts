import assert from "node:assert/strict";
import { test } from "node:test";
import { hoverText } from "../logic/hoverText";
import { forPreview, summaryOf } from "../logic/page";

const page = "# coro-x\n\nFinds a task\nthat is dropped.\n\nMore.\n\n```cpp bad\nf();\n```\n";
const facts = { check: "coro-x", summary: "Finds.", pageLink: "command:page", evidence: undefined, whyNot: "" };

test("the summary of a page is its first paragraph", () => {
  assert.equal(summaryOf(page), "Finds a task\nthat is dropped.");
  assert.equal(summaryOf("# coro-x\n"), "");
  assert.equal(summaryOf("# coro-x\r\n\r\nFinds.\r\n"), "Finds.");
});

test("an example is C++ for the preview", () => {
  assert.ok(forPreview(page).includes("\n```cpp\nf();\n```\n"));
});

test("a hover has the summary, the reasons and the page, in this order", () => {
  const text = hoverText({ ...facts, evidence: ["lazy: lib.h:7", "spawns: run.h:1"] });
  assert.equal(text, "Finds.\n\nWhy:\n\n- lazy: lib\\.h:7\n- spawns: run\\.h:1\n\n[Page of coro-x](command:page)");
});

test("why there is no reason is said; nothing is said where there is nothing to say", () => {
  assert.ok(hoverText({ ...facts, whyNot: "save the file" }).includes("Why: save the file"));
  assert.ok(!hoverText(facts).includes("Why"));
  assert.ok(!hoverText({ ...facts, evidence: [] }).includes("Why"));
});

test("code in a reason is no markup", () => {
  const text = hoverText({ ...facts, evidence: ["[x](command:evil) <b> a_b_c"] });
  assert.ok(text.includes("\\[x\\]\\(command:evil\\) \\<b\\> a\\_b\\_c"), text);
});
