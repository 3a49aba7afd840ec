// The extension as a whole, in a stand-in for VS Code, with the real corolint.

import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { test } from "node:test";
import { corolint, found, needsCorolint, sampleProject } from "./sampleProject";
import { Editor, Position, Range, start } from "./standInEditor";

/** As corolint-clangd says it, or another source. */
function diagnostic(source: string) {
  const at = (character: number) => new Position(found.line, character);
  return {
    source,
    code: { value: found.check },
    message: "The task returned by 'save' is dropped; it is lazy, so 'save' never runs",
    range: new Range(at(found.character), at(found.character + 4)),
  };
}

function opened(source: string) {
  const { folder } = sampleProject();
  const editor = new Editor(folder);
  editor.settings.set("corolint.program", corolint);
  editor.settings.set("corolint.buildFolder", "out");
  editor.settings.set("corolint.offerClangd", false);
  editor.diagnostics.push(diagnostic(source));
  start(editor);
  return { editor, folder, document: editor.document("a.cpp") };
}

async function actionsIn({ editor, document }: ReturnType<typeof opened>) {
  const context = { diagnostics: editor.diagnostics };
  return (await editor.actions.provideCodeActions(document, editor.diagnostics[0], context)) as any[];
}

test("over a finding there are its check, its reasons and the page", needsCorolint, async () => {
  const { editor, document } = opened("clang-tidy");
  const hover = await editor.hover.provideHover(document, new Position(found.line, found.character + 1));
  const [text] = hover.contents;
  assert.match(
    text.value,
    /^Finds a task[^]*Why:\n\n- lazy: initial\\_suspend[^]*\[Page of coro-discarded-task\]\(command:corolint.showPage\?/,
  );
  assert.deepEqual(text.isTrusted, { enabledCommands: ["corolint.showPage"] });
});

test("elsewhere, over what others say, and when switched off there is nothing", needsCorolint, async () => {
  const { editor, document } = opened("clang-tidy");
  const at = new Position(found.line, found.character);
  assert.equal(await editor.hover.provideHover(document, new Position(0, 0)), undefined);
  editor.settings.set("corolint.hover", false);
  assert.equal(await editor.hover.provideHover(document, at), undefined);
  editor.settings.delete("corolint.hover");
  editor.diagnostics[0] = { ...diagnostic("clang-tidy"), code: "bugprone-x" };
  assert.equal(await editor.hover.provideHover(document, at), undefined);
});

test("without corolint the hover says what to do", async () => {
  const { editor, document } = opened("clang-tidy");
  editor.settings.set("corolint.program", "/none/corolint");
  const hover = await editor.hover.provideHover(document, new Position(found.line, found.character));
  assert.match(hover.contents[0].value, /there is no program '\/none\/corolint'; the setting corolint\\\.program/);
});

test("a NOLINT comment is offered where clangd offers none", async () => {
  const titles = async (source: string) => (await actionsIn(opened(source))).map((action) => action.title);
  const always = [`switch ${found.check} off in .clang-tidy`, "add the findings of a.cpp to the baseline"];
  assert.deepEqual(await titles("clang-tidy"), always);
  assert.deepEqual(await titles("corolint"), [`suppress ${found.check} here with NOLINT`, ...always]);
});

test("the actions do what they say", needsCorolint, async () => {
  const session = opened("corolint");
  const { editor, folder } = session;
  const [suppress, switchOff, baseline] = await actionsIn(session);

  await editor.commands.get("corolint.updateBaseline")?.(...baseline.command.arguments);
  assert.match(editor.told.join(), /1 finding in '.corolint-baseline.json': 0 kept, 1 added/);
  assert.ok(fs.existsSync(path.join(folder, ".corolint-baseline.json")));

  await editor.commands.get("corolint.switchOff")?.(...switchOff.command.arguments);
  assert.equal(fs.readFileSync(path.join(folder, ".clang-tidy"), "utf8"), `Checks: '-${found.check}'\n`);

  editor.apply(suppress.edit);
  assert.match(fs.readFileSync(path.join(folder, "a.cpp"), "utf8"), /save\(id\); \/\/ NOLINT\(coro-discarded-task\)\n/);
});

test("a .clang-tidy that is not understood is not offered for editing", async () => {
  const session = opened("clang-tidy");
  fs.writeFileSync(path.join(session.folder, ".clang-tidy"), "{Checks: 'a'}\n");
  assert.deepEqual(
    (await actionsIn(session)).map((action) => action.title),
    ["add the findings of a.cpp to the baseline"],
  );
});

/** An editor with a corolint-clangd-19 that the settings name, and what was answered to the question. */
async function offered(clangdPath: string, answer: string | undefined, ofWorkspace = false) {
  const { folder } = sampleProject();
  const ours = path.join(folder, "corolint-clangd-19");
  fs.writeFileSync(ours, "", { mode: 0o755 });
  const editor = new Editor(folder);
  editor.answer = answer;
  editor.settings.set("clangd.path", clangdPath);
  if (ofWorkspace) editor.ofWorkspace.set("clangd.path", clangdPath);
  editor.settings.set("corolint.clangd", ours);
  start(editor);
  await new Promise((done) => setTimeout(done, 20));
  return { editor, ours, now: editor.settings.get("clangd.path") };
}

test("clangd.path is set when the user agrees, and clangd begins anew", async () => {
  for (const [answer, updated] of [
    ["In this workspace", "here"],
    ["Everywhere", "everywhere"],
  ] as const) {
    const { editor, ours, now } = await offered("clangd", answer);
    assert.equal(now, ours);
    assert.deepEqual(editor.updated, [`clangd.path ${updated}`]);
    assert.deepEqual(editor.executed, ["clangd.restart"]);
  }
});

test("clangd.path stays when the user does not agree", async () => {
  const closed = await offered("clangd", undefined);
  assert.equal(closed.now, "clangd");
  assert.equal(closed.editor.told.length, 1);
  assert.deepEqual(closed.editor.updated, []);
  const never = await offered("clangd", "Do not ask again");
  assert.equal(never.now, "clangd");
  assert.equal(never.editor.settings.get("corolint.offerClangd"), false);
});

test("no place is offered where the path would not count", async () => {
  const all = await offered("clangd", undefined);
  assert.deepEqual(all.editor.offered, ["In this workspace", "Everywhere", "Do not ask again"]);
  const workspace = await offered("clangd-17", undefined, true);
  assert.deepEqual(workspace.editor.offered, ["In this workspace", "Do not ask again"]);
});

test("who has our checks is not asked", async () => {
  const { editor } = await offered("corolint-lsp", "Everywhere");
  assert.deepEqual(editor.told, []);
});

test("what the manifest promises is there", () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(__dirname, "../../package.json"), "utf8")) as any;
  const { editor } = opened("corolint");
  for (const { command } of manifest.contributes.commands) assert.ok(editor.commands.has(command), command);
  assert.ok(fs.existsSync(path.join(__dirname, "../..", manifest.main)));
});
