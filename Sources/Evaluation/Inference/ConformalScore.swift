import Foundation

/// How far residuals are from nothing over some periods: S_q(u) = (Σ |u_t|^q / √m)^{1/q} over m periods, the largest |u_t| for
/// q = ∞; with a direction Σ ±u_t / √m, which is for changes that go one way.
struct ConformalScore: Sendable, Equatable {
  var order: Double
  var alternative: EffectAlternative

  /// What a residual counts before it is summed.
  func weight(_ residual: Double) -> Double {
    switch alternative {
    case .greater: residual
    case .less: -residual
    case .twoSided:
      order == .infinity || order == 1
        ? abs(residual) : order == 2 ? residual * residual : pow(abs(residual), order)
    }
  }

  /// A monotone image of S of weights: the sum, or the largest. Enough to rank with, as m and q are the same for all.
  func rank(_ weights: some Sequence<Double>) -> Double {
    alternative == .twoSided && order == .infinity
      ? weights.reduce(-Double.infinity, max) : weights.reduce(0, +)
  }

  /// S of a rank over `count` periods.
  func value(_ rank: Double, count: Int) -> Double {
    guard alternative == .twoSided else { return rank / Double(count).squareRoot() }
    return order == .infinity ? rank : pow(rank / Double(count).squareRoot(), 1 / order)
  }
}
