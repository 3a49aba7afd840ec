import assert from "node:assert/strict";
import { test } from "node:test";
import { hasOurChecks, latestClangd, programAt, type Machine } from "../logic/clangdProgram";

/** A machine that has these programs, and a folder of each. */
function machineWith(...programs: string[]): Machine {
  return {
    names: (folder) =>
      programs.filter((each) => each.startsWith(`${folder}/`)).map((each) => each.slice(folder.length + 1)),
    isProgram: (file) => programs.includes(file),
  };
}

test("the highest version is taken as a number, of equal ones the first in PATH", () => {
  const machine = machineWith(
    "/a/corolint-clangd-9",
    "/a/corolint-clangd-19",
    "/b/corolint-clangd-22",
    "/c/corolint-clangd-22",
  );
  assert.equal(latestClangd("/a:/b:/c", machine), "/b/corolint-clangd-22");
  assert.equal(latestClangd("/a", machine), "/a/corolint-clangd-19");
});

test("what only looks like it is not taken", () => {
  const machine = machineWith("/a/corolint-clangd-22.bak", "/a/corolint-clangd", "/a/clangd-22");
  assert.equal(latestClangd("/a:relative:", machine), undefined);
  const notExecutable = { ...machineWith("/a/corolint-clangd-22"), isProgram: () => false };
  assert.equal(latestClangd("/a", notExecutable), undefined);
});

test("a setting is a path or a name in PATH", () => {
  const machine = machineWith("/a/corolint", "/b/corolint");
  assert.equal(programAt("corolint", "/x:/b:/a", machine), "/b/corolint");
  assert.equal(programAt("/a/corolint", "", machine), "/a/corolint");
  assert.equal(programAt("/c/corolint", "/a", machine), undefined);
  assert.equal(programAt("bin/corolint", "/a", machine), undefined);
  assert.equal(programAt("", "/a", machine), undefined);
});

test("a clangd with our checks is known by its name", () => {
  for (const name of ["/usr/bin/corolint-clangd-19", "corolint-clangd-22.exe", "corolint-lsp"])
    assert.ok(hasOurChecks(name), name);
  for (const name of ["clangd", "/usr/bin/clangd-19", "/opt/corolint/clangd", ""]) assert.ok(!hasOurChecks(name), name);
});
