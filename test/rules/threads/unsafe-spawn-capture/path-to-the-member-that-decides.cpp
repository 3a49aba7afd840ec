// RUN: %check_rule %s coro-unsafe-spawn-capture
// The value itself looks harmless; a member of a member decides.

#include "executor.h"
#include "local_ptr.h"
#include <optional>
#include <string>
#include <vector>

struct Schema {
  std::vector<std::string> columns;
};

struct Table {
  std::string name;
  std::optional<lib::local_ptr<Schema>> schema;
};

struct Query {
  std::string text;
  std::vector<Table> tables;
};

lib::task<void> execute(Query query);

// Found at the argument 'query', with notes: member 'tables' of 'Query', then
// member 'schema' of 'Table'.
void submit(lib::pool &workers, const Query &query) {
  workers.spawn(execute(query));
  // CHECK: :[[@LINE-1]]:25: warning: 'query' is copied into a task that another thread may run; 'lib::local_ptr<Schema>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-10]]:22: note: member 'tables' of 'Query' is a 'std::vector<Table>'
  // CHECK: :[[@LINE-16]]:41: note: member 'schema' of 'Table' is a 'std::optional<lib::local_ptr<Schema>>'
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-5]]:11: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-6]]:25: note: hand the task a value of its own, or share it through a type that is thread-safe
}
