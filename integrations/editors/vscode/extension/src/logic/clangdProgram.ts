// Which clangd has our checks, and whether the user's is one.

import * as path from "node:path";

/** How the machine answers; a test has its own. */
export interface Machine {
  /** The names in a folder; empty if it cannot be read. */
  names(folder: string): readonly string[];
  isProgram(file: string): boolean;
}

const ours = /^corolint-clangd-(\d+)$/;
const withOurChecks = /^corolint-(clangd(-\d+)?|lsp)$/;

function withoutExtension(file: string): string {
  return path.basename(file).replace(/\.exe$/i, "");
}

function folders(pathVariable: string): string[] {
  return pathVariable.split(path.delimiter).filter((folder) => path.isAbsolute(folder));
}

/** A program by its path, or by its name in the folders of `PATH`. */
export function programAt(setting: string, pathVariable: string, machine: Machine): string | undefined {
  if (path.isAbsolute(setting)) return machine.isProgram(setting) ? setting : undefined;
  // A relative path would mean another file in each workspace.
  if (setting === "" || /[\\/]/.test(setting)) return undefined;
  return folders(pathVariable)
    .map((folder) => path.join(folder, setting))
    .find((file) => machine.isProgram(file));
}

/** The `corolint-clangd-NN` of the highest NN; of two with the same, the one that comes first in `PATH`. */
export function latestClangd(pathVariable: string, machine: Machine): string | undefined {
  let best: { file: string; major: number } | undefined;
  for (const folder of folders(pathVariable))
    for (const name of machine.names(folder)) {
      const major = Number(ours.exec(withoutExtension(name))?.[1] ?? 0);
      const file = path.join(folder, name);
      if (major > (best?.major ?? 0) && machine.isProgram(file)) best = { file, major };
    }
  return best?.file;
}

/** Whether `clangd.path` names a program that has our checks already. */
export function hasOurChecks(clangdPath: string): boolean {
  return withOurChecks.test(withoutExtension(clangdPath));
}
