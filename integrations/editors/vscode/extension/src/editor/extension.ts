// Where VS Code begins: binds the parts to it.

import * as vscode from "vscode";
import { FindingActions } from "./actions";
import { updateBaseline } from "./baseline";
import { FindingHover } from "./hover";
import { offerClangd } from "./offerClangd";
import { Pages } from "./pages";
import { TidyFiles } from "./tidyFiles";

const files: vscode.DocumentSelector = { scheme: "file", language: "cpp" };

/** Called by VS Code when the first C++ file is opened. */
export function activate(context: vscode.ExtensionContext): void {
  const pages = new Pages();
  const hover = new FindingHover(pages);
  const tidyFiles = new TidyFiles();
  const actions = new FindingActions(tidyFiles);
  context.subscriptions.push(
    pages.register(),
    vscode.languages.registerHoverProvider(files, hover),
    vscode.languages.registerCodeActionsProvider(files, actions, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.workspace.onDidSaveTextDocument(() => hover.forget()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration("corolint")) return;
      pages.forget();
      hover.forget();
    }),
    vscode.commands.registerCommand("corolint.useClangd", () => offerClangd(true)),
    vscode.commands.registerCommand("corolint.updateBaseline", updateBaseline),
    vscode.commands.registerCommand("corolint.switchOff", (file: vscode.Uri, check: string) =>
      tidyFiles.switchOff(file, check),
    ),
  );
  void offerClangd(false);
}
