// Streams whose values are made at the same time.
//
// Tasks that make values run while their consumer does something else, and
// somebody has to await them when it has had enough: a destructor cannot. So a
// concurrent_stream has no next(). It ends in one operation (collect, for_each,
// consume), which runs the tasks and the consumer as its branches, and stops
// and awaits the tasks when the consumer is done.
//
//     auto pages = co_await (from_range(urls) | transform(fetch) |
//                            buffer_unordered(10) | collect());

#ifndef COROLINT_RT_STREAM_CONCURRENT_HPP
#define COROLINT_RT_STREAM_CONCURRENT_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/channel.hpp"
#include "corolint/rt/detail/branches.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/lost_failure.hpp"
#include "corolint/rt/oneshot.hpp"
#include "corolint/rt/stream_operations.hpp"
#include <concepts>
#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace corolint::rt {

namespace detail {

/// A value on its way to the consumer, or why there is none.
template <class T> using delivery = result<T, std::exception_ptr>;

/// A stream that several tasks ask in turns: it goes from one to the other.
template <class T> class shared_source {
public:
  explicit shared_source(stream<T> source) : turns_(channel<stream<T>>(1)) {
    (void)turns_.first.try_send(std::move(source));
  }

  /// \p in_turn is called if there is a value, or a failure, before anybody
  /// else gets the one after it.
  template <class F> task<std::optional<T>> next(F in_turn) {
    std::optional<stream<T>> source = co_await turns_.second.receive();
    if (!source)
      co_return std::nullopt;
    std::optional<T> value;
    try {
      value = co_await source->next();
    } catch (...) {
      turns_.first.close();
      in_turn();
      throw;
    }
    if (value) {
      in_turn();
      (void)turns_.first.try_send(*std::move(source));
    } else {
      turns_.first.close();
    }
    co_return value;
  }
  task<std::optional<T>> next() {
    return next([] {});
  }

private:
  std::pair<sender<stream<T>>, receiver<stream<T>>> turns_;
};

/// Makes values by awaiting tasks, several at a time.
template <class T> class buffering {
public:
  using value_type = regular<T>;
  using output = sender<delivery<value_type>>;

  buffering(stream<task<T>> work, std::size_t limit, bool in_order)
      : work_(std::move(work)), limit_(limit), in_order_(in_order) {}

  static task<void> run(buffering self, output into) {
    shared shared(std::move(self.work_), std::move(into), self.in_order_);
    std::vector<task<void>> lanes;
    for (std::size_t i = 0; i != self.limit_; ++i)
      lanes.push_back(lane(shared));
    co_await join_all(std::move(lanes));
  }

private:
  struct shared {
    shared(stream<task<T>> work, output into, bool in_order)
        : source(std::move(work)), into(std::move(into)), in_order(in_order) {}

    shared_source<task<T>> source;
    output into;
    bool in_order;
    /// Closed when the value that was begun last is delivered. The lane that
    /// has the source may touch it.
    oneshot_receiver<std::monostate> delivered;
  };

  static task<void> lane(shared &with) {
    for (;;) {
      oneshot_receiver<std::monostate> before;
      oneshot_sender<std::monostate> mine; // dropped when this one is delivered
      std::optional<delivery<value_type>> made;
      try {
        std::optional<task<T>> work = co_await with.source.next([&] {
          if (!with.in_order)
            return;
          auto [sent, delivered] = oneshot<std::monostate>();
          mine = std::move(sent);
          before = std::exchange(with.delivered, std::move(delivered));
        });
        if (!work)
          co_return;
        if constexpr (std::is_void_v<T>) {
          co_await *std::move(work);
          made.emplace(std::monostate());
        } else {
          made.emplace(co_await *std::move(work));
        }
      } catch (...) {
        made.emplace(failure(std::current_exception()));
      }
      if (before)
        (void)co_await std::move(before);
      if (!co_await with.into.send(*std::move(made)))
        co_return;
    }
  }

  stream<task<T>> work_;
  std::size_t limit_;
  bool in_order_;
};

/// Takes the values of several streams as they come.
template <class T> class merging {
public:
  using value_type = T;
  using output = sender<delivery<T>>;

  explicit merging(std::vector<stream<T>> sources)
      : sources_(std::move(sources)) {}

  static task<void> run(merging self, output into) {
    const output kept = std::move(into); // until here, not in the frame
    std::vector<task<void>> lanes;
    for (stream<T> &each : self.sources_)
      lanes.push_back(lane(std::move(each), kept));
    co_await join_all(std::move(lanes));
  }

private:
  static task<void> lane(stream<T> source, const output &into) {
    std::exception_ptr thrown;
    try {
      while (std::optional<T> value = co_await source.next())
        if (!co_await into.send(*std::move(value)))
          co_return;
    } catch (...) {
      thrown = std::current_exception();
    }
    if (thrown)
      (void)co_await into.send(failure(std::move(thrown)));
  }

  std::vector<stream<T>> sources_;
};

/// The end at which the consumer takes them.
template <class T> stream<T> delivered(receiver<delivery<T>> from) {
  while (std::optional<delivery<T>> next = co_await from.receive()) {
    if (!*next)
      std::rethrow_exception(std::move(*next).error());
    co_yield **std::move(next);
  }
}

/// Producers and their consumer. The end of the consumer is the end of all.
template <class T>
class [[nodiscard]] COROLINT_MUST_AWAIT consume_operation final
    : public branches_operation<branch_pack<void, T>> {
public:
  consume_operation(task<void> &&producers, task<T> &&consumer)
      : branches_operation<branch_pack<void, T>>(false, std::move(producers),
                                                 std::move(consumer)) {}

  T await_resume() {
    if (branch_base *failed = failure_.get())
      failed->rethrow();
    return this->branches_.template get<1>().result().take();
  }

private:
  void branch_ended(branch_base &ended) noexcept final {
    const bool failed = ended.has_failed();
    if (failed && !failure_.offer(ended))
      report_lost_failure(ended.take_failure());
    // Failures of what they produce do not come out of the producers.
    if (failed || &ended != &this->branches_[0])
      this->stop_branches(&ended);
  }

  first_failure failure_;
};

/// Runs \p Drive, and the task that \p consumer returns for its values.
template <class Drive, class F>
auto run_concurrently(Drive drive, F consumer)
    -> std::invoke_result_t<F, stream<typename Drive::value_type>> {
  auto [into, from] = channel<delivery<typename Drive::value_type>>(0);
  auto consuming = std::invoke(std::move(consumer), delivered(std::move(from)));
  co_return co_await consume_operation<
      typename decltype(consuming)::value_type>(
      Drive::run(std::move(drive), std::move(into)), std::move(consuming));
}

} // namespace detail

/// Values that several tasks make at the same time: \p Drive says how, \p Shape
/// what becomes of the stream of them.
///
/// Starts: when the operation at its end is awaited. Dropped: never runs. Is
/// followed by operations on streams, one of which ends it and returns a task.
/// Moves, does not copy. Not thread-safe.
///
/// What is thrown by a task, or by the stream that it comes from, comes out of
/// next() in the consumer, which is at the end of the stream then.
template <class Drive, class Shape = std::identity>
class [[nodiscard]] COROLINT_MUST_AWAIT concurrent_stream {
public:
  explicit concurrent_stream(Drive drive, Shape shape = {})
      : drive_(std::move(drive)), shape_(std::move(shape)) {}
  concurrent_stream(concurrent_stream &&) = default;
  concurrent_stream &operator=(concurrent_stream &&) = default;

  template <class F>
  friend auto operator|(COROLINT_CONSUMES concurrent_stream source,
                        detail::stage<F> next) {
    auto shape = [first = std::move(source.shape_),
                  then = std::move(next.apply)](
                     stream<typename Drive::value_type> values) mutable {
      return std::move(then)(std::move(first)(std::move(values)));
    };
    using shape_type = decltype(shape);
    using made =
        std::invoke_result_t<shape_type, stream<typename Drive::value_type>>;
    if constexpr (detail::is_task<made>)
      return detail::run_concurrently(std::move(source.drive_),
                                      std::move(shape));
    else if constexpr (detail::is_stream<made>)
      return concurrent_stream<Drive, shape_type>(std::move(source.drive_),
                                                  std::move(shape));
    else
      return typename made::template behind<Drive, shape_type>(
          {std::move(source.drive_), std::move(shape)});
  }

  /// This drive behind another one, whose values \p Before makes it of.
  template <class First, class Before> struct chain {
    static_assert(std::same_as<Shape, std::identity>);
    using value_type = typename Drive::value_type;

    static task<void> run(chain self,
                          sender<detail::delivery<value_type>> into) {
      return detail::run_concurrently(
          std::move(self.first),
          [before = std::move(self.before), into = std::move(into)](
              stream<typename First::value_type> values) mutable {
            return Drive::run(std::move(before)(std::move(values)).drive_,
                              std::move(into));
          });
    }

    First first;
    Before before;
  };
  template <class First, class Before>
  using behind = concurrent_stream<chain<First, Before>>;

private:
  Drive drive_;
  [[no_unique_address]] Shape shape_;
};

/// Awaits the tasks of a stream or range, \p limit of them at the same time at
/// most, and gives their values in the order of the tasks; std::monostate for
/// void. A task that has ended and whose value waits for its turn, or for the
/// consumer, counts. Throws std::invalid_argument if \p limit is 0.
COROLINT_CONCURRENT inline auto buffered(std::size_t limit) {
  return detail::stage{
      [limit = detail::at_least_one(limit)]<class T>(stream<task<T>> work) {
        return concurrent_stream(
            detail::buffering<T>(std::move(work), limit, true));
      }};
}

/// The same, but the values come in the order in which the tasks end.
COROLINT_CONCURRENT inline auto buffer_unordered(std::size_t limit) {
  return detail::stage{
      [limit = detail::at_least_one(limit)]<class T>(stream<task<T>> work) {
        return concurrent_stream(
            detail::buffering<T>(std::move(work), limit, false));
      }};
}

/// The values of all \p more streams as they come. All streams run at the same
/// time.
template <class T, class... More>
  requires(std::same_as<T, More> && ...)
COROLINT_CONCURRENT auto
merge(COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES stream<T> first,
      COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES stream<More>... more) {
  std::vector<stream<T>> sources;
  sources.reserve(1 + sizeof...(More));
  sources.push_back(std::move(first));
  (sources.push_back(std::move(more)), ...);
  return concurrent_stream(detail::merging<T>(std::move(sources)));
}

namespace detail {

template <class T, class F>
task<void> for_each_lane(shared_source<T> &source, F &f) {
  while (std::optional<T> value = co_await source.next())
    co_await std::invoke(f, *std::move(value));
}

template <class T, class F>
task<void> for_each_at_once(stream<T> source, std::size_t limit, F f) {
  shared_source<T> shared(std::move(source));
  std::vector<task<void>> lanes;
  for (std::size_t i = 0; i != limit; ++i)
    lanes.push_back(for_each_lane(shared, f));
  co_await try_join_all(std::move(lanes));
}

} // namespace detail

/// A task that calls \p f with each value and awaits the task that it returns,
/// \p limit of them at the same time at most. The first failure stops the
/// others, which are awaited. Throws std::invalid_argument if \p limit is 0.
template <class F>
COROLINT_CONCURRENT auto for_each_concurrent(std::size_t limit,
                                             COROLINT_SPAWNS_SCOPED F f) {
  return detail::stage{[limit = detail::at_least_one(limit),
                        f = std::move(f)]<class T>(stream<T> source) mutable {
    return detail::for_each_at_once(std::move(source), limit, std::move(f));
  }};
}

} // namespace corolint::rt

#endif
