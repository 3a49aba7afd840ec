#include "Mediator.h"
#include "Messages.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;

namespace corolint {

/// How long ours may keep the user's code actions waiting.
static constexpr std::chrono::seconds Patience(3);

static constexpr StringLiteral Publish = "textDocument/publishDiagnostics";

/// Notifications that ours must hear too, to see what the user's sees.
static bool concernsOurs(StringRef Method) {
  return StringSwitch<bool>(Method)
      .Cases("textDocument/didOpen", "textDocument/didChange", true)
      .Cases("textDocument/didClose", "textDocument/didSave", true)
      .Cases("workspace/didChangeConfiguration",
             "workspace/didChangeWatchedFiles", true)
      .Cases("initialized", "shutdown", "exit", "$/cancelRequest", true)
      .Default(false);
}

static StringRef uriIn(const json::Object &Params) {
  const json::Object *Document = Params.getObject("textDocument");
  return Document ? Document->getString("uri").value_or("") : "";
}

static json::Array takeDiagnostics(json::Object &Params, bool Ours) {
  json::Array Taken;
  if (json::Array *All = Params.getArray("diagnostics"))
    for (json::Value &Each : *All)
      if (ourCheck(Each).empty() != Ours)
        Taken.push_back(std::move(Each));
  return Taken;
}

static json::Object &objectAt(json::Object &In, StringRef Key) {
  json::Value &There = In[Key.str()];
  if (!There.getAsObject())
    There = json::Object();
  return *There.getAsObject();
}

void Mediator::hear(Party From, StringRef Body, Time Now) {
  if (From == Party::Client)
    hearClient(Body, Now);
  else if (From == Party::Users)
    hearUsers(Body);
  else
    hearOurs(Body);
}

//===--- What the client says ---------------------------------------------===//

void Mediator::hearClient(StringRef Body, Time Now) {
  Send(Party::Users, Body);
  auto Message = Of == State::Gone ? std::nullopt : parseMessage(Body);
  if (!Message)
    return;
  StringRef Method = Message->getString("method").value_or("");
  if (Method == "initialize") {
    InitializeId = idOf(*Message);
    Initialize = std::move(Message);
  } else if (Method == "textDocument/codeAction") {
    askActions(std::move(*Message), Now);
  } else if (concernsOurs(Method)) {
    note(Method, Message->getObject("params"));
    tellOurs(Body);
  }
}

void Mediator::note(StringRef Method, const json::Object *Params) {
  std::string Uri = documentKey(Params ? uriIn(*Params) : StringRef());
  if (Method == "textDocument/didOpen") {
    Open.insert(Uri);
  } else if (Method == "textDocument/didClose") {
    Open.erase(Uri);
    OursSaid.erase(Uri);
  }
}

void Mediator::tellOurs(StringRef Body) {
  if (Of == State::Running)
    Send(Party::Ours, Body);
  else if (Of != State::Gone)
    Kept.push_back(Body.str());
}

/// Ours is asked for quick fixes of its findings only: all else the user's has.
void Mediator::askActions(json::Object Request, Time Now) {
  json::Object *Params = Request.getObject("params");
  json::Object *Context = Params ? Params->getObject("context") : nullptr;
  if (Of != State::Running || !Context || !wantsQuickFixes(*Params))
    return;
  json::Array Findings = takeDiagnostics(*Context, /*Ours=*/true);
  if (Findings.empty())
    return;
  (*Context)["diagnostics"] = std::move(Findings);
  (*Context)["only"] = json::Array{"quickfix"};
  Requests[idOf(Request)].Until = Now + Patience;
  Send(Party::Ours, bodyOf(std::move(Request)));
}

//===--- What the user's clangd says --------------------------------------===//

void Mediator::hearUsers(StringRef Body) {
  // Most of what it says needs no look; some of that is long.
  bool IsAwaited = Initialize || !Requests.empty();
  auto Message =
      IsAwaited || Body.contains(Publish) ? parseMessage(Body) : std::nullopt;
  json::Object *Params = Message ? Message->getObject("params") : nullptr;
  if (Params && Message->getString("method") == Publish) {
    StringRef Uri = Params->getString("uri").value_or("");
    UsersSaid[documentKey(Uri)] = {takeDiagnostics(*Params, /*Ours=*/false),
                                   Params->getInteger("version"), Uri.str()};
    return publish(documentKey(Uri));
  }
  if (Message && !Message->get("method")) {
    std::string Id = idOf(*Message);
    if (auto Request = Requests.find(Id); Request != Requests.end()) {
      Request->second.Users = std::move(*Message);
      return finish(Request);
    }
    if (Initialize && Id == InitializeId) {
      Send(Party::Client, Body);
      return greetOurs(*Message);
    }
  }
  Send(Party::Client, Body);
}

/// Ours has to count positions as the user's does, and gets nothing to do that
/// concerns the client.
void Mediator::greetOurs(const json::Object &UsersAnswer) {
  const json::Object *Result = UsersAnswer.getObject("result");
  json::Object Greeting = *std::exchange(Initialize, std::nullopt);
  if (!Result || Of != State::Waiting)
    return;
  std::string Unit = chosenPositionUnit(*Result);
  json::Object &Capabilities =
      objectAt(objectAt(Greeting, "params"), "capabilities");
  Capabilities["offsetEncoding"] = json::Array{Unit};
  objectAt(Capabilities, "general")["positionEncodings"] = json::Array{Unit};
  Capabilities.erase("window");
  Capabilities.erase("workspace");
  Of = State::Greeting;
  Send(Party::Ours, bodyOf(std::move(Greeting)));
}

//===--- What ours says ---------------------------------------------------===//

void Mediator::hearOurs(StringRef Body) {
  auto Message = parseMessage(Body);
  if (!Message || Of == State::Gone)
    return;
  std::string Id = idOf(*Message);
  if (auto Method = Message->getString("method")) {
    json::Object *Params = Message->getObject("params");
    if (*Method == Publish && Params) {
      StringRef Uri = Params->getString("uri").value_or("");
      if (!Open.contains(documentKey(Uri)))
        return;
      OursSaid[documentKey(Uri)] = {takeDiagnostics(*Params, /*Ours=*/true),
                                    Params->getInteger("version"), Uri.str()};
      publish(documentKey(Uri));
    } else if (!Id.empty()) {
      Send(Party::Ours, bodyOf(json::Object{{"jsonrpc", "2.0"},
                                            {"id", *Message->get("id")},
                                            {"result", nullptr}}));
    }
  } else if (Of == State::Greeting && Id == InitializeId) {
    Of = State::Running;
    for (const std::string &Each : std::exchange(Kept, {}))
      Send(Party::Ours, Each);
  } else if (auto Request = Requests.find(Id); Request != Requests.end()) {
    json::Array *Actions = Message->getArray("result");
    Request->second.Ours = Actions ? std::move(*Actions) : json::Array();
    finish(Request);
  }
}

void Mediator::withoutOurs() {
  Of = State::Gone;
  Kept.clear();
  passed(Time::max());
  StringMap<Said> Shown = std::exchange(OursSaid, {});
  for (const auto &Each : Shown) {
    std::string &Uri = UsersSaid[Each.first()].Uri;
    if (Uri.empty())
      Uri = Each.second.Uri;
    publish(Each.first());
  }
}

//===--- Both -------------------------------------------------------------===//

/// The version is named once both speak of the same.
void Mediator::publish(StringRef Document) {
  const Said &Users = UsersSaid[Document];
  json::Array All = Users.Diagnostics;
  auto Ours = OursSaid.find(Document);
  bool HasOurs = Ours != OursSaid.end();
  if (HasOurs)
    for (const json::Value &Each : Ours->second.Diagnostics)
      All.push_back(Each);
  json::Object Params{
      {"uri", Users.Uri.empty() ? Ours->second.Uri : Users.Uri}};
  bool IsOursAwaited = Of != State::Gone && Open.contains(Document);
  bool Agree = HasOurs ? Ours->second.Version == Users.Version : !IsOursAwaited;
  if (Agree && Users.Version)
    Params["version"] = *Users.Version;
  Params["diagnostics"] = std::move(All);
  Send(Party::Client, bodyOf(json::Object{{"jsonrpc", "2.0"},
                                          {"method", Publish},
                                          {"params", std::move(Params)}}));
}

/// Answers the client once both have; an error of the user's at once.
void Mediator::finish(std::map<std::string, Asked>::iterator Request) {
  Asked &Both = Request->second;
  if (!Both.Users)
    return;
  const json::Value *Result = Both.Users->get("result");
  if (Result && !Both.Ours)
    return;
  if (Result && !Both.Ours->empty()) {
    json::Array Actions;
    if (const json::Array *Users = Result->getAsArray())
      Actions = *Users;
    for (json::Value &Each : *Both.Ours)
      Actions.push_back(std::move(Each));
    (*Both.Users)["result"] = std::move(Actions);
  }
  Send(Party::Client, bodyOf(std::move(*Both.Users)));
  Requests.erase(Request);
}

std::optional<Mediator::Time> Mediator::deadline() const {
  std::optional<Time> First;
  for (const auto &[Id, Request] : Requests)
    if (!Request.Ours && (!First || Request.Until < *First))
      First = Request.Until;
  return First;
}

void Mediator::passed(Time Now) {
  for (auto It = Requests.begin(); It != Requests.end();) {
    auto Request = It++;
    if (Request->second.Ours || Request->second.Until > Now)
      continue;
    Request->second.Ours = json::Array();
    finish(Request);
  }
}

} // namespace corolint
