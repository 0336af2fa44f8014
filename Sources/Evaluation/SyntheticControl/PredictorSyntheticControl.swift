import Estimates
import Indicators
import LinearAlgebra
import Scheduler

/// Synthetic control on predictors, whose importance is chosen so that the path before the start is met.
///
///     let predictors = try UnitPredictors(meansOf: design, over: [5..<6, 10..<11, 18..<19, 10..<19])
///     let control = PredictorSyntheticControl(predictors)
///     try control.importances(for: design).weights    // V
///     try control.fit(design).effect
///
/// With predictors X divided by their standard deviation over all units, ω(v) minimises Σₖ vₖ (x₁ₖ − Σⱼωⱼxⱼₖ)² over the simplex,
/// and v, on the simplex too, minimises the mean squared gap of the outcome over the periods before the start. The search is
/// Nelder and Mead's, from equal importances, from those of a regression (vₖ ∝ Σₜβₖₜ², the outcome of period t on X) and from
/// the best smaller set of predictors; the best is kept, and how good it is is in ``PredictorImportances/loss``.
///
/// - Cross-validation (Abadie, Diamond and Hainmueller 2015): with ``crossValidation``, v is chosen with the predictors of a
///   training window so that the outcome of a later window is met; ω then comes from v and the main predictors.
/// - Placebos choose their own v, unless it is given.
/// - Missing: none. Errors: ``EffectError/shape(what:expected:found:)`` where predictors are of other units, and those of
///   ``SimplexLeastSquares``.
/// - What is not true: that v is *the* minimum, or that it is determined. The loss has many valleys and flats; with all outcomes
///   before the start among the predictors, the others do not matter (Kaul and others 2022).
/// - References: Abadie, Diamond and Hainmueller (2010) J Am Stat Assoc 105:493; (2015) Am J Polit Sci 59:495.
public struct PredictorSyntheticControl: EffectEstimator {
  /// How v is chosen out of sample.
  public struct CrossValidation: Sendable, Equatable {
    /// The predictors measured in the training window.
    public var training: UnitPredictors
    /// The periods before the start whose outcome is to be met.
    public var window: Range<Int>

    /// Predictors of a training window, and the window after it.
    public init(training: UnitPredictors, window: Range<Int>) {
      self.training = training
      self.window = window
    }
  }

  /// The predictors.
  public var predictors: UnitPredictors
  /// v given beforehand; `nil` to choose it.
  public var importance: [Double]?
  /// How v is chosen out of sample; `nil` to choose it on all periods before the start.
  public var crossValidation: CrossValidation?

  /// The estimator.
  public init(
    _ predictors: UnitPredictors, importance: [Double]? = nil, crossValidation: CrossValidation? = nil
  ) {
    self.predictors = predictors
    self.importance = importance
    self.crossValidation = crossValidation
  }

  /// `effect.predictor-synthetic-control`.
  public var method: Method { .predictorSyntheticControl }

  /// The importances chosen for a design.
  public func importances(for design: EffectDesign) throws(EffectError) -> PredictorImportances {
    try check(design)
    return try importances(SyntheticPanel(design), SimplexWorkspace())
  }

  /// The effect on the treated.
  public func fit(_ design: EffectDesign) throws(EffectError) -> EffectFit {
    try check(design)
    return try fit(SyntheticPanel(design), SimplexWorkspace())
  }

  /// The fits with donors in the place of the treated.
  public func placeboFits(
    _ design: EffectDesign, sets: [[Int]], threads: ThreadLimit = .cores
  ) -> [Result<EffectFit, EffectError>] {
    do throws(EffectError) {
      try check(design)
    } catch {
      return sets.map { _ in .failure(error) }
    }
    return SyntheticPanel.fits(design, sets: sets, threads: threads) {
      panel, workspace throws(EffectError) in try fit(panel, workspace)
    }
  }

  private func check(_ design: EffectDesign) throws(EffectError) {
    guard predictors.units == design.units else {
      throw .shape(what: "predictors", expected: design.units, found: predictors.units)
    }
    try SimplexLeastSquares.check(importance: importance, count: predictors.count)
    guard let crossValidation else { return }
    guard crossValidation.training.units == design.units else {
      throw .shape(what: "predictors", expected: design.units, found: crossValidation.training.units)
    }
    guard crossValidation.training.count == predictors.count else {
      throw .shape(
        what: "training predictors", expected: predictors.count, found: crossValidation.training.count)
    }
    let window = crossValidation.window
    guard !window.isEmpty, window.lowerBound >= 0, window.upperBound <= design.prePeriods else {
      throw .parameter(name: "window", value: Double(window.upperBound))
    }
  }

  private func fit(_ panel: SyntheticPanel, _ workspace: SimplexWorkspace) throws(EffectError) -> EffectFit {
    let chosen = try importances(panel, workspace)
    let problem = predictors.scaled(panel)
    let solved = try workspace.solved(problem.points, problem.target, chosen.weights)
    return panel.fit(panel.observed, solved, shift: 0)
  }

  private func importances(
    _ panel: SyntheticPanel, _ workspace: SimplexWorkspace
  ) throws(EffectError) -> PredictorImportances {
    let (points, target) = (crossValidation?.training ?? predictors).scaled(panel)
    let window = crossValidation?.window ?? 0..<panel.design.prePeriods
    let observed = panel.observed
    func loss(_ importance: [Double]) throws(EffectError) -> Double {
      guard let share = importance.onSimplex else { return .infinity }
      let path = panel.weighted(try workspace.solved(points, target, share).weights)
      let squares = window.reduce(0.0) { $0 + (observed[$1] - path[$1]) * (observed[$1] - path[$1]) }
      return squares / Double(window.count)
    }
    if let given = importance?.onSimplex {
      return PredictorImportances(weights: given, loss: try loss(given), start: .given)
    }
    let k = predictors.count
    let equal = [Double](repeating: 1 / Double(k), count: k)
    guard k > 1 else { return PredictorImportances(weights: equal, loss: try loss(equal), start: .equal) }
    var best = PredictorImportances(weights: equal, loss: try loss(equal), start: .equal)
    var starts = [(PredictorImportances.Start.equal, equal)]
    if let regression = panel.regressionImportances(points, target, window: window) {
      starts.append((.regression, regression))
    }
    for (start, point) in starts {
      let found = try NelderMead(tolerance: 1e-10).minimum(from: point, loss)
      if let weights = found.point.onSimplex, found.value < best.loss {
        best = PredictorImportances(weights: weights, loss: found.value, start: start)
      }
    }
    // Where the treated lies inside the hull of the predictors, all of them are met whatever v, and the loss is flat; only
    // leaving some out moves it. So equal importances on smaller sets are tried, and the best set searched.
    var leading: (members: [Int], loss: Double)?
    for members in predictorSets {
      let value = try loss(members.spread(members.map { _ in 1 }, over: k))
      if value < leading?.loss ?? best.loss { leading = (members, value) }
    }
    if let leading {
      let (members, even) = (leading.members, [Double](repeating: 1, count: leading.members.count))
      best = PredictorImportances(
        weights: members.spread(even.onSimplex ?? even, over: k), loss: leading.loss, start: .subset)
      if members.count > 1 {
        let found = try NelderMead(tolerance: 1e-10).minimum(from: even) { point throws(EffectError) in
          try loss(members.spread(point, over: k))
        }
        if let weights = members.spread(found.point, over: k).onSimplex, found.value < best.loss {
          best = PredictorImportances(weights: weights, loss: found.value, start: .subset)
        }
      }
    }
    return best
  }
}

extension PredictorSyntheticControl {
  /// Sets of predictors that are not all of them: every one up to six predictors, else those of one, of two, and all but one.
  fileprivate var predictorSets: [[Int]] {
    let k = predictors.count
    guard k > 6 else {
      return (1..<(1 << k) - 1).map { mask in (0..<k).filter { mask >> $0 & 1 == 1 } }
    }
    let single = (0..<k).map { [$0] }
    let pairs = (0..<k).flatMap { first in (first + 1..<k).map { [first, $0] } }
    return single + pairs + (0..<k).map { out in (0..<k).filter { $0 != out } }
  }
}

/// How much each predictor counts, and how well the path before the start is then met.
public struct PredictorImportances: Sendable, Equatable {
  /// Where the search began that found them.
  public enum Start: String, Sendable, CaseIterable {
    /// Nowhere: they were given.
    case given
    /// All alike.
    case equal
    /// From regressions of the outcome on the predictors.
    case regression
    /// Some predictors alike, the others left out.
    case subset
  }

  /// v, one a predictor; they add up to one.
  public let weights: [Double]
  /// The mean squared gap of the outcome over the periods they were chosen on.
  public let loss: Double
  /// Where the search began.
  public let start: Start
}

extension Method {
  /// Synthetic control on predictors with nested importances.
  public static let predictorSyntheticControl = Method("effect.predictor-synthetic-control")
}

extension [Double] {
  /// Magnitudes scaled to add up to one; `nil` where they are all nought or not finite.
  fileprivate var onSimplex: [Double]? {
    let sum = reduce(0) { $0 + abs($1) }
    guard sum > 0, sum.isFinite else { return nil }
    return map { abs($0) / sum }
  }
}

extension [Int] {
  /// Values at these positions, nought elsewhere.
  fileprivate func spread(_ values: [Double], over count: Int) -> [Double] {
    var result = [Double](repeating: 0, count: count)
    for (position, value) in zip(self, values) { result[position] = value }
    return result
  }
}

extension SimplexWorkspace {
  /// The optimum over points of predictors.
  fileprivate func solved(
    _ points: [Double], _ target: [Double], _ importance: [Double]
  ) throws(EffectError) -> SolvedWeights {
    prepare(count: points.count / target.count, dimension: target.count)
    for index in points.indices { rows[index] = points[index] }
    for index in target.indices { self.target[index] = target[index] }
    load(ridge: 0, centred: false, importance: importance)
    return try solved()
  }
}

extension SyntheticPanel {
  /// Importances from regressions of each period's outcome on the predictors, over donors and treated; `nil` where there are
  /// too few units or the predictors depend on each other.
  fileprivate func regressionImportances(
    _ points: [Double], _ target: [Double], window: Range<Int>
  ) -> [Double]? {
    let k = target.count
    let units = donors.count + 1
    guard units > k + 1 else { return nil }
    var columns = [[Double](repeating: 1, count: units)]
    for predictor in 0..<k {
      columns.append(donors.indices.map { points[$0 * k + predictor] } + [target[predictor]])
    }
    guard let matrix = try? Matrix(columns: columns), let regression = try? LeastSquares(matrix) else {
      return nil
    }
    let observed = observed
    var sums = [Double](repeating: 0, count: k)
    for period in window {
      let response = donors.map { design.outcomes[$0 * design.periods + period] } + [observed[period]]
      guard let fit = try? regression.solve(response) else { return nil }
      for predictor in 0..<k {
        sums[predictor] += fit.coefficients[predictor + 1] * fit.coefficients[predictor + 1]
      }
    }
    return sums.onSimplex
  }
}
