import Estimates
import Foundation
import Indicators
import LinearAlgebra
import Regression

/// Segmented regression of counts: a rate's line on the log scale, or a share's on the logit, before and after the start.
///
///     let fit = try SegmentedCounts(cases, denominators: persons, prePeriods: 12, family: .quasiPoisson)
///     fit.averagePercentage().interval      // change of the rate, per cent
///     fit.averageEvents().value             // cases a year more or fewer
///
/// log μ_t = log n_t + x_tᵀβ (quasi-Poisson) or logit p_t = x_tᵀβ (quasi-binomial), the terms those of
/// ``InterruptedTerms``. The counterfactual has the programme's columns at zero. Var(β) is multiplied with max(1, φ),
/// φ = X²/(n − p): a φ below one in a dozen years is more often chance than counts more even than chance. Intervals use
/// Student's t with n − p degrees of freedom; percentages are turned from the log of the ratio.
///
/// - Control: counts (and denominators) of an untreated series. Both are fitted together with every column of the treated
///   interacted; the effect is that of `treated:level` and `treated:slope`. One φ is shared.
/// - Shape: one count a period, equally spaced. Missing: NaN in the count or its denominator leaves the row out. Hidden
///   counts are refused before they get here.
/// - Errors: as ``SegmentedRegression``; ``EffectError/size(unit:value:)`` for a denominator that is not above zero; and
///   those of regression, such as `no-events` and `separation`.
/// - What is not true: that φ covers correlation in time. Where the residuals are correlated the fit says so
///   (`residual-autocorrelation`), and its interval is too narrow.
/// - Reference: Bernal, Cummins and Gasparrini (2017) Int J Epidemiol 46:348; McCullagh and Nelder (1989), §4.5, §6.2.
public struct SegmentedCounts: Sendable {
  /// How counts vary.
  public enum Family: String, Sendable, Hashable, CaseIterable {
    /// Var y = φμ, logarithmic link.
    case quasiPoisson = "quasi-poisson"
    /// Var y = φnp(1 − p), logit link.
    case quasiBinomial = "quasi-binomial"
  }

  /// An untreated series.
  public struct Control: Sendable, Hashable {
    /// One a period; NaN where missing.
    public var counts: [Double]
    /// One a period; `nil` for counts without denominators.
    public var denominators: [Double]?

    /// A control series.
    public init(counts: [Double], denominators: [Double]? = nil) {
      self.counts = counts
      self.denominators = denominators
    }
  }

  /// Names of the columns, the intercept first.
  public let names: [String]
  /// How counts vary.
  public let family: Family
  /// φ = X²/(n − p), as found; the covariance uses max(1, φ).
  public let dispersion: Double
  /// μ with the programme, one a period of the treated series; `nil` where its denominator is missing.
  public let fitted: [Double?]
  /// μ without the programme, likewise.
  public let counterfactual: [Double?]
  /// How many periods lie before the start.
  public let prePeriods: Int
  /// The periods over which the effect is averaged.
  public let countedPeriods: [Int]
  /// Whether the treated series' Pearson residuals are correlated in time.
  public let residualCorrelation: ResidualCorrelation?
  /// What is worth knowing.
  public var diagnostics: [Diagnostic] { contrasts.diagnostics }

  private let contrasts: SegmentedContrasts
  private let points: [Point]

  /// β, on the scale of the link, in the order of ``names``.
  public var coefficients: [Double] { contrasts.coefficients }
  /// √ of the diagonal of Var(β).
  public var standardErrors: [Double] {
    names.indices.map { max(0, contrasts.covariance[$0, $0]).squareRoot() }
  }

  /// What is known of a period: μ and its gradient, with and without the programme.
  private struct Point: Sendable {
    let size: Double
    let with: Double
    let without: Double
    let slopeWith: [Double]
    let slopeWithout: [Double]
  }

  /// Fits a series of counts.
  ///
  /// - Parameters:
  ///   - counts: Events a period; NaN where missing.
  ///   - denominators: Persons, person-years or trials; `nil` for bare counts, which a share cannot be.
  ///   - prePeriods: How many periods lie before the start.
  ///   - family: How counts vary.
  ///   - control: An untreated series, or `nil`.
  ///   - terms: What the model holds.
  public init(
    _ counts: [Double], denominators: [Double]?, prePeriods: Int, family: Family = .quasiPoisson,
    control: Control? = nil, terms: InterruptedTerms = .init()
  ) throws(EffectError) {
    let treated = try Self.checked(counts, denominators, periods: counts.count, unit: control == nil ? 0 : 1)
    let other = try control.map { control throws(EffectError) in
      try Self.checked(control.counts, control.denominators, periods: counts.count, unit: 0)
    }
    if family == .quasiBinomial, denominators == nil || (control != nil && control?.denominators == nil) {
      throw .needsSizes
    }
    let missing = Set(counts.indices.filter { treated.counts[$0].isNaN || treated.sizes[$0].isNaN })
    let columns = try InterruptedColumns(
      terms, periods: counts.count, prePeriods: prePeriods, missing: missing)
    // A period without a say is no row here: counts have no correlation in time to keep the spacing for.
    let width = columns.values.count - columns.removed.count
    let removed = Set(columns.removed)
    let isControlled = other != nil
    func row(_ period: Int, treated: Bool, programme: Bool = true) -> [Double] {
      let own = Array(
        (programme || treated == false ? columns.row(period) : columns.rowWithout(period))[..<width])
      guard isControlled else { return own }
      let shared = Array(columns.row(period)[..<width])
      return shared + (treated ? own : own.map { _ in 0 })
    }
    var rows: [[Double]] = []
    var (responses, sizes): ([Double], [Double]) = ([], [])
    for period in counts.indices where !removed.contains(period) {
      rows.append(row(period, treated: true))
      responses.append(treated.counts[period])
      sizes.append(treated.sizes[period])
    }
    let treatedRows = rows.count
    if let other {
      let skipped = removed.subtracting(missing)
      for period in counts.indices
      where !(other.counts[period].isNaN || other.sizes[period].isNaN || skipped.contains(period)) {
        rows.append(row(period, treated: false))
        responses.append(other.counts[period])
        sizes.append(other.sizes[period])
      }
    }
    let base = Array(columns.names[..<width])
    let labels = isControlled ? base + base.map { $0 == "intercept" ? "treated" : "treated:" + $0 } : base
    let fit: GeneralizedLinearFit
    do {
      let design = try Design(
        labels.indices.map { column in (labels[column], rows.map { $0[column] }) }, intercept: false)
      switch family {
      case .quasiPoisson:
        fit = try GeneralizedLinearModel.fit(
          responses, offset: sizes.map { log($0) }, on: design, family: .poisson)
      case .quasiBinomial:
        fit = try GeneralizedLinearModel.fit(responses, trials: sizes, on: design, family: .binomial)
      }
    } catch {
      throw .regression(error)
    }
    names = labels
    self.family = family
    dispersion = fit.dispersion
    self.prePeriods = prePeriods
    countedPeriods = columns.counted
    let residuals = (0..<treatedRows).map { place in
      let mean = fit.means[place]
      let variance = family == .quasiPoisson ? mean : mean * (1 - mean / sizes[place])
      return variance > 0 ? (responses[place] - mean) / variance.squareRoot() : 0
    }
    let kept = counts.indices.filter { !removed.contains($0) }
    var series = [Double?](repeating: nil, count: counts.count)
    for (place, period) in kept.enumerated() { series[period] = residuals[place] }
    residualCorrelation = ResidualCorrelation(series)
    var notes: [Diagnostic] = missing.isEmpty ? [] : [.periodsWithoutFigures]
    if let test = residualCorrelation, test.pValue < 0.05 { notes.append(.residualAutocorrelation) }
    do {
      let factor = max(1, fit.dispersion)
      contrasts = SegmentedContrasts(
        coefficients: fit.coefficients,
        covariance: try Matrix(
          rows: labels.count, columns: labels.count, elements: fit.covariance.elements.map { $0 * factor }),
        degrees: .fixed(Double(fit.residualDegreesOfFreedom)),
        method: family == .quasiPoisson ? .segmentedQuasiPoisson : .segmentedQuasiBinomial,
        observations: responses.count, isExact: false, diagnostics: notes)
    } catch {
      throw .numerical(detail: "\(error)")
    }
    func mean(_ row: [Double], _ size: Double) -> (value: Double, slope: [Double]) {
      let linear = dot(row, fit.coefficients)
      switch family {
      case .quasiPoisson:
        let value = size * exp(linear)
        return (value, row.map { value * $0 })
      case .quasiBinomial:
        let share = 1 / (1 + exp(-linear))
        return (size * share, row.map { size * share / (1 + exp(linear)) * $0 })
      }
    }
    points = counts.indices.map { period in
      let size = treated.sizes[period]
      let one = mean(row(period, treated: true), size)
      let none = mean(row(period, treated: true, programme: false), size)
      return Point(
        size: size, with: one.value, without: none.value, slopeWith: one.slope, slopeWithout: none.slope)
    }
    fitted = points.map { $0.size.isNaN ? nil : $0.with }
    counterfactual = points.map { $0.size.isNaN ? nil : $0.without }
  }

  /// One coefficient with its interval, on the scale of the link.
  ///
  /// - Throws: ``EffectError/regression(_:)`` for a name that is no column.
  public func estimate(of name: String, level: ConfidenceInterval.Level = .p95) throws(EffectError)
    -> Estimate
  {
    guard let index = names.firstIndex(of: name) else { throw .regression(.unknownColumn(name)) }
    return contrasts.estimate(
      coefficients[index], gradient: names.indices.map { $0 == index ? 1 : 0 }, level: level)
  }

  /// Events more (or fewer) in an average period in force than without the programme: mean of μ₁ − μ₀.
  public func averageEvents(level: ConfidenceInterval.Level = .p95) -> Estimate {
    difference(countedPeriods, perSize: false, level: level)
  }

  /// The mean change of the rate or share, periods weighing alike: mean of (μ₁ − μ₀)/n.
  public func averageEffect(level: ConfidenceInterval.Level = .p95) -> Estimate {
    difference(countedPeriods, perSize: true, level: level)
  }

  /// The change of the rate or share in one period; `nil` before the start, where a phase-in is left out, and where the
  /// treated series has no figure.
  public func effect(in period: Int, level: ConfidenceInterval.Level = .p95) -> Estimate? {
    countedPeriods.contains(period) ? difference([period], perSize: true, level: level) : nil
  }

  /// Events over all periods in force against those without the programme, per cent: 100(Σμ₁/Σμ₀ − 1).
  public func averagePercentage(level: ConfidenceInterval.Level = .p95) -> Estimate {
    ratio(countedPeriods, level: level)
  }

  /// The same in one period; `nil` as for ``effect(in:level:)``.
  public func percentage(in period: Int, level: ConfidenceInterval.Level = .p95) -> Estimate? {
    countedPeriods.contains(period) ? ratio([period], level: level) : nil
  }

  private func difference(_ periods: [Int], perSize: Bool, level: ConfidenceInterval.Level) -> Estimate {
    var value = 0.0
    var gradient = [Double](repeating: 0, count: names.count)
    for period in periods {
      let point = points[period]
      let weight = 1 / (perSize ? point.size : 1) / Double(periods.count)
      value += weight * (point.with - point.without)
      for column in gradient.indices {
        gradient[column] += weight * (point.slopeWith[column] - point.slopeWithout[column])
      }
    }
    return contrasts.estimate(value, gradient: gradient, level: level)
  }

  private func ratio(_ periods: [Int], level: ConfidenceInterval.Level) -> Estimate {
    let with = periods.reduce(0.0) { $0 + points[$1].with }
    let without = periods.reduce(0.0) { $0 + points[$1].without }
    let gradient = names.indices.map { column in
      periods.reduce(0.0) {
        $0 + points[$1].slopeWith[column] / with - points[$1].slopeWithout[column] / without
      }
    }
    return contrasts.percentage(logRatio: log(with / without), gradient: gradient, level: level)
  }

  private static func checked(
    _ counts: [Double], _ denominators: [Double]?, periods: Int, unit: Int
  ) throws(EffectError) -> (counts: [Double], sizes: [Double]) {
    guard counts.count == periods else {
      throw .shape(what: "control", expected: periods, found: counts.count)
    }
    let sizes = denominators ?? [Double](repeating: 1, count: periods)
    guard sizes.count == periods else {
      throw .shape(what: "denominators", expected: periods, found: sizes.count)
    }
    if let period = counts.firstIndex(where: \.isInfinite) ?? sizes.firstIndex(where: \.isInfinite) {
      throw .notFinite(unit: unit, period: period)
    }
    if let size = sizes.first(where: { $0 <= 0 }) { throw .size(unit: unit, value: size) }
    return (counts, sizes)
  }
}
