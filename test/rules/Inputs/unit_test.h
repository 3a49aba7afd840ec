// The macros of a test framework, as GoogleTest and doctest have them, and one
// that is built on top.
#ifndef INPUTS_UNIT_TEST_H
#define INPUTS_UNIT_TEST_H

namespace testing {
class Test {
public:
  virtual ~Test() = default;
  virtual void TestBody() = 0;
};
} // namespace testing

#define TEST(suite, name)                                                      \
  class suite##_##name : public testing::Test {                                \
    void TestBody() override;                                                  \
  };                                                                           \
  void suite##_##name::TestBody()

#define UNIT_TEST_NAME_(line) UNIT_TEST_##line
#define UNIT_TEST_NAME(line) UNIT_TEST_NAME_(line)
#define TEST_CASE(description) static void UNIT_TEST_NAME(__LINE__)()

#define TEST_WITH_SERVER(suite) TEST(suite, server)

#endif
