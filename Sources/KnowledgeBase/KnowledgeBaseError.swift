import Indicators

/// What can be wrong with a knowledge base, or with what is asked of it. Nothing has been changed when one is thrown.
public enum KnowledgeBaseError: LevekarError, Equatable {
  /// There is no base at the path.
  case notFound(path: String)
  /// The path is a directory.
  case isDirectory(path: String)
  /// The file is something else than a knowledge base.
  case notAKnowledgeBase(path: String)
  /// The base was made by a newer engine.
  case newerSchema(path: String, found: Int, known: Int)
  /// The base may not be read.
  case cannotRead(path: String, detail: String)
  /// The base may not be written.
  case cannotWrite(path: String, detail: String)
  /// No room on the disk.
  case diskFull(path: String)
  /// Somebody else is writing; the same call may succeed later.
  case locked(path: String)
  /// The file is damaged.
  case damaged(path: String, detail: String)
  /// A chunk of a panel does not have its checksum, or does not hold what it should.
  case damagedChunk(indicator: String, chunk: Int)
  /// No version has this number; `nil` where the base has no version at all.
  case unknownVersion(Int?)
  /// The version has no such panel.
  case unknownPanel(indicator: String, stratum: String)
  /// The panel has no such zone.
  case unknownZone(indicator: String, zone: String)
  /// A version would have two panels of an indicator and stratum.
  case duplicatePanel(indicator: String, stratum: String)
  /// A version would have two results, sources or zone systems of the same name.
  case duplicateEntry(kind: String, id: String)
  /// A text with a zero character, which SQL readers would see cut short.
  case unstorableText(what: String, text: String)
  /// A panel is too large for the format, or there is no memory to compress it.
  case tooLarge(indicator: String)
  /// The caller gave up in the middle; what was written is undone.
  case abandoned(reason: String)
  /// SQLite answered something that should not happen.
  case unexpected(code: Int, detail: String)

  /// The stable id.
  public var code: String {
    switch self {
    case .notFound: "base-not-found"
    case .isDirectory: "base-is-directory"
    case .notAKnowledgeBase: "not-a-knowledge-base"
    case .newerSchema: "newer-schema"
    case .cannotRead: "base-not-readable"
    case .cannotWrite: "base-not-writable"
    case .diskFull: "disk-full"
    case .locked: "base-locked"
    case .damaged: "base-damaged"
    case .damagedChunk: "panel-damaged"
    case .unknownVersion: "unknown-version"
    case .unknownPanel: "unknown-panel"
    case .unknownZone: "unknown-zone-in-panel"
    case .duplicatePanel: "duplicate-panel"
    case .duplicateEntry: "duplicate-entry"
    case .unstorableText: "unstorable-text"
    case .tooLarge: "panel-too-large"
    case .abandoned: "abandoned"
    case .unexpected: "unexpected-base-error"
    }
  }

  /// What it means for the caller, and so the exit code.
  public var kind: ErrorKind {
    switch self {
    case .notFound, .isDirectory, .cannotRead: .noInput
    case .notAKnowledgeBase, .newerSchema, .damaged, .damagedChunk, .duplicatePanel, .duplicateEntry,
      .unstorableText, .tooLarge:
      .badData
    case .cannotWrite, .diskFull: .cannotWrite
    case .locked: .tryLater
    case .unknownVersion, .unknownPanel, .unknownZone: .usage
    case .abandoned: .refused
    case .unexpected: .defect
    }
  }

  /// The offending values.
  public var arguments: [String: String] {
    switch self {
    case .notFound(let path), .isDirectory(let path), .notAKnowledgeBase(let path), .diskFull(let path),
      .locked(let path):
      ["path": path]
    case .newerSchema(let path, let found, let known):
      ["path": path, "found": "\(found)", "known": "\(known)"]
    case .cannotRead(let path, let detail), .cannotWrite(let path, let detail),
      .damaged(let path, let detail):
      ["path": path, "detail": detail]
    case .damagedChunk(let indicator, let chunk): ["indicator": indicator, "chunk": "\(chunk)"]
    case .unknownVersion(let number): ["version": number.map { "\($0)" } ?? ""]
    case .unknownPanel(let indicator, let stratum), .duplicatePanel(let indicator, let stratum):
      ["indicator": indicator, "stratum": stratum]
    case .unknownZone(let indicator, let zone): ["indicator": indicator, "zone": zone]
    case .duplicateEntry(let kind, let id): ["kind": kind, "id": id]
    case .unstorableText(let what, let text): ["what": what, "text": text]
    case .tooLarge(let indicator): ["indicator": indicator]
    case .abandoned(let reason): ["reason": reason]
    case .unexpected(let code, let detail): ["code": "\(code)", "detail": detail]
    }
  }

  /// The base file, where the error is about it.
  public var place: Place? { arguments["path"].map { Place(file: $0) } }
}
