import Foundation

extension Wording {
  /// The verdict of an effect in a table: `changed`, `not-told-apart`, `uninformative` or `not-computable`.
  public static func effect(_ verdict: String, direction: String?, better: String?, language: Language)
    -> VerdictWord
  {
    switch verdict {
    case "changed":
      let judgement =
        switch better {
        case "better": language.pick(" (bedre)", " (better)")
        case "worse": language.pick(" (dårligere)", " (worse)")
        default: ""
        }
      return VerdictWord(
        sign: direction == "increase" ? "▲" : "▼",
        words: (direction == "increase"
          ? language.pick("høyere enn ventet", "higher than expected")
          : language.pick("lavere enn ventet", "lower than expected")) + judgement)
    case "not-told-apart":
      return VerdictWord(
        sign: "",
        words: language.pick("innenfor tilfeldig variasjon", "within chance variation"))
    case "uninformative":
      return VerdictWord(sign: "", words: language.pick("for usikkert til å si", "too uncertain to say"))
    case "not-computable":
      return VerdictWord(sign: "", words: language.pick("kan ikke beregnes", "cannot be computed"))
    default: return VerdictWord(sign: "", words: verdict)
    }
  }

  /// A difference of logarithms in per cent: 100(eˣ − 1).
  public static func percentOfLogarithm(_ difference: Double) -> Double { 100 * (exp(difference) - 1) }
}

/// The sentences around an effect.
public struct EffectWords: Sendable {
  let language: Language

  /// The words in a language.
  public init(_ language: Language) { self.language = language }

  /// What the figures could show, before what they do.
  public func seen(
    donors: Double?, before: Double?, after: Double?, size: String?, people: Double?, floor: Double?
  ) -> String {
    func count(_ number: Double?) -> String { number.map { language.number($0, upTo: 0) } ?? "?" }
    let basis = language.pick(
      "Kunne ses: \(count(donors)) soner å sammenligne med, \(count(before)) perioder før start og \(count(after)) etter",
      "Could be seen: \(count(donors)) zones to compare with, \(count(before)) periods before the start and \(count(after)) after"
    )
    let smallest = size.map { size in
      let words = Wording.detectable(size, people: people, language: language)
      return language.pick(
        "; endringer mindre enn \(words) ville trolig ikke vist seg",
        "; changes below \(words) would likely not have shown")
    }
    let least = floor.map { floor in
      let p = Wording.pValue(floor, language: language)
      return language.pick("; minste mulige p-verdi er \(p)", "; the smallest possible p-value is \(p)")
    }
    return basis + (smallest ?? "") + (least ?? "") + "."
  }

  /// What was found.
  public func found(zone: String, observed: String, otherwise: String, effect: String, people: Double?)
    -> String
  {
    let persons = people.map { number in
      let count = language.signed(number, decimals: 0)
      return language.pick("; \(count) per år", "; \(count) a year")
    }
    return language.pick(
      "Ble sett: \(zone) hadde \(observed) etter start, mot \(otherwise) ventet uten tiltaket: \(effect)\(persons ?? "").",
      "Was seen: \(zone) had \(observed) after the start, against \(otherwise) expected without the programme: \(effect)\(persons ?? "")."
    )
  }

  /// What that means; never that nothing happened.
  ///
  /// - Parameter ruledOut: The size beyond which effects are ruled out; where figures tell nothing apart that is what they say.
  public func verdict(_ verdict: String, size: String?, ruledOut: String? = nil) -> String {
    let limit = size.map { size in
      language.pick(
        "; en endring mindre enn \(size) kunne ikke vært sett",
        "; a change below \(size) could not have been seen")
    }
    switch verdict {
    case "changed":
      return language.pick(
        "Vurdering: forskjellen er større enn tilfeldig variasjon mellom soner tilsier. Den kan ha andre årsaker enn tiltaket.",
        "Verdict: the difference is larger than chance variation between zones would have it. It may have other causes than the programme."
      )
    case "not-told-apart":
      // What could not be seen is said before; what is ruled out by the figures can be less.
      let words = ruledOut.map { bound in
        ". " + Wording.ruledOut(beyond: bound, language: language)
          + language.pick(" Mindre effekter kan være der.", " Smaller ones may be there.")
      }
      return language.pick(
        "Vurdering: forskjellen kan ikke skilles fra tilfeldig variasjon",
        "Verdict: the difference cannot be told apart from chance variation") + (words ?? "\(limit ?? "").")
    case "uninformative":
      return language.pick(
        "Vurdering: tallene er for usikre til å si om noe har endret seg\(limit ?? "").",
        "Verdict: the figures are too uncertain to say whether anything changed\(limit ?? "").")
    default: return language.pick("Vurdering: kan ikke beregnes.", "Verdict: cannot be computed.")
    }
  }

  /// The donors with most weight.
  public func weights(_ names: [String]) -> String {
    language.pick("Sammenlignet mest med: ", "Compared mostly with: ") + names.joined(separator: ", ") + "."
  }

  /// The years after the start.
  public func yearly(_ parts: [String]) -> String {
    language.pick("Forskjell fra ventet: ", "Difference from expected: ") + parts.joined(separator: ", ")
      + "."
  }

  /// Before the observed path.
  public var observed: String { language.pick("observert", "observed") }
  /// Before the path without the programme.
  public var expected: String { language.pick("ventet uten tiltaket", "expected without") }
}
