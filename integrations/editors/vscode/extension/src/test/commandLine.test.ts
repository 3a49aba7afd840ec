import assert from "node:assert/strict";
import { test } from "node:test";
import { baselineArguments, buildFolder, isWithin, runFolder, whyArguments } from "../logic/commandLine";

const place = { workspace: "/w", buildFolder: "", clangdArguments: [] };

test("the build folder is that of our setting, else that of clangd, else not said", () => {
  const clangdArguments = ["--background-index", "--compile-commands-dir=${workspaceFolder}/out", "-j=4"];
  assert.equal(buildFolder({ ...place, buildFolder: "build", clangdArguments }), "/w/build");
  assert.equal(buildFolder({ ...place, clangdArguments }), "/w/out");
  assert.equal(buildFolder({ ...place, clangdArguments: ["-compile-commands-dir=/b"] }), "/b");
  assert.equal(buildFolder(place), undefined);
});

test("corolint runs where the baseline is, else where the project file is, else in the workspace folder", () => {
  const having = (...files: string[]) => runFolder("/w/a/b/c.cpp", "/w", (file) => files.includes(file));
  assert.equal(having("/w/a/.corolint-baseline.json", "/w/a/b/.corolint.yaml"), "/w/a");
  assert.equal(having("/w/a/.corolint.yaml", "/w/.corolint.yaml"), "/w/a");
  assert.equal(having("/.corolint.yaml"), "/w");
});

test("a file elsewhere, such as a system header, is run from the workspace folder", () => {
  assert.equal(
    runFolder("/usr/include/x.h", "/w", () => true),
    "/w",
  );
  assert.equal(
    runFolder("/x.cpp", "/", () => true),
    "/",
  );
});

test("a folder is not taken for one whose name begins with its own", () => {
  assert.ok(isWithin("/w/a", "/w") && isWithin("/w", "/w") && isWithin("/w/..a", "/w"));
  assert.ok(!isWithin("/wa", "/w") && !isWithin("/", "/w"));
});

test("the commands are those of the CLI", () => {
  assert.deepEqual(whyArguments("/w/a.cpp", "/w/out").slice(0, 2), ["-p", "/w/out"]);
  assert.ok(!whyArguments("/w/a.cpp", undefined).includes("-p"));
  assert.deepEqual(baselineArguments("/w/a.cpp", undefined, false), ["baseline", "create", "/w/a.cpp"]);
  assert.deepEqual(baselineArguments("/w/a.cpp", "/b", true), ["baseline", "update", "-p", "/b", "/w/a.cpp"]);
});
