// RUN: %check_rule %s coro-unsafe-spawn-capture
// The textbook handle: one pointer to the value, one to a plain counter.

#include "executor.h"
#include <string>

class Document {
public:
  explicit Document(std::string text)
      : text_(new std::string(std::move(text))), owners_(new long(1)) {}
  Document(const Document &other) : text_(other.text_), owners_(other.owners_) {
    ++*owners_;
  }
  Document &operator=(const Document &) = delete;
  ~Document() {
    if (--*owners_ == 0) {
      delete text_;
      delete owners_;
    }
  }

private:
  std::string *text_;
  long *owners_;
};

lib::task<void> spell_check(Document document);

// Found at the argument 'document': both copies change the same long.
void check_in_background(lib::pool &workers, const Document &document) {
  workers.spawn(spell_check(document));
  // CHECK: :[[@LINE-1]]:29: warning: 'document' is copied into a task that another thread may run; 'Document' counts its copies in a plain 'long' [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-9]]:9: note: 'owners_' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:11: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-4]]:29: note: hand the task a value of its own, or share it through a type that is thread-safe
}
