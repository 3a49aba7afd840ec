// What in a body blocks the thread: directly, in implicit destructors, or
// through functions whose bodies this translation unit shows. (A function
// summary with a shortest witness, as in Infer's starvation analysis.)

#ifndef COROLINT_SUMMARY_BLOCKINGSUMMARY_H
#define COROLINT_SUMMARY_BLOCKINGSUMMARY_H

#include "model/AsyncModel.h"
#include "summary/ReadyValues.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringSet.h"
#include <memory>
#include <string>
#include <vector>

namespace corolint {

/// A set of BlockKinds.
class BlockKinds {
public:
  void insert(BlockKind Kind) { Bits |= 1u << static_cast<unsigned>(Kind); }
  bool contains(BlockKind Kind) const {
    return Bits & (1u << static_cast<unsigned>(Kind));
  }

private:
  unsigned Bits = 0;
};

/// The place where a thread is blocked.
struct BlockingPlace {
  BlockKind Kind = BlockKind::Wait;
  bool Joins = false; ///< waits for async work
  bool Destructor = false;
  const clang::FunctionDecl *Callee = nullptr; ///< null for a destruction
  clang::SourceLocation Where;
  std::string Name;    ///< mention of what is called or destroyed
  std::string Because; ///< completes "'f' …"; may be empty
  std::string Instead;
  const clang::FunctionDecl *Twin = nullptr; ///< to be awaited instead
  std::string Evidence;
};

/// What is asked for.
struct BlockingQuery {
  BlockKinds Kinds;
  /// Functions whose calls are accepted with all that they reach, by qualified
  /// name.
  llvm::StringSet<> Allowed;

  bool counts(const BlockingPlace &Place) const;
  bool isAllowed(const clang::FunctionDecl &Callee) const;
};

/// One call on the way to a BlockingPlace.
struct BlockingStep {
  std::string Caller;          ///< mention
  std::string Callee;          ///< mention
  clang::SourceLocation Where; ///< of the call in the caller's body
  bool Destroys = false;       ///< the call is the implicit one of a destructor
};

/// A call in the body that was asked about.
struct BlockingSite {
  clang::SourceLocation Where;
  std::string Name;        ///< mention of what is called or destroyed here
  bool Destructor = false; ///< the call is the implicit one at a scope's end
  /// Waits for async work: its place does, or it takes a task and waits.
  bool Joins = false;
  /// Empty if the call itself blocks; otherwise from its callee to the place.
  std::vector<BlockingStep> Chain;
  BlockingPlace Place;
};

/// One per translation unit; remembers what it has seen.
class BlockingSummary {
public:
  explicit BlockingSummary(AsyncModel &Model) : Model(Model), Ready(Model) {}

  /// The calls in the body of \p F that block as \p Query asks, in source
  /// order, each with its shortest chain.
  std::vector<BlockingSite> callsIn(const clang::FunctionDecl &F,
                                    const BlockingQuery &Query);

private:
  struct Edge {
    const clang::FunctionDecl *Callee;
    clang::SourceLocation Where;
    std::string Name;
    bool Destructor = false;
    bool WithTask = false; ///< a task is the object or an argument
    bool Handed = false;   ///< the caller of the body passed what is called
  };
  struct Body {
    std::vector<BlockingPlace> Places;
    std::vector<Edge> Calls;
  };
  class Collector;

  const Body &body(const clang::FunctionDecl &F);
  bool shortest(const clang::FunctionDecl &From, const BlockingQuery &Query,
                std::vector<BlockingStep> &Chain, BlockingPlace &Place);

  AsyncModel &Model;
  ReadyValues Ready;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<Body>> Bodies;
};

} // namespace corolint

#endif
