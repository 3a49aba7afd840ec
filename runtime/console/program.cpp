#include "program.hpp"
#include "target.hpp"
#include <nlohmann/json.hpp>

namespace corolint::console {

using nlohmann::json;

std::string place::text() const {
  if (file.empty())
    return "";
  return file.substr(file.rfind('/') + 1) + ":" + std::to_string(line);
}

static std::string text_or_none(const json &value) {
  return value.is_null() ? "" : value.get<std::string>();
}

static place read_place(const json &value) {
  if (value.is_null())
    return {};
  return {value.at("file"), value.at("line"), value.at("function")};
}

template <class T> static std::optional<T> read_optional(const json &value) {
  return value.is_null() ? std::nullopt : std::optional(value.get<T>());
}

static task read_task(const json &value) {
  task read{.id = value.at("id"),
            .state = value.at("state"),
            .is_stopped = value.at("stopped"),
            .function = read_place(value.at("function")).function,
            .spawned = read_place(value.at("spawned")),
            .waits_for = text_or_none(value.at("waits_for")),
            .since = {},
            .awaits = {}};
  if (const auto since = read_optional<std::int64_t>(value.at("since_ms")))
    read.since = std::chrono::milliseconds(*since);
  for (const json &each : value.at("awaits"))
    read.awaits.push_back(read_place(each));
  return read;
}

static worker read_worker(const json &value) {
  return {.runtime = value.at("runtime"),
          .index = value.at("index"),
          .is_asleep = value.at("asleep"),
          .jobs = value.at("jobs"),
          .task = read_optional<std::uint64_t>(value.at("task"))};
}

static warning read_warning(const json &value) {
  return {.check = value.at("check"),
          .text = value.at("message"),
          .where = read_place(value.at("location")),
          .ago = std::chrono::milliseconds(value.at("ago_ms").get<long>())};
}

program read(const std::string &text) try {
  const json all = json::parse(text);
  if (const int format = all.at("format"); format != 1)
    throw failure("the program speaks format " + std::to_string(format) +
                  ", expected 1; use the corolint-console of its version");
  program read{.name = all.at("program"),
               .process = all.at("process"),
               .is_checked = all.at("checked"),
               .live_tasks = all.at("live_tasks"),
               .workers = {},
               .tasks = {},
               .warnings = {}};
  for (const json &each : all.at("workers"))
    read.workers.push_back(read_worker(each));
  for (const json &each : all.at("tasks"))
    read.tasks.push_back(read_task(each));
  for (const json &each : all.at("warnings"))
    read.warnings.push_back(read_warning(each));
  return read;
} catch (const json::exception &) {
  throw failure("what answers is no program of corolint::rt");
}

} // namespace corolint::console
