// Which arguments are time-outs of zero.

#include "Snippet.h"
#include "model/CallSite.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

constexpr llvm::StringLiteral Chrono =
    "#include <chrono>\n"
    "using namespace std::chrono;\n"
    "using namespace std::chrono_literals;\n";
constexpr llvm::StringLiteral ByReference = "const milliseconds &";

/// Those of \p Arguments that are zero when they are passed to a parameter of
/// type \p Type, after the declarations \p Before.
Texts zerosAmong(StringRef Type, Texts Arguments, StringRef Before = "") {
  std::string Code = (Before + "void f(" + Type + ");\nvoid test() {").str();
  for (const std::string &Argument : Arguments)
    Code += " f(" + Argument + ");";
  Snippet S(Code + " }");
  std::vector<CallSite> Calls = S.calls("test", "f");
  Texts Zeros;
  for (unsigned I = 0; I != Calls.size(); ++I)
    if (isZero(*Calls[I].argument(1), S.context()))
      Zeros.push_back(Arguments[I]);
  return Zeros;
}

} // namespace

TEST(IsZero, TakesNumbers) {
  EXPECT_EQ(zerosAmong("int", {"0", "(0)", "1 - 1", "1", "-1"}),
            (Texts{"0", "(0)", "1 - 1"}));
  EXPECT_EQ(zerosAmong("long", {"0", "1"}), Texts{"0"});
  EXPECT_EQ(zerosAmong("bool", {"false", "true"}), Texts{"false"});
  EXPECT_EQ(zerosAmong("double", {"0.0", "0", "0.5"}), (Texts{"0.0", "0"}));
}

TEST(IsZero, TakesDurationsInLiterals) {
  EXPECT_EQ(zerosAmong("seconds", {"0s", "1s"}, Chrono), Texts{"0s"});
  EXPECT_EQ(zerosAmong(ByReference, {"0ms", "5ms"}, Chrono), Texts{"0ms"});
}

TEST(IsZero, TakesDurationsThatAreConverted) {
  EXPECT_EQ(zerosAmong(ByReference, {"0s", "0h", "2s"}, Chrono),
            (Texts{"0s", "0h"}));
  EXPECT_EQ(zerosAmong("milliseconds", {"0s", "2s"}, Chrono), Texts{"0s"});
}

TEST(IsZero, TakesDurationsThatAreConstructed) {
  EXPECT_EQ(zerosAmong(ByReference,
                       {"milliseconds(0)", "milliseconds{0}", "seconds(0)",
                        "milliseconds::zero()", "milliseconds(1)",
                        "milliseconds::max()"},
                       Chrono),
            (Texts{"milliseconds(0)", "milliseconds{0}", "seconds(0)",
                   "milliseconds::zero()"}));
}

TEST(IsZero, TakesDurationsDeducedByTemplates) {
  Snippet S("#include <chrono>\n"
            "#include <thread>\n"
            "using namespace std::chrono_literals;\n"
            "void test() { std::this_thread::sleep_for(0s);"
            " std::this_thread::sleep_for(1s); }");
  std::vector<CallSite> Sites = S.calls("test", "sleep_for");
  ASSERT_EQ(Sites.size(), 2u);
  EXPECT_TRUE(isZero(*Sites[0].argument(1), S.context()));
  EXPECT_FALSE(isZero(*Sites[1].argument(1), S.context()));
}

TEST(IsZero, TakesConstants) {
  EXPECT_EQ(zerosAmong("int",
                       {"none", "never", "S::none", "enumerator", "some"},
                       "constexpr int none = 0; const int never = 0;"
                       "struct S { static constexpr int none = 0; };"
                       "enum { enumerator }; constexpr int some = 3;"),
            (Texts{"none", "never", "S::none", "enumerator"}));
}

TEST(IsZero, TakesConstantDurations) {
  EXPECT_EQ(zerosAmong(ByReference, {"none", "never", "some"},
                       (Chrono + "constexpr milliseconds none{0};"
                                 "constexpr auto never = 0s;"
                                 "constexpr auto some = 3s;")
                           .str()),
            (Texts{"none", "never"}));
}

TEST(IsZero, TakesNoVariables) {
  EXPECT_EQ(zerosAmong("int", {"x", "y"}, "int x = 0; extern const int y;"),
            Texts{});
  EXPECT_EQ(
      zerosAmong(ByReference, {"x"}, (Chrono + "milliseconds x{0};").str()),
      Texts{});
}

TEST(IsZero, TakesNoCallsWithUnknownResult) {
  EXPECT_EQ(zerosAmong("int", {"now()"}, "int now();"), Texts{});
}

TEST(IsZero, TakesStructuresOfZerosOnly) {
  EXPECT_EQ(zerosAmong("P", {"P{}", "P{1}"}, "struct P { int x = 0, y = 0; };"),
            Texts{"P{}"});
  EXPECT_EQ(zerosAmong("void *", {"nullptr"}), Texts{});
}

TEST(IsZero, TakesNothingThatDependsOnATemplate) {
  Snippet S("void f(int);"
            "template <int N> void test() { f(N); }");
  const Expr *Argument = nullptr;
  walkEvaluated(writtenBody(S.function("test")), [&](const Stmt *Node) {
    if (const auto *Call = dyn_cast<CallExpr>(Node))
      Argument = Call->getArg(0);
    return true;
  });
  ASSERT_NE(Argument, nullptr);
  EXPECT_FALSE(isZero(*Argument, S.context()));
}
