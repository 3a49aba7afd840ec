// Which values of a body nobody uses.

#include "flow/Discarded.h"
#include "Snippet.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

/// The texts of what `test` discards, in order, each with a sign for how.
Texts discarded(StringRef Body, StringRef Before = "") {
  Snippet S(
      (Before + "int f(int); int g(); void test(bool b) {" + Body + "}").str());
  Texts Found;
  forEachDiscarded(*writtenBody(S.function("test")),
                   [&](const Expr &E, DiscardedBy How) {
                     StringRef Sign = How == DiscardedBy::VoidCast ? "void "
                                      : How == DiscardedBy::Ignore ? "ignore "
                                                                   : "";
                     Found.push_back(Sign.str() + S.text(E));
                   });
  return Found;
}

} // namespace

TEST(Discarded, AreStatements) {
  EXPECT_EQ(discarded("f(1); g();"), (Texts{"f(1)", "g()"}));
}

TEST(Discarded, AreNotInitialisersConditionsAndArguments) {
  EXPECT_EQ(discarded("int x = g(); if (g()) x = 1; while (f(g())) {}"),
            Texts{"x = 1"});
}

TEST(Discarded, AreBothArmsOfAConditional) {
  EXPECT_EQ(discarded("b ? f(1) : f(2);"), (Texts{"f(1)", "f(2)"}));
}

TEST(Discarded, AreBothSidesOfACommaInAStatement) {
  EXPECT_EQ(discarded("f(1), g();").size(), 2u);
  EXPECT_EQ(discarded("int x = (f(1), g());"), Texts{"f(1)"});
}

TEST(Discarded, AreTheBodiesOfBranchesAndLoops) {
  EXPECT_EQ(discarded("if (b) f(1); else f(2); for (f(3); b; f(4)) f(5);"
                      "while (b) f(6); do f(7); while (b);"
                      "int all[2]; for (int i : all) f(8);")
                .size(),
            8u);
}

TEST(Discarded, AreInCasesAndAfterLabels) {
  EXPECT_EQ(discarded("switch (g()) { case 1: f(1); break; default: f(2); }"
                      "again: f(3); if (b) goto again;"),
            (Texts{"f(1)", "f(2)", "f(3)"}));
}

TEST(Discarded, TellTheCastToVoid) {
  EXPECT_EQ(discarded("(void)f(1); static_cast<void>(f(2)); void(f(3));"),
            (Texts{"void f(1)", "void f(2)", "void f(3)"}));
}

TEST(Discarded, TellAnAssignmentToIgnore) {
  EXPECT_EQ(discarded("std::ignore = f(1);", "#include <tuple>\n"),
            Texts{"ignore f(1)"});
}

TEST(Discarded, AreNotTheValueOfAStatementExpression) {
  EXPECT_EQ(discarded("int x = ({ g(); f(1); });"), Texts{});
}

TEST(Discarded, OfALambdaBelongToTheLambda) {
  EXPECT_EQ(discarded("auto l = [] { f(1); };"), Texts{});
}

TEST(Discarded, AreNotInUnevaluatedOperands) {
  EXPECT_EQ(discarded("int n = sizeof(f(1), g()); (void)n;"), Texts{"void n"});
}

TEST(Discarded, AreInTheInitStatementsOfBranchesAndLoops) {
  EXPECT_EQ(discarded("if (f(1); b) g(); switch (f(2); g()) { default:; }"),
            (Texts{"f(1)", "g()", "f(2)"}));
  EXPECT_EQ(discarded("int all[2]; for (f(3); int i : all) f(4);"),
            (Texts{"f(3)", "f(4)"}));
  EXPECT_EQ(discarded("if (int i = f(1); i) {} while (int i = f(2)) {}"),
            Texts{});
}

TEST(Discarded, AreNotReturned) {
  EXPECT_EQ(discarded("auto l = f(1) + g(); return;"), Texts{});
  EXPECT_EQ(discarded("return (void)f(1), void();"), Texts{"void f(1)"});
}

TEST(Discarded, AreNotInBranchesThatAreNeverTaken) {
  EXPECT_EQ(discarded("if constexpr (sizeof(int) > 1) f(1); else f(2);"),
            Texts{"f(1)"});
}

TEST(Discarded, AreFoundUnderParenthesesAndChoices) {
  EXPECT_EQ(discarded("(f(1)); (void)(b ? f(2) : f(3));"),
            (Texts{"f(1)", "void f(2)", "void f(3)"}));
}

TEST(Discarded, AreVisitedInTheOrderOfTheSource) {
  EXPECT_EQ(discarded("f(1), f(2), g();"), (Texts{"f(1)", "f(2)", "g()"}));
  EXPECT_EQ(discarded("for (f(1); b; f(2)) f(3);"),
            (Texts{"f(1)", "f(2)", "f(3)"}));
}

TEST(Discarded, AreUnderAttributes) {
  EXPECT_EQ(discarded("if (b) [[likely]] f(1); else [[unlikely]] { g(); }"),
            (Texts{"f(1)", "g()"}));
}
