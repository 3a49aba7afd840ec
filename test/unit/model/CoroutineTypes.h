// Builds coroutine types for snippets, from the parts that tell them apart.

#ifndef COROLINT_TEST_UNIT_MODEL_COROUTINETYPES_H
#define COROLINT_TEST_UNIT_MODEL_COROUTINETYPES_H

#include "Snippet.h"

namespace corolint::test {

/// The three members that make a class awaitable.
inline constexpr llvm::StringLiteral AwaitedJob =
    "bool await_ready();"
    "void await_suspend(std::coroutine_handle<>);"
    "void await_resume();";

struct CoroutineType {
  std::string Before;
  std::string Initial = "std::suspend_always initial_suspend();";
  std::string Failure = "void unhandled_exception();";
  std::string Promise; ///< further members of the promise
  std::string Members; ///< of the type itself
  std::string Attribute;

  /// Defines the class T.
  std::string code() const {
    return "#include <coroutine>\n#include <exception>\n" + Before + "struct " +
           Attribute +
           " T {"
           "  struct promise_type {"
           "    T get_return_object();" +
           Initial +
           "    std::suspend_always final_suspend() noexcept;"
           "    void return_void();" +
           Failure + Promise + "  };" + Members + "};";
  }

  /// A lazy task that can be awaited.
  static CoroutineType awaitable() {
    CoroutineType Type;
    Type.Members = AwaitedJob.str();
    return Type;
  }

  /// The same, but eager.
  static CoroutineType eager() {
    CoroutineType Type = awaitable();
    Type.Initial = "std::suspend_never initial_suspend();";
    return Type;
  }
};

/// What the class T of \p Code is.
inline AsyncType asyncType(llvm::StringRef Code, llvm::StringRef Yaml = "") {
  Snippet S(Code, Yaml);
  AsyncType Type = S.model().type(S.type("T"));
  Type.Record = nullptr; // dies with the snippet
  return Type;
}

inline AsyncType asyncType(const CoroutineType &Type,
                           llvm::StringRef Yaml = "") {
  return asyncType(Type.code(), Yaml);
}

} // namespace corolint::test

#endif
