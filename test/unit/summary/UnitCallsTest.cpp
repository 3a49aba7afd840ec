// Which functions have all their callers in the unit.

#include "summary/UnitCalls.h"
#include "Snippet.h"
#include "support/InSight.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

size_t callsOf(StringRef Name, StringRef Code) {
  Snippet S(Code);
  return UnitCalls(S.context()).of(S.function(Name)).size();
}

bool onlyHere(StringRef Name, StringRef Code) {
  Snippet S(Code);
  return isOnlyCalledHere(S.function(Name));
}

} // namespace

TEST(UnitCalls, CountsTheCallsOfAFunctionOfThisUnit) {
  EXPECT_EQ(callsOf("f", "static int f(int) { return 1; }"
                         "void g() { f(1); f(2); }"
                         "int global = f(3);"
                         "struct s { int member = f(4); };"
                         "void h(int i = f(5)) { [] { return f(6); }(); }"),
            6u);
}

TEST(UnitCalls, KnowsNoneOfAFunctionThatOtherUnitsCall) {
  EXPECT_EQ(callsOf("f", "void f(int) {} void g() { f(1); }"), 0u);
}

TEST(UnitCalls, KnowsNoneOfAFunctionWhoseAddressIsTaken) {
  EXPECT_EQ(callsOf("f", "static void f(int) {} void g() { f(1); }"
                         "void (*pointer)(int) = f;"),
            0u);
  EXPECT_EQ(callsOf("f", "static void f(int) {}"
                         "template <auto F> void apply() { F(1); }"
                         "void g() { f(1); auto p = &f; apply<f>(); }"),
            0u);
}

TEST(UnitCalls, KnowsNoneOfALambdaThatBecomesAPointer) {
  Snippet S("void g() { auto f = [](int) {}; f(1); void (*p)(int) = f; }");
  EXPECT_TRUE(UnitCalls(S.context()).of(S.lambda("f")).empty());
}

TEST(UnitCalls, FindsTheCallsThatInstancesMake) {
  EXPECT_EQ(callsOf("f", "static void f(int) {}"
                         "template <class T> void g(T t) { f(t); }"
                         "void h() { g(1); g('2'); }"),
            2u);
}

TEST(UnitCalls, CountsForAPatternTheCallsOfItsInstances) {
  EXPECT_EQ(callsOf("f", "template <class T> void f(T) {}"
                         "void g() { f(1); f('2'); }"),
            2u);
}

TEST(UnitCalls, LooksOverWhatIsNotEvaluated) {
  EXPECT_EQ(callsOf("f", "static int f(int) { return 1; }"
                         "int g() { return f(1) + sizeof(f(2)); }"),
            1u);
}

TEST(InSight, ToldByLinkage) {
  EXPECT_TRUE(onlyHere("f", "static void f() {}"));
  EXPECT_TRUE(onlyHere("f", "namespace { void f() {} }"));
  EXPECT_FALSE(onlyHere("f", "void f() {}"));
  EXPECT_FALSE(onlyHere("f", "inline void f() {}"));
}

TEST(InSight, ToldByTheFileOfTheClass) {
  EXPECT_TRUE(onlyHere("s::f", "struct s { void f() {} };"));
  EXPECT_FALSE(onlyHere("s::f", "struct s { virtual void f() {} };"));
  EXPECT_FALSE(onlyHere("Task::done", "#include \"task.h\"\n"));
}

TEST(InSight, ToldByThePrivateMembersOfAWholeClass) {
  EXPECT_TRUE(isWholeInSight(Snippet("class c { void f() {} };").record("c")));
  EXPECT_FALSE(isWholeInSight(Snippet("class c { void f(); };").record("c")));
  EXPECT_FALSE(isWholeInSight(
      Snippet("class c { void f() {} friend void g(); };").record("c")));
}
