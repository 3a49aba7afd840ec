// The .clang-tidy in which a check is switched off.

import * as fs from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";
import { isWithin } from "../logic/commandLine";
import { newTidyFile, switchedOff } from "../logic/tidyFile";
import { wordsOf } from "./settings";

const fileName = ".clang-tidy";

/** The text of an open document counts, saved or not. */
async function textOf(file: vscode.Uri): Promise<string | undefined> {
  if (!fs.existsSync(file.fsPath)) return undefined;
  return (await vscode.workspace.openTextDocument(file)).getText();
}

/** Finds and edits .clang-tidy files; none outside of the workspace is touched. */
export class TidyFiles {
  /**
   * The nearest one, or a new one in the workspace folder; undefined if it is outside of the workspace, or in a form
   * that is not understood.
   */
  async thatCanSwitchOff(of: vscode.Uri, check: string): Promise<vscode.Uri | undefined> {
    const workspace = vscode.workspace.getWorkspaceFolder(of)?.uri.fsPath;
    if (workspace === undefined) return undefined;
    for (let folder = path.dirname(of.fsPath); ; folder = path.dirname(folder)) {
      const file = path.join(folder, fileName);
      if (fs.existsSync(file))
        return isWithin(file, workspace) ? this.ifUnderstood(vscode.Uri.file(file), check) : undefined;
      if (path.dirname(folder) === folder) return vscode.Uri.file(path.join(workspace, fileName));
    }
  }

  private async ifUnderstood(file: vscode.Uri, check: string): Promise<vscode.Uri | undefined> {
    const text = await textOf(file);
    return text !== undefined && switchedOff(text, check) !== undefined ? file : undefined;
  }

  /** The command of the action: edits, saves, and shows what it has done. */
  async switchOff(file: vscode.Uri, check: string): Promise<void> {
    try {
      const edit = await this.editOf(file, check);
      if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${fileName} could not be changed`);
      const document = await vscode.workspace.openTextDocument(file);
      await document.save();
      await vscode.window.showTextDocument(document, { preview: true });
    } catch (error) {
      void vscode.window.showErrorMessage(`corolint: ${wordsOf(error)}`);
    }
  }

  private async editOf(file: vscode.Uri, check: string): Promise<vscode.WorkspaceEdit> {
    const edit = new vscode.WorkspaceEdit();
    const text = await textOf(file);
    if (text === undefined) {
      edit.createFile(file, { contents: new TextEncoder().encode(newTidyFile(check)) });
      return edit;
    }
    const now = switchedOff(text, check);
    if (now === undefined) throw new Error(`${file.fsPath} is in a form that only you can edit`);
    const document = await vscode.workspace.openTextDocument(file);
    edit.replace(file, new vscode.Range(document.positionAt(0), document.positionAt(text.length)), now);
    return edit;
  }
}
