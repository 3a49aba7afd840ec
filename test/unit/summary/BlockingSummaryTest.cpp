// What blocks in a body, and by which way.

#include "summary/BlockingSummary.h"
#include "Snippet.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

const char *const Yaml = R"(functions:
  - {names: [nap], blocks: sleep, because: naps}
  - {names: [join], blocks: wait, joins: true}
  - {names: [print], blocks: console}
  - {names: [trusted], nonblocking: true}
types:
  - {names: [joiner], destructor-blocks: wait}
)";

struct Summary : Snippet {
  explicit Summary(StringRef Code)
      : Snippet(("#include \"task.h\"\nvoid nap(); void join(); void print();"
                 "struct joiner { joiner(); joiner(int); ~joiner(); };" +
                 Code)
                    .str(),
                Yaml),
        Blocking(model()) {}

  std::vector<BlockingSite> sites() {
    BlockKinds Kinds;
    Kinds.insert(BlockKind::Sleep);
    Kinds.insert(BlockKind::Wait);
    return Blocking.callsIn(function("test"), {Kinds, {}});
  }

  /// "nap", "f > g > nap": what is called, down to the place.
  Texts ways() {
    Texts Found;
    for (const BlockingSite &Site : sites()) {
      std::string Way = Site.Name;
      for (const BlockingStep &Step : Site.Chain)
        Way += " > " + Step.Callee;
      Found.push_back(Way);
    }
    return Found;
  }

  BlockingSummary Blocking;
};

Texts ways(StringRef Code) { return Summary(Code).ways(); }

} // namespace

TEST(BlockingSummary, NamesACallThatBlocks) {
  EXPECT_EQ(ways("void test() { nap(); }"), Texts{"'nap'"});
}

TEST(BlockingSummary, KeepsToTheKinds) {
  EXPECT_EQ(ways("void test() { print(); }"), Texts{});
}

TEST(BlockingSummary, FollowsBodiesThatItSees) {
  EXPECT_EQ(ways("void g() { nap(); } void f() { g(); } void test() { f(); }"),
            (Texts{"'f' > 'g' > 'nap'"}));
  EXPECT_EQ(ways("void f(); void test() { f(); }"), Texts{});
}

TEST(BlockingSummary, TakesTheShortestWay) {
  EXPECT_EQ(ways("void h() { nap(); } void g() { h(); }"
                 "void f() { g(); h(); } void test() { f(); }"),
            (Texts{"'f' > 'h' > 'nap'"}));
}

TEST(BlockingSummary, IsNotTrappedByRecursion) {
  EXPECT_EQ(ways("void g(); void f() { g(); } void g() { f(); nap(); }"
                 "void test() { f(); }"),
            (Texts{"'f' > 'g' > 'nap'"}));
  EXPECT_EQ(ways("void g(); void f() { g(); } void g() { f(); }"
                 "void test() { f(); }"),
            Texts{});
}

TEST(BlockingSummary, EndsAtWhatIsTrusted) {
  EXPECT_EQ(ways("void trusted() { nap(); } void test() { trusted(); }"),
            Texts{});
}

TEST(BlockingSummary, DoesNotEnterCoroutinesAndLambdasThatAreOnlyMade) {
  EXPECT_EQ(ways("Task c() { nap(); co_return; } void test() { c(); }"),
            Texts{});
  EXPECT_EQ(ways("void test() { auto l = [] { nap(); }; }"), Texts{});
  EXPECT_EQ(ways("void test() { auto l = [] { nap(); }; l(); }"),
            (Texts{"the lambda > 'nap'"}));
}

TEST(BlockingSummary, SeesDestructorsOfLocals) {
  Summary S("void test() { joiner j(1); }");
  ASSERT_EQ(S.sites().size(), 1u);
  EXPECT_TRUE(S.sites()[0].Destructor);
  EXPECT_EQ(S.sites()[0].Name, "'j'");
  // Nothing was started, so there is nothing to wait for.
  EXPECT_EQ(ways("void test() { joiner j; }"), Texts{});
  EXPECT_EQ(ways("joiner &made(); void test() { joiner &j = made(); }"),
            Texts{});
}

TEST(BlockingSummary, TellsWhatJoins) {
  Summary S("void f() { join(); } void test() { f(); nap(); }");
  auto Sites = S.sites();
  ASSERT_EQ(Sites.size(), 2u);
  EXPECT_TRUE(Sites[0].Joins);
  EXPECT_FALSE(Sites[1].Joins);
  EXPECT_EQ(Sites[1].Place.Because, "naps");
}
