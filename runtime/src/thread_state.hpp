// What a thread does with its time, as another one sees it.

#ifndef COROLINT_RT_SRC_THREAD_STATE_HPP
#define COROLINT_RT_SRC_THREAD_STATE_HPP

#include <chrono>
#include <pthread.h>

namespace corolint::rt::detail {

/// A thread that counts the rounds that it makes.
struct round_count {
  pthread_t thread;
  int thread_id; ///< of the kernel
  unsigned rounds;
  bool is_asleep; ///< because it has nothing to do
};

/// Tells from looks at a thread, now and then, whether one round takes long. If
/// the thread sleeps in the kernel meanwhile, the round blocks; if it uses
/// processor time, the round computes. A thread that the machine has no
/// processor for does neither.
class round_watch {
public:
  using clock = std::chrono::steady_clock;

  enum class verdict { fine, computes, blocks };
  struct finding {
    verdict what = verdict::fine;
    std::chrono::nanoseconds how_long{};
  };
  /// Each round that takes longer than \p limit is found once.
  finding look(const round_count &at, clock::time_point now,
               std::chrono::nanoseconds limit);

private:
  unsigned rounds_ = 0;
  clock::time_point since_{};
  std::chrono::nanoseconds used_{}; ///< processor time of the thread then
  unsigned looks_asleep_ = 0;       ///< in a row, in the kernel
  bool is_found_ = false;
};

} // namespace corolint::rt::detail

#endif
