#include "Relay.h"
#include "Channel.h"
#include "Mediator.h"
#include "ServerProcess.h"
#include "llvm/Support/raw_ostream.h"
#include <poll.h>
#include <unistd.h>

using namespace llvm;
using std::chrono::steady_clock;

namespace corolint {
namespace {

void say(const Twine &What) {
  errs() << "corolint-lsp: error: " << What << '\n';
}

class Exchange {
public:
  Exchange(ServerProcess &Users, std::optional<ServerProcess> OursOrNone,
           std::string OursName)
      : OurServer(std::move(OursOrNone)), OursName(std::move(OursName)),
        Client(STDIN_FILENO, STDOUT_FILENO),
        Users(Users.output(), Users.input()),
        Ours(OurServer ? OurServer->output() : -1,
             OurServer ? OurServer->input() : -1),
        Between([this](Party To, StringRef Body) { channel(To).send(Body); }) {
    if (!OurServer)
      Between.withoutOurs();
  }

  void run() {
    while (!IsOver || Client.writable() >= 0)
      step();
    if (OurServer)
      OurServer->end();
  }

private:
  Channel &channel(Party Of) {
    return Of == Party::Client ? Client : Of == Party::Users ? Users : Ours;
  }

  void step() {
    pollfd Waiting[] = {{IsOver ? -1 : Client.readable(), POLLIN, 0},
                        {Users.readable(), POLLIN, 0},
                        {Ours.readable(), POLLIN, 0},
                        {Client.writable(), POLLOUT, 0},
                        {Users.writable(), POLLOUT, 0},
                        {Ours.writable(), POLLOUT, 0}};
    poll(Waiting, std::size(Waiting), timeLeft());
    Between.passed(steady_clock::now());
    const Party Parties[] = {Party::Client, Party::Users, Party::Ours};
    for (unsigned I = 0; I < 3; ++I) {
      if (Waiting[I].revents && !receive(Parties[I]))
        ended(Parties[I]);
      if (Waiting[I + 3].revents && !channel(Parties[I]).flush())
        ended(Parties[I]);
    }
  }

  bool receive(Party From) {
    return channel(From).receive(
        [&](StringRef Body) { Between.hear(From, Body, steady_clock::now()); });
  }

  /// In milliseconds; -1 if nothing has to be done before something comes.
  int timeLeft() const {
    auto Until = Between.deadline();
    if (!Until)
      return -1;
    auto Left = std::chrono::duration_cast<std::chrono::milliseconds>(
        *Until - steady_clock::now());
    return std::max<int>(0, Left.count() + 1);
  }

  void ended(Party Who) {
    if (Who == Party::Users) {
      IsOver = true;
    } else if (Who == Party::Client) {
      Users.finish();
      Ours.finish();
      IsClosing = true;
    } else {
      withoutOurs();
    }
  }

  void withoutOurs() {
    Ours = Channel(-1, -1);
    Between.withoutOurs();
    if (!OurServer)
      return;
    // Who only closed its streams is of no use either.
    int Code = OurServer->waitShortly();
    OurServer.reset();
    if (!IsClosing && !IsOver && Code)
      say("'" + OursName + "' ended with exit code " + Twine(Code) +
          "; your clangd goes on without the findings of corolint");
  }

  std::optional<ServerProcess> OurServer;
  std::string OursName;
  Channel Client, Users, Ours;
  Mediator Between;
  bool IsClosing = false; ///< the client has said its last word
  bool IsOver = false;    ///< the user's clangd has
};

} // namespace

int relay(const CommandWords &Users, const CommandWords &Ours) {
  std::string Why;
  std::optional<ServerProcess> UsersServer = ServerProcess::start(Users, Why);
  if (!UsersServer) {
    say("cannot run '" + Users.front() + "': " + Why);
    return 127;
  }
  std::optional<ServerProcess> OurServer = ServerProcess::start(Ours, Why);
  if (!OurServer)
    say("cannot run '" + Ours.front() + "': " + Why +
        "; your clangd goes on without the findings of corolint");
  Exchange(*UsersServer, OurServer, Ours.front()).run();
  return UsersServer->wait();
}

} // namespace corolint
