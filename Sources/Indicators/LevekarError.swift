/// Where in the input something was found: file, row and column, as a person would point at them.
public struct Place: Sendable, Hashable, CustomStringConvertible {
  /// The file's name as the user gave it; `nil` for standard input or values made in memory.
  public var file: String?
  /// The row, counted from 1 in the file as an editor shows it, title and header lines included.
  public var row: Int?
  /// The column's header, or its number from 1 where there is no header.
  public var column: String?

  /// A place; leave out what is not known.
  public init(file: String? = nil, row: Int? = nil, column: String? = nil) {
    self.file = file
    self.row = row
    self.column = column
  }

  /// `file:row:column`, for logs. Sentences for people are `Wording`'s.
  public var description: String {
    [file, row.map(String.init), column].compactMap { $0 }.joined(separator: ":")
  }
}

/// What an error means for a caller, and so for the exit code of the command.
public enum ErrorKind: String, Sendable, CaseIterable {
  /// The method may not be used on these data; the data are fine.
  case refused
  /// The request itself is wrong: an unknown name, options that do not fit.
  case usage
  /// The input is there but cannot be read as what it should be.
  case badData
  /// The input is not there, or may not be opened.
  case noInput
  /// No source answered.
  case unavailable
  /// The output cannot be written.
  case cannotWrite
  /// Locked or rate limited: the same call may succeed later.
  case tryLater
  /// A defect of the engine.
  case defect
}

/// What every error of the engine can say about itself, without knowing a language.
///
/// `code` is stable and names the article of `levekar explain`; `arguments` hold the offending values by name, as
/// text; `Wording` turns both into *error / because / hint* in Norwegian or English.
public protocol LevekarError: Error, Sendable, CustomStringConvertible {
  /// A stable kebab-case identifier, such as `share-above-one`.
  var code: String { get }
  /// What the error means for the caller.
  var kind: ErrorKind { get }
  /// The offending values, by name.
  var arguments: [String: String] { get }
  /// Where in the input; `nil` where there is no input to point at.
  var place: Place? { get }
}

extension LevekarError {
  /// No place unless the error has one.
  public var place: Place? { nil }

  /// The code with its arguments in alphabetical order, for logs.
  public var description: String {
    let words = arguments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let at = place.map { ["at=\($0)"] } ?? []
    return ([code] + words + at).joined(separator: " ")
  }
}
