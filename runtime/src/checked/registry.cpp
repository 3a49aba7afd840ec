#include "registry.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "growth.hpp"
#include "spawn_traces.hpp"

namespace corolint::rt::detail {

job_registry &job_registry::all() noexcept {
  // Never destroyed: jobs of other static objects may end later.
  alignas(job_registry) static std::byte room[sizeof(job_registry)];
  static auto &registry = *::new (static_cast<void *>(room)) job_registry;
  return registry;
}

void job_registry::insert(observed_job &added) noexcept {
  static constinit thread_local unsigned mine = part_count;
  if (mine == part_count)
    mine = next_part_.fetch_add(1, std::memory_order_relaxed) % part_count;
  added.part_ = static_cast<std::uint8_t>(mine);
  part &home = parts_[mine];
  const std::lock_guard held(home.lock);
  added.number_ = ++home.inserted;
  ++home.count;
  added.next_ = home.first;
  if (home.first)
    home.first->previous_ = &added;
  home.first = &added;
}

void job_registry::erase(observed_job &removed) noexcept {
  part &home = parts_[removed.part_];
  const std::lock_guard held(home.lock);
  --home.count;
  (removed.previous_ ? removed.previous_->next_ : home.first) = removed.next_;
  if (removed.next_)
    removed.next_->previous_ = removed.previous_;
}

observed_job::observed_job() noexcept { job_registry::all().insert(*this); }

/// Jobs that were spawned and live.
static std::atomic<std::size_t> spawned_jobs{0};

observed_job::~observed_job() {
  job_registry::all().erase(*this);
  if (spawned_at_)
    spawned_jobs.fetch_sub(1, std::memory_order_relaxed);
}

void observed_job::spawned_from(const spawn_trace &at) noexcept {
  spawned_at_ = &kept(at);
  since_.store(coarse_time.load(std::memory_order_relaxed),
               std::memory_order_relaxed);
  if (const worker *const here = this_worker) {
    spawned_by_ = here->index + 1;
    spawned_in_ = here->feel().jobs;
  }
  tasks_grow(spawned_jobs.fetch_add(1, std::memory_order_relaxed) + 1);
}

} // namespace corolint::rt::detail
