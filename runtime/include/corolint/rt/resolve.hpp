// From names to addresses.

#ifndef COROLINT_RT_RESOLVE_HPP
#define COROLINT_RT_RESOLVE_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/ip_endpoint.hpp"
#include "corolint/rt/result.hpp"
#include "corolint/rt/task.hpp"
#include <string>
#include <system_error>
#include <vector>

namespace corolint::rt {

/// The addresses of \p host, a name or an address, with the port of
/// \p service, a name or a number; in the order in which to try them, not
/// empty. An empty host is this one. Asks the system on a thread that may
/// block; being stopped does not wait for the answer. The error is one of
/// resolve_category().
COROLINT_CHECKPOINT
COROLINT_CANCEL_SAFE task<result<std::vector<ip_endpoint>, std::error_code>>
resolve(std::string host, std::string service);

} // namespace corolint::rt

#endif
