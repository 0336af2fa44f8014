import Distributions
import Foundation
import Testing

/// Every distribution against the 80-digit vectors, one row a point.
///
/// The ceilings are what Boost's functions reach on some 470 arguments up to 10⁶ (3 · 10⁻¹³ for the incomplete functions,
/// 2 · 10⁻¹³ for their inverses); the worst error met is printed, so a slow drift shows before it fails.
@Suite struct DistributionTests {
  private let tailCeiling = 3e-13

  @Test func normal() throws {
    // erfc is within a few ulps of the C library's and its argument is corrected, so ulps are the measure here.
    try check("normal", DistributionVector.normal, tail: 1e-15, inverse: 4.5e-16) { _ in Normal.standard }
  }

  @Test func studentT() throws {
    try check("t", DistributionVector.studentT, tail: tailCeiling, inverse: 2e-13) {
      try StudentT(degreesOfFreedom: $0[0])
    }
  }

  @Test func gamma() throws {
    try check("gamma", DistributionVector.gamma, tail: tailCeiling, inverse: 2e-13) {
      try Gamma(shape: $0[0], scale: $0[1])
    }
  }

  @Test func chiSquared() throws {
    try check("χ²", DistributionVector.chiSquared, tail: tailCeiling, inverse: 2e-13) {
      try ChiSquared(degreesOfFreedom: $0[0])
    }
  }

  @Test func beta() throws {
    try check("beta", DistributionVector.beta, tail: tailCeiling, inverse: 2e-13) { try Beta($0[0], $0[1]) }
  }

  @Test func fisherF() throws {
    try check("F", DistributionVector.fisherF, tail: tailCeiling, inverse: 2e-13) {
      try FisherF(numeratorDegreesOfFreedom: $0[0], denominatorDegreesOfFreedom: $0[1])
    }
  }

  @Test func binomial() throws {
    try check("binomial", DistributionVector.binomial, tail: tailCeiling) {
      try Binomial(trials: Int($0[0]), probability: $0[1])
    }
  }

  @Test func poisson() throws {
    try check("Poisson", DistributionVector.poisson, tail: tailCeiling) { try Poisson(mean: $0[0]) }
  }

  @Test func negativeBinomial() throws {
    try check("negative binomial", DistributionVector.negativeBinomial, tail: tailCeiling) {
      try NegativeBinomial(mean: $0[0], size: $0[1])
    }
  }

  private func check<D: Distribution>(
    _ name: String, _ vectors: [DistributionVector], tail: Double, inverse: Double,
    _ make: ([Double]) throws -> D
  ) throws where D.Value == Double {
    var worst = Worst()
    for vector in vectors {
      let distribution = try make(vector.parameters)
      worst.density(distribution.logPDF(vector.x), distribution.pdf(vector.x), vector)
      worst.tails(distribution.cdf(vector.x), distribution.survival(vector.x), vector, tail)
      if let expected = vector.quantile {
        worst.inverse(try distribution.quantile(vector.cdf), expected, vector, inverse)
      }
      if let expected = vector.upperQuantile {
        worst.inverse(try distribution.upperQuantile(vector.survival), expected, vector, inverse)
      }
    }
    worst.report(name)
  }

  private func check<D: Distribution>(
    _ name: String, _ vectors: [DistributionVector], tail: Double, _ make: ([Double]) throws -> D
  ) throws where D.Value == Int {
    var worst = Worst()
    for vector in vectors {
      let distribution = try make(vector.parameters)
      let count = Int(vector.x)
      worst.density(distribution.logPDF(count), distribution.pdf(count), vector)
      worst.tails(distribution.cdf(count), distribution.survival(count), vector, tail)
      // Half a step inside the probability of this count, so that rounding of the tail decides nothing.
      let mass = exp(vector.logPDF)
      let below = vector.cdf - mass / 2
      if below < vector.cdf, below > 0 { #expect(try distribution.quantile(below) == count, "\(vector)") }
      #expect(try distribution.upperQuantile(vector.survival + mass / 2) == count, "\(vector)")
    }
    worst.report(name)
  }
}

/// The worst relative errors met, against ceilings.
private struct Worst {
  private var densityError = 0.0
  private var tailError = 0.0
  private var inverseError = 0.0

  /// Saddle-point densities cancel nothing but their own logarithms, so the error of log f is a few ulps of its
  /// largest term: |log f| or, at the mode, terms of the size of log x.
  mutating func density(_ logarithm: Double, _ value: Double, _ vector: DistributionVector) {
    let scale = 40 + abs(vector.logPDF)
    let error = abs(logarithm - vector.logPDF) / scale
    densityError = max(densityError, error)
    #expect(error <= 8 * Double.ulpOfOne, "log density \(logarithm) of \(vector)")
    if vector.logPDF > -700, vector.logPDF < 700 {
      #expect(
        abs(value / exp(vector.logPDF) - 1) <= 10 * Double.ulpOfOne * scale, "density \(value) of \(vector)")
    }
  }

  mutating func tails(_ cdf: Double, _ survival: Double, _ vector: DistributionVector, _ ceiling: Double) {
    for (value, expected) in [(cdf, vector.cdf), (survival, vector.survival)] {
      // Below the normal doubles only an absolute error can be asked for.
      let error = expected < 1e-300 ? abs(value - expected) / 1e-300 : abs(value / expected - 1)
      tailError = max(tailError, error)
      #expect(error <= ceiling, "tail \(value), not \(expected), of \(vector)")
    }
  }

  mutating func inverse(_ value: Double, _ expected: Double, _ vector: DistributionVector, _ ceiling: Double)
  {
    // An answer near 0 is known to the rounding of the probability only.
    let error = abs(value - expected) / max(abs(expected), 1e-16)
    inverseError = max(inverseError, error)
    #expect(error <= ceiling, "quantile \(value), not \(expected), of \(vector)")
  }

  func report(_ name: String) {
    let shown = [densityError, tailError, inverseError].map { String(format: "%.1e", $0) }
    print("\(name): worst error of log density \(shown[0]), tails \(shown[1]), quantiles \(shown[2])")
  }
}
