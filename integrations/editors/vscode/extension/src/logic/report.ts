// What `corolint --why --report json` says.

/** A finding, with what --why adds to it. Lines and columns count from 1. */
export interface ReportedFinding {
  readonly check: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Why corolint thinks so: "guard: std.yaml:226". */
  readonly evidence: readonly string[];
}

const evidenceMark = "evidence: ";

type Fields = Record<string, unknown>;

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function evidenceIn(notes: unknown): string[] {
  return list(notes)
    .map((note) => String(fields(note)["message"] ?? ""))
    .filter((message) => message.startsWith(evidenceMark))
    .map((message) => message.slice(evidenceMark.length));
}

function finding(value: unknown): ReportedFinding | undefined {
  const { check, message, location, notes } = fields(value);
  const { file, line, column } = fields(location);
  if (typeof check !== "string" || typeof message !== "string" || typeof file !== "string") return undefined;
  if (typeof line !== "number" || typeof column !== "number") return undefined;
  return { check, message, file, line, column, evidence: evidenceIn(notes) };
}

/**
 * The findings of a report, also those that a NOLINT or the baseline suppresses: an editor may show them still.
 * Throws an Error that says what is wrong if `text` is no such report.
 */
export function readReport(text: string): ReportedFinding[] {
  let report: Fields;
  try {
    report = fields(JSON.parse(text));
  } catch {
    throw new Error("corolint printed no JSON");
  }
  if (report["version"] !== 1)
    throw new Error(`the report of corolint has version ${String(report["version"])}; expected 1`);
  return [...list(report["findings"]), ...list(report["suppressed"])].flatMap((each) => finding(each) ?? []);
}
