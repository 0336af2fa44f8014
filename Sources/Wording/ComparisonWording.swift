/// The words of gaps, ranks, targets and of what could be seen.
extension Wording {
  /// What became of a gap: `narrowed`, `widened`, `reversed`, `no-clear-change` or `cannot-say`.
  public static func gap(_ verdict: String, language: Language) -> String {
    switch verdict {
    case "narrowed": language.pick("blitt mindre", "has narrowed")
    case "widened": language.pick("blitt større", "has widened")
    case "reversed": language.pick("snudd", "has turned")
    case "no-clear-change": language.pick("ikke sikkert endret", "has not clearly changed")
    case "cannot-say": language.pick("kan ikke sies", "cannot be told")
    default: verdict
    }
  }

  /// How it goes with a target: `reached`, `on-track`, `behind` or `cannot-say`.
  public static func progress(_ verdict: String, language: Language) -> String {
    switch verdict {
    case "reached": language.pick("nådd", "reached")
    case "on-track": language.pick("i rute", "on track")
    case "behind": language.pick("etter", "behind")
    case "cannot-say": language.pick("kan ikke sies", "cannot be told")
    default: verdict
    }
  }

  /// Where a zone lies in a funnel.
  public static func funnel(_ label: String, language: Language) -> String {
    switch label {
    case "high-99.8": language.pick("▲ klart over", "▲ clearly above")
    case "high-95": language.pick("▲ over", "▲ above")
    case "within": language.pick("innenfor", "within")
    case "low-95": language.pick("▼ under", "▼ below")
    case "low-99.8": language.pick("▼ klart under", "▼ clearly below")
    default: label
    }
  }

  /// Behind a rank: `\u{a0}av 24`.
  public static func ofMany(_ count: Double?, language: Language) -> String {
    guard let count else { return "" }
    return "\(Sign.hardSpace)\(language.pick("av", "of"))\(Sign.hardSpace)\(language.number(count, upTo: 0))"
  }

  /// ` %` behind a share in a table of its own.
  public static var percentSign: String { "\(Sign.hardSpace)%" }

  /// The smallest difference that could be seen, with the people a year it stands for: `1,7 pp (45 per år)`.
  public static func detectable(_ size: String, people: Double?, language: Language) -> String {
    guard let people, people.isFinite else { return size }
    let count = language.number(people.rounded(.up), upTo: 0)
    return "\(size) (\(count)\(Sign.hardSpace)\(language.pick("per år", "a year")))"
  }

  /// A sentence on what could be seen: «Med 2 590 i nevneren kan en ikke se mindre enn 1,7 pp».
  public static func cannotSeeLess(than size: String, base: Double, language: Language) -> String {
    let count = language.number(base, upTo: 0)
    return language.pick(
      "Med \(count) i nevneren kan en ikke se mindre forskjeller enn \(size)",
      "With \(count) in the denominator one cannot see differences below \(size)")
  }

  /// A frozen baseline beside the revised one.
  public static func frozenBaseline(_ value: String, language: Language) -> String {
    language.pick(
      "fryst: \(value), tallene er revidert siden", "frozen: \(value), the figures have been revised since")
  }
}
