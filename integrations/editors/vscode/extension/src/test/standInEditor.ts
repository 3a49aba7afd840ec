// Stands for VS Code: as much of its API as the extension uses, with what a test wants to see written down.

import * as fs from "node:fs";
import Module from "node:module";
import * as path from "node:path";

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

export class Range {
  constructor(
    readonly start: Position,
    readonly end: Position,
  ) {}
  contains(at: Position): boolean {
    return at.line === this.start.line && at.character >= this.start.character && at.character <= this.end.character;
  }
}

class Uri {
  private constructor(readonly fsPath: string) {}
  static file(name: string): Uri {
    return new Uri(name);
  }
  static from(parts: { scheme: string; path: string }): string {
    return `${parts.scheme}:${parts.path}`;
  }
}

class CodeAction {
  edit?: WorkspaceEdit;
  command?: { command: string; arguments: unknown[] };
  constructor(readonly title: string) {}
}

class MarkdownString {
  isTrusted: unknown;
  constructor(readonly value: string) {}
}

class Hover {
  constructor(readonly contents: MarkdownString[]) {}
}

/** Writes at once what VS Code would show as changed. */
class WorkspaceEdit {
  readonly changes: (() => void)[] = [];
  insert(uri: Uri, at: Position, text: string): void {
    this.changes.push(() => {
      const lines = fs.readFileSync(uri.fsPath, "utf8").split("\n");
      const line = lines[at.line] ?? "";
      lines[at.line] = line.slice(0, at.character) + text + line.slice(at.character);
      fs.writeFileSync(uri.fsPath, lines.join("\n"));
    });
  }
  replace(uri: Uri, _whole: Range, text: string): void {
    this.changes.push(() => fs.writeFileSync(uri.fsPath, text));
  }
  createFile(uri: Uri, options: { contents: Uint8Array }): void {
    this.changes.push(() => fs.writeFileSync(uri.fsPath, options.contents));
  }
}

const ConfigurationTarget = { Global: 1, Workspace: 2 };

function document(uri: Uri) {
  return {
    uri,
    languageId: "cpp",
    isDirty: false,
    getText: () => fs.readFileSync(uri.fsPath, "utf8"),
    positionAt: (at: number) => new Position(0, at),
    save: async () => true,
  };
}

/** What the editor has and shows, for tests to set and to read. */
export class Editor {
  readonly settings = new Map<string, unknown>();
  /** What the workspace says of its own, beside what counts. */
  readonly ofWorkspace = new Map<string, unknown>();
  readonly diagnostics: object[] = [];
  readonly told: string[] = [];
  readonly offered: string[] = [];
  readonly executed: string[] = [];
  readonly updated: string[] = [];
  readonly commands = new Map<string, (...args: unknown[]) => unknown>();
  hover: any;
  actions: any;
  /** What the user clicks on when asked. */
  answer: string | undefined;

  constructor(private readonly folder: string) {}

  document(name: string) {
    return document(Uri.file(path.join(this.folder, name)));
  }

  apply(edit: WorkspaceEdit): void {
    for (const change of edit.changes) change();
  }

  private readonly tell = async (text: string, ...choices: string[]) => {
    this.told.push(text);
    this.offered.push(...choices);
    return this.answer;
  };

  private configuration(section: string) {
    return {
      get: (name: string, otherwise: unknown) => this.settings.get(`${section}.${name}`) ?? otherwise,
      inspect: (name: string) => ({ workspaceValue: this.ofWorkspace.get(`${section}.${name}`) }),
      update: async (name: string, value: unknown, target: number) => {
        this.settings.set(`${section}.${name}`, value);
        this.updated.push(`${section}.${name} ${target === ConfigurationTarget.Global ? "everywhere" : "here"}`);
      },
    };
  }

  private readonly execute = async (name: string, ...args: unknown[]) => {
    this.executed.push([name, ...args].join(" "));
    return this.commands.get(name)?.(...args);
  };

  /** The module that `import "vscode"` gives. */
  api() {
    const nothing = { dispose() {} };
    return {
      Position,
      Range,
      Uri,
      CodeAction,
      MarkdownString,
      Hover,
      WorkspaceEdit,
      CodeActionKind: { QuickFix: "quickfix" },
      ConfigurationTarget,
      ProgressLocation: { Window: 10 },
      Disposable: { from: () => nothing },
      languages: {
        registerHoverProvider: (_files: unknown, hover: unknown) => ((this.hover = hover), nothing),
        registerCodeActionsProvider: (_files: unknown, actions: unknown) => ((this.actions = actions), nothing),
        getDiagnostics: () => this.diagnostics,
      },
      commands: {
        registerCommand: (name: string, run: (...args: unknown[]) => unknown) => (
          this.commands.set(name, run),
          nothing
        ),
        executeCommand: this.execute,
      },
      window: {
        showInformationMessage: this.tell,
        showErrorMessage: this.tell,
        showTextDocument: async () => undefined,
        withProgress: (_options: unknown, task: () => unknown) => task(),
      },
      workspace: {
        workspaceFolders: [this.folder],
        getWorkspaceFolder: () => ({ uri: Uri.file(this.folder) }),
        getConfiguration: (section: string) => this.configuration(section),
        asRelativePath: (uri: Uri) => path.relative(this.folder, uri.fsPath),
        openTextDocument: async (uri: Uri) => document(uri),
        applyEdit: async (edit: WorkspaceEdit) => (this.apply(edit), true),
        registerTextDocumentContentProvider: () => nothing,
        onDidSaveTextDocument: () => nothing,
        onDidChangeConfiguration: () => nothing,
      },
    };
  }
}

/** Loads the extension anew into an editor, as VS Code does when the first C++ file is opened. */
export function start(editor: Editor): void {
  const loader = Module as unknown as { _load(name: string, ...rest: unknown[]): unknown };
  const load = loader._load;
  const api = editor.api();
  const folder = path.join(__dirname, "..", "editor");
  for (const file of Object.keys(require.cache)) if (path.dirname(file) === folder) delete require.cache[file];
  loader._load = function (name, ...rest) {
    return name === "vscode" ? api : load.call(this, name, ...rest);
  };
  try {
    const { activate } = require(path.join(folder, "extension.js")) as { activate(context: object): void };
    activate({ subscriptions: [] });
  } finally {
    loader._load = load;
  }
}
