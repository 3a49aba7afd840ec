// The NOLINT comment for a finding, where corolint-clangd would put it.

/** Text to insert; line and character count from 0. */
export interface Insertion {
  readonly line: number;
  readonly character: number;
  readonly text: string;
}

/** A longer line gets its comment in a line above. */
const widestLine = 80;

/** Letters as a reader counts them: one above U+FFFF is two units of a string. */
function width(text: string): number {
  return [...text].length;
}

function endOfNames(text: string): number | undefined {
  const names = text.indexOf("NOLINT(");
  const end = names < 0 ? -1 : text.indexOf(")", names);
  return end < 0 ? undefined : end;
}

/** Silences `check` on a line; undefined where no comment can stand. */
export function suppression(lines: readonly string[], line: number, check: string): Insertion | undefined {
  const text = lines[line];
  // In a macro a comment would swallow the lines that follow.
  if (text === undefined || text.endsWith("\\") || lines[line - 1]?.endsWith("\\")) return undefined;
  const end = endOfNames(text);
  if (end !== undefined) return { line, character: end, text: `, ${check}` };
  const comment = ` // NOLINT(${check})`;
  if (width(text) + comment.length <= widestLine) return { line, character: text.length, text: comment };
  const indent = /^[ \t]*/.exec(text)?.[0] ?? "";
  return { line, character: 0, text: `${indent}// NOLINTNEXTLINE(${check})\n` };
}
