// How far a value may travel between threads: an ordered rank, derived through
// fields, bases, captures and template arguments, with the path to what
// decides. (The idea of an ordered lattice: Rust's Send, folly's SafeAlias.)

#ifndef COROLINT_MODEL_SHARINGRANK_H
#define COROLINT_MODEL_SHARINGRANK_H

#include "model/Known.h"
#include <optional>
#include <string>
#include <vector>

namespace corolint {

struct SharingRank {
  std::optional<Sharing> Rank; ///< nothing: unknown

  /// From the value inwards: each member on the way to what decides.
  struct Step {
    std::string Text; ///< "member 'Conn' of 'Session' is a 'PgConnection'"
    clang::SourceLocation Where;
  };
  std::vector<Step> Path;
  std::string Because; ///< completes "'T' …"
  std::string Decider; ///< the type that decides
  std::string Evidence;
};

/// The rank of a value of type \p T (no reference).
SharingRank classifySharing(clang::QualType T, Known &Facts,
                            clang::ASTContext &Context);

} // namespace corolint

#endif
