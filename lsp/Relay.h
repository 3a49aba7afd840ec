// Runs the user's clangd and ours, and carries messages between them and the
// client until the user's has ended.

#ifndef COROLINT_LSP_RELAY_H
#define COROLINT_LSP_RELAY_H

#include <string>
#include <vector>

namespace corolint {

/// A program and its arguments.
using CommandWords = std::vector<std::string>;

/// Speaks to the client through standard input and output. The exit code of
/// the user's clangd; 127, after a complaint, if it cannot be started. Without
/// ours all goes on, after a complaint.
int relay(const CommandWords &Users, const CommandWords &Ours);

} // namespace corolint

#endif
