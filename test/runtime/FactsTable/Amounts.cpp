// concurrent: two pieces of work that need each other to go on come to their
// end. unbounded: takes what nobody takes out, and the source does not wait.

#include "Work.h"
#include "corolint/rt/event.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/select.hpp"
#include "corolint/rt/stream_concurrent.hpp"
#include "corolint/rt/unbounded_channel.hpp"
#include <vector>

namespace {

/// Two tasks of which each waits for the other one to have begun.
class pair_of_tasks {
public:
  rt::task<> first() { return meets(first_began_, second_began_); }
  rt::task<> second() { return meets(second_began_, first_began_); }
  std::vector<rt::task<>> both() {
    std::vector<rt::task<>> all;
    all.push_back(first());
    all.push_back(second());
    return all;
  }
  rt::stream<rt::task<>> stream_of_both() {
    co_yield first();
    co_yield second();
  }
  bool have_met() const {
    return first_began_.is_set() && second_began_.is_set();
  }

private:
  static rt::task<> meets(rt::event &mine, rt::event &others) {
    const counted alive;
    mine.set();
    co_await others.wait();
  }

  rt::event first_began_, second_began_;
};

/// Expects that both tasks run at the same time in what \p make makes of them.
template <class Make> void expect_concurrent(Make make) {
  on_one_thread([&]() -> rt::task<> {
    pair_of_tasks tasks;
    static_cast<void>(co_await make(tasks));
    EXPECT_TRUE(tasks.have_met());
  });
}

} // namespace

FACT(concurrent, "buffer_unordered") {
  expect_concurrent([](pair_of_tasks &tasks) {
    return tasks.stream_of_both() | rt::buffer_unordered(2) | rt::collect();
  });
}

FACT(concurrent, "buffered") {
  expect_concurrent([](pair_of_tasks &tasks) {
    return tasks.stream_of_both() | rt::buffered(2) | rt::collect();
  });
}

FACT(concurrent, "for_each_concurrent") {
  expect_concurrent([](pair_of_tasks &tasks) {
    return tasks.stream_of_both() |
           rt::for_each_concurrent(2, [](rt::task<> each) { return each; });
  });
}

FACT(concurrent, "join") {
  expect_concurrent([](pair_of_tasks &tasks) {
    return rt::join(tasks.first(), tasks.second());
  });
}

FACT(concurrent, "join_all") {
  expect_concurrent(
      [](pair_of_tasks &tasks) { return rt::join_all(tasks.both()); });
}

FACT(concurrent, "merge") {
  auto value_after = [](rt::task<> work) -> rt::stream<int> {
    co_await std::move(work);
    co_yield 1;
  };
  expect_concurrent([&](pair_of_tasks &tasks) {
    return rt::merge(value_after(tasks.first()), value_after(tasks.second())) |
           rt::collect();
  });
}

FACT(concurrent, "race") {
  expect_concurrent([](pair_of_tasks &tasks) {
    return rt::race(tasks.first(), tasks.second());
  });
  expect_concurrent(
      [](pair_of_tasks &tasks) { return rt::race(tasks.both()); });
}

FACT(concurrent, "select") {
  expect_concurrent([](pair_of_tasks &tasks) {
    return rt::select(tasks.first(), tasks.second());
  });
}

FACT(concurrent, "try_join") {
  expect_concurrent([](pair_of_tasks &tasks) {
    return rt::try_join(tasks.first(), tasks.second());
  });
}

FACT(concurrent, "try_join_all") {
  expect_concurrent(
      [](pair_of_tasks &tasks) { return rt::try_join_all(tasks.both()); });
}

namespace {

constexpr int many = 100'000;

/// Expects that \p many values go in before any comes out.
void expect_takes_many(const rt::unbounded_sender<int> &to,
                       const rt::unbounded_receiver<int> &from) {
  for (int i = 0; i != many; ++i)
    ASSERT_TRUE(to.send(i));
  EXPECT_EQ(from.size(), std::size_t(many));
}

} // namespace

FACT(unbounded, "unbounded_channel") {
  auto [to, from] = rt::unbounded_channel<int>();
  expect_takes_many(to, from);
}

FACT(unbounded, "unbounded_sender") {
  auto [to, from] = rt::unbounded_channel<int>();
  const rt::unbounded_sender<int> copy = to;
  expect_takes_many(copy, from);
}

FACT(unbounded, "unbounded_sender::send") {
  auto [to, from] = rt::unbounded_channel<int>();
  on_one_thread([&to = to]() -> rt::task<> {
    bool other_ran = false;
    auto other = rt::spawn_local(sets(other_ran));
    for (int i = 0; i != many; ++i)
      EXPECT_TRUE(to.send(i));
    EXPECT_FALSE(other_ran);
    co_await std::move(other);
  });
  EXPECT_EQ(from.size(), std::size_t(many));
}
