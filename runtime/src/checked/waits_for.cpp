#include "waits_for.hpp"
#include "code_place.hpp"
#include <algorithm>
#include <array>
#include <string_view>

namespace corolint::rt::detail {

namespace {

struct reason {
  std::string_view type; ///< its name ends so
  std::string_view words;
  ended_by who = ended_by::anybody;
};

constexpr std::array reasons{
    reason{"shared_mutex::basic_awaiter", "a shared mutex", ended_by::holder},
    reason{"mutex::lock_awaiter", "a mutex", ended_by::holder},
    reason{"access_awaiter", "a guarded value", ended_by::holder},
    reason{"semaphore::acquire_awaiter", "a semaphore"},
    reason{"event::awaiter", "an event"},
    reason{"latch::awaiter", "a latch"},
    reason{"barrier::awaiter", "a barrier"},
    reason{"condition::awaiter", "a condition"},
    reason{"oneshot_receiver", "the value of a oneshot"},
    reason{"oneshot_receiver::awaiter", "the value of a oneshot"},
    reason{"broadcast_awaiter", "a message of a broadcast"},
    reason{"receive_awaiter", "a message of a channel"},
    reason{"send_awaiter", "room in a channel"},
    reason{"watch_awaiter", "a change of a watched value"},
    reason{"sleep_awaiter", "a timer"},
    reason{"interval::awaiter", "a timer"},
    reason{"io_wait", "a descriptor"},
    reason{"blocking_operation", "a call on a thread that may block"},
    reason{"stop_requested_awaiter", "a request to stop"},
    reason{"stream::awaiter", "a value of a stream"},
    reason{"join_handle", "the end of a task", ended_by::task},
    reason{"join_set::next_end", "the end of a task"},
    reason{"join_operation", "the end of all branches", ended_by::task},
    reason{"join_all_operation", "the end of all branches", ended_by::task},
    reason{"select_operation", "the end of one branch", ended_by::task},
    reason{"race_operation", "the end of one branch", ended_by::task},
    reason{"timeout_operation", "a branch, for a limited time"},
    reason{"scope_operation", "the tasks of a scope", ended_by::task},
    reason{"consume_operation", "the tasks of a stream"},
    reason{"shield_operation", "a branch", ended_by::task},
    reason{"finally_operation", "a branch", ended_by::task},
    reason{"stop_when_operation", "a branch"},
    reason{"with_local_operation", "a branch", ended_by::task},
    reason{"yield_awaiter", "its turn"},
    reason{"io_turn", "its turn"},
};

/// Null for what is not of this library.
const reason *find_reason(const char *what) {
  const std::string name = name_of_type(what);
  if (!name.starts_with("corolint::rt::"))
    return nullptr;
  const auto *const at =
      std::find_if(reasons.begin(), reasons.end(), [&name](const reason &each) {
        return name.ends_with(each.type);
      });
  return at == reasons.end() ? nullptr : at;
}

} // namespace

std::string waited_for(const char *what) {
  const reason *const known = find_reason(what);
  return known ? std::string(known->words)
               : "'" + short_name_of_type(what) + "'";
}

ended_by who_ends(const char *what) {
  const reason *const known = find_reason(what);
  return known ? known->who : ended_by::anybody;
}

} // namespace corolint::rt::detail
