#include "knowledge/BundledFiles.h"
#include "knowledge/KnowledgeBase.h"
#include "gtest/gtest.h"

using namespace corolint;

TEST(BundledFiles, HaveNoMistakes) {
  ASSERT_FALSE(bundledFiles().empty());
  for (const BundledFile &File : bundledFiles()) {
    KnowledgeFile Read;
    std::vector<std::string> Errors;
    EXPECT_TRUE(parseKnowledge(File.Text, File.Name, Read, Errors));
    for (const std::string &Error : Errors)
      ADD_FAILURE() << Error;
    EXPECT_FALSE(Read.Library.empty()) << File.Name.str();
  }
}

TEST(BundledFiles, AreCalledAsTheyAreShown) {
  for (const BundledFile &File : bundledFiles()) {
    EXPECT_TRUE(File.Name.ends_with(".yaml")) << File.Name.str();
    EXPECT_FALSE(File.Name.contains('/')) << File.Name.str();
  }
}

TEST(BundledFiles, KnowTheCommonNames) {
  KnowledgeBase Base;
  Base.addBundled();
  for (const char *Name :
       {"sleep", "getaddrinfo", "std::this_thread::sleep_for",
        "std::thread::join", "std::future::get", "system",
        "std::basic_ifstream::basic_ifstream"})
    EXPECT_TRUE(llvm::any_of(Base.function(Name), [](const FunctionFact *F) {
      return F->Blocks.has_value();
    })) << Name;
  for (const char *Name : {"std::lock_guard", "std::unique_lock"})
    EXPECT_TRUE(llvm::any_of(Base.type(Name), [](const TypeFact *F) {
      return F->GuardByMutex;
    })) << Name;
  ASSERT_NE(Base.libraryOf("std::mutex"), nullptr);
}
