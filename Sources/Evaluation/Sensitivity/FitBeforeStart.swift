import Indicators

/// How well a comparison met the treated before the start, against how much the treated moved by itself.
///
/// The error before the start (√ of the mean squared gap) over the standard deviation (n − 1) of the treated's own outcomes
/// before it. At 1 the comparison is no better than a flat line at the treated's own mean.
///
/// - What is not true: that a good fit before the start is a good comparison after it; with as many weights as years any donors
///   fit. And a poor ratio may be small counts, not poor donors.
/// - Reference: Abadie, Diamond and Hainmueller (2010) J Am Stat Assoc 105:493 leave out placebos by their error before the
///   start; measured against the deviation, as here, it has no unit.
public struct FitBeforeStart: Sendable, Equatable {
  /// √ of the mean squared gap before the start.
  public let error: Double
  /// The standard deviation of the treated's outcomes before the start, n − 1 below.
  public let deviation: Double
  /// The mean gap before the start: what a difference of levels leaves.
  public let meanGap: Double

  /// Of a fit; `nil` with fewer than two periods before the start.
  public init?(_ fit: EffectFit, prePeriods: Int) {
    guard prePeriods > 1, prePeriods <= fit.observed.count, prePeriods <= fit.counterfactual.count else {
      return nil
    }
    let before = fit.observed[..<prePeriods]
    let mean = before.reduce(0, +) / Double(prePeriods)
    error = fit.rootMeanSquare(over: 0..<prePeriods)
    deviation =
      (before.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(prePeriods - 1)).squareRoot()
    meanGap = fit.effects[..<prePeriods].reduce(0, +) / Double(prePeriods)
  }

  /// The error over the deviation; `nil` where the treated did not move.
  public var ratio: Double? { deviation > 0 ? error / deviation : nil }

  /// Whether the comparison is no better than a flat line at the treated's own mean; true also for any gap of a treated that
  /// did not move.
  public var isPoor: Bool { ratio.map { $0 >= 1 } ?? (error > 0) }

  /// ``Indicators/Diagnostic/poorFitBeforeStart`` where it is poor.
  public var diagnostics: [Diagnostic] { isPoor ? [.poorFitBeforeStart] : [] }
}

extension Diagnostic {
  /// The comparison met the treated no better before the start than a flat line would.
  public static let poorFitBeforeStart = Diagnostic("poor-fit-before-start")
}
