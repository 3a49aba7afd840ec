// What the promise of a coroutine type tells.

#include "model/PromiseShape.h"
#include "CoroutineTypes.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

struct Shape : Snippet {
  explicit Shape(const CoroutineType &Type)
      : Snippet(Type.code()),
        Found(findPromise(*recordOf(type("T")), facts(), context())) {}

  std::optional<PromiseShape> Found;
};

Start startWith(StringRef Initial, StringRef Before = "") {
  CoroutineType Type;
  Type.Before = Before.str();
  Type.Initial = Initial.str();
  Shape S(Type);
  return S.Found ? S.Found->Starts : Start::Unknown;
}

bool failureEndsProgram(StringRef Body) {
  CoroutineType Type;
  Type.Failure = ("void unhandled_exception() {" + Body + "}").str();
  return Shape(Type).Found->FailureEndsProgram;
}

/// The class \p Name with an await_suspend that has the body \p Suspend.
std::string awaiter(StringRef Ready, StringRef Suspend) {
  return ("struct Start { bool await_ready() " + Ready +
          " void await_suspend(std::coroutine_handle<> h) " + Suspend +
          " void await_resume(); };")
      .str();
}

} // namespace

TEST(PromiseShape, IsNothingWithoutAPromise) {
  Snippet S("struct T {};");
  EXPECT_FALSE(findPromise(S.record("T"), S.facts(), S.context()).has_value());
}

TEST(PromiseShape, HasThePromise) {
  Shape S{CoroutineType()};
  ASSERT_TRUE(S.Found.has_value());
  EXPECT_EQ(qualifiedName(*S.Found->Promise), "T::promise_type");
  EXPECT_FALSE(S.Found->Yields);
}

TEST(PromiseShape, KnowsThatItYields) {
  CoroutineType Type;
  Type.Promise = "std::suspend_always yield_value(int);";
  EXPECT_TRUE(Shape(Type).Found->Yields);
  Type.Promise = "template <class V> std::suspend_always yield_value(V);";
  EXPECT_TRUE(Shape(Type).Found->Yields);
}

TEST(PromiseShape, KnowsTheStandardAwaiters) {
  EXPECT_EQ(startWith("std::suspend_always initial_suspend();"), Start::Lazy);
  EXPECT_EQ(startWith("std::suspend_never initial_suspend();"), Start::Eager);
}

TEST(PromiseShape, KnowsAStaticInitialSuspend) {
  EXPECT_EQ(startWith("static std::suspend_always initial_suspend();"),
            Start::Lazy);
}

TEST(PromiseShape, KnowsADeducedReturnType) {
  EXPECT_EQ(
      startWith("auto initial_suspend() { return std::suspend_always{}; }"),
      Start::Lazy);
  EXPECT_EQ(
      startWith("auto initial_suspend() { return std::suspend_never(); }"),
      Start::Eager);
}

TEST(PromiseShape, KnowsAnInheritedInitialSuspend) {
  CoroutineType Type;
  Type.Before = "struct Base { std::suspend_always initial_suspend(); };"
                "struct T; struct P : Base { T get_return_object(); };";
  Type.Initial = "";
  std::string Code = Type.Before + "struct T { using promise_type = P; };";
  Snippet S("#include <coroutine>\n" + Code);
  auto Found = findPromise(S.record("T"), S.facts(), S.context());
  ASSERT_TRUE(Found.has_value());
  EXPECT_EQ(Found->Starts, Start::Lazy);
}

TEST(PromiseShape, KnowsADeducedReturnTypeInATemplate) {
  Snippet S("#include <coroutine>\n"
            "template <class V> struct Promise {"
            "  auto initial_suspend() { return std::suspend_always{}; } };"
            "template <class V> struct T {"
            "  using promise_type = Promise<V>; };"
            "T<int> t; Promise<int> p;");
  auto Found = findPromise(*recordOf(S.type("t")), S.facts(), S.context());
  ASSERT_TRUE(Found.has_value());
  EXPECT_EQ(Found->Starts, Start::Lazy);
}

TEST(PromiseShape, TakesADerivedAwaiterForItsBase) {
  EXPECT_EQ(startWith("Start initial_suspend();",
                      "struct Start : std::suspend_always {};"),
            Start::Lazy);
  EXPECT_EQ(startWith("Start initial_suspend();",
                      "struct Start : std::suspend_never {};"),
            Start::Eager);
  EXPECT_EQ(startWith("Start initial_suspend();",
                      "struct Start : std::suspend_always {"
                      "  void await_resume(); };"),
            Start::Lazy);
}

TEST(PromiseShape, LooksAtWhatADerivedAwaiterHides) {
  EXPECT_EQ(startWith("Start initial_suspend();",
                      "struct Start : std::suspend_always {"
                      "  bool await_ready() { return true; } };"),
            Start::Eager);
  EXPECT_EQ(startWith("Start initial_suspend();",
                      "struct Start : std::suspend_always {"
                      "  bool await_ready(); };"),
            Start::Unknown);
}

TEST(PromiseShape, ReadsTheAwaiterOfOthers) {
  EXPECT_EQ(
      startWith("Start initial_suspend();", awaiter("{ return false; }", "{}")),
      Start::Lazy);
  EXPECT_EQ(
      startWith("Start initial_suspend();", awaiter("{ return true; }", "{}")),
      Start::Eager);
  EXPECT_EQ(
      startWith("Start initial_suspend();", awaiter("{ return false; }", ";")),
      Start::Unknown);
  EXPECT_EQ(startWith("Start initial_suspend();", awaiter(";", "{}")),
            Start::Unknown);
}

TEST(PromiseShape, DoesNotTakeAHopToAnotherThreadForLazy) {
  EXPECT_EQ(startWith("Start initial_suspend();",
                      awaiter("{ return false; }", "{ h.resume(); }")),
            Start::Unknown);
}

TEST(PromiseShape, KnowsFailuresThatEndTheProgram) {
  EXPECT_TRUE(failureEndsProgram("std::terminate();"));
  EXPECT_TRUE(failureEndsProgram("throw;"));
  EXPECT_FALSE(failureEndsProgram(""));
  EXPECT_FALSE(failureEndsProgram("auto e = std::current_exception();"));
  EXPECT_FALSE(Shape(CoroutineType()).Found->FailureEndsProgram);
}

//===--- destroysFrame ---===//

namespace {

bool destroys(StringRef Members, StringRef Bases = "") {
  Snippet S(("#include <coroutine>\n"
             "struct Owner { std::coroutine_handle<> h;"
             "  ~Owner() { h.destroy(); } };"
             "struct T " +
             Bases + " { std::coroutine_handle<> h; " + Members + "};")
                .str());
  return destroysFrame(S.record("T"), S.facts());
}

} // namespace

TEST(DestroysFrame, SeesTheDestructor) {
  EXPECT_TRUE(destroys("~T() { h.destroy(); }"));
  EXPECT_TRUE(destroys("~T() { if (h) { h.destroy(); } }"));
  EXPECT_FALSE(destroys("~T() { h.resume(); }"));
  EXPECT_FALSE(destroys("~T();"));
  EXPECT_FALSE(destroys(""));
}

TEST(DestroysFrame, SeesTheDestructorsOfBases) {
  EXPECT_TRUE(destroys("", ": Owner"));
}

TEST(DestroysFrame, SeesAHelperOfTheDestructor) {
  EXPECT_TRUE(destroys("~T() { reset(); } void reset() { h.destroy(); }"));
}

TEST(DestroysFrame, SeesTheDestructorsOfMembers) {
  EXPECT_TRUE(destroys("Owner owner;"));
}

//===--- returnsConstant ---===//

namespace {

bool returns(StringRef Body, bool Value) {
  Snippet S(("struct T { bool f() " + Body + " };").str());
  return returnsConstant(cast<CXXMethodDecl>(S.function("T::f")), Value,
                         S.facts());
}

} // namespace

TEST(ReturnsConstant, TakesOneReturnOfAWord) {
  EXPECT_TRUE(returns("{ return true; }", true));
  EXPECT_TRUE(returns("{ return (false); }", false));
  EXPECT_FALSE(returns("{ return true; }", false));
}

TEST(ReturnsConstant, TakesNothingElse) {
  EXPECT_FALSE(returns(";", true));
  EXPECT_FALSE(returns("{ int i = 0; return true; }", true));
  EXPECT_FALSE(returns("{ return f(); }", true));
}
