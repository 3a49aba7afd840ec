// The graph of a body, and states that flow through it.

#include "flow/FlowGraph.h"
#include "Snippet.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

/// A function `test` in which `set` and `clear` change the only state, and
/// `ask` tells which it may be in.
struct Flow : Snippet {
  enum : uint8_t { Clear = 1, Set = 2 };

  explicit Flow(StringRef Body)
      : Snippet(("#include \"task.h\"\n"
                 "struct D { D(); ~D(); }; void use(const D &);"
                 "void set(); void clear(); void ask(int); bool b();"
                 "[[noreturn]] void fail();"
                 "Task test() {" +
                 Body + "}")
                    .str()),
        Graph(FlowGraph::of(function("test"))) {}

  /// Who is called by \p Element; empty if it is no call.
  static std::string called(const CFGElement &Element) {
    auto Statement = Element.getAs<CFGStmt>();
    std::optional<CallSite> Site =
        Statement ? asCall(*Statement->getStmt()) : std::nullopt;
    return Site ? unqualifiedName(*Site->Callee) : "";
  }

  static void apply(const CFGElement &Element, FlowState &State) {
    if (called(Element) == "set")
      State[0] = Set;
    else if (called(Element) == "clear")
      State[0] = Clear;
  }

  /// "1 set", "2 clear|set", "3 unreached": the argument and the state of each
  /// call of `ask`, sorted.
  Texts asked(
      FlowGraph::Narrow Leave = [](const CFGBlock &, unsigned, FlowState &) {},
      FlowGraph::Enter Begin = [](const CFGBlock &, FlowState &) {}) {
    std::vector<FlowState> In =
        Graph->solveForward(0, {Clear}, Begin, apply, Leave);
    Texts Found;
    for (const CFGBlock *Block : Graph->cfg()) {
      FlowState State = In[Block->getBlockID()];
      if (!State.empty())
        Begin(*Block, State);
      for (const CFGElement &Element : *Block) {
        if (!State.empty())
          apply(Element, State);
        if (called(Element) == "ask")
          Found.push_back(
              text(
                  *asCall(*Element.castAs<CFGStmt>().getStmt())->Arguments[0]) +
              (State.empty()               ? " unreached"
               : State[0] == (Set | Clear) ? " clear|set"
               : State[0] == Set           ? " set"
                                           : " clear"));
      }
    }
    llvm::sort(Found);
    return Found;
  }

  /// How many elements of the graph are of kind \p Element.
  template <typename Element> unsigned count() {
    unsigned Number = 0;
    for (const CFGBlock *Block : Graph->cfg())
      for (const CFGElement &Each : *Block)
        Number += Each.getAs<Element>().has_value();
    return Number;
  }

  /// How many suspensions the graph has.
  unsigned suspensions() {
    unsigned Number = 0;
    for (const CFGBlock *Block : Graph->cfg())
      for (const CFGElement &Each : *Block)
        if (auto Statement = Each.getAs<CFGStmt>())
          Number += model().suspension(*Statement->getStmt()).has_value();
    return Number;
  }

  std::unique_ptr<FlowGraph> Graph;
};

} // namespace

TEST(FlowGraph, DoesNotExistWithoutABody) {
  Snippet S("void declared(); void defined() {}");
  EXPECT_EQ(FlowGraph::of(S.function("declared")), nullptr);
  EXPECT_NE(FlowGraph::of(S.function("defined")), nullptr);
}

TEST(FlowGraph, HasTheWrittenSuspensionsOnly) {
  EXPECT_EQ(Flow("co_await step(); co_yield 1;").suspensions(), 2u);
  EXPECT_EQ(Flow("co_return;").suspensions(), 0u);
}

TEST(FlowGraph, EndsTheLivesOfVariablesAndTemporaries) {
  EXPECT_EQ(Flow("D d; D e; co_await step();").count<CFGAutomaticObjDtor>(),
            2u);
  EXPECT_EQ(Flow("use(D()); ask(1);").count<CFGTemporaryDtor>(), 1u);
  EXPECT_EQ(Flow("int i = 0; co_await step();").count<CFGAutomaticObjDtor>(),
            0u);
}

TEST(FlowGraph, EndsTheLifeOfAVariableOnEachWayOut) {
  EXPECT_EQ(
      Flow("D d; if (b()) co_return; ask(1);").count<CFGAutomaticObjDtor>(),
      2u);
}

TEST(FlowGraph, CarriesAStateOnUntilItChanges) {
  EXPECT_EQ(Flow("ask(1); set(); ask(2); clear(); ask(3); co_return;").asked(),
            (Texts{"1 clear", "2 set", "3 clear"}));
}

TEST(FlowGraph, JoinsTheStatesOfBranches) {
  EXPECT_EQ(Flow("if (b()) { set(); ask(1); } else ask(2); ask(3); co_return;")
                .asked(),
            (Texts{"1 set", "2 clear", "3 clear|set"}));
  EXPECT_EQ(Flow("if (b()) set(); else set(); ask(1); co_return;").asked(),
            Texts{"1 set"});
}

TEST(FlowGraph, CarriesAStateIntoTheNextRoundOfALoop) {
  EXPECT_EQ(Flow("while (b()) { ask(1); set(); } ask(2); co_return;").asked(),
            (Texts{"1 clear|set", "2 clear|set"}));
  EXPECT_EQ(Flow("while (b()) { set(); ask(1); clear(); } ask(2); co_return;")
                .asked(),
            (Texts{"1 set", "2 clear"}));
}

TEST(FlowGraph, DoesNotReachWhatFollowsAnEnd) {
  EXPECT_EQ(Flow("co_return; ask(1);").asked(), Texts{"1 unreached"});
  EXPECT_EQ(Flow("fail(); ask(1); co_return;").asked(), Texts{"1 unreached"});
  EXPECT_EQ(Flow("if (b()) { set(); co_return; } ask(1);").asked(),
            Texts{"1 clear"});
}

TEST(FlowGraph, DoesNotTakeAWayWithAnEmptyState) {
  auto NeverTrue = [](const CFGBlock &Block, unsigned Successor,
                      FlowState &State) {
    if (Block.succ_size() == 2 && Successor == 0)
      State.clear();
  };
  EXPECT_EQ(Flow("if (b()) { set(); ask(1); } else ask(2); ask(3); co_return;")
                .asked(NeverTrue),
            (Texts{"1 unreached", "2 clear", "3 clear"}));
}

TEST(FlowGraph, NarrowsAStateByTheWayThatIsTaken) {
  auto TrueSets = [](const CFGBlock &Block, unsigned Successor,
                     FlowState &State) {
    if (Block.succ_size() == 2)
      State[0] = Successor == 0 ? Flow::Set : Flow::Clear;
  };
  EXPECT_EQ(
      Flow("if (b()) ask(1); else ask(2); ask(3); co_return;").asked(TrueSets),
      (Texts{"1 set", "2 clear", "3 clear|set"}));
}

TEST(FlowGraph, ReachesTheHandlersOfWhatIsThrown) {
  EXPECT_EQ(Flow("try { set(); throw 1; } catch (int) { ask(1); } co_return;")
                .asked(),
            Texts{"1 set"});
  EXPECT_EQ(Flow("try { set(); throw 1; } catch (int) { co_return; } ask(1);")
                .asked(),
            Texts{"1 unreached"});
}

TEST(FlowGraph, DoesNotReachHandlersOfWhatOnlyMayThrow) {
  EXPECT_EQ(Flow("try { b(); } catch (...) { ask(1); } ask(2);").asked(),
            (Texts{"1 unreached", "2 clear"}));
}

TEST(FlowGraph, BeginsABlockAsItIsTold) {
  auto Nothing = [](const CFGBlock &, unsigned, FlowState &) {};
  auto HandlersSet = [](const CFGBlock &Block, FlowState &State) {
    if (isa_and_nonnull<CXXCatchStmt>(Block.getLabel()))
      State[0] = Flow::Set;
  };
  EXPECT_EQ(Flow("try { ask(1); throw 1; } catch (...) { ask(2); } co_return;")
                .asked(Nothing, HandlersSet),
            (Texts{"1 clear", "2 set"}));
}
