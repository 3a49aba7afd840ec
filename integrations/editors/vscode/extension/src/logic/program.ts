// Runs a program and hands back what it printed.

import { execFile } from "node:child_process";

export interface Printed {
  readonly out: string;
  readonly err: string;
  /** The exit code. */
  readonly code: number;
}

const limitMilliseconds = 120_000;
const largestOutput = 64 * 1024 * 1024;

/** Runs `program` in `folder` without a shell. Rejects if it cannot be started, is stopped or takes too long. */
export function run(program: string, args: readonly string[], folder: string, stop?: AbortSignal): Promise<Printed> {
  const options = {
    cwd: folder,
    timeout: limitMilliseconds,
    maxBuffer: largestOutput,
    ...(stop ? { signal: stop } : {}),
  };
  return new Promise((resolve, reject) => {
    execFile(program, args, options, (error, out, err) => {
      // A string is the name of an error of the system; a killed program has no code.
      const code: unknown = error ? error.code : 0;
      if (typeof code === "number") resolve({ out, err, code });
      else reject(error);
    });
  });
}

/** The first complaint of corolint among what it printed, for a message to the user. */
export function complaint(printed: Printed): string {
  const lines = printed.err.split("\n").map((line) => line.trim());
  const said = lines.find((line) => line.includes("error: ")) ?? lines.find((line) => line !== "");
  return (said ?? `corolint ended with exit code ${printed.code}`).replace(/^corolint: error: /, "");
}
