// What can be made of a stream, one value after the other. Written behind it:
//
//     co_await (from_range(pages) | filter(is_new) | take(10) | collect());

#ifndef COROLINT_RT_STREAM_OPERATIONS_HPP
#define COROLINT_RT_STREAM_OPERATIONS_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/stream.hpp"
#include "corolint/rt/task.hpp"
#include <concepts>
#include <cstddef>
#include <functional>
#include <optional>
#include <ranges>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

namespace corolint::rt {

/// The elements of \p range, which it keeps: pass what outlives the stream as a
/// view. Of a container the elements are moved, of a view copied.
template <std::ranges::input_range Range>
stream<std::ranges::range_value_t<Range>> from_range(Range range) {
  for (auto &&each : range)
    if constexpr (std::ranges::view<Range>)
      co_yield std::ranges::range_value_t<Range>(
          std::forward<decltype(each)>(each));
    else
      co_yield std::ranges::range_value_t<Range>(std::move(each));
}

namespace detail {

/// What stands at the right of `|`: a function of the stream at the left.
template <class F> struct stage {
  F apply;
};
template <class F> stage(F) -> stage<F>;

template <class T, class F>
auto operator|(COROLINT_CONSUMES stream<T> source, stage<F> next) {
  return std::move(next.apply)(std::move(source));
}

template <class Range, class F>
  requires std::ranges::input_range<std::remove_cvref_t<Range>>
auto operator|(COROLINT_CONSUMES Range &&source, stage<F> next) {
  return from_range<std::remove_cvref_t<Range>>(std::forward<Range>(source)) |
         std::move(next);
}

template <class T> stream<T> take_from(stream<T> source, std::size_t count) {
  for (; count != 0; --count) {
    std::optional<T> value = co_await source.next();
    if (!value)
      co_return;
    co_yield *std::move(value);
  }
}

/// What \p F makes of a \p T. A task keeps the callable and the value: it may
/// run when the stream has gone on, or has gone.
template <class F, class T> auto transformed(F &f, T &&value) {
  if constexpr (is_task<std::invoke_result_t<F &, T>>)
    return call_with<F, T>(f, std::move(value));
  else
    return std::invoke(f, std::move(value));
}

template <class T, class F>
stream<decltype(transformed(std::declval<F &>(), std::declval<T>()))>
transform_each(stream<T> source, F f) {
  while (std::optional<T> value = co_await source.next())
    co_yield transformed(f, *std::move(value));
}

template <class T, class P>
stream<T> filter_from(stream<T> source, P predicate) {
  while (std::optional<T> value = co_await source.next())
    if (std::invoke(predicate, std::as_const(*value)))
      co_yield *std::move(value);
}

template <class T>
stream<std::vector<T>> chunks_of(stream<T> source, std::size_t size) {
  std::vector<T> chunk;
  while (std::optional<T> value = co_await source.next()) {
    chunk.push_back(*std::move(value));
    if (chunk.size() == size)
      co_yield std::exchange(chunk, {});
  }
  if (!chunk.empty())
    co_yield std::move(chunk);
}

template <class T> task<std::vector<T>> collect_from(stream<T> source) {
  std::vector<T> all;
  while (std::optional<T> value = co_await source.next())
    all.push_back(*std::move(value));
  co_return all;
}

template <class T, class F> task<void> for_each_of(stream<T> source, F f) {
  while (std::optional<T> value = co_await source.next())
    if constexpr (is_task<std::invoke_result_t<F &, T>>)
      co_await std::invoke(f, *std::move(value));
    else
      std::invoke(f, *std::move(value));
}

/// Throws std::invalid_argument for 0, which would wait for ever.
std::size_t at_least_one(std::size_t count);

} // namespace detail

/// The first \p count values. The stream is not asked for more.
inline auto take(std::size_t count) {
  return detail::stage{[count]<class T>(stream<T> source) {
    return detail::take_from(std::move(source), count);
  }};
}

/// What \p f makes of each value. If that is a task then it is not awaited
/// here, see buffered(); it has a copy of \p f, so that a lambda with captures
/// is safe.
template <class F> auto transform(F f) {
  return detail::stage{[f = std::move(f)]<class T>(stream<T> source) mutable {
    return detail::transform_each(std::move(source), std::move(f));
  }};
}

/// The values for which \p predicate is true.
template <class P> auto filter(P predicate) {
  return detail::stage{
      [predicate = std::move(predicate)]<class T>(stream<T> source) mutable {
        return detail::filter_from(std::move(source), std::move(predicate));
      }};
}

/// Vectors of \p size values each; the last one may be shorter. Throws
/// std::invalid_argument if \p size is 0.
inline auto chunks(std::size_t size) {
  return detail::stage{
      [size = detail::at_least_one(size)]<class T>(stream<T> source) {
        return detail::chunks_of(std::move(source), size);
      }};
}

/// A task that gives all values in a vector. To be stopped at it loses those
/// that it has.
inline auto collect() {
  return detail::stage{[]<class T>(stream<T> source) {
    return detail::collect_from(std::move(source));
  }};
}

/// A task that calls \p f with each value, and awaits what it returns if that
/// is a task.
template <class F> auto for_each(F f) {
  return detail::stage{[f = std::move(f)]<class T>(stream<T> source) mutable {
    return detail::for_each_of(std::move(source), std::move(f));
  }};
}

/// The task that \p body returns for the stream. It keeps \p body.
template <class F> auto consume(F body) {
  return detail::stage{[body = std::move(body)]<class T>(
                           stream<T> source) mutable {
    return detail::call_with<F, stream<T>>(std::move(body), std::move(source));
  }};
}

} // namespace corolint::rt

#endif
