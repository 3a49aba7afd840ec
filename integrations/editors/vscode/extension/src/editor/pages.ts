// The pages of the checks, which corolint has in itself.

import * as os from "node:os";
import * as vscode from "vscode";
import { Kept } from "../logic/kept";
import { forPreview } from "../logic/page";
import { complaint, run } from "../logic/program";
import { corolintProgram, wordsOf } from "./settings";

const scheme = "corolint";

/** Asks corolint for pages and shows them. */
export class Pages implements vscode.TextDocumentContentProvider {
  private readonly pages = new Kept<string>(async (check) => {
    const printed = await run(corolintProgram(), ["--explain", check], os.tmpdir());
    if (printed.code !== 0) throw new Error(complaint(printed));
    return printed.out;
  });

  /** The page of a check as Markdown. Rejects if corolint does not say it. */
  page(check: string): Promise<string> {
    return this.pages.get(check);
  }

  /** Another corolint may have other pages. */
  forget(): void {
    this.pages.forget();
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const check = uri.path.replace(/^\/|\.md$/g, "");
    return this.page(check).then(forPreview, (error: unknown) => wordsOf(error));
  }

  /** The command "Show the Page of a Check"; without an argument it asks which. */
  async show(check?: unknown): Promise<void> {
    try {
      const name = typeof check === "string" ? check : await this.choose();
      if (name !== undefined)
        await vscode.commands.executeCommand("markdown.showPreview", vscode.Uri.from({ scheme, path: `/${name}.md` }));
    } catch (error) {
      void vscode.window.showErrorMessage(`corolint: ${wordsOf(error)}`);
    }
  }

  private async choose(): Promise<string | undefined> {
    const printed = await run(corolintProgram(), ["--list-checks"], os.tmpdir());
    const names = printed.out.match(/\bcoro-[a-z-]+/g) ?? [];
    return vscode.window.showQuickPick([...new Set(names)]);
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.commands.registerCommand("corolint.showPage", (check?: unknown) => this.show(check)),
    );
  }
}
