#include "Support.h"
#include "corolint/rt/stream_operations.hpp"
#include "corolint/rt/yield.hpp"
#include <memory>
#include <numeric>
#include <ranges>
#include <stdexcept>
#include <string>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

using numbers = std::vector<int>;

rt::stream<int> counting(int &asked) {
  for (;;) {
    co_await rt::yield();
    co_yield asked++;
  }
}

numbers up_to(int end) {
  numbers all(static_cast<std::size_t>(end));
  std::iota(all.begin(), all.end(), 0);
  return all;
}

TEST(StreamOperations, TakeTheFirstValuesAndAskForNoMore) {
  on_each_runtime([]() -> rt::task<> {
    int asked = 0;
    const auto some = co_await (counting(asked) | rt::take(3) | rt::collect());
    EXPECT_EQ(some, up_to(3));
    EXPECT_EQ(asked, 3);
    EXPECT_TRUE(
        (co_await (counting(asked) | rt::take(0) | rt::collect())).empty());
    EXPECT_EQ(asked, 3);
    const auto all = co_await (up_to(2) | rt::take(5) | rt::collect());
    EXPECT_EQ(all, up_to(2));
  });
}

TEST(StreamOperations, TransformAndFilterValues) {
  on_each_runtime([]() -> rt::task<> {
    const auto is_even = [](int number) { return number % 2 == 0; };
    const auto as_text = [](int number) { return std::to_string(number); };
    const auto texts = co_await (up_to(7) | rt::filter(is_even) |
                                 rt::transform(as_text) | rt::collect());
    EXPECT_EQ(texts.size(), 4u);
    EXPECT_EQ(texts.front() + texts.back(), "06");
  });
}

TEST(StreamOperations, CollectChunksOfWhichTheLastMayBeShorter) {
  on_each_runtime([]() -> rt::task<> {
    const auto chunks = co_await (up_to(5) | rt::chunks(2) | rt::collect());
    EXPECT_EQ(chunks.size(), 3u);
    EXPECT_EQ(chunks[0], up_to(2));
    EXPECT_EQ(chunks[2], numbers(1, 4));
    EXPECT_TRUE((co_await (numbers() | rt::chunks(2) | rt::collect())).empty());
    EXPECT_THROW((void)rt::chunks(0), std::invalid_argument);
  });
}

TEST(StreamOperations, MoveWhatAContainerHoldsAndCopyWhatAViewShows) {
  on_each_runtime([]() -> rt::task<> {
    std::vector<std::unique_ptr<int>> owned;
    owned.push_back(std::make_unique<int>(5));
    const auto moved = co_await (std::move(owned) | rt::collect());
    EXPECT_EQ(*moved.front(), 5);
    const auto kept = up_to(3);
    EXPECT_EQ(co_await (kept | rt::collect()), kept);
    std::vector<std::string> texts(2, "a text that is not short enough");
    const auto copies = co_await (std::views::all(texts) | rt::collect());
    EXPECT_EQ(copies, texts);
    EXPECT_EQ(co_await (std::views::iota(0, 3) | rt::collect()), kept);
  });
}

TEST(StreamOperations, CallAFunctionForEachValue) {
  on_each_runtime([]() -> rt::task<> {
    int sum = 0;
    const auto add = [&sum](int number) { sum += number; };
    co_await (up_to(4) | rt::for_each(add));
    EXPECT_EQ(sum, 6);
    const auto add_later = [&sum](int number) -> rt::task<> {
      co_await rt::yield();
      sum += number;
    };
    co_await (up_to(4) | rt::for_each(add_later));
    EXPECT_EQ(sum, 12);
  });
}

TEST(StreamOperations, KeepTheFunctionOfTasksThatRunLater) {
  on_each_runtime([]() -> rt::task<> {
    auto text = std::make_shared<std::string>("-");
    auto named = [text](int number) -> rt::task<std::string> {
      co_await rt::yield();
      co_return *text + std::to_string(number);
    };
    auto tasks =
        co_await (up_to(3) | rt::transform(std::move(named)) | rt::collect());
    // The stream has gone.
    EXPECT_EQ(co_await std::move(tasks[2]), "-2");
    tasks.clear();
    EXPECT_EQ(text.use_count(), 1);
  });
}

TEST(StreamOperations, HandTheStreamToABodyThatIsKept) {
  on_each_runtime([]() -> rt::task<> {
    auto text = std::make_shared<int>(10);
    auto body = [text](rt::stream<int> from) -> rt::task<int> {
      int sum = *text;
      while (auto number = co_await from.next())
        sum += *number;
      co_return sum;
    };
    const int sum = co_await (up_to(4) | rt::consume(std::move(body)));
    EXPECT_EQ(sum, 16);
  });
}

TEST(StreamOperations, HandFailuresOn) {
  on_each_runtime([]() -> rt::task<> {
    const auto fails = [](int number) {
      return number == 2 ? throw std::runtime_error("two") : number;
    };
    auto failing = up_to(4) | rt::transform(fails) | rt::take(4);
    EXPECT_EQ(*co_await failing.next(), 0);
    EXPECT_EQ(*co_await failing.next(), 1);
    EXPECT_THROW((void)co_await failing.next(), std::runtime_error);
    EXPECT_FALSE(co_await failing.next());
  });
}

} // namespace
