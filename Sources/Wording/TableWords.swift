/// The fixed words around a table on a terminal.
public struct TableWords: Sendable {
  private let language: Language

  /// The words in a language.
  public init(_ language: Language) { self.language = language }

  /// Says which columns found no room.
  public func leftOut(_ headers: [String]) -> String {
    let names = language.list(headers)
    return language.pick(
      "(uten \(names): gjør vinduet bredere, eller bruk --format csv)",
      "(without \(names): widen the window, or use --format csv)")
  }

  /// `3 rader`.
  public func rows(_ count: Int) -> String {
    let words = count == 1 ? language.pick("rad", "row") : language.pick("rader", "rows")
    return "\(language.number(count)) \(words)"
  }

  /// Before the reasons why rows have no figure.
  public var withoutFigures: String { language.pick("uten tall", "without figures") }
  /// What to do about a reason that an option removes.
  public func hint(_ reason: String) -> String? {
    switch reason {
    case "unknown-kind":
      language.pick(
        "hjelp: si hva tallene er, slik: --unit prosent, --unit \"per 1000\" eller --unit personer",
        "help: say what the figures are: --unit \"per cent\", --unit \"per 1000\" or --unit persons")
    case "needs-populations":
      language.pick(
        "hjelp: gi teller og nevner, eller --equal-groups der gruppene er like store",
        "help: give numerator and denominator, or --equal-groups where groups are of equal size")
    default:
      Wording.effectErrors[reason]?.hint.map { hint in
        language.pick("hjelp: ", "help: ") + TextTemplate(hint(language), language).filled([:])
      }
    }
  }

  /// Before the diagnostics.
  public var notes: String { language.pick("merknader", "notes") }
  /// Before the methods.
  public var method: String { language.pick("metode", "method") }
  /// In place of a unit.
  public var unknownUnit: String { language.pick("enhet ukjent", "unit unknown") }

  /// Yes or no.
  public func flag(_ value: Bool) -> String {
    value ? language.pick("ja", "yes") : language.pick("nei", "no")
  }
}
