import Distributions
import Estimates
import Foundation
import Indicators
import Regression

/// One model with its joins: a line on the logarithmic scale that bends at them.
///
/// log y = β₀ + β₁t + Σ δ_k (t − τ_k)₊. The slope of segment s is β₁ + δ₁ + … + δ_s with variance cᵀVar(β)c.
///
/// The joins themselves are estimated, so each costs a degree of freedom as well: σ̂² = SSE/(n − 2(K + 1)). Standard errors are
/// those of slopes with the joins where they are; that the joins could be elsewhere is not in them.
public struct JoinpointFit: Sendable, Equatable {
  /// The places of the joins among the points.
  public let places: [Int]
  /// The times of the joins.
  public let joins: [Double]
  /// Σ w (log y − fit)², or the deviance of a Poisson model.
  public let sumOfSquares: Double
  /// log SSE/n + 2(K + 1) log n/n, or deviance + 2(K + 1) log n; less is better.
  public let bic: Double
  /// The straight parts, in order of time; one more than joins.
  public let segments: [Segment]
  /// n − 2(K + 1).
  public let residualDegreesOfFreedom: Int
  /// Var of the segments' slopes, row by row.
  let slopeCovariance: [Double]

  /// One straight part.
  public struct Segment: Sendable, Equatable {
    /// Where it starts: the first time, or a join.
    public let start: Double
    /// Where it ends: a join, or the last time.
    public let end: Double
    /// Change of log y for each unit of time.
    public let slope: Double
    /// Its standard error.
    public let slopeStandardError: Double
    let residualDegreesOfFreedom: Int
    let method: Method
    let points: Int

    /// slope/SE; `nil` where both are 0.
    public var statistic: Double? {
      let ratio = slope / slopeStandardError
      return ratio.isNaN ? nil : ratio
    }

    /// The two-sided p-value of no change, by Student's t; `nil` for an exact flat part.
    public var pValue: Double? {
      statistic.flatMap { statistic in
        (try? StudentT(degreesOfFreedom: Double(residualDegreesOfFreedom))).map {
          min(1, 2 * $0.survival(abs(statistic)))
        }
      }
    }

    /// APC = 100(e^slope − 1): the change in per cent for each unit of time, with its interval by Student's t.
    public func annualPercentChange(level: ConfidenceInterval.Level = .p95) -> Estimate {
      let quantile =
        level.studentQuantile(degreesOfFreedom: Double(residualDegreesOfFreedom)) ?? .infinity
      let margin = slopeStandardError == 0 ? 0 : quantile * slopeStandardError
      return Estimate(
        100 * expm1(slope),
        interval: ConfidenceInterval(
          lower: 100 * expm1(slope - margin), upper: 100 * expm1(slope + margin), level: level),
        method: method, n: Double(points))
    }
  }
}

/// A series ready to be fitted: points without gaps, on the logarithmic scale or as counts.
struct JoinpointSeries: Sendable {
  /// The response: log y, or counts.
  let response: [Double]
  /// The log of the denominators of counts; `nil` on the logarithmic scale.
  let offset: [Double]?
  let times: [Double]
  /// Relative precisions of log y; `nil` for equal ones.
  let weights: [Double]?

  var isPoisson: Bool { offset != nil }
  var method: Method { isPoisson ? .poissonJoinpoint : .joinpoint }

  /// The model with joins at these places.
  func fit(_ places: [Int]) throws(StatisticsError) -> JoinpointFit {
    let n = times.count
    let degrees = n - 2 * (places.count + 1)
    guard degrees > 0 else {
      throw .tooFewObservations(needed: 2 * (places.count + 1) + 1, found: n)
    }
    let centre = times.reduce(0, +) / Double(n)
    var columns: [(name: String, values: [Double])] = [("time", times.map { $0 - centre })]
    for place in places {
      columns.append(("join \(place)", times.map { max(0, $0 - times[place]) }))
    }
    let coefficients: [Double]
    let covariance: (Int, Int) -> Double
    let sum: Double
    let bic: Double
    do throws(RegressionError) {
      let design = try Design(columns)
      if let offset {
        let fit = try GeneralizedLinearModel.fit(response, offset: offset, on: design, family: .poisson)
        // Counts that vary more than Poisson's widen the intervals; counts that vary less do not narrow them.
        let factor = max(1, fit.pearson / Double(degrees))
        coefficients = fit.coefficients
        covariance = { fit.covariance[$0, $1] * factor }
        sum = fit.deviance
        bic = JoinpointBIC.poisson(deviance: sum, points: n, joins: places.count)
      } else {
        let fit: LinearFit
        if let weights {
          fit = try WeightedLeastSquares.fit(response, weights: weights, on: design)
        } else {
          fit = try OrdinaryLeastSquares.fit(response, on: design)
        }
        let factor = Double(fit.residualDegreesOfFreedom) / Double(degrees)
        coefficients = fit.coefficients
        covariance = { fit.covariance[$0, $1] * factor }
        sum =
          fit.residualStandardDeviation * fit.residualStandardDeviation
          * Double(fit.residualDegreesOfFreedom)
        bic = JoinpointBIC.logarithmic(
          sumOfSquares: max(sum, exactFloor), points: n, joins: places.count)
      }
    } catch {
      throw StatisticsError(error)
    }
    let ends = [times[0]] + places.map { times[$0] } + [times[n - 1]]
    let count = places.count + 1
    // The slope of segment s is the sum of coefficients 1…s + 1.
    var variances = [Double](repeating: 0, count: count * count)
    for s in 0..<count {
      for r in 0..<count {
        for i in 1...(s + 1) { for j in 1...(r + 1) { variances[s * count + r] += covariance(i, j) } }
      }
    }
    let segments = (0..<count).map { s in
      JoinpointFit.Segment(
        start: ends[s], end: ends[s + 1], slope: coefficients[1...(s + 1)].reduce(0, +),
        slopeStandardError: max(0, variances[s * count + s]).squareRoot(),
        residualDegreesOfFreedom: degrees, method: method, points: n)
    }
    return JoinpointFit(
      places: places, joins: places.map { times[$0] }, sumOfSquares: sum, bic: bic, segments: segments,
      residualDegreesOfFreedom: degrees, slopeCovariance: variances)
  }

  /// A sum of squares that is nothing but rounding: residuals of 10⁻¹³ of the values.
  var exactFloor: Double {
    let weights = self.weights ?? [Double](repeating: 1, count: response.count)
    let squares = zip(response, weights).reduce(0) { $0 + $1.1 * max($1.0 * $1.0, 1) }
    return 1e-26 * squares
  }
}

extension StatisticsError {
  /// What a failed regression means for a trend.
  init(_ error: RegressionError) {
    switch error {
    case .tooFewObservations(let needed, let found): self = .tooFewObservations(needed: needed, found: found)
    case .noEvents: self = .noEvents
    case .separation: self = .separation
    case .notConverged: self = .notConverged
    case .negativeCount(_, let value): self = .negativeCount(value)
    case .emptyDenominator(_, let value): self = .emptyDenominator(value)
    case .weight(_, let value): self = .parameter(name: "weight", value: value)
    case .dependentColumns: self = .noVariationInTime
    case .overlappingPeriods: self = .overlappingPeriods
    default: self = .notFinite(what: "regression")
    }
  }
}
