// Sets `clangd.path` to a clangd with our checks, if the user agrees.

import * as vscode from "vscode";
import { hasOurChecks, latestClangd, programAt } from "../logic/clangdProgram";
import { machine, pathVariable, wordsOf } from "./settings";

const here = "In this workspace";
const everywhere = "Everywhere";
const never = "Do not ask again";

/** The clangd with our checks that the settings or `PATH` name. Throws an Error for the user if there is none. */
function ourClangd(): string {
  const setting = vscode.workspace.getConfiguration("corolint").get<string>("clangd", "");
  if (setting === "") {
    const latest = latestClangd(pathVariable(), machine);
    if (latest !== undefined) return latest;
    throw new Error("there is no corolint-clangd-NN in PATH; the setting corolint.clangd names where it is");
  }
  const file = programAt(setting, pathVariable(), machine);
  if (file !== undefined) return file;
  throw new Error(`there is no program '${setting}', which the setting corolint.clangd names`);
}

async function use(file: string, target: vscode.ConfigurationTarget): Promise<void> {
  await vscode.workspace.getConfiguration("clangd").update("path", file, target);
  // The clangd extension may be disabled, or may not have begun.
  await vscode.commands.executeCommand("clangd.restart").then(undefined, () => undefined);
}

/** Where a new path would count: what the workspace says goes before what the user says. */
function choices(): string[] {
  const path = vscode.workspace.getConfiguration("clangd").inspect<string>("path");
  if ((path?.workspaceValue ?? path?.workspaceFolderValue) !== undefined) return [here, never];
  return vscode.workspace.workspaceFolders ? [here, everywhere, never] : [everywhere, never];
}

async function ask(file: string, current: string): Promise<void> {
  const answer = await vscode.window.showInformationMessage(
    `Show corolint's findings? clangd.path is '${current}'; '${file}' is a clangd with its checks.`,
    ...choices(),
  );
  if (answer === here) await use(file, vscode.ConfigurationTarget.Workspace);
  if (answer === everywhere) await use(file, vscode.ConfigurationTarget.Global);
  if (answer === never)
    await vscode.workspace.getConfiguration("corolint").update("offerClangd", false, vscode.ConfigurationTarget.Global);
}

/** Asks whether to use our clangd if another one is set. `onRequest`: the user wants it, so say also why not. */
export async function offerClangd(onRequest: boolean): Promise<void> {
  const current = vscode.workspace.getConfiguration("clangd").get<string>("path", "clangd");
  const isWanted = onRequest || vscode.workspace.getConfiguration("corolint").get<boolean>("offerClangd", true);
  if (!isWanted) return;
  try {
    if (!hasOurChecks(current)) await ask(ourClangd(), current);
    else if (onRequest) void vscode.window.showInformationMessage(`clangd.path is '${current}' already.`);
  } catch (error) {
    if (onRequest) void vscode.window.showErrorMessage(`corolint: ${wordsOf(error)}`);
  }
}
