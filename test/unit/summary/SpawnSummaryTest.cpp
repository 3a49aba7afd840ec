// What a call starts, and where it may run.

#include "summary/SpawnSummary.h"
#include "Snippet.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

const char *const Yaml = R"(functions:
  - {names: [post], spawns: [{argument: 1, runs-on: other-thread}]}
  - {names: [defer], spawns: [{argument: 1, runs-on: same-thread}]}
  - {names: [start], spawns: [{argument: 1, runs-on: other-thread, and-rest: true}]}
  - {names: [on], spawns: [{argument: 2, runs-on: executor-argument, executor: 1}]}
  - {names: [nursery], spawns: [{argument: 1, runs-on: other-thread, scoped: true}]}
types:
  - {names: [pool], executor: other-thread}
  - {names: [loop], executor: same-thread}
)";

/// "work other", with "scoped" and "carried" where it is so, for each call of
/// \p Callee in `test`.
Texts spawned(StringRef Code, StringRef Callee) {
  Snippet S(("struct Work { void operator()() const; };"
             "template <class F> void post(F); template <class F> void "
             "defer(F); template <class F, class... A> void start(F, A...);"
             "struct pool {}; struct loop {}; struct strand {};"
             "template <class E, class F> void on(E, F);"
             "template <class F> void nursery(F); Work work;" +
             Code)
                .str(),
            Yaml);
  SpawnSummary Summary(S.model());
  Texts Found;
  for (const CallSite &Call : S.calls("test", Callee))
    for (const Spawn &Started : Summary.spawnsOf(Call))
      Found.push_back(S.text(*Started.Work) +
                      (Started.Where == RunsOn::OtherThread  ? " other"
                       : Started.Where == RunsOn::SameThread ? " same"
                                                             : " unknown") +
                      (Started.Scoped ? " scoped" : "") +
                      (Started.Carried ? " carried" : ""));
  return Found;
}

} // namespace

TEST(SpawnSummary, ReadsWhatIsTold) {
  EXPECT_EQ(spawned("void test() { post(work); }", "post"),
            Texts{"work other"});
  EXPECT_EQ(spawned("void test() { defer(work); }", "defer"),
            Texts{"work same"});
  EXPECT_EQ(spawned("void test() { nursery(work); }", "nursery"),
            Texts{"work other scoped"});
}

TEST(SpawnSummary, SaysNothingOfOtherCalls) {
  EXPECT_EQ(spawned("void keep(Work); void test() { keep(work); }", "keep"),
            Texts{});
}

TEST(SpawnSummary, TakesTheArgumentsThatTravelAlong) {
  EXPECT_EQ(spawned("void test() { start(work, 1, 'a'); }", "start"),
            (Texts{"work other", "1 other carried", "'a' other carried"}));
}

TEST(SpawnSummary, AsksTheExecutor) {
  EXPECT_EQ(spawned("void test(pool p) { on(p, work); }", "on"),
            Texts{"work other"});
  EXPECT_EQ(spawned("void test(loop l) { on(l, work); }", "on"),
            Texts{"work same"});
  EXPECT_EQ(spawned("void test(strand s) { on(s, work); }", "on"),
            Texts{"work unknown"});
}

TEST(SpawnSummary, SeesThroughAFunctionThatHandsOn) {
  EXPECT_EQ(spawned("void later(Work w) { post(w); }"
                    "void test() { later(work); }",
                    "later"),
            Texts{"work other"});
  EXPECT_EQ(spawned("void later(Work w) { w(); }"
                    "void test() { later(work); }",
                    "later"),
            Texts{});
}
