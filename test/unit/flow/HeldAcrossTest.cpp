// Which locks are held at a suspension.

#include "flow/HeldAcross.h"
#include "Snippet.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

const char *const Yaml = R"(types:
  - {names: [mutex], mutex: thread}
  - {names: [guard, unique], guard: by-mutex}
  - {names: [defer], guard-tag: defer}
)";

/// "name 1" or "name may 2": the lock and the number of its suspensions.
Texts held(StringRef Body, StringRef Before = "") {
  Snippet S(("#include \"task.h\"\n#include <utility>\n"
             "struct mutex { void lock(); bool try_lock(); void unlock(); };"
             "struct defer {};"
             "template <class M> struct guard { explicit guard(M &);"
             "  ~guard(); };"
             "template <class M> struct unique { explicit unique(M &);"
             "  unique(M &, defer); unique(unique &&); ~unique();"
             "  void lock(); void unlock(); };"
             "mutex m, n; bool b();" +
             Before + "Task test() {" + Body + "}")
                .str(),
            Yaml);
  Texts Found;
  for (const HeldLock &Held : findHeldAcross(S.function("test"), S.model()))
    Found.push_back(Held.Lock.Name + (Held.Certain ? " " : " may ") +
                    std::to_string(Held.Points.size()));
  return Found;
}

} // namespace

TEST(HeldAcross, FindsAGuardAndItsSuspensions) {
  EXPECT_EQ(held("guard g(m); co_await step(); co_await step();"),
            Texts{"g 2"});
}

TEST(HeldAcross, EndsWithTheScope) {
  EXPECT_EQ(held("{ guard g(m); } co_await step();"), Texts{});
  EXPECT_EQ(held("co_await step(); guard g(m);"), Texts{});
}

TEST(HeldAcross, FollowsUnlockAndLock) {
  EXPECT_EQ(held("unique g(m); g.unlock(); co_await step();"), Texts{});
  EXPECT_EQ(held("unique g(m, defer{}); co_await step(); g.lock();"), Texts{});
  EXPECT_EQ(held("unique g(m, defer{}); g.lock(); co_await step();"),
            Texts{"g 1"});
}

TEST(HeldAcross, SaysMayWhereOnlySomePathsHold) {
  EXPECT_EQ(held("unique g(m); if (b()) g.unlock(); co_await step();"),
            Texts{"g may 1"});
}

TEST(HeldAcross, FollowsTheMoveOfAGuard) {
  EXPECT_EQ(held("unique g(m); { unique h(std::move(g)); } co_await step();"),
            Texts{});
  EXPECT_EQ(held("unique g(m); unique h(std::move(g)); co_await step();"),
            Texts{"h 1"});
}

TEST(HeldAcross, FollowsMutexesLockedByHand) {
  EXPECT_EQ(held("m.lock(); co_await step(); m.unlock();"), Texts{"m 1"});
  EXPECT_EQ(held("m.lock(); m.unlock(); co_await step();"), Texts{});
  EXPECT_EQ(held("m.lock(); n.unlock(); co_await step(); m.unlock();"),
            Texts{"m 1"});
}

TEST(HeldAcross, AsksTheOutcomeOfAnAttempt) {
  EXPECT_EQ(held("if (m.try_lock()) { co_await step(); m.unlock(); }"),
            Texts{"m 1"});
  EXPECT_EQ(held("if (!m.try_lock()) { co_await step(); co_return; }"
                 "m.unlock();"),
            Texts{});
}

TEST(HeldAcross, FindsTheSecondRoundOfALoop) {
  EXPECT_EQ(held("unique g(m, defer{});"
                 "while (b()) { co_await step(); g.lock(); }"),
            Texts{"g may 1"});
}

TEST(HeldAcross, DoesNotCountAwaitsThatNeverSuspend) {
  EXPECT_EQ(held("guard g(m); co_await std::suspend_never{};"), Texts{});
}

TEST(HeldAcross, IsSilentAboutWhatEscapes) {
  EXPECT_EQ(held("unique g(m); keep(g); co_await step();",
                 "void keep(unique<mutex> &);"),
            Texts{});
}

TEST(HeldAcross, CountsAYield) {
  EXPECT_EQ(held("guard g(m); co_yield 1;"), Texts{"g 1"});
}
