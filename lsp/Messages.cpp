#include "Messages.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace corolint {

std::optional<json::Object> parseMessage(StringRef Body) {
  Expected<json::Value> Message = json::parse(Body);
  if (!Message) {
    consumeError(Message.takeError());
    return std::nullopt;
  }
  if (json::Object *Fields = Message->getAsObject())
    return std::move(*Fields);
  return std::nullopt;
}

static std::string textOf(json::Value Value) {
  std::string Text;
  raw_string_ostream(Text) << Value;
  return Text;
}

std::string bodyOf(json::Object Message) { return textOf(std::move(Message)); }

std::string idOf(const json::Object &Message) {
  const json::Value *Id = Message.get("id");
  return Id ? textOf(*Id) : "";
}

std::string documentKey(StringRef Uri) {
  std::string Key;
  for (size_t I = 0; I < Uri.size(); ++I) {
    unsigned Byte = 0;
    if (Uri[I] == '%' && !Uri.substr(I + 1, 2).getAsInteger(16, Byte) &&
        I + 2 < Uri.size()) {
      Key += char(Byte);
      I += 2;
    } else {
      Key += Uri[I];
    }
  }
  return Key;
}

StringRef ourCheck(const json::Value &Diagnostic) {
  const json::Object *Fields = Diagnostic.getAsObject();
  StringRef Code =
      Fields ? Fields->getString("code").value_or("") : StringRef();
  return Code.starts_with("coro-") ? Code : "";
}

bool wantsQuickFixes(const json::Object &CodeActionParams) {
  const json::Object *Context = CodeActionParams.getObject("context");
  const json::Array *Only = Context ? Context->getArray("only") : nullptr;
  return !Only || any_of(*Only, [](const json::Value &Kind) {
    StringRef Name = Kind.getAsString().value_or("");
    return Name.empty() || Name == "quickfix";
  });
}

std::string chosenPositionUnit(const json::Object &InitializeResult) {
  if (auto Chosen = InitializeResult.getString("offsetEncoding"))
    return Chosen->str();
  const json::Object *Capabilities = InitializeResult.getObject("capabilities");
  if (!Capabilities)
    return "utf-16";
  return Capabilities->getString("positionEncoding").value_or("utf-16").str();
}

} // namespace corolint
