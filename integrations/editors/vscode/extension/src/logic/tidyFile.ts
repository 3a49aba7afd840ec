// Switches a check off in the text of a .clang-tidy, and leaves the rest as it is.
//
// A whole YAML library would write the file anew, without its comments. What is not one of the forms below is left
// to the user.

const key = /^Checks[ \t]*:[ \t]*(.*)$/;

/** A .clang-tidy where there was none. */
export function newTidyFile(check: string): string {
  return `Checks: '-${check}'\n`;
}

/** "'-*,x'" and "\"-*,x\"", with what is behind them: the name comes before the last quote. */
function inQuotes(value: string, check: string): string | undefined {
  const quoted = /^(['"])((?:(?!\1).)*)\1([ \t]*(?:#.*)?)$/.exec(value);
  if (!quoted) return undefined;
  const [, quote = "", globs = "", rest = ""] = quoted;
  if (quote === '"' && globs.includes("\\")) return undefined;
  return `${quote}${joined(globs, check)}${quote}${rest}`;
}

/** Without quotes "*" and "-" may mean something to YAML, so there are quotes afterwards. */
function bare(value: string, check: string): string | undefined {
  const plain = /^([\w.*,\- ]+?)([ \t]+#.*)?$/.exec(value);
  return plain ? `'${joined(plain[1] ?? "", check)}'${plain[2] ?? ""}` : undefined;
}

function joined(globs: string, check: string): string {
  const before = globs.replace(/[\s,]+$/, "");
  return before === "" ? `-${check}` : `${before},-${check}`;
}

/** The lines below "Checks:" that are part of its value: indented ones, and items of a list. */
function endOfBlock(lines: readonly string[], start: number): number {
  let end = start;
  for (let at = start; at < lines.length; ++at) {
    const line = lines[at] ?? "";
    if (/^(\s+\S|-\s)/.test(line)) end = at + 1;
    else if (line.trim() !== "") break;
  }
  return end;
}

/** "Checks: >-" and "Checks: |": one more line, a comma before it. */
function inBlockText(lines: readonly string[], at: number, end: number, check: string): string[] | undefined {
  const last = lines[end - 1] ?? "";
  const indent = /^\s+/.exec(last)?.[0];
  if (end === at + 1 || indent === undefined) return undefined;
  const comma = /,\s*$/.test(last) ? last : `${last.trimEnd()},`;
  return [...lines.slice(0, end - 1), comma, `${indent}-${check}`, ...lines.slice(end)];
}

/** "Checks:" and a list below it: one more item. */
function inList(lines: readonly string[], at: number, end: number, check: string): string[] | undefined {
  const items = lines.slice(at + 1, end).filter((line) => !/^\s*#/.test(line));
  const mark = /^(\s*-\s+)/.exec(items[0] ?? "")?.[1];
  if (mark === undefined || items.some((line) => !line.startsWith(mark))) return undefined;
  return [...lines.slice(0, end), `${mark}'-${check}'`, ...lines.slice(end)];
}

function withNewLine(lines: readonly string[], line: string, at: number): string[] {
  return [...lines.slice(0, at), line, ...lines.slice(at)];
}

function withoutChecks(lines: readonly string[], check: string): string[] | undefined {
  // A flow mapping, "{Checks: ...}", or several documents.
  if (lines.some((line) => line.startsWith("{") || line.startsWith("..."))) return undefined;
  const starts = lines.filter((line) => line.startsWith("---")).length;
  const first = lines.findIndex((line) => line.startsWith("---"));
  if (starts > 1 || (first >= 0 && lines[first]?.trim() !== "---")) return undefined;
  return withNewLine(lines, newTidyFile(check).trimEnd(), first + 1);
}

function edited(lines: readonly string[], check: string): string[] | undefined {
  const keys = lines.flatMap((line, at) => (key.test(line) ? [at] : []));
  const [at] = keys;
  if (at === undefined) return withoutChecks(lines, check);
  if (keys.length > 1) return undefined;
  const value = key.exec(lines[at] ?? "")?.[1]?.trim() ?? "";
  const end = endOfBlock(lines, at + 1);
  if (/^[>|][-+]?\s*(#.*)?$/.test(value)) return inBlockText(lines, at, end, check);
  if (value === "" || value.startsWith("#")) return inList(lines, at, end, check);
  // A value that goes on in the next line.
  if (end > at + 1) return undefined;
  const now = inQuotes(value, check) ?? bare(value, check);
  return now === undefined ? undefined : [...lines.slice(0, at), `Checks: ${now}`, ...lines.slice(at + 1)];
}

/** The text with `check` off; undefined if the text is in a form that is not understood. */
export function switchedOff(text: string, check: string): string | undefined {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = edited(text.split(/\r?\n/), check);
  return lines?.join(newline);
}
