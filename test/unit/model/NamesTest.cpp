#include "model/Names.h"
#include "Snippet.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

/// The qualified name of what the body of \p Function calls as \p Callee.
std::string called(StringRef Code, StringRef Callee) {
  Snippet S(Code);
  return qualifiedName(*S.call("test", Callee).Callee);
}

} // namespace

TEST(Names, OfMembersHaveTheirClass) {
  EXPECT_EQ(called("namespace a { struct S { void f(); }; }"
                   "void test(a::S s) { s.f(); }",
                   "f"),
            "a::S::f");
}

TEST(Names, OfNestedClassesHaveBoth) {
  EXPECT_EQ(called("struct A { struct B { static void f(); }; };"
                   "void test() { A::B::f(); }",
                   "f"),
            "A::B::f");
}

TEST(Names, LeaveOutInlineNamespaces) {
  EXPECT_EQ(called("namespace a { inline namespace v1 { void f(); } }"
                   "void test() { a::f(); }",
                   "f"),
            "a::f");
}

TEST(Names, LeaveOutTheInlineNamespacesOfTheStandardLibrary) {
  EXPECT_EQ(called("#include <chrono>\n"
                   "void test() { std::chrono::system_clock::now(); }",
                   "now"),
            "std::chrono::system_clock::now");
}

TEST(Names, LeaveOutAnonymousNamespaces) {
  EXPECT_EQ(called("namespace a { namespace { void f(); } }"
                   "void test() { a::f(); }",
                   "f"),
            "a::f");
}

TEST(Names, LeaveOutLanguageLinkage) {
  EXPECT_EQ(called("namespace a { extern \"C\" { int f(); } }"
                   "void test() { a::f(); }",
                   "f"),
            "a::f");
}

TEST(Names, LeaveOutTemplateArguments) {
  const char *Code = "namespace a { template <class T> struct S {"
                     "  template <class U> void f(U); }; }"
                     "void test(a::S<int> s) { s.f(1.0); }";
  EXPECT_EQ(called(Code, "f"), "a::S::f");
}

TEST(Names, LookThroughUsingDeclarations) {
  EXPECT_EQ(called("namespace a { void f(); } using a::f;"
                   "void test() { f(); }",
                   "f"),
            "a::f");
}

TEST(Names, OfTypedefsAreThoseOfWhatTheyName) {
  EXPECT_EQ(called("#include <fstream>\n"
                   "void test() { std::ifstream in; in.close(); }",
                   "close"),
            "std::basic_ifstream::close");
}

TEST(Names, OfConstructorsAreLikeThoseOfMembers) {
  EXPECT_EQ(called("namespace a { struct S { S(int); }; }"
                   "void test() { a::S s(1); }",
                   "S"),
            "a::S::S");
  EXPECT_EQ(called("namespace a { template <class T> struct S { S(T); }; }"
                   "void test() { a::S s(1); }",
                   "S"),
            "a::S::S");
}

TEST(Names, OfDestructorsHaveATilde) {
  Snippet S("namespace a { template <class T> struct S { ~S(); }; }"
            "a::S<int> s;");
  const CXXRecordDecl &R = *recordOf(S.type("s"));
  EXPECT_EQ(qualifiedName(*R.getDestructor()), "a::S::~S");
  EXPECT_EQ(unqualifiedName(*R.getDestructor()), "~S");
}

TEST(Names, OfOperatorsHaveTheWord) {
  EXPECT_EQ(called("struct S { void operator<<(int); };"
                   "void test(S s) { s << 1; }",
                   "operator<<"),
            "S::operator<<");
  EXPECT_EQ(called("struct S { explicit operator bool(); };"
                   "void test(S s) { if (s) return; }",
                   "operator bool"),
            "S::operator bool");
}

TEST(Names, OfLocalClassesBeginWithTheClass) {
  EXPECT_EQ(called("namespace a { auto make() {"
                   "  struct L { void f() {} }; return L(); } }"
                   "void test() { a::make().f(); }",
                   "f"),
            "a::L::f");
}

TEST(Names, AreMentionedInQuotes) {
  Snippet S("namespace a { void f(); struct S { ~S(); }; }");
  EXPECT_EQ(mention(S.function("a::f")), "'f'");
  EXPECT_EQ(mention(S.function("a::S::~S")), "'~S'");
}

TEST(Names, OfLambdasAreNotMentioned) {
  Snippet S("auto f = [] {};");
  EXPECT_EQ(mention(S.lambda("f")), "the lambda");
}
