import Indicators

/// A verdict of `compare`, or a direction of `trend`, in words with a sign. The sign says up or down, the words say
/// better or worse, and neither needs a colour.
public struct VerdictWord: Sendable, Equatable {
  /// `▲` higher or increasing, `▼` lower or decreasing, empty where neither.
  public let sign: String
  /// The words.
  public let words: String

  /// Sign and words.
  public var text: String { sign.isEmpty ? words : "\(sign)\(Sign.hardSpace)\(words)" }
}

extension Wording {
  /// The verdict of a comparison: `better`, `similar`, `worse`, `higher`, `lower` or `not-compared`.
  ///
  /// - Parameter difference: Zone minus comparator; its sign decides the arrow of `better` and `worse`.
  public static func verdict(_ verdict: String, difference: Double? = nil, language: Language) -> VerdictWord
  {
    let arrow = difference.map { $0 > 0 ? "▲" : $0 < 0 ? "▼" : "" } ?? ""
    return switch verdict {
    case "better": VerdictWord(sign: arrow, words: language.pick("bedre", "better"))
    case "worse": VerdictWord(sign: arrow, words: language.pick("dårligere", "worse"))
    case "higher": VerdictWord(sign: "▲", words: language.pick("høyere", "higher"))
    case "lower": VerdictWord(sign: "▼", words: language.pick("lavere", "lower"))
    case "similar":
      VerdictWord(sign: "", words: language.pick("ingen sikker forskjell", "no clear difference"))
    case "not-compared":
      VerdictWord(sign: "", words: language.pick("kan ikke sammenlignes", "cannot be compared"))
    default: VerdictWord(sign: "", words: verdict)
    }
  }

  /// The direction of a trend: `increasing`, `decreasing`, `no-clear-change` or `not-computable`, with `better`, `worse`
  /// or `neutral` in brackets where the indicator has a better direction.
  public static func trend(_ direction: String, better: String? = nil, language: Language) -> VerdictWord {
    let judgement =
      switch better {
      case "better": language.pick(" (bedre)", " (better)")
      case "worse": language.pick(" (dårligere)", " (worse)")
      default: ""
      }
    return switch direction {
    case "increasing": VerdictWord(sign: "▲", words: language.pick("øker", "increasing") + judgement)
    case "decreasing": VerdictWord(sign: "▼", words: language.pick("går ned", "decreasing") + judgement)
    case "no-clear-change":
      VerdictWord(sign: "", words: language.pick("ingen sikker endring", "no clear change"))
    case "not-computable":
      VerdictWord(sign: "", words: language.pick("kan ikke beregnes", "cannot be computed"))
    default: VerdictWord(sign: "", words: direction)
    }
  }

  /// What a comparator is called where it has no name of its own: `rest`, `all`, `parent`.
  public static func comparator(_ against: String, name: String? = nil, language: Language) -> String {
    if against == "rest" {
      // The name is the whole's.
      guard let name, !name.isEmpty else {
        return language.pick("resten av kommunen", "rest of the municipality")
      }
      return language.pick("resten av \(name)", "rest of \(name)")
    }
    if let name, !name.isEmpty, name != against { return name }
    return switch against {
    case "all": language.pick("alle sonene samlet", "all zones together")
    case "parent": language.pick("området den er del av", "the area it is part of")
    default: against
    }
  }
}
