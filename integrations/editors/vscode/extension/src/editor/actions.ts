// What the light bulb of a finding offers beside the fixes of clangd.

import * as path from "node:path";
import * as vscode from "vscode";
import { checkOf, isOfClangd } from "../logic/finding";
import { suppression } from "../logic/suppression";
import type { TidyFiles } from "./tidyFiles";

function quickFix(title: string, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [...diagnostics];
  return action;
}

/** The NOLINT comment, where no clangd offers it. */
function suppressHere(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction | undefined {
  const check = checkOf(diagnostic);
  if (check === undefined || isOfClangd(diagnostic)) return undefined;
  const insertion = suppression(document.getText().split(/\r?\n/), diagnostic.range.start.line, check);
  if (!insertion) return undefined;
  const action = quickFix(`suppress ${check} here with NOLINT`, [diagnostic]);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.insert(document.uri, new vscode.Position(insertion.line, insertion.character), insertion.text);
  return action;
}

function addToBaseline(document: vscode.TextDocument, ours: readonly vscode.Diagnostic[]): vscode.CodeAction {
  const name = path.basename(document.uri.fsPath);
  const action = quickFix(`add the findings of ${name} to the baseline`, ours);
  action.command = { command: "corolint.updateBaseline", title: action.title, arguments: [document.uri] };
  return action;
}

/** Actions for our findings, whoever shows them. */
export class FindingActions implements vscode.CodeActionProvider {
  constructor(private readonly tidyFiles: TidyFiles) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const ours = context.diagnostics.filter((each) => checkOf(each) !== undefined);
    if (ours.length === 0) return [];
    const actions = ours.flatMap((each) => suppressHere(document, each) ?? []);
    for (const check of new Set(ours.flatMap((each) => checkOf(each) ?? []))) {
      const switchOff = await this.switchOff(document, check, ours);
      if (switchOff) actions.push(switchOff);
    }
    return [...actions, addToBaseline(document, ours)];
  }

  private async switchOff(
    document: vscode.TextDocument,
    check: string,
    ours: readonly vscode.Diagnostic[],
  ): Promise<vscode.CodeAction | undefined> {
    const file = await this.tidyFiles.thatCanSwitchOff(document.uri, check);
    if (!file) return undefined;
    const title = `switch ${check} off in ${vscode.workspace.asRelativePath(file)}`;
    const action = quickFix(
      title,
      ours.filter((each) => checkOf(each) === check),
    );
    action.command = { command: "corolint.switchOff", title, arguments: [file, check] };
    return action;
  }
}
