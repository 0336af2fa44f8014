import Estimates
import Indicators

/// Which zones the treated may be compared with.
public enum DonorChoice: Sendable, Hashable {
  /// What the programme says; without one, all.
  case programme
  /// All zones of the treated zones' level.
  case all
  /// Those of the same municipalities.
  case sameMunicipality
  /// Those named, by code, name or group id.
  case named([String])

  /// The choice of words on a command line: `all`, `same-municipality`, or zones; nothing for the programme's rule.
  public init(words: [String]) {
    switch words {
    case []: self = .programme
    case ["all"], ["all-municipalities"]: self = .all
    case ["same-municipality"]: self = .sameMunicipality
    default: self = .named(words)
    }
  }
}

/// The scale effects are estimated on.
public enum OutcomeScale: String, Sendable, Hashable, CaseIterable {
  /// The figures as they are.
  case natural
  /// Logarithms: log((events + ½) / denominator) where both are known, log(events + ½) for counts, else log(figure).
  case log
  /// Square roots of the figures.
  case squareRoot = "sqrt"
}

/// What is done about zones without a figure in every period.
public enum UnbalancedRule: String, Sendable, Hashable, CaseIterable {
  /// Zones that lack a figure in some period are no donors; the treated must have all.
  case dropDonors = "drop-donors"
  /// Periods in which some zone lacks a figure are left out.
  case dropPeriods = "drop-periods"
}

/// The smallest effect that would matter, set before figures are looked at.
public enum SmallestEffect: Sendable, Hashable {
  /// In the unit of the figures.
  case size(Double)
  /// In per cent of what the level would have been.
  case percent(Double)

  /// `5` or `20%`; `nil` for anything that is no positive number.
  public init?(_ text: String) {
    let isShare = text.hasSuffix("%")
    let digits = (isShare ? text.dropLast() : Substring(text)).replacing(",", with: ".").filter { $0 != " " }
    guard let number = Double(String(digits)), number > 0, number.isFinite else { return nil }
    self = isShare ? .percent(number) : .size(number)
  }
}

/// What is asked about an effect, beside zones and periods.
public struct EffectQuestion: Sendable {
  /// The first period with the programme; `nil` for what the programme file says.
  public var start: Period?
  /// The last period with it; `nil` where it goes on, or for what the programme file says.
  public var stop: Period?
  /// The columns that say when each zone began; `nil` for ``start``, or for what the programme file says.
  public var cohorts: CohortColumns?
  /// The estimators, a row each; the first is the headline.
  public var estimators: [EffectMethod]
  /// Which zones may be compared with.
  public var donors = DonorChoice.programme
  /// Zones that may not, by code, name or group id.
  public var excluded: [String] = []
  /// Pairs of neighbours: those of the treated may not be compared with, since a programme may reach them too.
  public var neighbours: [ZonePair] = []
  /// How large a donor may be, as a multiple of the treated; `nil` for any size.
  public var populationBand: ClosedRange<Double>?
  /// The scale.
  public var scale = OutcomeScale.natural
  /// What is done about zones without a figure in every period.
  public var unbalanced = UnbalancedRule.dropDonors
  /// The smallest effect that would matter. By default a quarter of the level: a design that cannot see so much is called
  /// uninformative.
  public var smallest = SmallestEffect.percent(25)
  /// The most placebo sets; beyond it they are drawn.
  public var placeboLimit = 100_000
  /// Which intervals stand in the table `intervals`.
  public var intervals = EffectIntervalChoice.placebos
  /// Whether every estimator is bounded where cells are hidden, and not only those whose bounds are exact.
  public var bounds = false
  /// The probability with which the smallest detectable effect would be seen.
  public var power = 0.8
  /// How p-values are adjusted for many indicators; `nil` for the placebo zones they share.
  public var adjustment: Adjustment?
  /// Whether a locked plan says when effects are judged, and at what level, so that the programme's looks say nothing.
  var isLocked = false
  /// What is otherwise for single indicators, by id: a plan has donors and sizes of their own.
  var particulars: [String: EffectParticulars] = [:]

  /// Whether some estimator can answer where zones began in different periods.
  var takesStaggeredStarts: Bool { estimators.contains(where: \.takesStaggeredStarts) }
  /// Whether all can.
  var isStaggeredOnly: Bool { estimators.allSatisfy(\.takesStaggeredStarts) }
  /// What the answer is to be tried against; `nil` for nothing.
  public var sensitivity: SensitivityQuestion?
  /// Whether the weights behind every placebo are wanted.
  public var wantsPlaceboWeights = false

  /// A question with the rules of the programme.
  public init(start: Period? = nil, stop: Period? = nil, estimators: [EffectMethod] = EffectMethod.standard) {
    self.start = start
    self.stop = stop
    self.estimators = estimators
  }
}

extension EffectQuestion {
  /// The estimators of a panel: those that `all` brought and that count events only where there are any.
  func estimators(for panel: Panel) -> [EffectMethod] {
    estimators.filter { !($0.needsCounts && $0.isImplied) || EffectCounts.canCount(panel) }
  }
}

/// Two zones that are neighbours, by code.
public struct ZonePair: Sendable, Hashable {
  /// One of them.
  public let one: String
  /// The other.
  public let other: String

  /// A pair; which is first means nothing.
  public init(_ one: String, _ other: String) {
    self.one = one
    self.other = other
  }
}
