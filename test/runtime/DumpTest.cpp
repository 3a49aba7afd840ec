#include "corolint/rt/dump.hpp"
#include "Support.h"
#include "corolint/rt/detail/observed.hpp"
#include "corolint/rt/event.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include <chrono>
#include <string>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

TEST(Dump, HasTheWorkersOfEachRuntime) {
  const rt::program_dump before = rt::dump();
  rt::runtime two = rt::runtime::builder{}.workers(2).build();
  rt::current_thread one;
  const rt::program_dump all = rt::dump();
  ASSERT_EQ(all.workers.size(), before.workers.size() + 3);
  const rt::worker_dump &last = all.workers.back();
  const rt::worker_dump &first = all.workers[all.workers.size() - 3];
  EXPECT_EQ(first.index, 0u);
  EXPECT_EQ(last.runtime, first.runtime + 1);
  EXPECT_EQ(last.thread, 0) << "its owner drives it";
}

TEST(Dump, CountsTheTasksThatLive) {
  rt::current_thread one;
  one.block_on([]() -> rt::task<> {
    const std::size_t before = rt::dump().live_tasks;
    rt::event go;
    auto waits = [](rt::event &go) -> rt::task<> { co_await go.wait(); };
    auto first = rt::spawn(waits(go));
    auto second = rt::spawn(waits(go));
    EXPECT_EQ(rt::dump().live_tasks, before + 2);
    go.set();
    co_await std::move(first);
    co_await std::move(second);
    EXPECT_EQ(rt::dump().live_tasks, before);
  }());
}

TEST(Dump, SaysWhetherItKnowsWhatTasksDo) {
  EXPECT_EQ(rt::dump().is_checked, rt::detail::is_checked);
}

/// With one of everything.
rt::program_dump sample() {
  rt::program_dump all;
  all.program = "chat";
  all.process = 7;
  all.is_checked = true;
  all.workers = {
      {.runtime = 1,
       .index = 0,
       .thread = 8,
       .is_asleep = false,
       .jobs = 1,
       .task = 3},
      {.runtime = 1, .index = 1, .thread = 9, .is_asleep = true, .jobs = 2}};
  all.tasks = {{.id = 3, .runtime = 1, .state = rt::task_state::running},
               {.id = 4,
                .runtime = 1,
                .state = rt::task_state::waiting,
                .is_stopped = true,
                .function = {"a.cpp", 1, "serve"},
                .spawned = {"a.cpp", 9, "main"},
                .waits_for = "a mutex",
                .since = 1230ms,
                .awaits = {{"a \"b\".cpp", 2, "lock"}, {"a.cpp", 3, "serve"}}}};
  all.live_tasks = 5;
  all.warnings = {{.check = "coro-x",
                   .text = "bad",
                   .where = {"a.cpp", 4, ""},
                   .notes = {{"why", {}}},
                   .ago = 2s}};
  return all;
}

TEST(Dump, IsReadableAsText) {
  EXPECT_EQ(rt::to_text(sample()),
            "chat, process 7: 5 tasks, 2 workers, 1 warning\n"
            "worker 0 of runtime 1 runs task 3, 1 job so far\n"
            "worker 1 of runtime 1 sleeps, 2 jobs so far\n"
            "task 3 runs\n"
            "task 4 'serve' waits for a mutex, for 1.2 s, asked to stop\n"
            "  a \"b\".cpp:2: 'lock' awaits here\n"
            "  a.cpp:3: 'serve' awaits here\n"
            "  a.cpp:9: the task was spawned here\n"
            "and 3 tasks more\n"
            "a.cpp:4: warning: bad [coro-x], 2.0 s ago\n");
}

TEST(Dump, IsOneLineOfJson) {
  EXPECT_EQ(
      rt::to_json(sample()),
      R"({"format": 1, "program": "chat", "process": 7, "checked": true, )"
      R"("live_tasks": 5, "workers": [{"runtime": 1, "index": 0, "thread": 8, )"
      R"("asleep": false, "jobs": 1, "task": 3}, {"runtime": 1, "index": 1, )"
      R"("thread": 9, "asleep": true, "jobs": 2, "task": null}], "tasks": )"
      R"([{"id": 3, "runtime": 1, "state": "running", "stopped": false, )"
      R"("function": null, "spawned": null, "waits_for": null, )"
      R"("since_ms": null, "awaits": []}, {"id": 4, "runtime": 1, "state": )"
      R"("waiting", "stopped": true, "function": {"file": "a.cpp", "line": 1, )"
      R"("function": "serve"}, "spawned": {"file": "a.cpp", "line": 9, )"
      R"("function": "main"}, "waits_for": "a mutex", "since_ms": 1230, )"
      R"("awaits": [{"file": "a \"b\".cpp", "line": 2, "function": "lock"}, )"
      R"({"file": "a.cpp", "line": 3, "function": "serve"}]}], "warnings": )"
      R"([{"check": "coro-x", "message": "bad", "location": {"file": )"
      R"("a.cpp", "line": 4, "function": ""}, "notes": [{"message": "why", )"
      R"("location": null}], "ago_ms": 2000}]})");
}

} // namespace
