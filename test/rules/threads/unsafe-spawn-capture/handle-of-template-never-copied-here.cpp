// RUN: %check_rule %s coro-unsafe-spawn-capture
// No copy of this handle is made in this file, so no copy constructor of it is
// instantiated; that it counts plainly can be seen all the same.

#include "executor.h"
#include "local_ptr.h"

struct Lexicon {
  int words = 0;
};

lib::task<void> translate(lib::local_ptr<Lexicon> lexicon);

// Found at the moved 'lexicon_': the object that had it may have given copies
// away.
class Translator {
public:
  explicit Translator(lib::local_ptr<Lexicon> &&lexicon)
      : lexicon_(std::move(lexicon)) {}
  void start(lib::pool &workers) {
    workers.spawn(translate(std::move(lexicon_)));
  }

private:
  lib::local_ptr<Lexicon> lexicon_;
};
