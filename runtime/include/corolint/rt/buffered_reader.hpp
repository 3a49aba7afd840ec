// Reading up to a delimiter.

#ifndef COROLINT_RT_BUFFERED_READER_HPP
#define COROLINT_RT_BUFFERED_READER_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/cancel.hpp"
#include "corolint/rt/io.hpp"
#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>
#include <string>
#include <system_error>
#include <utility>

namespace corolint::rt {

/// Reads more than is asked for, and keeps it for the next call. \p Source is
/// an lvalue reference for a stream that stays the caller's.
///
/// For one task at a time. To be stopped loses nothing: what has come stays.
template <class Source> class COROLINT_SHARED_UNSYNC buffered_reader {
public:
  explicit buffered_reader(Source from) : from_(std::forward<Source>(from)) {}

  /// As that of the stream: what is kept comes first.
  COROLINT_CHECKPOINT
  COROLINT_CANCEL_SAFE task<result<std::size_t, std::error_code>>
  read_some(std::span<std::byte> into) {
    co_await checkpoint();
    if (kept().empty())
      co_return co_await from_.read_some(into);
    const std::size_t count = std::min(into.size(), kept().size());
    std::copy_n(bytes_of(kept()).begin(), count, into.begin());
    take(count);
    co_return count;
  }

  /// Everything up to and with \p delimiter, which is not empty. At the end of
  /// the stream what is left, without one; nothing at all if nothing is. Fails
  /// with limit_exceeded if that would be longer than \p limit bytes.
  COROLINT_CHECKPOINT
  COROLINT_CANCEL_SAFE task<result<std::string, std::error_code>>
  read_until(std::string delimiter, std::size_t limit) {
    co_await checkpoint();
    for (std::size_t searched = 0;;) {
      const std::string_view all = kept();
      if (const std::size_t at = all.find(delimiter, searched);
          at != all.npos) {
        if (at + delimiter.size() > limit)
          break;
        co_return take(at + delimiter.size());
      }
      if (all.size() >= limit)
        break;
      // The delimiter may have begun.
      searched = all.size() - std::min(all.size(), delimiter.size() - 1);
      COROLINT_TRY(const std::size_t count, co_await fill());
      if (count == 0)
        co_return take(kept().size());
    }
    co_return failure(make_error_code(io_error::limit_exceeded));
  }

  /// The stream, for writing.
  auto &stream() noexcept { return from_; }

private:
  std::string_view kept() const noexcept {
    return std::string_view(buffer_).substr(begin_, end_ - begin_);
  }

  std::string take(std::size_t count) {
    std::string taken(kept().substr(0, count));
    begin_ += count;
    if (begin_ == end_)
      begin_ = end_ = 0;
    return taken;
  }

  /// Reads more behind what is kept.
  task<result<std::size_t, std::error_code>> fill() {
    if (end_ == buffer_.size()) {
      if (begin_ != 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= std::exchange(begin_, 0);
      } else {
        buffer_.resize(std::max<std::size_t>(2 * buffer_.size(), 1024));
      }
    }
    COROLINT_TRY(const std::size_t count,
                 co_await from_.read_some(
                     std::as_writable_bytes(std::span(buffer_).subspan(end_))));
    end_ += count;
    co_return count;
  }

  Source from_;
  std::string buffer_;
  std::size_t begin_ = 0; ///< of what is kept
  std::size_t end_ = 0;
};

template <class Source> buffered_reader(Source &&) -> buffered_reader<Source>;

/// As buffered_reader::read_until.
template <class Source>
COROLINT_CHECKPOINT
COROLINT_CANCEL_SAFE task<result<std::string, std::error_code>>
read_until(buffered_reader<Source> &from, std::string delimiter,
           std::size_t limit) {
  return from.read_until(std::move(delimiter), limit);
}

} // namespace corolint::rt

#endif
