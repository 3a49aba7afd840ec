// Reading and writing whole amounts, on anything that reads and writes some.

#ifndef COROLINT_RT_IO_HPP
#define COROLINT_RT_IO_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/io_error.hpp"
#include "corolint/rt/result.hpp"
#include "corolint/rt/task.hpp"
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <system_error>
#include <vector>

namespace corolint::rt {

/// What has bytes: read_some gives at least one, 0 at the end.
template <class T>
concept byte_source = requires(T &from, std::span<std::byte> into) {
  {
    from.read_some(into)
  } -> std::same_as<task<result<std::size_t, std::error_code>>>;
};

/// What takes bytes.
template <class T>
concept byte_sink = requires(T &to, std::span<const std::byte> from) {
  {
    to.write_some(from)
  } -> std::same_as<task<result<std::size_t, std::error_code>>>;
};

/// The bytes of \p text, which has to stay.
inline std::span<const std::byte> bytes_of(std::string_view text) noexcept {
  return std::as_bytes(std::span(text.data(), text.size()));
}

/// Fills \p into. Fails with unexpected_end if the stream ends before.
template <byte_source Source>
COROLINT_CHECKPOINT COROLINT_CANCEL_LOSES("what was read so far")
    task<result<void, std::error_code>> read_exact(Source &from,
                                                   std::span<std::byte> into) {
  while (!into.empty()) {
    COROLINT_TRY(const std::size_t count, co_await from.read_some(into));
    if (count == 0)
      co_return failure(make_error_code(io_error::unexpected_end));
    into = into.subspan(count);
  }
  co_return {};
}

/// Writes all of \p from, which has to stay until then.
template <byte_sink Sink>
COROLINT_CHECKPOINT COROLINT_CANCEL_LOSES("how much was written")
    task<result<void, std::error_code>> write_all(
        Sink &to, std::span<const std::byte> from) {
  while (!from.empty()) {
    COROLINT_TRY(const std::size_t count, co_await to.write_some(from));
    from = from.subspan(count);
  }
  co_return {};
}

/// Writes all that comes \p from, until its end. Gives how many bytes.
template <byte_source Source, byte_sink Sink>
COROLINT_CHECKPOINT COROLINT_CANCEL_LOSES("what was read and not yet written")
    task<result<std::uint64_t, std::error_code>> copy(Source &from, Sink &to) {
  std::vector<std::byte> part(std::size_t{16} * 1024);
  std::uint64_t total = 0;
  for (;;) {
    COROLINT_TRY(const std::size_t count, co_await from.read_some(part));
    if (count == 0)
      co_return total;
    COROLINT_TRY_VOID(co_await write_all(to, std::span(part).first(count)));
    total += count;
  }
}

} // namespace corolint::rt

#endif
