// The place at which a task keeps its worker.

#include "stall.hpp"
#include "awaits.hpp"
#include "sample.hpp"
#include "way_down.hpp"
#include <optional>
#include <string>

namespace corolint::rt::detail {

void report_stall_at_its_place(const stall &seen, checked_level level) {
  const std::optional<call_stack> stack = sample(seen.who.feel().thread);
  const way_down found = stack ? find_way_down(*stack, "") : way_down();
  misuse_notes notes;
  if (!found.innermost.file.empty()) {
    const std::string inside = found.innermost.short_name();
    notes.add("in '" + inside + "'" +
                  (found.called.empty() || found.called == inside
                       ? ""
                       : ", reached by '" + found.called + "'"),
              found.innermost.where());
  }
  report_misuse({seen.check(), seen.text, found.caller.where(), notes.all()},
                level);
}

} // namespace corolint::rt::detail
