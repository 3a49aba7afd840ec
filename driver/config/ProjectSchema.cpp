#include "ProjectSchema.h"
#include "ProjectFile.h"
#include "rules/Rule.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace corolint {
namespace {

class SchemaWriter {
public:
  explicit SchemaWriter(raw_ostream &Out) : Json(Out, /*IndentSize=*/2) {}

  void write() {
    Json.object([&] {
      Json.attribute("$schema", "http://json-schema.org/draft-07/schema#");
      Json.attribute("title", "The project file of corolint, .corolint.yaml");
      // An empty file says nothing.
      Json.attribute("type", json::Array{"object", "null"});
      Json.attribute("additionalProperties", false);
      Json.attributeObject("properties", [&] {
        for (const ProjectKey &Key : projectKeys())
          Json.attributeObject(Key.Name, [&] {
            Json.attribute("description", Key.Help);
            writeShape(Key.Shape);
          });
      });
    });
  }

private:
  void writeShape(KeyShape Shape) {
    switch (Shape) {
    case KeyShape::CheckGlobs:
      return writeCheckGlobs();
    case KeyShape::Severities:
      return writeByCheck(
          [&](const RuleInfo &) { writeWords(severityWords()); });
    case KeyShape::CheckOptions:
      return writeByCheck([&](const RuleInfo &Info) { writeOptions(Info); });
    case KeyShape::Texts:
      return writeList([&] { Json.attribute("type", "string"); });
    case KeyShape::Text:
      Json.attribute("type", "string");
      return Json.attribute("minLength", 1);
    case KeyShape::Regex:
      return Json.attribute("type", "string");
    case KeyShape::Number:
      Json.attribute("type", "integer");
      return Json.attribute("minimum", 1);
    case KeyShape::FailOn:
      return writeWords(failOnWords());
    }
  }

  void writeList(function_ref<void()> WriteItem) {
    Json.attribute("type", "array");
    Json.attributeObject("items", WriteItem);
  }

  void writeWords(ArrayRef<StringLiteral> Words) {
    Json.attributeArray("enum", [&] {
      for (StringRef Word : Words)
        Json.value(Word);
    });
  }

  void writeCheckGlobs() {
    writeList([&] {
      Json.attributeArray("anyOf", [&] {
        Json.object([&] {
          Json.attributeArray("enum", [&] {
            for (StringRef Sign : {"", "-"})
              for (const Rule *R : allRules())
                Json.value((Sign + R->Info.Name).str());
          });
        });
        Json.object([&] {
          Json.attribute("type", "string");
          Json.attribute("pattern", "^-?[a-z*-]*[*][a-z*-]*$");
        });
      });
    });
  }

  void writeByCheck(function_ref<void(const RuleInfo &)> WriteValue) {
    Json.attribute("type", "object");
    Json.attribute("additionalProperties", false);
    Json.attributeObject("properties", [&] {
      for (const Rule *R : allRules())
        Json.attributeObject(R->Info.Name, [&] {
          Json.attribute("description", R->Info.Summary);
          WriteValue(R->Info);
        });
    });
  }

  void writeOptions(const RuleInfo &Info) {
    Json.attribute("type", "object");
    Json.attribute("additionalProperties", false);
    Json.attributeObject("properties", [&] {
      for (const RuleOption &Option : Info.Options)
        Json.attributeObject(Option.Name, [&] {
          Json.attribute("description", Option.Help);
          Json.attribute("default", Option.Default);
          writeOption(Option);
        });
    });
  }

  void writeOption(const RuleOption &Option) {
    if (!Option.IsList)
      return Option.Words.empty() ? writeAnyText() : writeOneOf(Option.Words);
    Json.attributeArray("anyOf", [&] {
      Json.object([&] {
        writeList([&] {
          Option.Words.empty() ? Json.attribute("type", "string")
                               : writeOneOf(Option.Words);
        });
      });
      // The same in one text, separated by ';'.
      Json.object([&] { Json.attribute("type", "string"); });
    });
  }

  void writeAnyText() {
    Json.attribute("type", json::Array{"string", "number", "boolean"});
  }

  void writeOneOf(StringRef Words) {
    SmallVector<StringRef, 12> Each;
    Words.split(Each, ';');
    Json.attributeArray("enum", [&] {
      for (StringRef Word : Each)
        Json.value(Word);
      // YAML reads these as truth values if they are not in quotes.
      if (Words == "true;false") {
        Json.value(true);
        Json.value(false);
      }
    });
  }

  json::OStream Json;
};

} // namespace

void writeProjectSchema(raw_ostream &Out) {
  SchemaWriter(Out).write();
  Out << '\n';
}

} // namespace corolint
