// What the rows about sockets and files share.

#ifndef COROLINT_TEST_RUNTIME_FACTS_TABLE_IO_H
#define COROLINT_TEST_RUNTIME_FACTS_TABLE_IO_H

#include "Row.h"
#include "corolint/rt/io.hpp"
#include "corolint/rt/tcp.hpp"
#include "corolint/rt/unix_socket.hpp"
#include <array>
#include <filesystem>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

using byte_array = std::array<std::byte, 4096>;

inline std::pair<rt::unix_stream, rt::unix_stream> stream_pair() {
  return rt::unix_stream::pair().value();
}

/// A stream whose peer has gone: it is at its end, and cannot be written.
inline rt::unix_stream stream_without_peer() { return stream_pair().first; }

inline rt::tcp_listener listener(int backlog = 16) {
  return rt::tcp_listener::bind(rt::ip_endpoint::loopback(0), backlog).value();
}

/// Writes until there is no room left. Gives how many bytes.
inline std::size_t fill(const rt::io_handle &to) {
  const byte_array part{};
  std::size_t total = 0;
  for (ssize_t count; (count = send(to.native_handle(), part.data(),
                                    part.size(), MSG_DONTWAIT)) > 0;)
    total += static_cast<std::size_t>(count);
  return total;
}

/// Reads what is there. Gives how many bytes.
inline std::size_t drain(const rt::io_handle &from) {
  byte_array part;
  std::size_t total = 0;
  for (ssize_t count; (count = recv(from.native_handle(), part.data(),
                                    part.size(), MSG_DONTWAIT)) > 0;)
    total += static_cast<std::size_t>(count);
  return total;
}

/// What is there to be read.
template <class Source> rt::task<std::string> text_from(Source &from) {
  byte_array part;
  const auto count = co_await from.read_some(part);
  co_return std::string(reinterpret_cast<const char *>(part.data()),
                        count.value());
}

/// A path for a file, which is removed at the end.
class temporary_path {
public:
  temporary_path()
      : path_(std::filesystem::temp_directory_path() /
              ("corolint-facts-" + std::to_string(getpid()) + "-" +
               std::to_string(count_++))) {}
  temporary_path(const temporary_path &) = delete;
  ~temporary_path() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  const std::filesystem::path &operator*() const { return path_; }

private:
  static inline int count_ = 0;
  std::filesystem::path path_;
};

#endif
