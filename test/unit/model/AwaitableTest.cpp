// Awaitables and senders, and what knowledge adds to shape.

#include "CoroutineTypes.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

/// The class T with \p Members, derived from \p Bases.
AsyncType classWith(StringRef Members, StringRef Yaml = "",
                    StringRef Before = "", StringRef Attribute = "",
                    StringRef Bases = "") {
  return asyncType(("#include <coroutine>\n" + Before + "\nstruct " +
                    Attribute + " T " + Bases + " {" + Members + "};")
                       .str(),
                   Yaml);
}

const std::string OtherUse = AwaitedJob.str() + "int other_use();";

} // namespace

TEST(Awaitable, HasTheThreeMembers) {
  EXPECT_EQ(classWith(AwaitedJob).Kind, AsyncKind::Awaitable);
  EXPECT_TRUE(classWith(AwaitedJob).isAwaitable());
}

TEST(Awaitable, HasAllThreeMembers) {
  EXPECT_EQ(classWith("bool await_ready(); void await_resume();").Kind,
            AsyncKind::None);
}

TEST(Awaitable, MayInheritMembers) {
  EXPECT_EQ(
      classWith("void await_resume();", "", "", "", ": std::suspend_always")
          .Kind,
      AsyncKind::Awaitable);
}

TEST(Awaitable, MayHaveATemplateForAMember) {
  EXPECT_EQ(classWith("bool await_ready(); void await_resume();"
                      "template <class P>"
                      "void await_suspend(std::coroutine_handle<P>);")
                .Kind,
            AsyncKind::Awaitable);
}

TEST(Awaitable, HasAMemberOperator) {
  EXPECT_EQ(classWith("std::suspend_always operator co_await() const;").Kind,
            AsyncKind::Awaitable);
}

TEST(Awaitable, HasAFreeOperatorInItsNamespace) {
  Snippet S("#include <coroutine>\n"
            "namespace a { struct T {}; struct U {};"
            "  std::suspend_always operator co_await(const T &); }"
            "a::T t; a::U u;");
  EXPECT_EQ(S.model().type(S.type("t")).Kind, AsyncKind::Awaitable);
  EXPECT_EQ(S.model().type(S.type("u")).Kind, AsyncKind::None);
}

TEST(Awaitable, HasAFreeOperatorTemplate) {
  Snippet S("#include <coroutine>\n"
            "template <class V> struct T {}; template <class V> struct U {};"
            "template <class V>"
            "std::suspend_always operator co_await(T<V> &&);"
            "T<int> t; U<int> u;");
  EXPECT_EQ(S.model().type(S.type("t")).Kind, AsyncKind::Awaitable);
  EXPECT_EQ(S.model().type(S.type("u")).Kind, AsyncKind::None);
}

TEST(Awaitable, HasAFriendForItsOperator) {
  EXPECT_EQ(
      classWith(
          "friend std::suspend_always operator co_await(T) { return {}; }")
          .Kind,
      AsyncKind::Awaitable);
}

//===--- Whether it must be awaited ---===//

TEST(Awaitable, MustBeAwaitedIfItIsGoodForNothingElse) {
  AsyncType T = classWith(AwaitedJob);
  EXPECT_TRUE(T.MustAwait);
  EXPECT_EQ(T.Evidence, "an awaiter without any other use");
}

TEST(Awaitable, MayBeDroppedIfItHasOtherUses) {
  EXPECT_FALSE(classWith(OtherUse).MustAwait);
}

TEST(Awaitable, MayBeDroppedIfItsConstructorWorks) {
  EXPECT_FALSE(
      classWith(AwaitedJob.str() + "T() { start(); } void static start();")
          .MustAwait);
  EXPECT_FALSE(classWith(AwaitedJob.str() + "T(int);").MustAwait);
}

TEST(Awaitable, MayBeDroppedIfItsDestructorWorks) {
  EXPECT_FALSE(classWith(AwaitedJob.str() + "~T();").MustAwait);
}

TEST(Awaitable, MustBeAwaitedIfItsConstructorOnlyStores) {
  EXPECT_TRUE(classWith(AwaitedJob.str() +
                        "int n; T(int n) : n(n) {} T(T &&) = default;")
                  .MustAwait);
}

TEST(Awaitable, MustBeAwaitedIfItsOtherMembersArePrivate) {
  EXPECT_TRUE(
      classWith(AwaitedJob.str() + "private: void helper();").MustAwait);
}

TEST(Awaitable, MayBeDroppedIfABaseHasOtherUses) {
  EXPECT_FALSE(classWith(AwaitedJob, "", "struct Base { void other_use(); };",
                         "", ": Base")
                   .MustAwait);
}

TEST(Awaitable, MustBeAwaitedIfItIsNodiscard) {
  AsyncType T = classWith(OtherUse, "", "", "[[nodiscard]]");
  EXPECT_TRUE(T.MustAwait);
  EXPECT_EQ(T.Evidence, "an awaitable declared [[nodiscard]]");
}

TEST(Awaitable, MayBeDroppedIfItOnlyMakesAnAwaiter) {
  EXPECT_FALSE(
      classWith("std::suspend_always operator co_await() const;").MustAwait);
}

//===--- Senders ---===//

TEST(Sender, HasASenderConcept) {
  AsyncType T = classWith("using sender_concept = void;");
  EXPECT_EQ(T.Kind, AsyncKind::Sender);
  EXPECT_EQ(T.Starts, Start::Lazy);
  EXPECT_EQ(T.Dropped, IfDropped::NeverRuns);
  EXPECT_TRUE(T.MustAwait);
  EXPECT_FALSE(T.isAwaitable());
}

TEST(Sender, HadCompletionSignaturesAndConnect) {
  EXPECT_EQ(classWith("using completion_signatures = void;"
                      "template <class R> int connect(R);")
                .Kind,
            AsyncKind::Sender);
  EXPECT_EQ(classWith("using completion_signatures = void;").Kind,
            AsyncKind::None);
}

TEST(Sender, MayInheritItsConcept) {
  EXPECT_EQ(classWith("", "", "struct Base { using sender_concept = void; };",
                      "", ": Base")
                .Kind,
            AsyncKind::Sender);
}

TEST(Sender, HasATypeOfThatNameNotAValue) {
  EXPECT_EQ(classWith("int sender_concept;").Kind, AsyncKind::None);
}

//===--- Knowledge ---===//

TEST(AsyncKnowledge, MakesATaskOfAnyClass) {
  AsyncType T = classWith("", "types: [{names: [T], task: lazy}]");
  EXPECT_EQ(T.Kind, AsyncKind::Task);
  EXPECT_EQ(T.Starts, Start::Lazy);
  EXPECT_EQ(T.Dropped, IfDropped::NeverRuns);
  EXPECT_TRUE(T.MustAwait);
  EXPECT_EQ(T.Evidence, "lazy: test.yaml:1");
}

TEST(AsyncKnowledge, TellsWhatDroppingAnEagerTaskDoes) {
  AsyncType T = classWith("", "types: [{names: [T], task: eager}]");
  EXPECT_EQ(T.Starts, Start::Eager);
  EXPECT_EQ(T.Dropped, IfDropped::RunsOn);
  EXPECT_EQ(T.Evidence, "eager: test.yaml:1");
  T = classWith("", "types: [{names: [T], task: eager, dropped: cancels}]");
  EXPECT_EQ(T.Dropped, IfDropped::Cancels);
  T = classWith("", "types: [{names: [T], task: lazy, dropped: leaks}]");
  EXPECT_EQ(T.Dropped, IfDropped::Leaks);
}

TEST(AsyncKnowledge, KnowsTasksOfUnknownStart) {
  AsyncType T = classWith("", "types: [{names: [T], task: unknown}]");
  EXPECT_EQ(T.Kind, AsyncKind::Task);
  EXPECT_EQ(T.Starts, Start::Unknown);
  EXPECT_EQ(T.Dropped, IfDropped::Unknown);
}

TEST(AsyncKnowledge, IsStrongerThanShape) {
  AsyncType T = asyncType(CoroutineType::awaitable(),
                          "types: [{names: [T], task: eager}]");
  EXPECT_EQ(T.Starts, Start::Eager);
  EXPECT_EQ(T.Dropped, IfDropped::RunsOn);
}

TEST(AsyncKnowledge, MakesAClassThatMustBeAwaited) {
  AsyncType T = classWith(OtherUse, "types: [{names: [T], must-await: true}]");
  EXPECT_EQ(T.Kind, AsyncKind::Awaitable);
  EXPECT_TRUE(T.MustAwait);
  EXPECT_EQ(T.Evidence, "must be awaited: test.yaml:1");
}

TEST(AsyncKnowledge, MakesATaskThatMayBeDropped) {
  AsyncType T = asyncType(CoroutineType::awaitable(),
                          "types: [{names: [T], discardable: true}]");
  EXPECT_EQ(T.Kind, AsyncKind::Task);
  EXPECT_FALSE(T.MustAwait);
  EXPECT_EQ(T.Evidence, "may be dropped: test.yaml:1");
}

TEST(AsyncKnowledge, OfTheFirstEntryWins) {
  AsyncType T = classWith("", "types:\n"
                              "  - {names: [T], task: eager}\n"
                              "  - {names: [T], task: lazy}\n");
  EXPECT_EQ(T.Starts, Start::Eager);
  T = classWith(AwaitedJob, "types:\n"
                            "  - {names: [T], discardable: true}\n"
                            "  - {names: [T], must-await: true}\n");
  EXPECT_FALSE(T.MustAwait);
}

TEST(AsyncKnowledge, ComesFromAnnotationsToo) {
  AsyncType T =
      classWith("", "", "", "[[clang::annotate(\"corolint::task\")]]");
  EXPECT_EQ(T.Kind, AsyncKind::Task);
  EXPECT_EQ(T.Starts, Start::Lazy);
  T = classWith(OtherUse, "", "",
                "[[clang::annotate(\"corolint::must_await\")]]");
  EXPECT_TRUE(T.MustAwait);
  EXPECT_EQ(T.Dropped, IfDropped::Unknown);
  T = classWith(OtherUse, "", "",
                "[[clang::annotate(\"corolint::stops_if_dropped\")]]");
  EXPECT_TRUE(T.MustAwait);
  EXPECT_EQ(T.Dropped, IfDropped::Cancels);
  T = classWith(OtherUse, "", "",
                "[[clang::annotate(\"corolint::runs_on_if_dropped\")]]");
  EXPECT_TRUE(T.MustAwait);
  EXPECT_EQ(T.Dropped, IfDropped::RunsOn);
}
