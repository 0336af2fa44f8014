import Estimates
import Indicators
import LinearAlgebra
import Regression

/// Segmented regression of one series: what the line before the start foretold, and what came instead.
///
///     let fit = try SegmentedRegression(flow, prePeriods: 28)      // the Nile at Aswan; the dam from 1899
///     try fit.estimate(of: "level").value                          // −289.7: the change of level at the start
///     fit.averageEffect().value                                    // −307.5: the mean change since
///
/// The terms are those of ``InterruptedTerms``, fitted by least squares or, with AR(1) errors, generalised least squares. The
/// counterfactual is the fit with the programme's columns at zero; the effect in a period is c_tᵀβ, c_t those columns, and
/// the average over the periods in force is c̄ᵀβ with its delta-method interval. Where the errors are ordinary or Newey
/// and West's, c̄ᵀβ is exactly the mean of observed less counterfactual.
///
/// - Shape: one value a period, equally spaced, at least three before the start and two from it on (one for a level alone).
/// - Control: a series that nobody treated. Its difference from the treated is regressed, which is the fully interacted
///   model with the shared shocks taken out; the control's path is taken as it is.
/// - Missing: NaN, in either series. The period gets a column of its own and has no say; spacing is kept. Hidden figures are
///   refused before they get here.
/// - Errors: ``EffectError/tooFewPrePeriods(needed:found:)``, ``EffectError/tooFewPostPeriods(needed:found:)``,
///   ``EffectError/constantOutcomes``, ``EffectError/notFinite(unit:period:)``, ``EffectError/regression(_:)``.
/// - What is not true: that intervals allow for another event in the same year, or for a line that would have bent anyway.
/// - Reference: Bernal, Cummins and Gasparrini (2017) Int J Epidemiol 46:348; Newey and West (1987) Econometrica 55:703.
public struct SegmentedRegression: Sendable {
  /// What is taken for granted about the errors.
  public enum Errors: Sendable, Hashable {
    /// AR(1) by restricted likelihood, whatever the length: the only one here whose intervals covered as they should in
    /// simulated series of 13 to 100 periods.
    case automatic
    /// Independent, of one variance.
    case ordinary
    /// Unequal and correlated up to a lag; `nil` for ⌊4(T/100)^{2/9}⌋.
    case neweyWest(lag: Int?)
    /// AR(1), by Prais and Winsten until ρ stands still.
    case praisWinsten
    /// AR(1) by restricted likelihood, with Satterthwaite's degrees of freedom.
    case autoregressive
  }

  /// Below so many periods Newey and West's covariance is marked `hac-unreliable`: in simulated series of 13 to 50 periods
  /// its 95 % intervals of the average effect covered 67 to 88 %, even without any correlation no more than 88 %.
  public static let fewestForNeweyWest = 100

  /// Names of the columns, the intercept first.
  public let names: [String]
  /// The treated series; `nil` where there is no figure.
  public let observed: [Double?]
  /// The fit, one a period; `nil` where the control has no figure, since its path is part of the fit.
  public let fitted: [Double?]
  /// The fit without the programme, likewise.
  public let counterfactual: [Double?]
  /// How many periods lie before the start.
  public let prePeriods: Int
  /// The periods over which the effect is averaged.
  public let countedPeriods: [Int]
  /// How the errors were treated; never automatic.
  public let errors: Errors
  /// The lag of Newey and West's covariance; `nil` for others.
  public let lag: Int?
  /// ρ; `nil` where none was fitted.
  public let autocorrelation: Double?
  /// Whether what is left over is correlated: the residuals, or the innovations where ρ was fitted.
  public let residualCorrelation: ResidualCorrelation?
  /// What is worth knowing.
  public var diagnostics: [Diagnostic] { contrasts.diagnostics }

  let contrasts: SegmentedContrasts
  private let effectRows: [[Double]]
  private let baseRows: [[Double]]
  private let controls: [Double?]

  /// β, in the order of ``names``.
  public var coefficients: [Double] { contrasts.coefficients }
  /// Var(β).
  public var covariance: Matrix { contrasts.covariance }
  /// √ of the diagonal of Var(β).
  public var standardErrors: [Double] {
    names.indices.map { max(0, covariance[$0, $0]).squareRoot() }
  }

  /// Fits a series whose first `prePeriods` periods lie before the start.
  ///
  /// - Parameters:
  ///   - values: The treated series; NaN where a figure is missing.
  ///   - prePeriods: How many periods lie before the start.
  ///   - control: An untreated series of the same periods, or `nil`.
  ///   - terms: What the model holds.
  ///   - errors: What is taken for granted about the errors.
  public init(
    _ values: [Double], prePeriods: Int, control: [Double]? = nil, terms: InterruptedTerms = .init(),
    errors: Errors = .automatic
  ) throws(EffectError) {
    if let control, control.count != values.count {
      throw .shape(what: "control", expected: values.count, found: control.count)
    }
    let inputs: [[Double]] = if let control { [control, values] } else { [values] }
    for (unit, series) in inputs.enumerated() {
      if let period = series.firstIndex(where: \.isInfinite) { throw .notFinite(unit: unit, period: period) }
    }
    var series = zip(values, control ?? values.map { _ in 0 }).map { $0 - $1 }
    let missing = Set(series.indices.filter { series[$0].isNaN })
    let columns = try InterruptedColumns(
      terms, periods: values.count, prePeriods: prePeriods, missing: missing)
    let seen = series.filter { !$0.isNaN }
    // Any number will do where the period has a column of its own; one of the series keeps the scale.
    for period in missing { series[period] = seen[0] }
    let isConstant = seen.allSatisfy { $0 == seen[0] }
    guard !isConstant else { throw .constantOutcomes }

    let design: Design
    let ordinary: LinearFit
    do {
      design = try Design(zip(columns.names, columns.values).map { ($0, $1) }, intercept: false)
      ordinary = try OrdinaryLeastSquares.fit(series, on: design)
    } catch {
      throw .regression(error)
    }
    let observations = values.count - columns.removed.count
    let spread = Self.spread(seen)
    let isExact = ordinary.residuals.reduce(0) { $0 + $1 * $1 } <= spread * 1e-24
    var notes: [Diagnostic] = isExact ? [.exactFit] : []
    let resolved: Errors
    switch errors {
    case _ where isExact: resolved = .ordinary
    case .automatic: resolved = .autoregressive
    default: resolved = errors
    }
    let removed = Set(columns.removed)
    let fit = try Self.solve(series, design: design, columns: columns, ordinary: ordinary, errors: resolved)
    if case .neweyWest = resolved, observations < Self.fewestForNeweyWest { notes.append(.hacUnreliable) }
    notes += fit.notes
    residualCorrelation =
      isExact
      ? nil
      : ResidualCorrelation(
        fit.left.enumerated().map { removed.contains($0.offset) ? nil : $0.element },
        fitted: fit.correlation == nil ? 0 : 1)
    if fit.correlation != nil || resolved == .ordinary, let test = residualCorrelation, test.pValue < 0.05 {
      notes.append(.residualAutocorrelation)
    }
    if !missing.isEmpty { notes.append(.periodsWithoutFigures) }
    contrasts = SegmentedContrasts(
      coefficients: fit.coefficients, covariance: fit.covariance, degrees: fit.degrees,
      method: Self.method(resolved), observations: observations, isExact: isExact, diagnostics: notes)
    self.errors = resolved
    lag = fit.lag
    autocorrelation = fit.correlation
    names = columns.names
    self.prePeriods = prePeriods
    countedPeriods = columns.counted
    observed = values.map { $0.isNaN ? nil : $0 }
    let rows = values.indices.map { columns.row($0) }
    baseRows = values.indices.map { columns.rowWithout($0) }
    effectRows = zip(rows, baseRows).map { zip($0, $1).map { $0 - $1 } }
    controls = control?.map { $0.isNaN ? nil : $0 } ?? [Double?](repeating: 0, count: values.count)
    fitted = zip(rows, controls).map { row, control in control.map { $0 + dot(row, fit.coefficients) } }
    counterfactual = zip(baseRows, controls).map { row, control in
      control.map { $0 + dot(row, fit.coefficients) }
    }
  }

  /// One coefficient with its interval: `level` or `slope`, for instance.
  ///
  /// - Throws: ``EffectError/regression(_:)`` for a name that is no column.
  public func estimate(of name: String, level: ConfidenceInterval.Level = .p95) throws(EffectError)
    -> Estimate
  {
    guard let index = names.firstIndex(of: name) else { throw .regression(.unknownColumn(name)) }
    var gradient = [Double](repeating: 0, count: names.count)
    gradient[index] = 1
    return contrasts.estimate(coefficients[index], gradient: gradient, level: level)
  }

  /// The effect in one period, with its interval; `nil` for periods before the start, or left out of the phase-in.
  public func effect(in period: Int, level: ConfidenceInterval.Level = .p95) -> Estimate? {
    guard let first = countedPeriods.first, period >= first, effectRows.indices.contains(period) else {
      return nil
    }
    return contrasts.estimate(
      dot(effectRows[period], coefficients), gradient: effectRows[period], level: level)
  }

  /// The mean effect over ``countedPeriods``, with its interval.
  public func averageEffect(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let gradient = mean(effectRows)
    return contrasts.estimate(dot(gradient, coefficients), gradient: gradient, level: level)
  }

  /// The mean effect as a percentage of the mean counterfactual, with the uncertainty of both.
  ///
  /// - Returns: `figure-not-positive` where that mean is not above zero.
  public func averagePercentage(level: ConfidenceInterval.Level = .p95) -> Result<Estimate, Reason> {
    let (change, base) = (mean(effectRows), mean(baseRows))
    // A counted period has both figures.
    let control = countedPeriods.reduce(0.0) { $0 + (controls[$1] ?? 0) } / Double(countedPeriods.count)
    let level0 = dot(base, coefficients) + control
    guard level0 > 0 else { return .failure(.counterfactualNotPositive) }
    let share = dot(change, coefficients) / level0
    let gradient = zip(change, base).map { 100 * ($0 - share * $1) / level0 }
    return .success(contrasts.estimate(100 * share, gradient: gradient, level: level))
  }

  /// Satterthwaite's, or n − p, for one coefficient.
  func degreesOfFreedom(of name: String) -> Double? {
    names.firstIndex(of: name).map { index in
      contrasts.degreesOfFreedom(names.indices.map { $0 == index ? 1 : 0 })
    }
  }

  private func mean(_ rows: [[Double]]) -> [Double] {
    var sum = [Double](repeating: 0, count: names.count)
    for period in countedPeriods {
      for column in sum.indices { sum[column] += rows[period][column] }
    }
    return sum.map { $0 / Double(countedPeriods.count) }
  }

  private static func spread(_ values: [Double]) -> Double {
    let mean = values[0] + values.reduce(0) { $0 + ($1 - values[0]) } / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  private static func method(_ errors: Errors) -> Method {
    switch errors {
    case .automatic, .ordinary: .segmentedOrdinary
    case .neweyWest: .segmentedNeweyWest
    case .praisWinsten: .segmentedPraisWinsten
    case .autoregressive: .segmentedAutoregressive
    }
  }

  /// β and its covariance under one assumption about the errors.
  private struct Solved {
    var coefficients: [Double]
    var covariance: Matrix
    var degrees: SegmentedContrasts.Degrees
    /// What is left over, and is to be uncorrelated.
    var left: [Double]
    var lag: Int?
    var correlation: Double?
    var notes: [Diagnostic] = []
  }

  private static func solve(
    _ series: [Double], design: Design, columns: InterruptedColumns, ordinary: LinearFit, errors: Errors
  ) throws(EffectError) -> Solved {
    let degrees = Double(ordinary.residualDegreesOfFreedom)
    switch errors {
    case .automatic, .ordinary:
      return Solved(
        coefficients: ordinary.coefficients, covariance: ordinary.covariance, degrees: .fixed(degrees),
        left: ordinary.residuals)
    case .neweyWest(let wanted):
      let observations = series.count - columns.removed.count
      let lag = wanted ?? min(NeweyWest.lag(observations: observations), series.count - 1)
      do {
        let fit = try NeweyWest.fit(series, on: design, lag: lag)
        // Periods with a column of their own are no observations: n is of those that have a say.
        let factor = Double(observations) / Double(series.count)
        let scaled = try Matrix(
          rows: fit.names.count, columns: fit.names.count,
          elements: fit.covariance.elements.map { $0 * factor })
        return Solved(
          coefficients: fit.coefficients, covariance: scaled, degrees: .fixed(degrees), left: fit.residuals,
          lag: lag)
      } catch let error as RegressionError {
        throw .regression(error)
      } catch {
        throw .numerical(detail: "\(error)")
      }
    case .praisWinsten, .autoregressive:
      do {
        let removed = Set(columns.removed)
        let model = AutoregressiveErrors(
          design: try Matrix(columns: columns.values), response: series,
          isRemoved: series.indices.map { removed.contains($0) })
        var degreesOfFreedom = SegmentedContrasts.Degrees.fixed(degrees)
        var notes: [Diagnostic] = []
        let solution: AutoregressiveErrors.Solution
        if errors == .praisWinsten {
          solution = try model.praisWinsten()
        } else {
          let (found, curvature) = try model.restrictedLikelihood()
          solution = found
          if let curvature {
            degreesOfFreedom = .satterthwaite(curvature)
          } else {
            notes = [.autocorrelationAtBoundary]
          }
        }
        let variance = solution.sumOfSquares / degrees
        let covariance = try Matrix(
          rows: solution.coefficients.count, columns: solution.coefficients.count,
          elements: solution.unscaled.elements.map { $0 * variance })
        return Solved(
          coefficients: solution.coefficients, covariance: covariance, degrees: degreesOfFreedom,
          left: solution.innovations, correlation: solution.correlation, notes: notes)
      } catch let error as EffectError {
        throw error
      } catch {
        throw .numerical(detail: "\(error)")
      }
    }
  }
}
