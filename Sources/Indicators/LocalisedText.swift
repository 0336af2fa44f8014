/// A text in the languages the engine speaks; Norwegian bokmål always, English where given.
public struct LocalisedText: Sendable, Hashable {
  /// Norwegian bokmål.
  public let nb: String
  /// English; `nil` where nobody wrote one.
  public let en: String?

  /// A text in one or two languages.
  public init(nb: String, en: String? = nil) {
    self.nb = nb
    self.en = en
  }

  /// The text in a language by its code (`nb`, `en`), falling back to Norwegian.
  public func callAsFunction(_ language: String) -> String {
    language == "en" ? en ?? nb : nb
  }
}
