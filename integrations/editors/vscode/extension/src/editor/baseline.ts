// Puts the findings of a file in the baseline of its project.

import * as fs from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";
import { baselineArguments } from "../logic/commandLine";
import { complaint, run, type Printed } from "../logic/program";
import { callFor, wordsOf } from "./settings";

async function update(document: vscode.TextDocument): Promise<Printed> {
  // corolint reads what is saved.
  if (document.isDirty && !(await document.save())) throw new Error("the file could not be saved");
  const call = callFor(document);
  const exists = fs.existsSync(path.join(call.folder, ".corolint-baseline.json"));
  return run(call.program, baselineArguments(document.uri.fsPath, call.buildFolder, exists), call.folder);
}

async function updateAndTell(document: vscode.TextDocument): Promise<void> {
  try {
    const printed = await update(document);
    if (printed.code !== 0) throw new Error(complaint(printed));
    void vscode.window.showInformationMessage(`${printed.err.trim()}. The editor shows them nevertheless.`);
  } catch (error) {
    void vscode.window.showErrorMessage(`corolint: ${wordsOf(error)}`);
  }
}

/** The command "Add the Findings of This File to the Baseline"; without an argument, of the one in front. */
export async function updateBaseline(uri?: unknown): Promise<void> {
  const document =
    uri instanceof vscode.Uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
  if (document?.languageId !== "cpp") {
    void vscode.window.showErrorMessage("corolint: open a C++ file first");
    return;
  }
  const progress = { location: vscode.ProgressLocation.Window, title: "corolint: baseline" };
  await vscode.window.withProgress(progress, () => updateAndTell(document));
}
