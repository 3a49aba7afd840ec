// Which finding of a report a diagnostic of the editor is, and the reasons of it.

import { plainMessage } from "./finding";
import type { ReportedFinding } from "./report";

/** Where a diagnostic is; line and column count from 1, as in a report. */
export interface Shown {
  readonly check: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The finding that is shown there. The text is asked before the place: lines above may have come or gone since the
 * file was saved, and of equal texts the nearest is meant.
 */
export function sameFinding(shown: Shown, inFile: readonly ReportedFinding[]): ReportedFinding | undefined {
  const message = plainMessage(shown.message);
  const distance = (each: ReportedFinding) =>
    1000 * Math.abs(each.line - shown.line) + Math.abs(each.column - shown.column);
  return inFile
    .filter((each) => each.check === shown.check && plainMessage(each.message) === message)
    .sort((one, other) => distance(one) - distance(other))[0];
}
