// A row of the table of facts: one annotation of one entity, and code that
// shows it to be true.
//
//     FACT(nonblocking, "mutex::try_lock") {
//       ...
//     }
//
// Entities are named without corolint::rt, parameters as in "spawn(work)".
// test/meta/facts_table.py holds the rows against the headers.

#ifndef COROLINT_TEST_RUNTIME_FACTS_TABLE_ROW_H
#define COROLINT_TEST_RUNTIME_FACTS_TABLE_ROW_H

#include "../Support.h"
#include "corolint/rt/task.hpp"
#include <gtest/gtest.h>
#include <string>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

class fact_row : public testing::Test {
public:
  using proof_type = void();

  /// Makes a test of the row, whose name has dots where C++ has colons: those
  /// separate the names of tests.
  static bool add(const char *fact, std::string entity, const char *file,
                  int line, proof_type *proof) {
    for (std::size_t at; (at = entity.find("::")) != std::string::npos;)
      entity.replace(at, 2, 1, '.');
    testing::RegisterTest(
        (std::string("FactsTable/") + fact).c_str(), entity.c_str(), nullptr,
        nullptr, file, line,
        [proof]() -> testing::Test * { return new fact_row(proof); });
    return true;
  }

  explicit fact_row(proof_type *proof) : proof_(proof) {}
  void TestBody() override { proof_(); }

private:
  proof_type *proof_;
};

#define COROLINT_FACT_NAME_(name, line) name##line
#define COROLINT_FACT_NAME(name, line) COROLINT_FACT_NAME_(name, line)
#define FACT(fact, entity)                                                     \
  static void COROLINT_FACT_NAME(proof_, __LINE__)();                          \
  [[maybe_unused]] static const bool COROLINT_FACT_NAME(row_, __LINE__) =      \
      fact_row::add(#fact, entity, __FILE__, __LINE__,                         \
                    COROLINT_FACT_NAME(proof_, __LINE__));                     \
  static void COROLINT_FACT_NAME(proof_, __LINE__)()

/// Runs what \p body returns on the calling thread.
template <class Body> void on_one_thread(Body body) {
  {
    rt::current_thread thread;
    thread.block_on(body());
  }
  EXPECT_EQ(counted::living(), 0);
}

/// The same on a pool of two workers.
template <class Body> void on_two_threads(Body body) {
  {
    rt::runtime pool = rt::runtime::builder{}.workers(2).build();
    pool.block_on(body());
  }
  EXPECT_EQ(counted::living(), 0);
}

/// Holds the thread, as nothing but a test may, until \p holds() does.
template <class Condition> void hold_thread_until(Condition holds) {
  const auto limit = std::chrono::steady_clock::now() + 10s;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > limit) {
      ADD_FAILURE() << "what the thread was held for did not happen";
      return;
    }
    std::this_thread::yield();
  }
}

#endif
