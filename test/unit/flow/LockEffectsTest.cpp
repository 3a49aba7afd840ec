// Which locks a body deals with, and what its expressions do to them.

#include "flow/LockEffects.h"
#include "Snippet.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

const char *const Yaml = R"(types:
  - {names: [mutex], mutex: thread}
  - {names: [guard, unique], guard: by-mutex}
  - {names: [defer], guard-tag: defer}
  - {names: [tries], guard-tag: try}
  - {names: [adopt], guard-tag: adopt}
)";

/// The effects in the body of a coroutine `test`.
struct Locks : Snippet {
  explicit Locks(StringRef Body, StringRef Before = "",
                 StringRef Parameters = "")
      : Snippet(
            ("#include \"task.h\"\n#include <utility>\n"
             "struct mutex { void lock(); bool try_lock(); void unlock(); };"
             "struct defer {}; struct tries {}; struct adopt {};"
             "template <class M> struct guard { explicit guard(M &);"
             "  guard(M &, adopt); ~guard(); };"
             "template <class M> struct unique { unique(); explicit unique(M "
             "&);"
             "  unique(M &, defer); unique(M &, tries); unique(unique &&);"
             "  ~unique(); unique &operator=(unique &&);"
             "  void lock(); void unlock(); bool owns_lock() const;"
             "  M *release(); };"
             "struct S { mutex m; S *next; }; S s; mutex m, n; bool b();" +
             Before + "Task test(" + Parameters + ") {" + Body + "}")
                .str(),
            Yaml),
        Effects(function("test"), model()) {}

  /// "lock variable", "m mutex", in the order of the table.
  Texts objects() {
    Texts Found;
    for (const LockObject &O : Effects.Objects) {
      const char *Kind[] = {" variable", " parameter", " temporary", " mutex"};
      Found.push_back(O.Name + Kind[static_cast<unsigned>(O.Kind)]);
    }
    return Found;
  }

  std::string spoken(const LockChange &Change) {
    const char *What[] = {" acquire", " try", " try-now", " release",
                          " take-over"};
    std::string Text = Effects.Objects[Change.Target].Name +
                       What[static_cast<unsigned>(Change.What)];
    if (Change.What == LockEffect::TakeOver)
      Text += " of " + Effects.Objects[Change.Source].Name;
    return Text;
  }

  /// What the declaration of \p Name does.
  Texts declared(StringRef Name) {
    Texts Found;
    for (const LockChange &C : Effects.AtDeclaration.lookup(&variable(Name)))
      Found.push_back(spoken(C));
    return Found;
  }

  /// What the calls of \p Callee do.
  Texts called(StringRef Callee) {
    Texts Found;
    for (const CallSite &Call : calls("test", Callee))
      for (const LockChange &C : Effects.AtExpression.lookup(Call.Node))
        Found.push_back(spoken(C));
    return Found;
  }

  /// The locks that some expression lets go of, each once, in source order.
  Texts released() {
    Texts Found;
    walkEvaluated(writtenBody(function("test")), [&](const Stmt *Node) {
      for (const LockChange &C : Effects.AtExpression.lookup(Node))
        if (C.What == LockEffect::Release &&
            !llvm::is_contained(Found, Effects.Objects[C.Target].Name))
          Found.push_back(Effects.Objects[C.Target].Name);
      return true;
    });
    return Found;
  }

  /// "m held", "m free": what the first condition asks if it is true.
  std::string asked() {
    std::string Found = "nothing";
    walkEvaluated(writtenBody(function("test")), [&](const Stmt *Node) {
      if (const auto *If = dyn_cast<IfStmt>(Node))
        if (auto Asked = Effects.asked(*If->getCond()))
          Found = Effects.Objects[Asked->first].Name +
                  (Asked->second ? " held" : " free");
      return true;
    });
    return Found;
  }

  LockEffects Effects;
};

const std::string Wait = "co_await step();";

} // namespace

TEST(LockEffects, AreNotReadWithoutASuspension) {
  Locks S("guard g(m); m.lock(); co_return;");
  EXPECT_FALSE(S.Effects.Suspends);
  EXPECT_EQ(S.objects(), Texts{});
}

TEST(LockEffects, FindGuardsAndMutexesLockedByHand) {
  Locks S("m.lock(); guard g(n); m.unlock();" + Wait, "",
          "unique<mutex> given");
  EXPECT_TRUE(S.Effects.Suspends);
  EXPECT_EQ(S.objects(), (Texts{"given parameter", "g variable", "m mutex"}));
}

TEST(LockEffects, DoNotFindWhatIsNoLockOfThisBody) {
  EXPECT_EQ(Locks("unique<mutex> &alias = given; int i = 0;" + Wait, "",
                  "unique<mutex> &given")
                .objects(),
            Texts{});
  EXPECT_EQ(Locks("static guard g(m);" + Wait).objects(), Texts{});
  EXPECT_EQ(Locks("m.unlock();" + Wait).objects(), Texts{});
  EXPECT_EQ(Locks("auto l = [] { guard g(m); m.lock(); };" + Wait).objects(),
            Texts{});
}

TEST(LockEffects, DescribeAGuard) {
  Locks S("\nunique lock(s.next->m);\nguard g(m);" + Wait);
  ASSERT_EQ(S.Effects.Objects.size(), 2u);
  const LockObject &Lock = S.Effects.Objects[0];
  EXPECT_EQ(S.from(Lock.Where), "lock(s.next->m);");
  EXPECT_TRUE(Lock.Locked.isInvalid());
  EXPECT_EQ(Lock.Type, "unique<mutex>");
  EXPECT_FALSE(Lock.Evidence.empty());
  EXPECT_TRUE(Lock.CanUnlock);
  ASSERT_TRUE(Lock.Mutex);
  EXPECT_EQ(Lock.Mutex->Spoken, "s.next->m");
  EXPECT_FALSE(S.Effects.Objects[1].CanUnlock);
}

TEST(LockEffects, DescribeAMutex) {
  Locks S("m.unlock();\ns.m.lock();\ns.m.unlock();" + Wait);
  ASSERT_EQ(S.objects(), Texts{"s.m mutex"});
  const LockObject &Mutex = S.Effects.Objects[0];
  EXPECT_EQ(S.from(Mutex.Where), "lock();");
  EXPECT_EQ(Mutex.Type, "mutex");
  ASSERT_TRUE(Mutex.Mutex);
  EXPECT_EQ(Mutex.Mutex->Steps.size(), 2u);
}

TEST(LockEffects, TellWhereAGuardIsLockedLater) {
  Locks S("unique g(m, defer{});\ng.lock();\n" + Wait);
  ASSERT_EQ(S.Effects.Objects.size(), 1u);
  EXPECT_EQ(S.from(S.Effects.Objects[0].Locked), "lock();");
}

TEST(LockEffects, ReadTheTagsOfConstructors) {
  EXPECT_EQ(Locks("unique g(m);" + Wait).declared("g"), Texts{"g acquire"});
  EXPECT_EQ(Locks("unique g(m, defer{});" + Wait).declared("g"),
            Texts{"g release"});
  EXPECT_EQ(Locks("unique g(m, tries{});" + Wait).declared("g"),
            Texts{"g try"});
  EXPECT_EQ(Locks("unique<mutex> g;" + Wait).declared("g"), Texts{"g release"});
  EXPECT_EQ(Locks("m.lock(); guard g(m, adopt{});" + Wait).declared("g"),
            (Texts{"g acquire", "m release"}));
}

TEST(LockEffects, ReadCallsOnGuardsAndMutexes) {
  EXPECT_EQ(Locks("unique g(m); g.unlock(); g.lock();" + Wait).called("unlock"),
            Texts{"g release"});
  EXPECT_EQ(Locks("m.lock(); n.lock();" + Wait).called("lock"),
            (Texts{"m acquire", "n acquire"}));
  EXPECT_EQ(Locks("m.try_lock();" + Wait).called("try_lock"),
            Texts{"m try-now"});
  EXPECT_EQ(Locks("m.lock(); n.unlock();" + Wait).called("unlock"), Texts{});
}

TEST(LockEffects, LetAGuardTakeOverAnother) {
  EXPECT_EQ(Locks("unique g(m); unique h(std::move(g));" + Wait).declared("h"),
            Texts{"h take-over of g"});
  EXPECT_EQ(Locks("unique g(m); unique<mutex> h; h = std::move(g);" + Wait)
                .called("operator="),
            Texts{"h take-over of g"});
  EXPECT_EQ(Locks("unique g(m); g.release();" + Wait).called("release"),
            Texts{"m take-over of g"});
}

TEST(LockEffects, LetGoOfWhatEscapes) {
  EXPECT_EQ(Locks("unique g(m); take(g);" + Wait, "void take(unique<mutex> &);")
                .released(),
            Texts{"g"});
  EXPECT_EQ(
      Locks("m.lock(); take(m);" + Wait, "void take(mutex &);").released(),
      Texts{"m"});
  EXPECT_EQ(
      Locks("unique g(m); auto l = [&] { g.unlock(); };" + Wait).released(),
      Texts{"g"});
}

TEST(LockEffects, DoNotLetGoOfWhatIsOnlyLookedAt) {
  EXPECT_EQ(Locks("unique g(m); look(g); bool held = g.owns_lock();" + Wait,
                  "void look(const unique<mutex> &);")
                .released(),
            Texts{});
  EXPECT_EQ(Locks("m.lock(); auto l = [] { n.unlock(); };" + Wait).released(),
            Texts{});
}

TEST(LockEffects, LetGoWhenAPointerOnTheWayChanges) {
  EXPECT_EQ(
      Locks("S *p = &any(); p->m.lock(); p = p->next;" + Wait, "S &any();")
          .released(),
      Texts{"p->m"});
  EXPECT_EQ(Locks("S *p = &any(), *q = p; p->m.lock(); q = p->next;" + Wait,
                  "S &any();")
                .released(),
            Texts{});
}

TEST(LockEffects, TellWhatAConditionAsks) {
  EXPECT_EQ(Locks("if (m.try_lock()) {}" + Wait).asked(), "m held");
  EXPECT_EQ(Locks("if (!m.try_lock()) {}" + Wait).asked(), "m free");
  EXPECT_EQ(Locks("if (m.try_lock() == false) {}" + Wait).asked(), "m free");
  EXPECT_EQ(Locks("const bool got = m.try_lock(); if (got) {}" + Wait).asked(),
            "m held");
  EXPECT_EQ(Locks("unique g(m, tries{}); if (g.owns_lock()) {}" + Wait).asked(),
            "g held");
}

TEST(LockEffects, AreNotAskedByOtherConditions) {
  EXPECT_EQ(Locks("m.lock(); if (b()) {}" + Wait).asked(), "nothing");
  EXPECT_EQ(
      Locks("bool got = m.try_lock(); got = b(); if (got) {}" + Wait).asked(),
      "nothing");
}

TEST(LockEffects, FindGuardsThatOnlyTemporariesHold) {
  Locks S("use(guard<mutex>(m)), co_await step();",
          "void use(const guard<mutex> &);");
  EXPECT_EQ(S.objects(), Texts{" temporary"});
  EXPECT_EQ(S.Effects.Temporaries.size(), 1u);
  EXPECT_TRUE(S.Effects.ResultOf.empty());
  // A guard by value is the callee's.
  EXPECT_EQ(Locks("keep(unique<mutex>(m));" + Wait, "void keep(unique<mutex>);")
                .objects(),
            Texts{});
}

TEST(LockEffects, KnowWhichAwaitGivesATemporary) {
  Locks S("co_await Gives();", "struct Gives { bool await_ready();"
                               "void await_suspend(std::coroutine_handle<>);"
                               "unique<mutex> await_resume(); };");
  ASSERT_EQ(S.objects(), Texts{" temporary"});
  const Expr *Await = S.Effects.ResultOf.lookup(0);
  ASSERT_NE(Await, nullptr);
  EXPECT_EQ(S.text(*Await), "co_await Gives()");
}
