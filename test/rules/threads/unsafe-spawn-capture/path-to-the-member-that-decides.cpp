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
}
