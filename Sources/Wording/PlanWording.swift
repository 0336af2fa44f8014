import Foundation

extension Wording {
  /// The line that shows how far a calibration has come.
  public static func calibrating(_ percent: Int, _ detail: String, language: Language) -> String {
    language.pick("kalibrerer", "calibrating") + " \(percent) \(percentSign.filter { $0 == "%" })"
      + (detail.isEmpty ? "" : ": \(detail)")
  }
}

/// The sentences around a plan.
public struct PlanWords: Sendable {
  private let language: Language

  /// The words in a language.
  public init(_ language: Language) { self.language = language }

  /// Yes or no.
  public func answer(_ isSo: Bool) -> String {
    isSo ? language.pick("ja", "yes") : language.pick("nei", "no")
  }

  /// What is above all: that there are no results here.
  public var promise: String {
    language.pick(
      "En låst plan: det som ble bestemt før resultatene var sett. Her er det ingen resultater.",
      "A locked plan: what was decided before results were seen. There are no results here.")
  }

  /// Who, since when and by what.
  public func subject(zone: String, start: String, headline: String, scale: String) -> String {
    let scaled =
      switch scale {
      case "log": language.pick("; på logaritmisk skala", "; on the logarithmic scale")
      case "sqrt": language.pick("; på kvadratrotskala", "; on the square root scale")
      default: ""
      }
    return language.pick(
      "\(zone) fra \(start). Hovedmetode: \(headline)\(scaled).",
      "\(zone) from \(start). Headline method: \(headline)\(scaled).")
  }

  /// Who is compared with.
  public func donors(_ names: [String]) -> String {
    let shown = names.prefix(8).joined(separator: ", ")
    let more =
      names.count > 8 ? language.pick(" og \(names.count - 8) til", " and \(names.count - 8) more") : ""
    return language.pick("Sammenlignes med: ", "Compared with: ") + shown + more + "."
  }

  /// A look with its level.
  public func look(year: Int, name: String, level: Double) -> String {
    let kind =
      switch name {
      case "midterm": language.pick(" midtveis", " midterm")
      case "final": language.pick(" til slutt", " final")
      default: ""
      }
    return "\(year)\(kind) \(percent(level))"
  }

  /// The looks in order.
  public func looks(_ looks: [String], alpha: Double) -> String {
    language.pick(
      "Vurderes: \(looks.joined(separator: ", ")); til sammen \(percent(alpha)).",
      "Judged: \(looks.joined(separator: ", ")); \(percent(alpha)) in all.")
  }

  /// What the expected detectable effect means.
  public func seen(_ hopeless: Int, of count: Int) -> String {
    guard hopeless > 0 else {
      return language.pick(
        "Minste påvisbare endring er regnet av årene før start alene.",
        "The minimum detectable effect is computed from the years before the start alone.")
    }
    return language.pick(
      "For \(hopeless) av \(count) indikatorer er det ikke ventet at en endring som betyr noe, kan ses.",
      "For \(hopeless) of \(count) indicators a change that matters is not expected to be seen.")
  }

  /// Whether an effect that matters is expected to be seen.
  public func expectation(_ isInformative: Bool?) -> String {
    switch isInformative {
    case true: language.pick("ventes å kunne ses", "expected to be seen")
    case false: language.pick("ventes ikke å kunne ses", "not expected to be seen")
    default: ""
    }
  }

  /// The certificate of a calibration.
  public func certificate(
    method: String, zones: Int, found: Double, lower: Double?, upper: Double?, verdict: String
  ) -> String {
    let number = Int((found * Double(zones)).rounded())
    let interval: String
    if let lower, let upper {
      interval = language.pick(
        "; 95 % KI \(percent(lower)) til \(percent(upper))",
        "; 95 % CI \(percent(lower)) to \(percent(upper))")
    } else {
      interval = ""
    }
    let judgement =
      switch verdict {
      case "too-often":
        language.pick(
          "Det er for ofte: et utslag her veier mindre enn det ser ut til.",
          "That is too often: a finding here weighs less than it seems to.")
      case "too-seldom":
        language.pick(
          "Det er sjeldnere enn nivået sier: et utslag her veier mer, og mindre endringer kan bli oversett.",
          "That is more seldom than the level says: a finding here weighs more, and smaller changes may be missed."
        )
      default:
        language.pick(
          "Det er i tråd med nivået, så langt så mange soner kan vise.",
          "That agrees with the level, as far as so many zones can show.")
      }
    return language.pick(
      "Kalibrering (\(method)): prøvd på \(zones) soner uten tiltak meldte framgangsmåten om endring i \(number) (\(percent(found))\(interval)) der nivået er 5 %. \(judgement)",
      "Calibration (\(method)): tried on \(zones) zones without the programme it reported a change in \(number) (\(percent(found))\(interval)) at a level of 5 %. \(judgement)"
    )
  }

  /// That a calibration could not be made.
  public func uncalibrated(method: String, reason: String) -> String {
    language.pick(
      "Kalibrering (\(method)): kan ikke gjøres (\(reason)).",
      "Calibration (\(method)): cannot be made (\(reason))."
    )
  }

  /// A share in per cent, with two digits that mean something where it is small.
  private func percent(_ share: Double) -> String {
    let value = share * 100
    var decimals = 1
    while value > 0, value < pow(10, Double(1 - decimals)), decimals < 9 { decimals += 1 }
    return language.number(value, upTo: decimals) + Wording.percentSign
  }
}
