import Distributions
import Estimates
import Foundation
import Indicators
import LinearAlgebra

/// Regression of counts: Poisson and negative binomial with logarithmic link, binomial with logit link.
///
///     let years = try Design(times: [2019, 2020, 2021, 2022, 2023])
///     let fit = try GeneralizedLinearModel.fit(
///       [12, 9, 14, 7, 6], offset: persons.map { log($0) }, on: years, family: .poisson)
///     try fit.estimate(of: "time")      // change of the log rate a year
///
/// η = Xβ + offset; μ = e^η for Poisson and negative binomial, n/(1 + e^−η) for binomial. β is the value of largest
/// likelihood, by iteratively weighted least squares: with V(μ) the variance function below, W = (dμ/dη)²/V,
///
///     β ← argmin Σ W (η − offset + (y − μ) dη/dμ − Xβ)²,   Var(β) = φ (XᵀWX)⁻¹
///
/// V(μ) = μ (Poisson), μ + αμ² (negative binomial), μ(1 − μ/n) (binomial). φ = 1, or Pearson's X²/(n − p) with
/// ``Scale/pearson``, which makes it quasi-Poisson and quasi-binomial.
///
/// - Shapes: n counts on n × p columns, n > p. Counts need not be whole.
/// - Stops when no η moves by more than 10⁻¹¹; a step that raises the deviance is halved. ``GeneralizedLinearFit/iterations``
///   says how many there were.
/// - Errors: ``RegressionError/noEvents`` and ``RegressionError/allEvents`` where every count is at one end;
///   ``RegressionError/separation(rows:)`` where fitted values run to an end for ever, with the rows where they do;
///   ``RegressionError/notConverged(iterations:)``; counts that cannot be; and those of ``Design``.
/// - Reference: McCullagh and Nelder (1989) *Generalized Linear Models*, 2nd ed., §2.5, §4.4, §6.2.
public enum GeneralizedLinearModel {
  /// How counts vary about their mean.
  public enum Family: Sendable, Hashable {
    /// Var y = μ; logarithmic link.
    case poisson
    /// Var y = μ(1 − μ/n); logit link.
    case binomial
    /// Var y = μ + αμ²; logarithmic link. α = 0 is Poisson.
    case negativeBinomial(dispersion: Double)
  }

  /// What the variance is multiplied with.
  public enum Scale: Sendable, Hashable {
    /// φ = 1; intervals by the normal distribution.
    case one
    /// φ = X²/(n − p); intervals by Student's t.
    case pearson
  }

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - counts: One an observation.
  ///   - trials: Denominators of a binomial model; `nil` for ones. Other families take exposure as an offset.
  ///   - offset: Added to Xβ: the log of persons or expected counts; `nil` for none.
  public static func fit(
    _ counts: [Double], trials: [Double]? = nil, offset: [Double]? = nil, on design: Design, family: Family,
    scale: Scale = .one
  ) throws(RegressionError) -> GeneralizedLinearFit {
    let data = try CountData(counts, trials: trials, offset: offset, design: design, family: family)
    return try data.fit(scale: scale)
  }

  /// Fits a negative binomial model with the dispersion of largest likelihood.
  ///
  /// The dispersion is 0, and the fit Poisson's, where the counts vary no more than Poisson's would: the likelihood then
  /// falls with the dispersion at 0.
  ///
  /// - Reference: Hilbe (2011) *Negative Binomial Regression*, 2nd ed., §8.2. Standard errors are those of β with the
  ///   dispersion known; the two are asymptotically independent.
  public static func fitNegativeBinomial(
    _ counts: [Double], offset: [Double]? = nil, on design: Design
  ) throws(RegressionError) -> GeneralizedLinearFit {
    let poisson = try fit(counts, offset: offset, on: design, family: .poisson)
    let dispersion = try NegativeBinomialDispersion.ofLargestLikelihood(counts, poissonMeans: poisson.means) {
      alpha throws(RegressionError) in
      try fit(counts, offset: offset, on: design, family: .negativeBinomial(dispersion: alpha)).means
    }
    return try fit(counts, offset: offset, on: design, family: .negativeBinomial(dispersion: dispersion))
  }
}

/// The observations of a model, checked.
private struct CountData {
  let counts: [Double]
  let trials: [Double]
  let offset: [Double]
  let design: Design
  let family: GeneralizedLinearModel.Family

  init(
    _ counts: [Double], trials: [Double]?, offset: [Double]?, design: Design,
    family: GeneralizedLinearModel.Family
  ) throws(RegressionError) {
    try design.requireResponse(counts)
    let n = counts.count
    for (what, column) in [("trials", trials), ("offset", offset)] {
      guard let column else { continue }
      guard column.count == n else { throw .length(what: what, expected: n, found: column.count) }
      if let row = column.firstIndex(where: { !$0.isFinite }) { throw .notFinite(column: what, row: row) }
    }
    if let row = counts.firstIndex(where: { $0 < 0 }) { throw .negativeCount(row: row, value: counts[row]) }
    if case .negativeBinomial(let alpha) = family, !(alpha >= 0 && alpha.isFinite) {
      throw .dispersion(alpha)
    }
    self.counts = counts
    self.trials = trials ?? [Double](repeating: 1, count: n)
    self.offset = offset ?? [Double](repeating: 0, count: n)
    self.design = design
    self.family = family
    if family == .binomial {
      for (row, trials) in self.trials.enumerated() {
        guard trials > 0 else { throw .emptyDenominator(row: row, value: trials) }
        guard counts[row] <= trials else {
          throw .shareAboveOne(numerator: counts[row], denominator: trials)
        }
      }
      if zip(counts, self.trials).allSatisfy({ $0 == $1 }) { throw .allEvents }
    }
    if counts.allSatisfy({ $0 == 0 }) { throw .noEvents }
  }

  /// Whether a count is at an end of its range, where a fitted value may run to that end for ever.
  func isAtEnd(_ row: Int) -> Bool {
    counts[row] == 0 || (family == .binomial && counts[row] == trials[row])
  }

  /// μ, the weight and dη/dμ of a row.
  func point(_ row: Int, _ eta: Double) -> (mean: Double, weight: Double, slope: Double) {
    switch family {
    case .poisson:
      let mean = exp(eta)
      return (mean, mean, 1 / mean)
    case .negativeBinomial(let alpha):
      let mean = exp(eta)
      return (mean, mean / (1 + alpha * mean), 1 / mean)
    case .binomial:
      let mean = trials[row] / (1 + exp(-eta))
      let weight = mean / (1 + exp(eta))
      return (mean, weight, 1 / weight)
    }
  }

  func start() -> [Double] {
    let mean = counts.reduce(0, +) / Double(counts.count)
    return counts.indices.map { row in
      guard family == .binomial else { return log((counts[row] + mean) / 2) }
      return log((counts[row] + 0.5) / (trials[row] - counts[row] + 0.5))
    }
  }

  func deviance(_ means: [Double]) -> Double {
    var sum = 0.0
    for row in counts.indices {
      sum += family.unitDeviance(counts[row], mean: means[row], trials: trials[row])
    }
    return sum
  }

  func fit(scale: GeneralizedLinearModel.Scale) throws(RegressionError) -> GeneralizedLinearFit {
    // The rank of the design itself is checked first, so that a lack of rank later means weights that vanish.
    do { _ = try LeastSquares(design.matrix, columnNames: design.names) } catch {
      throw RegressionError(error)
    }
    var eta = start()
    var beta: [Double]?
    var deviance = Double.infinity
    var running = [Bool](repeating: false, count: counts.count)
    for iteration in 1...GeneralizedLinearFit.maximumIterations {
      let solution: LeastSquaresFit
      do {
        solution = try weighted(eta)
      } catch {
        let rows = counts.indices.filter { running[$0] || (isAtEnd($0) && point($0, eta[$0]).weight < 1e-8) }
        if case .rankDeficient = error, !rows.isEmpty { throw .separation(rows: rows) }
        throw RegressionError(error)
      }
      var next = solution.coefficients
      var (proposed, value) = predict(next)
      // Halving towards the last β, which had this deviance, ends at worst there.
      var halvings = 0
      while let old = beta, !(value <= deviance + 1e-9 * (1 + abs(deviance))), halvings < 30 {
        next = zip(next, old).map { ($0 + $1) / 2 }
        (proposed, value) = predict(next)
        halvings += 1
      }
      var largest = 0.0
      for row in eta.indices {
        let move = abs(proposed[row] - eta[row])
        largest = max(largest, move)
        running[row] = iteration > 12 && move > 0.3 && isAtEnd(row)
      }
      (beta, eta, deviance) = (next, proposed, value)
      guard largest.isFinite, value.isFinite else { throw .notConverged(iterations: iteration) }
      if largest <= 1e-11 {
        return try finish(next, eta, deviance, solution, iterations: iteration, scale: scale)
      }
      let rows = running.indices.filter { running[$0] }
      if iteration > 30, !rows.isEmpty { throw .separation(rows: rows) }
    }
    throw .notConverged(iterations: GeneralizedLinearFit.maximumIterations)
  }

  private func predict(_ beta: [Double]) -> (eta: [Double], deviance: Double) {
    var eta = offset
    for (column, coefficient) in beta.enumerated() {
      let values = design.matrix.column(column)
      for (row, value) in values.enumerated() { eta[row] += coefficient * value }
    }
    return (eta, deviance(eta.indices.map { point($0, eta[$0]).mean }))
  }

  private func weighted(
    _ eta: [Double], precision: LeastSquares.Precision = .refined
  ) throws(LinearAlgebraError) -> LeastSquaresFit {
    var matrix = design.matrix
    var target = [Double](repeating: 0, count: counts.count)
    for row in counts.indices {
      let (mean, weight, slope) = point(row, eta[row])
      let root = weight.squareRoot()
      target[row] = root * (eta[row] - offset[row] + (counts[row] - mean) * slope)
      for column in 0..<matrix.columns { matrix[row, column] *= root }
    }
    return try LeastSquares(matrix, columnNames: design.names).solve(target, precision: precision)
  }

  private func finish(
    _ beta: [Double], _ eta: [Double], _ deviance: Double, _ last: LeastSquaresFit, iterations: Int,
    scale: GeneralizedLinearModel.Scale
  ) throws(RegressionError) -> GeneralizedLinearFit {
    let means = eta.indices.map { point($0, eta[$0]).mean }
    var pearson = 0.0
    for row in counts.indices {
      let rest = counts[row] - means[row]
      pearson += rest * rest / family.variance(mean: means[row], trials: trials[row])
    }
    let degrees = counts.count - beta.count
    let factor = scale == .one ? 1 : pearson / Double(degrees)
    do {
      // At the final η: `last` was computed at the η before it.
      let unscaled = try weighted(eta, precision: .extended).unscaledCovariance
      return GeneralizedLinearFit(
        names: design.names, coefficients: beta,
        covariance: try Matrix(
          rows: beta.count, columns: beta.count, elements: unscaled.elements.map { $0 * factor }),
        means: means, deviance: deviance, pearson: pearson, residualDegreesOfFreedom: degrees,
        logLikelihood: logLikelihood(means), family: family, scale: scale, iterations: iterations)
    } catch {
      throw RegressionError(error)
    }
  }

  private func logLikelihood(_ means: [Double]) -> Double {
    counts.indices.reduce(0.0) {
      $0 + family.logDensity(counts[$1], mean: means[$1], trials: trials[$1])
    }
  }
}
