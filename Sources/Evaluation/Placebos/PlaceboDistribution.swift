import Foundation
import Indicators
import Scheduler

/// Which effects count as at least as large as the one found.
public enum EffectAlternative: String, Sendable, Hashable, CaseIterable {
  /// A change either way.
  case twoSided = "two-sided"
  /// A rise.
  case greater
  /// A fall.
  case less
}

/// The effects an estimator finds where there was none: each set of donors in the place of the treated.
///
/// - Standard error: √ of the mean squared distance of the placebo effects from their mean (population form; Arkhangelsky and
///   others 2021, algorithm 4), exact where the sets are exhaustive.
/// - p-value: (1 + #{placebos at least as large}) / (placebos + 1); its floor is 1 / (placebos + 1), and no number of figures
///   gets below it. Of several treated units the comparison is with ``permutations``: every set of units of their number, those
///   that mix treated with donors among them. Sets of donors alone would be too lenient: where noise has heavy tails the unit
///   that swings most is among k treated of n with probability k/n, and no set of the others then reaches them.
/// - Placebos that an estimator refuses are left out and counted in ``refused``.
public struct PlaceboDistribution: Sendable {
  /// The fit of the treated.
  public let fit: EffectFit
  /// The sets whose fits are in ``placebos``, in order.
  public let sets: [[Int]]
  /// The fits of the sets.
  public let placebos: [EffectFit]
  /// Sets that the estimator refused, with why.
  public let refused: [(set: [Int], error: EffectError)]
  /// Whether every set of donors was tried.
  public let isExhaustive: Bool
  /// How many sets there are in all; `nil` where nobody counted them, and then no error of drawing can be computed.
  public let population: Double?
  /// How many periods lie before the start.
  public let prePeriods: Int
  /// What ranks and p-values of several treated units are taken from; `nil` for one, whose placebos are the donors.
  public let permutations: PlaceboPermutations?

  /// Runs an estimator on the treated and on every placebo set, tuned once on the treated.
  ///
  /// - Parameters:
  ///   - estimator: The estimator; ``EffectEstimator/tuned(to:)`` is called here.
  ///   - design: The figures.
  ///   - limit: The most sets; above it they are drawn without replacement.
  ///   - seed: The seed of that draw.
  ///   - threads: The bound on threads.
  /// - Throws: What the estimator throws for the treated, or ``EffectError/tooFewDonors(needed:found:)``.
  public init(
    _ estimator: some EffectEstimator, _ design: EffectDesign, limit: Int = 100_000, seed: UInt64 = 1,
    threads: ThreadLimit = .cores
  ) throws(EffectError) {
    let chosen = try PlaceboSets(donors: design.donors, size: design.treated, limit: limit, seed: seed)
    let tuned = try estimator.tuned(to: design)
    self.init(
      fit: try tuned.fit(design), sets: chosen.sets,
      results: tuned.placeboFits(design, sets: chosen.sets, threads: threads),
      isExhaustive: chosen.isExhaustive, population: chosen.population, prePeriods: design.prePeriods,
      permutations: design.treated > 1
        ? try PlaceboPermutations(tuned, design, limit: limit, seed: seed, threads: threads) : nil)
  }

  /// A distribution of fits made elsewhere.
  init(
    fit: EffectFit, sets: [[Int]], results: [Result<EffectFit, EffectError>], isExhaustive: Bool,
    population: Double? = nil, prePeriods: Int, permutations: PlaceboPermutations? = nil
  ) {
    self.fit = fit
    self.permutations = permutations
    var kept: [[Int]] = []
    var fits: [EffectFit] = []
    var refused: [(set: [Int], error: EffectError)] = []
    for (set, result) in zip(sets, results) {
      switch result {
      case .success(let fit):
        kept.append(set)
        fits.append(fit)
      case .failure(let error): refused.append((set, error))
      }
    }
    self.sets = kept
    self.placebos = fits
    self.refused = refused
    self.isExhaustive = isExhaustive
    self.population = isExhaustive ? Double(sets.count) : population
    self.prePeriods = prePeriods
  }

  /// The effects of the placebos, in the order of ``sets``.
  public var effects: [Double] { placebos.map(\.effect) }

  /// The mean of the placebo effects; far from zero it says that the estimator is biased here.
  public var mean: Double {
    placebos.isEmpty ? .nan : placebos.reduce(0) { $0 + $1.effect } / Double(placebos.count)
  }

  /// The exact standard error; NaN with fewer than two placebos.
  public var standardError: Double {
    guard placebos.count > 1 else { return .nan }
    let mean = mean
    let sum = placebos.reduce(0.0) { $0 + ($1.effect - mean) * ($1.effect - mean) }
    return (sum / Double(placebos.count)).squareRoot()
  }

  /// How many others the treated are ranked among.
  public var compared: Int { permutations?.scores.count ?? placebos.count }

  /// The smallest p-value there can be.
  public var floor: Double { 1 / Double(compared + 1) }

  /// The place of the treated among all, by the size of the effect; 1 is the largest.
  public func rank(_ alternative: EffectAlternative = .twoSided) -> Int { rank(by: .effect, alternative) }

  /// The share of all, the treated among them, whose effect is at least as large as the treated's.
  public func pValue(_ alternative: EffectAlternative = .twoSided) -> Double { pValue(.effect, alternative) }

  /// The treated's error after the start over its error before it; infinite where the fit before the start is perfect.
  public var errorRatio: Double { ratio(fit) }

  /// The placebos' ratios, in the order of ``sets``.
  public var errorRatios: [Double] { placebos.map(ratio) }

  /// The place of the treated among all by the ratio of errors; 1 is the largest.
  public var ratioRank: Int { rank(by: .errorRatio) }

  /// The share of all, the treated among them, whose ratio of errors is at least the treated's (Abadie, Diamond and
  /// Hainmueller 2010).
  public var ratioPValue: Double { pValue(.errorRatio) }

  private func ratio(_ fit: EffectFit) -> Double { PlaceboScore.errorRatio(fit, prePeriods: prePeriods) }

  /// At least as large, counting as equal what rounding may have parted.
  static func reaches(_ value: Double, _ bound: Double) -> Bool {
    // The first comparison is for infinite values, whose difference is no number.
    value >= bound || value >= bound - abs(bound) * 1e-12
  }
}

extension EffectAlternative {
  /// How large an effect is in the direction asked for.
  public func size(_ effect: Double) -> Double {
    switch self {
    case .twoSided: abs(effect)
    case .greater: effect
    case .less: -effect
    }
  }
}
