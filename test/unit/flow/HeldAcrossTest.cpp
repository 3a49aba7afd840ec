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
  - {names: [tries], guard-tag: try}
)";

/// A coroutine `test` and the locks that it holds.
struct Holding : Snippet {
  explicit Holding(StringRef Body, StringRef Before = "",
                   StringRef Parameters = "")
      : Snippet(
            ("#include \"task.h\"\n#include <utility>\n"
             "struct mutex { void lock(); bool try_lock(); void unlock(); };"
             "struct defer {}; struct tries {};"
             "template <class M> struct guard { explicit guard(M &);"
             "  ~guard(); };"
             "template <class M> struct unique { explicit unique(M &);"
             "  unique(M &, defer); unique(M &, tries); unique(unique &&);"
             "  ~unique(); void lock(); void unlock(); };"
             "mutex m, n; bool b();" +
             Before + "Task test(" + Parameters + ") {" + Body + "}")
                .str(),
            Yaml),
        Locks(findHeldAcross(function("test"), model())) {}

  std::vector<HeldLock> Locks;
};

/// "name 1" or "name may 2": the lock and the number of its suspensions.
Texts held(StringRef Body, StringRef Before = "", StringRef Parameters = "") {
  Texts Found;
  for (const HeldLock &Held : Holding(Body, Before, Parameters).Locks)
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

TEST(HeldAcross, TellsTheGuardAndThePlacesOfItsSuspensions) {
  Holding S("co_await step(0);\nguard g(m);\nco_await step(1);\n"
            "co_yield 2;\n");
  ASSERT_EQ(S.Locks.size(), 1u);
  const HeldLock &Held = S.Locks[0];
  EXPECT_EQ(Held.Lock.Kind, LockObject::How::GuardVariable);
  EXPECT_EQ(S.from(Held.Lock.Where), "g(m);");
  ASSERT_EQ(Held.Points.size(), 2u);
  EXPECT_EQ(S.from(Held.Points[0].Where), "co_await step(1);");
  EXPECT_FALSE(Held.Points[0].Yields);
  EXPECT_EQ(S.from(Held.Points[1].Where), "co_yield 2;");
  EXPECT_TRUE(Held.Points[1].Yields);
}

TEST(HeldAcross, ListsLocksInTheOrderOfTheSource) {
  EXPECT_EQ(held("n.lock(); guard g(m); co_await step(); n.unlock();"),
            (Texts{"n 1", "g 1"}));
}

TEST(HeldAcross, SaysMayOfWhatTheCallerPassed) {
  EXPECT_EQ(held("co_await step();", "", "unique<mutex> g"), Texts{"g may 1"});
  EXPECT_EQ(held("g.unlock(); co_await step();", "", "unique<mutex> g"),
            Texts{});
  EXPECT_EQ(held("co_await step();", "", "unique<mutex> &g"), Texts{});
}

TEST(HeldAcross, SaysMayOfAnAttemptThatNobodyAskedYet) {
  EXPECT_EQ(held("unique g(m, tries{}); co_await step();"), Texts{"g may 1"});
  EXPECT_EQ(held("bool got = m.try_lock(); co_await step();"
                 "if (got) m.unlock();"),
            Texts{"m may 1"});
}

TEST(HeldAcross, AsksTheOutcomeInAVariable) {
  EXPECT_EQ(held("bool got = m.try_lock(); if (!got) co_await step();"
                 "else m.unlock();"),
            Texts{});
  EXPECT_EQ(held("bool got = m.try_lock(); if (got) { co_await step();"
                 "m.unlock(); }"),
            Texts{"m 1"});
}

TEST(HeldAcross, DoesNotTrustAVariableThatWasChanged) {
  EXPECT_EQ(held("bool got = m.try_lock(); got = b();"
                 "if (!got) co_await step();"),
            Texts{"m may 1"});
}

TEST(HeldAcross, KeepsATemporaryUntilTheEndOfItsStatement) {
  const char *Use = "int use(const guard<mutex> &, int = 0);"
                    "struct Int { bool await_ready();"
                    "void await_suspend(std::coroutine_handle<>);"
                    "int await_resume(); };";
  EXPECT_EQ(held("use(guard<mutex>(m)), co_await step();", Use), Texts{" 1"});
  EXPECT_EQ(held("use(guard<mutex>(m)); co_await step();", Use), Texts{});
}

TEST(HeldAcross, EndsWithTheTryBlock) {
  EXPECT_EQ(held("try { guard g(m); throw 1; } catch (int) {}"
                 "co_await step();"),
            Texts{});
  EXPECT_EQ(held("guard g(m); try { throw 1; } catch (int) {}"
                 "co_await step();"),
            Texts{"g 1"});
}

TEST(HeldAcross, DoesNotFollowHandlersOfWhatOnlyMayThrow) {
  EXPECT_EQ(held("unique g(m, defer{}); try { b(); } catch (...) { g.lock(); }"
                 "co_await step();"),
            Texts{});
}

TEST(HeldAcross, NamesAMutexBehindAPointerThatMovedOn) {
  const char *Node = "struct S { mutex m; S *next; }; S s;";
  EXPECT_EQ(held("S *at = s.next; at->m.lock(); co_await step();"
                 "at->m.unlock();",
                 Node),
            Texts{"at->m 1"});
  EXPECT_EQ(held("S *at = &s; at = at->next; at->m.lock(); co_await step();"
                 "at->m.unlock();",
                 Node),
            Texts{"at->m 1"});
}
