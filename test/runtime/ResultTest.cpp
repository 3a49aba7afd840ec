#include "corolint/rt/result.hpp"
#include "Support.h"
#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace rt = corolint::rt;

namespace {

enum class error { empty, too_long };
using text = rt::result<std::string, error>;

text checked(std::string from) {
  if (from.empty())
    return rt::failure(error::empty);
  return from;
}

TEST(Result, HasAValueOrAnError) {
  EXPECT_TRUE(checked("a").has_value());
  EXPECT_EQ(*checked("a"), "a");
  EXPECT_EQ(checked("a")->size(), 1u);
  EXPECT_FALSE(checked(""));
  EXPECT_EQ(checked("").error(), error::empty);
  EXPECT_EQ(checked("").value_or("b"), "b");
}

TEST(Result, ThrowsIfAValueIsAskedForThatIsNotThere) {
  EXPECT_THROW(static_cast<void>(checked("").value()), rt::bad_result);
  EXPECT_EQ(checked("a").value(), "a");
  rt::result<void, error> nothing = rt::failure(error::empty);
  EXPECT_THROW(nothing.value(), rt::bad_result);
}

TEST(Result, HandsItsErrorThroughAChain) {
  auto length = [](std::string from) -> rt::result<int, error> {
    if (from.size() > 3)
      return rt::failure(error::too_long);
    return static_cast<int>(from.size());
  };
  EXPECT_EQ(*checked("abc").and_then(length), 3);
  EXPECT_EQ(checked("abcd").and_then(length).error(), error::too_long);
  EXPECT_EQ(checked("").and_then(length).error(), error::empty);
  EXPECT_EQ(*checked("ab").transform([](std::string s) { return s + s; }),
            "abab");
  EXPECT_EQ(*checked("").or_else([](error) { return text("instead"); }),
            "instead");
}

TEST(Result, HoldsWhatOnlyMoves) {
  rt::result<std::unique_ptr<int>, error> owned = std::make_unique<int>(3);
  std::unique_ptr<int> taken = *std::move(owned);
  EXPECT_EQ(*taken, 3);
}

rt::task<text> fetch(bool there) {
  if (!there)
    co_return rt::failure(error::empty);
  co_return "page";
}
rt::task<rt::result<std::size_t, error>> length(bool there) {
  COROLINT_TRY(const std::string page, co_await fetch(there));
  COROLINT_TRY(const std::string again, co_await fetch(there));
  co_return page.size() + again.size();
}
rt::task<rt::result<void, error>> store(bool there) {
  COROLINT_TRY_VOID(co_await length(there));
  co_return rt::result<void, error>();
}

TEST(Try, TakesTheValueOrReturnsTheError) {
  on_each_runtime([]() -> rt::task<> {
    EXPECT_EQ(*co_await length(true), 8u);
    EXPECT_EQ((co_await length(false)).error(), error::empty);
    EXPECT_TRUE((co_await store(true)).has_value());
    EXPECT_EQ((co_await store(false)).error(), error::empty);
  });
}

} // namespace
