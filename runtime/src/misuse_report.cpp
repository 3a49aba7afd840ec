#include "misuse_report.hpp"
#include "json_text.hpp"
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace corolint::rt::detail {

/// \p file without "." and "..", as the command writes it. Behind a linked
/// folder ".." leads elsewhere than the text says.
static std::string shortened(std::string_view file) {
  namespace fs = std::filesystem;
  const fs::path whole(file), plain = whole.lexically_normal();
  std::error_code failed;
  if (plain != whole && fs::exists(whole, failed) &&
      !fs::equivalent(whole, plain, failed))
    return std::string(file);
  return plain.string();
}

static kept_misuse::place kept(const source_place &where) {
  return {shortened(where.file), where.line, std::string(where.function)};
}

kept_misuse::kept_misuse(const misuse &seen)
    : check(seen.check), text(seen.text), where(kept(seen.where)) {
  for (const misuse_note &each : seen.notes)
    notes.push_back({std::string(each.text), kept(each.where)});
}

//===--- Text
//--------------------------------------------------------------===//

static std::string prefix(const kept_misuse::place &where) {
  if (where.file.empty())
    return where.function.empty() ? "corolint::rt: "
                                  : "in '" + where.function + "': ";
  return where.file + ":" + std::to_string(where.line) + ": ";
}

std::string as_text(const kept_misuse &seen) {
  std::string text =
      prefix(seen.where) + "warning: " + seen.text + " [" + seen.check + "]\n";
  for (const kept_misuse::note &each : seen.notes)
    text += prefix(each.where) + "note: " + each.text + "\n";
  return text;
}

//===--- JSON
//--------------------------------------------------------------===//

/// The elements that \p write gives for each of \p from, between brackets.
template <class Range, class Write>
static std::string array(const Range &from, Write write) {
  std::string out = "[";
  for (const auto &each : from) {
    if (out.size() != 1)
      out += ",";
    out += '\n';
    out += write(each);
  }
  return out + "]";
}

static std::string json_location(const kept_misuse::place &where) {
  return "{\"file\": " + json_string(where.file) +
         ", \"line\": " + std::to_string(where.line) +
         ", \"function\": " + json_string(where.function) + "}";
}

static std::string json_note(const kept_misuse::note &note) {
  return "{\"message\": " + json_string(note.text) +
         ", \"location\": " + json_location(note.where) + "}";
}

std::string as_json(const std::vector<kept_misuse> &seen) {
  return "{\"findings\": " +
         array(seen,
               [](const kept_misuse &each) {
                 return "{\"check\": " + json_string(each.check) +
                        ", \"message\": " + json_string(each.text) +
                        ", \"severity\": \"warning\", \"location\": " +
                        json_location(each.where) +
                        ", \"notes\": " + array(each.notes, json_note) + "}";
               }) +
         "}\n";
}

//===--- SARIF
//-------------------------------------------------------------===//

static std::string sarif_message(std::string_view text) {
  return "\"message\": {\"text\": " + json_string(text) + "}";
}

static std::string uri_of(std::string_view file) {
  constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                     "abcdefghijklmnopqrstuvwxyz"
                                     "0123456789/-._~";
  std::string uri = file.starts_with('/') ? "file://" : "";
  for (const char c : file)
    if (plain.find(c) != plain.npos) {
      uri += c;
    } else {
      char code[4];
      std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned char>(c));
      uri += code;
    }
  return uri;
}

/// The members of a location; none if the place is not known.
static std::string sarif_physical(const kept_misuse::place &where) {
  if (where.file.empty())
    return "";
  return "\"physicalLocation\": {\"artifactLocation\": {\"uri\": " +
         json_string(uri_of(where.file)) + "}" +
         (where.line ? ", \"region\": {\"startLine\": " +
                           std::to_string(where.line) + "}"
                     : "") +
         "}";
}

static std::string sarif_note(const kept_misuse::note &note) {
  const std::string where = sarif_physical(note.where);
  return "{" + sarif_message(note.text) + (where.empty() ? "" : ", " + where) +
         "}";
}

static std::string sarif_rule(const std::string &check) {
  const std::string page = "`corolint --explain " + check +
                           "` tells what goes wrong and how to mend it.";
  const auto text = [](std::string_view key, const std::string &value) {
    return ", " + json_string(key) + ": {\"text\": " + json_string(value) + "}";
  };
  return "{\"id\": " + json_string(check) +
         text("shortDescription", "What " + check + " claims, seen in a run.") +
         text("fullDescription", "The program did what " + check +
                                     " reports in its source. " + page) +
         text("help", page) + "}";
}

std::string as_sarif(const std::vector<kept_misuse> &seen) {
  std::vector<std::string> rules;
  for (const kept_misuse &each : seen)
    if (std::find(rules.begin(), rules.end(), each.check) == rules.end())
      rules.push_back(each.check);
  return "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", "
         "\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": "
         "{\"name\": \"corolint-runtime\", "
         "\"version\": \"" COROLINT_RUNTIME_VERSION "\", "
         "\"semanticVersion\": \"" COROLINT_RUNTIME_VERSION "\", "
         "\"rules\": " +
         array(rules, sarif_rule) + "}}, \"results\": " +
         array(seen,
               [](const kept_misuse &each) {
                 const std::string where = sarif_physical(each.where);
                 return "{\"ruleId\": " + json_string(each.check) +
                        ", \"level\": \"warning\", " +
                        sarif_message(each.text) + ", \"locations\": [" +
                        (where.empty() ? "" : "{" + where + "}") +
                        "], \"relatedLocations\": " +
                        array(each.notes, sarif_note) + "}";
               }) +
         "}]}\n";
}

} // namespace corolint::rt::detail
