// Coroutine types: tasks, generators, fire and forget.

#include "model/AsyncType.h"
#include "CoroutineTypes.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

TEST(AsyncType, OfAnAwaitableCoroutineTypeIsATask) {
  AsyncType T = asyncType(CoroutineType::awaitable());
  EXPECT_EQ(T.Kind, AsyncKind::Task);
  EXPECT_TRUE(T.isAwaitable());
}

TEST(AsyncType, IsLazyIfItStartsSuspended) {
  AsyncType T = asyncType(CoroutineType::awaitable());
  EXPECT_EQ(T.Starts, Start::Lazy);
  EXPECT_EQ(T.Dropped, IfDropped::NeverRuns);
  EXPECT_TRUE(T.MustAwait);
  EXPECT_EQ(T.Evidence, "lazy: initial_suspend returns 'suspend_always'");
}

TEST(AsyncType, IsEagerIfItStartsAtOnce) {
  AsyncType T = asyncType(CoroutineType::eager());
  EXPECT_EQ(T.Kind, AsyncKind::Task);
  EXPECT_EQ(T.Starts, Start::Eager);
  EXPECT_EQ(T.Dropped, IfDropped::RunsOn);
  EXPECT_TRUE(T.MustAwait);
  EXPECT_EQ(T.Evidence, "eager: initial_suspend returns 'suspend_never'");
}

TEST(AsyncType, CancelsWhenDroppedIfItDestroysTheFrame) {
  CoroutineType Type = CoroutineType::eager();
  Type.Members += "std::coroutine_handle<promise_type> self;"
                  "~T() { if (self) self.destroy(); }";
  AsyncType T = asyncType(Type);
  EXPECT_EQ(T.Dropped, IfDropped::Cancels);
  EXPECT_TRUE(T.MustAwait);
}

TEST(AsyncType, MayBeDroppedIfItsFailureEndsTheProgram) {
  CoroutineType Type = CoroutineType::eager();
  Type.Failure = "void unhandled_exception() { std::terminate(); }";
  AsyncType T = asyncType(Type);
  EXPECT_EQ(T.Dropped, IfDropped::RunsOn);
  EXPECT_FALSE(T.MustAwait);
}

TEST(AsyncType, HasAnUnknownStartIfTheAwaiterDecidesLater) {
  CoroutineType Type = CoroutineType::awaitable();
  Type.Before = "struct Maybe {" + AwaitedJob.str() + "};";
  Type.Initial = "Maybe initial_suspend();";
  AsyncType T = asyncType(Type);
  EXPECT_EQ(T.Kind, AsyncKind::Task);
  EXPECT_EQ(T.Starts, Start::Unknown);
  EXPECT_EQ(T.Dropped, IfDropped::Unknown);
  EXPECT_FALSE(T.MustAwait);
}

TEST(AsyncType, OfUnknownStartMustBeAwaitedIfItIsNodiscard) {
  CoroutineType Type = CoroutineType::awaitable();
  Type.Before = "struct Maybe {" + AwaitedJob.str() + "};";
  Type.Initial = "Maybe initial_suspend();";
  Type.Attribute = "[[nodiscard]]";
  EXPECT_TRUE(asyncType(Type).MustAwait);
}

TEST(AsyncType, ThatYieldsAndIsNotAwaitedIsAGenerator) {
  CoroutineType Type;
  Type.Promise = "std::suspend_always yield_value(int);";
  AsyncType T = asyncType(Type);
  EXPECT_EQ(T.Kind, AsyncKind::Generator);
  EXPECT_FALSE(T.MustAwait);
  EXPECT_FALSE(T.isAwaitable());
}

TEST(AsyncType, ThatStartsAtOnceAndIsNotAwaitedIsDetached) {
  CoroutineType Type;
  Type.Initial = "std::suspend_never initial_suspend();";
  AsyncType T = asyncType(Type);
  EXPECT_EQ(T.Kind, AsyncKind::Detached);
  EXPECT_FALSE(T.MustAwait);
}

TEST(AsyncType, ThatStartsSuspendedAndIsNotAwaitedIsATask) {
  AsyncType T = asyncType(CoroutineType());
  EXPECT_EQ(T.Kind, AsyncKind::Task);
  EXPECT_TRUE(T.MustAwait);
}

TEST(AsyncType, IsATaskByItsMemberOperator) {
  CoroutineType Type;
  Type.Initial = "std::suspend_never initial_suspend();";
  Type.Members = "std::suspend_always operator co_await();";
  EXPECT_EQ(asyncType(Type).Kind, AsyncKind::Task);
}

TEST(AsyncType, IsATaskByAFreeOperator) {
  CoroutineType Type;
  Type.Initial = "std::suspend_never initial_suspend();";
  EXPECT_EQ(
      asyncType(Type.code() + "std::suspend_always operator co_await(T &&);")
          .Kind,
      AsyncKind::Task);
}

TEST(AsyncType, FindsThePromiseInABase) {
  CoroutineType Type = CoroutineType::awaitable();
  StringRef Code = "struct T2 : T {}; using U = T2;";
  Snippet S(Type.code() + Code.str());
  EXPECT_EQ(S.model().type(S.type("U")).Kind, AsyncKind::Task);
  EXPECT_EQ(S.model().type(S.type("U")).Starts, Start::Lazy);
}

TEST(AsyncType, FindsThePromiseInAnAlias) {
  AsyncType T = asyncType("#include <coroutine>\n"
                          "struct Promise {"
                          "  std::suspend_always initial_suspend(); };"
                          "struct T { using promise_type = Promise;" +
                          AwaitedJob.str() + "};");
  EXPECT_EQ(T.Kind, AsyncKind::Task);
  EXPECT_EQ(T.Starts, Start::Lazy);
}

namespace {

/// A class template T whose promise is a member class.
constexpr llvm::StringLiteral Template =
    "#include <coroutine>\n"
    "template <class V> struct T {"
    "  struct promise_type {"
    "    T get_return_object();"
    "    std::suspend_always initial_suspend();"
    "    std::suspend_always final_suspend() noexcept;"
    "    void return_value(V);"
    "    void unhandled_exception();"
    "  };"
    "  bool await_ready();"
    "  void await_suspend(std::coroutine_handle<>);"
    "  V await_resume();"
    "  int other_use();"
    "};";

} // namespace

TEST(AsyncType, OfATemplateIsThatOfItsInstantiation) {
  Snippet S(Template.str() + "T<int> make() { co_return 1; }"
                             "void test() { make(); }");
  QualType Type = S.call("test", "make").Node->getType();
  EXPECT_EQ(S.model().type(Type).Kind, AsyncKind::Task);
  EXPECT_EQ(S.model().type(Type).Starts, Start::Lazy);
}

TEST(AsyncType, OfATemplateNeedsNoCoroutineInTheSameFile) {
  Snippet S(Template.str() + "T<int> make();"
                             "void test() { make(); }");
  QualType Type = S.call("test", "make").Node->getType();
  EXPECT_EQ(S.model().type(Type).Kind, AsyncKind::Task);
  EXPECT_EQ(S.model().type(Type).Starts, Start::Lazy);
  EXPECT_TRUE(S.model().type(Type).MustAwait);
}

TEST(AsyncType, OfADependentTypeIsNone) {
  Snippet S(Template.str() + "template <class V> void test() { T<V> t; }");
  EXPECT_EQ(S.model().type(S.type("t")).Kind, AsyncKind::None);
}

TEST(AsyncType, LooksThroughReferencesAndConst) {
  Snippet S(CoroutineType::awaitable().code() + "void f(const T &t, T &&u);");
  EXPECT_EQ(S.model().type(S.type("t")).Kind, AsyncKind::Task);
  EXPECT_EQ(S.model().type(S.type("u")).Kind, AsyncKind::Task);
}

TEST(AsyncType, OfOtherThingsIsNone) {
  Snippet S("struct Plain { void f(); }; struct Incomplete;"
            "Plain plain; int number; Plain *pointer;"
            "void f(Incomplete &incomplete);");
  for (const char *Name : {"plain", "number", "pointer", "incomplete"}) {
    EXPECT_EQ(S.model().type(S.type(Name)).Kind, AsyncKind::None) << Name;
    EXPECT_FALSE(S.model().type(S.type(Name)).MustAwait) << Name;
  }
}

//===--- Specialisations of std::coroutine_traits ---===//

namespace {

std::string traits(StringRef Head, StringRef Initial) {
  return ("template <" + Head +
          "> {"
          "  struct promise_type {"
          "    T get_return_object();"
          "    std::" +
          Initial +
          " initial_suspend();"
          "    std::suspend_always final_suspend() noexcept;"
          "    void return_void();"
          "    void unhandled_exception();"
          "  };"
          "};")
      .str();
}

const std::string Plain = "#include <coroutine>\n"
                          "struct T { " +
                          AwaitedJob.str() + " };";

} // namespace

TEST(AsyncType, TakesThePromiseOfATraitsSpecialisation) {
  AsyncType T = asyncType(
      Plain + traits("> struct std::coroutine_traits<T", "suspend_always"));
  EXPECT_EQ(T.Kind, AsyncKind::Task);
  EXPECT_EQ(T.Starts, Start::Lazy);
}

TEST(AsyncType, TakesThePromiseOfAPartialTraitsSpecialisation) {
  AsyncType T =
      asyncType(Plain +
                traits("class... A> struct std::coroutine_traits<T, A...",
                       "suspend_never") +
                "T coroutine(int) { co_return; }");
  EXPECT_EQ(T.Kind, AsyncKind::Task);
  EXPECT_EQ(T.Starts, Start::Eager);
}

TEST(AsyncType, HasAnUnknownStartIfParametersChooseThePromise) {
  AsyncType T = asyncType(
      Plain + traits("> struct std::coroutine_traits<T", "suspend_always") +
      traits("> struct std::coroutine_traits<T, int", "suspend_never"));
  EXPECT_EQ(T.Kind, AsyncKind::Task);
  EXPECT_EQ(T.Starts, Start::Unknown);
}
