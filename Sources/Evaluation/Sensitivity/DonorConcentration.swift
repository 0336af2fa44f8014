import Indicators

/// How many donors a comparison rests on, and how far it reaches beyond them.
///
///     let concentration = DonorConcentration(fit.donorWeights)
///     concentration?.effectiveDonors       // 3.4: as if so many donors weighed alike
///
/// - Effective number: (Σw)² / Σw². One where a single donor is all; J where J weigh alike.
/// - Extrapolation: Σ|w⁻|, the weight below zero. Zero inside the donors' range; 0.25 says that a quarter of a donor was
///   subtracted.
/// - What is not true: that many donors make a better comparison. Few say that the answer hangs on theirs.
/// - Reference: the effective number is Kish's (1965) Survey Sampling, §8.2, here of donors.
public struct DonorConcentration: Sendable, Equatable {
  /// (Σw)² / Σw².
  public let effectiveDonors: Double
  /// The largest weight.
  public let largestWeight: Double
  /// The donor of the largest weight, the first of equals.
  public let largestDonor: Int
  /// Σ|w⁻|: the size of the weights below zero.
  public let extrapolation: Double
  /// Donors whose weight is not zero.
  public let used: Int

  /// Of the weights of the donors; `nil` where there are none, or all are zero, or one is not finite.
  public init?(_ weights: [Double]) {
    guard let largest = weights.indices.max(by: { weights[$0] < weights[$1] }),
      weights.allSatisfy(\.isFinite)
    else { return nil }
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    guard squares > 0, squares.isFinite else { return nil }
    let sum = weights.reduce(0, +)
    effectiveDonors = sum * sum / squares
    largestWeight = weights[largest]
    largestDonor = largest
    extrapolation = weights.reduce(0) { $0 + max(0, -$1) }
    used = weights.count { $0 != 0 }
  }

  /// What is worth saying: ``Indicators/Diagnostic/fewDonors`` below two effective donors,
  /// ``Indicators/Diagnostic/extrapolates`` above a tenth of negative weight.
  public var diagnostics: [Diagnostic] {
    (effectiveDonors < 2 ? [.fewDonors] : []) + (extrapolation > 0.1 ? [.extrapolates] : [])
  }
}

extension Diagnostic {
  /// The comparison rests on one donor, or nearly.
  public static let fewDonors = Diagnostic("few-donors")
  /// Donors are subtracted: the comparison lies outside what donors have been.
  public static let extrapolates = Diagnostic("extrapolates")
}
