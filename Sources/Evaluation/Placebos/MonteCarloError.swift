import Indicators

/// What drawing placebo sets instead of taking all of them adds to the error.
///
/// With n sets of N and f = n/N, the mean of any score over the sets has the variance s²/n · (1 − f); hence
///
///     SE(σ̂) ≈ √(var (τ_i − τ̄)² / n · (1 − f)) / (2 σ̂)        SE(p̂) ≈ √(p̂(1 − p̂) / n · (1 − f))
///
/// Both are zero where every set was tried. They say how far another draw would have come out, and nothing about the figures.
///
/// - Shape: one number each, in the units of the standard error and of a probability.
/// - Where the number of sets is unknown (``PlaceboDistribution/population`` is `nil`) there is no error of drawing.
/// - What is not true: the first is a linear approximation, good from some hundred sets on.
/// - Reference: Cochran (1977) Sampling Techniques, ch. 2; Phipson and Smyth (2010) Stat Appl Genet Mol Biol 9:39 on why the
///   treated is counted among the placebos.
extension PlaceboDistribution {
  /// The part of the variance of a mean over drawn sets that is left; `nil` where the number of sets is unknown.
  private var remainder: Double? {
    if isExhaustive { return 0 }
    guard let population, population > 0 else { return nil }
    return max(0, 1 - Double(placebos.count + refused.count) / population)
  }

  /// The standard error of ``standardError`` that comes from drawing; zero where every set was tried, `nil` where it cannot be
  /// known or fewer than two placebos are left.
  public var standardErrorMonteCarloError: Double? {
    guard let remainder, placebos.count > 1 else { return nil }
    let count = Double(placebos.count)
    let (mean, error) = (mean, standardError)
    guard remainder > 0, error > 0 else { return 0 }
    let variance = error * error
    let spread = placebos.reduce(0.0) { sum, fit in
      let score = (fit.effect - mean) * (fit.effect - mean) - variance
      return sum + score * score
    }
    return (spread / (count - 1) / count * remainder).squareRoot() / (2 * error)
  }

  /// The standard error of a p-value of this distribution that comes from drawing; zero where every set was tried, `nil` where
  /// it cannot be known.
  public func monteCarloError(ofPValue p: Double) -> Double? {
    if let permutations { return permutations.monteCarloError(ofPValue: p) }
    guard let remainder, !placebos.isEmpty else { return nil }
    return (max(0, p * (1 - p)) / Double(placebos.count) * remainder).squareRoot()
  }

  /// The standard error of ``pValue(_:)`` that comes from drawing.
  public func pValueMonteCarloError(_ alternative: EffectAlternative = .twoSided) -> Double? {
    monteCarloError(ofPValue: pValue(alternative))
  }

  /// What is worth knowing: placebos refused, sets drawn.
  public var diagnostics: [Diagnostic] {
    (isExhaustive ? [] : [.placebosDrawn]) + (refused.isEmpty ? [] : [.placebosRefused])
  }
}
