// Facts that the source itself tells.

#include "Snippet.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

#define SAYS "#define SAYS(x) [[clang::annotate(\"corolint::\" x)]]\n"

/// The strongest fact about the call of 'f' in 'test'.
struct Told : Snippet {
  explicit Told(StringRef Code, StringRef Yaml = "")
      : Snippet(std::string(SAYS) + Code.str(), Yaml) {}

  const FunctionFact &fact() {
    const Known::FunctionFacts &Facts = model().facts(call("test", "f"));
    if (Facts.empty())
      llvm::report_fatal_error("nothing is known of 'f'");
    return *Facts[0];
  }

  bool nothing() { return model().facts(call("test", "f")).empty(); }

  const TypeFact &typeFact(StringRef Variable) {
    const Known::TypeFacts &Facts = facts().type(*recordOf(type(Variable)));
    if (Facts.empty())
      llvm::report_fatal_error("nothing is known of the type");
    return *Facts[0];
  }
};

} // namespace

TEST(Annotations, SayThatAFunctionBlocksAndWhy) {
  Told S("[[clang::annotate(\"corolint::blocking\", \"asks the user\")]]"
         "void f(); void test() { f(); }");
  EXPECT_EQ(S.fact().Blocks, BlockKind::Wait);
  EXPECT_EQ(S.fact().Because, "asks the user");
}

TEST(Annotations, NeedNoReason) {
  Told S("SAYS(\"blocking\") void f(); void test() { f(); }");
  EXPECT_EQ(S.fact().Blocks, BlockKind::Wait);
  EXPECT_EQ(S.fact().Because, "");
}

TEST(Annotations, SayWhereTheyStand) {
  Told S("\nSAYS(\"blocking\")\nvoid f();\nvoid test() { f(); }");
  EXPECT_EQ(S.fact().From.str(), "snippet.cpp:4");
}

TEST(Annotations, OfFunctionsSetOneFactEach) {
  Told Joins("SAYS(\"joins\") void f(); void test() { f(); }");
  EXPECT_TRUE(Joins.fact().Joins);
  EXPECT_EQ(Joins.fact().Blocks, BlockKind::Wait);
  Told Non("SAYS(\"nonblocking\") void f(); void test() { f(); }");
  EXPECT_TRUE(Non.fact().NonBlocking);
  Told Detaches("SAYS(\"detaches\") void f(); void test() { f(); }");
  EXPECT_TRUE(Detaches.fact().Detaches);
  Told Never("SAYS(\"never_suspends\") void f(); void test() { f(); }");
  EXPECT_TRUE(Never.fact().NeverSuspends);
}

TEST(Annotations, OfOtherToolsSayNothing) {
  EXPECT_TRUE(Told("[[clang::annotate(\"blocking\")]] void f();"
                   "void test() { f(); }")
                  .nothing());
  EXPECT_TRUE(
      Told("SAYS(\"blockin\") void f(); void test() { f(); }").nothing());
}

TEST(Annotations, OfClangForEffectsAreRead) {
#if LLVM_VERSION_MAJOR >= 19
  Told Blocks("void f() [[clang::blocking]]; void test() { f(); }");
  EXPECT_EQ(Blocks.fact().Blocks, BlockKind::Wait);
  Told Non("void f() [[clang::nonblocking]]; void test() { f(); }");
  EXPECT_TRUE(Non.fact().NonBlocking);
#endif
}

TEST(Annotations, OfMembersAreReadThroughTheObject) {
  Told S("struct Base { SAYS(\"blocking\") void f(); };"
         "struct Derived : Base {}; void test(Derived d) { d.f(); }");
  EXPECT_EQ(S.fact().Blocks, BlockKind::Wait);
}

TEST(Annotations, OfAnEarlierDeclarationHold) {
  Told S("SAYS(\"blocking\") void f(); void f() {} void test() { f(); }");
  EXPECT_EQ(S.fact().Blocks, BlockKind::Wait);
}

TEST(Annotations, OfALaterDeclarationHold) {
  Told S("void f(); SAYS(\"blocking\") void f(); void test() { f(); }");
  EXPECT_EQ(S.fact().Blocks, BlockKind::Wait);
}

TEST(Annotations, OfFunctionTemplatesHoldForInstantiations) {
  Told S("template <class T> SAYS(\"blocking\") void f(T);"
         "void test() { f(1); }");
  EXPECT_EQ(S.fact().Blocks, BlockKind::Wait);
}

TEST(Annotations, OfMembersOfClassTemplatesHoldForInstantiations) {
  Told S("template <class T> struct S { SAYS(\"blocking\") void f(); };"
         "void test(S<int> s) { s.f(); }");
  EXPECT_EQ(S.fact().Blocks, BlockKind::Wait);
}

TEST(Annotations, AreStrongerThanKnowledge) {
  Told S("SAYS(\"nonblocking\") void f(); void test() { f(); }",
         "functions: [{names: [f], blocks: dns}]");
  EXPECT_TRUE(S.fact().NonBlocking);
  EXPECT_EQ(S.model().facts(S.call("test", "f")).size(), 2u);
}

TEST(Annotations, OfParametersTellTheArgument) {
  Told S("void f(int, SAYS(\"spawns\") int, SAYS(\"spawns_local\") int,"
         "  SAYS(\"spawns_scoped\") int, SAYS(\"offloads\") int,"
         "  SAYS(\"consumes\") int);"
         "void test() { f(1, 2, 3, 4, 5, 6); }");
  const FunctionFact &F = S.fact();
  ASSERT_EQ(F.Spawns.size(), 3u);
  EXPECT_EQ(F.Spawns[0].Argument, 2u);
  EXPECT_EQ(F.Spawns[0].Where, RunsOn::OtherThread);
  EXPECT_FALSE(F.Spawns[0].Scoped);
  EXPECT_EQ(F.Spawns[1].Argument, 3u);
  EXPECT_EQ(F.Spawns[1].Where, RunsOn::SameThread);
  EXPECT_EQ(F.Spawns[2].Argument, 4u);
  EXPECT_EQ(F.Spawns[2].Where, RunsOn::OtherThread);
  EXPECT_TRUE(F.Spawns[2].Scoped);
  ASSERT_EQ(F.Offloads.size(), 1u);
  EXPECT_EQ(F.Offloads[0], 5u);
  ASSERT_EQ(F.Consumes.size(), 1u);
  EXPECT_EQ(F.Consumes[0], 6u);
}

TEST(Annotations, OfParametersHoldForTheDefinition) {
  Told S("void f(SAYS(\"spawns\") int); void f(int) {}"
         "void test() { f(1); }");
  EXPECT_EQ(S.fact().Spawns.size(), 1u);
}

TEST(Annotations, OfParametersOfTemplatesHoldForInstantiations) {
  Told S("template <class F> void f(SAYS(\"spawns\") F) {}"
         "void test() { f([] {}); }");
  EXPECT_EQ(S.fact().Spawns.size(), 1u);
  Told Member("template <class T> struct Pool {"
              "  template <class F> void f(T, SAYS(\"spawns\") F) {} };"
              "void test(Pool<int> p) { p.f(1, [] {}); }");
  ASSERT_EQ(Member.fact().Spawns.size(), 1u);
  EXPECT_EQ(Member.fact().Spawns[0].Argument, 2u);
}

TEST(Annotations, OfAPackHoldForEachArgument) {
  Told S("template <class... F> void f(int, SAYS(\"spawns\") F...) {}"
         "void test() { f(1, [] {}, [] {}); }");
  ASSERT_EQ(S.fact().Spawns.size(), 2u);
  EXPECT_EQ(S.fact().Spawns[1].Argument, 3u);
}

TEST(Annotations, OfClassesSetOneFactEach) {
  Told S("struct SAYS(\"task\") A {} a;"
         "struct SAYS(\"must_await\") B {} b;"
         "struct SAYS(\"never_suspends\") C {} c;"
         "struct SAYS(\"thread_guard\") D {} d;"
         "struct SAYS(\"task_guard\") E {} e;"
         "struct SAYS(\"thread_bound\") F {} f;"
         "struct SAYS(\"sendable\") G {} g;"
         "struct SAYS(\"not_sendable\") H {} h;");
  EXPECT_EQ(S.typeFact("a").TaskStart, Start::Lazy);
  EXPECT_TRUE(S.typeFact("b").MustAwait);
  EXPECT_TRUE(S.typeFact("c").NeverSuspends);
  EXPECT_EQ(S.typeFact("d").Guard, LockOwner::Thread);
  EXPECT_EQ(S.typeFact("e").Guard, LockOwner::Task);
  EXPECT_EQ(S.typeFact("f").Share, Sharing::ThreadBound);
  EXPECT_EQ(S.typeFact("g").Share, Sharing::Unshared);
  EXPECT_EQ(S.typeFact("h").Share, Sharing::Unsafe);
}

TEST(Annotations, OfAForwardDeclarationHold) {
  Told S("struct SAYS(\"thread_bound\") A; struct A {}; A a;");
  EXPECT_EQ(S.typeFact("a").Share, Sharing::ThreadBound);
}

TEST(Annotations, OfClassTemplatesHoldForInstantiations) {
  Told S("template <class T> struct SAYS(\"thread_bound\") A {};"
         "template <> struct SAYS(\"sendable\") A<char> {};"
         "A<int> a; A<char> special;");
  EXPECT_EQ(S.typeFact("a").Share, Sharing::ThreadBound);
  EXPECT_EQ(S.typeFact("special").Share, Sharing::Unshared);
}

TEST(Annotations, OfABaseHoldForTheDerivedClass) {
  Told S("struct SAYS(\"thread_bound\") A {}; struct B : A {} b;");
  EXPECT_EQ(S.typeFact("b").Share, Sharing::ThreadBound);
}

TEST(Annotations, OfTypesAreStrongerThanKnowledge) {
  Told S("struct SAYS(\"sendable\") A {} a;",
         "types: [{names: [A], sharing: unsafe}]");
  EXPECT_EQ(S.typeFact("a").Share, Sharing::Unshared);
}
