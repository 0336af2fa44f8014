import Indicators

/// What can be wrong with a request, or with a run, beyond what the parts themselves throw.
///
/// The verbs of this target throw this and every other ``Indicators/LevekarError`` as it is: a caller learns most from
/// the error of the part that failed, and `Wording` knows them all.
public enum PipelineError: LevekarError, Equatable {
  /// There is no knowledge base where one was looked for.
  case noBase(path: String)
  /// There is no programme file where one was looked for.
  case noProgramme(path: String)
  /// An option's text means nothing.
  case unreadableOption(option: String, text: String, expected: String)
  /// A group is not written NAME=A+B.
  case unreadableGroup(String)
  /// The output format is unknown.
  case unknownFormat(String, known: [String])
  /// There is nothing behind this word.
  case unknownTerm(String, known: [String])
  /// There is no version with this number.
  case unknownVersion(String)
  /// The folder for a new programme is there already, and not empty.
  case folderNotEmpty(path: String)
  /// The base belongs to another programme; refreshing it would withdraw everything it holds.
  case baseOfAnotherProgramme(path: String, found: String, wanted: String)
  /// A source that only the network has.
  case needsNetwork(source: String, kind: String)
  /// The verb works on files, and none were named.
  case needsFiles(verb: String)
  /// A source's path matches no file.
  case noFiles(source: String, path: String)
  /// A source gave fewer rows than it should.
  case tooFewRows(source: String, found: Int, expected: Int)
  /// No source gave anything.
  case noSourceAnswered(sources: [String])
  /// The data cannot be exported in this format.
  case notExportable(format: String, reason: String)

  /// The stable id.
  public var code: String {
    switch self {
    case .noBase: "no-base"
    case .noProgramme: "no-programme"
    case .unreadableOption: "unreadable-option"
    case .unreadableGroup: "unreadable-group"
    case .unknownFormat: "unknown-output-format"
    case .unknownTerm: "unknown-term"
    case .unknownVersion: "unknown-version"
    case .folderNotEmpty: "folder-not-empty"
    case .baseOfAnotherProgramme: "base-of-another-programme"
    case .needsNetwork: "needs-network"
    case .needsFiles: "needs-files"
    case .noFiles: "no-files"
    case .tooFewRows: "too-few-rows"
    case .noSourceAnswered: "no-source-answered"
    case .notExportable: "not-exportable"
    }
  }

  /// What it means for the caller.
  public var kind: ErrorKind {
    switch self {
    case .noBase, .noProgramme, .noFiles: .noInput
    case .unreadableOption, .unreadableGroup, .baseOfAnotherProgramme, .needsFiles, .unknownFormat,
      .unknownTerm,
      .unknownVersion:
      .usage
    case .folderNotEmpty: .cannotWrite
    case .needsNetwork, .noSourceAnswered: .unavailable
    case .tooFewRows: .badData
    case .notExportable: .refused
    }
  }

  /// The offending values.
  public var arguments: [String: String] {
    switch self {
    case .noBase(let path), .noProgramme(let path), .folderNotEmpty(let path): ["path": path]
    case .unreadableOption(let option, let text, let expected):
      ["option": option, "text": text, "expected": expected]
    case .unreadableGroup(let text): ["text": text]
    case .needsFiles(let verb): ["verb": verb]
    case .unknownFormat(let name, let known), .unknownTerm(let name, let known):
      ["name": name, "known": known.prefix(12).joined(separator: ", ")].merging(
        NearestName.of(name, among: known).map { ["nearest": $0] } ?? [:], uniquingKeysWith: { one, _ in one }
      )
    case .unknownVersion(let text): ["version": text]
    case .baseOfAnotherProgramme(let path, let found, let wanted):
      ["path": path, "found": found, "wanted": wanted]
    case .needsNetwork(let source, let kind): ["source": source, "kind": kind]
    case .noFiles(let source, let path): ["source": source, "path": path]
    case .tooFewRows(let source, let found, let expected):
      ["source": source, "found": "\(found)", "expected": "\(expected)"]
    case .noSourceAnswered(let sources): ["sources": sources.joined(separator: ", ")]
    case .notExportable(let format, let reason): ["format": format, "reason": reason]
    }
  }
}
