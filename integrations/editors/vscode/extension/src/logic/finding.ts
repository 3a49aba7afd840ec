// A finding of ours among the diagnostics of an editor.

/** What of an editor's diagnostic tells whose it is; `vscode.Diagnostic` has this shape. */
export interface DiagnosticLike {
  readonly message: string;
  readonly source?: string | undefined;
  readonly code?: string | number | { readonly value: string | number } | undefined;
}

const ourName = /^coro-[a-z]+(-[a-z]+)*$/;

/** The check that made this diagnostic, undefined if it is none of ours. */
export function checkOf(diagnostic: DiagnosticLike): string | undefined {
  const { code } = diagnostic;
  const name = typeof code === "object" ? code.value : code;
  // clang-tidy names all that a diagnostic stands for: "coro-x,-warnings-as-errors".
  const first = String(name ?? "").split(",")[0] ?? "";
  return ourName.test(first) ? first : undefined;
}

/** clangd offers a NOLINT comment for its own findings; a second offer would be noise. */
export function isOfClangd(diagnostic: DiagnosticLike): boolean {
  return diagnostic.source === "clang-tidy";
}

/** The message as corolint says it: clangd begins with a capital and tells of fixes. */
export function plainMessage(message: string): string {
  const [first = ""] = message.split("\n");
  const text = first.replace(/ \(fix(es)? available\)$/, "");
  return text.charAt(0).toLowerCase() + text.slice(1);
}
