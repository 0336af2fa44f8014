import Indicators

/// How a cell without a figure, or with a mark, is shown and read aloud.
public struct StatusWord: Sendable, Equatable {
  /// Statistics Norway's standard sign: `:` hidden, `..` missing, `.` not possible; empty for a figure.
  public let sign: String
  /// What a screen reader says, and what footnotes say.
  public let spoken: String
}

extension Wording {
  /// The sign and words of a reason why a number does not exist.
  public static func sign(of reason: Reason, language: Language) -> StatusWord {
    switch reason {
    case .suppressed, Reason("group-too-small"):
      StatusWord(sign: ":", spoken: language.pick("skjermet tall", "suppressed figure"))
    case .missing, .periodNotInData, .zoneNotInData:
      StatusWord(sign: "..", spoken: language.pick("mangler tall", "no figure"))
    default: StatusWord(sign: ".", spoken: self.reason(reason, language: language))
    }
  }

  /// The sign and words of a cell's status as result rows hold it: `observed`, `missing`, `not-applicable`, `suppressed`,
  /// with `-provisional` or `-estimated` behind.
  public static func sign(ofStatus status: String, language: Language) -> StatusWord {
    if status.hasPrefix("suppressed") { return sign(of: Reason.suppressed, language: language) }
    if status.hasPrefix("missing") { return sign(of: Reason.missing, language: language) }
    if status.hasPrefix("not-applicable") {
      return StatusWord(sign: ".", spoken: language.pick("tall kan ikke forekomme", "figure not possible"))
    }
    if status.contains("provisional") {
      return StatusWord(sign: "*", spoken: language.pick("foreløpig tall", "provisional figure"))
    }
    if status.contains("estimated") {
      return StatusWord(sign: "", spoken: language.pick("anslått tall", "estimated figure"))
    }
    if status.contains("constructed") {
      return StatusWord(sign: "", spoken: language.pick("konstruert tall", "constructed figure"))
    }
    return StatusWord(sign: "", spoken: "")
  }

  /// The sign and words of a cell's status.
  public static func sign(ofCell status: CellStatus, language: Language) -> StatusWord {
    let kind =
      switch status.kind {
      case .observed: "observed"
      case .missing: "missing"
      case .notApplicable: "not-applicable"
      default: "suppressed"
      }
    return sign(
      ofStatus: kind + (status.flags.contains(.provisional) ? "-provisional" : ""), language: language)
  }
}
