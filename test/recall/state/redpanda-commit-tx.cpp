// Repository: redpanda-data/redpanda
// Fixed in: 5a75c9b881928c858006ae9d2d09f051beb69517
// A prepared transaction is found before its commit is replicated and used
// after it; others prepare and commit meanwhile.

#include "absl.h"
#include "redpanda.h"

#include <map>

struct partition {
  ss::future<bool> replicate(int batch);
};
struct prepared_tx {
  int tx_seq = 0;
  std::map<int, long> offsets;
};

class group {
  ss::lw_shared_ptr<partition> partition_;
  absl::node_hash_map<long, prepared_tx> prepared_txs_;

  void try_upsert_offset(int topic, long offset);

public:
  ss::future<> prepare_tx(long pid, prepared_tx tx) {
    if (co_await partition_->replicate(tx.tx_seq))
      prepared_txs_[pid] = tx;
  }

  ss::future<int> commit_tx(long pid, int seq) {
    auto prepare_it = // BUG: coro-stale-reference-across-await
        prepared_txs_.find(pid);
    if (prepare_it == prepared_txs_.end() || prepare_it->second.tx_seq > seq)
      co_return 0;
    if (!co_await partition_->replicate(seq))
      co_return 1;
    for (const auto &[topic, offset] : prepare_it->second.offsets)
      try_upsert_offset(topic, offset);
    prepared_txs_.erase(prepare_it);
    co_return 0;
  }
};
