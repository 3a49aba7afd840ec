// Over a finding: what the check is about, and why corolint thinks so.

import * as fs from "node:fs/promises";
import * as path from "node:path";
import * as vscode from "vscode";
import { whyArguments } from "../logic/commandLine";
import { checkOf } from "../logic/finding";
import { hoverText } from "../logic/hoverText";
import { Kept } from "../logic/kept";
import { summaryOf } from "../logic/page";
import { complaint, run } from "../logic/program";
import { readReport, type ReportedFinding } from "../logic/report";
import { sameFinding } from "../logic/why";
import type { Pages } from "./pages";
import { callFor, wordsOf, type Call } from "./settings";

/** The same file may be open under another name than the one in the report. */
async function sameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((file) => fs.realpath(file).catch(() => file)));
  return first === second;
}

/** The findings of a file as it was saved. */
async function analyse(file: string, call: Call): Promise<ReportedFinding[]> {
  const printed = await run(call.program, whyArguments(file, call.buildFolder), call.folder);
  if (printed.code !== 0) throw new Error(complaint(printed));
  const all = readReport(printed.out);
  const isHere = new Map<string, boolean>();
  for (const { file: name } of all)
    if (!isHere.has(name)) isHere.set(name, await sameFile(path.resolve(call.folder, name), file));
  return all.filter((each) => isHere.get(each.file));
}

/** Hovers over our findings, whoever shows them. */
export class FindingHover implements vscode.HoverProvider {
  private readonly findings = new Kept<ReportedFinding[]>((asked) => {
    const { file, call } = JSON.parse(asked) as { file: string; call: Call };
    return analyse(file, call);
  });

  constructor(private readonly pages: Pages) {}

  /** A file was saved: findings, also those of others that include it, may be different. */
  forget(): void {
    this.findings.forget();
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    if (!vscode.workspace.getConfiguration("corolint", document.uri).get<boolean>("hover", true)) return undefined;
    const here = vscode.languages
      .getDiagnostics(document.uri)
      .filter((each) => each.range.contains(position) && checkOf(each) !== undefined);
    if (here.length === 0) return undefined;
    return new vscode.Hover(await Promise.all(here.map((each) => this.textFor(document, each))));
  }

  private async textFor(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): Promise<vscode.MarkdownString> {
    const check = checkOf(diagnostic) ?? "";
    const [page, { evidence, whyNot }] = await Promise.all([
      this.pages.page(check).catch(() => ""),
      this.why(document, diagnostic, check),
    ]);
    const pageLink = `command:corolint.showPage?${encodeURIComponent(JSON.stringify([check]))}`;
    const text = new vscode.MarkdownString(hoverText({ check, summary: summaryOf(page), pageLink, evidence, whyNot }));
    text.isTrusted = { enabledCommands: ["corolint.showPage"] };
    return text;
  }

  private async why(
    document: vscode.TextDocument,
    diagnostic: vscode.Diagnostic,
    check: string,
  ): Promise<{ evidence: readonly string[] | undefined; whyNot: string }> {
    try {
      const asked = JSON.stringify({ file: document.uri.fsPath, call: callFor(document) });
      const { line, character } = diagnostic.range.start;
      const shown = { check, message: diagnostic.message, line: line + 1, column: character + 1 };
      const evidence = sameFinding(shown, await this.findings.get(asked))?.evidence;
      return { evidence, whyNot: document.isDirty ? "save the file to see it" : "" };
    } catch (error) {
      return { evidence: undefined, whyNot: wordsOf(error) };
    }
  }
}
