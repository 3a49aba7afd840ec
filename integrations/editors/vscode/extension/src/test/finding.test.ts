import assert from "node:assert/strict";
import { test } from "node:test";
import { checkOf, isOfClangd, plainMessage } from "../logic/finding";

test("a check is known by the code of its diagnostic, in each form that editors have", () => {
  assert.equal(checkOf({ message: "", code: "coro-sync-wait" }), "coro-sync-wait");
  assert.equal(checkOf({ message: "", code: { value: "coro-sync-wait" } }), "coro-sync-wait");
  assert.equal(checkOf({ message: "", code: "coro-sync-wait,-warnings-as-errors" }), "coro-sync-wait");
});

test("what others say is not ours", () => {
  for (const code of ["bugprone-use-after-move", "coro", "coro-", "x-coro-y", "coro-a b", 42, undefined])
    assert.equal(checkOf({ message: "coro-sync-wait", code }), undefined, String(code));
});

test("clangd offers suppressions for what it names clang-tidy, others do not", () => {
  assert.ok(isOfClangd({ message: "", source: "clang-tidy" }));
  assert.ok(!isOfClangd({ message: "", source: "corolint" }));
  assert.ok(!isOfClangd({ message: "" }));
});

test("a message is as the CLI says it", () => {
  assert.equal(plainMessage("'a' blocks (fix available)\n\na.cpp:1:2: note: x"), "'a' blocks");
  assert.equal(plainMessage("The task is dropped (fixes available)"), "the task is dropped");
});
