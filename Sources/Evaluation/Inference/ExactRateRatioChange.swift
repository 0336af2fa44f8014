import Distributions
import Estimates
import Foundation
import Indicators

/// The change of a ratio in four counts: before and after, in the treated and in the rest, with an interval that holds for tiny
/// numbers.
///
///     let change = try ExactRateRatioChange(
///       treatedBefore: .init(15, over: 4_000), treatedAfter: .init(6, over: 4_100),
///       restBefore: .init(310, over: 90_000), restAfter: .init(298, over: 92_000))
///     change.logRatio            // log of (rate after / rate before), treated over rest
///     try change.estimate()
///
/// τ = log[(a/E_a)/(b/E_b)] − log[(c/E_c)/(d/E_d)] for a after and b before in the treated, c after and d before in the rest.
/// - ``Model/rates``: four Poisson counts. Given both margins a has the noncentral hypergeometric distribution with odds ratio
///   e^τ E_aE_d/(E_bE_c).
/// - ``Model/shares``: four binomials; τ is the log of a ratio of odds ratios. Given the margins of events a has weights
///   C(n_a, a)C(n_b, b)C(n_c, c)C(n_d, d)e^{τa}.
/// - ``Model/expected``: the rest is so large that its own noise does not count: exposures are the treated's expected events,
///   and a given a + b is binomial with odds e^τ E_a/E_b.
///
/// The exact interval inverts two one-sided tests and covers at least its level; with mid-p half of the observed value's
/// probability counts, and it covers about its level. Wald's interval is τ ± z√(φ(1/a + 1/b + 1/c + 1/d)), for shares with
/// 1/(n − x) too.
///
/// - Where a count is zero τ does not exist, but the interval does, open at one end.
/// - What is not true: the exact interval knows chance only. Where zones shake from year to year for reasons of their own
///   (φ > 1), it is too narrow, however exact; the placebos of
///   ``FermanPinto`` show it.
/// - Errors: ``EffectError/size(unit:value:)`` for an exposure that is not above zero, with 0…3 for the four counts as named;
///   ``EffectError/parameter(name:value:)`` for a count below zero or, in shares, above its denominator; ``EffectError/noEvents``.
/// - References: Fisher (1935) J R Stat Soc 98:39; Cornfield (1956) Proc 3rd Berkeley Symp 4:135; Lancaster (1961) JASA 56:223.
public struct ExactRateRatioChange: Sendable {
  /// How the counts vary.
  public enum Model: String, Sendable, Hashable, CaseIterable {
    /// Poisson counts over persons or person-years.
    case rates
    /// Binomial counts of persons.
    case shares
    /// Poisson counts of the treated against known expected counts.
    case expected
  }

  /// A number of events over what they happened in.
  public struct Count: Sendable, Hashable {
    /// Events.
    public let events: Int
    /// Persons, person-years, or expected events.
    public let exposure: Double

    /// Events over an exposure.
    public init(_ events: Int, over exposure: Double) {
      self.events = events
      self.exposure = exposure
    }
  }

  /// Which interval.
  public enum Interval: String, Sendable, Hashable, CaseIterable {
    /// Covers at least its level.
    case exact
    /// Covers about its level.
    case midP = "mid-p"
    /// By the normal distribution.
    case wald
  }

  /// Below this many events in the smallest count the exact ways are taken.
  public static let smallCount = 10

  /// How the counts vary.
  public let model: Model
  private let counts: [Count]
  private let distribution: ConditionalCount
  /// θ = τ + shift.
  private let shift: Double

  /// The table of a treated unit and the rest.
  ///
  /// - Parameter model: ``Model/rates`` or ``Model/shares``.
  public init(
    treatedBefore: Count, treatedAfter: Count, restBefore: Count, restAfter: Count, model: Model = .rates
  ) throws(EffectError) {
    guard model != .expected else { throw .parameter(name: "model", value: .nan) }
    try self.init([treatedBefore, treatedAfter, restBefore, restAfter], model)
  }

  /// The treated's counts against known expected counts.
  public init(before: Count, after: Count) throws(EffectError) {
    try self.init([before, after], .expected)
  }

  private init(_ counts: [Count], _ model: Model) throws(EffectError) {
    for (place, count) in counts.enumerated() {
      guard count.exposure > 0, count.exposure.isFinite else {
        throw .size(unit: place, value: count.exposure)
      }
      // Sums of four stay within Int.
      guard count.events >= 0, count.events < 1 << 40 else {
        throw .parameter(name: "count", value: Double(count.events))
      }
      if model == .shares {
        let whole = count.exposure == count.exposure.rounded() && count.exposure < 0x1p40
        guard whole else { throw .size(unit: place, value: count.exposure) }
        guard Double(count.events) <= count.exposure else {
          throw .parameter(name: "count", value: Double(count.events))
        }
      }
    }
    self.model = model
    self.counts = counts
    let (before, after) = (counts[0].events, counts[1].events)
    let treated = before + after
    guard treated > 0 else { throw .noEvents }
    let ratio = log(counts[1].exposure) - log(counts[0].exposure)
    guard model != .expected else {
      shift = ratio
      distribution = try ConditionalCount(from: 0, through: treated, observed: after) {
        Double(treated - $0) / Double($0 + 1)
      }
      return
    }
    let rest = counts[2].events + counts[3].events
    let late = after + counts[3].events
    guard rest > 0 else { throw .noEvents }
    if model == .rates {
      shift = ratio - (log(counts[3].exposure) - log(counts[2].exposure))
      distribution = try ConditionalCount(
        from: max(0, late - rest), through: min(treated, late), observed: after
      ) {
        Double(treated - $0) / Double($0 + 1) * (Double(late - $0) / Double(rest - late + $0 + 1))
      }
    } else {
      shift = 0
      let persons = counts.map { Int($0.exposure) }
      // x after in the treated makes treated − x before, late − x after in the rest, and rest − late + x before.
      let least = [0, late - rest, treated - persons[0], late - persons[3]].max() ?? 0
      let most = [treated, late, persons[1], persons[2] - rest + late].min() ?? 0
      distribution = try ConditionalCount(from: least, through: most, observed: after) { x in
        let up = Double(persons[1] - x) / Double(x + 1)
        let down = Double(treated - x) / Double(persons[0] - treated + x + 1)
        let fall = Double(late - x) / Double(persons[3] - late + x + 1)
        let rise = Double(persons[2] - (rest - late + x)) / Double(rest - late + x + 1)
        return up * down * fall * rise
      }
    }
  }

  /// τ; `nil` where a count is zero, or in shares equal to its denominator.
  public var logRatio: Double? {
    let logs = counts.map { count in
      model == .shares
        ? log(Double(count.events)) - log(count.exposure - Double(count.events))
        : log(Double(count.events)) - log(count.exposure)
    }
    let own = logs[1] - logs[0]
    let value = counts.count == 4 ? own - (logs[3] - logs[2]) : own
    return value.isFinite ? value : nil
  }

  /// The τ of largest likelihood given the margins, which is a little nearer zero; `nil` where it is infinite.
  public var conditionalLogRatio: Double? {
    let mode = distribution.mode - shift
    return mode.isFinite ? mode : nil
  }

  /// The smallest of the counts, in shares of events and the rest alike.
  public var smallest: Int {
    counts.map { model == .shares ? min($0.events, Int($0.exposure) - $0.events) : $0.events }.min() ?? 0
  }

  /// √(φ Σ 1/x); `nil` where a count is zero.
  public func standardError(dispersion: Double = 1) -> Double? {
    guard smallest > 0 else { return nil }
    let sum = counts.reduce(0.0) { sum, count in
      let rest = model == .shares ? 1 / (count.exposure - Double(count.events)) : 0
      return sum + 1 / Double(count.events) + rest
    }
    return (dispersion * sum).squareRoot()
  }

  /// The interval for τ; an end is infinite where a count of zero leaves it open. `nil` for Wald's where a count is zero.
  ///
  /// - Parameter dispersion: φ of Wald's interval; the others do not know it.
  public func interval(
    _ kind: Interval = .midP, level: ConfidenceInterval.Level = .p95, dispersion: Double = 1
  )
    -> ConfidenceInterval?
  {
    if kind == .wald {
      guard let value = logRatio, let error = standardError(dispersion: dispersion) else { return nil }
      let margin = level.normalQuantile * error
      return ConfidenceInterval(lower: value - margin, upper: value + margin, level: level)
    }
    let (lower, upper) = distribution.interval(tail: level.tail, isMid: kind == .midP)
    return ConfidenceInterval(lower: lower - shift, upper: upper - shift, level: level)
  }

  /// The two-sided p-value of a log ratio: twice the smaller tail.
  public func pValue(of null: Double = 0, isMid: Bool = true) -> Double {
    distribution.pValue(null + shift, isMid: isMid)
  }

  /// τ with its interval: mid-p where the smallest count is below ``smallCount``, and Wald's with dispersion otherwise.
  ///
  /// With small counts and φ > 1 the row says ``Indicators/Diagnostic/samplingErrorOnly``: the interval is too narrow.
  ///
  /// - Throws: ``EffectError/noEvents`` where a count is zero; ``interval(_:level:dispersion:)`` has the open interval then.
  public func estimate(level: ConfidenceInterval.Level = .p95, dispersion: Double = 1) throws(EffectError)
    -> Estimate
  {
    guard dispersion > 0, dispersion.isFinite else { throw .parameter(name: "dispersion", value: dispersion) }
    guard let value = logRatio else { throw .noEvents }
    let isSmall = smallest < Self.smallCount
    return Estimate(
      value, interval: interval(isSmall ? .midP : .wald, level: level, dispersion: dispersion),
      standardError: standardError(dispersion: dispersion),
      method: isSmall ? .exactRateRatioChange : .rateRatioChange,
      n: Double(counts.reduce(0) { $0 + $1.events }),
      diagnostics: isSmall && dispersion > 1 ? [.samplingErrorOnly] : [])
  }
}

extension Method {
  /// The change of a ratio in four counts with a conditional interval.
  public static let exactRateRatioChange = Method("effect.exact-rate-ratio-change")
  /// The change of a ratio in four counts with Wald's interval.
  public static let rateRatioChange = Method("effect.rate-ratio-change")
}

extension Diagnostic {
  /// The interval holds chance alone, and the zones vary more than chance.
  public static let samplingErrorOnly = Diagnostic("sampling-error-only")
}
