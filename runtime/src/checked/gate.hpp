// While it lives, no worker begins to run a job, and none goes on with one in
// the middle of which it ran another: every job that no worker runs stands
// still, and its coroutines can be followed.

#ifndef COROLINT_RT_SRC_CHECKED_GATE_HPP
#define COROLINT_RT_SRC_CHECKED_GATE_HPP

namespace corolint::rt::detail {

/// For as short as can be. Of several at once each is shut until its end.
class shut_gate {
public:
  shut_gate() noexcept;
  shut_gate(const shut_gate &) = delete;
  shut_gate &operator=(const shut_gate &) = delete;
  ~shut_gate();
};

} // namespace corolint::rt::detail

#endif
