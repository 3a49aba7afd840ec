// What the logic takes from corolint, and gives to it, held against the program.

import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { test } from "node:test";
import { baselineArguments, whyArguments } from "../logic/commandLine";
import { summaryOf } from "../logic/page";
import { complaint, run } from "../logic/program";
import { readReport } from "../logic/report";
import { newTidyFile, switchedOff } from "../logic/tidyFile";
import { suppression } from "../logic/suppression";
import { corolint as program, found, needsCorolint, sampleProject } from "./sampleProject";

const corolint = program ?? "";

async function findings(folder: string, file: string) {
  const printed = await run(corolint, whyArguments(file, path.join(folder, "out")), folder);
  assert.equal(printed.code, 0, printed.err);
  return readReport(printed.out);
}

test("--why gives the reasons", needsCorolint, async () => {
  const { folder, file } = sampleProject();
  const [finding, ...others] = await findings(folder, file);
  assert.deepEqual(others, []);
  assert.equal(finding?.check, found.check);
  assert.deepEqual([finding?.line, finding?.column], [found.line + 1, found.character + 1]);
  assert.deepEqual(finding?.evidence, ["lazy: initial_suspend returns 'suspend_always'"]);
});

test("the page of a check has a summary", needsCorolint, async () => {
  const printed = await run(corolint, ["--explain", found.check], ".");
  assert.match(summaryOf(printed.out), /^Finds a task/);
});

test("a baseline is made, then renewed, and its findings are still explained", needsCorolint, async () => {
  const { folder, file } = sampleProject();
  for (const exists of [false, true]) {
    const printed = await run(corolint, baselineArguments(file, path.join(folder, "out"), exists), folder);
    assert.equal(printed.code, 0, printed.err);
    assert.match(printed.err, /1 finding in '.corolint-baseline.json'/);
  }
  assert.equal((await findings(folder, file)).length, 1);
});

test("corolint takes the check for off in each form of .clang-tidy", needsCorolint, async () => {
  const { folder, file } = sampleProject();
  const forms = [
    "Checks: '-*,coro-*'\n",
    "Checks: >-\n  -*,\n  coro-*\n",
    "Checks:\n  - '-*'\n  - coro-*\n",
    "Checks: -*,x-*\n",
  ];
  for (const text of [...forms.map((form) => switchedOff(form, found.check)), newTidyFile(found.check)]) {
    fs.writeFileSync(path.join(folder, ".clang-tidy"), text ?? "");
    const doctor = await run(corolint, ["doctor", "-p", path.join(folder, "out"), file], folder);
    assert.ok(doctor.out.includes(`check ${found.check}: off, by '-${found.check}' of .clang-tidy`), doctor.out);
    assert.match(doctor.out, /check coro-sync-wait: on/, text);
  }
});

test("corolint knows the NOLINT comment", needsCorolint, async () => {
  const { folder, file } = sampleProject();
  const lines = fs.readFileSync(file, "utf8").split("\n");
  const comment = suppression(lines, found.line, found.check);
  lines[found.line] += comment?.text ?? "";
  fs.writeFileSync(file, lines.join("\n"));
  const printed = await run(corolint, ["-p", path.join(folder, "out"), "--unused-suppressions", file], folder);
  assert.equal(printed.code, 0, printed.out);
});

test("a complaint of corolint is told in one line", needsCorolint, async () => {
  const { folder } = sampleProject();
  const printed = await run(corolint, whyArguments("none.cpp", path.join(folder, "out")), folder);
  assert.notEqual(printed.code, 0);
  assert.match(complaint(printed), /none\.cpp/);
  await assert.rejects(run(path.join(folder, "no-program"), [], folder), /ENOENT/);
});

test("the problem matcher reads what corolint prints in a task", needsCorolint, async () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(__dirname, "../../package.json"), "utf8")) as any;
  const { regexp, ...places } = manifest.contributes.problemMatchers[0].pattern;
  const { folder, file } = sampleProject();
  const printed = await run(corolint, ["-p", path.join(folder, "out"), file], folder);
  const lines = printed.out.split("\n").map((line) => new RegExp(regexp).exec(line));
  const [matched, ...others] = lines.filter((line) => line !== null);
  assert.deepEqual(others, []);
  const part = (name: string) => matched?.[places[name]];
  assert.deepEqual([part("file"), part("line"), part("severity")], ["a.cpp", String(found.line + 1), "warning"]);
  assert.equal(part("code"), found.check);
  assert.match(String(part("message")), /^the task returned by 'save' is dropped/);
});
