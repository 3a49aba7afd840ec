// Facts of knowledge files, found for declarations.

#include "model/Known.h"
#include "Snippet.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

/// The kinds that facts about the call of 'f' in 'test' say it blocks for.
std::vector<BlockKind> kinds(StringRef Code, StringRef Yaml) {
  Snippet S(Code, Yaml);
  std::vector<BlockKind> Kinds;
  for (const FunctionFact *Fact : S.model().facts(S.call("test", "f")))
    if (Fact->Blocks)
      Kinds.push_back(*Fact->Blocks);
  return Kinds;
}

using Kinds = std::vector<BlockKind>;

constexpr llvm::StringLiteral Derived = "struct Base { void f(); };"
                                        "struct Derived : Base {};"
                                        "void test(Derived d) { d.f(); }";

} // namespace

TEST(Known, FindsAFunctionByItsQualifiedName) {
  EXPECT_EQ(kinds("namespace a { void f(int); } void test() { a::f(1); }",
                  "functions: [{names: [a::f], blocks: dns}]"),
            Kinds{BlockKind::Dns});
}

TEST(Known, DoesNotMistakeOneNamespaceForAnother) {
  EXPECT_EQ(kinds("namespace a { void f(); } void test() { a::f(); }",
                  "functions: [{names: [f, b::f], blocks: dns}]"),
            Kinds{});
}

TEST(Known, FindsAMemberUnderTheClassOfTheObject) {
  EXPECT_EQ(kinds(Derived, "functions: [{names: [Derived::f], blocks: dns}]"),
            Kinds{BlockKind::Dns});
}

TEST(Known, FindsAMemberUnderTheClassThatDeclaresIt) {
  EXPECT_EQ(kinds(Derived, "functions: [{names: [Base::f], blocks: dns}]"),
            Kinds{BlockKind::Dns});
}

TEST(Known, FindsAMemberUnderABaseInBetween) {
  EXPECT_EQ(kinds("struct Base { void f(); }; struct Middle : Base {};"
                  "struct Derived : Middle {};"
                  "void test(Derived *d) { d->f(); }",
                  "functions: [{names: [Middle::f], blocks: dns}]"),
            Kinds{BlockKind::Dns});
}

TEST(Known, PutsTheClassOfTheObjectBeforeItsBases) {
  EXPECT_EQ(kinds(Derived, "functions:\n"
                           "  - {names: [Base::f], blocks: dns}\n"
                           "  - {names: [Derived::f], blocks: file}\n"),
            (Kinds{BlockKind::File, BlockKind::Dns}));
}

TEST(Known, FindsAnOverriddenMemberUnderTheBaseOfTheObject) {
  EXPECT_EQ(kinds("struct Base { virtual void f(); };"
                  "struct Derived : Base { void f() override; };"
                  "void test(Derived d) { d.f(); }",
                  "functions: [{names: [Base::f], blocks: dns}]"),
            Kinds{BlockKind::Dns});
}

TEST(Known, NamesTheStructureOfTheStandardLibraryAsUsersDo) {
  // wait is a member of std::__basic_future.
  Snippet S("#include <future>\n"
            "void test(std::future<int> x) { x.wait(); }",
            "functions: [{names: [std::future::wait], blocks: wait}]");
  EXPECT_EQ(S.model().facts(S.call("test", "wait")).size(), 1u);
}

TEST(Known, FindsTypesAndTheirBases) {
  Snippet S("struct Base {}; template <class T> struct Derived : Base {};"
            "Derived<int> d;",
            "types:\n"
            "  - {names: [Base], task: lazy}\n"
            "  - {names: [Derived], must-await: true}\n");
  const Known::TypeFacts &Facts = S.facts().type(*recordOf(S.type("d")));
  ASSERT_EQ(Facts.size(), 2u);
  EXPECT_TRUE(Facts[0]->MustAwait);
  EXPECT_EQ(Facts[1]->TaskStart, Start::Lazy);
}

TEST(Known, AnswersForOneAspectOfAType) {
  Snippet S("struct T {};", "types:\n"
                            "  - {names: [T], task: lazy}\n"
                            "  - {names: [T], discardable: true}\n");
  const TypeFact *Fact = S.facts().firstType(
      S.record("T"), [](const TypeFact &F) { return F.Discardable; });
  ASSERT_NE(Fact, nullptr);
  EXPECT_FALSE(Fact->TaskStart.has_value());
  EXPECT_EQ(S.facts().firstType(S.record("T"),
                                [](const TypeFact &F) { return F.MustAwait; }),
            nullptr);
}

TEST(Known, GivesTheSameFactsAgain) {
  Snippet S("struct T {}; void f();", "{functions: [{names: [f], blocks: dns}],"
                                      " types: [{names: [T], task: lazy}]}");
  EXPECT_EQ(&S.facts().type(S.record("T")), &S.facts().type(S.record("T")));
  EXPECT_EQ(&S.facts().function(S.function("f")),
            &S.facts().function(S.function("f")));
}

TEST(Known, TakesTheNamespaceOfALibraryForOpaque) {
  Snippet S("namespace acme { inline namespace v2 { void f();"
            "  namespace detail { void g(); } } } void h();",
            "{library: acme, namespaces: [acme]}");
  EXPECT_TRUE(S.facts().isOpaque(S.function("acme::f")));
  EXPECT_TRUE(S.facts().isOpaque(S.function("acme::detail::g")));
  EXPECT_FALSE(S.facts().isOpaque(S.function("h")));
  ASSERT_NE(S.facts().libraryOf(S.function("acme::f")), nullptr);
  EXPECT_EQ(S.facts().libraryOf(S.function("acme::f"))->Name, "acme");
  EXPECT_EQ(S.facts().libraryOf(S.function("h")), nullptr);
}
