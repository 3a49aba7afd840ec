#include "corolint/rt/runtime.hpp"
#include "quiet_watch.hpp"

namespace corolint::rt {

namespace detail {

std::coroutine_handle<> root_job::end(bool stopped) noexcept {
  set_ended();
  stopped_ = stopped;
  done_ = true;
  end_.unpark();
  // From here on this object may be gone.
  return std::noop_coroutine();
}

void not_inside_of_a_task() {
  if (!this_worker)
    return;
  joined_inside();
  throw nested_block_on();
}

void run_to_end(root_job &root) {
  not_inside_of_a_task();
  scheduler &home = root.home();
  const observed_wait waits;
  home.begin_wait_outside();
  root.set_begun();
  home.inject(root);
  root.wait();
  home.end_wait_outside();
}

/// Nobody else watches a scheduler without threads: who runs it looks itself,
/// instead of sleeping for long.
static void wait_alone(worker &only, quiet_watch &quiet) {
  std::chrono::milliseconds longest(-1);
  if (is_checked && only.home.level() != checked_level::off) {
    note_time();
    quiet.look(only.home);
    longest = only.home.stall_limit();
  }
  only.wait_for_work(longest);
}

void drive_to_end(root_job &root) {
  not_inside_of_a_task();
  worker &only = root.home().first_worker();
  const observed_wait waits;
  this_worker = &only;
  only.wake_last(root);
  quiet_watch quiet(root.home().stall_limit());
  for (;;) {
    const std::size_t ran = only.run_ready(worker_batch);
    if (root.is_done())
      break;
    if (ran == 0)
      wait_alone(only, quiet);
    else
      quiet.goes_on();
  }
  this_worker = nullptr;
}

static unsigned or_processors(unsigned count) {
  if (count != 0)
    return count;
  const unsigned processors = std::thread::hardware_concurrency();
  return processors ? processors : 1;
}

} // namespace detail

runtime::runtime() : runtime(detail::scheduler_options{.workers = 0}) {}

runtime::runtime(const detail::scheduler_options &options)
    : scheduler_(std::make_unique<detail::scheduler>([&] {
        detail::scheduler_options all = options;
        all.workers = detail::or_processors(options.workers);
        return all;
      }())) {}

runtime::~runtime() = default;

runtime runtime::builder::build() const { return runtime(options_); }

current_thread::current_thread()
    : scheduler_(std::make_unique<detail::scheduler>(
          detail::scheduler_options{.workers = 1, .threads = false})) {}

current_thread::~current_thread() = default;

std::size_t current_thread::run_once() {
  if (detail::this_worker)
    throw nested_block_on();
  detail::worker &only = scheduler_->first_worker();
  const detail::observed_wait waits;
  detail::this_worker = &only;
  const std::size_t ran = only.run_ready(detail::worker_batch);
  detail::this_worker = nullptr;
  return ran;
}

} // namespace corolint::rt
