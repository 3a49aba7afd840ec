// Where a body starts work of its own, and where that work may run: told by
// annotation or knowledge, or seen in the body of the function that is called.

#ifndef COROLINT_SUMMARY_SPAWNSUMMARY_H
#define COROLINT_SUMMARY_SPAWNSUMMARY_H

#include "model/AsyncModel.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>
#include <string>
#include <vector>

namespace corolint {

struct Spawn {
  const clang::Expr *Work; ///< the callable, task or argument that travels
  RunsOn Where = RunsOn::Unknown; ///< never ExecutorArgument
  bool Scoped = false;
  bool GivesBack = false; ///< the result of the work comes back to the caller
  bool Carried = false;   ///< an argument for the callable, not the callable
  std::string By;         ///< mention of the function that spawns
  std::string Evidence;
};

/// One per translation unit; remembers what it has seen.
class SpawnSummary {
public:
  explicit SpawnSummary(AsyncModel &Model) : Model(Model) {}

  /// What \p Site spawns; empty if that is unknown or nothing.
  std::vector<Spawn> spawnsOf(const CallSite &Site);

private:
  /// A parameter that a function hands on to a spawn.
  struct Handed {
    unsigned Parameter;
    SpawnFact Fact;
    std::string Evidence;
  };

  const std::vector<Handed> &handedOn(const clang::FunctionDecl &F,
                                      unsigned Depth);
  std::vector<Spawn> spawnsOf(const CallSite &Site, unsigned Depth);
  bool isHandedOn(const clang::Expr &Work, const clang::ParmVarDecl &P);
  const FunctionFact *madeInContainer(const CallSite &Site);
  RunsOn resolve(const SpawnFact &Fact, const CallSite &Site);

  AsyncModel &Model;
  llvm::DenseMap<const clang::FunctionDecl *,
                 std::unique_ptr<std::vector<Handed>>>
      Known;
};

} // namespace corolint

#endif
