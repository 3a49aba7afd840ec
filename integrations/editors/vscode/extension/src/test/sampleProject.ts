// A project with one finding, for tests that run corolint.

import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** The program that the test suite has built; tests that need it are skipped without. */
export const corolint = process.env["COROLINT"];

export const needsCorolint = { skip: corolint === undefined ? "COROLINT names no corolint" : false };

const source = `#include <coroutine>

struct task {
  struct promise_type {
    task get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
  bool await_ready() noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  void await_resume();
};

task save(int id);

task handle(int id) {
  save(id);
  co_return;
}
`;

/** Where the finding is; both count from 0. */
export const found = { line: source.split("\n").indexOf("  save(id);"), character: 2, check: "coro-discarded-task" };

/** Writes the project into a new folder, which goes when the tests end. */
export function sampleProject(): { folder: string; file: string } {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "corolint-")));
  process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "a.cpp");
  const command = { directory: folder, file, arguments: ["clang++", "-std=c++20", "-c", file] };
  fs.writeFileSync(file, source);
  fs.mkdirSync(path.join(folder, "out"));
  fs.writeFileSync(path.join(folder, "out", "compile_commands.json"), JSON.stringify([command]));
  return { folder, file };
}
