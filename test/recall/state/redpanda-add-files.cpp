// Repository: redpanda-data/redpanda
// Fixed in: 750208bab9eb23668fda2279c8058224d8e18299
// The topic is found in the state of the state machine, an update is
// replicated, which changes that state, and the iterator is looked at again.

#include "redpanda.h"

#include <unordered_map>

struct topic_state {
  int revision = 0;
};
struct topics_state {
  std::unordered_map<int, topic_state> topic_to_state;
};

class coordinator_stm {
  topics_state state_;

  ss::future<bool> replicate(int batch);

public:
  const topics_state &state() const { return state_; }
  ss::future<bool> replicate_and_wait(int batch) {
    co_return co_await replicate(batch);
  }
  void apply(int topic, int revision) {
    state_.topic_to_state[topic].revision = revision;
  }
};

class coordinator {
  ss::shared_ptr<coordinator_stm> stm_;

public:
  ss::future<bool> add_files(int topic, int revision) {
    auto topic_it = // BUG: coro-stale-reference-across-await
        stm_->state().topic_to_state.find(topic);
    if (topic_it == stm_->state().topic_to_state.end())
      co_return false;
    if (!co_await stm_->replicate_and_wait(revision))
      co_return false;
    co_return topic_it != stm_->state().topic_to_state.end() &&
        topic_it->second.revision == revision;
  }
};
