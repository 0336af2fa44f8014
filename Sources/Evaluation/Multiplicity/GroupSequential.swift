import Distributions
import Foundation
import Indicators

/// Boundaries for looking more than once: yearly, at midterm and at the end, with one probability of a false finding in all.
///
///     let plan = try GroupSequential(information: [0.2, 0.4, 0.6, 0.8, 1])
///     plan.looks.map(\.boundary)     // [4.8769, 3.3569, 2.6803, 2.2898, 2.0310]
///
/// Let Z₁, Z₂, … be the estimates over their errors at information t₁ < t₂ < … ≤ 1 (the share of what the last look will know),
/// normal with correlations √(t_j/t_k). Spending (Lan and DeMets 1983) lets the probability of having crossed by look k be
///
///     O'Brien–Fleming   2(1 − Φ(z₁₋ₐ⸍₂/√t))         hardly anything early
///     Pocock            a·ln(1 + (e − 1)t)            evenly
///
/// with a = α, or α/2 on each side of a two-sided test. Classical boundaries are C·√(1/t_k) (O'Brien and Fleming 1979) or C
/// (Pocock 1977), with C such that all looks together have α. Crossing probabilities are integrals over the paths that have not
/// crossed, one dimension a look (Armitage, McPherson and Rowe 1969), by Gauss–Legendre panels no wider than the step's
/// deviation.
///
/// - Shape: one boundary a look. Unit: standard errors; ``Look/nominal`` is the p-value to stay below.
/// - Information is not years: it is 1/SE². ``information(standardErrors:)`` turns the errors of looks into it.
/// - Errors: ``EffectError/parameter(name:value:)`` for a level outside (0, ½) or information that does not rise within (0, 1].
/// - What is not true: that placebo ranks can follow these boundaries: a rank test has a floor, and ``SequentialPlacebos`` is
///   for it. A boundary crossed early does not make the early estimate unbiased: it is too large on average.
/// - References: Lan and DeMets (1983) Biometrika 70:659; Jennison and Turnbull (2000) Group Sequential Methods, ch. 2, 7, 19.
public struct GroupSequential: Sendable, Equatable {
  /// How the level is shared between looks.
  public enum Spending: String, Sendable, Hashable, CaseIterable {
    /// Hardly anything early.
    case obrienFleming = "obrien-fleming"
    /// Evenly.
    case pocock

    /// What may have been spent at information `t`, of `level` in all.
    public func spent(_ t: Double, of level: Double) -> Double {
      guard t > 0 else { return 0 }
      guard t < 1 else { return level }
      switch self {
      case .obrienFleming:
        // The level was checked, so there is a quantile.
        let z = (try? Normal.standard.upperQuantile(level / 2)) ?? .infinity
        return 2 * Normal.standard.survival(z / t.squareRoot())
      case .pocock: return level * log1p((M_E - 1) * t)
      }
    }
  }

  /// One look.
  public struct Look: Sendable, Equatable {
    /// What is known of what will be known, in (0, 1].
    public let information: Double
    /// What has been spent so far, both sides together.
    public let spent: Double
    /// How far from zero, in standard errors, is far enough.
    public let boundary: Double
    /// The p-value that goes with it: two-sided where the test is.
    public let nominal: Double
  }

  /// The looks in order.
  public let looks: [Look]
  /// The level of all looks together.
  public let level: Double
  /// Whether both directions are looked at.
  public let isTwoSided: Bool

  /// Boundaries that spend a level.
  public init(
    information: [Double], level: Double = 0.05, isTwoSided: Bool = true,
    spending: Spending = .obrienFleming
  ) throws(EffectError) {
    try Self.check(information, level)
    let side = isTwoSided ? level / 2 : level
    var paths = UncrossedPaths(isTwoSided: isTwoSided)
    var looks: [Look] = []
    var before = 0.0
    for (index, t) in information.enumerated() {
      let spent = spending.spent(t, of: side)
      let step = paths.next(
        information: t, after: index + 1 < information.count ? information[index + 1] : nil,
        crossing: (isTwoSided ? 2 : 1) * (spent - before))
      before = spent
      looks.append(
        Look(
          information: t, spent: isTwoSided ? 2 * spent : spent, boundary: step,
          nominal: (isTwoSided ? 2 : 1) * Normal.standard.survival(step)))
    }
    self.looks = looks
    self.level = level
    self.isTwoSided = isTwoSided
  }

  /// The classical boundaries at given information: of one shape, with the level reached at the last look.
  public init(classical shape: Spending, information: [Double], level: Double = 0.05, isTwoSided: Bool = true)
    throws(EffectError)
  {
    try Self.check(information, level)
    let shapes = information.map { shape == .pocock ? 1 : 1 / $0.squareRoot() }
    let last = shapes[shapes.count - 1]
    // The last look alone has the level at the lower end; all looks together have at most it at the upper one (Bonferroni).
    let side = isTwoSided ? level / 2 : level
    let quantile: (Double) -> Double = { (try? Normal.standard.upperQuantile($0)) ?? .infinity }
    let constant = Self.root(
      from: quantile(side) / last,
      to: quantile(side / Double(information.count)) / (shapes.min() ?? last)
    ) { constant in
      Self.crossing(information, shapes.map { $0 * constant }, isTwoSided).reduce(0, +) - level
    }
    var total = 0.0
    let increments = Self.crossing(information, shapes.map { $0 * constant }, isTwoSided)
    looks = information.indices.map { index in
      total += increments[index]
      let boundary = shapes[index] * constant
      return Look(
        information: information[index], spent: total, boundary: boundary,
        nominal: (isTwoSided ? 2 : 1) * Normal.standard.survival(boundary))
    }
    self.level = level
    self.isTwoSided = isTwoSided
  }

  /// The probability of crossing at each look for the first time, without an effect.
  public static func crossing(_ information: [Double], _ boundaries: [Double], _ isTwoSided: Bool)
    -> [Double]
  {
    var paths = UncrossedPaths(isTwoSided: isTwoSided)
    return zip(information, boundaries).enumerated().map { index, look in
      paths.next(
        information: look.0, after: index + 1 < information.count ? information[index + 1] : nil,
        boundary: look.1)
    }
  }

  /// t_k = SE(last)²/SE(k)² of looks in order, 1 at the last. Where an error does not fall from one look to the next the
  /// information does not rise, and a plan refuses it: that look has nothing new to tell.
  public static func information(standardErrors: [Double]) throws(EffectError) -> [Double] {
    guard let last = standardErrors.last else { throw .noPostPeriods }
    if let bad = standardErrors.first(where: { !($0 > 0 && $0.isFinite) }) {
      throw .parameter(name: "standard-error", value: bad)
    }
    return standardErrors.map { min(1, (last / $0) * (last / $0)) }
  }

  /// The zero of a falling function by false position, the end that stays weighing half each time (Illinois).
  private static func root(from lower: Double, to upper: Double, _ value: (Double) -> Double) -> Double {
    var (low, high) = (lower, upper)
    guard high > low else { return low }
    var (above, below) = (value(low), value(high))
    guard above > 0, below < 0 else { return above <= 0 ? low : high }
    var side = 0
    for _ in 0..<60 where high - low > 1e-13 * high {
      let middle = (low * below - high * above) / (below - above)
      let found = value(middle)
      if abs(found) < 1e-13 { return middle }
      if found > 0 {
        (low, above) = (middle, found)
        if side == 1 { below /= 2 }
        side = 1
      } else {
        (high, below) = (middle, found)
        if side == -1 { above /= 2 }
        side = -1
      }
    }
    return (low + high) / 2
  }

  private static func check(_ information: [Double], _ level: Double) throws(EffectError) {
    guard level > 0, level < 0.5 else { throw .parameter(name: "level", value: level) }
    guard !information.isEmpty else { throw .noPostPeriods }
    var before = 0.0
    for t in information {
      guard t > before, t <= 1 else { throw .parameter(name: "information", value: t) }
      before = t
    }
  }
}

extension Method {
  /// Boundaries for several looks.
  public static let groupSequential = Method("effect.group-sequential")
}
