// Coroutines that go on when what they were lent is gone.

#include "awaits.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "misuse.hpp"
#include "thread.hpp"
#include <span>
#include <string>
#include <string_view>

namespace corolint::rt::detail {

namespace {

enum class lender { parameter, object, closure };

/// \p type: as type_text() gives it.
lender kind_of(std::string_view type, bool is_first,
               const code_place &coroutine) {
  if (!is_first)
    return lender::parameter;
  if (is_closure(type))
    return lender::closure;
  // Traits have a member and a function that takes its object alike.
  const std::size_t colons = coroutine.function.rfind("::");
  const std::string_view scope =
      colons == coroutine.function.npos
          ? std::string_view()
          : std::string_view(coroutine.function).substr(0, colons);
  return !scope.empty() && short_name_of_type(type) == short_name_of(scope)
             ? lender::object
             : lender::parameter;
}

struct finding {
  std::string_view check;
  std::string text;
  std::string_view advice;
};

finding describe(lender kind, const std::string &name, const std::string &type,
                 bool is_spawned, bool was_local) {
  if (kind == lender::closure)
    return {"coro-dangling-lambda-capture",
            "this lambda is a coroutine and its captures live in the lambda "
            "object, which is gone when the task goes on",
            "pass them as parameters; parameters are kept in the coroutine"};
  if (is_spawned && was_local)
    return {"coro-spawn-borrows-local",
            "a local object is lent to the task of '" + name +
                "', which still runs when it is gone",
            "wait for the task before the scope ends, or give it a copy"};
  if (kind == lender::object)
    return {"coro-dangling-this",
            "the task of '" + name + "' goes on, and its '" + type +
                "' is gone",
            "give the task a strong pointer to its object"};
  return {"coro-dangling-parameter",
          "a parameter of '" + name +
              "' refers to something that is gone when the task goes on",
          "take it by value, or await the task where the argument is made"};
}

} // namespace

static void report(const observed_frame &borrower, const job &resumed,
                   std::size_t index, bool was_local) {
  const reporting quiet;
  const code_place coroutine = declaration(borrower.made_by().made_at);
  const std::string_view type = borrower.takes()->first[index].type;
  const lender kind = kind_of(type, index == 0, coroutine);
  const code_place call = calling_place_of(borrower);
  const code_place where = kind == lender::closure ? coroutine : call;
  if (where.file.empty())
    return; // made by a library, which knows what it does
  const bool is_spawned = !borrower.parent() && resumed.spawned_at();
  const finding found =
      describe(kind, coroutine.short_name(), short_name_of_type(type),
               is_spawned, was_local);
  misuse_notes notes;
  notes.add_awaits(await_chain(resumed.innermost()));
  notes.add_spawn(resumed);
  notes.add(std::string(found.advice), coroutine.where());
  report_misuse({found.check, found.text, where.where(), notes.all()},
                resumed.home().level());
}

static void look_at_loans(const observed_job &resumed) noexcept {
  const job &self = static_cast<const job &>(resumed);
  const scheduler &home = self.home();
  if (home.level() == checked_level::off || self.is_unwinding())
    return;
  for (observed_frame *each = resumed.innermost(); each;
       each = each->parent()) {
    const cargo *const takes = each->takes();
    if (!takes || !takes->loans)
      continue;
    const std::span<loan> loans = takes->loans(*each);
    for (std::size_t index = 0; index != loans.size(); ++index)
      if (loans[index].is_gone(home)) {
        const bool was_local = loans[index].is_local();
        loans[index].forget();
        report(*each, self, index, was_local);
      }
  }
}

void pay_attention(const observed_job &resumed) noexcept {
  if (attention.load(std::memory_order_relaxed) != 0)
    pay_attention();
  if (resumed.has_loans() ||
      (attention.load(std::memory_order_relaxed) & loan_ended_at_all) != 0)
    look_at_loans(resumed);
}

} // namespace corolint::rt::detail
