import Indicators

/// An error in words: what is wrong, why, what to do, where to read more.
public struct ErrorText: Sendable, Equatable {
  /// The language.
  public let language: Language
  /// What is wrong, one sentence without a full stop.
  public let headline: String
  /// Why, with the offending values.
  public let because: String
  /// Where in the input, such as `lavinntekt.csv, rad 118`; `nil` where there is no input to point at.
  public let place: String?
  /// What to do about it; `nil` where nobody knows.
  public let hint: String?
  /// The command that explains the code.
  public let more: String

  /// The lines as the command prints them:
  ///
  ///     feil: andelen for «Torstrand, 2021» er over 100 %
  ///       fordi: teller 412 er større enn nevner 401   (lavinntekt.csv, rad 118)
  ///       hjelp: teller og nevner ser byttet ut i 3 av 96 rader
  ///       mer:   levekar explain share-above-one
  public var lines: [String] {
    let words =
      language == .nb
      ? (error: "feil", because: "fordi: ", hint: "hjelp: ", more: "mer:   ")
      : (error: "error", because: "because: ", hint: "hint:    ", more: "more:    ")
    var lines = ["\(words.error): \(headline)"]
    lines.append("  \(words.because)\(because)" + (place.map { "   (\($0))" } ?? ""))
    if let hint { lines.append("  \(words.hint)\(hint)") }
    lines.append("  \(words.more)\(more)")
    return lines
  }

  /// The lines as one text, without a line break at the end.
  public var text: String { lines.joined(separator: "\n") }
}

/// The words for one error code; placeholders as in ``TextTemplate``.
struct ErrorEntry {
  let headline: LocalisedText
  let because: LocalisedText
  let hint: LocalisedText?

  init(
    _ headline: (nb: String, en: String), because: (nb: String, en: String),
    hint: (nb: String, en: String)? = nil
  ) {
    self.headline = LocalisedText(nb: headline.nb, en: headline.en)
    self.because = LocalisedText(nb: because.nb, en: because.en)
    self.hint = hint.map { LocalisedText(nb: $0.nb, en: $0.en) }
  }
}
