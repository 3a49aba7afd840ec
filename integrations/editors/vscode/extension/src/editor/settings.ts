// What the settings say of a file, in the terms of the logic.

import * as fs from "node:fs";
import * as vscode from "vscode";
import { programAt, type Machine } from "../logic/clangdProgram";
import { buildFolder, runFolder } from "../logic/commandLine";

/** The file system as it is. */
export const machine: Machine = {
  names(folder) {
    try {
      return fs.readdirSync(folder);
    } catch {
      return [];
    }
  },
  isProgram(file) {
    try {
      fs.accessSync(file, fs.constants.X_OK);
      return fs.statSync(file).isFile();
    } catch {
      return false;
    }
  },
};

/** Where and with what corolint is run for a file. */
export interface Call {
  readonly program: string;
  readonly folder: string;
  readonly buildFolder: string | undefined;
}

export function pathVariable(): string {
  return process.env["PATH"] ?? "";
}

/** The program `corolint`. Throws an Error for the user if there is none. */
export function corolintProgram(): string {
  const setting = vscode.workspace.getConfiguration("corolint").get<string>("program", "corolint");
  const program = programAt(setting, pathVariable(), machine);
  if (program === undefined)
    throw new Error(`there is no program '${setting}'; the setting corolint.program names where corolint is`);
  return program;
}

/** How corolint is called for this document. Throws an Error for the user if it cannot be. */
export function callFor(document: vscode.TextDocument): Call {
  const workspace = vscode.workspace.getWorkspaceFolder(document.uri)?.uri.fsPath;
  if (workspace === undefined) throw new Error("the file is in no folder of the workspace");
  const place = {
    workspace,
    buildFolder: vscode.workspace.getConfiguration("corolint", document.uri).get<string>("buildFolder", ""),
    clangdArguments: vscode.workspace.getConfiguration("clangd", document.uri).get<string[]>("arguments", []),
  };
  return {
    program: corolintProgram(),
    folder: runFolder(document.uri.fsPath, workspace, fs.existsSync),
    buildFolder: buildFolder(place),
  };
}

/** What was thrown, in words for the user. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
