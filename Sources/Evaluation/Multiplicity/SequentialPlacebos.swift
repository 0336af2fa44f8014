import Foundation
import Indicators

/// Several looks with exact placebo p-values: what each look may spend, given the floor under the p-values.
///
///     let plan = try SequentialPlacebos(information: [0.4, 1], placebos: [30, 30])
///     plan.looks[0].isPossible      // false: what may be spent at midterm lies below 1/31
///     plan.rejects([0.032, 0.032])  // [false, true]
///
/// At look k a test is found where its placebo p-value is at most bₖ, the spending function's increment plus what earlier looks
/// could not use. A rank test has the levels r/(J + 1) only, so of bₖ it uses r/(J + 1) with r = ⌊bₖ(J + 1)⌋ and the rest is
/// carried to the next look. What is carried depends on J and the plan, never on the figures, so the levels used add up to at
/// most α, and the probability of any false finding is at most α however the looks depend on each other.
///
/// - Shape: one number of placebos and one information a look. Unit: probabilities.
/// - With 30 placebos and α = 0.05 one rank is 0.032: one look can reject in all, and the plan says which.
/// - Errors: those of ``GroupSequential``; ``EffectError/shape(what:expected:found:)`` where there are not as many numbers of
///   placebos as looks, ``EffectError/tooFewDonors(needed:found:)`` for a look without placebos.
/// - What is not true: that this is as sharp as ``GroupSequential``: looks are not taken to depend on each other, which costs
///   power; in exchange nothing is taken to be normal.
public struct SequentialPlacebos: Sendable, Equatable {
  /// One look.
  public struct Look: Sendable, Equatable {
    /// How many placebos there are.
    public let placebos: Int
    /// What may be spent: the increment and what was carried.
    public let available: Double
    /// What is spent: the largest level of a rank test within it; zero where not even one rank fits.
    public let level: Double
    /// The smallest p-value there can be.
    public let floor: Double

    /// Whether anything can be found at this look.
    public var isPossible: Bool { level > 0 }
  }

  /// The looks in order.
  public let looks: [Look]
  /// What no look could use.
  public let unused: Double

  /// A plan.
  public init(
    information: [Double], placebos: [Int], level: Double = 0.05,
    spending: GroupSequential.Spending = .obrienFleming
  ) throws(EffectError) {
    guard placebos.count == information.count else {
      throw .shape(what: "placebos", expected: information.count, found: placebos.count)
    }
    guard level > 0, level < 0.5 else { throw .parameter(name: "level", value: level) }
    guard !information.isEmpty else { throw .noPostPeriods }
    var looks: [Look] = []
    var carried = 0.0
    var before = 0.0
    var time = 0.0
    for (t, count) in zip(information, placebos) {
      guard t > time, t <= 1 else { throw .parameter(name: "information", value: t) }
      guard count > 0 else { throw .tooFewDonors(needed: 1, found: count) }
      let spent = spending.spent(t, of: level)
      let available = carried + (spent - before)
      let ranks = RejectionThresholds.rejections(placebos: count, level: available)
      let used = Double(min(ranks, count)) / Double(count + 1)
      looks.append(Look(placebos: count, available: available, level: used, floor: 1 / Double(count + 1)))
      carried = max(0, available - used)
      (before, time) = (spent, t)
    }
    self.looks = looks
    unused = carried
  }

  /// Whether each look's p-value is a finding; `nil` is a look that has not been.
  public func rejects(_ pValues: [Double?]) -> [Bool] {
    zip(looks, pValues).map { look, p in
      guard let p, look.isPossible else { return false }
      return p <= look.level * (1 + 1e-12)
    }
  }
}

extension Method {
  /// Several looks with placebo p-values.
  public static let sequentialPlacebos = Method("effect.sequential-placebos")
}
