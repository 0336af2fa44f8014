import Foundation

/// Schwarz' criterion for the number of joins: what is left of the sum of squares against what the joins cost.
///
///     BIC_K = log(SSE_K/n) + 2(K + 1) log n/n
///
/// A model with K joins has K + 2 coefficients and K places: 2(K + 1) parameters. For Poisson models the deviance takes the
/// place of n log SSE: D_K + 2(K + 1) log n, up to what all models share.
///
/// - Reference: Kim, Yu and Feuer (2009) Stat Sinica 19:597.
enum JoinpointBIC {
  static func logarithmic(sumOfSquares: Double, points: Int, joins: Int) -> Double {
    let n = Double(points)
    return log(sumOfSquares / n) + 2 * Double(joins + 1) * log(n) / n
  }

  static func poisson(deviance: Double, points: Int, joins: Int) -> Double {
    deviance + 2 * Double(joins + 1) * log(Double(points))
  }

  /// The number of joins with the least value; of equal ones the smallest.
  static func choice(_ fits: [JoinpointFit]) -> Int {
    var best = 0
    for index in fits.indices where fits[index].bic < fits[best].bic { best = index }
    return best
  }
}
