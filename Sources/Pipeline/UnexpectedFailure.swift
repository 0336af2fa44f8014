import Indicators

/// An error of a library that says nothing about itself; a defect of ours to let it through.
public struct UnexpectedFailure: LevekarError {
  private let text: String

  /// The failure that an error of a library is.
  public init(_ error: any Error) { text = String(describing: error) }

  /// `unexpected`.
  public var code: String { "unexpected" }
  /// A defect.
  public var kind: ErrorKind { .defect }
  /// What the library says.
  public var arguments: [String: String] { ["text": text] }
}
