// The Code Quality report of GitLab.
// https://docs.gitlab.com/ci/testing/code_quality/

#include "Formats.h"
#include "Json.h"

using namespace llvm;

namespace corolint::output {

void writeGitLab(const Report &R, raw_ostream &Out) {
  json::Array Issues;
  for (const Result &Each : R.Results)
    Issues.push_back(json::Object{
        {"description", utf8(Each.Message)},
        {"check_name", Each.Check},
        // Of equal ones GitLab shows only the first.
        {"fingerprint", Each.Fingerprint},
        {"severity", Each.IsError ? "critical" : "major"},
        {"location",
         json::Object{
             {"path", utf8(Each.Where.File)},
             // Without a line GitLab takes none of the report.
             {"lines",
              json::Object{{"begin", std::max(1u, Each.Where.Start.Line)}}},
         }},
    });
  printJson(std::move(Issues), Out);
}

} // namespace corolint::output
