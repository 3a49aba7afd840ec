// Reads knowledge from texts, for the tests of this folder.

#ifndef COROLINT_TEST_UNIT_KNOWLEDGE_YAMLREADING_H
#define COROLINT_TEST_UNIT_KNOWLEDGE_YAMLREADING_H

#include "knowledge/FactsYaml.h"
#include "gtest/gtest.h"

namespace corolint::test {

/// The mistakes in \p Text, which is called "user/acme.yaml".
inline std::vector<std::string> mistakes(llvm::StringRef Text) {
  KnowledgeFile File;
  std::vector<std::string> Errors;
  bool Ok = parseKnowledge(Text, "user/acme.yaml", File, Errors);
  EXPECT_EQ(Ok, Errors.empty());
  return Errors;
}

/// The file that \p Text describes; mistakes fail the test.
inline KnowledgeFile readFile(llvm::StringRef Text) {
  KnowledgeFile File;
  std::vector<std::string> Errors;
  EXPECT_TRUE(parseKnowledge(Text, "user/acme.yaml", File, Errors));
  for (const std::string &Error : Errors)
    ADD_FAILURE() << Error;
  return File;
}

/// The fact of the function 'f' with the one line \p Key.
inline FunctionFact functionWith(llvm::StringRef Key) {
  KnowledgeFile File =
      readFile(("functions:\n  - names: [f]\n    " + Key + "\n").str());
  return File.Functions.empty() ? FunctionFact() : File.Functions[0].Fact;
}

/// The fact of the type 't' with the one line \p Key.
inline TypeFact typeWith(llvm::StringRef Key) {
  KnowledgeFile File =
      readFile(("types:\n  - names: [t]\n    " + Key + "\n").str());
  return File.Types.empty() ? TypeFact() : File.Types[0].Fact;
}

using Lines = std::vector<std::string>;

} // namespace corolint::test

#endif
