#include "WholeFile.h"
#include "Paths.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Signals.h"

using namespace llvm;

namespace corolint::output {

std::string unwritable(StringRef File) {
  if (sys::fs::is_directory(File))
    return ("'" + File + "' is a folder").str();
  StringRef Folder = sys::path::parent_path(File);
  if (!Folder.empty() && !sys::fs::is_directory(Folder))
    return ("cannot write '" + File + "': there is no folder '" + Folder + "'")
        .str();
  return "";
}

/// A device or a pipe must not be replaced by a file.
static bool isReplaceable(StringRef File) {
  sys::fs::file_status Status;
  return sys::fs::status(File, Status) ||
         Status.type() == sys::fs::file_type::regular_file;
}

/// Writes and closes; why it could not, or nothing.
static std::string writeTo(StringRef File, sys::fs::CreationDisposition How,
                           function_ref<void(raw_ostream &)> Write) {
  std::error_code Code;
  raw_fd_ostream Out(File, Code, How);
  if (Code)
    return Code.message();
  Write(Out);
  Out.close();
  std::string Why = Out.has_error() ? Out.error().message() : "";
  // Unread, an error would end the program.
  Out.clear_error();
  return Why;
}

/// In the same folder, since only there a rename replaces at once. LLVM's
/// makers of such names read a '%' in the folder as a blank to fill in.
static std::string temporaryName(StringRef Target) {
  return (Target + "." + Twine(sys::Process::getProcessId()) + "-" +
          Twine(sys::Process::GetRandomNumber()) + ".tmp")
      .str();
}

std::string writeWhole(StringRef File,
                       function_ref<void(raw_ostream &)> Write) {
  if (!isReplaceable(File))
    return writeTo(File, sys::fs::CD_OpenExisting, Write);
  // Behind a link is the file that is meant.
  std::string Target = realPath(File);
  std::string Temporary = temporaryName(Target);
  sys::RemoveFileOnSignal(Temporary);
  std::string Why = writeTo(Temporary, sys::fs::CD_CreateNew, Write);
  sys::fs::file_status Old;
  if (Why.empty() && !sys::fs::status(Target, Old))
    sys::fs::setPermissions(Temporary, Old.permissions());
  if (Why.empty())
    if (std::error_code Code = sys::fs::rename(Temporary, Target))
      Why = Code.message();
  if (!Why.empty())
    sys::fs::remove(Temporary);
  sys::DontRemoveFileOnSignal(Temporary);
  return Why;
}

} // namespace corolint::output
