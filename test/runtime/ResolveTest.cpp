#include "corolint/rt/resolve.hpp"
#include "Support.h"
#include "corolint/rt/io_error.hpp"
#include "corolint/rt/ip_endpoint.hpp"
#include "corolint/rt/spawn.hpp"
#include <algorithm>
#include <gtest/gtest.h>
#include <netdb.h>

namespace rt = corolint::rt;

namespace {

TEST(IpEndpoint, ParsesWhatItPrints) {
  for (const char *text : {"127.0.0.1:80", "0.0.0.0:0", "[::1]:443",
                           "[2001:db8::ff]:65535", "192.0.2.7:1"}) {
    const auto parsed = rt::ip_endpoint::parse(text);
    ASSERT_TRUE(parsed) << text;
    EXPECT_EQ(parsed->to_string(), text);
  }
  EXPECT_EQ(rt::ip_endpoint::parse("127.0.0.1:80"),
            rt::ip_endpoint::loopback(80));
  EXPECT_EQ(rt::ip_endpoint::parse("[::1]:80"),
            rt::ip_endpoint::loopback_v6(80));
  EXPECT_EQ(rt::ip_endpoint::parse("::", 9), rt::ip_endpoint::any_v6(9));
  EXPECT_EQ(rt::ip_endpoint(), rt::ip_endpoint::any(0));
  EXPECT_NE(rt::ip_endpoint::any(1), rt::ip_endpoint::any(2));
}

TEST(IpEndpoint, RefusesWhatIsNone) {
  for (const char *text :
       {"", ":", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1",
        "127.0.0.1:80x", "127.0.0.1: 80", "[127.0.0.1]:80", "::1:80", "[::1]",
        "[]:80", "localhost:80", "300.0.0.1:80", "[::1:80"})
    EXPECT_FALSE(rt::ip_endpoint::parse(text)) << text;
}

TEST(Resolve, FindsThisHost) {
  on_each_runtime([]() -> rt::task<> {
    const auto found = (co_await rt::resolve("localhost", "8080")).value();
    EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](const auto &each) {
      return each == rt::ip_endpoint::loopback(8080) ||
             each == rt::ip_endpoint::loopback_v6(8080);
    }));
    const auto here = (co_await rt::resolve("", "80")).value();
    EXPECT_FALSE(here.empty());
  });
}

TEST(Resolve, TakesAddressesAsTheyAre) {
  on_each_runtime([]() -> rt::task<> {
    const auto four = (co_await rt::resolve("192.0.2.1", "7")).value();
    EXPECT_EQ(four.size(), 1u);
    EXPECT_EQ(four.front(), rt::ip_endpoint::parse("192.0.2.1:7").value());
    const auto six = (co_await rt::resolve("::1", "7")).value();
    EXPECT_EQ(six.front(), rt::ip_endpoint::loopback_v6(7));
  });
}

TEST(Resolve, SaysWhyThereIsNone) {
  on_each_runtime([]() -> rt::task<> {
    const auto none = co_await rt::resolve("127.0.0.1", "no-such-service");
    EXPECT_FALSE(none);
    EXPECT_EQ(none.error().category(), rt::resolve_category());
    EXPECT_EQ(none.error().message(), ::gai_strerror(EAI_SERVICE));
  });
}

TEST(Resolve, DoesNotHoldUpWhoIsStopped) {
  on_each_runtime([]() -> rt::task<> {
    for (int i = 0; i != 20; ++i) {
      auto asking = rt::spawn(rt::resolve("127.0.0.1", "80"));
      if (i % 2 == 0)
        co_await rt::sleep_for(std::chrono::milliseconds(0));
      asking.abort();
      co_await until([&] { return asking.is_done(); });
    }
  });
}

} // namespace
