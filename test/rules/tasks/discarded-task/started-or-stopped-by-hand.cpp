// RUN: %check_rule %s coro-discarded-task
// Who starts, detaches or destroys a task by hand has dealt with it.

#include <coroutine>
#include <memory>
#include <utility>
#include <vector>

struct job {
  struct promise_type {
    job get_return_object();
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception();
    void return_void();
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
  void start();
  job &name(const char *text);
  void detach() &&;
  std::coroutine_handle<promise_type> release();
  std::coroutine_handle<promise_type> handle;
};
job send(int id);

job starts() {
  job work = send(1);
  work.start();
  co_return;
}

job detaches() {
  job work = send(1);
  work.name("mail");
  std::move(work).detach();
  send(2).detach();
  co_return;
}

job resumes() {
  job work = send(1);
  for (auto handle = work.handle; !handle.done();)
    handle.resume();
  co_return;
}

void hands_the_frame_on(std::vector<std::coroutine_handle<>> &ready) {
  ready.push_back(send(1).release());
}

void keeps_what_it_points_to(std::vector<std::unique_ptr<job>> &jobs) {
  auto work = std::make_unique<job>(send(1));
  jobs.push_back(std::move(work));
}
// CHECK-NONE
