import Indicators

/// A language the engine speaks. Fixed by the caller, never taken from the machine.
public enum Language: String, Sendable, CaseIterable {
  /// Norwegian bokmål, the default.
  case nb
  /// English.
  case en

  /// The language of a code such as `nb`, `no`, `nb-NO` or `en`; `nil` for one the engine does not speak.
  public init?(code: String) {
    switch code.lowercased().prefix(while: { $0 != "-" && $0 != "_" }) {
    case "nb", "no": self = .nb
    case "en": self = .en
    default: return nil
    }
  }

  /// One of two texts.
  func pick(_ nb: String, _ en: String) -> String { self == .nb ? nb : en }
}

extension LocalisedText {
  /// The text in a language, falling back to Norwegian.
  public func callAsFunction(_ language: Language) -> String { self(language.rawValue) }
}

/// Everything that knows a language: numbers, dates, error sentences, and the texts behind ids.
///
/// Every function is pure: the same words for the same arguments on every machine.
public enum Wording {}
