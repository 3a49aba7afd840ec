// Repository: ciaranm/glasgow-constraint-solver
// Fixed in: 5081e605f67fd7a92590f4be7e0b7bb38087276d
// What gives the branches is a generator. The state it looks at was a temporary
// of the line that made it, and is read when begin() runs it on the next.

#include "generator.h"

#include <vector>

class solver_state;
class current_state {
public:
  explicit current_state(const solver_state &of) : of_(&of) {}
  int domain_size(int variable) const;

private:
  const solver_state *of_;
};
class solver_state {
public:
  current_state current() const { return current_state(*this); }
  void guess(int literal);
  void backtrack();
};

static recall::generator<int> branch(const std::vector<int> &variables,
                                     const current_state &state) {
  for (int v : variables)
    if (state.domain_size(v) > 1)
      co_yield v;
}

bool solve(solver_state &state, const std::vector<int> &variables) {
  auto branches =
      branch(variables, state.current()); // BUG: coro-dangling-parameter
  auto next = branches.begin();
  if (next == branches.end())
    return true;
  for (; !(next == branches.end()); ++next) {
    state.guess(*next);
    if (solve(state, variables))
      return true;
    state.backtrack();
  }
  return false;
}
