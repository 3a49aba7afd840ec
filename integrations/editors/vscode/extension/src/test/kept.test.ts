import assert from "node:assert/strict";
import { test } from "node:test";
import { Kept } from "../logic/kept";

test("an answer is asked for once, also by two at the same time, until it is forgotten", async () => {
  let asked = 0;
  const kept = new Kept(async (key) => `${key}${++asked}`);
  assert.deepEqual(await Promise.all([kept.get("a"), kept.get("a"), kept.get("b")]), ["a1", "a1", "b2"]);
  kept.forget();
  assert.equal(await kept.get("a"), "a3");
});

test("a failure is not kept", async () => {
  let asked = 0;
  const kept = new Kept(async () => {
    if (++asked === 1) throw new Error("first");
    return asked;
  });
  await assert.rejects(kept.get("a"), /first/);
  assert.equal(await kept.get("a"), 2);
});
