// Clang's control-flow graph of one body, and a forward analysis over it.

#ifndef COROLINT_FLOW_FLOWGRAPH_H
#define COROLINT_FLOW_FLOWGRAPH_H

#include "flow/SteadyConditions.h"
#include "clang/AST/Decl.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <memory>
#include <vector>

namespace corolint {

/// For each tracked object the set of states it may be in, as bits. Empty:
/// this point is not reached.
using FlowState = llvm::SmallVector<uint8_t, 8>;

class FlowGraph {
public:
  /// The graph of the body of \p F with every expression, and the implicit
  /// destructors of variables and temporaries, as elements. Null if Clang
  /// cannot build one. Initial and final suspension are not part of it.
  static std::unique_ptr<FlowGraph> of(const clang::FunctionDecl &F);

  const clang::CFG &cfg() const { return *Graph; }

  /// What is so where a block begins, whatever came before.
  using Enter = llvm::function_ref<void(const clang::CFGBlock &, FlowState &)>;
  /// Applies an element to a state.
  using Transfer =
      llvm::function_ref<void(const clang::CFGElement &, FlowState &)>;
  /// Narrows a state by the successor (counted from 0) that is taken; an empty
  /// state says that it never is.
  using Narrow = llvm::function_ref<void(const clang::CFGBlock &,
                                         unsigned Successor, FlowState &)>;

  /// The states on entry of each block, by block ID, once nothing changes any
  /// more. States join by union, so this ends. The graph enters a handler only
  /// from a written throw; \p AtHandler, if not empty, is what every handler
  /// may begin with besides.
  ///
  /// A loop that a macro writes as `do { } while (...)` is gone through once.
  /// What a body asks more than once has one answer in each of worlds(): a path
  /// that contradicts the answers of \p World is never taken. To know what may
  /// happen, solve for every world.
  std::vector<FlowState> solveForward(unsigned World, const FlowState &AtEntry,
                                      Enter Begin, Transfer Apply, Narrow Leave,
                                      const FlowState &AtHandler = {}) const;

  /// The number of worlds, at least 1.
  unsigned worlds() const { return Steady.worlds(); }

private:
  std::unique_ptr<clang::CFG> Graph;
  SteadyConditions Steady;
};

} // namespace corolint

#endif
