import Distributions
import Synchronization

extension ConfidenceInterval.Level {
  /// z = Φ⁻¹((1 + level)/2), the half-width of an interval in standard errors: 1.959963984540054 at 95 %.
  public var normalQuantile: Double {
    // The tail of a level is inside (0, 1/2), so there is always a quantile.
    (try? Normal.standard.upperQuantile(tail)) ?? .infinity
  }

  /// t with P(T > t) = (1 − level)/2 for Student's t; `nil` unless the degrees of freedom are positive.
  public func studentQuantile(degreesOfFreedom: Double) -> Double? {
    let key = StudentKey(level: self, degreesOfFreedom: degreesOfFreedom)
    if let known = studentQuantiles.withLock({ $0[key] }) { return known }
    guard let distribution = try? StudentT(degreesOfFreedom: degreesOfFreedom),
      let found = try? distribution.upperQuantile(tail)
    else { return nil }
    studentQuantiles.withLock { known in
      // Tables of a country ask for a handful of whole degrees of freedom a million times; Welch's never come again.
      if known.count < 1000, degreesOfFreedom == degreesOfFreedom.rounded() { known[key] = found }
    }
    return found
  }
}

private struct StudentKey: Hashable {
  let level: ConfidenceInterval.Level
  let degreesOfFreedom: Double
}

/// Quantiles found before. A function of its key alone, so it changes no answer.
private let studentQuantiles = Mutex<[StudentKey: Double]>([:])
