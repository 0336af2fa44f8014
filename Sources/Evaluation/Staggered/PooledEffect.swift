import Distributions
import Indicators
import Scheduler

/// One effect for districts in several municipalities, each against the donors of its own.
///
///     let pooled = try PooledEffect(DifferenceInDifferences(), [halden, gjovik, larvik, tromso])
///     pooled.estimate
///     pooled.sample.pValue()          // from all ways to pick one zone a municipality
///     pooled.heterogeneity?.iSquared  // how much of the spread between districts is not noise
///
/// τ = Σ wᵢ τᵢ with weights that sum to one. The other assignments pick in every municipality either the district or one of
/// its placebos, which gives Π(Jᵢ + 1) − 1; those that hold some true districts hold the share Σ wᵢ of a common effect.
///
/// - Why the mixed ones belong: with the placebos alone the smallest p-value would be 1/(Π Jᵢ + 1), but where noise has heavy
///   tails the district that happens to be largest in its municipality decides the sum, and that has probability 1/(Jᵢ + 1).
/// - Exact for equal or given weights, if the zones of each municipality were exchangeable without the programme.
///   Inverse-variance weights are learnt from the placebos. Of a municipality with several treated zones every set of as many
///   of its zones is picked from (``PlaceboDistribution/permutations``); how much of an effect a set with some of them in it
///   holds is not known, so p-values are exact and ``PlaceboSample/interval(level:_:)`` is not: see ``holdsSharesExactly``.
/// - Errors: those of the estimator and of ``PlaceboDistribution`` for any municipality.
/// - What is not true: a pooled effect is nobody's effect where ``heterogeneity`` is large.
public struct PooledEffect: Sendable {
  /// How districts weigh.
  public enum Weighting: Sendable, Equatable {
    /// All alike.
    case equal
    /// By one over the placebo variance of each municipality.
    case inverseVariance
    /// In the proportion given, one a district.
    case given([Double])
  }

  /// How much the districts differ.
  public struct Heterogeneity: Sendable, Equatable {
    /// Q = Σ (τᵢ − τ̄)²/sᵢ², with τ̄ weighted by 1/sᵢ² and sᵢ the placebo error.
    public let q: Double
    /// One less than the districts.
    public let degreesOfFreedom: Int
    /// P(χ² ≥ Q), which takes the placebo effects for normal.
    public let pValue: Double
    /// The share of the spread that is not noise: max(0, (Q − df)/Q).
    public let iSquared: Double
  }

  /// The districts with their placebos, in the order given.
  public let districts: [PlaceboDistribution]
  /// Their weights, which sum to one.
  public let weights: [Double]
  /// The pooled effect among its placebos.
  public let sample: PlaceboSample
  /// √ Σ wᵢ² sᵢ², with sᵢ the placebo error of each municipality; `nil` where a municipality has fewer than two placebos.
  public let standardError: Double?
  /// How much the districts differ; `nil` for one district, or where a placebo error is missing or zero.
  public let heterogeneity: Heterogeneity?

  /// Whether it is known how much of a true effect every other assignment holds: with one treated zone a municipality.
  public var holdsSharesExactly: Bool { districts.allSatisfy { $0.permutations == nil } }

  /// The degrees of freedom of ``standardError`` by Welch and Satterthwaite; `nil` where there is no error.
  public var degreesOfFreedom: Double? {
    let terms = zip(weights, districts).map { weight, district in
      (
        variance: weight * weight * district.standardError * district.standardError,
        freedom: Double(district.placebos.count - 1)
      )
    }
    let total = terms.reduce(0) { $0 + $1.variance }
    guard total > 0, total.isFinite, terms.allSatisfy({ $0.freedom > 0 }) else { return nil }
    return total * total / terms.reduce(0) { $0 + $1.variance * $1.variance / $1.freedom }
  }

  /// Σ wᵢ τᵢ, in the unit of the outcome.
  public var estimate: Double { sample.estimate }

  /// `effect.pooled`.
  public var method: Method { .pooledEffect }

  /// Estimates every district by the same estimator and pools them.
  ///
  /// - Parameters:
  ///   - estimator: The estimator; it is tuned to each municipality by itself.
  ///   - designs: One a municipality.
  ///   - weighting: How districts weigh.
  ///   - limit: The most assignments; above it they are drawn without replacement. It bounds each municipality's placebo sets
  ///     as well.
  ///   - seed: The seed of that draw.
  ///   - threads: The bound on threads.
  public init(
    _ estimator: some EffectEstimator, _ designs: [EffectDesign], weighting: Weighting = .equal,
    limit: Int = 100_000, seed: UInt64 = 1, threads: ThreadLimit = .cores
  ) throws(EffectError) {
    var districts: [PlaceboDistribution] = []
    for design in designs {
      districts.append(
        try PlaceboDistribution(estimator, design, limit: limit, seed: seed, threads: threads))
    }
    try self.init(districts, weighting: weighting, limit: limit, seed: seed)
  }

  /// Pools districts that were estimated before, perhaps by different estimators.
  ///
  /// - Throws: ``EffectError/noTreated`` without districts, ``EffectError/noDonors`` where a municipality has no placebo,
  ///   ``EffectError/shape(what:expected:found:)`` and ``EffectError/parameter(name:value:)`` for weights that do not fit, and
  ///   ``EffectError/constantOutcomes`` for inverse-variance weights where a municipality's placebos do not vary.
  public init(
    _ districts: [PlaceboDistribution], weighting: Weighting = .equal, limit: Int = 100_000, seed: UInt64 = 1
  ) throws(EffectError) {
    guard !districts.isEmpty else { throw .noTreated }
    guard districts.allSatisfy({ !$0.placebos.isEmpty }) else { throw .noDonors }
    guard limit > 0 else { throw .parameter(name: "limit", value: Double(limit)) }
    let errors = districts.map(\.standardError)
    let weights = try Self.weights(weighting, errors)
    // The district itself is in place 0 of its municipality.
    let effects = districts.map { district in
      [district.fit.effect] + (district.permutations?.scores.map(\.effect) ?? district.effects)
    }
    let population = effects.reduce(1.0) { $0 * Double($1.count) } - 1
    let isExhaustive = population <= Double(limit)
    let picks =
      isExhaustive ? Self.all(effects.map(\.count)) : Self.drawn(limit, effects.map(\.count), seed: seed)
    let count = districts.count
    var values: [Double] = []
    var shares: [Double] = []
    for start in stride(from: 0, to: picks.count, by: count) {
      var (value, share) = (0.0, 0.0)
      for district in 0..<count {
        let pick = picks[start + district]
        value += weights[district] * effects[district][pick]
        if pick == 0 { share += weights[district] }
      }
      values.append(value)
      shares.append(share)
    }
    self.districts = districts
    self.weights = weights
    sample = try PlaceboSample(
      estimate: zip(weights, effects).reduce(0) { $0 + $1.0 * $1.1[0] }, values: values, shares: shares,
      population: population, isExhaustive: isExhaustive)
    let isSound = errors.allSatisfy { $0 > 0 && $0.isFinite }
    standardError =
      errors.allSatisfy(\.isFinite)
      ? zip(weights, errors).reduce(0) { $0 + $1.0 * $1.0 * $1.1 * $1.1 }.squareRoot() : nil
    heterogeneity = isSound ? Self.heterogeneity(effects.map { $0[0] }, errors) : nil
  }

  private static func weights(_ weighting: Weighting, _ errors: [Double]) throws(EffectError) -> [Double] {
    var raw: [Double]
    switch weighting {
    case .equal: raw = errors.map { _ in 1 }
    case .inverseVariance:
      guard errors.allSatisfy(\.isFinite) else { throw .tooFewDonors(needed: 2, found: 1) }
      guard let least = errors.min(), least > 0 else { throw .constantOutcomes }
      // Over the smallest first, so that no unit of the outcome overflows.
      raw = errors.map { least / $0 * (least / $0) }
    case .given(let given):
      guard given.count == errors.count else {
        throw .shape(what: "weights", expected: errors.count, found: given.count)
      }
      if let bad = given.first(where: { !($0 > 0 && $0.isFinite) }) {
        throw .parameter(name: "weights", value: bad)
      }
      let largest = given.max() ?? 1
      raw = given.map { $0 / largest }
    }
    let total = raw.reduce(0, +)
    return raw.map { $0 / total }
  }

  private static func heterogeneity(_ effects: [Double], _ errors: [Double]) -> Heterogeneity? {
    guard effects.count > 1, let least = errors.min(),
      let reference = try? ChiSquared(degreesOfFreedom: Double(effects.count - 1))
    else { return nil }
    let precisions = errors.map { least / $0 * (least / $0) }
    let mean =
      zip(precisions, effects).reduce(0) { $0 + $1.0 * $1.1 } / precisions.reduce(0, +)
    let q = zip(effects, errors).reduce(0) { $0 + ($1.0 - mean) / $1.1 * (($1.0 - mean) / $1.1) }
    let df = effects.count - 1
    return Heterogeneity(
      q: q, degreesOfFreedom: df, pValue: reference.survival(q),
      iSquared: q > 0 ? max(0, (q - Double(df)) / q) : 0)
  }

  /// All ways to pick one of each but the first of all, one row of `counts.count` a way.
  private static func all(_ counts: [Int]) -> [Int] {
    var picks: [Int] = []
    var current = [Int](repeating: 0, count: counts.count)
    while let place = current.indices.last(where: { current[$0] + 1 < counts[$0] }) {
      current[place] += 1
      for later in current.index(after: place)..<current.endIndex { current[later] = 0 }
      picks += current
    }
    return picks
  }

  /// Different ways, drawn; the first of all is not among them.
  private static func drawn(_ count: Int, _ counts: [Int], seed: UInt64) -> [Int] {
    var seen: Set<[Int]> = [[Int](repeating: 0, count: counts.count)]
    var picks: [Int] = []
    var replicate = 0
    while seen.count <= count {
      var stream = RandomStream(seed: seed, replicate: replicate)
      replicate += 1
      let pick = counts.map { (try? stream.integer(below: $0)) ?? 0 }
      if seen.insert(pick).inserted { picks += pick }
    }
    return picks
  }
}

extension Method {
  /// One effect for districts in several municipalities.
  public static let pooledEffect = Method("effect.pooled")
}
