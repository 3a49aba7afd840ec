#include "views.hpp"
#include <algorithm>
#include <cstdio>

namespace corolint::console {

using std::chrono::milliseconds;

static std::string seconds(milliseconds span) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f s",
                static_cast<double>(span.count()) / 1000);
  return text;
}

/// Filled up with blanks to \p width, or cut.
static std::string column(const std::string &text, std::size_t width) {
  return (text.size() > width ? text.substr(0, width - 1) + "~" : text) +
         std::string(width - std::min(width, text.size()), ' ') + " ";
}

/// The same, with the blanks in front.
static std::string number(const std::string &text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text + " ";
}

static std::string count(std::size_t many, const char *of_what) {
  return std::to_string(many) + " " + of_what + (many == 1 ? "" : "s");
}

//===--- Order and rates
//--------------------------------------------------------------===//

std::string name_of(order by) {
  switch (by) {
  case order::age:
    return "age";
  case order::state:
    return "state";
  case order::function:
    return "function";
  case order::number:
    return "id";
  }
  return "";
}

order after(order by) {
  return by == order::number ? order::age
                             : static_cast<order>(static_cast<int>(by) + 1);
}

void rates::look(const program &now, clock::time_point when) {
  std::map<std::pair<unsigned, unsigned>, seen> next;
  for (const worker &each : now.workers) {
    const std::pair key(each.runtime, each.index);
    const auto before = workers_.find(key);
    if (before == workers_.end()) {
      next[key] = {each.jobs, when, when, 0};
      continue;
    }
    const seen &last = before->second;
    const unsigned done = each.jobs - last.jobs;
    const std::chrono::duration<double> span = when - last.looked_at;
    next[key] = {each.jobs, when, done == 0 ? last.changed_at : when,
                 span.count() > 0 ? done / span.count() : last.rate};
  }
  workers_ = std::move(next);
}

double rates::of(const worker &asked) const {
  const auto at = workers_.find({asked.runtime, asked.index});
  return at == workers_.end() ? 0 : at->second.rate;
}

milliseconds rates::busy_for(const worker &asked) const {
  const auto at = workers_.find({asked.runtime, asked.index});
  if (at == workers_.end())
    return {};
  return std::chrono::duration_cast<milliseconds>(at->second.looked_at -
                                                  at->second.changed_at);
}

static bool contains(const task &each, const std::string &text) {
  if ((line_of(each) + each.spawned.text()).find(text) != std::string::npos)
    return true;
  return std::any_of(
      each.awaits.begin(), each.awaits.end(), [&text](const place &at) {
        return (at.function + at.text()).find(text) != std::string::npos;
      });
}

std::vector<task> chosen(const program &from, const std::string &filter,
                         order by) {
  std::vector<task> found;
  for (const task &each : from.tasks)
    if (filter.empty() || contains(each, filter))
      found.push_back(each);
  std::sort(found.begin(), found.end(), [by](const task &a, const task &b) {
    const auto id = [](const task &each) { return each.id; };
    switch (by) {
    case order::age:
      if (a.since != b.since)
        return a.since > b.since;
      break;
    case order::state:
      if (a.state != b.state)
        return a.state < b.state;
      break;
    case order::function:
      if (a.function != b.function)
        return a.function < b.function;
      break;
    case order::number:
      break;
    }
    return id(a) < id(b);
  });
  return found;
}

//===--- Lines
//--------------------------------------------------------------===//

std::string summary(const program &shown) {
  return shown.name + ", process " + std::to_string(shown.process) + ": " +
         count(shown.live_tasks, "task") + ", " +
         count(shown.workers.size(), "worker") + ", " +
         count(shown.warnings.size(), "warning");
}

std::string task_header() {
  return number("ID", 6) + column("STATE", 8) + number("FOR", 8) +
         column("FUNCTION", 14) + column("AT", 16) + "WAITS FOR";
}

std::string line_of(const task &each) {
  return number(std::to_string(each.id), 6) +
         column(each.is_stopped ? "stopping" : each.state, 8) +
         number(each.since ? seconds(*each.since) : "", 8) +
         column(each.function, 14) +
         column(each.awaits.empty() ? each.spawned.text()
                                    : each.awaits.front().text(),
                16) +
         each.waits_for;
}

std::string worker_header() {
  return number("RUNTIME", 7) + number("WORKER", 6) + number("JOBS/S", 10) +
         number("SINCE", 9) + "RUNS";
}

std::string line_of(const worker &each, const program &all, const rates &seen) {
  std::string runs = each.is_asleep ? "asleep" : "awake";
  if (each.task) {
    runs = "task " + std::to_string(*each.task);
    for (const task &one : all.tasks)
      if (one.id == *each.task && !one.function.empty())
        runs += " '" + one.function + "'";
  }
  char rate[32];
  std::snprintf(rate, sizeof rate, "%.0f", seen.of(each));
  return number(std::to_string(each.runtime), 7) +
         number(std::to_string(each.index), 6) + number(rate, 10) +
         number(seconds(seen.busy_for(each)), 9) + runs;
}

std::string warning_header() {
  return number("AGO", 9) + column("AT", 20) + "WARNING";
}

std::string line_of(const warning &each) {
  return number(seconds(each.ago), 9) + column(each.where.text(), 20) +
         each.text + " [" + each.check + "]";
}

std::vector<std::string> details_of(const task &each) {
  const auto full = [](const place &at) {
    return at.file + ":" + std::to_string(at.line);
  };
  std::string state = "it is " + each.state;
  if (each.since)
    state += " for " + seconds(*each.since);
  if (!each.waits_for.empty())
    state += ", for " + each.waits_for;
  std::vector<std::string> lines{
      "task " + std::to_string(each.id) +
          (each.function.empty() ? "" : " '" + each.function + "'"),
      state};
  if (each.is_stopped)
    lines.push_back("it was asked to stop");
  for (const place &at : each.awaits)
    lines.push_back("'" + at.function + "' awaits at " + full(at));
  if (!each.spawned.file.empty())
    lines.push_back("the task was spawned at " + full(each.spawned));
  return lines;
}

} // namespace corolint::console
