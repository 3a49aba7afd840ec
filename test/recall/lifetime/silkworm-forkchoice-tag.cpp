// Repository: erigontech/silkworm
// Fixed in: 2db734cbc5b3929bd53aeaf3028c6ff9b4944c77
// The tags are arrays of characters, the parameter is a string: a temporary,
// which is gone when the awaitable that was returned begins.

#include "asio.h"

#include <cstdint>

template <class T> using Task = boost::asio::awaitable<T>;

constexpr const char *finalized_hash = "finalizedBlockHash";
constexpr const char *safe_hash = "safeBlockHash";

struct key_value {
  std::string key, value;
};
struct database_reader {
  Task<key_value> get(const std::string &table, std::string key) const;
};
Task<std::uint64_t> read_header_number(const database_reader &reader,
                                       std::string hash);

static Task<std::uint64_t> get_forkchoice_number(const database_reader &reader,
                                                 const std::string &tag) {
  const auto kv = co_await reader.get("LastForkchoice", tag);
  if (kv.value.empty())
    co_return 0;
  co_return co_await read_header_number(reader, kv.value);
}

Task<std::uint64_t> get_finalized_number(const database_reader &reader) {
  return get_forkchoice_number(reader,
                               finalized_hash); // BUG: coro-dangling-parameter
}

Task<std::uint64_t> get_safe_number(const database_reader &reader) {
  return get_forkchoice_number(reader,
                               safe_hash); // BUG: coro-dangling-parameter
}
