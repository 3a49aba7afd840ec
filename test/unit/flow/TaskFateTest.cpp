// What becomes of tasks in local variables.

#include "flow/TaskFate.h"
#include "Snippet.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

/// A coroutine `test` and what it loses.
struct Losing : Snippet {
  explicit Losing(StringRef Body, StringRef Before = "",
                  StringRef Parameter = "Task &given")
      : Snippet(("#include \"task.h\"\n#include <utility>\n"
                 "void keep(Task); void look(const Task &); bool b();"
                 "[[noreturn]] void fail();" +
                 Before + "Task test(" + Parameter + ") {" + Body + "}")
                    .str()),
        Tasks(findLostTasks(function("test"), model())) {}

  std::vector<LostTask> Tasks;
};

/// "pending never", "pending on some paths", "pending replaced".
Texts lost(StringRef Body, StringRef Before = "",
           StringRef Parameter = "Task &given") {
  Texts Found;
  for (const LostTask &Lost : Losing(Body, Before, Parameter).Tasks)
    Found.push_back(Lost.Variable->getNameAsString() +
                    (Lost.Overwritten.isValid() ? " replaced"
                     : Lost.Never               ? " never"
                                                : " on some paths"));
  return Found;
}

} // namespace

TEST(TaskFate, OfAnUntouchedVariableIsLost) {
  EXPECT_EQ(lost("auto t = step(); co_return;"), Texts{"t never"});
  EXPECT_EQ(lost("Task t = step(), u = step(); co_await u;"), Texts{"t never"});
}

TEST(TaskFate, OfWhatIsTakenIsNotLost) {
  EXPECT_EQ(lost("auto t = step(); co_await t;"), Texts{});
  EXPECT_EQ(lost("auto t = step(); keep(std::move(t)); co_return;"), Texts{});
  EXPECT_EQ(lost("auto t = step(); look(t); co_return;"), Texts{});
  EXPECT_EQ(lost("auto t = step(); auto *p = &t; co_return;"), Texts{});
  EXPECT_EQ(lost("auto t = step(); auto l = [&] { return t.done(); };"
                 "co_return;"),
            Texts{});
}

TEST(TaskFate, IsNotChangedByQuestionsAndCasts) {
  EXPECT_EQ(lost("auto t = step(); if (t.done()) co_return;"),
            Texts{"t never"});
  EXPECT_EQ(lost("auto t = step(); (void)t; co_return;"), Texts{"t never"});
}

TEST(TaskFate, IsAskedOnEveryPath) {
  EXPECT_EQ(lost("auto t = step(); if (b()) co_return; co_await t;"),
            Texts{"t on some paths"});
  EXPECT_EQ(lost("auto t = step(); if (b()) co_await t;"),
            Texts{"t on some paths"});
  EXPECT_EQ(lost("auto t = step();"
                 "if (b()) co_await t; else keep(std::move(t));"),
            Texts{});
}

TEST(TaskFate, IsAskedInEachRoundOfALoop) {
  EXPECT_EQ(lost("while (b()) { auto t = step(); if (b()) continue;"
                 "co_await t; }"),
            Texts{"t on some paths"});
  EXPECT_EQ(lost("while (b()) { auto t = step(); co_await t; }"), Texts{});
}

TEST(TaskFate, IsNotAskedWhereTheProgramEnds) {
  EXPECT_EQ(lost("auto t = step(); if (b()) throw 1; if (b()) fail();"
                 "co_await t;"),
            Texts{});
}

TEST(TaskFate, OfAReplacedTaskIsLost) {
  EXPECT_EQ(lost("auto t = step(1); t = step(2); co_await t;"),
            Texts{"t replaced"});
  EXPECT_EQ(lost("auto t = step(1); co_await t; t = step(2); co_await t;"),
            Texts{});
}

TEST(TaskFate, OfWhatAnAwaitGivesIsAskedToo) {
  EXPECT_EQ(lost("auto t = co_await Outer(); co_return;",
                 "struct Outer { bool await_ready();"
                 "void await_suspend(std::coroutine_handle<>);"
                 "Task await_resume(); };"),
            Texts{"t never"});
}

TEST(TaskFate, OfReferencesIsSomebodyElses) {
  EXPECT_EQ(lost("co_return;"), Texts{});
  EXPECT_EQ(lost("Task &t = given; co_return;"), Texts{});
  EXPECT_EQ(lost("static Task t = step(); co_return;"), Texts{});
}

TEST(TaskFate, OfAParameterThatIsNeverNamedIsLost) {
  EXPECT_EQ(lost("co_return;", "", "Task given"), Texts{"given never"});
  EXPECT_EQ(lost("co_await given;", "", "Task given"), Texts{});
  EXPECT_EQ(lost("if (b()) co_await given;", "", "Task given"), Texts{});
  EXPECT_EQ(lost("(void)given; co_return;", "", "Task given"), Texts{});
  EXPECT_EQ(lost("co_return;", "", "Task"), Texts{});
  EXPECT_EQ(lost("co_return;", "", "[[maybe_unused]] Task given"), Texts{});
}

TEST(TaskFate, GoesAlongWithAMove) {
  EXPECT_EQ(lost("auto t = std::move(given); co_return;", "", "Task given"),
            Texts{"t never"});
  EXPECT_EQ(lost("auto t = std::move(given); co_await t;", "", "Task given"),
            Texts{});
  EXPECT_EQ(lost("auto t = step(); auto u = std::move(t); co_return;"),
            Texts{"u never"});
  EXPECT_EQ(lost("auto t = step(); co_await t; auto u = std::move(t);"),
            Texts{});
}

TEST(TaskFate, NamesTheVariableAndWhatMadeTheTask) {
  Losing S("\nauto t = step(1);\nco_return;");
  ASSERT_EQ(S.Tasks.size(), 1u);
  const LostTask &Lost = S.Tasks[0];
  EXPECT_EQ(Lost.Variable, &S.variable("t"));
  EXPECT_EQ(S.text(*Lost.Source), "step(1)");
  EXPECT_EQ(S.from(Lost.Where), "t = step(1);");
  EXPECT_TRUE(Lost.Used.isInvalid());
  EXPECT_TRUE(Lost.Overwritten.isInvalid());
}

TEST(TaskFate, TellsAPlaceThatTakesTheTask) {
  Losing S("auto t = step();\nif (b()) co_return;\nkeep(std::move(\nt\n));");
  ASSERT_EQ(S.Tasks.size(), 1u);
  EXPECT_FALSE(S.Tasks[0].Never);
  EXPECT_EQ(S.from(S.Tasks[0].Used), "t");
}

TEST(TaskFate, TellsWhereAnotherTaskTakesThePlace) {
  Losing S("auto t = step(1);\nt = step(2);\nco_await t;");
  ASSERT_EQ(S.Tasks.size(), 1u);
  EXPECT_EQ(S.text(*S.Tasks[0].Source), "step(1)");
  EXPECT_EQ(S.from(S.Tasks[0].Overwritten), "= step(2);");
}

TEST(TaskFate, IsToldInTheOrderOfTheSource) {
  EXPECT_EQ(lost("auto z = step(); { auto a = step(); } auto m = step();"
                 "co_return;"),
            (Texts{"z never", "a never", "m never"}));
}

TEST(TaskFate, OfAnEmptyVariableIsNotAsked) {
  EXPECT_EQ(lost("Lazy l; co_return;",
                 "struct Lazy : Task { Lazy(); Lazy(Lazy &&); };"),
            Texts{});
}

TEST(TaskFate, BehindAHandlerIsAskedToo) {
  EXPECT_EQ(lost("try { b(); } catch (...) {} auto t = step(); co_return;"),
            Texts{"t never"});
  EXPECT_EQ(lost("try { b(); co_return; } catch (...) {}"
                 "auto t = step(); co_return;"),
            Texts{"t never"});
}

TEST(TaskFate, InAHandlerIsAskedToo) {
  EXPECT_EQ(lost("try { b(); } catch (...) { auto t = step(); } co_return;"),
            Texts{"t never"});
  EXPECT_EQ(lost("try { b(); } catch (...) { keep(step()); } co_return;"),
            Texts{});
}
