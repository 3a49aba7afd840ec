#include "Conversation.h"
#include "Messages.h"
#include "PageLink.h"
#include "Suppression.h"

using namespace llvm;

namespace corolint {

static const json::Object *objectAt(const json::Object *In,
                                    ArrayRef<StringRef> Path) {
  for (StringRef Key : Path)
    In = In ? In->getObject(Key) : nullptr;
  return In;
}

static const json::Array *diagnosticsIn(const json::Object &Params) {
  const json::Object *Context = Params.getObject("context");
  return Context ? Context->getArray("diagnostics") : nullptr;
}

static bool hasOurs(const json::Object &CodeActionParams) {
  const json::Array *All = diagnosticsIn(CodeActionParams);
  return All && any_of(*All, [](const json::Value &Each) {
           return !ourCheck(Each).empty();
         });
}

void Conversation::hearInitialize(const json::Object &Params) {
  TakesActions = objectAt(&Params, {"capabilities", "textDocument",
                                    "codeAction", "codeActionLiteralSupport"});
}

void Conversation::hear(StringRef Body) {
  auto Message = parseMessage(Body);
  const json::Object *Params = Message ? Message->getObject("params") : nullptr;
  if (!Params)
    return;
  StringRef Method = Message->getString("method").value_or("");
  std::lock_guard<std::mutex> Guard(Lock);
  if (Method == "initialize") {
    Initialize = idOf(*Message);
    hearInitialize(*Params);
  } else if (Method == "textDocument/codeAction") {
    if (TakesActions && wantsQuickFixes(*Params) && hasOurs(*Params))
      Asked[idOf(*Message)] = *Params;
  } else {
    Documents.see(Method, *Params);
  }
}

/// Adds the link, or takes away the one that leads nowhere.
static void linkToPage(json::Value &Diagnostic) {
  std::string Link = pageLink(ourCheck(Diagnostic));
  json::Object &Fields = *Diagnostic.getAsObject();
  if (!Fields.get("codeDescription"))
    return;
  if (Link.empty())
    Fields.erase("codeDescription");
  else
    Fields["codeDescription"] = json::Object{{"href", Link}};
}

/// clangd makes the first letter of each message a capital, also that of a
/// keyword. The message itself stays, by which clangd knows its findings again.
static void restoreKeywords(json::Value &Diagnostic) {
  json::Array *Notes = Diagnostic.getAsObject()->getArray("relatedInformation");
  if (!Notes)
    return;
  for (json::Value &Note : *Notes) {
    json::Object *Fields = Note.getAsObject();
    StringRef Text = Fields ? Fields->getString("message").value_or("") : "";
    if (Text.starts_with("Co_"))
      (*Fields)["message"] = ("co_" + Text.drop_front(3)).str();
  }
}

static bool dressAll(json::Array *Diagnostics) {
  bool Changed = false;
  if (Diagnostics)
    for (json::Value &Each : *Diagnostics)
      if (!ourCheck(Each).empty()) {
        linkToPage(Each);
        restoreKeywords(Each);
        Changed = true;
      }
  return Changed;
}

bool Conversation::answerActions(json::Object &Message,
                                 const json::Object &Params) {
  json::Array *Actions = Message.getArray("result");
  const json::Object *Document = Params.getObject("textDocument");
  auto Uri = Document ? Document->getString("uri") : std::nullopt;
  if (!Actions || !Uri)
    return false;
  bool Changed = false;
  for (json::Value &Action : *Actions)
    if (json::Object *Fields = Action.getAsObject())
      Changed |= dressAll(Fields->getArray("diagnostics"));
  for (const json::Value &Each : *diagnosticsIn(Params))
    if (!ourCheck(Each).empty())
      if (auto Action = suppression(Documents, *Uri, Each)) {
        Actions->push_back(std::move(*Action));
        Changed = true;
      }
  return Changed;
}

std::optional<std::string> Conversation::answer(StringRef Body) {
  std::lock_guard<std::mutex> Guard(Lock);
  // Few messages need a look: long ones, such as completions, are not parsed.
  bool IsAwaited = !Initialize.empty() || !Asked.empty();
  if (!IsAwaited && !Body.contains("\"coro-"))
    return std::nullopt;
  auto Message = parseMessage(Body);
  if (!Message)
    return std::nullopt;
  bool Changed = false;
  if (Message->getString("method") == "textDocument/publishDiagnostics") {
    if (json::Object *Params = Message->getObject("params"))
      Changed = dressAll(Params->getArray("diagnostics"));
  } else if (!Message->get("method")) {
    std::string Id = idOf(*Message);
    if (Id == Initialize) {
      Initialize.clear();
      if (const json::Object *Result = Message->getObject("result"))
        Documents.countIn(positionUnit(chosenPositionUnit(*Result)));
    }
    if (auto Request = Asked.find(Id); Request != Asked.end()) {
      Changed = answerActions(*Message, Request->second);
      Asked.erase(Request);
    }
  }
  if (!Changed)
    return std::nullopt;
  return bodyOf(std::move(*Message));
}

} // namespace corolint
