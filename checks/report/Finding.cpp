#include "report/Finding.h"

using namespace clang;

namespace corolint {

void Finding::notes(llvm::ArrayRef<SourceLocation> Places,
                    const llvm::Twine &What, llvm::StringRef More) {
  constexpr size_t Enough = 3;
  for (SourceLocation Place : Places.take_front(Enough))
    note(Place, What);
  if (Places.size() > Enough)
    note(Places[Enough],
         "and " + llvm::Twine(Places.size() - Enough) + " more " + More);
}

std::string quoted(llvm::StringRef Name) { return ("'" + Name + "'").str(); }

} // namespace corolint
