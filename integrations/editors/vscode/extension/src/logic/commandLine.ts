// How corolint is called for a file that is open in an editor.

import * as path from "node:path";

/** What the settings say. */
export interface Place {
  /** The workspace folder of the file. */
  readonly workspace: string;
  /** `corolint.buildFolder` */
  readonly buildFolder: string;
  /** `clangd.arguments` */
  readonly clangdArguments: readonly string[];
}

const databaseFlag = /^--?compile-commands-dir=(.*)$/;

/** The folder of compile_commands.json as the settings have it, undefined if corolint is to look for it. */
export function buildFolder(place: Place): string | undefined {
  const ofClangd = place.clangdArguments
    .map((each) => databaseFlag.exec(each)?.[1])
    .filter(Boolean)
    .pop();
  const folder = place.buildFolder || ofClangd;
  if (!folder) return undefined;
  // The clangd extension replaces this one.
  return path.resolve(place.workspace, folder.replaceAll("${workspaceFolder}", place.workspace));
}

const marks = [".corolint-baseline.json", ".corolint.yaml"];

/**
 * Where corolint is run: a baseline counts in the folder that it is in. The nearest folder above the file that has
 * one, else the nearest with a project file, else the workspace folder; none outside of that.
 */
export function runFolder(file: string, workspace: string, exists: (file: string) => boolean): string {
  const above: string[] = [];
  for (let folder = path.dirname(file); isWithin(folder, workspace); folder = path.dirname(folder)) {
    above.push(folder);
    if (path.dirname(folder) === folder) break;
  }
  for (const mark of marks) {
    const found = above.find((folder) => exists(path.join(folder, mark)));
    if (found !== undefined) return found;
  }
  return workspace;
}

/** Whether a path is a folder or below it. */
export function isWithin(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative === "" || (relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative));
}

function database(folder: string | undefined): string[] {
  return folder === undefined ? [] : ["-p", folder];
}

/** `corolint --why` over one file; its report goes to standard output. */
export function whyArguments(file: string, folder: string | undefined): string[] {
  return [...database(folder), "--why", "--quiet", "--fail-on=never", "--report=json", file];
}

/** Puts the findings of one file in the baseline, which `exists` or not. */
export function baselineArguments(file: string, folder: string | undefined, exists: boolean): string[] {
  return ["baseline", exists ? "update" : "create", ...database(folder), file];
}
