import Indicators
import Scheduler

/// The first year in which an effect of a given size could be seen.
///
///     let when = try FirstDetectableYear(of: 10, DifferenceInDifferences(), design, horizon: 8)
///     when.first?.years         // so many years after the start, if ever
///     when.limit                // what even endless waiting could not show
///
/// At each look, after k = 1, 2, … periods, the placebos are run on what was known then, and the detectable effect is
/// (t₁₋α⸍₂ + t_power)·SE(k). Beyond the data the error follows a model of two sources, fitted to the looks by least squares with
/// neither below zero:
///
///     SE(k)² = a + b/k       a: what does not average out (lasting shocks, noise before the start); b: yearly noise
///
/// - Looks beyond the data carry ``Look/isExtrapolated``. With one look only, a and b cannot be told apart and there are none.
/// - The years before the start serve as well: give a design whose last periods before the programme are its periods after.
/// - Where J + 1 < 1/α no look can show anything by the rank test, and ``first`` is `nil`; ``canReject`` tells.
/// - Errors: those of the estimator and of ``DetectableEffect``; ``EffectError/parameter(name:value:)`` for a size that is not
///   above zero or a horizon below one.
/// - What is not true: the model takes zones to go on as they did, the effect as there in full from the first year, and the
///   looks as if they were independent, which they are not: growing windows share their years.
public struct FirstDetectableYear: Sendable, Equatable {
  /// One look.
  public struct Look: Sendable, Equatable {
    /// How many periods after the start are known.
    public let years: Int
    /// The standard error.
    public let standardError: Double
    /// What could be seen then.
    public let detectable: Double
    /// Whether it lies beyond the data.
    public let isExtrapolated: Bool
  }

  /// The size asked about.
  public let size: Double
  /// The looks in order of time.
  public let looks: [Look]
  /// The first look at which the size is no smaller than what could be seen.
  public let first: Look?
  /// What could be seen after endless waiting, √a times the multiple; `nil` where it cannot be told.
  public let limit: Double?
  /// Whether the rank test can reject at its level at all.
  public let canReject: Bool

  /// Runs the placebos at every look.
  ///
  /// - Parameters:
  ///   - size: The effect asked about, in the unit of the outcome; its sign does not matter.
  ///   - estimator: The estimator.
  ///   - design: The figures.
  ///   - horizon: How many periods after the start to look at, beyond the data too; the data's own where left out.
  public init(
    of size: Double, _ estimator: some EffectEstimator, _ design: EffectDesign, horizon: Int? = nil,
    level: Double = 0.05, power: Double = 0.8, alternative: EffectAlternative = .twoSided,
    limit: Int = 100_000, seed: UInt64 = 1, threads: ThreadLimit = .cores
  ) throws(EffectError) {
    var found: [DetectableEffect] = []
    for years in 1...design.postPeriods {
      let placebos = try PlaceboDistribution(
        estimator, try design.seen(after: years), limit: limit, seed: seed, threads: threads)
      found.append(
        try DetectableEffect(placebos, level: level, power: power, alternative: alternative))
    }
    try self.init(of: size, looks: found, horizon: horizon ?? design.postPeriods)
  }

  /// From the detectable effects of looks after 1, 2, … periods.
  public init(of size: Double, looks found: [DetectableEffect], horizon: Int) throws(EffectError) {
    guard size != 0, size.isFinite else { throw .parameter(name: "size", value: size) }
    guard horizon > 0 else { throw .parameter(name: "horizon", value: Double(horizon)) }
    guard let last = found.last else { throw .noPostPeriods }
    let multiple = last.analytic / last.standardError
    var looks = found.enumerated().map { index, look in
      Look(
        years: index + 1, standardError: look.standardError, detectable: look.analytic, isExtrapolated: false)
    }
    let model = Self.sources(found.map { $0.standardError * $0.standardError })
    if let model, horizon > found.count {
      for years in found.count + 1...horizon {
        let error = (model.lasting + model.yearly / Double(years)).squareRoot()
        looks.append(
          Look(years: years, standardError: error, detectable: multiple * error, isExtrapolated: true))
      }
    }
    self.size = abs(size)
    self.looks = looks
    canReject = last.canReject
    limit = model.map { multiple * $0.lasting.squareRoot() }
    first = last.canReject ? looks.first { $0.detectable <= abs(size) && $0.years <= horizon } : nil
  }

  /// a and b of a + b/k, neither below zero; `nil` from one look.
  static func sources(_ variances: [Double]) -> (lasting: Double, yearly: Double)? {
    guard variances.count > 1 else { return nil }
    let count = Double(variances.count)
    let inverse = variances.indices.map { 1 / Double($0 + 1) }
    let centre = inverse.reduce(0, +) / count
    let mean = variances.reduce(0, +) / count
    var (cross, square) = (0.0, 0.0)
    for (x, y) in zip(inverse, variances) {
      cross += (x - centre) * (y - mean)
      square += (x - centre) * (x - centre)
    }
    let yearly = cross / square
    let lasting = mean - yearly * centre
    if yearly < 0 { return (mean, 0) }
    if lasting < 0 {
      let (top, bottom) = zip(inverse, variances).reduce((0.0, 0.0)) {
        ($0.0 + $1.0 * $1.1, $0.1 + $1.0 * $1.0)
      }
      return (0, top / bottom)
    }
    return (lasting, yearly)
  }
}

extension Method {
  /// The first year in which an effect could be seen.
  public static let firstDetectableYear = Method("effect.first-detectable-year")
}
