#include "rules/lifetime/LoanWording.h"
#include "model/Names.h"

using namespace clang;

namespace corolint {

using To = TaskRoute::To;

std::string whenItDies(const LostLoan &Lost) {
  if (!Lost.Local)
    return "at the end of this statement";
  if (Lost.Sibling)
    return "because another co_await throws";
  return Lost.Route.End == To::Returned ? "when this function returns"
                                        : "at the end of its scope";
}

static std::string routeText(const LostLoan &Lost) {
  switch (Lost.Route.End) {
  case To::Returned:
    return "the task is returned here";
  case To::Kept:
    return "the task is kept in " + quoted(Lost.Route.Variable->getName());
  case To::Stored:
    return "the task is stored here";
  case To::Spawned:
    return "the task is started by " + Lost.Route.By;
  default:
    return "the task runs on after this statement";
  }
}

void noteRouteAndUse(const LostLoan &Lost, const std::string &What,
                     Finding &New) {
  if (Lost.Route.Where.isValid() && !Lost.Destroyer)
    New.note(Lost.Route.Where, routeText(Lost));
  if (Lost.Sibling)
    New.note(Lost.Sibling->getKeywordLoc(),
             "if this throws, nobody waits for the task");
  if (Lost.Late.Point)
    New.note(Lost.Late.Point->Where, mention(*Lost.Late.By) + " suspends here");
  New.note(Lost.Late.Use->getBeginLoc(),
           What + " is used here" +
               (Lost.Late.Point ? " afterwards"
                : Lost.Lazy     ? ", once the task is awaited"
                                : " by the task"));
}

void addEvidence(const LostLoan &Lost, AsyncModel &Model, Finding &New) {
  const AsyncType &Type = Model.type(Lost.Call.Node->getType());
  if (!Type.Evidence.empty())
    New.Evidence.push_back(Type.Evidence);
  New.Evidence.push_back(mention(*Lost.Late.By) + " is in sight");
}

} // namespace corolint
