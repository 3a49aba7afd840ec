// How the rules about what dies too early say where a task went and when it
// uses what it was lent.

#ifndef COROLINT_RULES_LIFETIME_LOANWORDING_H
#define COROLINT_RULES_LIFETIME_LOANWORDING_H

#include "report/Finding.h"
#include "summary/Lendings.h"

namespace corolint {

/// When what was lent dies: "at the end of this statement", "when this function
/// returns", "at the end of its scope".
std::string whenItDies(const LostLoan &Lost);

/// Adds where the task goes, and where it uses what it was lent as \p What.
void noteRouteAndUse(const LostLoan &Lost, const std::string &What,
                     Finding &New);

/// Adds what is known of the task.
void addEvidence(const LostLoan &Lost, AsyncModel &Model, Finding &New);

} // namespace corolint

#endif
