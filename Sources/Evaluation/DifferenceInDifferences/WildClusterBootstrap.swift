import Distributions
import Estimates
import Foundation
import Indicators

/// The wild cluster bootstrap with the hypothesis imposed (WCR): a p-value and an interval for the treatment where clusters are
/// few but at least five are treated.
///
///     let boot = try WildClusterBootstrap(panel)
///     boot.pValue(of: 0)
///     try boot.estimate()
///
/// Under τ = τ₀ the residuals ê of the restricted regression are multiplied by one random v_g a cluster, the regression is run
/// again, and t* = τ*/SE*(CR1) is compared with t = (τ̂ − τ₀)/SE. Everything is linear in τ₀, so one pass over the draws
/// serves every τ₀; the interval is what is not rejected.
///
/// - v: Rademacher's ±1 from twelve clusters up, Webb's six points ±√½, ±1, ±√(3/2) below. All 2^G or 6^G combinations are
///   taken where there are at most `limit`, and then nothing is random; otherwise `replicates` are drawn, and
///   p = (1 + #{|t*| ≥ |t|})/(replicates + 1).
/// - Errors: ``EffectError/tooFewTreated(needed:found:)`` with fewer than five treated clusters, without a way around: with one,
///   the bootstrap hardly ever rejects anything. ``EffectError/tooFewDonors(needed:found:)`` with fewer than five untreated
///   clusters unless all are treated in the end.
/// - References: Cameron, Gelbach and Miller (2008) Rev Econ Stat 90:414; Webb (2023) Can J Econ 56:839; MacKinnon and Webb (2017)
///   J Appl Econometrics 32:233.
public struct WildClusterBootstrap: Sendable {
  /// τ̂.
  public let effect: Double
  /// The CR1 standard error.
  public let standardError: Double
  /// Whether every combination of signs was taken.
  public let isExhaustive: Bool
  /// How many combinations were taken.
  public let replicates: Int
  /// What is worth knowing.
  public let diagnostics: [Diagnostic]
  private let rows: Int
  private let factor: Double
  /// τ* = first − τ₀ · second for each combination.
  private let slopes: [(Double, Double)]
  /// Σ s*² = a − 2bτ₀ + cτ₀² for each combination.
  private let squares: [(Double, Double, Double)]
  /// Σ x̃².
  private let spread: Double

  /// Runs the bootstrap.
  ///
  /// - Parameters:
  ///   - replicates: How many combinations are drawn where there are too many to take all.
  ///   - limit: The most combinations that are all taken.
  ///   - seed: The seed of the draw.
  public init(
    _ panel: FixedEffectsPanel, replicates: Int = 9999, limit: Int = 100_000, seed: UInt64 = 1
  ) throws(EffectError) {
    guard replicates > 0 else { throw .parameter(name: "replicates", value: Double(replicates)) }
    let swept = try TwoWayResiduals(panel)
    let fit = try TwoWayFixedEffects.general(swept)
    let errors = try fit.clusterRobust()
    guard fit.untreatedClusters == 0 || fit.untreatedClusters >= TwoWayFit.fewestTreated else {
      throw .tooFewDonors(needed: TwoWayFit.fewestTreated, found: fit.untreatedClusters)
    }
    guard errors.standardErrors[0] > 0 else { throw .constantOutcomes }
    effect = fit.coefficients[0]
    standardError = errors.standardErrors[0]
    diagnostics = errors.diagnostics
    rows = fit.rows
    let (g, n, k) = (Double(fit.clusters), Double(fit.rows), Double(fit.parameters))
    factor = g / (g - 1) * (n - 1) / (n - k)
    let terms = ClusterTerms(swept)
    spread = terms.spread
    let scheme = SignScheme(clusters: fit.clusters, replicates: replicates, limit: limit, seed: seed)
    isExhaustive = scheme.isExhaustive
    var slopes: [(Double, Double)] = []
    var squares: [(Double, Double, Double)] = []
    for replicate in 0..<scheme.count {
      let (slope, square) = terms.draw(scheme.signs(replicate))
      slopes.append(slope)
      squares.append(square)
    }
    self.replicates = slopes.count
    self.slopes = slopes
    self.squares = squares
  }

  /// The two-sided p-value of τ = τ₀.
  public func pValue(of null: Double = 0) -> Double {
    let own = abs(effect - null) / standardError
    var reached = 0
    for (slope, square) in zip(slopes, squares) {
      let top = abs(slope.0 - null * slope.1)
      let meat = max(square.0 - 2 * null * square.1 + null * null * square.2, 0)
      // SE* = √(factor · meat)/spread; a draw without spread has t* = ±∞ or none, and counts as reached.
      let bottom = (factor * meat).squareRoot() / spread
      if top >= own * bottom * (1 - 1e-10) { reached += 1 }
    }
    return isExhaustive
      ? Double(reached) / Double(replicates) : Double(reached + 1) / Double(replicates + 1)
  }

  /// The effect with the values of τ₀ that are not rejected.
  public func estimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let alpha = 1 - level.value
    let lower = end(alpha, direction: -1)
    let upper = end(alpha, direction: 1)
    return Estimate(
      effect, interval: ConfidenceInterval(lower: lower, upper: upper, level: level),
      standardError: standardError, method: .wildClusterBootstrap, n: Double(rows), diagnostics: diagnostics)
  }

  /// The last value in a direction that is not rejected; infinite where none within 10⁴ standard errors is.
  private func end(_ alpha: Double, direction: Double) -> Double {
    var inside = effect
    var step = 2 * standardError
    while pValue(of: effect + direction * step) > alpha {
      inside = effect + direction * step
      step *= 2
      guard step < 1e4 * standardError else { return direction * .infinity }
    }
    var outside = effect + direction * step
    for _ in 0..<60 where abs(outside - inside) > 1e-12 * standardError {
      let middle = (inside + outside) / 2
      if pValue(of: middle) > alpha { inside = middle } else { outside = middle }
    }
    return direction < 0 ? min(inside, effect) : max(inside, effect)
  }
}

/// Which v_g there are.
private struct SignScheme {
  let points: [Double]
  let clusters: Int
  let count: Int
  let isExhaustive: Bool
  let seed: UInt64

  init(clusters: Int, replicates: Int, limit: Int, seed: UInt64) {
    points =
      clusters < 12
      ? [-1.5.squareRoot(), -1, -0.5.squareRoot(), 0.5.squareRoot(), 1, 1.5.squareRoot()] : [-1, 1]
    self.clusters = clusters
    self.seed = seed
    let all = pow(Double(points.count), Double(clusters))
    isExhaustive = all <= Double(limit)
    count = isExhaustive ? Int(all) : replicates
  }

  func signs(_ replicate: Int) -> [Double] {
    if isExhaustive {
      var rest = replicate
      return (0..<clusters).map { _ in
        defer { rest /= points.count }
        return points[rest % points.count]
      }
    }
    var stream = RandomStream(seed: seed, series: 0, replicate: replicate)
    return (0..<clusters).map { _ in
      points[min(Int(stream.uniform() * Double(points.count)), points.count - 1)]
    }
  }
}

/// What each cluster adds, for the outcome and for the treatment: with ẍ the treatment less the covariates and r the residual,
/// s*_g = v_g ẍ_g′r_g − b_g′M Σ_h v_h q_h − τ* ẍ_g′ẍ_g, where q and b are the sums of r and ẍ over periods and covariates.
private struct ClusterTerms {
  let spread: Double
  private let own: [Double]
  /// ẍ′r for the outcome and for the treatment; the latter equals `own`.
  private let cross: [Double]
  private let sumsOfOutcome: [[Double]]
  private let sumsOfTreatment: [[Double]]
  /// M b_g.
  private let weights: [[Double]]

  init(_ swept: TwoWayResiduals) {
    let covariates = Array(swept.columns.dropFirst())
    let (x, y) = (
      Self.without(covariates, swept.columns[0]), Self.without(covariates, swept.outcome)
    )
    let basis = Self.orthonormal(covariates)
    let (periods, clusters) = (swept.periodCount, swept.clusterCount)
    let width = periods + basis.count
    var own = [Double](repeating: 0, count: clusters)
    var cross = own
    var ofX = [[Double]](repeating: [Double](repeating: 0, count: width), count: clusters)
    var ofY = ofX
    for row in 0..<swept.rows {
      let cluster = swept.cluster[swept.unit[row]]
      own[cluster] += x[row] * x[row]
      cross[cluster] += x[row] * y[row]
      ofX[cluster][swept.period[row]] += x[row]
      ofY[cluster][swept.period[row]] += y[row]
      for (place, column) in basis.enumerated() {
        ofX[cluster][periods + place] += x[row] * column[row]
        ofY[cluster][periods + place] += y[row] * column[row]
      }
    }
    spread = own.reduce(0, +)
    self.own = own
    self.cross = cross
    sumsOfOutcome = ofY
    sumsOfTreatment = ofX
    weights = ofX.map { sums in
      (0..<width).map { place in
        guard place < periods else { return sums[place] }
        return (0..<periods).reduce(0.0) { $0 + swept.generalized[place, $1] * sums[$1] }
      }
    }
  }

  /// τ* = p − τ₀q and Σ s*² = a − 2bτ₀ + cτ₀² of one combination.
  func draw(_ signs: [Double]) -> (slope: (Double, Double), square: (Double, Double, Double)) {
    let width = weights.first?.count ?? 0
    var outcome = [Double](repeating: 0, count: width)
    var treatment = outcome
    var (top, under) = (0.0, 0.0)
    for (cluster, sign) in signs.enumerated() {
      top += sign * cross[cluster]
      under += sign * own[cluster]
      for place in 0..<width {
        outcome[place] += sign * sumsOfOutcome[cluster][place]
        treatment[place] += sign * sumsOfTreatment[cluster][place]
      }
    }
    let slope = (top / spread, under / spread)
    var square = (0.0, 0.0, 0.0)
    for (cluster, sign) in signs.enumerated() {
      let a = sign * cross[cluster] - dot(weights[cluster], outcome) - slope.0 * own[cluster]
      let b = sign * own[cluster] - dot(weights[cluster], treatment) - slope.1 * own[cluster]
      square.0 += a * a
      square.1 += a * b
      square.2 += b * b
    }
    return (slope, square)
  }

  private static func orthonormal(_ columns: [[Double]]) -> [[Double]] {
    columns.reduce(into: []) { basis, column in
      let rest = project(basis, column)
      let length = dot(rest, rest).squareRoot()
      basis.append(rest.map { $0 / length })
    }
  }

  private static func without(_ columns: [[Double]], _ column: [Double]) -> [Double] {
    project(orthonormal(columns), column)
  }

  /// The column less its part along an orthonormal basis, taken off twice.
  private static func project(_ basis: [[Double]], _ column: [Double]) -> [Double] {
    var rest = column
    for _ in 0..<2 {
      for direction in basis {
        let share = dot(direction, rest)
        for row in rest.indices { rest[row] -= share * direction[row] }
      }
    }
    return rest
  }
}

extension Method {
  /// Two-way fixed effects with the wild cluster bootstrap.
  public static let wildClusterBootstrap = Method("effect.wild-cluster-bootstrap")
}
