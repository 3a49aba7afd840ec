// The two forms in which a dump is written down.

#include "corolint/rt/dump.hpp"
#include "json_text.hpp"
#include <cstdio>
#include <type_traits>

namespace corolint::rt {

using detail::json_string;

//===--- Text
//--------------------------------------------------------------===//

static std::string seconds(std::chrono::milliseconds span) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f s",
                static_cast<double>(span.count()) / 1000);
  return text;
}

static std::string count(std::size_t many, const char *of_what) {
  return std::to_string(many) + " " + of_what + (many == 1 ? "" : "s");
}

static std::string place(const dump_place &where) {
  return where.file + ":" + std::to_string(where.line);
}

static std::string text_of(const worker_dump &each) {
  std::string text = "worker " + std::to_string(each.index) + " of runtime " +
                     std::to_string(each.runtime);
  if (each.task)
    text += " runs task " + std::to_string(*each.task);
  else
    text += each.is_asleep ? " sleeps" : " is awake";
  return text + ", " + count(each.jobs, "job") + " so far\n";
}

static std::string state_of(const task_dump &each) {
  std::string text = each.state == task_state::running ? "runs"
                     : each.state == task_state::ready ? "is ready"
                     : each.waits_for.empty()          ? "waits"
                                              : "waits for " + each.waits_for;
  if (each.since)
    text += ", for " + seconds(*each.since);
  return text + (each.is_stopped ? ", asked to stop" : "");
}

static std::string text_of(const task_dump &each) {
  std::string text = "task " + std::to_string(each.id);
  if (!each.function.function.empty())
    text += " '" + each.function.function + "'";
  text += " " + state_of(each) + "\n";
  for (const dump_place &at : each.awaits)
    text += "  " + place(at) + ": '" + at.function + "' awaits here\n";
  if (!each.spawned.file.empty())
    text += "  " + place(each.spawned) + ": the task was spawned here\n";
  return text;
}

static std::string text_of(const warning_dump &each) {
  return (each.where.file.empty() ? "" : place(each.where) + ": ") +
         "warning: " + each.text + " [" + each.check + "], " +
         seconds(each.ago) + " ago\n";
}

std::string to_text(const program_dump &all) {
  std::string text = all.program + ", process " + std::to_string(all.process) +
                     ": " + count(all.live_tasks, "task") + ", " +
                     count(all.workers.size(), "worker") + ", " +
                     count(all.warnings.size(), "warning") + "\n";
  for (const worker_dump &each : all.workers)
    text += text_of(each);
  for (const task_dump &each : all.tasks)
    text += text_of(each);
  if (!all.is_checked)
    text += "what each task does is known to corolint::runtime_checked only\n";
  else if (all.live_tasks > all.tasks.size())
    text +=
        "and " + count(all.live_tasks - all.tasks.size(), "task") + " more\n";
  for (const warning_dump &each : all.warnings)
    text += text_of(each);
  return text;
}

//===--- JSON
//--------------------------------------------------------------===//

/// A member of an object, and what divides it from the next one.
template <class T> static std::string member(const char *name, const T &value) {
  std::string text = json_string(name) + ": ";
  if constexpr (std::is_same_v<T, bool>)
    text += value ? "true" : "false";
  else if constexpr (std::is_arithmetic_v<T>)
    text += std::to_string(value);
  else
    text += value;
  return text + ", ";
}

/// \p members, as member() gives them.
static std::string object(std::string members) {
  members.resize(members.size() - 2);
  return "{" + members + "}";
}

template <class Range, class Write>
static std::string array(const Range &from, Write write) {
  std::string text = "[";
  for (const auto &each : from)
    text += (text.size() == 1 ? "" : ", ") + write(each);
  return text + "]";
}

static std::string json(const dump_place &where) {
  if (where.file.empty() && where.function.empty())
    return "null";
  return object(member("file", json_string(where.file)) +
                member("line", where.line) +
                member("function", json_string(where.function)));
}

static std::string json(const std::optional<std::chrono::milliseconds> &span) {
  return span ? std::to_string(span->count()) : "null";
}

static const char *name(task_state state) {
  switch (state) {
  case task_state::ready:
    return "ready";
  case task_state::running:
    return "running";
  case task_state::waiting:
    return "waiting";
  }
  return "";
}

static std::string json(const worker_dump &each) {
  return object(
      member("runtime", each.runtime) + member("index", each.index) +
      member("thread", each.thread) + member("asleep", each.is_asleep) +
      member("jobs", each.jobs) +
      member("task", each.task ? std::to_string(*each.task) : "null"));
}

static std::string json(const task_dump &each) {
  return object(
      member("id", each.id) + member("runtime", each.runtime) +
      member("state", json_string(name(each.state))) +
      member("stopped", each.is_stopped) +
      member("function", json(each.function)) +
      member("spawned", json(each.spawned)) +
      member("waits_for",
             each.waits_for.empty() ? "null" : json_string(each.waits_for)) +
      member("since_ms", json(each.since)) +
      member("awaits", array(each.awaits,
                             [](const dump_place &at) { return json(at); })));
}

static std::string json(const warning_dump &each) {
  return object(
      member("check", json_string(each.check)) +
      member("message", json_string(each.text)) +
      member("location", json(each.where)) +
      member("notes", array(each.notes,
                            [](const warning_dump::note &note) {
                              return object(
                                  member("message", json_string(note.text)) +
                                  member("location", json(note.where)));
                            })) +
      member("ago_ms", each.ago.count()));
}

std::string to_json(const program_dump &all) {
  const auto each = [](const auto &one) { return json(one); };
  return object(
      member("format", 1) + member("program", json_string(all.program)) +
      member("process", all.process) + member("checked", all.is_checked) +
      member("live_tasks", all.live_tasks) +
      member("workers", array(all.workers, each)) +
      member("tasks", array(all.tasks, each)) +
      member("warnings", array(all.warnings, each)));
}

} // namespace corolint::rt
