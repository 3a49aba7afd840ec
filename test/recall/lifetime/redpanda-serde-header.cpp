// Repository: redpanda-data/redpanda
// Fixed in: a79aaa85da0b432b0fe55da0cf399455be247315
// The header was captured by a function that do_with calls once and destroys;
// what reads an envelope has it by reference and looks at it after waits.

#include "redpanda.h"

#include <vector>

struct iobuf_parser {
  std::size_t bytes_left() const;
};
struct header {
  int version;
  std::size_t bytes_left_limit;
};
header read_header(iobuf_parser &in);
ss::future<std::string> read_batch(iobuf_parser &in, std::size_t limit);
int read_flush(iobuf_parser &in);

struct append_entries_request {
  std::vector<std::string> batches;
  int flush = 0;

  ss::future<> serde_async_read(iobuf_parser &in, const header &hdr) {
    for (int i = 0; i < 8; ++i)
      batches.push_back(co_await read_batch(in, hdr.bytes_left_limit));
    if (hdr.version >= 1)
      flush = read_flush(in);
  }
};

template <class T> ss::future<T> read_async_nested(iobuf_parser &in) {
  const auto h = read_header(in);
  return ss::do_with(T{}, [&in, h](T &t) {
    return t
        .serde_async_read(in, h) // BUG: coro-dangling-parameter
        .then([&t]() { return std::move(t); });
  });
}

ss::future<append_entries_request> read_request(iobuf_parser &in) {
  return read_async_nested<append_entries_request>(in);
}
