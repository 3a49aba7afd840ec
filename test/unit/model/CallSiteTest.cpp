// One call, whatever its syntax.

#include "model/CallSite.h"
#include "Snippet.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

/// The texts of the arguments of \p Site.
Texts arguments(Snippet &S, const CallSite &Site) {
  Texts All;
  for (const Expr *E : Site.Arguments)
    All.push_back(S.text(*E));
  return All;
}

std::string objectClass(const CallSite &Site) {
  return Site.ObjectClass ? Site.ObjectClass->getNameAsString() : "";
}

} // namespace

TEST(CallSite, OfAFunctionHasArguments) {
  Snippet S("void f(int, int); void test() { f(1, 2 + 3); }");
  CallSite Site = S.call("test", "f");
  EXPECT_EQ(arguments(S, Site), (Texts{"1", "2 + 3"}));
  EXPECT_EQ(Site.Object, nullptr);
  EXPECT_EQ(Site.ObjectClass, nullptr);
  EXPECT_FALSE(Site.Virtual);
  EXPECT_EQ(S.from(Site.where()), "f(1, 2 + 3); }");
}

TEST(CallSite, OfAQualifiedFunctionIsAtItsLastName) {
  Snippet S("namespace a::b { void f(); } void test() { a::b::f(); }");
  EXPECT_EQ(S.from(S.call("test", "f").where()), "f(); }");
}

TEST(CallSite, CountsArgumentsFromOne) {
  Snippet S("struct S { void f(int, int); }; void test(S s) { s.f(7, 8); }");
  CallSite Site = S.call("test", "f");
  EXPECT_EQ(S.text(*Site.argument(0)), "s");
  EXPECT_EQ(S.text(*Site.argument(1)), "7");
  EXPECT_EQ(S.text(*Site.argument(2)), "8");
  EXPECT_EQ(Site.argument(3), nullptr);
}

TEST(CallSite, LeavesOutDefaultArguments) {
  Snippet S("struct S { S(int = 1); }; void f(int, int = 2);"
            "void test() { f(1); S s; }");
  EXPECT_EQ(S.call("test", "f").Arguments.size(), 1u);
  EXPECT_EQ(S.call("test", "S").Arguments.size(), 0u);
}

TEST(CallSite, OfAMemberHasTheObject) {
  Snippet S("struct S { void f(); }; void test(S s, S *p) { s.f(); p->f(); }");
  std::vector<CallSite> Sites = S.calls("test", "f");
  ASSERT_EQ(Sites.size(), 2u);
  EXPECT_EQ(S.text(*Sites[0].Object), "s");
  EXPECT_EQ(objectClass(Sites[0]), "S");
  EXPECT_EQ(S.from(Sites[0].where()), "f(); p->f(); }");
  EXPECT_EQ(S.text(*Sites[1].Object), "p");
  EXPECT_EQ(objectClass(Sites[1]), "S");
}

TEST(CallSite, OfAnInheritedMemberHasTheClassOfTheObject) {
  Snippet S("struct Base { void f(); }; struct Derived : Base {};"
            "void test(Derived d) { d.f(); }");
  EXPECT_EQ(objectClass(S.call("test", "f")), "Derived");
}

TEST(CallSite, OfAMemberInsideItsClassHasThis) {
  Snippet S("struct S { void f(); void test() { f(); } };");
  CallSite Site = S.call("S::test", "f");
  ASSERT_NE(Site.Object, nullptr);
  EXPECT_EQ(objectClass(Site), "S");
}

TEST(CallSite, OfAStaticMemberHasNoObject) {
  Snippet S("struct S { static void f(int); }; void test(S s) { s.f(1); }");
  CallSite Site = S.call("test", "f");
  EXPECT_EQ(Site.Object, nullptr);
  EXPECT_EQ(Site.Arguments.size(), 1u);
}

TEST(CallSite, OfAMemberOperatorHasTheObject) {
  Snippet S("struct S { void operator<<(int); };"
            "void test(S s) { s << 1; }");
  CallSite Site = S.call("test", "operator<<");
  EXPECT_EQ(S.text(*Site.Object), "s");
  EXPECT_EQ(arguments(S, Site), Texts{"1"});
  EXPECT_EQ(S.from(Site.where()), "<< 1; }");
}

TEST(CallSite, OfAFreeOperatorHasArgumentsOnly) {
  Snippet S("struct S {}; void operator<<(S, int);"
            "void test(S s) { s << 1; }");
  CallSite Site = S.call("test", "operator<<");
  EXPECT_EQ(Site.Object, nullptr);
  EXPECT_EQ(arguments(S, Site), (Texts{"s", "1"}));
}

TEST(CallSite, OfALambdaHasTheLambdaAsObject) {
  Snippet S("void test() { auto work = [](int) {}; work(1); }");
  CallSite Site = S.call("test", "operator()");
  EXPECT_EQ(S.text(*Site.Object), "work");
  ASSERT_NE(Site.ObjectClass, nullptr);
  EXPECT_TRUE(Site.ObjectClass->isLambda());
  EXPECT_EQ(arguments(S, Site), Texts{"1"});
}

TEST(CallSite, OfACallOperatorIsAtTheNameOfTheObject) {
  Snippet S("void test() { auto work = [](int) {}; work(1); }");
  EXPECT_EQ(S.from(S.call("test", "operator()").where()), "work(1); }");
}

TEST(CallSite, OfAConstructorHasArguments) {
  Snippet S("struct S { S(int, int); };"
            "void test() { S s(1, 2); }");
  CallSite Site = S.call("test", "S");
  EXPECT_EQ(arguments(S, Site), (Texts{"1", "2"}));
  EXPECT_EQ(Site.Object, nullptr);
}

TEST(CallSite, OfAConstructorHasAnySyntax) {
  Snippet S("struct S { S(int); ~S(); };"
            "void test() { S a{1}; S b = 1; S(1); new S(1); S c = S{1}; }");
  EXPECT_EQ(S.calls("test", "S").size(), 5u);
}

TEST(CallSite, OfAVirtualMemberIsDispatched) {
  Snippet S("struct S { virtual void f(); };"
            "void test(S *s) { s->f(); }");
  EXPECT_TRUE(S.call("test", "f").Virtual);
}

TEST(CallSite, OfAQualifiedVirtualMemberIsNotDispatched) {
  Snippet S("struct S { virtual void f(); };"
            "void test(S *s) { s->S::f(); }");
  EXPECT_FALSE(S.call("test", "f").Virtual);
}

TEST(CallSite, OfAFinalVirtualMemberIsNotDispatched) {
  Snippet S("struct S { virtual void f(); };"
            "struct T final : S { void f() override; };"
            "struct U : S { void f() final; };"
            "void test(T *t, U *u) { t->f(); u->f(); }");
  for (const CallSite &Site : S.calls("test", "f"))
    EXPECT_FALSE(Site.Virtual);
}

TEST(CallSite, OfALocalObjectIsNotDispatched) {
  Snippet S("struct S { virtual void f(); };"
            "void test() { S s; s.f(); }");
  EXPECT_FALSE(S.call("test", "f").Virtual);
}

TEST(CallSite, OfAVirtualOperatorIsDispatched) {
  Snippet S("struct S { virtual void operator()(); };"
            "void test(S &s) { s(); }");
  EXPECT_TRUE(S.call("test", "operator()").Virtual);
}

TEST(CallSite, OfAUserDefinedLiteralIsACall) {
  Snippet S("int operator\"\"_ms(unsigned long long);"
            "int test() { return 5_ms; }");
  EXPECT_EQ(S.calls("test", "operator\"\"_ms").size(), 1u);
}

TEST(CallSite, IsNothingWhenTheCalleeIsNotKnown) {
  Snippet S("struct S { void f(); };"
            "template <class T> void test(void (*p)(), void (S::*m)(), S s,"
            "                             T t) {"
            "  p(); (s.*m)(); t.f(); t(); }");
  unsigned Calls = 0;
  walkEvaluated(writtenBody(S.function("test")), [&](const Stmt *Node) {
    Calls += asCall(*Node).has_value();
    return true;
  });
  EXPECT_EQ(Calls, 0u);
}
